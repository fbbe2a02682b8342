"""A target belongs to another source, or to a part of its own.

## What it does

Holds each source against its own target and those of the three segments before and after: by numbers, code, addresses
of links, names, words that begin alike in languages of Latin script and sound alike in Japanese, some 250 everyday
words whose translations are known (es, de, ja, zh, ar), length, and the mark at the end. What a word is worth depends
on how often it is met in the targets of its sources, and in those around. It reports a segment

- that fits a neighbour better, source and target taken together;
- whose target has nothing to do with its source;
- whose target is about a half or a third as long as it should be, and lacks what words of its source become.

Texts of which one is as good as the other, such as two cells of one word each, are not told apart. Off by default: it
costs about fifty times as much as reading.

## Why

A line lost or added by hand or by a tool moves the translations after it by one. Each of them is correct for itself,
and all are wrong where they stand.

## Example

```text
source: Open the dashboard.   target: Elija un filtro.
source: Choose a filter.      target: Guarde la vista.
source: Save the view.        target: Abra el panel.
```

## Use instead

```text
source: Open the dashboard.   target: Abra el panel.
source: Choose a filter.      target: Elija un filtro.
source: Save the view.        target: Guarde la vista.
```

## Source

Length and shared anchors are what aligns sentences without a dictionary: Gale and Church, "A Program for Aligning
Sentences in Bilingual Corpora", Computational Linguistics 19 (1993); Simard, Foster and Isabelle, "Using Cognates to
Align Sentences in Bilingual Corpora" (1992).

Faults put into published documents, each pair counted by itself, found with AL006 and TX011: of 4,000 targets that
were swapped, shifted by one to three places or replaced by a neighbour's 97 % (es 96 %, de 97 %, ja 99 %); of 4,000
that lost a half or more, at either end, or took in the next one, 93 % (es 94 %, de 95 %, ja 87 %). Of 98,208
neighbours 1,171 have equal sources or equal targets, so that no one can see a swap. Of 99,797 published pairs the rule
reports 234 (0.23 %); 20 were looked at, 3 are true: free translations, and parts of a sentence that English has in
another order, look like faults. That is why it is off, and no more than an info: for reading through a page that one
has a reason to distrust.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from locdocs.model import Segment
from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.rules.alignment.evidence import read_source, read_target
from locdocs.rules.alignment.fitting import Fit

__all__ = ["check"]

_BETTER = 4.0
"""From which on source and target of a segment fit others better: a logarithm of odds, as all these."""
_NOTHING = -4.0
"""Up to which fit a target has nothing to do with its source."""
_CUT = 2.6
"""From which on a target is but a part."""
_WORD = re.compile(r"[^\W\d_]{2}")


@document_rule("AL007", "shifted-alignment", severity="info", its="mistranslation", default="off")
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield a finding for each target that is not where it belongs, or only a part of it."""
    segments = facts.document.segments
    sources = [read_source(segment.source) for segment in facts.segments]
    targets = [read_target(segment.target) for segment in facts.segments]
    fit = Fit(sources, targets, facts.profile)
    for index, segment in enumerate(segments):
        if segment.source == segment.target or not segment.target.strip() or not _WORD.search(segment.source):
            continue
        if message := _moved(fit, index, segments) or _misfit(fit, index):
            yield facts.segment(index).finding(
                message, target=(0, len(segment.target)), source=(0, len(segment.source))
            )


def _moved(fit: Fit, index: int, segments: Sequence[Segment]) -> str:
    """What there is to say of a segment whose source and target fit others; nothing where they do not."""
    row = fit.row(index)
    others = [place for place in row if place != index]
    if not others:
        return ""
    own = row[index]
    target, there = max((row[place] - own, place) for place in others)
    source, here = max((fit.row(place)[index] - own, place) for place in others)
    if target + source < _BETTER:
        return ""
    if source >= target:
        return f"the target fits the source of {segments[here].id} better"
    return f"the source fits the target of {segments[there].id} better"


def _misfit(fit: Fit, index: int) -> str:
    """The same of one whose target lacks a part, or has nothing to do with its source."""
    if fit.loss(index) >= _CUT:
        return "the target seems to be only a part"
    return "the target has nothing in common with the source" if fit.row(index)[index] <= _NOTHING else ""
