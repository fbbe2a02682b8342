"""The target half of a pair is not closed.

## What it does

Reports the target half of a pair, `<span data-ttu-id="..">`, that has no `</span>` of its own, or whose tag is cut off.

## Why

Readers and tools take everything up to some later `</span>` for the translation, so the pair, and often the pairs after
it, are lost for every translation memory made from the file.

## Example

```html
<span data-ttu-id="0c05b-101">Abra el panel.<span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span>
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


@document_rule("SP001", "unclosed-target-span", severity="error", its="markup", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what reading reported."""
    yield from from_damage(facts, check.slug)
