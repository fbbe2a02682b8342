"""The target view of a document with a map back: which part of it is whose target, and how the file writes that part.

The view has its own spelling of asterisks and of encoded quotes (:mod:`locdocs.views.target`). What nobody edited must
come back as the file writes it, so each character of the view knows which characters of the file it stands for.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from locdocs.differences import text_hunks
from locdocs.merge.header import field_ranges
from locdocs.model import Document
from locdocs.projection import project
from locdocs.text import TextEdit
from locdocs.views.target import target_edits

__all__ = ["Slot", "TargetText", "target_texts", "with_plain_lines"]

_CARRIAGE_RETURN = re.compile(r"\r\n?")
_MARK = "\ufeff"


class Slot(NamedTuple):
    """A part of the view that is translated: a target, or a value of the front matter. Offsets are characters of it."""

    start: int
    end: int
    place: int
    """The index of the segment; -1 for a value of the front matter."""
    field: str | None
    """The key in the front matter; ``None`` for a segment."""


@dataclass(frozen=True, slots=True)
class TargetText:
    """The target view with LF line breaks and without byte order mark."""

    text: str
    slots: tuple[Slot, ...]
    """By rising offset; they do not overlap."""
    _own: Sequence[int]
    """For each character of ``text`` where it begins in the target text of the document, and the end of that."""
    _written: str
    """The target text of the document."""

    def place_in(self, document: Document, offset: int) -> int:
        """The offset in the file of a character of the view."""
        return project(document, "target").to_file(self._own[offset])

    def respelled(self, slot: Slot, new: str) -> str:
        """New text of a slot, what is unchanged in it as the document writes it."""
        parts: list[str] = []
        done = slot.start
        for hunk in text_hunks(self.text[slot.start : slot.end], new):
            parts.append(self._written[self._own[done] : self._own[slot.start + hunk.start]])
            parts.append(new[hunk.new_start : hunk.new_end])
            done = slot.start + hunk.end
        parts.append(self._written[self._own[done] : self._own[slot.end]])
        return "".join(parts)


def target_texts(document: Document) -> list[TargetText]:
    """The target view, and the same without any change of spelling, if that is another text."""
    edits = list(target_edits(document))
    views = [_target_text(document, edits)]
    if edits:
        views.append(_target_text(document, []))
    return views


def with_plain_lines(text: str) -> str:
    """A text as views are compared: LF line breaks and no byte order mark."""
    return _CARRIAGE_RETURN.sub("\n", text.removeprefix(_MARK))


def _target_text(document: Document, edits: Iterable[TextEdit]) -> TargetText:
    projection = project(document, "target")
    written = projection.text
    breaks = [TextEdit(found.start(), found.end(), "\n") for found in _CARRIAGE_RETURN.finditer(written)]
    mark = [TextEdit(0, 1, "")] if written.startswith(_MARK) else []
    parts: list[str] = []
    own = array("L")
    # What is deleted belongs to the character behind it: the backslash of an escape to what it escapes.
    begin = done = 0
    for start, end, new in [*sorted([*edits, *breaks, *mark]), TextEdit(len(written), len(written), "")]:
        if start > done:
            parts.append(written[done:start])
            own.append(begin)
            own.extend(range(done + 1, start))
            begin = start
        if new:
            parts.append(new)
            own.append(begin)
            own.extend([end] * (len(new) - 1))
            begin = end
        done = end
    own.append(len(written))
    spans = [
        (start, end, index, None)
        for index, (start, end) in enumerate(projection.spans)
        if start >= projection.body_start
    ]
    header = document.front_matter
    if not document.segments or document.segments[0].start >= header.end:
        spans += [(start, end, -1, field) for field, (start, end) in field_ranges(header).items()]  # type: ignore[misc]
    slots = (Slot(bisect_left(own, start), bisect_left(own, end), place, field) for start, end, place, field in spans)
    return TargetText("".join(parts), tuple(sorted(slots)), own, written)
