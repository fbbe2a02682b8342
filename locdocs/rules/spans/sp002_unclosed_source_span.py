"""The source half of a pair is not closed.

## What it does

Reports the source half of a pair, `<span class="sxs-lookup"><span data-stu-id="..">`, without `</span></span>` of its
own, or whose tag is cut off.

## Why

Where a source does not end, nothing says what it is: the pair is not read, and its sentence is missing from every
memory. On the page the reader sees the English text.

## Example

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span>
```

## Use instead

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span>
```

## Source

None in 1,592,079 published pairs (docs/format.md, "The pair"): it comes from editing by hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.rules.damage import from_damage

__all__ = ["check"]


@document_rule("SP002", "unclosed-source-span", severity="error", its="markup", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what reading reported."""
    yield from from_damage(facts, check.slug)
