"""Tables of number words: what languages say with many forms is put together from few."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["by_word", "compounds", "in_months", "with_endings"]


def by_word(words: Mapping[int, str]) -> dict[str, int]:
    """Words with their values.

    :param words: for each value its words, with spaces between them; an underscore is a space within a word.
    """
    return {word.replace("_", " "): value for value, some in words.items() for word in some.split()}


def with_endings(stems: Mapping[int, str], endings: str) -> dict[str, int]:
    """Words that are made of a stem and any of some endings.

    :param stems: for each value its stems, with spaces between them.
    :param endings: the endings with spaces between them; a hyphen is none.
    """
    return {
        stem + ending.strip("-"): value
        for value, some in stems.items()
        for stem in some.split()
        for ending in endings.split()
    }


def compounds(first: Mapping[int, str], second: Mapping[int, str], pattern: str = "{0}{1}") -> dict[str, int]:
    """Words of two numbers that are added: twenty-one.

    :param first: for each value its words, with spaces between them; the words that come first in the pattern.
    :param second: the same for the others.
    :param pattern: how a word is put together.
    """
    return {
        pattern.format(before, behind): more + less
        for more, some in first.items()
        for before in some.split()
        for less, others in second.items()
        for behind in others.split()
    }


def in_months(names: Iterable[str], endings: str) -> dict[str, int]:
    """The names of the months with any of some endings, each with the number of its month.

    :param names: the names or stems in order; several of one month have a slash between them.
    :param endings: the endings with spaces between them; a hyphen is none.
    """
    return with_endings({month: name.replace("/", " ") for month, name in enumerate(names, 1)}, endings)
