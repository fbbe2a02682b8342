"""What mutators are made of: a case (a document to spoil), a mutant (what came of it), and ways to change a segment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from locdocs.model import Document, Segment
from locdocs.text import TextEdit, apply_edits

__all__ = ["FAULTS", "Case", "Edit", "Fault", "Mutant", "edited", "fault", "free_matches", "pair", "retarget", "swap"]

Edit = TextEdit

# Where words and numbers are no prose: code, destinations, tags, addresses, placeholders, escapes, entities, tokens.
_NO_PROSE = re.compile(
    r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|\]\s*\([^)]*\)|\]\[[^\]]*\]|</?[A-Za-z!][^>]*>|<[a-z]+:[^>]*>"
    r"|(?:https?://|www\.)\S+|&#?\w+;|\{[^{}]*\}|%\w|\$\([^)]*\)|\[![^\]]*\]|:::.*|\\.|\S*[\\/_@=|]\S*|\S*\w\.[a-z]\w*\S*",
    re.DOTALL,
)


class Mutant(NamedTuple):
    """A document with one fault in it."""

    text: str
    """The whole text."""
    start: int
    """Where the place of the fault begins in it: that of the segment, as a rule."""
    end: int
    """Where it ends."""
    variant: str
    """Which form of the fault it is."""
    config: Mapping[str, Any] = {}
    """Fields of the configuration that make the fault one."""
    others: Sequence[Document] = ()
    """Documents that stand beside it, for rules that look at many."""
    path: str | None = None
    """Another path than that of the document."""


@dataclass(frozen=True)
class Case:
    """A document to put a fault into."""

    document: Document
    english: Path | None = None
    """The folder of its English side, where there is one."""
    foreign: Sequence[str] = field(default=(), repr=False)
    """Sentences of other documents, in other languages than this one's."""

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def segments(self) -> list[Segment]:
        """The segments of the body that are spelled as the format says, so that one change makes one fault."""
        header = self.document.front_matter.end
        return [
            segment
            for segment in self.document.segments
            if segment.start >= header
            and self.text[segment.start : segment.end] == pair(segment.id, segment.target, segment.source)
        ]

    @property
    def language(self) -> str:
        """The language of the targets without its region."""
        return (self.document.target_language or "").partition("-")[0]

    @cached_property
    def fences(self) -> list[tuple[int, int]]:
        """The fenced blocks of the file."""
        pattern = re.compile(
            r"^[ >]*(?P<fence>```+|~~~+)[^`\n]*\n.*?^[ >]*(?P=fence)[ \t]*\r?$", re.DOTALL | re.MULTILINE
        )
        return [found.span() for found in pattern.finditer(self.text)]

    def line(self, offset: int) -> tuple[int, int]:
        """Where the line of an offset begins and ends, its break not counted."""
        end = self.text.find("\n", offset)
        return self.text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(self.text)

    def before(self, segment: Segment) -> str:
        """What stands before a segment on its line, without the anchor of a heading."""
        return re.sub(r"<a name=[^>]*></a>", "", self.text[self.line(segment.start)[0] : segment.start])

    def choose(self, random: Random, wanted: Callable[[Segment], object]) -> Segment | None:
        """One of the segments that offer a place."""
        for segment in random.sample(self.segments, len(self.segments)):
            if wanted(segment):
                return segment
        return None


Mutator = Callable[[Case, Random], Mutant | None]


class Fault(NamedTuple):
    """A mutator and what it is for."""

    code: str
    mutate: Mutator
    required: float
    """The share that has to be found."""
    also: tuple[str, ...] = ()
    """Rules that may find it in place of its own."""


FAULTS: dict[str, Fault] = {}


def fault(code: str, *, required: float = 0.99, also: tuple[str, ...] = ()) -> Callable[[Mutator], Mutator]:
    """Name the rule that has to find what a mutator does."""

    def register(mutate: Mutator) -> Mutator:
        FAULTS[code] = Fault(code, mutate, required, also)
        return mutate

    return register


def pair(identifier: str, target: str, source: str) -> str:
    """A span pair as the format writes it."""
    return (
        f'<span data-ttu-id="{identifier}">{target}</span>'
        f'<span class="sxs-lookup"><span data-stu-id="{identifier}">{source}</span></span>'
    )


def edited(case: Case, edits: Iterable[Edit], place: tuple[int, int], variant: str, **more: Any) -> Mutant | None:
    """The case with edits; the place is given as it is in the text before, and grows with the edits in it."""
    changes = sorted(edits)
    text = apply_edits(case.text, changes)
    if text == case.text:
        return None
    grown = [(edit, len(edit.new) - (edit.end - edit.start)) for edit in changes]
    start = place[0] + sum(by for edit, by in grown if edit.end <= place[0] and edit.start < place[0])
    end = place[1] + sum(by for edit, by in grown if edit.start <= place[1])
    return Mutant(text, start, max(start, end), variant, **more)


def swap(case: Case, segment: Segment, new: str, variant: str, **more: Any) -> Mutant | None:
    """The case with other text in place of a whole segment."""
    return edited(case, [Edit(segment.start, segment.end, new)], (segment.start, segment.end), variant, **more)


def retarget(
    case: Case, segment: Segment, target: str, variant: str, *, may_be_empty: bool = False, **more: Any
) -> Mutant | None:
    """The case with another target; an empty one is another fault."""
    if not may_be_empty and not re.search(r"\w", target):
        return None
    return swap(case, segment, pair(segment.id, target, segment.source), variant, **more)


def free_matches(pattern: str | re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The matches of a pattern that stand in prose: outside of code, addresses, tags and names of files."""
    taken = [found.span() for found in _NO_PROSE.finditer(text)]
    return [
        found
        for found in re.finditer(pattern, text)
        if not any(start < found.end() and found.start() < end for start, end in taken)
    ]
