"""Which segments of a document a rule has to look at. Most should fall out here, at the cost of a search in C."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from locdocs.model import Segment
from locdocs.rules.together import BothSides, Together

__all__ = ["Candidates", "Condition"]


class Condition(NamedTuple):
    """What must hold of a segment; each part only where it is given."""

    triggers: tuple[str, ...] = ()
    """Strings of which its source or target holds one."""
    differs: str = ""
    """ASCII characters that do not stand alike in source and target: not as often, or in another order. For letters
    and digits runs of them are compared, as words, in any order."""
    when: Callable[[Segment], bool] | None = None
    """A function of the segment that is true."""


class Candidates:
    """The segments of a document by the conditions they meet; what is found out is kept for other rules."""

    def __init__(self, segments: Sequence[Segment], sources: Together, targets: Together) -> None:
        self._segments = segments
        self._sources = sources
        self._targets = targets
        self._both = BothSides(sources, targets)
        self._differing: dict[str, Sequence[int]] = {}
        self._meeting: dict[Condition, Sequence[int]] = {}

    def meeting(self, condition: Condition, among: Iterable[int] | None = None) -> Sequence[int]:
        """The places of the segments that meet a condition, in order.

        :param among: the only places that are asked about.
        """
        if among is not None:
            among = sorted(among)
            return self._met(condition, among) if among else ()
        if condition.when is not None:  # a condition of one rule
            return self._met(condition, range(len(self._segments)))
        found = self._meeting.get(condition)
        if found is None:
            found = self._meeting[condition] = self._met(condition, range(len(self._segments)))
        return found

    def _met(self, condition: Condition, found: Sequence[int]) -> Sequence[int]:
        triggers, differs, when = condition
        segments = self._segments
        if differs:
            differing = self.differing(differs)
            found = differing if isinstance(found, range) else sorted({*differing}.intersection(found))
        if triggers and found:
            holding = self._holding(triggers)
            found = sorted(holding) if isinstance(found, range) else [index for index in found if index in holding]
        if when is None or not found:
            return found
        if isinstance(found, range):
            return [index for index, segment in enumerate(segments) if when(segment)]
        return [index for index in found if when(segments[index])]

    def _holding(self, triggers: Iterable[str]) -> frozenset[int]:
        """The places of the segments whose source or target holds one of some strings."""
        return frozenset().union(*filter(None, map(self._both.holding, triggers)))

    def differing(self, characters: str) -> Sequence[int]:
        """The places of the segments in which some ASCII characters do not stand alike in source and target."""
        found = self._differing.get(characters)
        if found is None:
            found = self._differing[characters] = self._compared(characters)
        return found

    def _compared(self, characters: str) -> Sequence[int]:
        in_runs = characters.isalnum()
        one_by_one = [side.runs if in_runs else side.only for side in (self._sources, self._targets)]
        sources, targets = (of_each(characters) for of_each in one_by_one)
        if sources == targets:
            return ()
        pairs = enumerate(zip(sources, targets, strict=True))
        found = [(index, one, other) for index, (one, other) in pairs if one != other]
        return [index for index, one, other in found if not in_runs or sorted(one.split()) != sorted(other.split())]
