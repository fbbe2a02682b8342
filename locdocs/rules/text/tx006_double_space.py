"""A run of spaces that the source does not have.

## What it does

Reports two or more spaces in a row inside a target, ones that do not break, wide ones and tabs among them, outside code
and other markup, where the source has no such run anywhere. Spaces at the beginning of a line and before a line break
mean something in Markdown and are left alone; those at the edges of the target are the matter of [TX005](TX005.md). A
space that is half of a letter that was read in another encoding, such as `Ã` and U+00A0 for `à`, is for
[TX008](TX008.md) to tell. One finding a segment; the fix leaves one space of each run.

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
from locdocs.rules import Finding, GroupFacts, SegmentFacts, segment_rule
from locdocs.rules.text.misread import is_misread

__all__ = ["check"]

_NO_BREAK = "\u00a0"
_WIDE = "\u3000"
_RUN = re.compile(r"(?<=\S)[ \t\u00a0\u3000]{2,}+(?=\S)")
_WITH_NO_BREAK = re.compile(rb"\xc2\xa0(?:[ \t]|\xc2\xa0|(?<=[ \t]\xc2\xa0))")


def _among(group: GroupFacts) -> Iterator[int]:
    """The segments with two spaces or more in a row; of the rarer ones most documents have none."""
    targets = group.targets
    yield from targets.holding("  ")
    yield from targets.matching_bytes(_WITH_NO_BREAK)
    yield from targets.holding("\t")
    if _WIDE + _WIDE in targets.text:
        yield from targets.holding(_WIDE + _WIDE)


def _has_run(segment: Segment) -> bool:
    return _RUN.search(segment[2]) is not None and _RUN.search(segment[1]) is None


@segment_rule(
    "TX006",
    "double-space",
    severity="info",
    its="whitespace",
    fix="safe",
    among=_among,
    when=_has_run,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield one finding for all runs of the segment, at the first."""
    target = facts.target
    runs = [
        run
        for run in _RUN.finditer(target.text)
        if not any(mark.start < run.end() and run.start() < mark.end for mark in target.marks)
        and not is_misread(facts, *run.span())
    ]
    if runs:
        edits = [target.edit(*run.span(), _in_place_of(run[0])) for run in runs]
        yield facts.finding("several spaces in a row", target=runs[0].span(), edits=edits)


def _in_place_of(run: str) -> str:
    """The one space that does what several did."""
    return _NO_BREAK if _NO_BREAK in run else _WIDE if _WIDE in run else " "
