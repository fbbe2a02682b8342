"""Which segment of a document a unit is meant for.

Ids are new with every publication and numbers may be, so what joins is the source text: with the number, then alone
where it stands once in the document. A source that a tool has changed in white space only is found too, and the plain
text of a source, for exports that hold no more. Nothing is guessed: what fits two segments fits none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from locdocs.markdown import structure
from locdocs.merge.spelling import loose
from locdocs.merge.values import Match, Reason, Refusal
from locdocs.model import Document
from locdocs.units import InlineMode, Unit

__all__ = ["Candidate", "Matched", "match_units", "quoted", "refusal"]

Form = Literal["exact", "loose", "plain"]
"""How a source was found: to the letter, but for white space and the like, or as a reader sees it."""


class Candidate(NamedTuple):
    """A unit and the segment that it is meant for."""

    unit: Unit
    place: int
    """The index of the segment."""
    form: Form
    marked: bool = False
    """Whether its file marks inline codes, so that what looks like a new tag was typed as text."""


class Matched(NamedTuple):
    """What became of the units of a document."""

    candidates: list[Candidate]
    refused: list[Refusal]
    unknown: list[Unit]


def refusal(
    document: Document,
    unit: Unit,
    index: int | None,
    reason: Reason,
    message: str,
) -> Refusal:
    """A refusal with the segment and its place filled in."""
    segment = None if index is None else document.segments[index]
    place = None if segment is None else document.location(segment)
    return Refusal(unit, segment, reason, message, place)


def match_units(
    document: Document,
    units: Iterable[Unit],
    *,
    match: Match = "unit",
    inline: InlineMode | None = None,
    lossy: bool = False,
) -> Matched:
    """Find the segments of units that are meant for a document.

    :param match: with ``source``, every segment with the source of a unit is meant, and other units are passed over.
    :param inline: what the units' texts are; ``plain`` texts are compared with what a reader sees.
    :param lossy: the texts have lost white space on their way, so none is compared to the letter.
    """
    forms: tuple[Form, ...] = ("loose", "plain") if lossy else ("exact", "loose", "plain")
    finder = _Finder(document, ("plain",) if inline == "plain" else forms)
    if match == "source":
        found = [
            Candidate(unit, index, form)
            for unit in units
            if unit.source.strip()
            for form, indices in [finder.by_source(unit.source)]
            for index in indices
        ]
        return Matched(found, [], [])
    return _match_each(document, units, finder)


class _Finder:
    """The segments of a document by number and by source, each table made when it is needed."""

    def __init__(self, document: Document, forms: Sequence[Form]) -> None:
        self._document = document
        self._forms = forms
        self._tables: dict[Form, Mapping[str, list[int]]] = {}
        self.numbers: defaultdict[str, list[int]] = defaultdict(list)
        for index, segment in enumerate(document.segments):
            self.numbers[segment.number].append(index)

    def by_source(self, source: str) -> tuple[Form, list[int]]:
        for form in self._forms:
            if form not in self._tables:
                self._tables[form] = self._table(form)
            found = self._tables[form].get(source if form == "exact" else loose(source))
            if found:
                return form, found
        return "exact", []

    def _table(self, form: Form) -> Mapping[str, list[int]]:
        table: defaultdict[str, list[int]] = defaultdict(list)
        for index, segment in enumerate(self._document.segments):
            if form == "exact":
                key = segment.source
            elif form == "loose":
                key = loose(segment.source)
            else:
                key = loose(structure(self._document).plain(segment).source)
            table[key].append(index)
        return table


def _match_each(document: Document, units: Iterable[Unit], finder: _Finder) -> Matched:
    matched = Matched([], [], [])
    # Where an id stands twice in a file, its first unit is meant for the first, its second for the second.
    shared: defaultdict[tuple[int, ...], list[tuple[Unit, Form]]] = defaultdict(list)
    for unit in units:
        form, indices = finder.by_source(unit.source)
        numbered = [index for index in indices if document.segments[index].number == unit.number]
        if not indices:
            _without_source(document, unit, finder, matched)
        elif len(numbered) == 1:
            matched.candidates.append(Candidate(unit, numbered[0], form))
        elif numbered:
            shared[tuple(numbered)].append((unit, form))
        elif len(indices) == 1 or all(document.segments[index].target == unit.target for index in indices):
            matched.candidates.append(Candidate(unit, indices[0], form))
        else:
            matched.refused.append(_ambiguous(document, unit, indices))
    for places, several in shared.items():
        if len(several) == len(places):
            matched.candidates.extend(
                Candidate(unit, index, form) for (unit, form), index in zip(several, places, strict=True)
            )
        else:
            matched.refused.extend(_ambiguous(document, unit, places) for unit, _ in several)
    return matched


def _without_source(document: Document, unit: Unit, finder: _Finder, matched: Matched) -> None:
    """A unit whose source the document does not hold: another source stands at its number, or nothing."""
    places = finder.numbers.get(unit.number, ()) if unit.number else ()
    if not places:
        matched.unknown.append(unit)
    elif document.segments[places[0]].target == unit.target:
        matched.candidates.append(Candidate(unit, places[0], "exact"))
    else:
        source = document.segments[places[0]].source
        message = f"the source differs from the document's, which is {quoted(source)}"
        matched.refused.append(refusal(document, unit, places[0], "source-changed", message))


def _ambiguous(document: Document, unit: Unit, indices: Iterable[int]) -> Refusal:
    lines = [str(document.location(document.segments[index]).line) for index in indices]
    message = f"its source stands on lines {', '.join(_few(lines))}, and its number tells none of them"
    return refusal(document, unit, None, "ambiguous-source", message)


def _few(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:5]
    if len(lines) > 5:
        yield ".."


def quoted(text: str) -> str:
    """A text as a message shows it: one line, and not too long."""
    text = " ".join(text.split())
    return f"“{text if len(text) <= 60 else text[:57] + '..'}”"
