"""The HTML entities of source and target differ.

## What it does

Compares the entities of both sides (`&lt;`, `&#39;`, `&nbsp;`) by the characters they stand for, in any order, and
reports those that the target lost, added or replaced with the character itself. Entities in code are text.

## Why

`<` in place of `&lt;` begins a tag, and what follows is not shown; `&amp;lt;` shows the entity to the reader.

## Example

```text
source: Use &lt;name&gt; here.
target: Use <nombre> aquí.
```

## Use instead

```text
source: Use &lt;name&gt; here.
target: Use &lt;nombre&gt; aquí.
```

## Source

412 in 1.58 million published pairs. It is off by default: a translation may well put quotation marks or a dash of its
own in place of `&#8220;` and `&mdash;`, and most of these differences are such. On five trees (99,797 pairs) this rule
finds 11; all were looked at, none would trouble a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from locdocs.rules import Finding, SegmentFacts, TextFacts, segment_rule
from locdocs.rules.inline_codes.comparing import beyond, in_pairs

__all__ = ["check"]

# An entity whose ampersand was escaped again is one thing that readers see: &amp;lt;
_ENTITY = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});(?:(?<=&amp;)(?:amp|lt|gt|quot|#[0-9]{1,7});)*"
)


class _Entity(NamedTuple):
    value: str
    start: int
    end: int


@segment_rule(
    "IC011",
    "entity-mismatch",
    severity="info",
    its="markup",
    default="off",
    triggers=("&",),
    when=lambda segment: bool(segment[1]) and segment[1] != segment[2],
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Compare what the entities stand for."""
    ours, theirs = list(_entities(facts.source)), list(_entities(facts.target))
    for before, after in in_pairs(beyond(ours, theirs, _shown), beyond(theirs, ours, _shown)):
        if after is None and before is not None:
            yield facts.finding(f"the entity {before.value} is lost", source=(before.start, before.end))
        elif after is not None:
            said = f"{before.value} in the source" if before else "not in the source"
            there = (before.start, before.end) if before else None
            yield facts.finding(f"the entity {after.value} is {said}", target=(after.start, after.end), source=there)


def _shown(entity: _Entity) -> str:
    return unescape(entity.value)


def _entities(text: TextFacts) -> Iterator[_Entity]:
    """The entities outside of code; those in addresses too."""
    for found in _ENTITY.finditer(text.text):
        if not any(mark.start <= found.start() < mark.end for mark in text.code_spans):
            yield _Entity(found[0], *found.span())
