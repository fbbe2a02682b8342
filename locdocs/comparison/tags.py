"""The tags of pairs: what has changed of them besides the ids by which new versions renumber."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from locdocs.comparison.values import Difference
from locdocs.model import Document, Segment

__all__ = ["TagChange", "tag_changes"]


class TagChange(NamedTuple):
    """A pair whose tags have changed: an id of one half only, quotes, attributes."""

    old: Segment
    new: Segment
    old_tags: str
    """The tags before, between or behind the texts that have changed; the first of these."""
    new_tags: str


def tag_changes(found: Difference) -> Iterator[TagChange]:
    """The pairs whose tags have changed, in the order of the new document; those that were moved are left out.

    :param found: the whole difference; where changes of segments were left out of it there is nothing to tell.
    """
    before, after = {change.old for change in found.segments}, {change.new for change in found.segments}
    pairs = [(change.old, change.new) for change in found.segments if change.old and change.new]
    kept = [each for each in found.old.segments if each not in before]
    new_kept = [each for each in found.new.segments if each not in after]
    if [each[1:3] for each in kept] != [each[1:3] for each in new_kept]:
        return
    pairs += zip(kept, new_kept, strict=True)
    for old, new in sorted(pairs, key=lambda pair: pair[1].start):
        for tags, new_tags in zip(_tags(found.old, old), _tags(found.new, new), strict=True):
            if tags != new_tags and tags.replace(old.id, new.id) != new_tags:
                yield TagChange(old, new, tags, new_tags)
                break


def _tags(document: Document, segment: Segment) -> Sequence[str]:
    text = document.text
    return (
        text[segment.start : segment.target_start],
        text[segment.target_end : segment.source_start],
        text[segment.source_end : segment.end],
    )
