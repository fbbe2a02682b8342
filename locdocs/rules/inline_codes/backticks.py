"""Backticks that belong to no code span."""

from __future__ import annotations

import re

from locdocs.rules import TextFacts

__all__ = ["lone_runs"]

_RUN = re.compile(r"`+")


def lone_runs(text: TextFacts) -> list[tuple[int, int]]:
    """Start and end of each run of backticks that neither begins nor ends a code span and is not escaped.

    Where their number is odd and none is alone, it is an escaped one: a backslash at the end of code that lost its
    beginning escapes the end.
    """
    if "`" not in text.text:
        return []
    covered = [(mark.start, mark.end) for mark in text.marks]
    found = [
        run.span() for run in _RUN.finditer(text.text) if not any(start <= run.start() < end for start, end in covered)
    ]
    if not found and text.text.count("`") % 2:
        found = [(mark.start, mark.end) for mark in text.of_kind("escape") if mark.value == "\\`"][-1:]
    return found
