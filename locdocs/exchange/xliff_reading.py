"""XLIFF 1.0 to 1.2 read, from this and other programs.

Each ``trans-unit`` gives one unit; one without a ``target`` has an empty target text. Alternatives (``alt-trans``) and
the segmented source are passed over, and white space is taken as it stands, whatever ``xml:space`` says.

Inline elements become the text they hold: ``bpt``, ``ept``, ``ph`` and ``it`` the markup of the original format, ``g``,
``mrk`` and ``sub`` their words. An element that holds nothing (``x``, ``bx``, ``ex``) becomes its ``equiv-text``.

What the header says of a document is taken from the notes and the phase that locdocs writes, and from the elements that
the publisher of the documents writes, in any namespace (docs/format.md, "The publisher's own XLIFF").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO, get_args

from locdocs.exchange.reading import Faults, Header
from locdocs.exchange.xml_reading import XML_LANG, has_entity, line_of, local_name, xml_events
from locdocs.units import InlineMode, Origin, Unit

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["INLINE_MODES", "iso_date", "read"]

INLINE_MODES: Mapping[str, InlineMode] = {mode: mode for mode in get_args(InlineMode)}
_PROCESSES = {"machine translation": "MT", "human translation": "HT"}
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DATE_OF_HEADERS = re.compile(r"(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/(?P<year>[0-9]{4})")


def read(file: BinaryIO, header: Header, faults: Faults) -> Iterator[Unit]:
    """The units of an XLIFF 1.2 file.

    :param header: gets the inline mode, the roots and the tool of the first document.
    :param faults: get a ``trans-unit`` without a source or with an entity, and a ``file`` without a source language.
    :raises ExchangeError: no XLIFF 1, or no well-formed XML.
    """
    document: _Document | None = None
    for event, element in xml_events(
        file, faults, root="xliff", starts=("xliff", "file"), ends=("header", "trans-unit", "group")
    ):
        name = local_name(element)
        if name == "xliff":
            _check_version(element, faults)
        elif event == "start":
            document = _Document(element, faults)
        elif name == "group":
            continue
        elif document is None:
            faults.report(f"a {name} stands outside of any file", line=line_of(element))
        elif name == "header":
            document.take_header(element, header)
        elif (unit := document.unit(element, faults)) is not None:
            yield unit


def _check_version(root: _Element, faults: Faults) -> None:
    if (root.get("version") or "").startswith("2"):
        raise faults.fatal("this is XLIFF 2, another format: xliff2", line=line_of(root))


class _Document:
    """A ``file``: what it says of all its units."""

    def __init__(self, element: _Element, faults: Faults) -> None:
        self._path = element.get("original") or None
        self._languages = element.get("source-language"), element.get("target-language")
        self._tool = element.get("tool-id") or element.get("tool")
        self._ours = False
        self._said: dict[str, str] = {}
        self._origins: dict[tuple[str, str | None], Origin] = {}
        if not self._languages[0]:
            faults.report("a file names no source language", line=line_of(element))

    def take_header(self, element: _Element, header: Header) -> None:
        """What the header says, also of the whole XLIFF file, if this is the first one that says it."""
        roots: list[str] = []
        for child in element.iter():
            name = local_name(child)
            text = "".join(map(str, child.itertext()))
            if name == "tool":
                self._ours = self._ours or child.get("tool-id") == "locdocs"
                header.tool = header.tool or child.get("tool-name")
            elif name == "phase" and child.get("tool-id") == "locdocs":
                self._said["translation type"] = _PROCESSES.get(child.get("process-name") or "", "")
                self._said["last handoff"] = child.get("date") or ""
            elif name == "note" and child.get("from") == "locdocs":
                key, _, value = text.partition(": ")
                self._said[key] = value
                roots += [value] if key == "root" else []
            elif name.startswith("ms.") or name == "inline":
                self._said[_PUBLISHER_KEYS.get(name, name)] = text
            elif name == "root":
                roots.append(text)
        header.tool = header.tool or self._tool
        header.inline = header.inline or INLINE_MODES.get(self._said.get("inline", ""))
        header.roots = header.roots or tuple(roots)

    def unit(self, element: _Element, faults: Faults) -> Unit | None:
        """A unit; ``None`` where it is wrong, which has been reported."""
        source = target = None
        for child in element:
            name = local_name(child)
            if name == "source" and source is None:
                source = child
            elif name == "target" and target is None:
                target = child
        if source is None:
            faults.report("a trans-unit has no source", line=line_of(element))
            return None
        texts = _text(source), "" if target is None else _text(target)
        if any("&" in text for text in texts) and has_entity(element):
            faults.report("a trans-unit holds an entity that nothing explains", line=line_of(element))
            return None
        source_language = source.get(XML_LANG) or self._languages[0]
        if not source_language:
            return None
        target_language = (None if target is None else target.get(XML_LANG)) or self._languages[1]
        unit_id = (element.get("resname") if self._ours else None) or element.get("id") or ""
        if self._ours and element.get("resname") == "":
            unit_id = ""
        return Unit(unit_id, *texts, self._origin(source_language, target_language), None, _block(element))

    def _origin(self, source_language: str, target_language: str | None) -> Origin:
        languages = source_language, target_language
        if languages not in self._origins:
            said = self._said
            # The publisher writes the paths of its own system.
            path = said["path"].replace("\\", "/") if said.get("path") and not self._ours else said.get("path")
            self._origins[languages] = Origin(
                path or self._path,
                *languages,
                said.get("translation type") or None,
                said.get("source commit") or None,
                said.get("source hash") or None,
                _date(said.get("last handoff", "")),
            )
        return self._origins[languages]


_PUBLISHER_KEYS = {
    "ms.openlocfilehash": "source hash",
    "ms.sourcegitcommit": "source commit",
    "ms.lasthandoff": "last handoff",
    "ms.openlocfilepath": "path",
    "ms.translationtype": "translation type",
}


def _text(element: _Element) -> str:
    return "".join(_texts(element)) if len(element) else element.text or ""


def _texts(element: Any) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        if len(child) or child.text:
            yield from _texts(child)
        elif shown := child.get("equiv-text"):
            yield shown
        if child.tail:
            yield child.tail


def _block(element: _Element) -> str | None:
    """The kind of block, where locdocs wrote it, or the publisher's layout says that it is the front matter."""
    if element.get("restype") == "x-metadata":
        return "front matter"
    for context in element.iter("{*}context"):
        if context.get("context-type") == "x-block":
            return context.text
    return None


def _date(text: str) -> date | None:
    """A day as locdocs or as the publisher writes it."""
    if found := _DATE_OF_HEADERS.fullmatch(text.strip()):
        text = f"{found['year']}-{found['month']:0>2}-{found['day']:0>2}"
    return iso_date(text)


def iso_date(text: str) -> date | None:
    """The day with which a text begins, ``2020-07-29``; ``None`` where it does not."""
    found = _ISO_DATE.match(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
