"""One language's text of a bilingual document, with a map back to the file.

A pair becomes its target (or its source) and everything else stays: that is the text whose Markdown means something. In
the bilingual text the delimiters of a target would pair with those of its source. Nothing is unescaped or repaired
here; the views do that (docs/format.md, "The target view").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
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
    body_start: int
    """Where the Markdown begins: the offset after the front matter."""
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

    def from_file(self, offset: int) -> int:
        """The offset in this text of the character at an offset of the file; of the next one kept, where it is not."""
        index = max(bisect_right(self._file, offset) - 1, 0)
        end = self._own[index + 1] if index + 1 < len(self._own) else len(self.text)
        return min(self._own[index] + offset - self._file[index], end)

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
    parts: list[str] = []
    own: list[int] = []
    file: list[int] = []
    spans: list[tuple[int, int]] = []
    length = 0
    for content, start, index in _pieces(document, side):
        own.append(length)
        file.append(start)
        parts.append(content)
        if index is not None:
            spans.append((length, length + len(content)))
        length += len(content)
    projection = Projection(side, "".join(parts), tuple(spans), 0, tuple(own), tuple(file))
    return replace(projection, body_start=projection.from_file(document.front_matter.end))


def _pieces(document: Document, side: Side) -> Iterator[tuple[str, int, int | None]]:
    """What the text is made of: each piece, its offset in the file, and the index of the segment that it is, if any."""
    done = 0
    for index, segment in enumerate(document.segments):
        yield document.text[done : segment.start], done, None
        if side == "target":
            yield segment.target, segment.target_start, index
        else:
            if not segment.source and is_markup_only(segment.target):
                yield segment.target, segment.target_start, None
            yield segment.source, segment.source_start, index
        done = segment.end
    yield document.text[done:], done, None


def is_markup_only(text: str) -> bool:
    """Whether a text holds tags, entities and white space but not a word: nothing anybody would translate."""
    return bool(text) and not _TAG_OR_SPACE.sub("", text)
