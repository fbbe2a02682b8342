"""Chinese, Japanese and Korean numbers: chains of digits, numerals and units, as in 1 亿 2345 万 and 二十一."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from locdocs.languages import Profile
from locdocs.rules.numbers.digits import MOST_DIGITS, Number
from locdocs.rules.numbers.quantity import Quantity, parts_of_a_whole

__all__ = ["read_chains"]

_MYRIAD = 10_000
_DIGITS = r"\d{1,3}(?:,\d{3})++(?!\d)|\d++(?:\.\d++)?"
_OF_PARTS = re.compile(r"\s*分[之の]\s*")


def read_chains(text: str, numbers: tuple[Number, ...], language: Profile) -> Iterator[Quantity]:
    """The chains of a text, from left to right.

    :param text: a text without markup.
    :param numbers: its numbers in digits, which become parts of the chains.
    :param language: the profile of its language; without units there are no chains.
    """
    if not language.number_units:
        return
    before: Quantity | None = None
    for found in _chains(language).finditer(text):
        value = _value(found[0], language)
        if value is None:
            continue
        parts = tuple(number for number in numbers if found.start() <= number.start < found.end())
        whole = Number(found[0], *found.span(), frozenset((value,)))
        now = Quantity(whole, parts, in_words=not parts)
        if before and _OF_PARTS.fullmatch(text, before.end, now.start):
            now = _fraction(text, before, now)
            before = None
        if before:
            yield before
        before = now
    if before:
        yield before


def _fraction(text: str, below: Quantity, above: Quantity) -> Quantity:
    """Three quarters, of which these languages say the four first."""
    whole = Number(text[below.start : above.end], below.start, above.end, frozenset())
    [count], [parts] = above.whole.values, below.whole.values
    others = parts_of_a_whole(count, parts) if parts else frozenset()
    return Quantity(whole, (below.whole, above.whole), others, below.in_words and above.in_words)


@cache
def _chains(language: Profile) -> re.Pattern[str]:
    """What may be a chain; :func:`_value` decides."""
    units, numerals = ("".join(map(re.escape, characters)) for characters in (language.number_units, language.numerals))
    # In Korean many words begin with a numeral or hold one: a chain is a word of its own, with or without a counter.
    if language.spaced:
        alone = rf"[{numerals}](?![^\W\d_])"
        chain = rf"(?:(?:{_DIGITS})\s?[{units}]|[{numerals}]?[{units}])(?:\s?(?:{_DIGITS}|[{numerals}]?[{units}]))*"
        return re.compile(rf"(?<![^\W_])(?:{chain}(?:[{numerals}](?![^\W\d_]))?|{alone})")
    return re.compile(rf"(?:{_DIGITS}|[{numerals}{units}])(?:\s?(?:{_DIGITS}|[{numerals}{units}]))*")


@cache
def _links(language: Profile) -> re.Pattern[str]:
    return re.compile(rf"{_DIGITS}|[{''.join(map(re.escape, (*language.number_units, *language.numerals)))}]")


def _value(chain: str, language: Profile) -> int | None:
    """What a chain stands for; ``None`` where it is no chain but digits, or no whole number."""
    links = _links(language).findall(chain)
    if not any(link in language.number_units for link in links):
        return _by_place(links, language)
    total = section = Fraction(0)  # what is done; what the next myriad, or a larger unit, multiplies
    current: Fraction | None = None
    for link in links:
        unit = language.number_units.get(link, 0)
        if unit >= _MYRIAD:
            total += (section + (current or 0) or 1) * unit
            section, current = Fraction(0), None
        elif unit:
            section += (1 if current is None else current) * unit
            current = None
        else:
            current = _plain(link, language)
    value = total + section + (current or 0)
    return int(value) if value.denominator == 1 else None


def _by_place(links: list[str], language: Profile) -> int | None:
    """Numerals one after the other, as in 二〇二三."""
    if all(link in language.numerals for link in links):
        return int("".join(str(language.numerals[link]) for link in links[:MOST_DIGITS]))
    return None


def _plain(link: str, language: Profile) -> Fraction:
    if link in language.numerals:
        return Fraction(language.numerals[link])
    return Fraction(link.replace(",", "")[:MOST_DIGITS].rstrip("."))
