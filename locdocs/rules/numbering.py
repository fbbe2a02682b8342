"""Ids taken apart, for the rules about them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from locdocs.model import Document, Segment

__all__ = ["Numbered", "mismatched", "numbered", "plain_numbers"]

_NUMBERS = re.compile(r"(?: [1-9][0-9]{2,17})+")
_COUNTED = "".join(f" {number}" for number in range(100, 1000))
_ID = re.compile(r"([0-9a-f]{5})-(p?)([1-9][0-9]{2,17})")


class Numbered(NamedTuple):
    """A segment and the parts of its id."""

    segment: Segment
    prefix: str
    paragraph: bool
    number: int


def plain_numbers(document: Document) -> list[int] | None:
    """The numbers of all segments, where all ids are well formed with one prefix and none is that of a paragraph.

    So it is in nearly all documents, and it is found out once, for all rules.
    """
    if "plain numbers" not in document.cache:
        document.cache["plain numbers"] = _plain_numbers(document)
    numbers: list[int] | None = document.cache["plain numbers"]
    return numbers


def _plain_numbers(document: Document) -> list[int] | None:
    first = _ID.fullmatch(document.segments[0].id) if document.segments else None
    if not first:
        return None
    joined = "\0" + "\0".join([segment[0] for segment in document.segments])
    numbers = joined.replace(f"\0{first[1]}-", " ")
    begin, count = int(first[3]), len(document.segments)
    # Most documents count on without a gap, which is seen without reading the numbers.
    if len(numbers) == 4 * count and _COUNTED.startswith(numbers, 4 * (begin - 100)):
        return [*range(begin, begin + count)]
    return list(map(int, numbers.split())) if _NUMBERS.fullmatch(numbers) else None


def numbered(document: Document) -> Iterator[Numbered]:
    """The segments of a document whose ids are well formed, in order, with the parts of their ids."""
    match = _ID.fullmatch
    for segment in document.segments:
        found = match(segment.id)
        if found:
            yield Numbered(segment, found[1], bool(found[2]), int(found[3]))


def mismatched(document: Document) -> frozenset[int]:
    """The places of the segments whose halves have different ids. Which of the two is right is not known."""
    segments = document.segments
    return frozenset(
        bisect_right(segments, damage.start, key=lambda segment: segment.start) - 1
        for damage in document.damage
        if damage.kind == "id-mismatch"
    )
