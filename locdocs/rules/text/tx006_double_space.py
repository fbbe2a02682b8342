"""A run of spaces that the source does not have.

## What it does

Reports two or more spaces in a row inside a target, outside code and other markup, where the source has no such run
anywhere. Spaces at the beginning of a line and before a line break mean something in Markdown and are left alone; those
at the edges of the target are the matter of [TX005](TX005.md). One finding
a segment; the fix leaves one space of each run.

## Why

Nobody sees it on the page, but the segment becomes a different one in every memory, and machine translation leaves such
runs where it dropped something.

## Example

```text
source: "Open the panel."
target: "Abra  el panel."
```

## Use instead

```text
source: "Open the panel."
target: "Abra el panel."
```

## Source

4,143 targets in 15 published trees. On five trees (99,797 pairs) this rule finds 372; 24 were looked at, all are true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.model import Segment
from locdocs.rules import Finding, SegmentFacts, segment_rule

__all__ = ["check"]

_NO_BREAK = "\u00a0"
_RUN = re.compile(r"(?<=\S)[ \u00a0]{2,}+(?=\S)")


def _has_run(segment: Segment) -> bool:
    return "  " in segment[2] and "  " not in segment[1]


@segment_rule(
    "TX006",
    "double-space",
    severity="info",
    its="whitespace",
    fix="safe",
    triggers=("  ",),
    when=_has_run,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield one finding for all runs of the segment, at the first."""
    target = facts.target
    runs = [
        run
        for run in _RUN.finditer(target.text)
        if not any(mark.start < run.end() and run.start() < mark.end for mark in target.marks)
    ]
    if runs:
        edits = [target.edit(*run.span(), _NO_BREAK if _NO_BREAK in run[0] else " ") for run in runs]
        yield facts.finding("several spaces in a row", target=runs[0].span(), edits=edits)
