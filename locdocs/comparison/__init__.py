"""Two versions of a document compared: what has changed of the segments, the header and the text outside of pairs."""

from __future__ import annotations

from locdocs.comparison.header import header_changes
from locdocs.comparison.outside import text_changes
from locdocs.comparison.segments import match, renumbered, segment_changes
from locdocs.comparison.values import (
    KINDS,
    TEXT_KINDS,
    Difference,
    HeaderChange,
    SegmentChange,
    Stretch,
    TextChange,
    Where,
)
from locdocs.model import Document, expect_document

__all__ = [
    "KINDS",
    "TEXT_KINDS",
    "Difference",
    "HeaderChange",
    "SegmentChange",
    "Stretch",
    "TextChange",
    "Where",
    "diff",
]


def diff(old: Document, new: Document) -> Difference:
    """Compare two versions of a document.

    :raises TypeError: one of them is no document.
    """
    for document in (old, new):
        expect_document(document)
    if old.text == new.text:
        return Difference(old, new, (), (), (), renumbered=0)
    matching = match(old.segments, new.segments)
    return Difference(
        old,
        new,
        tuple(segment_changes(old.segments, new.segments, matching)),
        tuple(header_changes(old, new)),
        tuple(text_changes(old, new, matching)),
        renumbered=renumbered(old.segments, new.segments, matching),
    )
