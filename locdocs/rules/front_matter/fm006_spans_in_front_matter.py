r"""A pair stands inside a value of the front matter.

## What it does

Reports every pair between the two lines `---`. There is no fix: putting the target in the place of the pair is right
for the page, but takes the English out of the file.

## Why

The header holds plain text: the pair is published as it is, span tags and English included, as the title of the page or
the text that search engines show.

## Example

```yaml
title: "<span data-ttu-id=\"0c05b-101\">Panel</span><span class=\"sxs-lookup\"><span
data-stu-id=\"0c05b-101\">Dashboard</span></span>"
```

## Use instead

```yaml
title: "Panel"
```

## Source

4 pairs in one published file (docs/format.md, "Damage").
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, document_rule

__all__ = ["check"]


@document_rule("FM006", "spans-in-front-matter", severity="error", its="markup", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield the pairs inside of the header."""
    if not facts.damage(check.slug):
        return
    end = facts.document.front_matter.end
    for segment in facts.document.segments:
        if segment.start >= end:
            return
        message = f"the pair {segment.id} stands in the front matter"
        yield facts.finding(message, segment.start, segment.end, segment=segment)
