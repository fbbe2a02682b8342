"""A pair has another prefix than the rest of its file.

## What it does

Reports pairs whose five hexadecimal digits are not those that most pairs of the file begin with.

## Why

A file gets one prefix when it is published. Another one means that the pair was pasted from another file, or from
another version of this one; the sentence is then not in the English file, or has another number there.

## Example

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span> <span data-ttu-id="0c05b-102">Elija un filtro.</span><span class="sxs-lookup"><span
data-stu-id="0c05b-102">Choose a filter.</span></span> <span data-ttu-id="9f3e1-140">Cierre el panel.</span><span
class="sxs-lookup"><span data-stu-id="9f3e1-140">Close the panel.</span></span>
```

## Use instead

Publish the file again with the sentence in its English original, or give the pair the prefix of the file and a number
that fits its place.

## Source

Two prefixes stand in none of 32,457 published files (docs/format.md, "The pair").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.rules.numbering import numbered, plain_numbers

__all__ = ["check"]


@document_rule("ID005", "foreign-id-prefix", severity="warning", its="markup")
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield the segments of all prefixes but the most frequent, the first of equals."""
    segments = facts.document.segments
    if not segments or plain_numbers(facts.document) is not None:
        return
    found = list(numbered(facts.document))
    counts = Counter(prefix for _, prefix, _, _ in found)
    if len(counts) < 2:
        return
    [(own, _)] = counts.most_common(1)
    for segment, prefix, _, _ in found:
        if prefix != own:
            message = f"{segment.id} has not the prefix of this file, {own}: it comes from another file or version"
            yield facts.finding(message, segment.start, segment.target_start, segment=segment)
