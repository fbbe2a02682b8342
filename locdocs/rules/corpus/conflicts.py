"""What should be one and is several: sources with several targets, targets with several sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from locdocs.model import Segment
from locdocs.rules import CorpusFacts, DocumentFacts, GroupFacts, SegmentFacts
from locdocs.rules.spaces import spaces_joined

__all__ = ["Comparison", "Conflict", "conflicts", "pairs"]

_SHOWN = 100


class Comparison(NamedTuple):
    """What is compared."""

    keys: Callable[[DocumentFacts], Sequence[str]]
    """Of each segment what should have one value only."""
    values: Callable[[DocumentFacts], Sequence[str]]
    """Of each segment the value as it stands there: where these are the same, nothing more is asked."""
    as_it_stands: Callable[[Segment], str]
    """The same for one segment."""
    value: Callable[[Segment], str]
    """The value of a segment as it is compared."""
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
    language, blanks = hash(facts.document.target_language), min_words - 1
    # This has to cost much less than reading the segments: one comprehension, in which little is asked.
    found: Iterable[tuple[str, str, str]] = zip(
        facts.sources.parts, compared.keys(facts), compared.values(facts), strict=True
    )
    if blank := {*facts.among(_with_blank_target)}:
        found = (row for place, row in enumerate(found) if place not in blank)
    return [(hash(key) ^ language, hash(value)) for source, key, value in found if source.count(" ") >= blanks]


def _with_blank_target(group: GroupFacts) -> Iterable[int]:
    return group.targets.blank()


def conflicts(facts: CorpusFacts, compared: Comparison, min_words: int, *, ties: bool = False) -> Iterator[Conflict]:
    """The segments that have not what most segments of the same key and target language have, in order.

    What is kept grows with the number of keys that have several values, not with the text.

    :param ties: where several values are equally frequent, take all of them for conflicts; else the first one counts
        as usual.
    """
    gathered = dict(facts.groups(varied=True))
    firsts: set[int] = set()
    for rows in gathered.values():
        firsts.update(dict(reversed(rows)).values())
    meant = _meant(facts.some(firsts), gathered, compared, min_words)
    known: dict[int, _Known] = {}
    texts: dict[tuple[int, int], str] = {}
    others: set[int] = set()
    for key, rows in gathered.items():
        values = [meant.get((key, stands), (stands, "")) for stands, _ in rows]
        counts = Counter(value for value, _ in values)
        if len(counts) < 2:  # they differ in what is not compared
            continue
        (usual, most), (rival, second) = counts.most_common(2)
        known[key] = each = _Known(counts, usual, rival if second == most else None)
        for value, text in values:
            if value in (each.usual, each.rival):
                texts.setdefault((key, value), text)
        numbers = zip(values, rows, strict=True)
        others.update(number for (value, _), (_, number) in numbers if each.against(value, ties=ties) is not None)
    wanted = _without_language(known)
    for document in facts.some(others):
        for index, key in _of_keys(document, compared, min_words, wanted):
            own, counts = hash(compared.value(document.document.segments[index])), known[key].counts
            other = known[key].against(own, ties=ties)
            if other is not None:
                text = texts.get((key, other), "")
                yield Conflict(document.segment(index), counts[own], counts.total(), counts[other], text)


def _meant(
    documents: Iterable[DocumentFacts], gathered: Iterable[int], compared: Comparison, min_words: int
) -> dict[tuple[int, int], tuple[int, str]]:
    """By key and value as it stands: the value as it is compared, and what the first of some documents shows of it."""
    found: dict[tuple[int, int], tuple[int, str]] = {}
    known = _without_language(gathered)
    for document in documents:
        for index, key in _of_keys(document, compared, min_words, known):
            segment = document.document.segments[index]
            stands = hash(compared.as_it_stands(segment))
            if (key, stands) not in found:
                text = spaces_joined(compared.shown(segment))
                shown = text if len(text) <= _SHOWN else text[:_SHOWN] + ".."
                found[key, stands] = hash(compared.value(segment)), shown
    return found


def _without_language(keys: Iterable[int]) -> Callable[[int], Container[int]]:
    """The keys without the hash of a language, for each that comes."""
    return cache(lambda language: frozenset(key ^ language for key in keys))


def _of_keys(
    facts: DocumentFacts, compared: Comparison, min_words: int, known: Callable[[int], Container[int]]
) -> Iterator[tuple[int, int]]:
    """Of the segments of some keys that are looked at: the place and the key.

    :param known: the hashes of what is compared, for that of a language.
    """
    language, segments = hash(facts.document.target_language), facts.document.segments
    wanted = known(language)
    for index, own in enumerate(map(hash, compared.keys(facts))):
        if own in wanted:
            segment = segments[index]
            if segment.source.count(" ") >= min_words - 1 and segment.target.strip():
                yield index, own ^ language
