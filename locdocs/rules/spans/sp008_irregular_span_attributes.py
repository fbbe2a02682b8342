"""The tags of a pair are not as the format writes them.

## What it does

Reports pairs whose tags can be understood but have another attribute order, other quotes, more attributes, white space
or upper case. The fix writes the tags as the format does. It is unsafe where that would lose attributes (`lang=`, `style=`,
another class). There is none where what comes out would not be read as the same segment, as with two different ids, where
the last `>` begins a line and may be the mark of a quote, and in the front matter, where single quotes keep the YAML
whole.

Also reports what is left of tags that cannot be understood, as machine translation writes them (`< span data - ttu - id =
"..">`, `<lapso data-ttu-id="..">`) or where a bracket is lost, outside of code. There is a pair no more, only text. The fix
makes it one where there are only blanks and other marks in place of those of the format, both ids are the same, and nothing
else has that id.

## Why

Tools that look for the literal tags, as many do, pass over the pair. Tags that cannot be understood stand on the page.

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
that tidy HTML, and from machine translation of whole files.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.rules.spans.literal_tags import literal_tags
from locdocs.rules.spans.unread_pairs import UnreadFixes

__all__ = ["check"]


@document_rule("SP008", "irregular-span-attributes", severity="warning", its="markup", fix="safe", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what reading reported; the tags of the pair can be written anew."""
    unread = UnreadFixes(facts)
    for damage in facts.damage(check.slug):
        segment = facts.segment_at(damage.start)
        if segment is None:
            yield facts.finding(damage.message, damage.start, damage.end, edits=unread.of(damage))
            continue
        edits, is_lossless = literal_tags(facts, segment)
        safe = None if is_lossless else False
        yield facts.finding(damage.message, damage.start, damage.end, edits=edits, safe=safe)
