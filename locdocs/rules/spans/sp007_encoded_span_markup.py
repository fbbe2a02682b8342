r"""The markup of a pair is encoded.

## What it does

Reports pairs whose tags have encoded or escaped quotes (`&quot;`, `\"`), and span markup whose angle brackets are
encoded (`&lt;span`). Pairs of the first kind are read; the fix writes their tags as they should be, and that of a
heading's anchor before them. Escaped quotes in the front matter have no fix, there the pair itself is at fault
(FM006); the second kind is text and has none either.

## Why

Browsers and most tools see no pair there: the sentence falls out of the page's styling and out of every memory.

## Example

```html
<span data-ttu-id="0c05b-101&quot;>Abra el panel.</span><span class=&quot;sxs-lookup&quot;><span
data-stu-id=&quot;0c05b-101&quot;>Open the panel.</span></span>
```

## Use instead

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span>
```

## Source

88 pairs in 13 of 34,138 published files: an image link without a title makes a tool encode every quote up to the next
`")` (docs/format.md, "The pair").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.markup import write_pair
from locdocs.model import Segment
from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.text import TextEdit

__all__ = ["check"]

_ANCHOR = re.compile(r"""<a\ name=(?:"|&quot;) (?P<name> [^"<>&]* ) (?:"|&quot;)></a>\Z""", re.VERBOSE)
_LONGEST_ANCHOR = 500


@document_rule("SP007", "encoded-span-markup", severity="error", its="markup", fix="safe", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what reading reported; the tags of a pair can be written anew."""
    for damage in facts.damage(check.slug):
        segment = facts.segment_at(damage.start)
        if segment is None or segment.start != damage.start:
            yield facts.finding(damage.message, damage.start, damage.end)
            continue
        # In the header escaped quotes are what keeps the YAML whole.
        edits = [] if segment.start < facts.document.front_matter.end else list(_literal_tags(facts.text, segment))
        yield facts.finding(damage.message, segment.start, segment.target_start, segment=segment, edits=edits)


def _literal_tags(text: str, segment: Segment) -> Iterator[TextEdit]:
    """The edits that write the tags of a pair, and of an anchor right before it, as the format does."""
    before = max(0, segment.start - _LONGEST_ANCHOR)
    anchor = _ANCHOR.search(text[before : segment.start])
    if anchor and "&quot;" in anchor[0]:
        yield TextEdit(before + anchor.start(), before + anchor.end(), f'<a name="{anchor["name"]}"></a>')
    opening, between, ending = write_pair(segment.id, "\0", "\0").split("\0")
    for start, end, tags in (
        (segment.start, segment.target_start, opening),
        (segment.target_end, segment.source_start, between),
        (segment.source_end, segment.end, ending),
    ):
        if text[start:end] != tags:
            yield TextEdit(start, end, tags)
