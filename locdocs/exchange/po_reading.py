"""PO read: what locdocs writes, or any catalogue.

An entry without a translation gives a unit with an empty target, one that is obsolete gives none. One with plural forms
gives two: the singular with the first form, the plural with the last. The context of a catalogue of locdocs says path
and id; that of another program is the unit's id, and the first place of occurrence its path.

The file is handed to polib in pieces of some hundred entries, cut at empty lines, so that memory stays flat. An entry
that is wrong is left out and named; polib itself takes a string that is never closed, as a file has that was cut off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from itertools import groupby
from typing import Any, BinaryIO

from locdocs.exchange.characters import is_utf8
from locdocs.exchange.po import INLINE_FIELD, ROOTS_FIELD, SOURCE_LANGUAGE_FIELD
from locdocs.exchange.reading import Faults, Header
from locdocs.exchange.rows import RowReading
from locdocs.units import Unit

__all__ = ["read"]

_HEAD = 1 << 14
_AT_ONCE = 500
_CHARSET = re.compile(rb"charset=([-\w.:]+)")
_CONTEXT = re.compile(r"(?P<path>.*)#(?P<id>[^#]*?)(?:~[0-9.]+)?", re.DOTALL)
_DIGITS = re.compile("[0-9]+")
_COMMENT = re.compile(r"(translation_type|source_commit|source_hash|last_handoff|block|line): (.+)")
_STRING = re.compile(r'(?:[a-z_]+(?:\[\d+\])?\s*)?"(?:[^\\]|\\.)*"')
_LINE = re.compile(r"\(line (\d+)\)(?:: (.*))?")


def read(file: BinaryIO, header: Header, faults: Faults) -> Iterator[Unit]:
    """The units of a PO catalogue.

    :param header: gets inline mode and roots, and the program that wrote it.
    :param faults: get an entry that cannot be read, with its line.
    :raises ExchangeError: there is no entry at all, or the character set is unknown.
    """
    yield from RowReading(header, faults).units(_rows(file, header, faults))


def _rows(file: BinaryIO, header: Header, faults: Faults) -> Iterator[tuple[int, Mapping[str, Any]]]:
    said: dict[str, Any] = {}
    found = False
    text = _opened(file, faults)
    try:
        for line, entry, metadata in _entries(text, faults):
            found = True
            if entry is None:
                said = _said(metadata)
                header.tool = said.get("tool")
            elif not entry.obsolete:
                common = {**said, **_place(entry, own="inline" in said)}
                for source, target in _pairs(entry):
                    if not is_utf8(f"{source}{target}{common['id']}"):
                        faults.report("is not UTF-8", line=line)
                    elif source:
                        yield line, {**common, "source": source, "target": target}
    finally:
        text.detach()
    if not found:
        raise faults.fatal("holds no entry of a PO catalogue")


def _opened(file: BinaryIO, faults: Faults) -> TextIOWrapper:
    """The text of the catalogue, in the character set that its header names."""
    head = file.read(_HEAD)
    file.seek(0)
    named = _CHARSET.search(head)
    charset = named[1].decode("ascii", "replace") if named and named[1] != b"CHARSET" else "utf-8"
    try:
        is_utf8 = "".encode(charset) == b"" and charset.lower().replace("-", "") == "utf8"
    except LookupError:
        raise faults.fatal(f"is in a character set that is not known: {charset}") from None
    # What is no UTF-8 becomes surrogates, so that only its entry is lost.
    return TextIOWrapper(file, "utf-8-sig" if is_utf8 else charset, "surrogateescape" if is_utf8 else "replace")


def _entries(text: Iterable[str], faults: Faults) -> Iterator[tuple[int, Any, Mapping[str, str]]]:
    """Each entry with its line, and what the header says where it begins a piece."""
    for _, group in groupby(enumerate(_whole(_blocks(text), faults)), lambda numbered: numbered[0] // _AT_ONCE):
        blocks = [block for _, block in group]
        try:
            yield from _parsed(blocks)
        except OSError:
            for block in blocks:
                try:
                    yield from list(_parsed([block]))
                except OSError as error:
                    place = _LINE.search(str(error))
                    line = block[0] + int(place[1]) - 1 if place else block[0]
                    faults.report(place[2] if place and place[2] else "is no line of a PO catalogue", line=line)


def _parsed(blocks: Sequence[tuple[int, str]]) -> Iterator[tuple[int, Any, Mapping[str, str]]]:
    """Some blocks of entries, each with the line it begins on.

    :raises OSError: polib cannot read them; the message names the line.
    """
    # Imported here: only this format needs it.
    import polib  # noqa: PLC0415

    start, end, pieces = blocks[0][0], blocks[0][0], []
    for line, block in blocks:
        pieces.append("\n" * (line - end) + block)
        end = line + block.count("\n")
    # Where the last comment is an empty one, polib forgets the entry before it.
    parsed = polib.pofile(_Content("".join([*pieces, "# end\n"])), encoding="utf-8")
    if parsed.metadata:
        yield start, None, parsed.metadata
    for entry in parsed:
        yield start + (entry.linenum or 1) - 1, entry, {}


class _Content(str):
    """The content of a catalogue. Its lines end with LF only: other separators are characters of the texts."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: ARG002 - as in str
        """The lines."""
        return self.split("\n")


