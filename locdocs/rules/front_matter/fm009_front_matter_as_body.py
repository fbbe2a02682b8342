"""The front matter was translated as if it were text.

## What it does

Reports a header whose lines are pairs: the keys were taken for sentences and translated.

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

from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, document_rule

__all__ = ["check"]


@document_rule("FM009", "front-matter-as-body", severity="error", its="non-conformance", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield one finding for the header."""
    for damage in facts.damage(check.slug):
        header = facts.document.front_matter
        start, end = header.body_start, header.body_end
        yield facts.finding(damage.message, start, start + len(facts.text[start:end].rstrip()))
