"""Undoing encoded quotes: a stretch of a file in which every ``"`` became ``&quot;``, span markup included.

How it comes about: a tool takes an image link without a title for one with a title, from its ``(`` to the next ``")``,
and encodes the quotes between (docs/format.md, "Damage"). The first quote of the stretch and the last stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.model import Document
from locdocs.projection import project
from locdocs.text import TextEdit

__all__ = ["encoded_stretches", "repair_source", "repair_target"]

_ENCODED = "&quot;"


def encoded_stretches(document: Document) -> Iterator[tuple[int, int]]:
    """The stretches of the file with encoded quotes: offsets of the plain quote that begins each, and of its end."""
    text = document.text
    done = 0
    for damage in document.damage:
        if damage.kind != "encoded-span-markup" or damage.start < done:
            continue
        encoded = text.find(_ENCODED, damage.start, damage.end)
        if encoded < 0:
            continue
        start = max(text.rfind('"', 0, encoded), 0)
        end = text.find('")', encoded)
        done = len(text) if end < 0 else end
        yield start, done


def repair_target(document: Document) -> Iterator[TextEdit]:
    """What the published target file has otherwise, as edits of the target text.

    The same tool made the published file, from the target alone. So there, too, all but the first quote are encoded:
    where the first quote of the stretch is one of span markup, the first one left in the target text is plain.
    """
    target = project(document, "target")
    for start, end in encoded_stretches(document):
        begin, finish = target.from_file(start), target.from_file(end)
        if _is_kept(document, start):
            continue
        first = target.text.find(_ENCODED, begin, finish)
        if first >= 0 and '"' not in target.text[begin:first]:
            yield TextEdit(first, first + len(_ENCODED), '"')


def repair_source(document: Document) -> Iterator[TextEdit]:
    """Plain quotes for the encoded ones, as edits of the source text: the English original was never damaged."""
    source = project(document, "source")
    for start, end in encoded_stretches(document):
        begin, finish = source.from_file(start), source.from_file(end)
        found = source.text.find(_ENCODED, begin, finish)
        while found >= 0:
            yield TextEdit(found, found + len(_ENCODED), '"')
            found = source.text.find(_ENCODED, found + len(_ENCODED), finish)


def _is_kept(document: Document, offset: int) -> bool:
    """Whether the character at an offset of the file stands in the target text: skeleton, or in a target."""
    return not any(
        segment.start <= offset < segment.end and not segment.target_start <= offset < segment.target_end
        for segment in document.segments
    )
