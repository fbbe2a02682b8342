"""The same source is translated in several ways.

## What it does

Compares the targets of all segments, of one language and of all documents of the run, that have the same source, and
reports those that are not translated as most are; of two that are equally frequent, the second. White space is not
compared. Sources of fewer than `min-words` words (4 if the configuration says nothing else) are left alone: short ones
rightly mean different things.

## Why

Readers take two wordings for two things. A memory that has both gives either.

## Example

```text
source: Save the view before you close it.
target: Guarde la vista antes de cerrarla.       (5 times)
target: Guarda la vista antes de cerrarla.       (once)
```

## Use instead

One translation, unless the context asks for two.

## Source

4,602 of 1,047,845 distinct published sources have several targets; inside one repository 618 of 22,432, 247 of 2,073
and 374 of 8,835 repeated sources (docs/format.md, "Quality of what is published"). Measured on five trees (99,797
pairs), each for itself: 739 reported, 20 looked at, all true; three of them differ only in the punctuation
around bold text or a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from locdocs.rules import CorpusFacts, DocumentFacts, Finding, corpus_rule
from locdocs.rules.corpus.conflicts import Comparison, conflicts, pairs
from locdocs.rules.spaces import spaces_joined

__all__ = ["check"]

_CODE = "CO001"
_OPTION = "min-words"
_MIN_WORDS = 4


_COMPARED = Comparison(
    keys=lambda facts: facts.sources.parts,
    values=lambda facts: facts.targets.parts,
    as_it_stands=lambda segment: segment.target,
    value=lambda segment: spaces_joined(segment.target),
    shown=lambda segment: segment.target,
)


def _gather(facts: DocumentFacts) -> Iterable[tuple[int, int]]:
    return pairs(facts, _COMPARED, facts.option(_CODE, _OPTION, _MIN_WORDS))


@corpus_rule(
    _CODE,
    "inconsistent-translation",
    severity="info",
    its="inconsistency",
    options={_OPTION: _MIN_WORDS},
    gather=_gather,
)
def check(facts: CorpusFacts) -> Iterator[Finding]:
    """Yield the segments that are in the minority."""
    for found in conflicts(facts, _COMPARED, facts.option(_CODE, _OPTION, _MIN_WORDS)):
        yield found.facts.finding(
            f'{found.like_it} of {found.total} translate this source like this, {found.most} as "{found.usual}"',
            target=(0, len(found.facts.segment.target)),
        )
