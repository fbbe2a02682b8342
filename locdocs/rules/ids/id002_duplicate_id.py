"""An id stands twice in a file.

## What it does

Reports every pair whose id another pair before it has already.

## Why

Ids name segments: comments, exports and edited translations refer to them. With two segments of one name, the second
can no longer be addressed, and an edit may go into the wrong one.

## Example

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span> <span data-ttu-id="0c05b-101">Cierre el panel.</span><span class="sxs-lookup"><span
data-stu-id="0c05b-101">Close the panel.</span></span>
```

## Use instead

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span> <span data-ttu-id="0c05b-102">Cierre el panel.</span><span class="sxs-lookup"><span
data-stu-id="0c05b-102">Close the panel.</span></span>
```

## Source

None in 1,591,991 published pairs (docs/format.md, "The pair"): it comes from copying a pair by hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.rules.damage import from_damage

__all__ = ["check"]


@document_rule("ID002", "duplicate-id", severity="error", its="markup", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what reading reported."""
    yield from from_damage(facts, check.slug)
