"""Which segments of a document a rule has to look at at all. Most should fall out here, at the cost of a search in C.

A check in Python costs a microsecond a segment and more, reading a segment two; so what can be said about all segments
at once is said here: which ones hold a string, and in which ones certain characters differ between source and target.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from locdocs.model import Segment

__all__ = ["Candidates", "Condition"]

_ALL_BYTES = bytes(range(256))
_SEPARATOR = b"\0"


class Condition(NamedTuple):
    """What must hold of a segment; each part only where it is given."""

    triggers: tuple[str, ...] = ()
    """Strings of which its source or target holds one."""
    differs: str = ""
    """ASCII characters that do not stand alike in source and target: not as often, or in another order. For letters
    and digits runs of them are compared, as words."""
    when: Callable[[Segment], bool] | None = None
    """A function of the segment that is true."""


class Candidates:
    """The segments of a document by the conditions they meet; what is found out is kept for other rules."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._holding: dict[str, set[int]] = {}
        self._differing: dict[str, Sequence[int]] = {}
        self._meeting: dict[Condition, Sequence[int]] = {}
        self._sides: tuple[_Side, _Side] | None = None
        self._is_joined = False

    def meeting(self, condition: Condition) -> Sequence[int]:
        """The places of the segments that meet a condition, in order."""
        found = self._meeting.get(condition)
        if found is None:
            found = self._meeting[condition] = self._met(condition)
        return found

    def _met(self, condition: Condition) -> Sequence[int]:
        triggers, differs, when = condition
        segments = self._segments
        found: Sequence[int] = self.differing(differs) if differs else range(len(segments))
        if triggers and found:
            holding = set[int]().union(*map(self.holding, triggers))
            found = sorted(holding) if not differs else [index for index in found if index in holding]
        if when is None:
            return found
        if isinstance(found, range):
            return [index for index, segment in enumerate(segments) if when(segment)]
        return [index for index in found if when(segments[index])]

    def holding(self, trigger: str) -> set[int]:
        """The places of the segments whose source or target holds a string."""
        found = self._holding.get(trigger)
        if found is None:
            sides = self._joined()
            if sides is None or not trigger or "\0" in trigger:
                pairs = enumerate(self._segments)
                found = {index for index, segment in pairs if trigger in segment[2] or trigger in segment[1]}
            else:
                wanted = trigger.encode("utf-8", "surrogatepass")
                found = {index for side in sides for index in side.holding(wanted)}
            self._holding[trigger] = found
        return found

    def differing(self, characters: str) -> Sequence[int]:
        """The places of the segments in which some ASCII characters do not stand alike in source and target."""
        found = self._differing.get(characters)
        if found is None:
            found = self._differing[characters] = self._compared(characters)
        return found

    def _compared(self, characters: str) -> Sequence[int]:
        sides = self._joined()
        if sides is None:
            return range(len(self._segments))
        sources, targets = (side.data for side in sides)
        kept = characters.encode("ascii") + _SEPARATOR
        if characters.isalnum():
            table = bytes(byte if byte in kept else 32 for byte in _ALL_BYTES)
            pairs = zip(
                sources.translate(table).split(_SEPARATOR), targets.translate(table).split(_SEPARATOR), strict=True
            )
            return [index for index, (one, other) in enumerate(pairs) if one.split() != other.split()]
        rest = _ALL_BYTES.translate(None, kept)
        sources, targets = sources.translate(None, rest), targets.translate(None, rest)
        if sources == targets:
            return ()
        pairs = zip(sources.split(_SEPARATOR), targets.split(_SEPARATOR), strict=True)
        return [index for index, (one, other) in enumerate(pairs) if one != other]

    def _joined(self) -> tuple[_Side, _Side] | None:
        """All sources and all targets; ``None`` where a text holds what would part them, or there is none."""
        if not self._is_joined:
            self._is_joined = True
            sides = _Side([segment[1] for segment in self._segments]), _Side([segment[2] for segment in self._segments])
            if all(side.data.count(_SEPARATOR) == len(self._segments) - 1 for side in sides):
                self._sides = sides
        return self._sides


class _Side:
    """Many texts as one, with a null between any two, so that they are searched at once."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.data = "\0".join(texts).encode("utf-8", "surrogatepass")
        self._starts: list[int] = []

    def holding(self, wanted: bytes) -> Iterator[int]:
        """The places of the texts that hold some bytes."""
        data = self.data
        at = data.find(wanted)
        if at < 0:
            return
        if not self._starts:
            self._starts = [0, *accumulate(len(text) + 1 for text in data.split(_SEPARATOR))]
        starts = self._starts
        index = 0
        while at >= 0:
            index = bisect_right(starts, at, index) - 1
            yield index
            at = data.find(wanted, starts[index + 1])
