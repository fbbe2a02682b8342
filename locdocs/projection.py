"""One language's text of a bilingual document, with a map back to the file.

A pair becomes its target (or its source) and everything else stays: that is the text whose Markdown means something. In
the bilingual text the delimiters of a target would pair with those of its source. Nothing is unescaped or repaired here;
the views do that (docs/format.md, "The target view").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from locdocs.model import Document

__all__ = ["Projection", "Side", "project"]

Side = Literal["target", "source"]

_TAG_OR_SPACE = re.compile(r"<[^<>]*+>|\s++|&[#\w]++;")


@dataclass(frozen=True, slots=True)
class Projection:
    """The target text or the source text of a document. Offsets are characters of ``text``."""

    side: Side
    text: str
    spans: tuple[tuple[int, int], ...]
    """Where each segment of the document stands in ``text``: start and end, in the order of ``Document.segments``."""
    _own: tuple[int, ...]
    _file: tuple[int, ...]

    def to_file(self, offset: int) -> int:
        """The offset in the file of the character at an offset of this text."""
        index = max(bisect_right(self._own, offset) - 1, 0)
        return self._file[index] + offset - self._own[index]

    def file_range(self, start: int, end: int) -> tuple[int, int]:
        """The range in the file of a range of this text: from its first character to after its last one."""
        first = self.to_file(start)
        return first, self.to_file(end - 1) + 1 if end > start else first

    def segment_at(self, offset: int) -> int | None:
        """The index of the segment that holds the character at an offset, or ``None`` for skeleton text."""
        index = bisect_right(self.spans, (offset, len(self.text) + 1)) - 1
        return index if index >= 0 and self.spans[index][0] <= offset < self.spans[index][1] else None


def project(document: Document, side: Side) -> Projection:
    """The target or the source text of a document, worked out once.

    A target that is markup only and has no source stands in the English original too, so the source text holds it
    (docs/format.md, "The source view"), as skeleton: the segment's own source stays empty.
    """
    key = f"projection:{side}"
    if key not in document.cache:
        document.cache[key] = _project(document, side)
    found: Projection = document.cache[key]
    return found


def _project(document: Document, side: Side) -> Projection:
    text, of_source = document.text, side == "source"
    parts: list[str] = []
    own: list[int] = []
    file: list[int] = []
    spans: list[tuple[int, int]] = []
    length = done = 0
    for segment in document.segments:
        if of_source:
            content, start = segment.source, segment.source_start
        else:
            content, start = segment.target, segment.target_start
        skeleton = text[done : segment.start]
        own += (length, length + len(skeleton))
        file += (done, start)
        length += len(skeleton)
        spans.append((length, length + len(content)))
        length += len(content)
        parts += (skeleton, content)
        done = segment.end
        if of_source and not content and is_markup_only(segment.target):
            own.append(length)
            file.append(segment.target_start)
            length += len(segment.target)
            parts.append(segment.target)
    own.append(length)
    file.append(done)
    parts.append(text[done:])
    return Projection(side, "".join(parts), tuple(spans), tuple(own), tuple(file))


def is_markup_only(text: str) -> bool:
    """Whether a text holds tags, entities and white space but not a word: nothing anybody would translate."""
    return bool(text) and not _TAG_OR_SPACE.sub("", text)
