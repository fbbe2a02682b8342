"""What a report shows of a diagnostic: the texts of its segment, and its line, each with the part to mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from locdocs.validation import Diagnostic

__all__ = ["INVISIBLE", "Shown", "line_of", "sides_of"]

INVISIBLE = dict.fromkeys((0xA0, 0x2007, 0x2009, 0x202F, 0x200B, 0xFEFF), "·")
"""Blanks that look like others, or are not seen, with what is shown in their place: a table for ``str.translate``."""


class Shown(NamedTuple):
    """A text to show, and which part of it to mark."""

    label: str
    """``source``, ``target``, or the number of the line."""
    text: str
    start: int
    """Where the part begins; -1 where none of it lies in the text."""
    end: int

    @property
    def is_marked(self) -> bool:
        """Whether there is a part to mark."""
        return self.start >= 0

    def clipped(self, before: int, widest: int) -> tuple[str, Shown, str]:
        """What stands around the part, if the text is long, between marks for what is left out.

        :param before: so many characters before the part.
        :param widest: so many characters in all.
        """
        first = max(0, self.start - before) if len(self.text) > widest else 0
        text = self.text[first : first + widest]
        start, end = (self.start - first, min(self.end - first, len(text))) if self.is_marked else (-1, -1)
        cut_off = first + widest < len(self.text)
        return "…" if first else "", Shown(self.label, text, start, end), "…" if cut_off else ""


def sides_of(diagnostic: Diagnostic) -> Iterator[Shown]:
    """Source and target of the segment, if there is one."""
    ranges = [(diagnostic.offset, diagnostic.end_offset), *([diagnostic.related] if diagnostic.related else [])]
    for label, text, begin in (
        ("source", diagnostic.source, diagnostic.source_start),
        ("target", diagnostic.target, diagnostic.target_start),
    ):
        if text is not None and begin is not None:
            yield _side(label, text, begin, ranges)


def line_of(diagnostic: Diagnostic) -> Shown | None:
    """The line of the file; of a part that goes on below it, as much as stands in it."""
    if not diagnostic.line_text:
        return None
    start = diagnostic.column - 1
    end = min(start + len(diagnostic.text), len(diagnostic.line_text))
    return Shown(str(diagnostic.line), diagnostic.line_text, start, end)


def _side(label: str, text: str, begin: int, ranges: list[tuple[int, int]]) -> Shown:
    for start, end in ranges:
        if begin <= start and end <= begin + len(text):
            return Shown(label, text, start - begin, end - begin)
    return Shown(label, text, -1, -1)
