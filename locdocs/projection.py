"""One language's text of a bilingual document, with a map back to the file.

A pair becomes its target (or its source) and everything else stays: that is the text whose Markdown means something. In
the bilingual text the delimiters of a target would pair with those of its source. Nothing is unescaped or repaired
here; the views do that (docs/format.md, "The target view").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import Literal

from locdocs.model import Document

__all__ = ["Projection", "Side", "project", "skeleton"]

Side = Literal["target", "source"]

_SOURCE, _TARGET, _START, _END = map(itemgetter, (1, 2, 3, 4))
_SOURCE_START, _TARGET_START = attrgetter("source_start"), attrgetter("target_start")
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

    def __repr__(self) -> str:
        return f"<Projection of the {self.side}: {len(self.text)} characters, {len(self.spans)} segments>"

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


def skeleton(document: Document) -> str:
    """All text outside of the pairs, from the end of the front matter on, with a null in place of each pair."""
    text, segments = document.text, document.segments
    ends = (document.front_matter.end, *map(_END, segments))
    starts = (*map(_START, segments), len(text))
    return "\0".join(map(text.__getitem__, map(slice, ends, starts)))


def _project(document: Document, side: Side) -> Projection:
    text, segments = document.text, document.segments
    if side == "source" and not all(map(_SOURCE, segments)):
        parts, file, spans = _with_emitted_targets(document)
        own = [0, *accumulate(map(len, parts))]
    else:
        # Column by column: a piece of the skeleton, a segment, and so on to the last piece.
        ends = [0, *map(_END, segments)]
        parts = [""] * (2 * len(segments) + 1)
        parts[::2] = map(text.__getitem__, map(slice, ends, (*map(_START, segments), len(text))))
        parts[1::2] = map(_SOURCE if side == "source" else _TARGET, segments)
        file = [0] * len(parts)
        file[::2] = ends
        file[1::2] = map(_SOURCE_START if side == "source" else _TARGET_START, segments)
        own = [0, *accumulate(map(len, parts))]
        spans = list(zip(own[1::2], own[2::2], strict=False))
    del own[-1]  # where the text ends
    projection = Projection(side, "".join(parts), tuple(spans), 0, tuple(own), tuple(file))
    return replace(projection, body_start=projection.from_file(document.front_matter.end))


def _with_emitted_targets(document: Document) -> tuple[list[str], list[int], list[tuple[int, int]]]:
    """The pieces of the source text, their offsets in the file, and the spans of the segments."""
    parts: list[str] = []
    file: list[int] = []
    spans: list[tuple[int, int]] = []
    done = length = 0
    for segment in document.segments:
        parts.append(document.text[done : segment.start])
        file.append(done)
        if not segment.source and is_markup_only(segment.target):
            parts.append(segment.target)
            file.append(segment.target_start)
            length += len(segment.target)
        length += segment.start - done
        parts.append(segment.source)
        file.append(segment.source_start)
        spans.append((length, length + len(segment.source)))
        length += len(segment.source)
        done = segment.end
    parts.append(document.text[done:])
    file.append(done)
    return parts, file, spans


def is_markup_only(text: str) -> bool:
    """Whether a text holds tags, entities and white space but not a word: nothing anybody would translate."""
    return bool(text) and not _TAG_OR_SPACE.sub("", text)
