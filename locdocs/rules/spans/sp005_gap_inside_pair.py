"""Something stands between the two halves of a pair.

## What it does

Reports white space or text between `</span>` of the target and `<span class="sxs-lookup">` of the source. Across white
space the pair is read all the same; across text it is not. What stands there may be the tag of the source half
that has lost its `class="sxs-lookup"`. The fix takes white space out and writes that tag as it should be; it leaves
text alone.

## Why

The two halves belong right next to each other. Tools that look for the literal pair, as many do, do not find it, and
the white space shows on the page.

## Example

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span> <span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
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
from locdocs.span_tags import LOOKUP, is_lookup_without_class
from locdocs.text import TextEdit

__all__ = ["check"]


@document_rule("SP005", "gap-inside-pair", severity="warning", its="markup", fix="safe", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what reading reported; white space can go, and a tag be mended."""
    for damage in facts.damage(check.slug):
        gap = facts.text[damage.start : damage.end].strip()
        edits = []
        if not gap or is_lookup_without_class(facts.text, damage.start, damage.end):
            edits = [TextEdit(damage.start, damage.end, LOOKUP if gap else "")]
        yield facts.finding(damage.message, damage.start, damage.end, edits=edits)
