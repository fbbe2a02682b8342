"""Edits to a document, proved by reading it again."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping

from locdocs.errors import ReplaceError, UnknownSegmentError
from locdocs.model import Document, Segment, expect_document
from locdocs.parser import parse
from locdocs.span_tags import loose_ends
from locdocs.text import TextEdit, apply_edits

__all__ = ["replace"]


def replace(document: Document, targets: Mapping[str, str] | Mapping[Segment, str]) -> Document:
    """The document with new targets; every byte outside them is as before.

    :param targets: new target texts by segment or by its id, as the file writes them (like ``segment.target``). Where
    an id stands twice in the file, it means the first segment.
    :return: a new document, or the same one where nothing changes.
    :raises UnknownSegmentError: there is no segment of that id.
    :raises ReplaceError: a new target would break its pair: it holds tags of a pair, opens a span that it does not
        close or closes one that it did not open. Where the old target does the same, the new one may.
    :raises TypeError: a key is neither an id nor a segment, or a target is no text.
    """
    expect_document(document)
    if not isinstance(targets, Mapping):
        raise TypeError(f"new targets are a mapping by segment or id, not {type(targets).__name__}")
    new_targets = {_start_of(document, key): _text(new) for key, new in targets.items()}
    edits = [
        TextEdit(segment.target_start, segment.target_end, new_targets[segment.start])
        for segment in document.segments
        if new_targets.get(segment.start, segment.target) != segment.target
    ]
    if not edits:
        return document
    _expect_whole_spans(document, new_targets)
    edited = parse(
        apply_edits(document.text, edits),
        path=document.path,
        source_language=document.source_language,
        target_language=document.target_language,
    )
    _check(document, edited, new_targets)
    return edited


def _start_of(document: Document, key: Segment | str) -> int:
    if isinstance(key, str):
        return document.segments[key].start
    if not isinstance(key, Segment):
        raise TypeError(f"a segment or its id says what to replace, not {type(key).__name__}")
    index = bisect_left(document.segments, key.start, key=lambda segment: segment.start)
    if document.segments[index : index + 1] != (key,):
        raise UnknownSegmentError(f"{key.id} is no segment of this document")
    return key.start


def _text(target: object) -> str:
    if not isinstance(target, str):
        raise TypeError(f"a target is text (str), not {type(target).__name__}")
    return target


def _expect_whole_spans(document: Document, new_targets: Mapping[int, str]) -> None:
    """Refuse half a span: this reader would still find where the target ends, but a browser would not."""
    for segment in document.segments:
        target = new_targets.get(segment.start, segment.target)
        ends = loose_ends(target) if target != segment.target else None
        if ends and any(ends) and ends != loose_ends(segment.target):
            what = "closes a span (</span>) that it did not open" if ends.closing else "opens a span and leaves it open"
            raise ReplaceError(
                f"the new target of {segment.id} would break its pair: it {what}; text that looks like a tag is "
                "written &lt;span>, &lt;/span>",
                path=document.path,
                line=document.location(segment).line,
            )


def _check(document: Document, edited: Document, new_targets: Mapping[int, str]) -> None:
    """Make sure that the edited text reads as the same segments with the new targets, and with no new damage."""
    for old, new in zip(document.segments, edited.segments, strict=False):
        wanted = new_targets.get(old.start, old.target)
        if (new.id, new.source, new.target) != (old.id, old.source, wanted):
            raise _refusal(document, old.id, old.start)
    # Damage that goes away is welcome: it stood in a target that was replaced.
    more = Counter(damage.kind for damage in edited.damage) - Counter(damage.kind for damage in document.damage)
    if more or len(edited.segments) != len(document.segments):
        segment = min(
            (segment for segment in document.segments if "span" in new_targets.get(segment.start, "").casefold()),
            default=document.segments[0],
        )
        raise _refusal(document, segment.id, segment.start)


def _refusal(document: Document, segment_id: str, offset: int) -> ReplaceError:
    return ReplaceError(
        f"the new target of {segment_id} would not read back as itself: it must not hold tags of a span pair "
        "(data-ttu-id, data-stu-id, sxs-lookup)",
        path=document.path,
        line=document.location(offset).line,
    )
