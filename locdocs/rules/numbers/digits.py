"""The first reading: numbers that are written with digits, run by run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from locdocs.languages import Profile

__all__ = ["LETTER", "MOST_DIGITS", "YEARS", "Number", "alone", "is_year", "read_numbers", "scale"]


class Number(NamedTuple):
    """A number as it is written. Signs and units around it are not part of it."""

    text: str
    start: int
    end: int
    values: frozenset[int]
    """What it may stand for: ``1,000`` for 1000; ``5 million`` for 5 and 5,000,000. Decimals are their own numbers."""


YEARS = range(1900, 2100)
"""What may be a year."""
# Of ten digits and more nobody says what they mean in words, and int() of very long ones is slow.
MOST_DIGITS = 30
"""So many digits of a number are looked at."""

_MARKS = r"\u0900-\u0903\u093a-\u0957\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"
"""A pattern for a letter, or one of the vowels of Hindi and Thai that are written as marks and are no letters."""

_NUMBER = re.compile(
    r"""
    (?<!\d) \d{1,3} (?: [.,'’٬\ \u00a0\u2009\u202f] \d{3} (?!\d) )+    # groups of three digits
    | \d+
    """,
    re.VERBOSE,
)
_UNIT = re.compile(rf"[ \u00a0\u202f-]?(?P<word>{LETTER}+)")
_LETTERS = {"k": 1000, "m": 10**6, "b": 10**9}


@lru_cache(maxsize=16)  # what is read a second time is the text of before
def read_numbers(prose: str, language: Profile) -> tuple[Number, ...]:
    """The numbers of a text that are written with digits of any script.

    :param prose: a text without markup.
    :param language: the profile of its language.
    """
    return tuple(
        Number(found[0], *found.span(), frozenset(_values(prose, found, language))) for found in _NUMBER.finditer(prose)
    )


def is_year(number: Number) -> bool:
    """Whether it may be a year."""
    return len(number.text) == 4 and any(value in YEARS for value in number.values)


def alone(pattern: str, language: Profile) -> str:
    """A pattern for a whole word, where a language has spaces between words.

    :param pattern: a pattern for a word.
    :param language: the profile of its language.
    """
    return rf"(?<![\w{_MARKS}])(?:{pattern})(?![\w{_MARKS}])" if language.spaced else f"(?:{pattern})"


def scale(word: str, language: Profile) -> int:
    """What a word or letter behind digits multiplies them by (``million``, ``K``); 0 where it is no such word.

    :param word: in lower case; a plural too.
    :param language: the profile of its language.
    """
    known = language.spelled_numbers
    if not language.spaced:
        begun = (value for name, value in known.items() if value >= 1000 and word.startswith(name))
        return max(begun, default=_LETTERS.get(word, 0))
    factor = known.get(word) or known.get(_singular(word)) or _LETTERS.get(word) or 0
    return factor if factor >= 1000 else 0


def _values(prose: str, found: re.Match[str], language: Profile) -> Iterator[int]:
    written = found[0]
    digits = written if written.isdigit() else "".join(filter(str.isdigit, written))
    value = int(digits[:MOST_DIGITS])
    yield value
    following = prose[found.end() : found.end() + 1]
    if following in language.number_units:
        yield value * language.number_units[following]
    unit = _UNIT.match(prose, found.end())
    if not unit:
        return
    if following in language.number_units or unit["word"][0] in language.number_units:
        yield value * language.number_units[unit["word"][0]]
    if factor := scale(unit["word"].lower(), language):
        yield value * factor


def _singular(word: str) -> str:
    for ending in ("es", "en", "s"):
        if word.endswith(ending):
            return word.removesuffix(ending).replace("illon", "illón")
    return word
