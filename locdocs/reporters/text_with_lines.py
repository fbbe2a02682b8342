"""Text for people: a line about each diagnostic, the place with the offending part underlined, and a summary.

What --fix would do, or --unsafe-fixes, stands with the diagnostic, and the summary counts it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from locdocs.reporters.concise import headline
from locdocs.reporters.registry import Run
from locdocs.reporters.shown import INVISIBLE, Shown, line_of, sides_of
from locdocs.rules import Severity
from locdocs.validation import Diagnostic, Report

__all__ = ["report"]

_WIDEST = 100
_BEFORE = 40
_COLORS: dict[Severity, str] = {"error": "31", "warning": "33", "info": "36"}
# What would break the line, or not be seen, with one character each in its place.
_SHOWN = {
    **INVISIBLE,
    **dict.fromkeys((*range(32), *range(0x7F, 0xA0)), "\N{REPLACEMENT CHARACTER}"),
    ord("\t"): "→",
    ord("\n"): "↵",
    ord("\r"): "↵",
    0x2028: "↵",
    0x2029: "↵",
}


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


def _lines(diagnostic: Diagnostic) -> Iterator[Shown]:
    """What to show of a diagnostic: source and target of its segment, or its line."""
    sides = [*sides_of(diagnostic)]
    if any(side.is_marked for side in sides):
        yield from sides
    elif line := line_of(diagnostic):
        yield line


def _drawn(whole: Shown, color: str) -> Iterator[str]:
    """The line, clipped around its offending part, and below it the underline."""
    lead, shown, tail = whole.clipped(_BEFORE, _WIDEST)
    text = shown.text.translate(_SHOWN)
    yield f"  {shown.label:>6} | {lead}{text}{tail}\n"
    if shown.is_marked:
        blank = " " * (_width(text[: shown.start]) + len(lead))
        carets = "^" * max(1, _width(text[shown.start : shown.end]))
        yield f"  {'':>6} | {blank}{_painted(carets, color)}\n"


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def _painted(text: str, color: str) -> str:
    return f"\x1b[{color}m{text}\x1b[0m" if color else text
