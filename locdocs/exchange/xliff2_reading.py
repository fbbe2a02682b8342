"""XLIFF 2.0 and 2.1 read, from this and other programs.

A ``unit`` with one ``segment`` gives one unit with its id; one with several gives one for each, with the ids ``u#s``:
the unit's, and the segment's or else its place among them, counted from 1. A segment without a ``target`` has an empty
target text. What is ``ignorable`` (mostly the white space between two segments) is passed over, modules too. White
space is taken as it stands, whatever ``xml:space`` says.

An inline code becomes the markup that it refers to (``originalData``), or its ``equiv`` where it refers to nothing.
Annotations (``mrk``, ``sm``) become their words, a ``cp`` the character it stands for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from locdocs.exchange.reading import Faults, Header
from locdocs.exchange.xliff2 import CATEGORY
from locdocs.exchange.xliff_reading import INLINE_MODES, iso_date
from locdocs.exchange.xml_reading import XML_LANG, has_entity, line_of, local_name, xml_events
from locdocs.units import Origin, Unit

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read"]


def read(file: BinaryIO, header: Header, faults: Faults) -> Iterator[Unit]:
    """The units of an XLIFF 2 file.

    :param header: gets the inline mode and the roots of the first document.
    :param faults: get a unit without a segment, a segment without a source, with a code that refers to nothing, a
        character that there is not, an entity, or a language that is not the file's.
    :raises ExchangeError: no XLIFF 2, no source language, or no well-formed XML.
    """
    languages: tuple[str, str | None] = "", None
    document = _Document(None)
    for event, element in xml_events(
        file, faults, root="xliff", starts=("xliff", "file"), ends=("metadata", "unit", "group")
    ):
        name = local_name(element)
        if name == "xliff":
            languages = _languages(element, faults)
        elif event == "start":
            document = _Document(element.get("original"))
        elif name == "metadata":
            parent = element.getparent()
            if parent is not None and local_name(parent) == "file":
                document.take_metadata(element, header)
        elif name == "unit":
            yield from _Unit(element, languages, faults, ours=document.ours).units(document.origin(*languages))


def _languages(root: _Element, faults: Faults) -> tuple[str, str | None]:
    if not (root.get("version") or "2").startswith("2"):
        raise faults.fatal("this is XLIFF 1, another format: xliff", line=line_of(root))
    source = root.get("srcLang")
    if not source:
        raise faults.fatal("the file names no source language (srcLang)", line=line_of(root))
    return source, root.get("trgLang") or None


class _Document:
    """A ``file``: what it says of all its units."""

    def __init__(self, path: str | None) -> None:
        self._path = path or None
        self._said: dict[str, str] = {}
        self._origin: Origin | None = None
        self.ours = False

    def take_metadata(self, element: _Element, header: Header) -> None:
        """The metadata of a ``file``, if locdocs wrote it; of the whole XLIFF file, if this is the first."""
        for group in element:
            if group.get("category") != CATEGORY:
                continue
            self.ours = True
            said = [(meta.get("type") or "", "".join(map(str, meta.itertext()))) for meta in group]
            self._said.update(said)
            header.tool = "locdocs"
            header.inline = header.inline or INLINE_MODES.get(self._said.get("inline", ""))
            header.roots = header.roots or tuple(value for kind, value in said if kind == "root")

    def origin(self, source_language: str, target_language: str | None) -> Origin:
        """What the units of the document have in common."""
        if self._origin is None:
            said = self._said
            self._origin = Origin(
                self._path,
                source_language,
                target_language,
                said.get("translation-type"),
                said.get("source-commit"),
                said.get("source-hash"),
                iso_date(said.get("last-handoff", "")),
            )
        return self._origin


class _WrongError(Exception):
    """A segment that cannot be read, and why."""


class _Unit:
    """A ``unit``: its segments, and the native markup that they refer to."""

    def __init__(self, element: _Element, languages: tuple[str, str | None], faults: Faults, *, ours: bool) -> None:
        self._element = element
        self._languages = languages
        self._faults = faults
        name = element.get("name") if ours else None
        self._id = name if name is not None else element.get("id") or ""
        self._data: dict[str | None, str] = {}

    def units(self, origin: Origin) -> Iterator[Unit]:
        """One unit for each segment that can be read; the others are reported."""
        segments: list[_Element] = []
        block = None
        for child in self._element:
            name = local_name(child)
            if name == "segment":
                segments.append(child)
            elif name == "notes":
                block = next((note.text for note in child if note.get("category") == "block"), None)
        if not segments:
            self._faults.report("a unit has no segment", line=line_of(self._element))
        for place, segment in enumerate(segments, 1):
            try:
                self._read_data()
                source, target = self._texts(segment)
            except _WrongError as error:
                self._faults.report(str(error), line=line_of(segment))
                continue
            unit_id = self._id if len(segments) == 1 else f"{self._id}#{segment.get('id') or place}"
            yield Unit(unit_id, source, target, origin, None, block)

    def _read_data(self) -> None:
        for element in self._element:
            if local_name(element) == "originalData" and not self._data:
                self._data = {data.get("id"): self._text(data) for data in element}

    def _texts(self, segment: _Element) -> tuple[str, str]:
        source: _Element | None = None
        target: _Element | None = None
        for child in segment:
            name = local_name(child)
            if name == "source":
                source = child
            elif name == "target":
                target = child
        if source is None:
            raise _WrongError("a segment has no source")
        if has_entity(segment):
            raise _WrongError("a segment holds an entity that nothing explains")
        for text, language in zip((source, target), self._languages, strict=True):
            if text is not None and (own := text.get(XML_LANG)) and own.lower() != (language or "").lower():
                raise _WrongError(f"a {local_name(text)} is in {own}, and the file says {language or 'nothing'}")
        if target is not None and self._languages[1] is None:
            raise _WrongError("a target, but the file names no target language (trgLang)")
        return self._text(source), "" if target is None else self._text(target)

    def _text(self, element: _Element) -> str:
        return "".join(self._pieces(element)) if len(element) else element.text or ""

    def _pieces(self, element: Any) -> Iterator[str]:
        if element.text:
            yield element.text
        for child in element:
            name = local_name(child)
            if name == "cp":
                yield _character(child.get("hex") or "")
            elif name == "pc":
                yield self._markup(child, "dataRefStart", "equivStart")
                yield from self._pieces(child)
                yield self._markup(child, "dataRefEnd", "equivEnd")
            elif name in ("ph", "sc", "ec"):
                if name == "ec" and child.get("isolated") != "yes" and self._code("sc", child.get("startRef")) is None:
                    raise _WrongError("an ec ends nothing that an sc began")
                yield self._markup(child, "dataRef", "equiv")
            else:
                yield from self._pieces(child)
            if child.tail:
                yield child.tail

    def _markup(self, code: Any, reference: str, equivalent: str) -> str:
        """The native markup of a code; that of the code it copies, where it is a copy."""
        if (copied := code.get("copyOf")) is not None:
            code = self._code(local_name(code), copied)
            if code is None:
                raise _WrongError(f"a code copies {copied}, which is not there")
        name = code.get(reference)
        if name is None:
            return str(code.get(equivalent) or "")
        if name not in self._data:
            raise _WrongError(f"a code refers to {name}, which is not there")
        return self._data[name]

    def _code(self, name: str, code_id: str | None) -> Any:
        """The code of that name and id, in whatever segment of the unit; ``None`` where it is not there."""
        return next((code for code in self._element.iter("{*}" + name) if code.get("id") == code_id), None)


def _character(code_point: str) -> str:
    try:
        return chr(int(code_point, 16))
    except (ValueError, OverflowError):
        raise _WrongError(f"there is no character {code_point}") from None
