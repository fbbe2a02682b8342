"""The English file has changed since the document was made from it.

## What it does

Compares the English file at `ms.sourcegitcommit` with the one that is there now, word by word, and reports each segment
whose English changed, with the words that changed, and once what changed or was added outside of all segments. Runs
where the English side is at hand (`--source-repo`). In a folder without history, where only the present file is there,
the source text of the document takes the place of the older file if the hash says that the file is another.

## Why

The translation is right for a text that nobody reads any more. The list of segments is the work that is to do.

## Example

```text
English file then: The limit is 12 filters.
English file now:  The limit is 16 filters.
```

## Use instead

Hand the file off for translation again.

## Source

The path of a document is that of its English file, and `ms.sourcegitcommit` the commit it was made from: 7,140 of 7,140
checked (docs/format.md, "Front matter"). On 509 published documents whose English file had not changed: none reported.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from locdocs.proof import hashes_of
from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.rules.alignment.english_words import (
    Difference,
    Words,
    differences,
    quoted,
    words_of_document,
    words_of_file,
)

__all__ = ["check"]


@document_rule("AL005", "stale-translation", severity="info", its="inconsistency", default="src")
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield a finding for each segment that changed, and one for all that is outside of segments."""
    english = facts.context.english
    now = english.current(facts.document) if english else None
    if now is None or not facts.document.segments:
        return
    wanted = facts.document.front_matter.localization.source_hash
    then = facts.original
    if (wanted in hashes_of(now)) if wanted else now == then:
        return
    ours, current = words_of_document(facts.document), words_of_file(now)
    changes = list(differences(ours, current))
    if then is not None and then != now:
        # What differed then already is no change since.
        older = words_of_file(then)
        changes = _carried(list(differences(older, current)), list(differences(ours, older)))
    yield from _found(facts, ours, current, changes)


def _carried(changes: Sequence[Difference], drift: Sequence[Difference]) -> list[Difference]:
    """Changes of the older English file as changes of our own words.

    :param changes: from the older file to the one that is there now.
    :param drift: from our own words to the older file.
    """
    ends = [each.other_end for each in drift]

    def to_ours(index: int, *, end: bool) -> int:
        place = bisect_left(ends, index)
        if place < len(drift) and drift[place].other_start < index:
            return drift[place].end if end else drift[place].start
        before = drift[place - 1] if place else Difference(0, 0, 0, 0)
        return index - before.other_end + before.end

    return [
        each._replace(start=to_ours(each.start, end=False), end=to_ours(each.end, end=True))
        if each.start < each.end
        else each._replace(start=to_ours(each.start, end=True), end=to_ours(each.start, end=True))
        for each in changes
    ]


def _found(facts: DocumentFacts, ours: Words, current: Words, changes: Sequence[Difference]) -> Iterator[Finding]:
    told: set[int] = set()
    outside: list[Difference] = []
    for change in changes:
        indices = _segments(facts, ours, change)
        for index in indices:
            if index not in told:
                told.add(index)
                segment = facts.document.segments[index]
                yield facts.finding(
                    f"the English changed: {_said(ours, current, change)}",
                    segment.source_start,
                    segment.source_end,
                    segment=segment,
                )
        if not indices:
            outside.append(change)
    if outside:
        first = outside[0]
        more = f", and in {len(outside) - 1} more places" if len(outside) > 1 else ""
        message = f"the English changed outside of the segments: {_said(ours, current, first)}{more}"
        yield facts.finding_in("source", message, *ours.place(first.start, first.end))


def _said(ours: Words, current: Words, change: Difference) -> str:
    before = quoted(ours, change.start, change.end)
    after = quoted(current, change.other_start, change.other_end)
    if change.start == change.end:
        return f"{after} is new"
    return f"{before} is gone" if change.other_start == change.other_end else f"{before} became {after}"


def _segments(facts: DocumentFacts, ours: Words, change: Difference) -> list[int]:
    """The segments that a change touches; new words touch one only where it has words on both sides of them."""
    spans = facts.source.spans
    start, end = ours.place(change.start, change.end)
    if change.start < change.end:
        first = bisect_left(spans, start, key=lambda span: span[1])
        found = []
        while first < len(spans) and spans[first][0] < end:
            if spans[first][1] > start:
                found.append(first)
            first += 1
        return found
    if not 0 < change.start < len(ours.words):
        return []
    before, after = (facts.source.segment_at(ours.starts[place]) for place in (change.start - 1, change.start))
    return [before] if before is not None and before == after else []
