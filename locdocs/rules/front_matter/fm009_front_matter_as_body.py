"""The front matter was translated as if it were text.

## What it does

Reports a header whose lines are pairs: the keys were taken for sentences and translated. It is the first one of the
file, or follows right behind one with the localization keys.

## Why

Nothing in it is a key any more: the page has no title, and what publishing needs to know is lost. The "sentences" are
no use for a translation memory either.

## Example

```markdown
---
<span data-ttu-id="0c05b-101">título: Panel autor: ana</span><span class="sxs-lookup"><span
data-stu-id="0c05b-101">title: Dashboard author: ana</span></span>
---
```

## Use instead

```markdown
---
title: Panel
author: ana
---
```

## Source

29 pairs in 10 published files, all of 2017 (docs/format.md, "Damage").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, document_rule

__all__ = ["check"]

_LINE = re.compile(r"\s*---[ \t]*[\r\n]")
# In the skeleton, where nulls stand for pairs.
_BODY = re.compile(r"\s*---[ \t]*[\r\n]\s*(?P<pairs>(?:[-* \t]*\0\s*)+)(?<=[\r\n])---[ \t]*(?:[\r\n]|\Z)")
_KEY = re.compile(
    r"(?<!\S)(?:title|description|author|manager|keywords|services|documentationcenter|editor|tags|ms\.[\w.]+)\s?:(?!\S)"
)
_FEWEST_KEYS = 2


@document_rule("FM009", "front-matter-as-body", severity="error", its="non-conformance")
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield one finding for the header."""
    for damage in facts.damage(check.slug):
        header = facts.document.front_matter
        start, end = header.body_start, header.body_end
        yield facts.finding(damage.message, start, start + len(facts.text[start:end].rstrip()))
    yield from _second_header(facts)


def _second_header(facts: DocumentFacts) -> Iterator[Finding]:
    """A header behind the header: pairs between two lines ``---`` that begin with a key and hold another one."""
    header_end = facts.document.front_matter.end
    if not header_end or not _LINE.match(facts.text, header_end):
        return
    found = _BODY.match(facts.skeleton)
    if not found:
        return
    pairs = [segment for segment in facts.document.segments if segment.start >= header_end]
    pairs = pairs[: found["pairs"].count("\0")]
    sources = " ".join(pair.source for pair in pairs)
    if _KEY.match(sources) and len(_KEY.findall(sources)) >= _FEWEST_KEYS:
        yield facts.finding("the header was translated as body text", pairs[0].start, pairs[-1].end)
