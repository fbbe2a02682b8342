"""A target without a source.

## What it does

Reports segments whose target holds a word and whose source is empty or shows nothing: white space (`&nbsp;` too),
characters without width, HTML comments, line breaks. A target of tags, entities or signs only is left alone: the
English file has it too, it had nothing to translate.

## Why

What the target says, nobody wrote: it was added by hand, or the source was lost. A memory cannot use the segment.

## Example

```text
source:
target: Abra el panel.
```

## Use instead

```text
source: Open the panel.
target: Abra el panel.
```

## Source

80 in 1,592,079 published pairs have an empty source (docs/format.md, "The pair"). In 125,000 pairs looked at, all
of the 10 found held an anchor or signs only, so none is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.rules import Finding, SegmentFacts, segment_rule
from locdocs.rules.alignment.nothing import showing_nothing

__all__ = ["check"]

_TAG_OR_ENTITY = re.compile(r"<[^<>]*+>|&#?\w++;")
_WORD = re.compile(r"[^\W_]")


@segment_rule(
    "AL002",
    "empty-source",
    severity="warning",
    its="addition",
    among=lambda group: showing_nothing(group.sources),
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield the segment where its target says something."""
    target = facts.segment.target
    if _WORD.search(_TAG_OR_ENTITY.sub("", target)):
        yield facts.finding("the target has no source", target=(0, len(target)))
