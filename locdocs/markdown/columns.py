"""Columns of docfx, whose content is indented without being code.

::

    :::row:::
        :::column:::

        ### A heading, and no indented code

        :::column-end:::
    :::row-end:::

CommonMark knows no such columns and would take four spaces for a block of code; publication did not. So the parser gets
the text without the indentation of columns, and its offsets are put back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from locdocs.commonmark import Event, parse_events

__all__ = ["events_of"]

_MARK = re.compile(r"^(?P<indent>[ ]*+):::[ \t]*+(?P<name>row|column)(?P<end>-end)?(?![\w-])", re.MULTILINE)
_INDENT = re.compile(r"^[ ]++(?=[^ \r\n])", re.MULTILINE)


def events_of(text: str, start: int, *, holders: frozenset[str] | None = None) -> Iterator[Event]:
    """The events of ``text[start:]`` as :func:`locdocs.commonmark.parse_events` gives them, columns read as text."""
    removed = list(_indentation(text, start)) if ":::" in text else []
    if not removed:
        yield from parse_events(text, start, holders=holders)
        return
    # Pieces of the text that stay: where each begins in the flat text, and in the text.
    flat = [0]
    real = [0]
    parts: list[str] = []
    for first, last in removed:
        parts.append(text[real[-1] : first])
        flat.append(flat[-1] + first - real[-1])
        real.append(last)
    parts.append(text[real[-1] :])

    def to_real(offset: int) -> int:
        piece = bisect_right(flat, offset) - 1
        return real[piece] + offset - flat[piece]

    for event in parse_events("".join(parts), start, holders=holders):
        first = to_real(event.start)
        yield event._replace(start=first, end=to_real(event.end - 1) + 1 if event.end > event.start else first)


def _indentation(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The ranges of the spaces that indent columns beyond their rows, by rising start."""
    row = 0
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, start):
        indent = len(mark["indent"])
        if opened is not None:
            depth = len(opened["indent"])
            lines = (found.span() for found in _INDENT.finditer(text, opened.end(), mark.start()))
            yield from ((first + row, min(last, first + depth)) for first, last in lines if last > first + row)
        if mark["name"] == "row":
            row, opened = indent, None
            continue
        if indent > row:
            yield mark.start() + row, mark.end("indent")
        opened = mark if indent > row and not mark["end"] else None
