"""The code in which a pair stands: what opens it, in which line, and whether a fence is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from locdocs.commonmark import Event, parse_events
from locdocs.projection import Side
from locdocs.rules import DocumentFacts

__all__ = ["Code", "read_code"]

_FENCE = re.compile(r"[ \t>]*(?P<marks>`{3,}(?=[^`\r\n]*(?:[\r\n]|\Z))|~{3,})[ \t]*(?P<info>[^\r\n]*)")
_TICKS = re.compile("`+")


class Code(NamedTuple):
    """A block of code, or a code span. Offsets are characters of the source text or of the target text."""

    start: int
    end: int
    line: int
    """The line of the file in which it begins."""
    fence: str = ""
    """The fence that opens it with its language, if there is one."""
    marks: str = ""
    """That fence alone, or the backticks of a code span."""
    closed: int | None = None
    """The line of the fence that closes it, if there is one."""
    broken: bool = False
    """Whether a closing fence is missing for certain: there is none, or in the code stands one that opens code."""


def read_code(facts: DocumentFacts, side: Side) -> Sequence[Code]:
    """All code of the source text or of the target text, in order."""
    text = facts.source if side == "source" else facts.target
    return tuple(
        _fenced(facts, side, event) if event.name == "CodeBlock" else _span(facts, side, event)
        for event in parse_events(text.text, text.body_start)
        if event.name == "Code" or (event.name == "CodeBlock" and event.phase == "start")
    )


def _span(facts: DocumentFacts, side: Side, event: Event) -> Code:
    text = facts.source if side == "source" else facts.target
    ticks = _TICKS.match(text.text, event.start)
    return Code(event.start, event.end, _line(facts, side, event.start), marks=ticks[0] if ticks else "`")


def _fenced(facts: DocumentFacts, side: Side, event: Event) -> Code:
    """A block of code; the indented ones have no fence."""
    start, end, line = event.start, event.end, _line(facts, side, event.start)
    text = (facts.source if side == "source" else facts.target).text[start:end]
    opening = None if event.data == "Indented" else _FENCE.match(text)
    if opening is None:
        return Code(start, end, line)
    closed, broken, done = None, False, start
    for inner in text.splitlines(keepends=True):
        found = _FENCE.match(inner) if done > start else None
        if found and found["marks"].startswith(opening["marks"]):
            if found["info"].strip():
                broken = True
            else:
                closed = _line(facts, side, done)
        done += len(inner)
    return Code(start, end, line, opening[0].strip(), opening["marks"], closed, broken or closed is None)


def _line(facts: DocumentFacts, side: Side, offset: int) -> int:
    text = facts.source if side == "source" else facts.target
    return facts.document.location(text.to_file(offset)).line
