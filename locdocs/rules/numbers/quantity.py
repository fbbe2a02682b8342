"""A number as people read it: the whole of it, and its parts for where that reading is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from locdocs.rules.numbers.digits import Number

__all__ = ["Quantity", "for_words", "overlaps", "parts_of_a_whole", "percent", "places"]

_WHOLES = (10, 12, 24, 60)


class Quantity(NamedTuple):
    """A number of the second reading."""

    whole: Number
    """All of it, with its values; without values where only :attr:`others` may be meant, and nothing need be."""
    parts: tuple[Number, ...] = ()
    """The numbers it was put together from, for when it is not one; empty where it is one for sure."""
    others: frozenset[int] = frozenset()
    """What the same may be in another measure: 14 for two weeks, 75 (percent) for three quarters."""
    in_words: bool = False
    """Whether it has no digits."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.whole.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.whole.end

    @property
    def everything(self) -> frozenset[int]:
        """All it may stand for as a whole."""
        return self.whole.values | self.others

    @property
    def fractions(self) -> frozenset[int]:
        """What :func:`for_words` says of it."""
        return frozenset(value for value in self.others if value < 0)


def places(some: Iterable[Quantity | Number]) -> frozenset[int]:
    """The offsets of all characters of some numbers."""
    return frozenset(chain.from_iterable(range(one.start, one.end) for one in some))


def overlaps(one: Quantity | Number, taken: frozenset[int]) -> bool:
    """Whether a number has a character at one of some offsets."""
    return not taken.isdisjoint(range(one.start, one.end))


def parts_of_a_whole(count: int, parts: int) -> frozenset[int]:
    """What a fraction may be called: 2, 50 (percent), 30 (minutes), 6 (months) or 5 (the decimal) for a half.

    :param count: what stands above the line.
    :param parts: what stands below it.
    """
    others = {whole * count // parts for whole in _WHOLES if not whole * count % parts}
    # Not 1: it says nothing, and nearly every text has one.
    return (percent(count, parts) | others | {count, parts}) - {0, 1}


def percent(count: int, parts: int) -> frozenset[int]:
    """How many percent a fraction is; both of the next ones where it lies between two.

    :param count: what stands above the line.
    :param parts: what stands below it.
    """
    return frozenset((100 * count // parts, -(-100 * count // parts)))


def for_words(count: int, parts: int) -> frozenset[int]:
    """What stands for a fraction in digits, 1/2 or 0.5, and in words, so that no digits are taken for it.

    :param count: what stands above the line.
    :param parts: what stands below it.
    """
    return frozenset(-value for value in percent(count, parts))
