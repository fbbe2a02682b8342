"""What has changed between two versions of a document, segment by segment.

Ids do not tell which segment is which: their first five digits are those of the English file, and their numbers shift
when a sentence is put in before them (docs/format.md, "The id"). So segments are held together by their texts: first
those that are the same on both sides, in order; between these the ones with the same source, then the ones with the
same target; of what is left, sources that are much alike.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain, pairwise
from operator import attrgetter, itemgetter
from typing import Literal, NamedTuple

from locdocs.differences import Hunk, row_hunks
from locdocs.errors import FrontMatterError
from locdocs.model import Document, Segment, expect_document
from locdocs.projection import skeleton

__all__ = ["KINDS", "Difference", "HeaderChange", "SegmentChange", "diff"]

Kind = Literal["added", "removed", "moved", "source", "target", "both"]

KINDS: tuple[Kind, ...] = ("added", "removed", "moved", "source", "target", "both")
"""``added`` and ``removed``; ``moved``: the same texts in another place; which side has changed otherwise."""

_ALIKE = 0.5
"""How alike two sources are, of which one is the other after an edit: half of their words in the same order."""
_MOST_COMPARED = 2_500
"""The product of two numbers of segments beyond which these are not compared each with each."""

_Pair = tuple[int, int]
"""The places of a segment in the old document and in the new one."""


class SegmentChange(NamedTuple):
    """A segment that has changed."""

    kind: Kind
    old: Segment | None
    """The segment as it was; ``None`` where it was added."""
    new: Segment | None
    """The segment as it is; ``None`` where it was removed."""


class HeaderChange(NamedTuple):
    """A key of the front matter whose value has changed."""

    key: str
    """The key; empty for a header that cannot be read as one: the values are its texts then."""
    old: object
    """The value as it was; ``None`` where the key was added."""
    new: object
    """The value as it is; ``None`` where the key was removed."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What has changed in a document. It is false where nothing has, to the byte."""

    old: Document
    new: Document
    segments: tuple[SegmentChange, ...]
    """The segments that have changed, in the order of the new document; one that was removed where it was."""
    header: tuple[HeaderChange, ...]
    """The keys of the front matter that have changed, in the order of the new document."""
    outside: bool
    """Whether the text between the pairs has changed: code, addresses, alternative texts, markup of blocks."""
    renumbered: int
    """How many segments have the same texts in the same order, and other ids."""

    def __bool__(self) -> bool:
        return self.old.text != self.new.text


def diff(old: Document, new: Document) -> Difference:
    """Compare two versions of a document.

    :raises TypeError: one of them is no document.
    """
    for document in (old, new):
        expect_document(document)
    if old.text == new.text:
        return Difference(old, new, (), (), outside=False, renumbered=0)
    before, after = tuple(old.segments), tuple(new.segments)
    pairs = _pairs(before, after)
    return Difference(
        old,
        new,
        tuple(_segment_changes(before, after, pairs)),
        tuple(_header_changes(old, new)),
        outside=_outside(old) != _outside(new),
        renumbered=sum(
            before[one].id != after[other].id and _kind(before[one], after[other]) is None for one, other in pairs
        ),
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
    ratios = [[_ratio(one, other) for other in theirs] for one in ours]
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


def _ratio(one: Sequence[str], other: Sequence[str]) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()


def _segment_changes(old: Sequence[Segment], new: Sequence[Segment], pairs: Sequence[_Pair]) -> list[SegmentChange]:
    """The changes in the order of the new document; what was removed comes behind what it stood behind."""
    paired, befores = {place: before for before, place in pairs}, [before for before, _ in pairs]
    gone = sorted({*range(len(old))}.difference(befores))
    moved = _moved(old, new, gone, [place for place in range(len(new)) if place not in paired])
    found: list[tuple[int, int, SegmentChange]] = []
    for place, after in enumerate(new):
        before = paired.get(place, moved.get(place))
        kind = "moved" if place in moved else _kind(None if before is None else old[before], after)
        if kind is not None:
            found.append((place, -1, SegmentChange(kind, None if before is None else old[before], after)))
    for before in {*gone}.difference(moved.values()):
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


def _header_changes(old: Document, new: Document) -> Iterator[HeaderChange]:
    try:
        before, after = dict(old.front_matter), dict(new.front_matter)
    except FrontMatterError:
        was, now = (document.text[: document.front_matter.end] for document in (old, new))
        if was != now:
            yield HeaderChange("", was, now)
        return
    for key in dict.fromkeys(chain(after, before)):
        if before.get(key) != after.get(key):
            yield HeaderChange(str(key), before.get(key), after.get(key))


def _outside(document: Document) -> list[str]:
    """The words between the pairs, of the body: white space comes and goes with segments."""
    return skeleton(document).replace("\0", " ").split()
