"""Emphasis, read lightly: what CommonMark says of the delimiters in a text, without the blocks around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from locdocs.rules.light_markup import Mark

__all__ = ["DELIMITERS", "PLAIN_BOLD", "Emphasis", "filled", "read_emphasis"]

# Each alternative begins with a character of its own: that is searched several times as fast.
DELIMITERS = re.compile(r"\*\**|_(?<![^\W_]_)_*|__*(?![^\W_])")
"""A run of asterisks, or of underscores that do not stand inside of a word."""

PLAIN_BOLD = re.compile(r"(?<![\w*\\])\*\*(?=\w)[^*_`<\\\[\]]+(?<=\w)\*\*(?![\w*])")
"""The most frequent emphasis: two asterisks, words, two asterisks."""


class Emphasis(NamedTuple):
    """How much of a text is emphasised, and how many runs of delimiters are left over."""

    strong: int
    italic: int
    left: int


class _Run:
    """A run of delimiters that may open emphasis; ``length`` is what is left of it."""

    __slots__ = ("character", "length")

    def __init__(self, character: str, length: int) -> None:
        self.character = character
        self.length = length


def read_emphasis(text: str, marks: tuple[Mark, ...]) -> Emphasis:
    """The emphasis of a text (CommonMark, "Emphasis and strong emphasis").

    :param marks: its other markup, in which delimiters are none.
    """
    if not marks:
        left, plain = PLAIN_BOLD.subn("", text)
        if "*" not in left and "_" not in left:
            return Emphasis(plain, 0, 0)
    seen = filled(text, marks)
    waiting: list[_Run] = []
    strong = italic = left_over = 0
    for found in DELIMITERS.finditer(seen):
        start, end = found.span()
        run = _Run(seen[start], end - start)
        opens, closes = _flanks(seen[start - 1 : start] or " ", seen[end : end + 1] or " ", run.character)
        while closes and run.length:
            opener = next((other for other in reversed(waiting) if other.character == run.character), None)
            if opener is None:
                break
            del waiting[waiting.index(opener) + 1 :]
            used = min(2, run.length, opener.length)
            strong += used == 2
            italic += used == 1
            run.length -= used
            opener.length -= used
            if not opener.length:
                waiting.pop()
        if run.length and opens:
            waiting.append(run)
        elif run.length:
            left_over += 1
    return Emphasis(strong, italic, left_over + len(waiting))


def filled(text: str, marks: tuple[Mark, ...]) -> str:
    """The text with a full stop in place of each character of other markup: to emphasis, that is punctuation."""
    if not marks:
        return text
    parts: list[str] = []
    done = 0
    for mark in marks:
        parts += (text[done : mark.start], "." * (mark.end - mark.start))
        done = mark.end
    parts.append(text[done:])
    return "".join(parts)


def _flanks(before: str, after: str, character: str) -> tuple[bool, bool]:
    """Whether a run of delimiters between two characters may open and may close emphasis."""
    mark, next_mark = not before.isalnum(), not after.isalnum()
    opens = not after.isspace() and (not next_mark or mark)
    closes = not before.isspace() and (not mark or next_mark)
    if character == "_":
        return opens and (not closes or mark), closes and (not opens or next_mark)
    return opens, closes
