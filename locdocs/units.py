"""Unit: a segment on its way out to an exchange file, or in from one.

A segment is flat and knows nothing of its document; a unit carries what a memory, a translator or a spreadsheet needs
beside the two texts: where it comes from, in which languages, and what kind of block it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import repeat
from typing import TYPE_CHECKING, Literal, NamedTuple

from locdocs.errors import FrontMatterError
from locdocs.front_matter import find_header
from locdocs.model import Document, Segment
from locdocs.text import decode

if TYPE_CHECKING:
    from locdocs.markdown import InlineCode

__all__ = ["TRANSLATED_FIELDS", "InlineMode", "Origin", "Unit", "header_units", "origin_of", "units_of"]

TRANSLATED_FIELDS = ("title", "description")
"""The values of a header that go out as units where their English is at hand (docs/format.md, "Front matter")."""

_HEADING = re.compile(r'#(#{0,5})[ \t]+(?:<a (?:name|id)="[^"\n]*"></a>[ \t]*)?(?=<span )')
_INDENTS = ("", " ", "  ", "   ")

InlineMode = Literal["markdown", "plain", "codes"]
"""How inline markup goes out: as the Markdown it is, dropped, or marked as inline codes."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where units come from: what all units of one document have in common."""

    path: str | None
    """The document: POSIX, relative to the folder that was read, or as given; ``None`` for a text in memory."""
    source_language: str
    """Such as ``en-US``."""
    target_language: str | None
    """Such as ``es-ES``; ``None`` where nothing says so."""
    translation_type: str | None = None
    """``MT`` (machine) or ``HT`` (human), as the document says."""
    source_commit: str | None = None
    """The commit of the English repository, 40 hexadecimal digits."""
    source_hash: str | None = None
    """SHA-1 of the English file, 40 hexadecimal digits."""
    last_handoff: date | None = None
    """The day the translation was handed over."""
    inline: InlineMode | None = field(default=None, compare=False)
    """How inline markup stands in the texts, where the exchange file that they come from says so; it does not
    count when origins are compared."""


class Unit(NamedTuple):
    """A source text and its target text, with where they come from.

    Like :class:`~locdocs.model.Segment` a named tuple for speed; what all units of a document share stands once, in
    ``origin``.
    """

    id: str
    """The segment's id, such as ``0c05b-103``."""
    source: str
    """The source text: Markdown as the file writes it, or plain text where that was asked for."""
    target: str
    """The target text, likewise."""
    origin: Origin
    """The document: path, languages, translation type, commit, hash, date."""
    line: int | None = None
    """Line of the document on which the pair begins, counted from 1; ``None`` where the format has no use for it."""
    block: str | None = None
    """The kind of block the segment stands in, such as ``heading``; ``None`` where it was not asked for."""
    source_codes: tuple[InlineCode, ...] | None = None
    """The inline codes of ``source``, by rising offset; ``None`` where they were not asked for."""
    target_codes: tuple[InlineCode, ...] | None = None
    """The inline codes of ``target``, likewise."""
    heading: int | None = None
    """Level of the ATX heading that begins with this segment; ``None`` elsewhere, and where it was not asked for."""

    @property
    def number(self) -> str:
        """The id without its prefix: ``103``, or ``p103`` for a whole paragraph kept as one segment."""
        return self.id.rpartition("-")[2]

    @property
    def path(self) -> str | None:
        """Short for ``origin.path``."""
        return self.origin.path

    @property
    def source_language(self) -> str:
        """Short for ``origin.source_language``."""
        return self.origin.source_language

    @property
    def target_language(self) -> str | None:
        """Short for ``origin.target_language``."""
        return self.origin.target_language


def origin_of(document: Document) -> Origin:
    """What the units of a document have in common."""
    keys = document.localization
    return Origin(
        None if document.path is None else str(document.path),
        document.source_language,
        document.target_language,
        keys.translation_type,
        keys.source_commit,
        keys.source_hash,
        keys.last_handoff_date if keys.last_handoff else None,
    )


