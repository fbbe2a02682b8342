"""The numbers of the ids do not rise.

## What it does

Reports a pair whose number is not greater than that of the pair before it. Numbers with a `p` (whole paragraphs) have a
counter of their own and are compared with each other only, and so are the pairs of each prefix. A pair whose halves
have different ids is left out: [ID001](ID001.md) reports it.

## Why

Publication numbers the segments of a file in the order of the text. A number out of order means that a pair was moved
or copied by hand, and that the English file has the sentence in another place.

## Example

```html
<span data-ttu-id="0c05b-102">Cierre el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-102">Close the
panel.</span></span> <span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span
data-stu-id="0c05b-101">Open the panel.</span></span>
```

## Use instead

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span> <span data-ttu-id="0c05b-102">Cierre el panel.</span><span class="sxs-lookup"><span
data-stu-id="0c05b-102">Close the panel.</span></span>
```

## Source

Numbers rise strictly in every published file (docs/format.md, "The id").
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, GroupFacts, document_rule
from locdocs.rules.numbering import mismatched, numbered, plain_numbers

__all__ = ["check"]


def _documents(group: GroupFacts) -> Iterator[int]:
    """Those whose numbers do not rise, or are not of one kind."""
    for place, document in enumerate(group.documents):
        numbers = plain_numbers(document)
        if numbers is None or numbers != sorted(numbers):
            yield place


@document_rule("ID004", "id-order", severity="warning", its="markup", among=_documents)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield the segments whose number is less than that of the one before them."""
    doubtful = {facts.document.segments[place].start for place in mismatched(facts.document)}
    last: dict[tuple[str, bool], int] = {}
    for segment, prefix, paragraph, number in numbered(facts.document):
        if segment.start in doubtful:
            continue
        before = last.get((prefix, paragraph))
        # An equal number is a duplicate id, which another rule reports.
        if before is not None and number < before:
            message = f"{segment.id} stands behind number {before}: a pair was moved or copied"
            yield facts.finding(message, segment.start, segment.target_start, segment=segment)
        last[prefix, paragraph] = number
