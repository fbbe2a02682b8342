"""A link that is broken in the target only.

## What it does

Reports what is left of a link that the source has whole:

- white space or other brackets between the text and the destination or label: `[text] (destination)`, `[text][ label]`,
  `[text]（destination）`;
- a link that has lost a bracket, or whose destination has blanks in it: `text](destination)`, `[text](destination`,
  `[text]destination)`;
- an exclamation mark that is no longer part of an image: `! [text](image.png)`;
- a title that tears its link or image apart, or was torn off: `![text](image.png "the "main" view")`,
  `![text](image.png "the main view)`, `![text](image.png) "the main view"`.

The fix puts the link together where the source has the same destination or label, and mends the title.

## Why

The reader sees brackets and an address in place of a link.

## Example

```text
source: See [the quotas](quotas.md).
target: Consulte [las cuotas] (quotas.md).
```

## Use instead

```text
source: See [the quotas](quotas.md).
target: Consulte [las cuotas](quotas.md).
```

## Source

174 targets in 15 published trees with `] (` that their sources do not have (docs/format.md, "Quality of what is
published"): machine translation spaces brackets like words. On five trees (99,797 pairs) this rule finds none, in 84
files picked for their oddities 51; 20 were looked at, all are true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.model import Segment
from locdocs.rules import DocumentFacts, Finding, SegmentFacts, segment_rule
from locdocs.rules.inline_codes.comparing import comparable
from locdocs.rules.inline_codes.links import broken_links, links_may_differ
from locdocs.rules.inline_codes.titles import TITLE_ENDS, titles_may_differ, titles_outside

__all__ = ["check"]


# It begins with one set of characters, so that the search for it is quick.
_SUSPECT = re.compile(
    r"""[\]］】!](?:(?<=!)\s+\[|(?<!!)(?:\s+[\[(]|\s*\\?[（\\]|(?<=\])(?:\[\s|\((?:[^()\s]*\s+(?!["'(<)])|[^()\s]*\\\)))))"""
)


def _worth_a_look(facts: DocumentFacts) -> set[int]:
    """The segments whose brackets stand otherwise in the target, and those with something between them."""
    found = {*facts.triggered(("](", "]["), links_may_differ, "[]()")}
    found.update(facts.triggered(("](", "]["), _is_suspicious))
    found.update(facts.triggered(TITLE_ENDS, titles_may_differ))
    return found


def _is_suspicious(segment: Segment) -> bool:
    return comparable(segment) and _SUSPECT.search(segment[2]) is not None


@segment_rule(
    "IC003",
    "broken-link-syntax",
    severity="error",
    its="markup",
    fix="safe",
    among=_worth_a_look,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield what is left of each broken link."""
    for broken in broken_links(facts):
        yield facts.finding(broken.message, target=(broken.start, broken.end), edits=broken.edits)
    for start, end, edits in titles_outside(facts.source, facts.target):
        yield facts.finding("the title of the link stands behind it", target=(start, end), edits=edits)
