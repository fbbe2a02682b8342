"""The two halves of a pair have different ids.

## What it does

Reports a pair whose source half has another id than its target half. The pair is read under the id of the target. The
fix, which is not safe, gives the source half that id too: it may be the other one that is right, or the halves may
belong to two different pairs.

## Why

The id is all that says which source belongs to which target. A mismatch means that a half was pasted or edited by hand,
so the sentences may not be translations of each other.

## Example

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-102">Open the
panel.</span></span>
```

## Use instead

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span>
```

## Source

None in 1,591,991 published pairs (docs/format.md, "The pair"): it comes from editing by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.text import TextEdit

__all__ = ["check"]

_SOURCE_ID = re.compile(r"""data-stu-id\s*=\s*(?:\\?"|&quot;|')?([^"'<>&\\\s]*)""", re.IGNORECASE)


@document_rule("ID001", "id-mismatch", severity="error", its="markup", fix="unsafe", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what reading reported; the source half can take the id of the target half."""
    for damage in facts.damage(check.slug):
        found = _SOURCE_ID.search(facts.text, damage.start, damage.end)
        edits = [TextEdit(*found.span(1), damage.id)] if found and damage.id else []
        yield facts.finding(damage.message, damage.start, damage.end, edits=edits)
