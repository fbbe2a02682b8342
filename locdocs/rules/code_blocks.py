"""Whether a place outside of the segments is code. Markdown inside of code means nothing."""

from __future__ import annotations

import re
from bisect import bisect_right

from locdocs.rules import DocumentFacts

__all__ = ["is_in_code"]

_FENCE = re.compile(
    r"^[ \t>]*+(?:(?:[-*+]|[0-9]+[.)])[ \t]++)?+(?P<marks>`{3,}+(?=[^`\r\n]*+$)|~{3,}+)(?P<info>[^\r\n]*+)",
    re.MULTILINE,
)


def is_in_code(facts: DocumentFacts, offset: int) -> bool:
    """Whether an offset of the file is in a fenced block, or behind an open backtick of its line.

    Reads lightly: for places that a cheap pattern has already found.
    """
    cache = facts.document.cache
    if "fenced code" not in cache:
        cache["fenced code"] = _fenced(facts.text)
    blocks: list[tuple[int, int]] = cache["fenced code"]
    place = bisect_right(blocks, (offset, len(facts.text))) - 1
    if place >= 0 and offset < blocks[place][1]:
        return True
    line = facts.text.rfind("\n", 0, offset) + 1
    return facts.text.count("`", line, offset) % 2 == 1


def _fenced(text: str) -> list[tuple[int, int]]:
    """Start and end of each fenced block; one without an end takes the rest."""
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            opened = fence.start(), fence["marks"]
        elif fence["marks"].startswith(opened[1]) and not fence["info"].strip():
            found.append((opened[0], fence.end()))
            opened = None
    if opened is not None:
        found.append((opened[0], len(text)))
    return found
