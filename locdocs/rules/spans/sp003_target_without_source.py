"""A target half that no source half follows.

## What it does

Reports `<span data-ttu-id="..">..</span>` without `<span class="sxs-lookup">..` right behind it.

## Why

The translation has lost its source. It cannot be checked, and no memory can use it.

## Example

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span>
```

## Use instead

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span>
```

## Source

None in 1,592,079 published pairs (docs/format.md, "The pair"), if encoded quotes (SP007) are read as quotes.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.rules.damage import from_damage

__all__ = ["check"]


@document_rule("SP003", "target-without-source", severity="error", its="omission", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what reading reported."""
    yield from from_damage(facts, check.slug)
