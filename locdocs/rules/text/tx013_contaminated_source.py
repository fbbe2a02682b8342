"""The source is not what the author wrote: a leak of machine translation.

## What it does

Reports, once a file and with the count, English sources in which "hello" stands for "the" ("hello VM") and "to" is
glued to the next word ("toostart"): the output of a machine translation system of 2017, published as the source.

## Why

Such pairs are unusable as a memory, and nothing that compares these sources with the English documents can succeed.

## Example

```text
source: Open hello panel toostart hello service.
target: Abra Hola panel toostart Hola servicio.
```

## Use instead

```text
source: Open the panel to start the service.
target: Abra el panel para iniciar el servicio.
```

## Source

In trees of 2017, 35.9 to 48.9 % of the segments; elsewhere 38 segments in all (docs/format.md, "Quality of what is
published"). None in the five modern trees on which the rules are measured; in 24 of 84 files picked for their
oddities, all true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from locdocs.contamination import LEAK
from locdocs.rules import DocumentFacts, Finding, GroupFacts, TextFacts, document_rule

__all__ = ["check"]

# The second half of what the leak looks like, or a little more of it.
_GLUED = re.compile(r"too(?!l|k\b|n\b)[a-z]{2}")


def _suspects(group: GroupFacts) -> Iterable[int]:
    sources = group.sources
    return sources.holding("hello ").union(sources.matching(_GLUED))


@document_rule(
    "TX013",
    "contaminated-source",
    severity="warning",
    its="mistranslation",
    among=lambda group: group.having(_suspects),
)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield one finding, at the first of the segments."""
    suspects = facts.among(_suspects)
    found = [(index, leak) for index in suspects if (leak := _leak(facts.segment(index).source))]
    if found:
        index, leak = found[0]
        count = f"{len(found)} of {len(facts.document.segments)} segments"
        message = f"machine translation leaked into the source, as in {leak[0].strip()!r}: {count}"
        yield facts.segment(index).finding(message, source=leak.span())


def _leak(source: TextFacts) -> re.Match[str] | None:
    """The first leak outside of markup."""
    marks = source.marks
    for found in LEAK.finditer(source.text):
        if not any(mark.start <= found.start() < mark.end for mark in marks):
            return found
    return None
