"""Brackets and lines of the skeleton, and what may be broken in it."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Candidate", "is_image", "line_of", "opening_in", "opening_of"]

_LONGEST_TEXT = 1_000
_WIDEST_GAP = 8


class Candidate(NamedTuple):
    """What looks broken, before Markdown was asked. Offsets are characters of the skeleton."""

    key: int | None
    """What must be plain text, if it is broken; ``None`` where that is known."""
    start: int
    end: int
    message: str
    edits: tuple[tuple[int, int, str], ...]
    """The fix: start, end and new text."""
    unit: tuple[int, int] | None = None
    """Where an image begins, and how many numbers its texts took."""
    safe: bool | None = None
    """Whether the fix is safe, where that is not as the rule says."""


def line_of(text: str, offset: int) -> int:
    """Where the line of an offset begins; it is looked at for no longer than a text may be."""
    first = max(offset - _LONGEST_TEXT, 0)
    return max(text.rfind("\n", first, offset) + 1, first)


def opening_of(text: str, closing: int) -> int | None:
    """The bracket, of any width, that the one at an offset closes on its line; ``None`` where there is none."""
    return opening_in(text, closing, line_of(text, closing))


def opening_in(text: str, end: int, begin: int = 0) -> int | None:
    """The bracket, of any width, that is still open at an offset; ``None`` where there is none.

    :param begin: it does not stand before this offset.
    """
    depth = 0
    for at in range(end - 1, begin - 1, -1):
        character = text[at]
        if character in "]］】":
            depth += 1
        elif character in "[［【":
            if not depth:
                return at
            depth -= 1
    return None


def is_image(text: str, opening: int) -> bool:
    """Whether an exclamation mark stands before a bracket."""
    before = text[max(opening - _WIDEST_GAP, 0) : opening].rstrip(" \t\u00a0\u3000")
    return before.endswith(("!", "！", "¡"))
