"""The structure of a document: everything its Markdown says about its segments, worked out once, when asked for."""

from __future__ import annotations

from functools import cached_property

from locdocs.errors import UnknownSegmentError
from locdocs.markdown.anchors import Heading, read_headings
from locdocs.markdown.inline_codes import match_sides, pieces_of
from locdocs.markdown.numbering import Step, read_steps
from locdocs.markdown.reading import Reading
from locdocs.markdown.values import Block, InlineCode, Sides
from locdocs.model import Document, Segment, expect_document
from locdocs.projection import Projection, Side, project

__all__ = ["Structure", "structure"]


def structure(document: Document) -> Structure:
    """What Markdown says about the segments of a document. Never raises on content; linear in the text.

    It is worked out when first asked for and kept in ``document.cache``; each projection is parsed once.
    """
    expect_document(document)
    if "structure" not in document.cache:
        document.cache["structure"] = Structure(document)
    found: Structure = document.cache["structure"]
    return found


class Structure:
    """See :func:`structure`. Methods take a segment of the document, or its id."""

    # The document is not kept: it keeps the structure in its cache, and a circle would outlive it in long runs.
    def __init__(self, document: Document) -> None:
        self._segments = document.segments
        self._front_matter = document.front_matter
        self._source = project(document, "source")
        self._target = project(document, "target")

    def __repr__(self) -> str:
        return f"<Structure of {len(self._segments)} segments>"

    def block(self, segment: Segment | str, side: Side | None = None) -> Block:
        """The block in which a segment stands.

        The source text decides: its blocks are the author's, the same in every language, while a translation may make
        a list of a date (``25. Februar``). Where the source is empty the target decides.

        :param segment: a segment, or its id.
        :param side: ask for the block in one of the two texts; they differ where a translation broke the Markdown.
        :raises UnknownSegmentError: the document has no such segment.
        """
        index = self._index(segment)
        if side is None:
            side = "source" if self._segments[index].source.strip() else "target"
        return (self._source_reading if side == "source" else self._target_reading).blocks[index]

    def inline_codes(self, segment: Segment | str) -> Sides[tuple[InlineCode, ...]]:
        """The inline codes of the source and of the target, in order; offsets count in the segment's own text.

        :param segment: a segment, or its id.
        :raises UnknownSegmentError: the document has no such segment.
        """
        index = self._index(segment)
        return match_sides(self._source_reading.codes(index), self._target_reading.codes(index))

    def pieces(self, segment: Segment | str) -> Sides[tuple[str | InlineCode, ...]]:
        """Text and codes of the source and of the target in order; each side put together is its text again.

        :param segment: a segment, or its id.
        :raises UnknownSegmentError: the document has no such segment.
        """
        found = self._segments[self._index(segment)]
        codes = self.inline_codes(segment)
        return Sides(tuple(pieces_of(found.source, codes.source)), tuple(pieces_of(found.target, codes.target)))

    def plain(self, segment: Segment | str) -> Sides[str]:
        """Source and target as a reader sees them: :func:`locdocs.markdown.plain.plain_text` says what that is.

        :param segment: a segment, or its id.
        :raises UnknownSegmentError: the document has no such segment.
        """
        index = self._index(segment)
        found = self._segments[index]
        return Sides(self._source_reading.plain(index, found.source), self._target_reading.plain(index, found.target))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The ATX headings of the document with their anchors, and the anchors that their sources should give."""
        return read_headings(self._source_reading, early=self._front_matter.localization.file_id is None)

    @cached_property
    def numbering(self) -> tuple[Step, ...]:
        """The expected and the actual number of each segment, and the units that explain each gap."""
        return read_steps(self._segments, self._source_reading, self._front_matter)

    @cached_property
    def _source_reading(self) -> Reading:
        return self._read(self._source)

    @cached_property
    def _target_reading(self) -> Reading:
        return self._read(self._target)

    @cached_property
    def _indices(self) -> dict[int, int]:
        return {segment.start: index for index, segment in enumerate(self._segments)}

    def _index(self, segment: Segment | str) -> int:
        known = self._segments[segment] if isinstance(segment, str) else segment
        index = self._indices.get(known.start)
        if index is None or tuple.__getitem__(self._segments, index) != known:
            raise UnknownSegmentError(f"{known.id} is no segment of this document")
        return index

    def _read(self, projection: Projection) -> Reading:
        header = self._front_matter
        return Reading(
            projection,
            header,
            header_holds_pairs=bool(self._segments) and self._segments[0].start < header.end,
        )
