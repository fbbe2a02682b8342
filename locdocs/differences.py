"""What has changed between two texts: lines first, and words in the lines that have.

Lines and words that stand once in both texts hold the two together (the way of "patience diff"); difflib, whose time
grows with the square of what it is given, sees what is left between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

__all__ = ["Hunk", "row_hunks", "text_hunks"]

# A word; in scripts without blanks a character. Everything else one by one.
_WORD = re.compile(r"[^\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|[\s\S]")
_MOST_COMPARED = 4_000_000
"""The product of two lengths beyond which difflib is not asked: then all between two anchors has changed."""


class Hunk(NamedTuple):
    """``old[start:end]`` became ``new[new_start:new_end]``; offsets of lines, words or characters."""

    start: int
    end: int
    new_start: int
    new_end: int


def text_hunks(old: str, new: str) -> list[Hunk]:
    """The changes that make one text of another, by rising offset of characters; they do not touch each other."""
    if old == new:
        return []
    lines = _in_characters(old.splitlines(keepends=True), new.splitlines(keepends=True))
    return [
        Hunk(start + hunk.start, start + hunk.end, new_start + hunk.new_start, new_start + hunk.new_end)
        for start, end, new_start, new_end in lines
        for hunk in _in_characters(_WORD.findall(old[start:end]), _WORD.findall(new[new_start:new_end]))
    ]


def row_hunks(old: Sequence[str], new: Sequence[str]) -> Iterator[Hunk]:
    """The changes between two rows of texts, by rising offset in them."""
    return _compare(old, new, Hunk(0, len(old), 0, len(new)))


def _in_characters(old: Sequence[str], new: Sequence[str]) -> Iterator[Hunk]:
    """The changes between two rows of pieces, as offsets of the texts that these make."""
    own = list(accumulate(map(len, old), initial=0))
    other = list(accumulate(map(len, new), initial=0))
    for start, end, new_start, new_end in row_hunks(old, new):
        yield Hunk(own[start], own[end], other[new_start], other[new_end])


def _compare(old: Sequence[str], new: Sequence[str], part: Hunk) -> Iterator[Hunk]:
    """The changes in a part of two rows."""
    start, end, new_start, new_end = part
    while start < end and new_start < new_end and old[start] == new[new_start]:
        start, new_start = start + 1, new_start + 1
    while start < end and new_start < new_end and old[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    part = Hunk(start, end, new_start, new_end)
    if start == end and new_start == new_end:
        return
    anchors = _anchors(old, new, part) if start < end and new_start < new_end else []
    if anchors:
        for place, new_place in [*anchors, (end, new_end)]:
            yield from _compare(old, new, Hunk(start, place, new_start, new_place))
            start, new_start = place + 1, new_place + 1
    elif 0 < (end - start) * (new_end - new_start) <= _MOST_COMPARED:
        matcher = SequenceMatcher(None, old[start:end], new[new_start:new_end], autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag != "equal":
                yield Hunk(start + i1, start + i2, new_start + j1, new_start + j2)
    else:
        yield part


def _anchors(old: Sequence[str], new: Sequence[str], part: Hunk) -> list[tuple[int, int]]:
    """Pieces that stand once in both rows: the longest series of them in which both rise."""
    ours, theirs = old[part.start : part.end], new[part.new_start : part.new_end]
    single, other_single = Counter(ours), Counter(theirs)
    place_of = {piece: place for place, piece in enumerate(theirs)}
    both = [
        (place, place_of[piece])
        for place, piece in enumerate(ours)
        if single[piece] == 1 and other_single.get(piece) == 1 and not piece.isspace()
    ]
    # The longest rising series, by the smallest end of a series of each length.
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for index, (_, place) in enumerate(both):
        length = bisect_left(ends, place)
        previous.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [index]
    series: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        series.append((both[index][0] + part.start, both[index][1] + part.new_start))
        index = previous[index]
    return series[::-1]
