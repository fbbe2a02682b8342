"""The tags of a pair are not as the format writes them.

## What it does

Reports pairs whose tags can be understood but have another attribute order, other quotes, more attributes, white space
or upper case.

## Why

Tools that look for the literal tags, as many do, pass over the pair.

## Example

```html
<span data-ttu-id='0c05b-101'>Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span>
```

## Use instead

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span>
```

## Source

All 1,591,991 pairs that the strict pattern reads are byte-literal (docs/format.md, "The pair"): it comes from editors
that tidy HTML.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.rules.damage import from_damage

__all__ = ["check"]


@document_rule("SP008", "irregular-span-attributes", severity="warning", its="markup", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what reading reported."""
    yield from from_damage(facts, check.slug)
