"""What comes of bringing edited translations back: applied, refused, unknown, unchanged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from locdocs.model import Document, Location, Segment
from locdocs.text import clipped
from locdocs.units import Unit

__all__ = ["MATCHES", "Applied", "Match", "Outside", "Reason", "Refusal", "Result"]

Match = Literal["unit", "source"]
"""How units find their segments: within their document by number and source, or everywhere by source text."""

MATCHES: tuple[Match, ...] = ("unit", "source")

Reason = Literal[
    "source-changed",
    "ambiguous-source",
    "conflicting-targets",
    "empty-target",
    "inline-codes",
    "plain-text",
    "span-markup",
    "block-structure",
    "surrounding-markup",
    "control-character",
    "front-matter",
]
"""Why a target is refused; docs/how-to/translators-day.md has the list."""


class Applied(NamedTuple):
    """A new target that the document holds now."""

    unit: Unit
    """Where it comes from."""
    segment: Segment | None
    """The segment as it was before; ``None`` for a value of the front matter."""
    target: str
    """The new target as the file writes it now: literal asterisks escaped, pipes of table cells too."""

    def __repr__(self) -> str:
        return f"<Applied {clipped(self.target)} of {self.unit!r}>"


class Refusal(NamedTuple):
    """A new target that was not taken, and why."""

    unit: Unit
    segment: Segment | None
    """The segment it was meant for, unchanged; ``None`` where there is none, or for a value of the front matter."""
    reason: Reason
    """A slug."""
    message: str
    """One sentence for people."""
    location: Location | None
    """The place in the document, before any edit; ``None`` where there is none."""

    def __repr__(self) -> str:
        return f"<Refusal {self.reason} {clipped(self.message)} of {self.unit!r}>"


class Outside(NamedTuple):
    """A change to an edited target file that belongs to no segment, or to nobody knows which. It was not taken."""

    line: int
    """Line of the edited file on which it begins, counted from 1."""
    removed: str
    """What the target view has there."""
    added: str
    """What the edited file has there."""
    location: Location
    """The place in the document, before any edit."""

    def __repr__(self) -> str:
        return f"<Outside line {self.line}: {clipped(self.removed)} -> {clipped(self.added)}>"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of :func:`locdocs.apply`.

    Every unit that is meant for the document is in one of the lists; of units that say the same of one segment the
    first stands for all.
    """

    document: Document
    """The document with the new targets; the one that was given, where nothing changed."""
    applied: tuple[Applied, ...] = ()
    """What was taken, in the order of the document."""
    refused: tuple[Refusal, ...] = ()
    """What was not taken, in the order of the document; what has no place in it comes first."""
    unknown: tuple[Unit, ...] = ()
    """Units that fit no segment: neither a number nor a source text of theirs is in the document."""
    unchanged: tuple[Unit, ...] = ()
    """Units whose target the document holds already."""
    outside: tuple[Outside, ...] = ()
    """Changes outside of segments; only an edited target file has such."""

    def __repr__(self) -> str:
        counts = (
            (name, len(getattr(self, name))) for name in ("applied", "refused", "unknown", "unchanged", "outside")
        )
        told = ", ".join(f"{count} {name}" for name, count in counts if count)
        return f"<Result {self.document.path or '<text>'}: {told or 'nothing handed in'}>"

    @property
    def complete(self) -> bool:
        """Whether everything that was handed in was taken or stood in the document already."""
        return not (self.refused or self.unknown or self.outside)
