"""New targets put into a document and proved: it is read again, and everything that is not theirs must be as before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from locdocs.edits import replace
from locdocs.errors import FrontMatterError, ReplaceError
from locdocs.merge.outline import changed_part
from locdocs.model import Document

__all__ = ["Proved", "prove_targets"]

Problem = Literal["span-markup", "block-structure", "surrounding-markup", "front-matter"]


class Proved(NamedTuple):
    """The targets that a document can hold, and why it cannot hold the others."""

    document: Document
    """The document with the targets that it can hold."""
    targets: dict[int, str]
    """These targets, by the index of their segment."""
    problems: dict[int, Problem]


def prove_targets(document: Document, targets: Mapping[int, str]) -> Proved:
    """Put in as many of the new targets as the document can hold.

    All of them are tried at once. Only where that fails they are halved until each culprit stands alone, so a document
    with few of them costs a few readings.

    :param targets: the new targets by the index of their segment.
    """
    attempt = _attempt(document, targets)
    if isinstance(attempt, Document):
        return Proved(attempt, dict(targets), {})
    if len(targets) == 1:
        return Proved(document, {}, dict.fromkeys(targets, attempt))
    items = list(targets.items())
    middle = len(items) // 2
    first = prove_targets(document, dict(items[:middle]))
    second = prove_targets(document, dict(items[middle:]))
    problems = first.problems | second.problems
    together = first.targets | second.targets
    attempt = _attempt(document, together)
    if isinstance(attempt, Document):
        return Proved(attempt, together, problems)
    return _one_by_one(document, first, second, problems)


def _one_by_one(document: Document, first: Proved, second: Proved, problems: dict[int, Problem]) -> Proved:
    """Targets that are well alone and not together: those come first that are first in the document."""
    kept = dict(first.targets)
    proved = first.document
    for index, target in second.targets.items():
        attempt = _attempt(document, kept | {index: target})
        if isinstance(attempt, Document):
            proved = attempt
            kept[index] = target
        else:
            problems[index] = attempt
    return Proved(proved, kept, problems)


def _attempt(document: Document, targets: Mapping[int, str]) -> Document | Problem:
    try:
        edited = replace(document, {document.segments[index]: target for index, target in targets.items()})
    except ReplaceError:
        return "span-markup"
    if edited is document:
        return document
    in_header = any(document.segments[index].start < document.front_matter.end for index in targets)
    if in_header and _header_keys(document) != _header_keys(edited):
        return "front-matter"
    match changed_part(document, edited, targets.keys()):
        case "blocks":
            return "block-structure"
        case "markup":
            return "surrounding-markup"
    return edited


def _header_keys(document: Document) -> list[str] | None:
    """The keys of the front matter, or ``None`` where it cannot be read."""
    try:
        return list(document.front_matter)
    except FrontMatterError:
        return None
