"""Which segments of a document a rule has to look at. Most should fall out here, at the cost of a search in C."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from locdocs.model import Segment
from locdocs.rules.both_sides import BothSides
from locdocs.rules.together import Together

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
        self._segments = tuple(segments)  # a plain one gives its items faster
        self._both = BothSides(sources, targets)
        self._meeting: dict[Condition, Sequence[int]] = {}

    def meeting(self, condition: Condition, among: Iterable[int] | None = None) -> Sequence[int]:
        """The places of the segments that meet a condition, in order.

        :param among: the only places that are asked about.
        """
        if among is not None:
            among = sorted({*among})
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
            differing = self._both.differing(differs)
            found = differing if isinstance(found, range) else sorted({*differing}.intersection(found))
        if triggers and found:
            holding = self._holding(triggers)
            found = sorted(holding if isinstance(found, range) else frozenset(holding).intersection(found))
        if when is None or not found:
            return found
        if isinstance(found, range):
            return [index for index, segment in enumerate(segments) if when(segment)]
        return [index for index in found if when(segments[index])]

    def _holding(self, triggers: Iterable[str]) -> Collection[int]:
        """The places of the segments whose source or target holds one of some strings."""
        found = [*filter(None, map(self._both.holding, triggers))]
        return found[0] if len(found) == 1 else frozenset().union(*found)
