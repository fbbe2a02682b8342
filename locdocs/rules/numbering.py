"""Ids taken apart, for the rules about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from locdocs.model import Document, Segment

__all__ = ["Numbered", "numbered"]

_ID = re.compile(r"([0-9a-f]{5})-(p?)([1-9][0-9]{2,17})")


class Numbered(NamedTuple):
    """A segment and the parts of its id."""

    segment: Segment
    prefix: str
    paragraph: bool
    number: int


def numbered(document: Document) -> Iterator[Numbered]:
    """The segments of a document whose ids are well formed, in order, with the parts of their ids."""
    match = _ID.fullmatch
    for segment in document.segments:
        found = match(segment.id)
        if found:
            yield Numbered(segment, found[1], bool(found[2]), int(found[3]))
