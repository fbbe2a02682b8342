"""A run of targets belongs to the segments before or after.

## What it does

Compares each source with its own target and with those before and after: by numbers, code, addresses of links, words
that both share (names; in languages of Latin script, words that begin alike), length and the mark at the end. Reports
runs of segments that fit a neighbour's target better than their own, once for each run. Off by default: it costs about
four times as much as reading.

## Why

A line lost or added by hand or by a tool moves every translation after it by one. Each pair looks right alone, and all
of them are wrong.

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
Align Sentences in Bilingual Corpora" (1992). Of 1,601 published documents none is reported; of 400 runs of 4 to 8
segments that were shifted, 98 % are.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from locdocs.rules import DocumentFacts, Finding, TextFacts, document_rule

__all__ = ["check"]

_WORD = re.compile(r"[^\W\d_]{2,}")
_ASCII_WORD = re.compile(r"[A-Za-z]{2,}")
_DIGITS = re.compile(r"\d{1,18}")
_CLOSING = " *_)\"'”」）]"
_ENDS = dict(zip(".?!:。．？！：؟", ".?!:..?!:?", strict=True))

# What a shared anchor of each kind counts when no other segment has it.
_WEIGHTS = {"word": 0.7, "number": 0.8, "code": 1.0, "address": 1.0}
_LENGTH_WEIGHT = 0.35
_END_WEIGHT = 0.3
_PENALTY = 0.15
"""By how much a neighbour must fit better, on the average, for a run to go on."""
_ENOUGH = 1.5
"""The sum over a run from which on it is reported; no correct run of 94,000 published segments reached half of it."""
_VARIANCE = 6.8
"""Of the length of a translation, for each character of its source (Gale and Church)."""
_NEVER = -9.0


class _Side(NamedTuple):
    """What is compared of a text."""

    anchors: frozenset[tuple[str, str]]
    length: int
    end: str


class _Run(NamedTuple):
    gain: float
    first: int
    last: int
    step: int
    """1 where the sources fit the targets after them, -1 where those before them."""


@document_rule("AL007", "shifted-alignment", severity="warning", its="mistranslation", default="off")
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield a finding at the first segment of each run."""
    if len(facts.document.segments) < 2:
        return
    latin = facts.profile.script == "LATIN"
    sources = [_side(segment.source, latin=latin) for segment in facts.segments]
    targets = [_side(segment.target, latin=latin) for segment in facts.segments]
    fit = _Fit(sources, targets)
    same = [segment.source == segment.target for segment in facts.document.segments]
    taken: set[int] = set()
    for run in sorted((*_runs(fit, same, 1), *_runs(fit, same, -1)), reverse=True):
        members = range(run.first, run.last + 1)
        if taken.isdisjoint(members):
            taken.update(members)
            where = "after" if run.step > 0 else "before"
            yield facts.segment(run.first).finding(
                f"the sources of {len(members)} segments from here on fit the targets {where} their own"
            )


def _side(text: TextFacts, *, latin: bool) -> _Side:
    prose = text.prose
    anchors = {("number", str(int(found))) for found in _DIGITS.findall(prose)}
    anchors.update(("code", mark.value) for mark in text.code_spans)
    for mark in text.of_kind("link", "image", "reference", "autolink", "xref", "url"):
        anchors.add(("address", mark.value.rstrip("/").rpartition("/")[2]))
    for word in (_WORD if latin else _ASCII_WORD).findall(prose):
        folded = _folded(word)
        if len(folded) >= 4 or folded.isascii():
            anchors.add(("word", folded[:5]))
    end = prose.rstrip(_CLOSING)[-1:]
    return _Side(frozenset(anchors), len(" ".join(prose.split())), _ENDS.get(end, ""))


def _folded(word: str) -> str:
    """A word in lower case and without accents: Spanish "función" begins like "function"."""
    folded = word.casefold()
    if folded.isascii():
        return folded
    return "".join(char for char in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(char))


class _Fit:
    """How well sources fit targets."""

    def __init__(self, sources: Sequence[_Side], targets: Sequence[_Side]) -> None:
        self.sources = sources
        self.targets = targets
        self._weights = _weights(sources, targets)
        total = sum(side.length for side in sources)
        self._ratio = max(sum(side.length for side in targets) / total, 0.1) if total else 1.0
        self.own = [self.of(index, index) for index in range(len(sources))]

    def of(self, source: int, target: int) -> float:
        """The more, the better a source fits a target."""
        one, other = self.sources[source], self.targets[target]
        fit = sum(self._weights[anchor] for anchor in one.anchors & other.anchors)
        if one.length and other.length:
            expected = self._ratio * one.length
            spread = math.sqrt(_VARIANCE * max(one.length, 5) * max(self._ratio, 0.3))
            fit -= _LENGTH_WEIGHT * min(abs(other.length - expected) / spread, 3.0)
        return fit + _END_WEIGHT * (one.end == other.end)


def _weights(sources: Sequence[_Side], targets: Sequence[_Side]) -> Mapping[tuple[str, str], float]:
    """What each anchor counts: the less, the more segments have it."""
    often = Counter(anchor for side in sources for anchor in side.anchors)
    often |= Counter(anchor for side in targets for anchor in side.anchors)
    return {anchor: _WEIGHTS[anchor[0]] * 2 / (1 + count) for anchor, count in often.items()}


def _runs(fit: _Fit, same: Sequence[bool], step: int) -> Iterator[_Run]:
    """The runs in one direction, each as long as it gains most: the greatest sums of neighbouring gains."""
    count = len(fit.own)
    gain = best = 0.0
    first = last = 0
    for index in range(count + 1):
        there = index + step
        better = fit.of(index, there) - fit.own[index] - _PENALTY if index < count and 0 <= there < count else _NEVER
        if index < count and same[index]:
            better = min(better, -0.5)  # what equals its source is where it belongs
        if gain + better <= 0 or index == count:
            if best >= _ENOUGH and last > first:
                yield _Run(best, first, last, step)
            gain = best = 0.0
            first = index + 1
            continue
        gain += better
        if gain > best:
            best, last = gain, index
