"""What may stand for a number that the other text has: fractions, noon, XXI, a noun in the dual, ``zwei`` in a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from locdocs.languages import Profile
from locdocs.rules.numbers.digits import LETTER, Number, alone
from locdocs.rules.numbers.quantity import Quantity, for_words, parts_of_a_whole, percent
from locdocs.rules.patterns import either

__all__ = ["read_loosely"]

_ROMAN = re.compile(r"(?<![^\W_])(?=[IVX]{2})(?P<tens>X{0,3})(?P<ones>IX|IV|V?I{0,3})(?:e|ème|º|ª)?(?![^\W_])")
_DAY = 24
_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def read_loosely(text: str, language: Profile) -> Iterator[Quantity]:
    """What may stand for a number, with no values but others.

    :param text: a text without markup.
    :param language: the profile of its language.
    """
    yield from _fractions(text, language)
    for found in _ROMAN.finditer(text):
        yield _loose(found, {10 * len(found["tens"]) + _ROMAN_ONES.index(found["ones"])})
    words = _words(language)
    for found in words.finditer(text) if words else ():
        value = language.loose_numbers.get(found[0].lower(), 0)
        yield _loose(found, {value, 0} if value == _DAY else {value})
    parts = _parts_of_words(language)
    for found in parts.finditer(text) if parts else ():
        yield _loose(found, {language.number_prefixes.get((found["prefix"] or "").lower(), 2)})


def _loose(found: re.Match[str], others: set[int] | frozenset[int]) -> Quantity:
    return Quantity(Number(found[0], *found.span(), frozenset()), (), frozenset(others), in_words=True)


def _fractions(text: str, language: Profile) -> Iterator[Quantity]:
    """Half, three quarters, half a million."""
    fractions = _fraction_words(language)
    for found in fractions.finditer(text) if fractions else ():
        known = language.spelled_numbers
        parts = language.fractions.get(found["parts"].lower(), 2)
        count = known.get((found["count"] or "").lower(), 1)
        scale = known.get((found["scale"] or "").lower(), 0)
        ordinal = found[0].lower() in known  # "a third" is said like "the third"
        others = percent(count, parts) if ordinal else parts_of_a_whole(count, parts)
        yield _loose(found, others | for_words(count, parts) | ({scale * count // parts} if scale else set()))
    shares = _share_words(language)
    for found in shares.finditer(text) if shares else ():
        count, parts = Fraction(language.shares.get(found[0].lower(), 0), 100).as_integer_ratio()
        yield _loose(found, parts_of_a_whole(count, parts) | for_words(count, parts))


@cache
def _fraction_words(language: Profile) -> re.Pattern[str] | None:
    if not language.fractions:
        return None
    if not language.spaced:
        return re.compile(rf"(?P<count>(?!))?(?P<parts>{either(language.fractions)})(?P<scale>(?!))?")
    known = language.spelled_numbers
    count = either([word for word, value in known.items() if value < 20])
    scale = either([word for word, value in known.items() if value >= 1000])
    parts = either(language.fractions)
    joiners = either(language.number_joiners)
    attached = either(language.attached_words)
    return re.compile(
        rf"""
        {alone(rf"(?: (?P<count>{count}) [ -] )? (?:{attached})? (?P<parts>{parts})", language)}
        (?: [ -] (?: (?:{joiners}) [ ] )? (?P<scale>{scale}) \b )?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _share_words(language: Profile) -> re.Pattern[str] | None:
    words = language.shares
    return re.compile(alone(either(words), language), re.IGNORECASE) if words else None


@cache
def _words(language: Profile) -> re.Pattern[str] | None:
    words = language.loose_numbers
    return re.compile(alone(either(words), language), re.IGNORECASE) if words else None


@cache
def _parts_of_words(language: Profile) -> re.Pattern[str] | None:
    """Words that begin with a number, or end as two of something do."""
    prefixes, endings = language.number_prefixes, language.dual_endings
    if not prefixes and not endings:
        return None
    return re.compile(
        rf"\b(?:(?P<prefix>{either(prefixes)}){LETTER}+|[^\W\d_]{{3,}}(?:{either(endings)})\b)", re.IGNORECASE
    )
