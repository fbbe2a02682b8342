"""What is left of tags that were broken so that no half of a pair begins there: it is text, and is reported.

Brackets were encoded, once or several times, blanks were put into tags as machine translation does, or half of a tag
is gone. The names of the attributes show it, wherever they stand outside of segments, of code and of tags.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from locdocs.fences import fenced
from locdocs.model import Damage, Segment
from locdocs.span_tags import HALF_TAG, SOURCE_OPENING, code_spans

__all__ = ["unread_markup"]

# What may stand for the hyphen of a name.
_JOINT = r"[^\S\r\n]{0,3}[-_\u2010-\u2015\u2212][^\S\r\n]{0,3}"
_NAME = re.compile(
    rf"(?<![^\W_])(?:(?P<half>[ts])tu{_JOINT}id|sxs{_JOINT}lookup)(?![^\W_])(?P<value>\s*+(?:[=:\uff1d]|%3d))?+",
    re.IGNORECASE,
)
# How a tag begins, or else what is left of that: the first pattern that matches counts.
_BEGINNINGS = (
    re.compile(r"(?P<encoded>&(?:amp;)*+(?:lt|\#0*+60|\#x0*+3c);?+|\\<|%3c|\\u003c)|<(?!!)|\uff1c", re.IGNORECASE),
    re.compile(r"(?<!\w)span(?!\w)", re.IGNORECASE),
    re.compile(r"(?<!\w)class(?!\w)", re.IGNORECASE),
)
_OUTER_TAG = re.compile(r"<span\b[^<>]*sxs-lookup\Z", re.IGNORECASE)
_NO_TAG = re.compile(r"[<>\r\n]")
_LONGEST = 120
_LINE = re.compile(r"[^\n]*+(?:\n|\Z)")
_SURELY_ENCODED = re.compile(r"(?:&lt;|\\<)span\b", re.IGNORECASE)


class _Place(NamedTuple):
    """A name, and what is before it of its tag."""

    start: int
    end: int
    rank: int
    """Which of the three names of a pair it is, as they follow each other."""
    after: int
    """How many segments end before it."""
    is_encoded: bool
    is_outer: bool
    """Whether it stands where it should, in the outer tag of a source."""


def unread_markup(text: str, segments: Sequence[Segment], damage: Sequence[Damage]) -> Iterator[Damage]:
    """What is left of the tags of pairs that were not read, one for each pair, by rising offset.

    :param damage: what is known already; a lone tag near it needs no other report.
    """
    places = list(_outside(text, segments))
    if not places:
        return
    read = _Ranges([found.span() for pattern in (HALF_TAG, SOURCE_OPENING) for found in pattern.finditer(text)])
    code = _code(text)
    known = sorted(each.start for each in damage)
    for group in _groups(places):
        left = [each for each in group if each.is_encoded or not read.holds(each.end - 1)]
        left = [each for each in left if not code.holds(each.end - 1) or _SURELY_ENCODED.match(text, each.start)]
        broken = [each for each in left if not each.is_outer]
        if broken or (left and not _is_known(left[0], segments, known)):
            place = (broken or left)[0]
            yield _damage(text, place, is_encoded=any(each.is_encoded for each in left))


def _damage(text: str, place: _Place, *, is_encoded: bool) -> Damage:
    if is_encoded:
        what = "span markup with encoded or escaped angle brackets is not read as a pair"
        return Damage("encoded-span-markup", place.start, place.end, None, what)
    what = f"a tag is not as the format writes it, so that no pair is read: {text[place.start : place.end]}"
    return Damage("irregular-span-attributes", place.start, place.end, None, what)


def _outside(text: str, segments: Sequence[Segment]) -> Iterator[_Place]:
    """The names outside of segments that are, as it seems, no talk about them."""
    index = 0
    for found in _NAME.finditer(text):
        while index < len(segments) and segments[index].end <= found.start():
            index += 1
        if index < len(segments) and segments[index].start <= found.start():
            continue
        before = max(found.start() - _LONGEST, segments[index - 1].end if index else 0)
        beginning = _beginning(text, before, found.start())
        if beginning is None and not (found["value"] and found["half"]):
            continue
        ends = found.end() - len(found["value"] or "")
        yield _Place(
            found.start() if beginning is None else beginning.start(),
            ends,
            1 if not found["half"] else 0 if found["half"] in "tT" else 2,
            index,
            beginning is not None and bool(beginning.groupdict().get("encoded")),
            beginning is not None and _OUTER_TAG.match(text, beginning.start(), ends) is not None,
        )


def _beginning(text: str, start: int, end: int) -> re.Match[str] | None:
    """The beginning of the tag that goes on at an offset."""
    for pattern in _BEGINNINGS:
        found = None
        for found in pattern.finditer(text, start, end):  # noqa: B007 - the last one is wanted
            pass
        if found and not _NO_TAG.search(text, found.end(), end):
            return found
    return None


def _groups(places: Sequence[_Place]) -> Iterator[list[_Place]]:
    """The names of one pair each."""
    group: list[_Place] = []
    for place in places:
        if group and (place.rank <= group[-1].rank or place.after != group[-1].after):
            yield group
            group = []
        group.append(place)
    yield group


def _is_known(place: _Place, segments: Sequence[Segment], known: Sequence[int]) -> bool:
    """Whether something was reported between the segments that a tag stands between."""
    start = segments[place.after - 1].end if place.after else 0
    following = bisect_left(known, start)
    end = segments[place.after].start if place.after < len(segments) else math.inf
    return following < len(known) and known[following] < end


class _Ranges:
    """Ranges of a text that are asked in order."""

    def __init__(self, ranges: list[tuple[int, int]]) -> None:
        self._ranges = sorted(ranges)
        self._index = self._end = 0

    def holds(self, offset: int) -> bool:
        """Whether one of them covers an offset, which is not less than the one asked before."""
        while self._index < len(self._ranges) and self._ranges[self._index][0] <= offset:
            self._end = max(self._end, self._ranges[self._index][1])
            self._index += 1
        return offset < self._end


def _code(text: str) -> _Ranges:
    """Fenced blocks and code spans."""
    lines = [found.span() for found in _LINE.finditer(text)]
    in_fence = fenced(text[start:end] for start, end in lines)
    blocks = [line for line, is_code in zip(lines, in_fence, strict=True) if is_code]
    return _Ranges([*blocks, *code_spans(text)])
