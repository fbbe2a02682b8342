"""An edited target-language file back into its document: what writers of documentation edit, and not XLIFF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from locdocs.differences import Hunk
from locdocs.merge.aligning import Alignment, align
from locdocs.merge.header import replace_raw
from locdocs.merge.spelling import restore
from locdocs.merge.taking import Wanted, take
from locdocs.merge.target_text import Slot, TargetText, target_texts, with_plain_lines
from locdocs.merge.values import Applied, Outside, Refusal, Result
from locdocs.model import Document, expect_document
from locdocs.text import LineIndex, decode
from locdocs.units import Unit, origin_of

__all__ = ["apply_target"]


def apply_target(document: Document, edited: str | bytes, *, force: bool = False) -> Result:
    """Take the changes that somebody made to the target view of a document back into it.

    What changed inside of targets, or of title, description and keywords, is taken as with :func:`locdocs.apply`. What
    changed outside is in ``Result.outside``. Line breaks and byte order mark of the edited file do not matter.

    :param edited: the edited file: a changed copy of ``locdocs.render(document, "target")``, or of the file that the
        publisher made of it.
    :param force: take targets that have lost or broken an inline code.
    """
    expect_document(document)
    if not isinstance(edited, (str, bytes)):
        raise TypeError(f"the edited file is text or bytes, not {type(edited).__name__}")
    text = with_plain_lines(decode(edited) if isinstance(edited, bytes) else edited)
    view = _nearest(target_texts(document), text)
    if view.text == text:
        return Result(document)
    alignment = align(view, text)
    origin = origin_of(document)
    wanted: dict[int, Wanted] = {}
    for slot, new in alignment.targets.items():
        if slot.field is None:
            segment = document.segments[slot.place]
            target = restore(view.respelled(slot, new), segment.source, document, segment)
            unit = Unit(segment.id, segment.source, target, origin)
            wanted[slot.place] = Wanted(unit, target, plain=False)
    taken = take(document, wanted, force=force)
    final, applied, refused = _with_values(document, taken.document, view, alignment)
    return Result(
        final,
        applied=(*applied, *taken.applied),
        refused=(*refused, *taken.refused),
        outside=tuple(_outside(document, view, text, alignment.outside)),
    )


def _nearest(views: list[TargetText], text: str) -> TargetText:
    """The view with most lines of the edited file: that may have its asterisks as the document writes them."""
    lines = Counter(text.split("\n"))
    return max(views, key=lambda view: (lines & Counter(view.text.split("\n"))).total())


def _with_values(
    before: Document, document: Document, view: TargetText, alignment: Alignment
) -> tuple[Document, list[Applied], list[Refusal]]:
    """The document with the new values of its front matter, each as its writer wrote it."""
    applied: list[Applied] = []
    refused: list[Refusal] = []
    for slot, new in alignment.targets.items():
        if slot.field is None:
            continue
        raw = new.replace("\n", "\r\n") if "\r\n" in document.front_matter.raw else new
        unit = Unit(slot.field, "", raw, origin_of(before), block="front matter")
        edited = replace_raw(document, slot.field, raw)
        if edited is not None and isinstance(edited.front_matter[slot.field], str):
            document = edited
            applied.append(Applied(unit, None, raw))
        else:
            message = f"the new {slot.field} would break the front matter: put a text that holds ':' or '#' in quotes"
            refused.append(Refusal(unit, None, "front-matter", message, before.location(_place(before, view, slot))))
    return document, applied, refused


def _place(document: Document, view: TargetText, slot: Slot) -> int:
    return view.place_in(document, slot.start)


def _outside(document: Document, view: TargetText, text: str, hunks: list[Hunk]) -> Iterator[Outside]:
    lines = LineIndex(text)
    for hunk in hunks:
        removed, added = view.text[hunk.start : hunk.end], text[hunk.new_start : hunk.new_end]
        # Blank lines before what was put in are not where people look.
        first = hunk.new_start + len(added) - len(added.lstrip("\n")) if added.strip() else hunk.new_start
        place = document.location(view.place_in(document, hunk.start))
        yield Outside(lines.line_column(first)[0], removed, added, place)
