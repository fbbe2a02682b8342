"""Which segment became which.

Ids do not tell it: their first five digits are those of the English file, and their numbers shift when a sentence is
put in before them (docs/format.md, "The id"). So segments are held together by their texts: first those that are the
same on both sides, in order; between these the ones with the same source, then the ones with the same target; of what
is left, sources that are much alike.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import NamedTuple

from locdocs.comparison.values import Kind, SegmentChange
from locdocs.differences import Hunk, row_hunks
from locdocs.model import Segment

__all__ = ["Matching", "match", "renumbered", "segment_changes"]

_ALIKE = 0.5
"""How alike two sources are, of which one is the other after an edit: half of their words in the same order."""
_MOST_COMPARED = 2_500
"""The product of two numbers of segments beyond which these are not compared each with each."""

_MOST_WORDS = 4_000_000
"""The product of two numbers of words beyond which their order does not count: difflib would take too long for it."""

_Pair = tuple[int, int]
"""The places of a segment in the old document and in the new one."""


class Matching(NamedTuple):
    """The places of the segments that are on both sides."""

    pairs: list[_Pair]
    """Those in the same order on both sides: old and new, rising."""
    moved: dict[int, int]
    """By their new place the old one of those with the same texts in another order."""


def match(old: Sequence[Segment], new: Sequence[Segment]) -> Matching:
    """Which segment of one version is which of the other."""
    pairs = _pairs(old, new)
    befores, afters = {before for before, _ in pairs}, {after for _, after in pairs}
    gone, come = (place for place in range(len(old)) if place not in befores), range(len(new))
    return Matching(pairs, _moved(old, new, gone, (place for place in come if place not in afters)))


def renumbered(old: Sequence[Segment], new: Sequence[Segment], matching: Matching) -> int:
    """How many segments have the same texts in the same order, and other ids."""
    return sum(
        old[before].id != new[after].id and _kind(old[before], new[after]) is None for before, after in matching.pairs
    )


def _pairs(old: Sequence[Segment], new: Sequence[Segment]) -> list[_Pair]:
    """Which segment became which, in order."""
    pairs: list[_Pair] = []
    gaps = [Hunk(0, len(old), 0, len(new))]
    for key in (_texts, attrgetter("source"), attrgetter("target")):
        gaps = [smaller for gap in gaps for smaller in _divided(old, new, gap, key, pairs)]
    for gap in gaps:
        pairs += _alike(old, new, gap)
    return sorted(pairs)


def _divided(
    old: Sequence[Segment], new: Sequence[Segment], gap: Hunk, key: Callable[[Segment], str], pairs: list[_Pair]
) -> Iterator[Hunk]:
    """The parts of a gap that a key leaves open; those that it holds together become pairs."""
    start, end, new_start, new_end = gap
    rows = [*map(key, old[start:end])], [*map(key, new[new_start:new_end])]
    found = [Hunk(start + a, start + b, new_start + c, new_start + d) for a, b, c, d in row_hunks(*rows)]
    bounds = [Hunk(start, start, new_start, new_start), *found, Hunk(end, end, new_end, new_end)]
    for one, following in pairwise(bounds):
        pairs += zip(range(one.end, following.start), range(one.new_end, following.new_start), strict=True)
    yield from found


def _alike(old: Sequence[Segment], new: Sequence[Segment], gap: Hunk) -> Iterator[_Pair]:
    """The pairs of a gap whose sources are much alike: the row of them, in order, that is most so as a whole."""
    start, end, new_start, new_end = gap
    if not 0 < (end - start) * (new_end - new_start) <= _MOST_COMPARED:
        return
    ours, theirs = ([one.source.split() for one in side] for side in (old[start:end], new[new_start:new_end]))
    in_order = sum(map(len, ours)) * sum(map(len, theirs)) <= _MOST_WORDS
    ratios = [[_ratio(one, other, in_order=in_order) for other in theirs] for one in ours]
    # The best that can be had of the segments from here on.
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in reversed(range(len(ours))):
        for j in reversed(range(len(theirs))):
            both = best[i + 1][j + 1] + ratios[i][j] if ratios[i][j] >= _ALIKE else 0.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(ours) and j < len(theirs):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield start + i, new_start + j
            i, j = i + 1, j + 1


def _ratio(one: Sequence[str], other: Sequence[str], *, in_order: bool) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or (quick := matcher.quick_ratio()) < _ALIKE:
        return 0.0
    return matcher.ratio() if in_order else quick


def segment_changes(old: Sequence[Segment], new: Sequence[Segment], matching: Matching) -> list[SegmentChange]:
    """The changes in the order of the new document; what was removed comes behind what it stood behind."""
    pairs, moved = matching
    paired, befores = {place: before for before, place in pairs}, [before for before, _ in pairs]
    found: list[tuple[int, int, SegmentChange]] = []
    for place, after in enumerate(new):
        before = paired.get(place, moved.get(place))
        kind = "moved" if place in moved else _kind(None if before is None else old[before], after)
        if kind is not None:
            found.append((place, -1, SegmentChange(kind, None if before is None else old[before], after)))
    for before in {*range(len(old))}.difference(befores, moved.values()):
        index = bisect_left(befores, before) - 1
        found.append((pairs[index][1] if index >= 0 else -1, before, SegmentChange("removed", old[before], None)))
    return [change for *_, change in sorted(found, key=itemgetter(0, 1))]


def _moved(old: Sequence[Segment], new: Sequence[Segment], gone: Iterable[int], come: Iterable[int]) -> dict[int, int]:
    """Where segments stood that were taken out in one place and put in as they are in another, by their new place."""
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for place in gone:
        waiting[_texts(old[place])].append(place)
    return {place: places.popleft() for place in come if (places := waiting.get(_texts(new[place])))}


def _kind(old: Segment | None, new: Segment) -> Kind | None:
    """What has changed of a segment; ``None`` where nothing has."""
    if old is None:
        return "added"
    if old.source == new.source:
        return None if old.target == new.target else "target"
    return "source" if old.target == new.target else "both"


def _texts(segment: Segment) -> str:
    return f"{segment.source}\0{segment.target}"
