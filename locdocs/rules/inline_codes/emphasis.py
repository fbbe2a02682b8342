"""Emphasis as the parser reads it, and the asterisks and underscores that emphasise nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from locdocs.markdown import InlineCode
from locdocs.rules import TextFacts
from locdocs.rules.light_emphasis import DELIMITERS, filled

__all__ = ["dead_runs", "emphasised"]

_ESCAPED = re.compile(r"(?:\\\*)+")


def emphasised(codes: Iterable[InlineCode]) -> tuple[int, int]:
    """The number of bold and of italic stretches, as the parser reads them; those in HTML tags count too."""
    strong = italic = 0
    for code in codes:
        if code.role != "closing" or code.pair is None:
            strong += code.kind == "strong" or (code.kind == "html" and code.name in ("b", "strong"))
            italic += code.kind == "emphasis" or (code.kind == "html" and code.name in ("i", "em"))
    return strong, italic


def dead_runs(text: TextFacts, codes: Iterable[InlineCode]) -> list[tuple[int, int]]:
    r"""Start and end of each run of asterisks or underscores that readers see, escaped asterisks too.

    The format writes every literal asterisk as ``\*``, so a published ``** text**`` is escaped in the pair.
    """
    used = {at for code in codes if code.kind in ("strong", "emphasis") for at in range(code.start, code.end)}
    seen = filled(text.text, text.marks)
    found = [match.span() for match in DELIMITERS.finditer(seen) if match.start() not in used]
    escaped = {mark.start for mark in text.of_kind("escape") if mark.value == "\\*"}
    found += [match.span() for match in _ESCAPED.finditer(text.text) if match.start() in escaped]
    return sorted(found)
