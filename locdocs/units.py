"""Unit: a segment on its way out to an exchange file, or in from one.

A segment is flat and knows nothing of its document; a unit carries what a memory, a translator or a spreadsheet needs
beside the two texts: where it comes from, in which languages, and what kind of block it stands in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import repeat
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, SupportsIndex, overload

from locdocs.errors import FrontMatterError
from locdocs.front_matter import find_header
from locdocs.model import Document, Segment
from locdocs.text import clipped, decode

if TYPE_CHECKING:
    from locdocs.markdown import InlineCode

__all__ = [
    "TRANSLATED_FIELDS",
    "InlineMode",
    "Origin",
    "Unit",
    "UnitColumns",
    "header_units",
    "origin_of",
    "units_of",
]

TRANSLATED_FIELDS = ("title", "description")
"""The values of a header that go out as units where their English is at hand (docs/format.md, "Front matter")."""

_HEADING = re.compile(r'#(#{0,5})[ \t]+(?:<a (?:name|id)="[^"\n]*"></a>[ \t]*)?(?=<span )')
_BEFORE_HEADING = ("", "\n", " ")
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

    def __repr__(self) -> str:
        name = f"{self.path or '<text>'}#{clipped(self.id)[1:-1]}"
        return f"<Unit {name}: {clipped(self.source)} -> {clipped(self.target)}>"

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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class UnitColumns(Sequence[Unit]):
    """The units of one document, column by column: a sequence like a list of them, and equal to one.

    A unit is made when somebody asks for it. Most formats write columns, and an export would make a tuple for every
    segment only to take it apart again.
    """

    origin: Origin
    """Where all of them come from."""
    ids: Sequence[str]
    """``Unit.id`` of each; the other columns are as long."""
    sources: Sequence[str]
    """``Unit.source``."""
    targets: Sequence[str]
    """``Unit.target``."""
    lines: Sequence[int | None] | None = None
    """``Unit.line``. Of this column and those below, ``None`` says that all of it is ``None``."""
    blocks: Sequence[str | None] | None = None
    """``Unit.block``."""
    source_codes: Sequence[tuple[InlineCode, ...] | None] | None = None
    """``Unit.source_codes``."""
    target_codes: Sequence[tuple[InlineCode, ...] | None] | None = None
    """``Unit.target_codes``."""
    headings: Sequence[int | None] | None = None
    """``Unit.heading``."""

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[Unit]:
        asked_for = (repeat(None) if column is None else column for column in self._asked_for())
        fields = zip(self.ids, self.sources, self.targets, repeat(self.origin), *asked_for, strict=False)
        # Past the constructor as in the scanner: an export may make one of these for every segment.
        return map(tuple.__new__, repeat(Unit), fields)

    @overload
    def __getitem__(self, key: SupportsIndex) -> Unit: ...
    @overload
    def __getitem__(self, key: slice) -> UnitColumns: ...
    def __getitem__(self, key: Any) -> Unit | UnitColumns:
        texts = self.ids[key], self.sources[key], self.targets[key]
        asked_for = (None if column is None else column[key] for column in self._asked_for())
        if isinstance(key, slice):
            return UnitColumns(self.origin, *texts, *asked_for)
        return Unit(*texts, self.origin, *asked_for)

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, (UnitColumns, list)) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # like a list

    def __repr__(self) -> str:
        return f"<{len(self)} units of {self.origin.path or '<text>'}>"

    def _asked_for(self) -> tuple[Sequence[Any] | None, ...]:
        """The columns that may be ``None``, in the order of a unit's fields."""
        return self.lines, self.blocks, self.source_codes, self.target_codes, self.headings


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
) -> UnitColumns:
    """The segments of a document as units, in the order of the text.

    :param inline: ``markdown``: the texts as the file writes them. ``plain``: what a reader sees, empty where that is
        white space. ``codes``: as the file writes them, and where the inline codes stand.
    :param block_kind: whether to say what kind of block each segment stands in.
    :param lines: whether to work out the line of each segment.
    :param headings: whether to find the headings, for formats that group what follows them.
    """
    origin, segments = origin_of(document), document.segments
    if not segments:
        return UnitColumns(origin, (), (), ())
    ids, sources, targets, starts, *_ = zip(*segments, strict=True)
    numbers = _lines(document.text, segments) if lines else None
    levels = _headings(document, starts) if headings else None
    units = UnitColumns(origin, ids, sources, targets, lines=numbers, headings=levels)
    return _with_structure(document, units, inline, block_kind=block_kind)


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


def _with_structure(document: Document, units: UnitColumns, inline: InlineMode, *, block_kind: bool) -> UnitColumns:
    if inline == "markdown" and not block_kind:
        return units
    # Imported here: most exports never ask what the Markdown says.
    from locdocs.markdown import structure  # noqa: PLC0415

    found = structure(document)
    if inline == "plain":
        sources, targets = zip(*map(found.plain, document.segments), strict=True)
        units = replace(units, sources=list(map(_shown, sources)), targets=list(map(_shown, targets)))
    if inline == "codes":
        source_codes, target_codes = zip(*map(found.inline_codes, document.segments), strict=True)
        units = replace(units, source_codes=source_codes, target_codes=target_codes)
    if block_kind:
        units = replace(units, blocks=[found.block(segment).kind for segment in document.segments])
    return units


def _shown(plain: str) -> str:
    """A text as a reader sees it: nothing where there is only white space."""
    return plain if plain.strip() else ""


def _headings(document: Document, starts: tuple[int, ...]) -> Sequence[int | None]:
    """The level of the ATX heading that begins with each segment; ``None`` where none does.

    By pattern, because the structure costs twenty times what the rest of an export does; it takes a line for a heading
    that is none only where a pair stands in a block of code, twice in 1.6 million (docs/format.md, "The pair").
    """
    text = document.text
    levels: list[int | None] = [None] * len(starts)
    # Not one pattern for all: looking for a character in a text is several times faster without one.
    start = text.find("#", document.front_matter.end)
    while start >= 0:
        end = start + 1
        # No more than three spaces may stand before it on its line.
        if text[start - 1 : start] in _BEFORE_HEADING and (found := _HEADING.match(text, start)):
            end = found.end()
            index = bisect_left(starts, end)
            is_heading = text[max(start - 4, 0) : start].rpartition("\n")[2] in _INDENTS
            if is_heading and starts[index : index + 1] == (end,):
                levels[index] = len(found[1]) + 1
        start = text.find("#", end)
    return levels


def _lines(text: str, segments: Sequence[Segment]) -> list[int]:
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    numbers, line, done = [], 1, 0
    for segment in segments:
        line += text.count("\n", done, segment.start)
        done = segment.start
        numbers.append(line)
    return numbers
