"""The numbers of a text, each with the values it may stand for, and what of them another text has not.

Translators rightly change how numbers are written: ``1,000`` and ``1.000``, ``01/12/2019`` and ``1.12.2019``, ``3 PM``
and ``15``, ``FY20`` and ``2020``, ``two`` and ``2``, ``May`` and ``5``, ``10,000`` and ``1万``. That is no change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from locdocs.languages import Profile

__all__ = ["Number", "is_year", "read_numbers", "unmatched_numbers", "unmatched_words"]


class Number(NamedTuple):
    """A number as it is written, with digits. Signs and units around it are not part of it."""

    text: str
    start: int
    end: int
    values: frozenset[int]
    """What it may stand for: ``1,000`` for 1000; ``5 million`` for 5 and 5,000,000. Decimals are their own numbers."""


_NUMBER = re.compile(
    r"""
    (?<!\d) \d{1,3} (?: [.,'’٬\ \u00a0\u2009\u202f] \d{3} (?!\d) )+    # groups of three digits
    | \d+
    """,
    re.VERBOSE,
)
_RUN = re.compile(r"\d+")
_YEARS = range(1900, 2100)
_NO_DIGITS = "-1"
_WORD = re.compile(r"[^\W\d_]+")
_UNIT = re.compile(r"[ \u00a0\u202f-]?(?P<word>[^\W\d_]+)")
_HALF_DAY = re.compile(r"\d[ \u00a0\u202f]?[ap]\.?[ \u00a0]?m\b|\b[ap]\.m\.", re.IGNORECASE)
_LETTERS = {"k": 1000, "m": 10**6, "b": 10**9}
# Of ten digits and more nobody says what they mean in words, and int() of very long ones is slow.
_MOST_DIGITS = 30


def read_numbers(prose: str, language: Profile) -> tuple[Number, ...]:
    """The numbers of a text that are written with digits of any script.

    :param prose: a text without markup.
    :param language: the profile of its language.
    """
    return tuple(
        Number(found[0], *found.span(), frozenset(_values(prose, found, language))) for found in _NUMBER.finditer(prose)
    )


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
        numbers += tuple(_read_months(source, source_language))
    in_source, in_target = _pair_off(numbers, read_numbers(target, target_language))
    if in_source or in_target:
        words = (source, source_language), (target, target_language)
        in_source, in_target = (
            list(_not_in_words(in_source, *words)),
            list(_not_in_words(in_target, *reversed(words))),
        )
    if not in_source and not in_target:
        return (), ()
    in_source, in_target = _pair_off_loosely(in_source, in_target, half_days=bool(_HALF_DAY.search(source)))
    more_in_source, more_in_target = _runs_of_one_only(in_source, in_target)
    return tuple(in_source) if more_in_source else (), tuple(in_target) if more_in_target else ()


def is_year(number: Number) -> bool:
    """Whether it may be a year."""
    return len(number.text) == 4 and any(value in _YEARS for value in number.values)


def unmatched_words(source: str, target: str, source_language: Profile, target_language: Profile) -> tuple[Number, ...]:
    """The numbers that a source says in words (months too) and its target neither in words nor in digits.

    :param source: the prose of a source, without markup.
    :param target: that of its target.
    """
    values = frozenset(value for number in read_numbers(target, target_language) for value in number.values)
    return tuple(
        word
        for word in _read_words(source, source_language)
        if not word.values & values
        and not _times(_words(target_language, word.values), target)
        and not _times(_months(target_language, word.values), target)
    )


def _values(prose: str, found: re.Match[str], language: Profile) -> Iterator[int]:
    digits = "".join(char for char in found[0] if char.isdigit())[:_MOST_DIGITS]
    value = int(digits)
    yield value
    following = prose[found.end() : found.end() + 1]
    if following in language.number_units:
        yield value * language.number_units[following]
    unit = _UNIT.match(prose, found.end())
    if not unit:
        return
    if following in language.number_units or unit["word"][0] in language.number_units:
        yield value * language.number_units[unit["word"][0]]
    word = unit["word"].lower()
    factor = language.spelled_numbers.get(word) or language.spelled_numbers.get(_singular(word)) or _LETTERS.get(word)
    if factor and factor >= 1000:
        yield value * factor


def _singular(word: str) -> str:
    for ending in ("es", "en", "s"):
        if word.endswith(ending):
            return word.removesuffix(ending).replace("illon", "illón")
    return word


def _runs_of_one_only(source: Iterable[Number], target: Iterable[Number]) -> tuple[bool, bool]:
    """Whether numbers of one text have runs of digits that those of the other have not: 1.000 is in 1.000.0000."""
    runs = [
        Counter(int(run[:_MOST_DIGITS]) for number in numbers for run in _RUN.findall(number.text) or (_NO_DIGITS,))
        for numbers in (source, target)
    ]
    return bool(runs[0] - runs[1]), bool(runs[1] - runs[0])


def _pair_off(source: Iterable[Number], target: Iterable[Number]) -> tuple[list[Number], list[Number]]:
    """What is left when numbers with a common value are taken away in pairs."""
    left = list(target)
    unmatched = []
    for number in source:
        partner = next((other for other in left if number.values & other.values), None)
        if partner is None:
            unmatched.append(number)
        else:
            left.remove(partner)
    return unmatched, left


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
    if large in _YEARS and len(number.text) != len(other.text) and large % 100 == small:
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
        months = _times(_months(there[1], number.values), there[0]) - _times(_months(here[1], number.values), here[0])
        spelled = _times(_words(there[1], values), there[0]) - _times(_words(here[1], values), here[0])
        if months + spelled > used[number.values]:
            used[number.values] += 1
        else:
            yield number


def _read_words(text: str, language: Profile) -> Iterator[Number]:
    """The numbers that a text says in words, and its months; "ten thousand" is one number."""
    before: Number | None = None
    for found in _WORD.finditer(text):
        word = Number(found[0], *found.span(), _value_of_word(found[0], language))
        [value] = word.values or (0,)
        if before and value >= 100 and not text[before.end : word.start].strip(" -"):
            whole = frozenset(factor * value for factor in before.values)
            before = Number(text[before.start : word.end], before.start, word.end, whole)
            continue
        if before:
            yield before
        before = word if word.values else None
    if before:
        yield before


def _value_of_word(word: str, language: Profile) -> frozenset[int]:
    value = language.spelled_numbers.get(word.lower())
    if value is None and word in language.months:
        value = language.months.index(word) + 1
    return frozenset() if value is None else frozenset((value,))


def _read_months(text: str, language: Profile) -> Iterator[Number]:
    """The months of a text, as numbers."""
    if not any(map(text.__contains__, language.months)):
        return
    for found in _WORD.finditer(text):
        if found[0] in language.months:
            yield Number(found[0], *found.span(), frozenset((language.months.index(found[0]) + 1,)))


def _times(words: re.Pattern[str] | None, text: str) -> int:
    return len(words.findall(text)) if words else 0


@lru_cache(maxsize=4096)
def _words(language: Profile, values: frozenset[int]) -> re.Pattern[str] | None:
    """The words of a language for some values."""
    words = [re.escape(word) for word, value in language.spelled_numbers.items() if value in values]
    if not words:
        return None
    either = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{either})\b" if language.spaced else either, re.IGNORECASE)


@lru_cache(maxsize=4096)
def _months(language: Profile, values: frozenset[int]) -> re.Pattern[str] | None:
    """The months of a language with some numbers. As they are written: "may" is no month, "May" is."""
    names = [re.escape(name) for value, name in enumerate(language.months, 1) if value in values]
    return re.compile(rf"\b(?:{'|'.join([*names, *map(str.capitalize, names)])})\b") if names else None
