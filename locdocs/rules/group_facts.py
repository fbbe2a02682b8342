"""The segments of a few documents in one language, to ask something of all of them at once.

To ask costs something however small a document is: asked once of sixteen, small ones are checked faster.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from operator import itemgetter

from locdocs.languages import Profile, profile
from locdocs.model import Document, Segment
from locdocs.projection import skeleton
from locdocs.rules.candidates import Candidates, Condition
from locdocs.rules.lazily import lazy
from locdocs.rules.together import Together

__all__ = ["GroupFacts"]

_source_of, _target_of = itemgetter(1), itemgetter(2)


class GroupFacts:
    """A few documents with the same languages. A place is that of a segment among those of all, one after the other."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = documents
        """The documents; there is at least one."""
        self._answers: dict[Callable[[GroupFacts], Iterable[int]], Sequence[int]] = {}
        self._shown: dict[Callable[[str], bool], bool] = {}

    @lazy
    def profile(self) -> Profile:
        """The profile of the target language."""
        return profile(self.documents[0].target_language)

    @lazy
    def source_profile(self) -> Profile:
        """The profile of the source language."""
        return profile(self.documents[0].source_language)

    @lazy
    def segments(self) -> Sequence[Segment]:
        """The segments of all documents."""
        return tuple(chain.from_iterable(document.segments for document in self.documents))

    @lazy
    def ends(self) -> Sequence[int]:
        """For each document the place behind its last segment."""
        return tuple(accumulate(len(document.segments) for document in self.documents))

    @lazy
    def sources(self) -> Together:
        """The sources of all segments as one text."""
        return Together(map(_source_of, self.segments))

    @lazy
    def targets(self) -> Together:
        """The targets of all segments as one text."""
        return Together(map(_target_of, self.segments))

    def in_documents_holding(self, wanted: str) -> Iterator[int]:
        """The places of all segments of the documents that hold a string, in a segment or outside of the pairs."""
        found = {bisect_right(self.ends, place) for place in self.triggered((wanted,))}
        found.update(place for place, text in enumerate(self.skeletons) if wanted in text)
        begins = (0, *self.ends)
        for place in found:
            yield from range(begins[place], self.ends[place])

    def skeleton(self, document: Document) -> str:
        """All text of one of the documents outside of its pairs, behind the front matter; a null for each pair."""
        return self._by_document[id(document)]

    @lazy
    def skeletons(self) -> Sequence[str]:
        """The same of each of the documents."""
        return tuple(map(skeleton, self.documents))

    @lazy
    def _by_document(self) -> dict[int, str]:
        return dict(zip(map(id, self.documents), self.skeletons, strict=True))

    def shows(self, question: Callable[[str], bool]) -> bool:
        """Whether the texts outside of the pairs, as one, pass a first look; it is taken once.

        :param question: true of a text, if it is true of a part of it.
        """
        found = self._shown.get(question)
        if found is None:
            found = self._shown[question] = question(self._all_skeletons)
        return found

    @lazy
    def _all_skeletons(self) -> str:
        return "\0\n\0".join(self.skeletons)

    def having(self, question: Callable[[GroupFacts], Iterable[int]]) -> set[int]:
        """The places of the documents of which a segment is among the answers to a question."""
        return {bisect_right(self.ends, place) for place in self.answers(question)}

    def showing(self, question: Callable[[str], bool]) -> Iterator[int]:
        """The places of the documents whose text outside of the pairs passes a first look.

        :param question: true of a text, if it is true of a part of it: it is asked of all together first.
        """
        if self.shows(question):
            yield from (place for place, text in enumerate(self.skeletons) if question(text))

    def triggered(
        self,
        triggers: tuple[str, ...] = (),
        when: Callable[[Segment], bool] | None = None,
        differs: str = "",
        among: Iterable[int] | None = None,
    ) -> Sequence[int]:
        """The places of the segments that a rule with these conditions looks at (:class:`Rule` explains them)."""
        return self.meeting(Condition(triggers, differs, when), among)

    def meeting(self, condition: Condition, among: Iterable[int] | None = None) -> Sequence[int]:
        """The same for conditions that were put together before.

        :param among: the only places that are asked about.
        """
        return self._candidates.meeting(condition, among)

    def answers(self, question: Callable[[GroupFacts], Iterable[int]]) -> Sequence[int]:
        """The places that a function of the group gives, in order, each once: it is asked once."""
        found = self._answers.get(question)
        if found is None:
            found = self._answers[question] = sorted({*question(self)})
        return found

    @lazy
    def _candidates(self) -> Candidates:
        return Candidates(self.segments, self.sources, self.targets)
