r"""A backtick without its partner, in the target only.

## What it does

Reports a run of backticks in the target that no other run of the same length closes, where the source has fewer of
these. Escaped backticks, and those inside of code spans, do not count, nor do they close anything: ``\\`pack` `` has a
backtick without a partner.

## Why

The reader sees a backtick, or the code runs on into the text that follows.

## Example

```text
source: Run `pack`, then `push`.
target: Ejecute `pack y luego `push`.
```

## Use instead

```text
source: Run `pack`, then `push`.
target: Ejecute `pack` y luego `push`.
```

## Source

3 in 1.58 million published pairs; the CommonMark specification, section "Code spans". On five trees (99,797 pairs)
this rule finds 2; all were looked at, all are true.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import Finding, SegmentFacts, segment_rule
from locdocs.rules.inline_codes.backticks import lone_runs
from locdocs.rules.inline_codes.comparing import comparable

__all__ = ["check"]


@segment_rule(
    "IC005",
    "unbalanced-backticks",
    severity="error",
    its="markup",
    triggers=("`",),
    differs="`\\",
    when=comparable,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield the last lone runs of the target, as many as it has more than the source."""
    theirs = lone_runs(facts.target)
    if not theirs:
        return
    more = len(theirs) - len(lone_runs(facts.source))
    for start, end in theirs[len(theirs) - more :] if more > 0 else ():
        ticks = facts.target.text[start:end]
        yield facts.finding(f"the backticks {ticks} have no partner", target=(start, end))
