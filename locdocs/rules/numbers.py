"""The numbers of a text, each with the values it may stand for, and what of them another text has not.

Translators rightly change how numbers are written: ``1,000`` and ``1.000``, ``01/12/2019`` and ``1.12.2019``, ``3 PM``
and ``15``, ``FY20`` and ``2020``, ``two`` and ``2``, ``May`` and ``5``, ``10,000`` and ``1万``. That is no change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from locdocs.languages import Profile

__all__ = ["Number", "read_numbers", "unmatched_numbers"]


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
    :return: those of the source, and those of the target; both empty where the runs of digits are the same.
    """
    if not _differ(source, target):
        return (), ()
    in_source, in_target = _pair_off(read_numbers(source, source_language), read_numbers(target, target_language))
    in_source = [number for number in in_source if not _is_spelled(number, target, target_language)]
    in_target = [number for number in in_target if not _is_spelled(number, source, source_language)]
    in_source, in_target = _pair_off_loosely(in_source, in_target, half_days=bool(_HALF_DAY.search(source)))
    if in_source and in_target and not _differ(_joined(in_source), _joined(in_target)):
        return (), ()
    return tuple(in_source), tuple(in_target)


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


def _differ(source: str, target: str) -> bool:
    """Whether the runs of digits differ both ways, as numbers."""
    runs = [Counter(int(run[:_MOST_DIGITS]) for run in _RUN.findall(text)) for text in (source, target)]
    return bool(runs[0] - runs[1]) and bool(runs[1] - runs[0])


def _joined(numbers: Iterable[Number]) -> str:
    return " ".join(number.text for number in numbers)


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
    if 1900 <= large < 2100 and len(number.text) != len(other.text) and large % 100 == small:
        return True
    return half_days and (large - small == 12 or (small, large) == (0, 12)) and large <= 24


def _is_spelled(number: Number, text: str, language: Profile) -> bool:
    """Whether a text says a number in words, or as the name of a month.

    Not 1: in many languages its word is the article, and nearly every text has one.
    """
    values = number.values - {1}
    months = [name for value, name in enumerate(language.months, 1) if value in number.values]
    if any(_has_word(text, name) or _has_word(text, name.capitalize()) for name in months):
        return True
    lowered = text.lower()
    words = [word for word, value in language.spelled_numbers.items() if value in values]
    return any(_has_word(lowered, word) if language.spaced else word in lowered for word in words)


def _has_word(text: str, word: str) -> bool:
    return word in text and re.search(rf"\b{re.escape(word)}\b", text) is not None
