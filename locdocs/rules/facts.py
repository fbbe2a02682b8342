"""What rules are handed: a segment or a document, with facts that are worked out once and shared.

Every fact is lazy: it costs nothing until the first rule asks, and nothing more for the others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from locdocs.languages import Profile, profile
from locdocs.markdown import Block, InlineCode, Sides, Structure, structure
from locdocs.model import Damage, Document, Segment
from locdocs.projection import Projection, Side, project
from locdocs.rules.base import Finding
from locdocs.rules.context import Context
from locdocs.rules.group_facts import GroupFacts
from locdocs.rules.lazily import lazy
from locdocs.rules.numbers import Number, unmatched_numbers
from locdocs.rules.sections import Section, Sections
from locdocs.rules.text_facts import TextFacts
from locdocs.rules.together import Together
from locdocs.text import TextEdit

__all__ = ["DocumentFacts", "SegmentFacts"]


T = TypeVar("T")
Range = tuple[int, int]


class SegmentFacts:
    """A segment, as a rule sees it."""

    def __init__(self, document: DocumentFacts, index: int) -> None:
        self.document = document
        """The facts of the document it stands in."""
        self.index = index
        """Its place in ``Document.segments``."""
        self.segment: Segment = document.document.segments[index]
        """The segment."""

    @lazy
    def source(self) -> TextFacts:
        """The source, with its facts."""
        segment = self.segment
        return TextFacts(segment.source, segment.source_start, self.document.source_profile)

    @lazy
    def target(self) -> TextFacts:
        """The target, with its facts."""
        segment = self.segment
        return TextFacts(segment.target, segment.target_start, self.document.profile)

    @property
    def profile(self) -> Profile:
        """The profile of the target language."""
        return self.document.profile

    @lazy
    def unmatched_numbers(self) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
        """The numbers of the source that the target has not, in whatever spelling, and the other way round."""
        source, target = self.source, self.target
        return unmatched_numbers(source.prose, target.prose, source.language, target.language)

    @lazy
    def codes(self) -> Sides[tuple[InlineCode, ...]]:
        """Inline codes of both sides as the Markdown parser sees them; the first to ask has the section parsed."""
        section = self.document.section(self.index)
        return section.structure.inline_codes(section.document.segments[self.index - section.first])

    @lazy
    def plain(self) -> Sides[str]:
        """Both sides as a reader sees them, by the Markdown parser."""
        section = self.document.section(self.index)
        return section.structure.plain(section.document.segments[self.index - section.first])

    @lazy
    def blocks(self) -> Sides[Block]:
        """The blocks it stands in, in the source text and in the target text, by the Markdown parser."""
        section = self.document.section(self.index)
        return Sides(section.block(self.index, "source"), section.block(self.index, "target"))

    @property
    def block(self) -> Block:
        """The block it stands in, which the source text decides; the target text where the source is empty."""
        return self.blocks.source if self.segment.source.strip() else self.blocks.target

    def finding(
        self,
        message: str,
        *,
        target: Range | None = None,
        source: Range | None = None,
        edits: Iterable[TextEdit] = (),
        safe: bool | None = None,
    ) -> Finding:
        """A finding in this segment.

        :param message: one sentence for people.
        :param target: the offending part of the target; without it the part of the source, else the whole target.
        :param source: the part of the source that explains it, or that is at fault.
        :param edits: the fix, as edits of the file (``facts.target.edit(..)``).
        :param safe: whether the fix is safe, where that differs from what the rule says.
        """
        segment = self.segment
        there = (segment.source_start + source[0], segment.source_start + source[1]) if source else None
        if target is not None:
            here = segment.target_start + target[0], segment.target_start + target[1]
        elif there is not None:
            here, there = there, None
        elif segment.target:
            here = segment.target_start, segment.target_end
        else:
            here = segment.start, segment.end
        return Finding(message, *here, self.document.document, segment, there, tuple(edits), safe)


class DocumentFacts:
    """A document, as a rule sees it."""

    def __init__(self, document: Document, context: Context) -> None:
        self.document = document
        """The document."""
        self.context = context
        """What comes from outside: the English side, options of rules."""
        self.text = document.text
        """The text of the file."""
        self._segments: dict[int, SegmentFacts] = {}

    def release(self) -> None:
        """Let go of the group and of the facts, which refer to each other, as circles are found late."""
        self._segments.clear()
        self.__dict__.pop("_joined", None)

    @lazy
    def profile(self) -> Profile:
        """The profile of the target language; a neutral one where it is not known."""
        return profile(self.document.target_language)

    @lazy
    def source_profile(self) -> Profile:
        """The profile of the source language."""
        return profile(self.document.source_language)

    @lazy
    def source(self) -> Projection:
        """The source text of the document, with its map to the file."""
        return project(self.document, "source")

    @lazy
    def target(self) -> Projection:
        """The target text of the document, with its map to the file."""
        return project(self.document, "target")

    @lazy
    def structure(self) -> Structure:
        """What the Markdown parser says. Costs several times the reading of the document: look for a reason first."""
        return structure(self.document)

    @lazy
    def _sections(self) -> Sections:
        return Sections(self.document)

    def section(self, index: int) -> Section:
        """The section that holds a segment, by its place in the document: as much as the parser has to see."""
        return self._sections.of(index)

    def segment(self, index: int) -> SegmentFacts:
        """The facts of a segment, by its place in the document."""
        found = self._segments.get(index)
        if found is None:
            found = self._segments[index] = SegmentFacts(self, index)
        return found

    @property
    def segments(self) -> Iterator[SegmentFacts]:
        """The facts of all segments, in order. To look at a few only, go through ``document.segments`` first."""
        return map(self.segment, range(len(self.document.segments)))

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that covers an offset of the file, or ``None``."""
        index = bisect_right(self._starts, offset) - 1
        found = self.document.segments[index] if index >= 0 else None
        return found if found and offset < found.end else None

    @lazy
    def _starts(self) -> list[int]:
        return [segment.start for segment in self.document.segments]

    @lazy
    def original(self) -> bytes | None:
        """The English file that the document was made from, or another version of it where that cannot be had.

        ``None`` where there is none, or no English side.
        """
        english = self.context.english
        return None if english is None else english.original(self.document)

    @lazy
    def original_at_commit(self) -> bytes | None:
        """The English file at the very commit that the document names; ``None`` where that cannot be had."""
        english = self.context.english
        return None if english is None else english.at_commit(self.document)

    def damage(self, kind: str) -> list[Damage]:
        """What reading had to forgive, of one kind."""
        return [damage for damage in self.document.damage if damage.kind == kind]

    def option(self, rule: str, name: str, default: T) -> T:
        """What the configuration sets for a rule (by its code), else the default."""
        found: T = self.context.options.get(rule, {}).get(name, default)
        return found

    def finding(
        self,
        message: str,
        start: int,
        end: int,
        *,
        segment: Segment | None = None,
        related: Range | None = None,
        edits: Iterable[TextEdit] = (),
        safe: bool | None = None,
    ) -> Finding:
        """A finding at a range of the file; the arguments are those of :class:`Finding`.

        :param segment: the segment concerned; else the one that covers ``start``.
        """
        return Finding(
            message, start, end, self.document, segment or self.segment_at(start), related, tuple(edits), safe
        )

    def finding_in(
        self,
        side: Side,
        message: str,
        start: int,
        end: int,
        *,
        edits: Iterable[TextEdit] = (),
        safe: bool | None = None,
    ) -> Finding:
        """A finding at a range of the source text or the target text (``facts.source``, ``facts.target``).

        :param edits: edits of that text; they become edits of the file.
        """
        text = self.source if side == "source" else self.target
        mapped = [TextEdit(*text.file_range(edit.start, edit.end), edit.new) for edit in edits]
        return self.finding(message, *text.file_range(start, end), edits=mapped, safe=safe)

    def among(self, question: Callable[[GroupFacts], Iterable[int]]) -> Sequence[int]:
        """The places of the segments that are the answer to a question about all segments of a group, in order.

        :param question: it is asked once for all documents of the group.
        """
        found, (first, end) = self.group.answers(question), self._places
        here = found[bisect_left(found, first) : bisect_left(found, end)]
        return [place - first for place in here] if first else here

    @property
    def group(self) -> GroupFacts:
        """The documents that are looked at together with this one, if only it alone."""
        return self._joined[0]

    @property
    def _places(self) -> Range:
        """Where its segments stand among those of the group."""
        return self._joined[1]

    @lazy
    def _joined(self) -> tuple[GroupFacts, Range]:
        return GroupFacts([self.document]), (0, len(self.document.segments))

    def join(self, group: GroupFacts, first: int) -> None:
        """Be looked at as one of a group, in which its first segment has a place."""
        self._joined = group, (first, first + len(self.document.segments))

    @lazy
    def sources(self) -> Together:
        """The sources of all segments as one text, to ask something of all at once."""
        return Together(self.group.sources.parts[slice(*self._places)])

    @lazy
    def targets(self) -> Together:
        """The targets of all segments as one text."""
        return Together(self.group.targets.parts[slice(*self._places)])

    @lazy
    def skeleton(self) -> str:
        """All text outside of the pairs, from the end of the front matter on, with a null in place of each pair."""
        return self.group.skeleton(self.document)

    def shows(self, question: Callable[[str], bool]) -> bool:
        """Whether the text outside of the pairs passes a first look: most groups have no document that does.

        :param question: true of a text, if it is true of a part of it.
        """
        return self.group.shows(question) and question(self.skeleton)
