"""The second reading: whole numbers as people read them, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from locdocs.languages import Profile
from locdocs.rules.numbers.chains import read_chains
from locdocs.rules.numbers.digits import LETTER, MOST_DIGITS, YEARS, Number, read_numbers, scale
from locdocs.rules.numbers.loose import read_loosely
from locdocs.rules.numbers.quantity import Quantity, for_words
from locdocs.rules.numbers.words import read_words

__all__ = ["FRACTION", "HALF_DAY", "read_quantities"]

HALF_DAY = re.compile(
    r"""
      \d [ \u00a0\u202f]? [ap] \.? [ \u00a0]? m \b | \b [ap]\.[ \u00a0]?m\.
    | [上下]午 | 中午 | [早晚]上 | 凌晨 | 傍晚 | 午[前後] | 오[전후] | 저녁 | 새벽
    | مساء | صباح | \b (?:ال)? ظهر ا? \b | \d [ \u00a0]? [صم] \b
    | (?-i: \b Ö[ÖS] \b | \d [ \u00a0]? (?:SA|CH) \b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What says that the hours of a text are those of half a day."""

_HALF_DAY_IN_WORDS = re.compile(r"\b(?:past|o['’]clock|evening|afternoon|night)\b", re.IGNORECASE)
_DECIMAL = re.compile(r"(?<![\d.,٫])(\d+)[.,٫](\d+)(?![.,٫]?\d)")
FRACTION = re.compile(r"(?<![\d.,/-])([1-9])/([2-9]|10)(?![/-]|[.,]?\d)")
"""A fraction in digits."""
_LONG_DECIMAL = 6
_MOST_IN_WORDS = 10
_MOST_PARTS = 5
_LAKHS = re.compile(r"(?<![\d,])\d{1,2}(?:,\d{2})+,\d{3}(?!,?\d)")
_FOLLOWING = re.compile(rf"[ \u00a0\u202f-]?({LETTER}+)")
_DECADE = re.compile(r"['’]?s\b")
_SCALES = (1000, 10**6, 10**9)
# The years of calendars that are in daily use beside the common one.
_ERAS = {"th": 543}


def read_quantities(text: str, language: Profile) -> list[Quantity]:
    """The numbers of a text, those with digits first. Two readings of one place may both be there.

    :param text: a text without markup.
    :param language: the profile of its language.
    """
    numbers = read_numbers(text, language)
    found = list(read_chains(text, numbers, language))
    found += _grouped_otherwise(text, numbers)
    scaled = list(_scaled(text, numbers, language))
    # Two hours and a half are two numbers too, where they are not 150 minutes.
    in_chains = {part.start for one in found for part in one.parts}
    in_chains |= {part.start for one in scaled if one.whole.values for part in one.parts}
    found = [Quantity(number) for number in numbers if number.start not in in_chains] + found + scaled
    found += _fractions(text, numbers)
    if language.spaced or not language.number_units:  # else the words are characters, which chains are made of
        found += read_words(text, language)
    found += read_loosely(text, language)
    # Of digits nobody asks that.
    half_day = any(one.in_words for one in found) and bool(HALF_DAY.search(text) or _HALF_DAY_IN_WORDS.search(text))
    found = [
        one._replace(others=one.others.union(others)) if others else one
        for one, others in ((one, [*_in_other_measures(text, one, language, half_day=half_day)]) for one in found)
    ]
    return sorted(found, key=lambda one: (one.in_words, not one.whole.values, one.start))


def _grouped_otherwise(text: str, numbers: tuple[Number, ...]) -> Iterator[Quantity]:
    """Numbers in groups of two digits and a last one of three: 1,00,000 is a hundred thousand in India."""
    for found in _LAKHS.finditer(text):
        whole = Number(found[0], *found.span(), frozenset((int(found[0].replace(",", "")[:MOST_DIGITS]),)))
        yield Quantity(whole, _within(found, numbers))


def _fractions(text: str, numbers: tuple[Number, ...]) -> Iterator[Quantity]:
    """1/2, 0.5 and 1.5, for which there are words in other texts."""
    for found in FRACTION.finditer(text):
        yield _fraction(found, numbers, Fraction(int(found[1]), int(found[2])))
    for found in _DECIMAL.finditer(text):
        if len(found[0]) < _LONG_DECIMAL:
            value = Fraction(f"{found[1]}.{found[2]}")
            if 0 < value < _MOST_IN_WORDS and value.denominator <= _MOST_PARTS:
                yield _fraction(found, numbers, value)


def _fraction(found: re.Match[str], numbers: tuple[Number, ...], value: Fraction) -> Quantity:
    whole = Number(found[0], *found.span(), frozenset())
    return Quantity(whole, _within(found, numbers), for_words(value.numerator, value.denominator))


def _scaled(text: str, numbers: tuple[Number, ...], language: Profile) -> Iterator[Quantity]:
    """Decimals in front of a thousand, a million or more, and in front of units of time."""
    for found in _DECIMAL.finditer(text):
        following = _FOLLOWING.match(text, found.end())
        if not following:
            continue
        digits, places = (found[1] + found[2])[:MOST_DIGITS], len(found[2])
        value = Fraction(int(digits), 10**places)
        values, others = (
            frozenset(int(one) for one in some if one.denominator == 1)
            for some in (
                (value * factor for factor in _factors(text, following, language)),
                _measured_otherwise(value, following[1], language),
            )
        )
        if values or others:
            yield Quantity(Number(found[0], *found.span(), values), _within(found, numbers), others)


def _factors(text: str, following: re.Match[str], language: Profile) -> Iterator[int]:
    """What the words behind a number multiply it by: "million", "mil millones"."""
    factor = scale(following[1].lower(), language)
    if factor:
        yield factor
        more = _FOLLOWING.match(text, following.end())
        yield factor * (scale(more[1].lower(), language) if more else 1) or factor


def _within(found: re.Match[str], numbers: tuple[Number, ...]) -> tuple[Number, ...]:
    return tuple(number for number in numbers if found.start() <= number.start < found.end())


def _in_other_measures(text: str, one: Quantity, language: Profile, *, half_day: bool) -> Iterator[int]:
    """What a number may become in the hands of a translator: 14 for two weeks, 19 for seven in the evening."""
    following = _FOLLOWING.match(text, one.end)
    for value in one.whole.values:
        if following:
            others = _measured_otherwise(Fraction(value), following[1], language)
            yield from (int(other) for other in others if other.denominator == 1)
        if one.in_words:
            if half_day and value <= 12:
                yield value + 12
            continue
        if value in YEARS and _DECADE.match(text, one.end):
            yield value % 100
        era = _ERAS.get(language.language)
        if era and value - era in YEARS:
            yield value - era


def _measured_otherwise(value: Fraction, unit: str, language: Profile) -> Iterator[Fraction]:
    """A length of time in other units of time; a number in front of a word that may be a thousand or a million."""
    unit = unit.lower()
    for family in language.durations:
        size = family.get(unit) or family.get(unit.removesuffix("s"))
        if size:
            others = (value * size / other for other in family.values() if other != size)
            # 12 months that became 1 lost a digit, or are a year: a reader has to see.
            yield from (other for other in others if not str(value).startswith(str(other)))
    if not language.spelled_numbers:
        yield from (value * factor for factor in _SCALES)
