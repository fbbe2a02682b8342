"""Text for people: a line about each diagnostic, the place with the offending part underlined, and a summary.

What --fix would do, or --unsafe-fixes, stands with the diagnostic, and the summary counts it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from locdocs.reporters.concise import headline
from locdocs.reporters.registry import Run
from locdocs.rules import Severity
from locdocs.validation import Diagnostic, Report

__all__ = ["report"]

_WIDEST = 100
_BEFORE = 40
_COLORS: dict[Severity, str] = {"error": "31", "warning": "33", "info": "36"}
# What would break the line, or not be seen, with one character each in its place.
_SHOWN = {
    **dict.fromkeys((0xA0, 0x2007, 0x2009, 0x202F, 0x200B, 0xFEFF), "·"),
    **dict.fromkeys((*range(32), *range(0x7F, 0xA0)), "\N{REPLACEMENT CHARACTER}"),
    ord("\t"): "→",
    ord("\n"): "↵",
    ord("\r"): "↵",
    0x2028: "↵",
    0x2029: "↵",
}


class _Line(NamedTuple):
    """A line to show: its label, its text, and which part of it to underline."""

    label: str
    text: str
    start: int
    end: int


def report(run: Run) -> Iterator[str]:
    """The report, as the run goes on. In a segment both sides are shown, elsewhere the line of the file."""
    counts = Report()
    for diagnostic in counts.watch(run.diagnostics):
        color = _COLORS[diagnostic.severity] if run.color else ""
        what = f"{diagnostic.severity} {diagnostic.code}"
        place, _, rest = headline(diagnostic).partition(f": {what} ")
        yield f"{_painted(place, '1' if run.color else '')}: {_painted(what, color)} {rest}\n"
        for line in _lines(diagnostic):
            yield from _drawn(line, color)
        if diagnostic.fix:
            how = "--fix" if diagnostic.fix.safe else "--unsafe-fixes: it may change the meaning"
            yield f"  {'fix':>6} | with {how}\n"
        yield "\n"
    yield f"{counts.summary(len(run.documents), unread=len(run.unread))}\n"


def _lines(diagnostic: Diagnostic) -> Iterator[_Line]:
    """What to show of a diagnostic: source and target of its segment, or its line."""
    ranges = [(diagnostic.offset, diagnostic.end_offset), *([diagnostic.related] if diagnostic.related else [])]
    sides = (
        ("source", diagnostic.source, diagnostic.source_start),
        ("target", diagnostic.target, diagnostic.target_start),
    )
    shown = [
        _side(label, text, begin, ranges) for label, text, begin in sides if text is not None and begin is not None
    ]
    if any(line.start >= 0 for line in shown):
        yield from shown
    elif diagnostic.line_text:
        start = diagnostic.column - 1
        yield _Line(str(diagnostic.line), diagnostic.line_text, start, start + len(diagnostic.text))


def _side(label: str, text: str, begin: int, ranges: list[tuple[int, int]]) -> _Line:
    for start, end in ranges:
        if begin <= start and end <= begin + len(text):
            return _Line(label, text, start - begin, end - begin)
    return _Line(label, text, -1, -1)


def _drawn(line: _Line, color: str) -> Iterator[str]:
    """The line, clipped around its offending part, and below it the underline."""
    first = max(0, line.start - _BEFORE) if len(line.text) > _WIDEST else 0
    shown = line.text[first : first + _WIDEST].translate(_SHOWN)
    lead = "…" if first else ""
    tail = "…" if first + _WIDEST < len(line.text) else ""
    yield f"  {line.label:>6} | {lead}{shown}{tail}\n"
    if line.start < 0:
        return
    start = line.start - first
    blank = " " * (_width(shown[:start]) + len(lead))
    carets = "^" * max(1, _width(shown[start : line.end - first]))
    yield f"  {'':>6} | {blank}{_painted(carets, color)}\n"


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def _painted(text: str, color: str) -> str:
    return f"\x1b[{color}m{text}\x1b[0m" if color else text
