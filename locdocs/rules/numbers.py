"""The numbers of a text, each with the values it may stand for."""

from __future__ import annotations

import re
from typing import NamedTuple

from locdocs.languages import Profile

__all__ = ["Number", "read_numbers"]


class Number(NamedTuple):
    """A number as it is written, signs around it not included."""

    text: str
    start: int
    end: int


_DIGITS = re.compile(r"\d+")


def read_numbers(prose: str, language: Profile) -> tuple[Number, ...]:
    """The runs of digits of a text."""
    return tuple(Number(found[0], *found.span()) for found in _DIGITS.finditer(prose))
