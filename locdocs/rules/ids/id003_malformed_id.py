"""An id is not five hexadecimal digits, a hyphen and a number.

## What it does

Reports a pair whose id does not have the form `0c05b-103` or `0c05b-p103`: five digits of `0-9a-f`, a hyphen, for whole
paragraphs a `p`, and a number of three digits or more that does not begin with 0. Also a tag that gives no id at all.

## Why

Tools read the number behind the hyphen to put segments in order and to find them again after the next publication.

## Example

```html
<span data-ttu-id="0C05B_101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0C05B_101">Open the
panel.</span></span>
```

## Use instead

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span>
```

## Source

Every id of 1,591,991 published pairs has this form (docs/format.md, "The pair").
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.rules.damage import from_damage

__all__ = ["check"]


@document_rule("ID003", "malformed-id", severity="error", its="markup", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what reading reported."""
    yield from from_damage(facts, check.slug)
