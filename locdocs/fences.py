"""Which lines are fenced code, by pattern: to parse the Markdown for it would cost more than all the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = ["fenced"]

_FENCE = re.compile(r"(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?P<marks>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)")


def fenced(lines: Iterable[str]) -> Iterator[bool]:
    """For each line whether it is fenced code, or a fence; a line may end with its line break."""
    fence: str | None = None
    for line in lines:
        found = _FENCE.match(line.rstrip("\r\n"))
        if fence is not None:
            yield True
            if found and found["marks"].startswith(fence) and not found["info"].strip():
                fence = None
        else:
            fence = found["marks"] if found else None
            yield found is not None
