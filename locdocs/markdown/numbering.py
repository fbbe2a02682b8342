"""The numbers of the segments: what each must be after the one before it, and the units that explain every gap.

The format numbers the translatable units of a file in order, and not every unit gets a pair: the alternative text of an
image takes a number and leaves a gap (docs/format.md, "The id"). A gap that nothing explains is a unit that was lost,
or a pair that was added by hand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from locdocs.errors import FrontMatterError
from locdocs.front_matter import FrontMatter
from locdocs.markdown.reading import Reading
from locdocs.model import Segment

__all__ = ["PairlessUnit", "Step", "UnitKind", "count_sentences", "read_steps"]

UnitKind = Literal[
    "title", "description", "keyword", "image text", "image title", "definition title", "symbol", "paragraph"
]

_PLAIN = re.compile(r"[1-9][0-9]{2,17}")
_PARAGRAPH = re.compile(r"p[1-9][0-9]{2,17}")
# The last word of a sentence, what closes after it, and a next sentence that begins with a capital, a digit or a mark.
_SENTENCE_END = re.compile(
    r"""
      [.!?] ["'”’)\]*_]*+ \s++ (?= ["'“‘(\[*_`<%#$@]*+ [^\W_a-z] )
    | [。！？] ["'”’）」』]*+ (?= \s*+ \S )
    """,
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""\b(?P<name>alt|title|alt-text)\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)')""", re.IGNORECASE
)
_DEFINITION_TITLE = re.compile(
    r"""
    ^ [ \t>]*+ \[ (?: [^\[\]\\\n] | \\. )++ \]: [ \t]*+ (?: <[^<>\n]*> | [^\s<]\S*+ ) \s++
    (?P<title> "[^"\n]*+" | '[^'\n]*+' | \( .*? \) ) [ \t\r]*+ $
    """,
    re.VERBOSE | re.MULTILINE,
)
_SYMBOL = re.compile(r"(?<![\w:]):(?=[0-9_+-]*[a-z])[a-z0-9_+-]++:(?![\w:])")


@dataclass(frozen=True, slots=True)
class PairlessUnit:
    """A unit that takes numbers and has no pair of its number."""

    kind: UnitKind
    """What it is. ``symbol`` is an emoji by name (``:heavy_check_mark:``); ``paragraph`` a segment with a ``p`` id."""
    start: int
    """Offset in the file."""
    end: int
    """Offset after its last character."""
    numbers: int
    """How many numbers it takes: one, or the sentences of a paragraph."""


@dataclass(frozen=True, slots=True)
class Step:
    """The way from one segment to the next: the number that was to be expected, and the number there is.

    Segments with a ``p`` id are on the way and no step: their own counter skips numbers for no reason that shows.
    """

    previous: int | None
    """Index of the segment before, or ``None`` for the first."""
    index: int
    """Index of the segment."""
    expected: int
    """The number it should have."""
    actual: int
    """The number it has."""
    units: tuple[PairlessUnit, ...]
    """The units that stand between the two and take numbers without giving them to a pair, in order."""

    @property
    def explained(self) -> bool:
        """Whether the number is as expected."""
        return self.expected == self.actual


def count_sentences(text: str) -> int:
    """How many sentences a text holds, at least one; a rough count by marks and capitals."""
    return 1 + sum(1 for _ in _SENTENCE_END.finditer(text.strip()))


def read_steps(segments: Sequence[Segment], reading: Reading, front_matter: FrontMatter) -> tuple[Step, ...]:
    """The expected and the actual number of each segment with a plain number, in the order of the text.

    The first number follows from the header: the title, each sentence of the description and each keyword take one.
    The sentences there are those of the translation, so a first step says less than the others.

    :param segments: the segments of the document.
    :param reading: what Markdown says in its source text.
    :param front_matter: its header.
    """
    plain = [(index, int(segment.number)) for index, segment in enumerate(segments) if _PLAIN.fullmatch(segment.number)]
    units = sorted([*_skeleton_units(reading), *_paragraphs(segments)], key=lambda unit: unit.start)
    starts = [unit.start for unit in units]

    def between(start: int, end: int) -> tuple[PairlessUnit, ...]:
        return tuple(units[bisect_left(starts, start) : bisect_left(starts, end)])

    steps: list[Step] = []
    if plain:
        index, number = plain[0]
        found = (*_header_units(front_matter), *between(front_matter.end, segments[index].start))
        steps.append(Step(None, index, 101 + _sum(found), number, found))
    for (previous, last), (index, number) in pairwise(plain):
        found = between(segments[previous].end, segments[index].start)
        steps.append(Step(previous, index, last + 1 + _sum(found), number, found))
    return tuple(steps)


def _sum(units: Sequence[PairlessUnit]) -> int:
    return sum(unit.numbers for unit in units)


def _paragraphs(segments: Sequence[Segment]) -> Iterator[PairlessUnit]:
    """The segments with ``p`` ids: none is made of one sentence, so two is the least."""
    for segment in segments:
        if _PARAGRAPH.fullmatch(segment.number):
            yield PairlessUnit("paragraph", segment.start, segment.end, max(count_sentences(segment.source), 2))


def _header_units(front_matter: FrontMatter) -> Iterator[PairlessUnit]:
    """What a header holds for translation; nothing where it cannot be read."""
    try:
        values = dict(front_matter)
    except FrontMatterError:
        return
    place = front_matter.body_start, front_matter.body_end
    if values.get("title"):
        yield PairlessUnit("title", *place, 1)
    if values.get("description"):
        yield PairlessUnit("description", *place, count_sentences(str(values["description"])))
    if keywords := values.get("keywords"):
        yield PairlessUnit("keyword", *place, len(keywords) if isinstance(keywords, list) else 1)


def _skeleton_units(reading: Reading) -> Iterator[PairlessUnit]:
    """The units outside of every segment: what stands inside of one is translated with it and takes no number."""
    projection, text = reading.projection, reading.projection.text
    for kind, start, end in (*_units_of_tokens(reading), *_symbols(reading)):
        if text[start:end].strip() and projection.segment_at(start) is None:
            yield PairlessUnit(kind, *projection.file_range(start, end), 1)


def _units_of_tokens(reading: Reading) -> Iterator[tuple[UnitKind, int, int]]:
    """Texts and titles of images, and titles of link definitions: kind and range in the projection."""
    text = reading.projection.text
    opened: dict[int, int] = {}
    for token in reading.markup.tokens:
        if token.kind == "image" and token.role == "opening":
            opened[token.group] = token.end
        elif token.kind == "image":
            yield "image text", opened[token.group], token.start
            if token.title and not token.label:
                yield "image title", token.start, token.end
        elif (token.kind == "html" and token.name == "img") or (token.kind == "docfx" and token.name == "image"):
            for found in _ATTRIBUTE.finditer(text, token.start, token.end):
                quoted = "double" if found["double"] is not None else "single"
                kind: UnitKind = "image title" if found["name"].lower() == "title" else "image text"
                yield kind, *found.span(quoted)
        elif token.kind == "block" and token.end - token.start > 5:
            for found in _DEFINITION_TITLE.finditer(text, token.start, token.end):
                yield "definition title", *found.span("title")


def _symbols(reading: Reading) -> Iterator[tuple[UnitKind, int, int]]:
    """Emoji by name, outside of markup and code."""
    for found in _SYMBOL.finditer(reading.projection.text, reading.begin):
        if not reading.is_markup(found.start()):
            yield "symbol", *found.span()
