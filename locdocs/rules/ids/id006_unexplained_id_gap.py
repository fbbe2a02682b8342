"""A number is missing, and nothing in the text explains it.

## What it does

Reports a pair whose number is not the one that follows from the pair before it. A gap is explained by what takes a
number without getting a pair: the alternative text of an image, the title of a link definition, the sentences of a
paragraph that is kept as one segment. So it is by an image outside of pairs that is broken, which [IC003](IC003.md) or
[IC010](IC010.md) reports, and by a damaged pair that is not read but shows the number. Before and behind a pair whose
halves have different ids ([ID001](ID001.md)) nothing is expected.

## Why

A number that is missing without a reason is a segment that was lost: the sentence was deleted together with its
English, or its markup was broken beyond reading. A number too few is a pair that was added by hand.

## Example

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span> <span data-ttu-id="0c05b-103">Cierre el panel.</span><span class="sxs-lookup"><span
data-stu-id="0c05b-103">Close the panel.</span></span>
```

## Use instead

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span> <span data-ttu-id="0c05b-102">Elija un filtro.</span><span class="sxs-lookup"><span
data-stu-id="0c05b-102">Choose a filter.</span></span> <span data-ttu-id="0c05b-103">Cierre el panel.</span><span
class="sxs-lookup"><span data-stu-id="0c05b-103">Close the panel.</span></span>
```

## Source

The next number is predicted for 99.977 % of the neighbours in published files (docs/format.md, "The id"). On the five
trees that rules are measured on (99,797 pairs): 4 findings, all true: second sentences of alternative texts that got
lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import sub

from locdocs.model import Document, Segment
from locdocs.rules import DocumentFacts, Finding, GroupFacts, document_rule
from locdocs.rules.inline_codes.broken_units import broken_units
from locdocs.rules.numbering import mismatched, numbered, plain_numbers

__all__ = ["check"]

# What takes a number as a rule, roughly: enough to pass over most gaps without parsing.
_TAKES_A_NUMBER = re.compile(r"""!\[(?=[^\]\s])|\b(?:alt|title|alt-text)\s*=\s*["'](?=[^"'])""", re.IGNORECASE)

_UNREAD = re.compile(
    r"(?<![^\W_])[ts]tu[^\S\r\n]{0,3}[-_\u2010-\u2015\u2212][^\S\r\n]{0,3}id\b[^<>\r\n]{0,30}?"
    r"(?:(?<![0-9a-f])|(?<=%22))[0-9a-f]{5}[ ]?[-\u2010-\u2015\u2212][ ]?([1-9][0-9]{2,17})(?![0-9])",
    re.IGNORECASE,
)


def _documents(group: GroupFacts) -> Iterator[int]:
    """Those with a gap, as far as that shows without the parser."""
    for place, document in enumerate(group.documents):
        if any(_suspicious(document)):
            yield place


@document_rule("ID006", "unexplained-id-gap", severity="warning", its="omission", among=_documents)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield the segments whose number is not to be expected after that of the one before."""
    segments = facts.document.segments
    prefix, doubtful = segments[0].id[:5], mismatched(facts.document)
    for step in facts.structure.numbering:
        segment = segments[step.index]
        if step.explained or step.previous is None or not segment.id.startswith(prefix):
            continue
        if not doubtful.isdisjoint((step.index, step.previous)):
            continue
        previous = segments[step.previous]
        if step.actual <= int(previous.number):
            continue
        # What Markdown reads as no image any more took its numbers all the same.
        expected = step.expected + broken_units(facts, previous.end, segment.start)
        unread = _unread(facts, previous, segment)
        expected += unread
        # Images in a damaged pair stand in both of its halves and are counted twice.
        if step.actual == expected or (unread and step.actual < expected):
            continue
        what = "a segment was lost before it" if step.actual > expected else "a pair was added before it"
        message = f"{segment.id} should have the number {expected}: {what}"
        yield facts.finding(message, segment.start, segment.target_start, segment=segment)


def _unread(facts: DocumentFacts, previous: Segment, segment: Segment) -> int:
    """How many numbers between those of two neighbours stand in damaged markup between them, which is no pair."""
    if not facts.document.damage:
        return 0
    borne = map(int, _UNREAD.findall(facts.text, previous.end, segment.start))
    return len({number for number in borne if int(previous.number) < number < int(segment.number)})


def _suspicious(document: Document) -> Iterator[bool]:
    """For each pair: whether its number differs from what a look at the text before it explains."""
    numbers, text = plain_numbers(document), document.text
    if numbers is not None:
        segments = document.segments
        for index, step in enumerate(map(sub, numbers[1:], numbers), 1):
            if step != 1:
                yield step != 1 + len(_TAKES_A_NUMBER.findall(text, segments[index - 1].end, segments[index].start))
        return
    before, end = None, 0
    for segment, _, paragraph, number in numbered(document):
        if paragraph:
            # Its sentences take numbers, and how many there are takes parsing.
            before = None
            continue
        if before is not None:
            expected = before + 1
            if number != expected:
                expected += len(_TAKES_A_NUMBER.findall(text, end, segment.start))
            yield number != expected
        before, end = number, segment.end
