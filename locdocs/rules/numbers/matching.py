"""Which numbers of a text another one has not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from locdocs.languages import Profile
from locdocs.rules.numbers.digits import MOST_DIGITS, YEARS, Number, read_numbers
from locdocs.rules.numbers.quantities import FRACTION, HALF_DAY, read_quantities
from locdocs.rules.numbers.quantity import Quantity, overlaps, places
from locdocs.rules.numbers.words import months_for, read_months, times, words_for

__all__ = ["unmatched_numbers", "unmatched_words"]

_RUN = re.compile(r"\d+")
_NO_DIGITS = "-1"

One = TypeVar("One", Number, Quantity)


def unmatched_numbers(
    source: str, target: str, source_language: Profile, target_language: Profile
) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    """The numbers of two texts that the other one has not, in whatever spelling.

    :param source: the prose of a source, without markup.
    :param target: that of its target.
    :return: those of the source, and those of the target; empty where the other one's runs of digits hold them all.
    """
    numbers = read_numbers(source, source_language)
    if target_language.number_units and not target_language.months:  # a language that says months in digits
        numbers += tuple(read_months(source, source_language))
    in_source, in_target = _pair_off(numbers, read_numbers(target, target_language), _values)
    if in_source or in_target:
        words = (source, source_language), (target, target_language)
        in_source, in_target = (
            list(_not_in_words(in_source, *words)),
            list(_not_in_words(in_target, *reversed(words))),
        )
    if not in_source and not in_target:
        return (), ()
    if in_source and in_target:
        half_days = any(map(HALF_DAY.search, (source, target)))
        in_source, in_target = _pair_off_loosely(in_source, in_target, half_days=half_days)
    more_in_source, more_in_target = _runs_of_one_only(in_source, in_target)
    lost, new = tuple(in_source) if more_in_source else (), tuple(in_target) if more_in_target else ()
    # The second reading costs more, and finds nothing for a zero or a one but that of 1/3.
    if all(number.values <= {0, 1} for number in lost) and not (lost and FRACTION.search(source)):
        return lost, new
    ours, theirs = read_quantities(source, source_language), read_quantities(target, target_language)
    in_both, in_both_too = _matched(ours, theirs)
    lost = tuple(number for number in lost if not overlaps(number, in_both))
    if lost:
        # Half may be 5, but where 45 is lost, a 5 is rather what became of that.
        _, in_both_too = _matched([one for one in ours if one.parts or not one.in_words], theirs)
    return lost, tuple(number for number in new if not overlaps(number, in_both_too))


def unmatched_words(
    source: str, target: str, source_language: Profile, target_language: Profile, new: Iterable[Number]
) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    """The numbers that a source says in words (months too) and its target neither in words nor in digits.

    :param source: the prose of a source, without markup.
    :param target: that of its target.
    :param new: numbers of the target that the source has not with digits.
    :return: these words, and those of the new numbers that the source has not in words either.
    """
    ours, theirs = read_quantities(source, source_language), read_quantities(target, target_language)
    values = frozenset().union(*(number.values | one.others for one in theirs for number in (one.whole, *one.parts)))
    said = [one for one in ours if one.in_words]
    found = places(
        one
        for one in said
        if one.everything & values or (one.parts and all(part.values & values for part in one.parts))
    )
    lost = tuple(
        one.whole
        for one in said
        if one.whole.values
        and not overlaps(one, found)
        and not times(words_for(target_language, one.whole.values), target)
        and not times(months_for(target_language, one.whole.values), target)
    )
    if not lost:
        return (), tuple(new)
    _, matched = _matched(ours, theirs)
    return lost, tuple(number for number in new if not overlaps(number, matched))


def _matched(source: list[Quantity], target: list[Quantity]) -> tuple[frozenset[int], frozenset[int]]:
    """The places of quantities of two texts that the other one has too, as a whole or in all their parts."""
    source, target = ([one for one in side if not _is_article(one)] for side in (source, target))
    # Words speak for words first: the October of one text is that of the other, and no 10.
    ours, theirs = _pair_off(source, target, lambda one: one.everything if one.in_words else frozenset())
    ours, theirs = _without_fractions(ours, theirs)
    theirs, ours = _without_fractions(theirs, ours)
    # A fraction in digits that the other text has not in words is two numbers, which are there anyway.
    alone = {id(one) for one in (*ours, *theirs) if one.fractions and not one.in_words}
    source, target, ours, theirs = (
        [one for one in side if id(one) not in alone] for side in (source, target, ours, theirs)
    )
    left = _pair_off(ours, theirs, lambda one: one.whole.values)
    left = _pair_off(*left, lambda one: one.everything.difference(one.fractions))
    # What is not one number in the other text may be two of them there.
    our_parts, their_parts = ([part for one in side for part in one.parts or (one.whole,)] for side in left)
    open_ones = _pair_off(our_parts, their_parts, _values)
    in_source, in_target = (
        places(one for one in side if id(one) not in unpaired or not overlaps(one, rest))
        for side, unpaired, rest in (
            (side, set(map(id, unpaired)), places(parts))
            for side, unpaired, parts in zip((source, target), left, open_ones, strict=True)
        )
    )
    return in_source, in_target


def _without_fractions(digits: list[Quantity], words: list[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """What is left when fractions in digits are taken away together with the words that the other text has for them."""
    written = [one for one in digits if not one.in_words and one.fractions]
    said = [one for one in words if one.in_words and one.fractions]
    open_ones = {id(one) for side in _pair_off(written, said, lambda one: one.fractions) for one in side}
    taken = {id(one) for one in (*written, *said)} - open_ones
    return [one for one in digits if id(one) not in taken], [one for one in words if id(one) not in taken]


def _is_article(one: Quantity) -> bool:
    """Whether it may be one: in many languages nearly every text has that word."""
    return one.in_words and one.whole.values == {1}


def _values(number: Number) -> frozenset[int]:
    return number.values


def _runs_of_one_only(source: Iterable[Number], target: Iterable[Number]) -> tuple[bool, bool]:
    """Whether numbers of one text have runs of digits that those of the other have not: 1.000 is in 1.000.0000."""
    runs = [
        Counter(int(run[:MOST_DIGITS]) for number in numbers for run in _RUN.findall(number.text) or (_NO_DIGITS,))
        for numbers in (source, target)
    ]
    return bool(runs[0] - runs[1]), bool(runs[1] - runs[0])


def _pair_off(
    source: Iterable[One], target: Iterable[One], values: Callable[[One], frozenset[int]]
) -> tuple[list[One], list[One]]:
    """What is left when numbers with a common value are taken away in pairs, each with the first one there is.

    :param values: what a number may stand for.
    """
    left: dict[int, One] = dict(enumerate(target))
    places_of: defaultdict[int, deque[int]] = defaultdict(deque)
    for place, number in left.items():
        for value in values(number):
            places_of[value].append(place)
    unmatched = []
    for number in source:
        known = [places_of[value] for value in values(number) if value in places_of]
        for some in known:
            while some and some[0] not in left:
                some.popleft()
        first = min((some[0] for some in known if some), default=None)
        if first is None:
            unmatched.append(number)
        else:
            del left[first]
    return unmatched, list(left.values())


def _pair_off_loosely(
    source: list[Number], target: list[Number], *, half_days: bool
) -> tuple[list[Number], list[Number]]:
    """What is left when short years and hours of half days are taken away with their long forms."""
    left = list(target)
    unmatched = []
    for number in source:
        partner = next((other for other in left if _is_other_form(number, other, half_days=half_days)), None)
        if partner is None:
            unmatched.append(number)
        else:
            left.remove(partner)
    return unmatched, left


def _is_other_form(number: Number, other: Number, *, half_days: bool) -> bool:
    small, large = sorted((min(number.values), min(other.values)))
    if large in YEARS and len(number.text) != len(other.text) and large % 100 == small:
        return True
    return half_days and (large - small == 12 or (small, large) == (0, 12)) and large <= 24


def _not_in_words(numbers: Iterable[Number], here: tuple[str, Profile], there: tuple[str, Profile]) -> Iterator[Number]:
    """The numbers that the other text does not say in words: the number itself, or a month.

    Words that this text has too speak for themselves: "2FA (two-factor)" has two numbers. Not 1: in many languages its
    word is the article, and nearly every text has one.

    :param here: the text that has the numbers, and its language.
    :param there: the other one.
    """
    used: Counter[frozenset[int]] = Counter()
    for number in numbers:
        values = number.values - {1}
        months = times(months_for(there[1], number.values), there[0]) - times(
            months_for(here[1], number.values), here[0]
        )
        spelled = times(words_for(there[1], values), there[0]) - times(words_for(here[1], values), here[0])
        if months + spelled > used[number.values]:
            used[number.values] += 1
        else:
            yield number
