"""The sources and the targets of a document side by side: which segments hold something, in which the sides differ."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from operator import add, ne

from locdocs.rules.lazily import lazy
from locdocs.rules.together import SIGNS, Together, all_bytes_but, is_told_apart, places_of

__all__ = ["BothSides"]


class BothSides:
    """Sources and targets in one, to look for strings in both at once."""

    def __init__(self, sources: Together, targets: Together) -> None:
        self._sides = sources, targets
        self._size = sources.size
        self._holding: dict[str, Sequence[int]] = {}
        self._differing: dict[str, Sequence[int]] = {}

    @lazy
    def _data(self) -> bytes:
        return b"\0".join([side.data for side in self._sides])

    def holding(self, wanted: str) -> Sequence[int]:
        """The places of the segments whose source or target holds a string, in order."""
        found = self._holding.get(wanted)
        if found is None:
            found = self._holding[wanted] = self._places(wanted)
        return found

    def _places(self, wanted: str) -> Sequence[int]:
        sources, targets = self._sides
        if not is_told_apart(wanted):
            return sorted({*sources.holding(wanted), *targets.holding(wanted)})
        if wanted in SIGNS:
            return self._by_sign.get(ord(wanted), ())
        by_sign = [self._by_sign.get(ord(sign), ()) for sign in wanted if sign in SIGNS]
        if not by_sign:
            return sorted({*places_of(self._data, wanted, self._size)})
        # Where its signs are, is known or of use to others: few texts are left to be looked at.
        ours, theirs = sources.parts, targets.parts
        return [index for index in min(by_sign, key=len) if wanted in ours[index] or wanted in theirs[index]]

    @lazy
    def _by_sign(self) -> dict[int, list[int]]:
        """The places of the segments that hold each of the signs, in order."""
        # The same signs come again and again: each of them is looked at once.
        alike: dict[bytes, list[int]] = {}
        for index, signs in enumerate(map(add, *(side.signs for side in self._sides))):
            if signs in alike:
                alike[signs].append(index)
            else:
                alike[signs] = [index]
        found: dict[int, list[int]] = {}
        for signs, places in alike.items():
            for sign in {*signs}:
                found.setdefault(sign, []).extend(places)
        for places in found.values():
            places.sort()
        return found

    def differing(self, characters: str) -> Sequence[int]:
        """The places of the segments in which some ASCII characters do not stand alike in source and target, in order.

        Of letters and digits runs are compared, as words, in any order.
        """
        found = self._differing.get(characters)
        if found is None:
            if SIGNS.issuperset(characters):
                found = self._with_other_signs(characters)
            elif characters.isalnum():
                found = self._with_other_runs(characters)
            else:
                found = _unlike(*(side.only(characters) for side in self._sides))
            self._differing[characters] = found
        return found

    @lazy
    def _other_signs(self) -> Sequence[int]:
        return _unlike(*(side.signs for side in self._sides))

    def _with_other_signs(self, characters: str) -> Sequence[int]:
        if not self._other_signs:
            return ()
        others = all_bytes_but(characters)
        sources, targets = (side.signs for side in self._sides)
        return [
            index
            for index in self._other_signs
            if sources[index].translate(None, others) != targets[index].translate(None, others)
        ]

    def _with_other_runs(self, characters: str) -> Sequence[int]:
        sources, targets = (side.runs(characters) for side in self._sides)
        return [
            index
            for index in _unlike(sources, targets)
            if sorted(sources[index].split()) != sorted(targets[index].split())
        ]


def _unlike(sources: Sequence[bytes], targets: Sequence[bytes]) -> Sequence[int]:
    """The places at which two lists differ."""
    return [*compress(count(), map(ne, sources, targets))] if sources != targets else ()
