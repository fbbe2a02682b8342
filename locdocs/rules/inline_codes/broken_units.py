"""The numbers that broken images outside of the pairs took: who counted saw images in them."""

from __future__ import annotations

from locdocs.rules import DocumentFacts
from locdocs.rules.inline_codes.docfx_attributes import unread_texts
from locdocs.rules.inline_codes.links_outside import broken_outside

__all__ = ["broken_units"]


def broken_units(facts: DocumentFacts, start: int, end: int) -> int:
    """How many numbers the texts of broken images between two offsets of the file took."""
    images = dict(
        place.unit for place in broken_outside(facts) if place.unit is not None and start <= place.unit[0] < end
    )
    return sum(images.values()) + sum(start <= at < end for at in unread_texts(facts))
