"""Different sources have the same target.

## What it does

Compares the sources of all segments, of one language and of all documents of the run, that have the same target, and
reports those whose source is not the one that most have; where several are equally frequent, all of them. Only the
words of the sources are compared, without case. Sources of fewer than `min-words` words (4 if the configuration says
nothing else) are left alone. Off by default.

## Why

Two sentences that say different things in English say the same in translation: one of them may have the target of the
other, or what tells them apart was lost.

## Example

```text
source: Choose a filter for the view.     target: Elija un filtro para la vista.
source: Choose a color for the view.      target: Elija un filtro para la vista.
```

## Use instead

```text
source: Choose a color for the view.      target: Elija un color para la vista.
```

## Source

Nearly all that it finds is right: "Click on the button" and "Click the button" are one sentence in Spanish. Measured
on five trees (99,797 pairs), each for itself: 488 reported, 24 looked at, none of them a fault of the translation. So
it is off by default; it helps to find sources that should have been written alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from locdocs.rules import CorpusFacts, DocumentFacts, Finding, corpus_rule
from locdocs.rules.corpus.conflicts import Comparison, conflicts, pairs

__all__ = ["check"]

_CODE = "CO002"
_OPTION = "min-words"
_MIN_WORDS = 4
_words = re.compile(r"\w+").findall


def _only_words(source: str) -> str:
    return " ".join(_words(source.casefold()))


_COMPARED = Comparison(
    keys=lambda facts: facts.targets.one_spaced,
    values=lambda facts: list(map(_only_words, facts.sources.parts)),
    as_it_stands=lambda segment: _only_words(segment.source),
    value=lambda segment: _only_words(segment.source),
    shown=lambda segment: segment.source,
)


def _gather(facts: DocumentFacts) -> Iterable[tuple[int, int]]:
    return pairs(facts, _COMPARED, facts.option(_CODE, _OPTION, _MIN_WORDS))


@corpus_rule(
    _CODE,
    "ambiguous-target",
    severity="info",
    its="inconsistency",
    default="off",
    options={_OPTION: _MIN_WORDS},
    gather=_gather,
)
def check(facts: CorpusFacts) -> Iterator[Finding]:
    """Yield the segments that are in the minority."""
    for found in conflicts(facts, _COMPARED, facts.option(_CODE, _OPTION, _MIN_WORDS), ties=True):
        segment = found.facts.segment
        yield found.facts.finding(
            f'{found.most} of {found.total} with this target have the source "{found.usual}"',
            target=(0, len(segment.target)),
            source=(0, len(segment.source)),
        )
