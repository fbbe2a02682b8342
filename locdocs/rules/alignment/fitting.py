"""How well sources fit targets: how much more probable it is that they belong together than that they do not.

Numbers are natural logarithms of such odds, summed over what speaks for and against. A document is gone through once;
each source is held against the targets around it, never against all, so the cost grows with the length alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from locdocs.languages import Profile
from locdocs.rules.alignment.evidence import Clue, Source, Target, clue_of

__all__ = ["REACH", "Fit"]

REACH = 3
"""How many segments before and after are looked at."""

_PRIOR_WEIGHT = 3
"""The chance of a clue counts as much as so many segments of the document that have the word."""
_ELSEWHERE = (0.25, 2.5)
"""How often a clue is found in a target it has nothing to do with: pseudo-counts of hits and targets."""
_ANCHOR_SHARED = 1.8
_ANCHOR_ALONE = {"code": 3.0, "address": 3.0, "number": 1.6}
_NAME_ALONE = 1.2
"""For each name in Latin letters that the source does not have."""
_END_SHARED, _END_ALONE = 0.4, 1.2
_SPREAD = (0.05, 2.2, 8)
"""The variance of the logarithm of the length of a translation: a constant, and what the shortness of a source adds."""
_SPREAD_ELSEWHERE = 0.9
"""The same of two texts that have nothing to do with each other."""
_FURTHEST = 16.0
_KEPT = (0.9, 0.3)
"""How much of a target is left that lost its end, by the words of the first half of the source and those of the second.
Where words have no spaces between them, their order is another one too, and either half is as good."""
_SMALL_BEGIN = 1.5
"""For a target that begins with a small letter where its source does not: it may have lost its beginning."""
_CUTS = (-0.7, -1.1)
"""The logarithms of a half and of a third."""
_SHORTER = -0.25
"""The least by which a target is shorter that may have lost a part."""


class _Tally(NamedTuple):
    """How often a word stands in the sources, and how often its clue is found in their targets."""

    clue: Clue
    sources: int
    hits: int


class Fit:
    """The sources and targets of a document, ready to be compared."""

    def __init__(self, sources: Sequence[Source], targets: Sequence[Target], profile: Profile) -> None:
        self._sources = sources
        self._targets = targets
        self._kept = _KEPT if profile.spaced else (0.5, 0.5)
        self._ratio = _ratio(sources, targets, profile)
        self._tallies = _tallies(sources, targets, profile)
        self._rows: dict[int, dict[int, float]] = {}

    def row(self, source: int) -> dict[int, float]:
        """How well a source fits its own target and those around it, by their places."""
        row = self._rows.get(source)
        if row is None:
            row = self._rows[source] = self._row(source)
        return row

    def _row(self, place: int) -> dict[int, float]:
        source, targets = self._sources[place], self._targets
        first, last = max(0, place - REACH), min(len(targets), place + REACH + 1)
        scores = [self._extent(source, targets[at]) + _anchors(source, targets[at]) for at in range(first, last)]
        # What stands there twice counts once: else a target that is a copy would speak against itself.
        texts = [targets[at].text for at in range(first, last)]
        once = [at for at, text in enumerate(texts) if text not in texts[:at]]
        pseudo_hits, pseudo_targets = _ELSEWHERE
        others = len(once) - 1 + pseudo_targets
        for word in source.words:
            tally = self._tallies.get(word)
            if tally is None:
                continue
            hits = [_holds(targets[at], tally.clue) for at in range(first, last)]
            chance = _chance(tally, hit=hits[place - first])
            found = sum(hits[at] for at in once)
            here = math.log(chance / ((found - 1 + pseudo_hits) / others)) if found else 0.0
            missing = math.log((1 - chance) / (1 - (found + pseudo_hits) / (others + 1)))
            scores = [score + (here if hit else missing) for score, hit in zip(scores, hits, strict=True)]
        return dict(zip(range(first, last), scores, strict=True))

    def _extent(self, source: Source, target: Target) -> float:
        """What length and end speak."""
        ends = _END_SHARED if source.end == target.end else -_END_ALONE
        lengths = self._lengths(source, target)
        if lengths is None:
            return ends
        off, variance = lengths
        here = _bell(off, variance)
        return ends + max(-4.0, min(1.5, here - _bell(off, _SPREAD_ELSEWHERE)))

    def _lengths(self, source: Source, target: Target) -> tuple[float, float] | None:
        """The logarithm of the length of a target in terms of the one expected, and its variance."""
        if not source.length or not target.length:
            return None
        long, short = source.length, target.length
        if target.names:
            # Names that both write alike say nothing about the length of the rest.
            alike = sum(len(name) for name in target.names if f" {name} " in source.text)
            long, short = max(long - alike, 1), max(short - alike, 1)
        constant, shortness, least = _SPREAD
        return math.log((short + 3) / (self._ratio * long + 3)), constant + shortness / (long + least)

    def loss(self, place: int) -> float:
        """How much more probable it is that only a half or a third of a target is there than that all is."""
        source, target = self._sources[place], self._targets[place]
        lengths = self._lengths(source, target)
        if lengths is None or lengths[0] > _SHORTER:
            return -math.inf
        off, variance = lengths
        whole = max(_bell(off, variance), _bell(off, 4 * variance) - 3)
        loss = max(_bell(off - cut, variance) for cut in _CUTS) - whole
        for anchor in source.anchors:
            loss += -0.7 if anchor in target.anchors else 2.0
        lost_end, lost_begin = self._words_lost(source, target)
        if source.begin.isupper() and target.begin.islower():
            lost_begin += _SMALL_BEGIN
        return loss + max(lost_end, lost_begin)

    def _words_lost(self, source: Source, target: Target) -> tuple[float, float]:
        """What the words of a source speak for the loss of the end, and of the beginning of its target."""
        half = len(source.words) / 2
        lost = [0.0, 0.0]
        for at, word in enumerate(source.words):
            tally = self._tallies.get(word)
            if tally is None:
                continue
            hit = _holds(target, tally.clue)
            chance = _chance(tally, hit=hit)
            for side, kept in enumerate(self._kept if at < half else self._kept[::-1]):
                lost[side] += math.log(kept) if hit else math.log((1 - kept * chance) / (1 - chance))
        return lost[0], lost[1]


def _ratio(sources: Sequence[Source], targets: Sequence[Target], profile: Profile) -> float:
    """How much longer targets are than sources: those of the document, and a few lines as the language has them."""
    lowest, highest = profile.length_ratio or (0.8, 1.6)
    usual = 200
    before = sum(source.length for source in sources) + usual
    return (sum(target.length for target in targets) + usual * math.sqrt(lowest * highest)) / before


def _tallies(sources: Sequence[Source], targets: Sequence[Target], profile: Profile) -> dict[str, _Tally]:
    clues: dict[str, Clue] = {}
    counts: dict[str, list[int]] = {}
    for source, target in zip(sources, targets, strict=True):
        for word in source.words:
            clue = clues.get(word) or clue_of(word, profile)
            if clue is not None:
                clues[word] = clue
                count = counts.setdefault(word, [0, 0])
                count[0] += 1
                count[1] += _holds(target, clue)
    return {word: _Tally(clue, *counts[word]) for word, clue in clues.items()}


def _holds(target: Target, clue: Clue) -> bool:
    text = target.text
    for string in clue.strings:
        if string in text:
            return True
    return bool(clue.sound) and clue.sound in target.sounds


def _chance(tally: _Tally, *, hit: bool) -> float:
    """How probable it is to find a clue in the right target, by all segments but the one in question."""
    others, hits = tally.sources - 1, tally.hits - hit
    return min(0.95, max(0.02, (hits + _PRIOR_WEIGHT * tally.clue.chance) / (others + _PRIOR_WEIGHT)))


def _anchors(source: Source, target: Target) -> float:
    """What code, addresses, numbers and names speak."""
    score = 0.0
    ours, theirs = source.anchors, target.anchors
    if ours or theirs:
        score = _ANCHOR_SHARED * len(ours & theirs)
        for kind, _ in ours ^ theirs:
            score -= _ANCHOR_ALONE[kind]
    for name in target.names:
        if name not in source.text:
            score -= _NAME_ALONE
    return score


def _bell(off: float, variance: float) -> float:
    """The logarithm of the normal density but for a constant; its tails end."""
    return -0.5 * (min(off * off / variance, _FURTHEST) + math.log(variance))
