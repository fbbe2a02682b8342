"""New targets into a document: what is wrong at sight is refused, the rest put in, proved, and read as Markdown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

from locdocs.edits import replace
from locdocs.errors import ReplaceError
from locdocs.markdown import InlineCode, Sides, structure
from locdocs.merge.codes import added_tags, lost_codes
from locdocs.merge.matching import refusal
from locdocs.merge.proving import Problem, Proved, prove_targets
from locdocs.merge.spelling import escape_asterisks, escape_pipes, loose, unwanted_character
from locdocs.merge.values import Applied, Reason, Refusal
from locdocs.model import Document
from locdocs.span_tags import loose_ends
from locdocs.units import Unit

__all__ = ["Taken", "Wanted", "take"]

InlineCodes = tuple[InlineCode, ...]

Verdict = tuple[Reason, str]
"""A slug and a sentence."""

_PROBLEMS: dict[Problem, str] = {
    "span-markup": "the new target would break its pair: it must not hold tags of a span pair, nor a span that is "
    "only opened or only closed",
    "block-structure": "the new target would change the blocks of the document: it holds a blank line, a line break "
    "where only one line can stand, or begins like a list, a heading, a quote or a fence",
    "surrounding-markup": "the new target would change the markup around it: it leaves a bracket, a tag or a code span "
    "open",
    "front-matter": "the new target would break the front matter",
}


class Wanted(NamedTuple):
    """A new target for a segment."""

    unit: Unit
    target: str
    plain: bool
    """Whether it is plain text: what a reader sees, not Markdown."""


class Taken(NamedTuple):
    """What a document could hold of its new targets, and what not."""

    document: Document
    applied: tuple[Applied, ...]
    refused: tuple[Refusal, ...]
    unchanged: tuple[Unit, ...]
    """Units whose target is that of the document, once it is written as the document writes it."""


def take(document: Document, wanted: Mapping[int, Wanted], *, force: bool) -> Taken:
    """Put in what the document can hold; the rest is refused.

    :param wanted: the new targets by the index of their segment, none of them the old one.
    :param force: take targets that have lost or broken an inline code.
    """
    verdicts: dict[int, Verdict] = {}
    targets: dict[int, str] = {}
    for place, (_, target, plain) in wanted.items():
        verdict = _at_sight(document, place, target, plain=plain)
        if verdict:
            verdicts[place] = verdict
        else:
            escaped = escape_asterisks(document, place, target)
            targets[place] = escape_pipes(document, document.segments[place], escaped)
    while True:
        proved = prove_targets(document, targets)
        for place, slug in proved.problems.items():
            lost = None if force else _lost_by(document, place, targets[place])
            verdicts[place] = ("inline-codes", lost) if lost else (slug, _PROBLEMS[slug])
        wrong = _culprits(document, proved, wanted, force=force)
        verdicts |= wrong
        # What is left was proved in the company of what is gone, so it is proved again.
        targets = {place: target for place, target in proved.targets.items() if place not in wrong}
        if not wrong:
            break
    final = _with_asterisks(document, proved)
    changed = [place for place in sorted(targets) if final.segments[place].target != document.segments[place].target]
    return Taken(
        final if changed else document,
        tuple(Applied(wanted[place].unit, document.segments[place], final.segments[place].target) for place in changed),
        tuple(refusal(document, wanted[place].unit, place, *verdicts[place]) for place in sorted(verdicts)),
        tuple(wanted[place].unit for place in sorted(targets.keys() - changed)),
    )


def _at_sight(document: Document, place: int, target: str, *, plain: bool) -> Verdict | None:
    """What is wrong with a target without reading it in its document."""
    segment = document.segments[place]
    if not target.strip():
        return "empty-target", "the new target is empty"
    char = unwanted_character(target, segment.target)
    if char is not None:
        what = "the mark of a character that got lost" if char == "\ufffd" else "a control character"
        return "control-character", f"the new target holds U+{ord(char):04X}, {what}"
    if any(loose_ends(target)) and loose_ends(target) != loose_ends(segment.target):
        return "span-markup", _PROBLEMS["span-markup"]
    if plain:
        codes = structure(document).inline_codes(segment)
        if found := codes.source or codes.target:
            shown = ", ".join(dict.fromkeys(code.text.strip() or "a line break" for code in found[:5]))
            why = f"it comes from an export of plain text, which cannot say where the markup goes: {shown}"
            return "plain-text", f"{why}; edit an export with --inline markdown or codes"
    return None


def _lost_by(document: Document, place: int, target: str) -> str | None:
    """The codes that a target has lost, when nothing but this target is new."""
    try:
        edited = _replaced(document, {place: target})
    except ReplaceError:
        return None
    return lost_codes(*_codes(document, edited, place))


def _codes(document: Document, edited: Document, place: int) -> tuple[Sides[InlineCodes], InlineCodes]:
    """The codes of a segment as it was, and of its new target."""
    old = structure(document).inline_codes(document.segments[place])
    return old, structure(edited).inline_codes(edited.segments[place]).target


def _culprits(document: Document, proved: Proved, wanted: Mapping[int, Wanted], *, force: bool) -> dict[int, Verdict]:
    """The targets to blame for what is misread: an open code span may hide the codes of the next segment."""
    suspects = _misread(document, proved.document, proved.targets, wanted, force=force)
    guilty: dict[int, Verdict] = {}
    for places in _one_of_each_block(document, suspects):
        alone = _replaced(document, {place: proved.targets[place] for place in places})
        guilty |= _misread(document, alone, places, wanted, force=force)
    return guilty or suspects


def _misread(
    document: Document, edited: Document, places: Iterable[int], wanted: Mapping[int, Wanted], *, force: bool
) -> dict[int, Verdict]:
    """Targets that the edited document reads otherwise than they were meant."""
    found: dict[int, Verdict] = {}
    for place in places:
        if wanted[place].plain:
            if loose(structure(edited).plain(edited.segments[place]).target) != loose(wanted[place].target):
                found[place] = "plain-text", "the new target is plain text, and would be read as markup"
        elif not force:
            codes = _codes(document, edited, place)
            if problem := lost_codes(*codes) or added_tags(*codes):
                found[place] = "inline-codes", problem
    return found


def _one_of_each_block(document: Document, places: Iterable[int]) -> Iterator[list[int]]:
    """Segments in groups that hold one of each block: those of different blocks cannot hide each other's codes."""
    blocks: defaultdict[int, list[int]] = defaultdict(list)
    for place in places:
        blocks[structure(document).block(document.segments[place], "target").siblings[0]].append(place)
    for group in zip_longest(*blocks.values()):
        yield [place for place in group if place is not None]


def _replaced(document: Document, targets: Mapping[int, str]) -> Document:
    return replace(document, {document.segments[place]: target for place, target in targets.items()})


def _with_asterisks(document: Document, proved: Proved) -> Document:
    """The document with new targets, the asterisks escaped that are literal where they stand."""
    edited, targets = proved.document, proved.targets
    escaped = {place: escape_asterisks(document, place, target, edited) for place, target in targets.items()}
    changed = [place for place in targets if escaped[place] != targets[place]]
    if not changed:
        return edited
    again = prove_targets(document, escaped)
    if again.problems:
        return edited
    # A literal asterisk may be part of a longer run, and the length of a run decides what it means.
    odd = [place for place in changed if _shape(edited, place) != _shape(again.document, place)]
    return _replaced(document, escaped | {place: targets[place] for place in odd}) if odd else again.document


def _shape(document: Document, place: int) -> list[tuple[str, str]]:
    codes = structure(document).inline_codes(document.segments[place]).target
    return [(code.text, code.role) for code in codes if code.kind != "escape"]
