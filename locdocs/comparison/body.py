"""The text outside of the pairs of a document, line by line."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate

from locdocs.comparison.values import Stretch
from locdocs.fences import fenced
from locdocs.model import Document

__all__ = ["MARK", "Body"]

MARK = "\0"
"""What stands for a pair."""
_SHOWN = "…"
_DELIMITER = frozenset("|-=: \t>")
_LINE = re.compile(r"[^\r\n]*+(?:\r\n?|\n|\Z)")
# What a block is made of besides its text: marks, brackets of a check box, tags without addresses, and anchors, which
# publication makes of headings.
_MARKUP = re.compile(
    r"""
    (?: [^\w<\[!] | _ | \d{1,9}[.)] | \[[ xX]\]
    | </?[a-z][a-z0-9]*+\s*+/?> | <a\ (?:name|id)="[^"<>]*+"\s*+/?> )*+
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Body:
    """The text behind the header, with a null in place of each pair. A line is its index, counted from 0."""

    def __init__(self, document: Document) -> None:
        self._document = document
        text, segments, header_end = document.text, document.segments, document.front_matter.end
        self.first = bisect_left(segments, header_end, key=lambda segment: segment.start)
        """The index of the first segment behind the header."""
        own = segments[self.first :]
        self._begin = max(header_end, segments[self.first - 1].end) if self.first else header_end
        ends = (self._begin, *(segment.end for segment in own))
        starts = (*(segment.start for segment in own), len(text))
        # CommonMark reads a null that the file holds as this character, too.
        parts = [text[end:start].replace(MARK, "\ufffd") for end, start in zip(ends, starts, strict=True)]
        self.view = MARK.join(parts)
        """The text with the marks."""
        self.marks = [end + index for index, end in enumerate(accumulate(map(len, parts)))][:-1]
        """Where the marks stand in it."""
        self._lengths = [0, *accumulate(segment.end - segment.start for segment in own)]

    @cached_property
    def _starts(self) -> list[int]:
        """Where lines begin, and the end of the last one."""
        starts = [found.start() for found in _LINE.finditer(self.view)]
        # Behind a line break at the end the pattern finds an empty line: none that anybody would count.
        return starts if len(starts) > 1 and starts[-1] == len(self.view) else [*starts, len(self.view)]

    @cached_property
    def _code(self) -> list[bool]:
        return list(fenced(map(self.line, range(len(self._starts) - 1))))

    def bounds(self, line: int) -> tuple[int, int]:
        """Where a line begins and where the next one does."""
        return self._starts[line], self._starts[line + 1]

    def line(self, line: int) -> str:
        """A line with its line break."""
        return self.view[self._starts[line] : self._starts[line + 1]]

    def line_at(self, offset: int) -> int:
        """The line of an offset of the view."""
        return min(bisect_right(self._starts, offset), len(self._starts) - 1) - 1

    def words(self, line: int) -> str:
        """The words of a line, without the pairs."""
        return " ".join(self.line(line).replace(MARK, " ").split())

    def is_blank(self, line: int) -> bool:
        """Whether a line holds nothing but white space, and no pair."""
        return not self.line(line).strip()

    def is_code(self, line: int) -> bool:
        """Whether a line is fenced code, or a fence."""
        return self._code[line]

    def is_markup(self, line: int) -> bool:
        """Whether a line holds marks of blocks and pairs, and nothing that means something without these."""
        return self.only_markup(self.line(line))

    def only_markup(self, text: str) -> bool:
        """The same of a text of the view."""
        return _MARKUP.fullmatch(text) is not None

    def lines_without(self, kept: AbstractSet[int]) -> dict[int, tuple[int, ...]]:
        """The lines that hold segments, none of them one of those, with the indices of theirs."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for place, mark in enumerate(self.marks, self.first):
            found[self.line_at(mark)].append(place)
        return {line: tuple(places) for line, places in found.items() if kept.isdisjoint(places)}

    def is_delimiter(self, line: int) -> bool:
        """Whether a line is the row of dashes below the head of a table."""
        return set(self.line(line).strip()) <= _DELIMITER and bool({"-", "="} & set(self.line(line)))

    def stretch(self, first: int, last: int) -> Stretch:
        """Some lines as a value."""
        start, end = self._starts[first], self._starts[last + 1]
        text = self.view[start:end].removesuffix("\n").removesuffix("\r")
        begin = self._in_file(start)
        line = self._document.location(begin).line
        return Stretch(line, text.replace(MARK, _SHOWN), begin, self._in_file(start + len(text)))

    def _in_file(self, offset: int) -> int:
        count = bisect_left(self.marks, offset)
        return self._begin + offset + self._lengths[count] - count
