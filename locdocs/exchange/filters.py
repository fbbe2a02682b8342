"""Filters for a clean memory: which units stay out of an export. Each that does is counted by its reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from locdocs.contamination import is_contaminated
from locdocs.exchange.columns import origin_of_batch
from locdocs.model import Document, Segment
from locdocs.units import Origin, Unit

__all__ = ["Filters"]

_WORD = re.compile(r"\w+")
_LAST_CONTAMINATED_YEAR = 2017


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What to leave out. As made, only contaminated sources are."""

    translation_types: Collection[str] = ()
    """Keep these only: ``HT`` (human), ``MT`` (machine). Empty: all."""
    blocks: Collection[str] = ()
    """Keep segments in these kinds of block only, such as ``heading``. Empty: all."""
    min_words: int = 0
    """Leave out sources of fewer words."""
    max_words: int | None = None
    """Leave out sources of more words."""
    same_as_source: bool = True
    """Whether to keep segments whose target is the source."""
    contaminated: bool = False
    """Whether to keep sources that machine translation leaked into; looked for in what was handed over until 2017."""
    reject: Callable[[Document], Collection[Segment]] | None = None
    """Names the segments of a document to leave out for another reason, such as what a validator found."""

    def reason(self, unit: Unit) -> str | None:
        """Why a unit stays out, as the summary says it; ``None`` where it goes out."""
        return next(self._reasons(unit), None)

    def _reasons(self, unit: Unit) -> Iterator[str]:
        if self.translation_types and unit.origin.translation_type not in self.translation_types:
            yield "other translation type"
        if self.blocks and unit.block not in self.blocks:
            yield "other block"
        if not self.same_as_source and unit.source == unit.target:
            yield "same as source"
        if self.min_words or self.max_words is not None:
            words = len(_WORD.findall(unit.source))
            if words < self.min_words:
                yield "too short"
            if self.max_words is not None and words > self.max_words:
                yield "too long"
        if not self.contaminated and _is_old(unit.origin) and is_contaminated(unit.source):
            yield "contaminated source"

    def looks_at(self, batch: Sequence[Unit]) -> bool:
        """Whether there is anything to look for in the units of a document."""
        return bool(
            self.translation_types
            or self.blocks
            or self.min_words
            or self.max_words is not None
            or not self.same_as_source
            or (not self.contaminated and _is_old(origin_of_batch(batch)))
        )


def _is_old(origin: Origin) -> bool:
    handed_off = origin.last_handoff
    return handed_off is not None and handed_off.year <= _LAST_CONTAMINATED_YEAR
