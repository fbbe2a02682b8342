"""A source without a translation.

## What it does

Reports segments whose source holds text and whose target is empty or shows nothing: white space (`&nbsp;` too),
characters without width, HTML comments, line breaks.

## Why

The reader sees nothing where a sentence should be.

## Example

```text
source: Open the panel.
target:
```

## Use instead

```text
source: Open the panel.
target: Abra el panel.
```

## Source

None in 1,592,079 published pairs (docs/format.md, "The pair"), so one is a fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import Finding, SegmentFacts, segment_rule
from locdocs.rules.alignment.nothing import showing_nothing, shows_nothing

__all__ = ["check"]


@segment_rule(
    "AL001",
    "empty-target",
    severity="error",
    its="omission",
    among=lambda group: showing_nothing(group.targets),
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield the segment where its source says something."""
    if not shows_nothing(facts.segment.source):
        yield facts.finding("the source has no translation", source=(0, len(facts.segment.source)))