def units_of(
    document: Document,
    *,
    inline: InlineMode = "markdown",
    block_kind: bool = False,
    lines: bool = False,
    headings: bool = False,
) -> list[Unit]:
    """The segments of a document as units, in the order of the text.

    :param inline: ``markdown``: the texts as the file writes them. ``plain``: what a reader sees, empty where that is
        white space. ``codes``: as the file writes them, and where the inline codes stand.
    :param block_kind: whether to say what kind of block each segment stands in.
    :param lines: whether to work out the line of each segment.
    :param headings: whether to find the headings, for formats that group what follows them.
    """
    origin, segments = origin_of(document), document.segments
    if not segments:
        return []
    ids, sources, targets, starts, *_ = zip(*segments, strict=True)
    numbers = _lines(document.text, segments) if lines else repeat(None)
    levels = map(_headings(document).get, starts) if headings else repeat(None)
    nothing = repeat(None)
    # Column by column, and past the constructor as in the scanner: an export makes one of these for every segment.
    fields = zip(ids, sources, targets, repeat(origin), numbers, nothing, nothing, nothing, levels, strict=False)
    units: list[Unit] = list(map(tuple.__new__, repeat(Unit), fields))
    if block_kind or inline != "markdown":
        units = _with_structure(document, units, inline, block_kind=block_kind)
    return units


def header_units(document: Document, original: bytes | str) -> list[Unit]:
    """The title and the description of a document as units; their sources stand in the English original alone.

    Their ids are ``title`` and ``description``, their block is ``front matter``. A value that either file lacks, or
    that is no text, gives none.

    :param original: the English file.
    """
    english = find_header(decode(original) if isinstance(original, bytes) else original)
    header, origin = document.front_matter, origin_of(document)
    units: list[Unit] = []
    for name in TRANSLATED_FIELDS:
        try:
            source, target = english.get(name), header.get(name)
        except FrontMatterError:  # a header that is no YAML has no values
            return []
        if isinstance(source, str) and isinstance(target, str) and source and target:
            line = re.search(rf"^{name}[ \t]*:", header.raw, re.MULTILINE)
            number = header.raw.count("\n", 0, line.start()) + 1 if line else None
            units.append(Unit(name, source, target, origin, number, "front matter", source_codes=(), target_codes=()))
    return units


def _with_structure(document: Document, units: list[Unit], inline: InlineMode, *, block_kind: bool) -> list[Unit]:
    # Imported here: most exports never ask what the Markdown says.
    from locdocs.markdown import structure  # noqa: PLC0415

    found = structure(document)
    if inline == "plain":
        plain = map(found.plain, document.segments)
        units = [
            unit._replace(source=source if source.strip() else "", target=target if target.strip() else "")
            for unit, (source, target) in zip(units, plain, strict=True)
        ]
    if inline == "codes":
        codes = map(found.inline_codes, document.segments)
        units = [
            unit._replace(source_codes=source, target_codes=target)
            for unit, (source, target) in zip(units, codes, strict=True)
        ]
    if block_kind:
        kinds = (found.block(segment).kind for segment in document.segments)
        units = [unit._replace(block=kind) for unit, kind in zip(units, kinds, strict=True)]
    return units


def _headings(document: Document) -> dict[int, int]:
    """The level of each ATX heading that begins with a pair, by the offset of the pair.

    By pattern, because the structure costs twenty times what the rest of an export does; it takes a line for a heading
    that is none only where a pair stands in a block of code, twice in 1.6 million (docs/format.md, "The pair").
    """
    text = document.text
    return {
        found.end(): len(found[1]) + 1
        for found in _HEADING.finditer(text, document.front_matter.end)
        if text[text.rfind("\n", 0, found.start()) + 1 : found.start()] in _INDENTS
    }


def _lines(text: str, segments: Sequence[Segment]) -> list[int]:
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    numbers, line, done = [], 1, 0
    for segment in segments:
        line += text.count("\n", done, segment.start)
        done = segment.start
        numbers.append(line)
    return numbers
