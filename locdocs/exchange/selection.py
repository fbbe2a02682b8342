"""Which units go out: empty ones never, repeated ones and second-best targets only if nobody asked to leave them out.

Texts are remembered by 16-byte digests, so memory grows with what is distinct and not with what there is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from operator import itemgetter
from typing import NamedTuple

from locdocs.english import English
from locdocs.exchange.filters import Filters
from locdocs.exchange.settings import Settings
from locdocs.model import Document
from locdocs.units import Unit, UnitColumns, header_units, units_of

__all__ = ["Selection", "document_units"]

_source, _target = itemgetter(Unit._fields.index("source")), itemgetter(Unit._fields.index("target"))


class Selection:
    """The choice of units of one export; it remembers what has gone out."""

    def __init__(self, settings: Settings, filters: Filters | None = None) -> None:
        self._filters = filters or Filters()
        self._best = _BestTargets() if settings.best_target else None
        self._seen: set[bytes] | None = set() if settings.dedupe and not settings.best_target else None

    def survey(self, batch: Sequence[Unit]) -> None:
        """The first of two passes: note which targets each source has. Only ``best_target`` needs it."""
        if self._best:
            self._best.add(unit for unit in batch if unit.source and unit.target and not self._filters.reason(unit))

    def choose(self, batch: Sequence[Unit], dropped: Counter[str]) -> Sequence[Unit]:
        """The units of a batch that go out.

        :param dropped: counts the others, by reason.
        """
        chosen = batch
        if not _all_have_texts(batch):
            chosen = [unit for unit in batch if unit.source and unit.target]
            dropped.update(
                "empty target" if unit.source else "empty source" for unit in batch if not (unit.source and unit.target)
            )
        if chosen and self._filters.looks_at(chosen):
            chosen = list(self._passing(chosen, dropped))
        if self._best:
            return list(self._best.choose(chosen, dropped))
        if self._seen is not None:
            return list(_first_ones(chosen, self._seen, dropped))
        return chosen

    def _passing(self, units: Sequence[Unit], dropped: Counter[str]) -> Iterator[Unit]:
        for unit in units:
            reason = self._filters.reason(unit)
            if reason is None:
                yield unit
            else:
                dropped[reason] += 1


def _all_have_texts(batch: Sequence[Unit]) -> bool:
    if isinstance(batch, UnitColumns):
        return all(batch.sources) and all(batch.targets)
    return all(map(_source, batch)) and all(map(_target, batch))


def _first_ones(units: Iterable[Unit], seen: set[bytes], dropped: Counter[str]) -> Iterator[Unit]:
    for unit in units:
        key = _digest(*_source_key(unit), unit.target)
        if key in seen:
            dropped["repeated"] += 1
        else:
            seen.add(key)
            yield unit


def document_units(
    document: Document,
    settings: Settings,
    filters: Filters,
    dropped: Counter[str],
    *,
    lines: bool = False,
    headings: bool = False,
    english: English | None = None,
) -> Sequence[Unit]:
    """The units of a document, without the segments that a filter names.

    :param dropped: counts these.
    :param lines: whether the format holds lines.
    :param headings: whether the format groups by headings.
    :param english: the English side, from which the title and the description go out, too.
    """
    block_kind = settings.block_kind or bool(filters.blocks)
    units: Sequence[Unit] = units_of(
        document, inline=settings.inline, block_kind=block_kind, lines=lines, headings=headings
    )
    if filters.reject:
        rejected = {segment.start for segment in filters.reject(document)}
        units = [unit for unit, segment in zip(units, document.segments, strict=True) if segment.start not in rejected]
        if len(units) < len(document.segments):
            dropped["rejected"] += len(document.segments) - len(units)
    original = english.original(document) if english else None
    return units if original is None else [*header_units(document, original), *units]


class _Votes(NamedTuple):
    """How often a target stands for a source."""

    target: bytes
    human: int
    machine: int

    def rank(self) -> tuple[bool, int]:
        return self.human > 0, self.human + self.machine


class _BestTargets:
    """For each source, which target wins: human over machine, then the most frequent, then the first."""

    def __init__(self) -> None:
        # Nearly every source has one target only (docs/format.md, "Quality of what is published"), so one record a
        # source is the rule, and a dictionary of them, in the order of appearance, the exception.
        self._votes: dict[bytes, _Votes | dict[bytes, _Votes]] = {}
        self._gone_out: set[bytes] = set()

    def add(self, units: Iterable[Unit]) -> None:
        for unit in units:
            source, target = _digest(*_source_key(unit)), _digest(unit.target)
            human = unit.origin.translation_type == "HT"
            known = self._votes.get(source)
            if known is None:
                self._votes[source] = _Votes(target, human, not human)
            elif isinstance(known, _Votes) and known.target == target:
                self._votes[source] = _Votes(target, known.human + human, known.machine + (not human))
            else:
                votes = {known.target: known} if isinstance(known, _Votes) else known
                before = votes.get(target, _Votes(target, 0, 0))
                votes[target] = _Votes(target, before.human + human, before.machine + (not human))
                self._votes[source] = votes

    def choose(self, units: Iterable[Unit], dropped: Counter[str]) -> Iterator[Unit]:
        """The first unit that holds the winning target, from a human where a human wrote it."""
        for unit in units:
            source = _digest(*_source_key(unit))
            best = self._winner(source)
            if best is None or _digest(unit.target) != best.target:
                dropped["other target"] += 1
            elif source in self._gone_out or (best.human and unit.origin.translation_type != "HT"):
                dropped["repeated"] += 1
            else:
                self._gone_out.add(source)
                yield unit

    def _winner(self, source: bytes) -> _Votes | None:
        votes = self._votes.get(source)
        if isinstance(votes, dict):
            # max() takes the first of equals, and a dictionary keeps the order in which they came
            votes = self._votes[source] = max(votes.values(), key=_Votes.rank)
        return votes


def _source_key(unit: Unit) -> tuple[str, str, str]:
    return unit.origin.source_language, unit.origin.target_language or "", unit.source


def _digest(*texts: str) -> bytes:
    """16 bytes that stand for some texts; each text's length goes in, so that no two lists run together alike."""
    joined = "".join(f"{len(text)}:{text}" for text in texts)
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).digest()
