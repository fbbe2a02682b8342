"""The English original, as far as the bilingual file holds it.

Every pair becomes its source; generated heading anchors and the localization keys go; literal asterisks as in the
target view. What the format does not keep cannot come back: tabs and soft wraps, localized alternative texts, and the
title and description, which stand in the file in the target language only (docs/format.md, "The source view").
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.asterisks import escapes_to_drop
from locdocs.front_matter import find_header
from locdocs.markdown import structure
from locdocs.model import Document
from locdocs.original import escapes_to_drop_with
from locdocs.projection import Projection, project
from locdocs.quotes import repair_source
from locdocs.text import TextEdit, apply_edits, decode

__all__ = ["source"]


def source(document: Document, *, original: str | bytes | None = None, verbatim: bool = False) -> str:
    """The English file; see :func:`locdocs.render`."""
    projection = project(document, "source")
    text = projection.text
    drops: list[int] = []
    repairs: list[TextEdit] = []
    if not verbatim:
        repairs = list(repair_source(document))
        drops = (
            escapes_to_drop(document, "source")
            if original is None
            else escapes_to_drop_with(original, document, "source")
        )
    edits = [
        *(TextEdit(start, end, "") for start, end in _generated_anchors(document, projection)),
        *(TextEdit(offset, offset + 1, "") for offset in drops),
        *_header_edits(document, projection, original),
    ]
    taken = [(edit.start, edit.end) for edit in edits]
    edits += (edit for edit in repairs if not any(start <= edit.start < end for start, end in taken))
    return apply_edits(text, edits)


def _generated_anchors(document: Document, projection: Projection) -> Iterator[tuple[int, int]]:
    """Where anchors stand that publication made from their headings; those of other names are the author's own."""
    for heading in structure(document).headings:
        if heading.anchor and heading.anchor.name in heading.slugs:
            yield projection.from_file(heading.anchor.start), projection.from_file(heading.anchor.end)


def _header_edits(document: Document, projection: Projection, original: str | bytes | None) -> Iterator[TextEdit]:
    """The localization keys go, and with them a header of nothing else; an original's header takes the whole place."""
    header = document.front_matter
    if original is not None:
        english = find_header(decode(original) if isinstance(original, bytes) else original)
        yield TextEdit(0, projection.body_start, english.raw)
    elif header.localization_only:
        yield TextEdit(0, projection.body_start, "")
    else:
        for start, end in header.localization_lines():
            yield TextEdit(projection.from_file(start), projection.from_file(end), "")
