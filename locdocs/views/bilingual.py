"""The file itself, put together from its parts: equal to the text for every text there is. The test of reading."""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.model import Document

__all__ = ["bilingual"]


def bilingual(document: Document) -> str:
    """The bilingual text, from skeleton and segments."""
    return "".join(_parts(document))


def _parts(document: Document) -> Iterator[str]:
    text, done = document.text, 0
    for segment in document.segments:
        yield text[done : segment.target_start]
        yield segment.target
        yield text[segment.target_end : segment.source_start]
        yield segment.source
        done = segment.source_end
    yield text[done:]