def _blocks(text: Iterable[str]) -> Iterator[tuple[int, str]]:
    """What stands between empty lines, with the line it begins on; never without a translation at its end."""
    start, lines, complete = 1, list[str](), False
    for number, line in enumerate(text, 1):
        if line.strip():
            if not lines:
                start = number
            lines.append(line if line.endswith("\n") else f"{line}\n")
            complete = complete or line.startswith(("msgstr", "#~ msgstr"))
        elif complete:
            yield start, "".join(lines)
            lines, complete = [], False
        elif lines:
            lines.append("\n")
    if lines:
        yield start, "".join(lines)


def _whole(blocks: Iterable[tuple[int, str]], faults: Faults) -> Iterator[tuple[int, str]]:
    """The blocks that break off nowhere; the others are reported."""
    for start, block in blocks:
        wrong = next(_breaks(block), None)
        if wrong is None:
            yield start, block
        else:
            place, message = wrong
            faults.report(message, line=start + place)


def _breaks(block: str) -> Iterator[tuple[int, str]]:
    """Where a block breaks off: the lines, counted from 0, and what is missing there."""
    begun: int | None = None
    for place, line in enumerate(map(str.strip, block.split("\n"))):
        if not line or line.startswith("#"):
            continue
        if '"' in line and not _STRING.fullmatch(line):
            yield place, "a string is not closed: the file may be cut off"
        if line.startswith("msgstr"):
            begun = None
        elif line.startswith("msgid ") and begun is not None:
            yield begun, "an entry has no msgstr"
        elif line.startswith("msgid "):
            begun = place
    if begun is not None:
        yield begun, "an entry has no msgstr: the file may be cut off"


def _said(metadata: Mapping[str, str]) -> dict[str, Any]:
    """What the header says, as values of a row."""
    said = {
        "inline": metadata.get(INLINE_FIELD),
        "roots": metadata.get(ROOTS_FIELD),
        "source_language": metadata.get(SOURCE_LANGUAGE_FIELD),
        "target_language": metadata.get("Language", "").replace("_", "-"),
        "tool": metadata.get("X-Generator") or metadata.get("Project-Id-Version", "").partition(" ")[0],
    }
    return {name: value for name, value in said.items() if value}


def _place(entry: Any, *, own: bool) -> dict[str, Any]:
    """Where an entry comes from."""
    context, places = entry.msgctxt or "", entry.occurrences
    path, line = places[-1 if own else 0] if places else (None, None)
    place: dict[str, Any] = {"id": context, "path": path, "line": line if _DIGITS.fullmatch(line or "") else None}
    if not own:
        return place
    named = _CONTEXT.fullmatch(context)
    place.update(named.groupdict() if named else {"path": None})
    for comment in entry.comment.splitlines():
        if known := _COMMENT.fullmatch(comment):
            place[known[1]] = known[2]
    return place


def _pairs(entry: Any) -> list[tuple[str, str]]:
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    forms = [entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural)]
    return [(entry.msgid, forms[0]), (entry.msgid_plural, forms[-1])] if forms else []
