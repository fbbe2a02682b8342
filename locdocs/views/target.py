"""What the publisher puts out in the target language: every pair becomes its target, all else stays untouched.

Two things are not that simple, and settled below: the backslashes of literal asterisks (:mod:`locdocs.asterisks`, or
:mod:`locdocs.original` where the English file is at hand) and encoded quotes (:mod:`locdocs.quotes`).
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.asterisks import escapes_to_drop
from locdocs.model import Document
from locdocs.original import escapes_to_drop_with
from locdocs.projection import project
from locdocs.quotes import repair_target
from locdocs.text import TextEdit, apply_edits

__all__ = ["target", "target_edits"]


def target(document: Document, *, original: str | bytes | None = None, verbatim: bool = False) -> str:
    """The target-language file; see :func:`locdocs.render`."""
    text = project(document, "target").text
    if verbatim:
        return text
    return apply_edits(text, target_edits(document, original=original))


def target_edits(document: Document, *, original: str | bytes | None = None) -> Iterator[TextEdit]:
    """What the target view has otherwise than the target text of the document, as edits of that text."""
    drops = (
        escapes_to_drop(document, "target") if original is None else escapes_to_drop_with(original, document, "target")
    )
    for offset in drops:
        yield TextEdit(offset, offset + 1, "")
    yield from repair_target(document)
