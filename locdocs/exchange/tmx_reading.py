"""TMX read: versions 1.1 to 1.4, UTF-8 or UTF-16, from this and other programs.

Each ``tu`` gives one unit for each target language. The source is the variant (``tuv``) in the language that the
``tu`` names in ``srclang``, else the header; ``EN``, ``en_us`` and ``en-US`` mean each other. Where that is ``*all*``
or nothing, it is the first English variant, else the first of all.

Inline elements become the text they hold: a ``bpt``, ``ept``, ``ph``, ``it`` or ``ut`` the markup of the original
format, ``hi`` and ``sub`` their words. ``x-file``, ``x-segment-id`` and the other properties that locdocs writes go
back where they came from, in a ``tuv`` before those of its ``tu``; where a program dropped them, a ``tuid`` of the form
that locdocs gives says path and id. Any other ``tuid`` is the unit's id. Notes and other properties are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, get_args
from urllib.parse import unquote

from locdocs.errors import ExchangeError
from locdocs.exchange.language_tags import closest_language, normalized_language
from locdocs.exchange.reading import Faults, Header
from locdocs.exchange.tmx_plain import PlainReading
from locdocs.exchange.xml_reading import XML_LANG, has_entity, inner_text, line_of, local_name, xml_element, xml_events
from locdocs.units import InlineMode, Origin, Unit

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["TmxElements", "read"]

_TUID = re.compile(r"(?P<path>\S*?)(?:(?<=\.md)~[0-9]+)?#(?P<id>[0-9a-f]{5}-p?[1-9][0-9]{2,})(?:~[0-9]+)?")
_DATE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_ALL = "*all*"
_ENGLISH = "en"
_INLINE_MODES: Mapping[str, InlineMode] = {mode: mode for mode in get_args(InlineMode)}


def read(file: BinaryIO, header: Header, faults: Faults) -> Iterator[Unit]:
    """The units of a TMX file.

    :param header: gets ``x-inline``, ``x-root`` and the creation tool.
    :param faults: get a ``tu`` that cannot be read: no variant in the source or in another language, a variant without
        language or segment, or with an entity.
    :raises ExchangeError: no TMX, or no well-formed XML.
    """
    reading = TmxElements(header)
    done = 0
    if file.seekable():
        plain = PlainReading(file, header, faults, reading.piece)
        for portion in plain.units():
            yield from portion
        if plain.finished:
            return
        done = plain.done
        file.seek(0)
    for units in reading.file(file, faults, skip=done):
        yield from units


class _Variant(NamedTuple):
    """A ``tuv``: its language as the file writes it, its text, and its own properties."""

    language: str
    text: str
    properties: dict[str, str]
    changed: str | None


class TmxElements:
    """TMX read element by element: what holds for a whole file, and what the last ``tu`` were like."""

    def __init__(self, header: Header) -> None:
        self._header = header
        self._faults = Faults()
        self._first_line = 1
        self._source_language = _ALL
        self._dated = False
        self._sources: dict[tuple[str, ...], int | None] = {}
        self._origins: dict[tuple[str | None, ...], Origin] = {}

    def file(self, file: BinaryIO, faults: Faults, *, skip: int = 0) -> Iterator[Sequence[Unit]]:
        """The units of each ``tu`` of a file.

        :param skip: how many ``tu`` to pass over.
        """
        self._faults, self._first_line = faults, 1
        elements = (element for _, element in xml_events(file, faults, root="tmx", ends=("header", "tu")))
        return islice(self._units_of(elements, skip), skip, None)

    def piece(self, data: bytes, faults: Faults, *, first_line: int) -> Iterator[Sequence[Unit]]:
        """The units of each ``tu`` of a small document, made of a piece of the file.

        :param first_line: the line of the file on which it begins.
        """
        self._faults, self._first_line = faults, first_line
        try:
            root = xml_element(data, faults, root="tmx")
        except ExchangeError as error:
            raise faults.fatal(error.message, line=error.line and error.line + first_line - 1) from None
        return self._units_of(root.iter("{*}header", "{*}tu"))

    def _units_of(self, elements: Iterable[_Element], skip: int = 0) -> Iterator[Sequence[Unit]]:
        count = 0
        for element in elements:
            if local_name(element) == "header":
                self._take_header(element)
            else:
                count += 1
                yield list(self._units(element)) if count > skip else ()

    def _report(self, message: str, element: _Element) -> None:
        line = line_of(element)
        self._faults.report(message, line=line and line + self._first_line - 1)

    def _take_header(self, element: _Element) -> None:
        """What the header says of the file."""
        self._header.tool = element.get("creationtool")
        self._source_language = element.get("srclang") or _ALL
        # The date of other programs is the day of any change, not that of a hand-over.
        self._dated = self._header.tool == "locdocs"
        properties = [(child.get("type"), inner_text(child)) for child in element if local_name(child) == "prop"]
        self._header.inline = _INLINE_MODES.get(dict(properties).get("x-inline", ""))
        self._header.roots = tuple(value for kind, value in properties if kind == "x-root")

    def _units(self, tu: _Element) -> Iterator[Unit]:
        """One unit for each target language of a ``tu``."""
        properties, variants = self._content(tu)
        if variants is None:
            return
        source = self._source(tu.get("srclang") or self._source_language, [variant.language for variant in variants])
        if source is None:
            self._report("a tu has no variant in its source language", tu)
            return
        changed = tu.get("changedate") if self._dated else None
        language, text, *_ = variants.pop(source)
        # A second variant in the source language is another way to say it, unless there is nothing else.
        targets = [variant for variant in variants if variant.language != language] or variants
        if not targets:
            self._report("a tu has no variant in a target language", tu)
        for variant in targets:
            own = {**properties, **variant.properties} if variant.properties else properties
            path, segment_id = _place(own, tu.get("tuid"))
            origin = self._origin(path, language, variant.language, own, (self._dated and variant.changed) or changed)
            yield Unit(segment_id, text, variant.text, origin, None, own.get("x-block"))

    def _content(self, tu: _Element) -> tuple[dict[str, str], list[_Variant] | None]:
        """The properties and the variants; no variants where one of them is wrong, which has been reported."""
        properties: dict[str, str] = {}
        variants: list[_Variant] = []
        space = tu.tag[:-2]
        for child in tu:
            tag = child.tag
            if tag == f"{space}prop":
                properties[child.get("type") or ""] = child.text or ""
            elif tag == f"{space}tuv":
                language = child.get(XML_LANG) or child.get("lang")
                if not language:
                    self._report("a variant names no language", child)
                    return properties, None
                own: dict[str, str] = {}
                segment = None
                for inner in child:
                    if inner.tag == f"{space}seg":
                        segment = inner
                    elif inner.tag == f"{space}prop":
                        own[inner.get("type") or ""] = inner.text or ""
                if segment is None:
                    self._report("a variant holds no segment", child)
                    return properties, None
                text = inner_text(segment) if len(segment) else segment.text or ""
                if len(segment) and "&" in text and has_entity(segment):
                    self._report("a segment holds an entity that nothing explains", segment)
                    return properties, None
                variants.append(_Variant(language, text, own, child.get("changedate")))
        return properties, variants

    def _source(self, wanted: str, languages: Sequence[str]) -> int | None:
        """Which variant is the source."""
        key = (wanted, *languages)
        if key not in self._sources:
            if len(self._sources) > 1000:
                self._sources.clear()
            self._sources[key] = _source_position(wanted, languages)
        return self._sources[key]

    def _origin(
        self, path: str | None, source: str, target: str, properties: Mapping[str, str], changed: str | None
    ) -> Origin:
        key = (
            path,
            source,
            target,
            properties.get("x-translation-type"),
            properties.get("x-source-commit"),
            properties.get("x-source-hash"),
        )
        known = self._origins.get((*key, changed))
        if known is None:
            # The units of a document stand together: those of the last few are enough.
            if len(self._origins) > 100:
                self._origins.clear()
            known = self._origins[(*key, changed)] = Origin(*key, _date(changed), self._header.inline)
        return known


def _source_position(wanted: str, languages: Sequence[str]) -> int | None:
    if normalized_language(wanted) != _ALL:
        return closest_language(wanted, languages)
    if not languages:
        return None
    return closest_language(_ENGLISH, languages) or 0


def _place(properties: Mapping[str, str], tuid: str | None) -> tuple[str | None, str]:
    """Path and id: from the properties, else from the ``tuid``."""
    path, segment_id = properties.get("x-file"), properties.get("x-segment-id")
    if segment_id is not None:
        return path, segment_id
    named = _TUID.fullmatch(tuid or "")
    if named is not None:
        return path or unquote(named["path"]) or None, named["id"]
    return path, tuid or ""


def _date(text: str | None) -> date | None:
    found = _DATE.match(text or "")
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
