"""A source half that no target half precedes.

## What it does

Reports `<span class="sxs-lookup"><span data-stu-id="..">..</span></span>` without `<span data-ttu-id="..">..</span>`
right before it.

## Why

The sentence is not translated, and readers who do not show sources do not see it at all.

## Example

```html
<span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the panel.</span></span>
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


@document_rule("SP004", "source-without-target", severity="error", its="omission", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what reading reported."""
    yield from from_damage(facts, check.slug)
