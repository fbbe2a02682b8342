"""What should be one and is several: sources with several targets, targets with several sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from locdocs.model import Document, Segment
from locdocs.rules import CorpusFacts, DocumentFacts, SegmentFacts

__all__ = ["Comparison", "Conflict", "conflicts", "pairs", "spaces_joined"]

_SHOWN = 100


class Comparison(NamedTuple):
    """What is compared."""

    key: Callable[[Segment], str]
    """What should have one value only."""
    value: Callable[[Segment], str]
    """The value, as it is compared."""
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


def pairs(facts: DocumentFacts, compared: Comparison, min_words: int) -> list[tuple[int, int]]:
    """What a rule gathers of a document for :func:`conflicts`.

    :param min_words: the fewest words of a source for a segment to be looked at.
    """
    of_value = compared.value
    return [(key, hash(of_value(segment))) for _, segment, key in _keys(facts.document, compared, min_words)]


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
        for index, segment, key in _keys(document.document, compared, min_words):
            if key not in known:
                continue
            counts, own = known[key].counts, hash(compared.value(segment))
            other = known[key].against(own, ties=ties)
            if other is not None:
                text = texts.get((key, other), "")
                yield Conflict(document.segment(index), counts[own], counts.total(), counts[other], text)


def spaces_joined(text: str) -> str:
    """A text with one space in place of each run of white space, and none around it."""
    # Most texts have single spaces only, and to see that costs less than to take them apart.
    if "  " in text or "\n" in text or "\xa0" in text or "\t" in text or "\u3000" in text:
        return " ".join(text.split())
    return text.strip()


def _texts(
    documents: Iterable[DocumentFacts], known: dict[int, _Known], compared: Comparison, min_words: int
) -> dict[tuple[int, int], str]:
    """The values that speak against others, by key and value, as the first of some documents shows them."""
    texts: dict[tuple[int, int], str] = {}
    for document in documents:
        for _, segment, key in _keys(document.document, compared, min_words):
            if key in known:
                own = hash(compared.value(segment))
                if own in (known[key].usual, known[key].rival) and (key, own) not in texts:
                    text = spaces_joined(compared.shown(segment))
                    texts[key, own] = text if len(text) <= _SHOWN else text[:_SHOWN] + ".."
    return texts


def _keys(document: Document, compared: Comparison, min_words: int) -> list[tuple[int, Segment, int]]:
    """Every segment that is looked at, with its place in the document and its key as a number."""
    language, spaces, of_key = hash(document.target_language), min_words - 1, compared.key
    return [
        (index, segment, hash(of_key(segment)) ^ language)
        for index, segment in enumerate(document.segments)
        if segment[1].count(" ") >= spaces and segment[2] and not segment[2].isspace()
    ]
