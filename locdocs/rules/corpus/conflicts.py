"""What should be one and is several: sources with several targets, targets with several sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from itertools import compress, count, repeat
from operator import le, xor
from typing import NamedTuple

from locdocs.model import Segment
from locdocs.rules import CorpusFacts, DocumentFacts, SegmentFacts
from locdocs.rules.spaces import spaces_joined

__all__ = ["Comparison", "Conflict", "conflicts", "pairs"]

_SHOWN = 100


class Comparison(NamedTuple):
    """What is compared."""

    keys: Callable[[DocumentFacts], Sequence[str]]
    """Of each segment what should have one value only."""
    values: Callable[[DocumentFacts], Sequence[str]]
    """Of each segment the value, as it is compared."""
    value: Callable[[Segment], str]
    """The same for one segment."""
    shown: Callable[[Segment], str]
    """The value, as people see it."""


class Conflict(NamedTuple):
    """A segment that differs from what most segments of the same key have."""

    facts: SegmentFacts
    like_it: int
    """How many have what it has."""
    total: int
    """How many there are."""
    most: int
    """How many have what most have."""
    usual: str
    """What these have, as the first of them writes it, shortened."""


class _Known(NamedTuple):
    """What is known of a key that has several values."""

    counts: Counter[int]
    usual: int
    """The value that most have; of several, the one that came first."""
    rival: int | None
    """Another value that as many have."""

    def against(self, own: int, *, ties: bool) -> int | None:
        """The value that speaks against one; ``None`` where none does."""
        if own == self.usual:
            return self.rival if ties else None
        return self.usual if own in self.counts else None


def pairs(facts: DocumentFacts, compared: Comparison, min_words: int) -> Iterable[tuple[int, int]]:
    """What a rule gathers of a document for :func:`conflicts`.

    :param min_words: the fewest words of a source for a segment to be looked at.
    """
    language = hash(facts.document.target_language)
    # All of this is done for all segments at once: it has to cost much less than reading them.
    chosen = [*map(partial(le, min_words - 1), map(str.count, facts.sources.parts, repeat(" ")))]
    for index in facts.targets.blank():
        chosen[index] = False
    keys = map(xor, map(hash, compress(compared.keys(facts), chosen)), repeat(language))
    return zip(keys, map(hash, compress(compared.values(facts), chosen)), strict=False)


def conflicts(facts: CorpusFacts, compared: Comparison, min_words: int, *, ties: bool = False) -> Iterator[Conflict]:
    """The segments that have not what most segments of the same key and target language have, in order.

    What is kept grows with the number of keys that have several values, not with the text.

    :param ties: where several values are equally frequent, take all of them for conflicts; else the first one counts
        as usual.
    """
    known: dict[int, _Known] = {}
    shown: set[int] = set()
    others: set[int] = set()
    for key, rows in facts.groups(varied=True):
        counts = Counter(value for value, _ in rows)
        (usual, most), (rival, second) = counts.most_common(2)
        known[key] = each = _Known(counts, usual, rival if second == most else None)
        for value in (each.usual, each.rival) if ties else (each.usual,):
            shown.update([number for own, number in rows if own == value][:1])
        others.update(number for own, number in rows if each.against(own, ties=ties) is not None)
    texts = _texts(facts.some(shown), known, compared, min_words)
    for document in facts.some(others):
        for index, key, own in _of_keys(document, compared, min_words, known):
            counts = known[key].counts
            other = known[key].against(own, ties=ties)
            if other is not None:
                text = texts.get((key, other), "")
                yield Conflict(document.segment(index), counts[own], counts.total(), counts[other], text)


def _texts(
    documents: Iterable[DocumentFacts], known: dict[int, _Known], compared: Comparison, min_words: int
) -> dict[tuple[int, int], str]:
    """The values that speak against others, by key and value, as the first of some documents shows them."""
    texts: dict[tuple[int, int], str] = {}
    for document in documents:
        for index, key, own in _of_keys(document, compared, min_words, known):
            if own in (known[key].usual, known[key].rival) and (key, own) not in texts:
                text = spaces_joined(compared.shown(document.document.segments[index]))
                texts[key, own] = text if len(text) <= _SHOWN else text[:_SHOWN] + ".."
    return texts


def _of_keys(
    facts: DocumentFacts, compared: Comparison, min_words: int, known: Container[int]
) -> Iterator[tuple[int, int, int]]:
    """Of the segments of some keys that are looked at: the place, the key, and the value as a number."""
    language, segments = hash(facts.document.target_language), facts.document.segments
    keys = [*map(xor, map(hash, compared.keys(facts)), repeat(language))]
    for index in compress(count(), map(known.__contains__, keys)):
        segment = segments[index]
        if segment.source.count(" ") >= min_words - 1 and segment.target.strip():
            yield index, keys[index], hash(compared.value(segment))
