"""Numbers that are said in words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from locdocs.languages import Profile
from locdocs.rules.numbers.digits import LETTER, Number, alone
from locdocs.rules.numbers.quantity import Quantity
from locdocs.rules.patterns import either

__all__ = ["months_for", "read_months", "read_words", "says_one", "times", "words_for"]

_NOT_COUNTED = r"(?<!\d)(?<!\d[ \u00a0-])(?<!\bper )"
_NO_YEAR = r"(?![ \u00a0]\d{4}(?!\d))"
_LARGEST = 10**15
_SMALLEST_SCALE = 1000


def times(words: re.Pattern[str] | None, text: str) -> int:
    """How often words stand in a text; never where there are none."""
    return len(words.findall(text)) if words else 0


@lru_cache(maxsize=4096)
def words_for(language: Profile, values: frozenset[int]) -> re.Pattern[str] | None:
    """The words of a language for some values; ``None`` where there are none."""
    return _pattern(language, [word for word, value in language.spelled_numbers.items() if value in values])


def says_one(text: str, language: Profile) -> bool:
    """Whether a text has a word for one, which in many languages is its article too."""
    return bool(times(words_for(language, frozenset((1,))), text))


@lru_cache(maxsize=4096)
def months_for(language: Profile, values: frozenset[int]) -> re.Pattern[str] | None:
    """The months of a language with some numbers. As they are written: "may" is no month, "May" is."""
    names = [re.escape(name) for name, value in _month_names(language).items() if value in values]
    return re.compile(alone("|".join([*names, *map(str.capitalize, names)]), language)) if names else None


def read_months(text: str, language: Profile) -> Iterator[Number]:
    """The months of a text, as numbers."""
    names, every = _month_names(language), _every_month(language)
    for found in every.finditer(text) if every else ():
        value = names.get(found[0]) or names[found[0][0].lower() + found[0][1:]]
        yield Number(found[0], *found.span(), frozenset((value,)))


@cache
def _month_names(language: Profile) -> Mapping[str, int]:
    return {**{name: value for value, name in enumerate(language.months, 1)}, **language.month_forms}


def read_words(text: str, language: Profile) -> Iterator[Quantity]:
    """The numbers that a text says in words, and its months; "twenty-five" is one number.

    :param text: a text without markup.
    :param language: the profile of its language.
    """
    run: list[_Word] = []
    total = _Sum(0)
    for word in _words(text, language):
        joined = _joined(text, run[-1], word, language) if run else None
        if joined is not None and total.take(word.value, joined=joined):
            run.append(word)
            continue
        if run:
            yield _together(text, run, total.value)
        run, total = [word], _Sum(word.value)
    if run:
        yield _together(text, run, total.value)
    for month in read_months(text, language):
        yield Quantity(month, in_words=True)


class _Word(NamedTuple):
    """A word for a number, with what is written together with it."""

    start: int
    end: int
    value: int
    attached: str


class _Sum:
    """A number that is put together from words: tens and ones are added, hundreds and thousands multiply."""

    def __init__(self, value: int) -> None:
        self.value = self._last = value
        # The thousands that are done: what comes behind them multiplies only itself.
        self._done = value if value >= _SMALLEST_SCALE else 0

    def take(self, value: int, *, joined: bool) -> bool:
        """Go on with the next word.

        :param value: what it stands for.
        :param joined: whether there is an "and" in front of it.
        :return: whether it is part of this number.
        """
        current = self.value - self._done
        if self._multiplies(value, current) and not joined:
            self.value = self._done + current * value if current else self.value * value
            if value >= _SMALLEST_SCALE:
                self._done = self.value
        elif self._adds(value, joined=joined):
            self.value += value
        else:
            return False
        self._last = value
        return True

    def _multiplies(self, value: int, current: int) -> bool:
        if value >= _SMALLEST_SCALE:  # "two thousand", "mil millones"
            if not current:
                return self._last >= _SMALLEST_SCALE and self.value < _LARGEST
            return 0 < current < value
        return (value == 100 and 0 < current < 100) or (value == 12 and 0 < current < 10)  # "two hundred", "two dozen"

    def _adds(self, value: int, *, joined: bool) -> bool:
        last = self._last
        if not value:
            return False
        if last >= 100:
            return value < min(last, _SMALLEST_SCALE)
        if last >= 20:
            return value < 10 or (last in (60, 80) and value < 20)  # soixante-dix, quatre-vingt-dix
        return joined and 0 < last < 10 and 20 <= value < 100  # خمسة وعشرون


def _together(text: str, run: list[_Word], value: int) -> Quantity:
    numbers = [Number(text[word.start : word.end], word.start, word.end, frozenset((word.value,))) for word in run]
    start, end = run[0].start, run[-1].end
    whole = Number(text[start:end], start, end, frozenset((value,)))
    return Quantity(whole, tuple(numbers) if len(run) > 1 else (), in_words=True)


def _words(text: str, language: Profile) -> Iterator[_Word]:
    words = _every_word(language)
    for found in words.finditer(text) if words else ():
        word = found["word"].lower()
        # Not every letter that is matched without regard to case has the other one as its lower case: "ſ".
        value = language.spelled_numbers.get(word)
        if value is not None:
            yield _Word(*found.span(), value, found["attached"] if language.attached_words else "")


def _joined(text: str, before: _Word, word: _Word, language: Profile) -> bool | None:
    """Whether there is an "and" between two words; ``None`` where there is something else."""
    between = text[before.end : word.start]
    if not between:
        return None if language.spaced else False
    joiner = between.strip(" \u00a0-").lower() or word.attached
    if joiner and joiner not in language.number_joiners:
        return None
    return bool(joiner)


@cache
def _every_month(language: Profile) -> re.Pattern[str] | None:
    """All months, with a capital or without; where words have blanks between them, letters alone make the word."""
    names = _month_names(language)
    every = {*names, *(name[:1].upper() + name[1:] for name in names)}
    either = "|".join(map(re.escape, sorted(every, key=len, reverse=True)))
    if not every:
        return None
    return re.compile(rf"(?<!{LETTER})(?:{either})(?!{LETTER})" if language.spaced else either)


@cache
def _every_word(language: Profile) -> re.Pattern[str] | None:
    return _pattern(language, language.spelled_numbers)


def _pattern(language: Profile, words: Collection[str]) -> re.Pattern[str] | None:
    """Words of a language, each as a whole word where it has spaces between them.

    Not a second or a year (in Vietnamese: five) that are counted, nor the year before its number.
    """
    if not words:
        return None
    units = frozenset().union(*language.durations).intersection(words)
    counted = f"|{_NOT_COUNTED}(?:{either(units)}){_NO_YEAR}" if units else ""
    whole = f"(?P<word>{either([word for word in words if word not in units])}{counted})"
    if not language.spaced:
        others = "|".join(map(re.escape, language.no_numbers))
        return re.compile(rf"(?!{others}){whole}" if others else whole, re.IGNORECASE)
    attached = "|".join(sorted(language.attached_words, key=len, reverse=True))
    before = f"(?P<attached>(?:{attached})?)" if attached else ""
    return re.compile(alone(f"{before}{whole}", language), re.IGNORECASE)
