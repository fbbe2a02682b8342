r"""What the English original says about escapes, and nothing else.

The format escapes every literal asterisk, so ``\*`` in a pair leaves open whether the author had written the backslash.
The original settles it: each source is found there, compared without white space (soft wraps were joined) and without
the backslash in question. Nothing of the original's text is given to anybody (docs/format.md, "The target view").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from locdocs.asterisks import decision_for, outside_code
from locdocs.model import Document
from locdocs.projection import Side, project
from locdocs.text import decode

__all__ = ["escapes_to_drop_with"]

# Escapes that the format adds: before an asterisk always, before a backtick now and then (7 files).
_ESCAPE = re.compile(r"\\(?=[*`])")
_ESCAPED_MARK = re.compile(r"\\[*`]")
_SPACE = re.compile(r"\s+")
_IMAGE_TEXT = re.compile(r"!\[[^\[\]\n]*+\]")
# Around one mark, where a whole source is not found: characters on each side, tried in turn.
_WINDOWS = (60, 40, 25, 16, 10, 6)


class _Squeezed:
    """A text without white space and without the escapes in question, and which of its marks were escaped."""

    def __init__(self, text: str) -> None:
        squeezed = _SPACE.sub("", text)
        pieces = _ESCAPE.split(squeezed)
        self.text = "".join(pieces)
        offset = 0
        self.escaped: list[int] = []
        """Offsets in ``text`` of the marks that had a backslash, rising."""
        for piece in pieces[:-1]:
            offset += len(piece)
            self.escaped.append(offset)

    def is_escaped(self, offset: int) -> bool:
        index = bisect_left(self.escaped, offset)
        return index < len(self.escaped) and self.escaped[index] == offset


def escapes_to_drop_with(original: str | bytes, document: Document, side: Side) -> list[int]:
    r"""Where ``\*`` (or an escaped backtick) loses its backslash: offsets in the target or source text, rising.

    :param original: the English file, text or bytes.
    """
    wanted = project(document, side)
    if not _ESCAPED_MARK.search(wanted.text):
        return []
    english = _Squeezed(decode(original) if isinstance(original, bytes) else original)
    loose = set(outside_code(wanted.text, wanted.body_start))
    drops: list[int] = []
    last = 0
    for segment, (start, end) in zip(document.segments, wanted.spans, strict=True):
        marks = [found.start() for found in _ESCAPED_MARK.finditer(wanted.text, start, end)]
        if not marks:
            continue
        source = _Squeezed(segment.source)
        place = _find(english.text, source.text, last)
        last = max(place, 0) or last
        kept = [_was_escaped(english, source, offset, place) for offset in source.escaped]
        symbols = [source.text[offset] for offset in source.escaped]
        decided = list(zip(symbols, kept, strict=True))
        # A source without an escaped asterisk never had one; code is never escaped.
        drops += (mark for mark in marks if mark in loose and "*" not in symbols)
        drops += _drops(wanted.text, marks, decided)
    drops += _drops_in_images(document, wanted.text, side, original)
    return sorted(drops)


def _find(text: str, part: str, start: int) -> int:
    place = text.find(part, start)
    return place if place >= 0 else text.find(part)


def _was_escaped(english: _Squeezed, source: _Squeezed, offset: int, place: int) -> bool | None:
    """Whether the mark at an offset of the source has a backslash in the original; ``None`` where it is not found."""
    if place >= 0:
        return english.is_escaped(place + offset)
    for width in _WINDOWS:
        start = max(offset - width, 0)
        found = english.text.find(source.text[start : offset + width + 1])
        if found >= 0:
            return english.is_escaped(found + offset - start)
    return None


def _drops(text: str, marks: list[int], decided: list[tuple[str, bool | None]]) -> Iterator[int]:
    """The marks of a target that lose their backslash: by the one decision for that mark, else the k-th by the k-th."""
    for symbol in "*`":
        own = [mark for mark in marks if text[mark + 1] == symbol]
        kept = [keep for mark, keep in decided if mark == symbol]
        for position, mark in enumerate(own):
            if decision_for(position, kept, default=None) is False:
                yield mark


def _drops_in_images(document: Document, text: str, side: Side, original: str | bytes) -> Iterator[int]:
    """Alternative texts stand outside pairs, localized: their escapes go where the original's images have none."""
    english = decode(original) if isinstance(original, bytes) else original
    if any("\\*" in found[0] for found in _IMAGE_TEXT.finditer(english)):
        return
    projection = project(document, side)
    for image in _IMAGE_TEXT.finditer(text, projection.body_start):
        if "\\*" in image[0] and projection.segment_at(image.start()) is None:
            yield from (mark.start() for mark in _ESCAPED_MARK.finditer(text, image.start(), image.end()))
