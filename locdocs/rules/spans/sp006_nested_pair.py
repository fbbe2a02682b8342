"""A pair stands inside another pair.

## What it does

Reports a pair whose target or source holds whole pairs. The inner ones are read as segments, the outer one is not.

## Why

Pairs do not nest: the outer sentence is lost for memories, and its words stand on the page twice.

## Example

```html
<span data-ttu-id="0c05b-101">Abra <span data-ttu-id="0c05b-102">el panel</span><span class="sxs-lookup"><span
data-stu-id="0c05b-102">the panel</span></span>.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span>
```

## Use instead

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span>
```

## Source

None in 1,592,079 published pairs (docs/format.md, "The pair"): it comes from pasting.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.rules.damage import from_damage

__all__ = ["check"]


@document_rule("SP006", "nested-pair", severity="error", its="markup", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what reading reported."""
    yield from from_damage(facts, check.slug)
