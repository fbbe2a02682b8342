r"""The markup of a pair is encoded.

## What it does

Reports pairs whose tags have encoded or escaped quotes (`&quot;`, `\"`), or an encoded `</span>` at the end of the
target, and span markup whose angle brackets are encoded, once or several times (`&lt;span`, `&amp;lt;span`, `&#60;span`,
`%3Cspan`). Pairs of the first kind are read; the fix writes their tags as they should be, and that of a heading's anchor
before them. Those of the second kind are text; the fix makes them pairs where both ids are the same, nothing else has
that id, and they do not stand in code. Where all brackets of the tags are encoded, nothing in the text between them may
be encoded (`&lt;`, `&amp;`, `&quot;`), for that may have been done with them. Escaped quotes in the front matter have no
fix: there the pair itself is at fault (FM006).

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

from locdocs.model import Segment
from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.rules.spans.literal_tags import literal_tags
from locdocs.rules.spans.unread_pairs import UnreadFixes
from locdocs.text import TextEdit

__all__ = ["check"]

_ANCHOR = re.compile(r"""<a\ name=(?:"|&quot;) (?P<name> [^"<>&]* ) (?:"|&quot;)></a>\Z""", re.VERBOSE)
_LONGEST_ANCHOR = 500


@document_rule("SP007", "encoded-span-markup", severity="error", its="markup", fix="safe", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what reading reported; the tags of a pair can be written anew."""
    unread = UnreadFixes(facts)
    for damage in facts.damage(check.slug):
        segment = facts.segment_at(damage.start)
        if segment is None or segment.start != damage.start:
            yield facts.finding(damage.message, damage.start, damage.end, edits=unread.of(damage))
            continue
        tags = literal_tags(facts, segment)
        yield facts.finding(
            damage.message,
            segment.start,
            segment.target_start,
            segment=segment,
            edits=[*_literal_anchor(facts.text, segment), *tags.edits] if tags.edits else (),
            safe=None if tags.is_lossless else False,
        )


def _literal_anchor(text: str, segment: Segment) -> Iterator[TextEdit]:
    """The edit that writes the anchor right before a pair as the format does, if its quotes are encoded."""
    before = max(0, segment.start - _LONGEST_ANCHOR)
    anchor = _ANCHOR.search(text[before : segment.start])
    if anchor and "&quot;" in anchor[0]:
        yield TextEdit(before + anchor.start(), before + anchor.end(), f'<a name="{anchor["name"]}"></a>')
