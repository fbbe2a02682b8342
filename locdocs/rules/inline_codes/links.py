"""Links of both sides, and the ways in which those of a target break."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from locdocs.model import Segment
from locdocs.rules import DocumentFacts, GroupFacts, SegmentFacts, TextFacts
from locdocs.rules.inline_codes.comparing import comparable, constructs
from locdocs.rules.inline_codes.other_brackets import in_other_brackets
from locdocs.rules.inline_codes.places import opening_in
from locdocs.rules.inline_codes.titles import torn_title
from locdocs.text import TextEdit

__all__ = ["Broken", "broken_links", "fold_label", "labels_in", "labels_of", "with_links_that_may_differ"]

_DEFINITION = re.compile(r"^[ \t>]*\[(?P<label>[^\[\]\r\n]+)\]:[ \t]*\S", re.MULTILINE)
_CODE_SIGNS = re.compile(r"[\\`]")
_TAIL = re.compile(r"\]\(")
# The destination need not be there: what follows the bracket says whether it is one.
_APART = re.compile(r"[\]］】](?P<gap>\s*\\?[(（]\s*)(?P<destination>[^()（）\s]++)(?P<end>\s*\\?[)）])?")
_LABEL_APART = re.compile(r"\](?P<gap>\s*)\[(?P<label>[^\[\]]+)\]")
_BANG_APART = re.compile(r"!\s+\[")
_PARENTHESIS = re.compile(r"[()（）]")
_ROUGHLY = re.compile(r"\s*(?P<to>[^\s()]*)(?P<end>[^()\n]*\))?")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:\S|[~./#]|[^\s]+\.md\b")


class Broken(NamedTuple):
    """What is left of a link in a target. Offsets are characters of the target."""

    start: int
    end: int
    message: str
    edits: tuple[TextEdit, ...]
    """The fix, where one is certain."""


def with_links_that_may_differ(group: GroupFacts) -> Sequence[int]:
    """The segments with brackets of links whose signs stand otherwise in the target, pairs in prose apart."""
    return group.triggered(("[", "]("), _may_differ, "[]()!\\`")


def _may_differ(segment: Segment) -> bool:
    """Whether more differs than pairs of brackets in prose, which have other forms in some languages.

    A first look that costs little.
    """
    source, target = segment[1], segment[2]
    ours, theirs = source.count, target.count
    return comparable(segment) and not (
        ours("](") == theirs("](")
        and ours("][") == theirs("][")
        and ours("![") == theirs("![")
        and ours("(") - theirs("(") == ours(")") - theirs(")")
        and ours("[") - theirs("[") == ours("]") - theirs("]")
        and _CODE_SIGNS.findall(source) == _CODE_SIGNS.findall(target)
    )


def labels_of(facts: SegmentFacts) -> frozenset[str]:
    """The labels that the document of a segment defines."""
    return labels_in(facts.document)


def labels_in(facts: DocumentFacts) -> frozenset[str]:
    """The labels that a document defines, folded; worked out once a document."""
    cache = facts.document.cache
    if "link labels" not in cache:
        found = _DEFINITION.finditer(facts.text) if "]:" in facts.text else ()
        cache["link labels"] = frozenset(fold_label(match["label"]) for match in found)
    labels: frozenset[str] = cache["link labels"]
    return labels


def fold_label(label: str) -> str:
    """A label as labels are compared: white space and case do not count."""
    return " ".join(label.split()).casefold()


def broken_links(facts: SegmentFacts) -> Iterator[Broken]:
    """The links that are broken in the target, where the source has them whole; in order of the kinds of break."""
    source, target = facts.source, facts.target
    if not source.links:
        return
    found: list[Broken] = []
    for broken in (
        *_apart(facts),
        *_tails(facts),
        *_halves(source, target),
        *_labels_apart(facts),
        *_bangs(source, target),
        *(Broken(*each) for each in in_other_brackets(source, target, labels_of(facts))),
    ):
        if not any(broken.start < other.end and other.start < broken.end for other in found):
            found.append(broken)
            yield broken


def _apart(facts: SegmentFacts) -> Iterator[Broken]:
    r"""``[text] (destination)``, ``[text]（destination）`` and ``[text]\(destination\)``."""
    source, target = facts.source, facts.target
    lost = len(_whole(source)) > len(_whole(target))
    for found in _APART.finditer(target.text):
        destination = found["destination"].rstrip("\\")
        if found[0].startswith("](") and found["end"] != "）":
            continue
        if found[0] in source.text or _in_markup(target, found.start()):
            continue
        known = _known(source, destination)
        if not known and not (lost and _ADDRESS.match(destination)):
            continue
        edits: tuple[TextEdit, ...] = ()
        opening = opening_in(target.text, found.start())
        if known and found["end"] and opening is not None:
            end = found.start("destination") + len(destination)
            edits = (
                target.edit(opening, opening + 1, "["),
                target.edit(found.start(), found.start("destination"), "]("),
                target.edit(end, found.end(), ")"),
            )[target.text[opening] == "[" :]
        yield Broken(
            *found.span(),
            f"the text of the {_what(target, found.start())} is parted from its destination, {destination!r}",
            edits,
        )


def _tails(facts: SegmentFacts) -> Iterator[Broken]:
    """``[text](destination`` and ``text](destination)``, and destinations with blanks in them."""
    source, target = facts.source, facts.target
    known = len(_stray_tails(source))
    strays = _stray_tails(target)[known:]
    if not strays:
        yield from _taken_brackets(source, target)
    if not strays or not _fewer_are_read(facts):
        return
    for start in strays:
        torn = torn_title(target, start)
        if torn:
            why = "are not one pair" if torn.marked else 'are none to Markdown: write "'
            message = f"the title tears this {_what(target, start)} apart: its quotation marks {why}"
            yield Broken(start, torn.end, message, torn.edits)
            continue
        edits = _mended(source, target, start)
        yield Broken(start, start + 2, _lack(target, start, edits), edits)


def _halves(source: TextFacts, target: TextFacts) -> Iterator[Broken]:
    """``[text]destination)`` and ``[text(destination)``."""
    there = [mark.value for mark in target.of_kind("link", "image")]
    for mark in source.of_kind("link", "image"):
        written = source.text[mark.start + 2 : mark.end - 1]
        if not written or mark.value in there:
            continue
        for half, lost in ((f"]{written})", "("), (f"({written})", "]")):
            start = target.text.find(half)
            if start < 0 or opening_in(target.text, start) is None or target.text[:start].endswith("]"):
                continue
            at = start + (lost == "(")
            edits = (target.edit(at, at, lost),)
            yield Broken(start, start + len(half), f"the {_what(target, start)} has lost its {lost!r}", edits)


def _taken_brackets(source: TextFacts, target: TextFacts) -> Iterator[Broken]:
    """``([text](destination)``: the link took the bracket that should close the one before it, and lost its own."""
    if "(" not in target.prose or _open_brackets(source.prose):
        return
    opened = _open_brackets(target.prose)
    closed = [mark.value for mark in source.of_kind("link") if source.text[mark.end : mark.end + 1] == ")"]
    link = next((mark for mark in target.of_kind("link") if mark.value in closed and opened[:1] < [mark.start]), None)
    if len(opened) == 1 and link:
        yield Broken(
            link.start,
            link.end,
            "the link ends with the bracket that should close the one before it",
            (),
        )


def _open_brackets(prose: str) -> list[int]:
    """The offsets of the parentheses that are not closed."""
    found: list[int] = []
    for bracket in _PARENTHESIS.finditer(prose):
        if bracket[0] in "(（":
            found.append(bracket.start())
        elif found:
            found.pop()
    return found


def _fewer_are_read(facts: SegmentFacts) -> bool:
    """Whether the parser reads fewer links in the target; where it reads none in either, nothing is Markdown here."""
    ours, theirs = (len(constructs(side, "link", "image")) for side in facts.codes)
    return theirs < ours or not ours


def _mended(source: TextFacts, target: TextFacts, start: int) -> tuple[TextEdit, ...]:
    """The edit that makes the rest of a link whole, where the source has the destination."""
    rest = target.text[start + 2 :]
    for mark in source.of_kind("link", "image"):
        written = source.text[mark.start + 2 : mark.end - 1]
        if opening_in(target.text, start) is None:
            continue
        spaced = r"\s*".join(map(re.escape, "".join(written.split())))
        found = re.match(rf"\s*{spaced}(?P<end>\s*[)）])?", rest)
        if found and (found["end"] or not re.match(r"[\w/#.?=&%-]", rest[found.end() :])):
            return (target.edit(start + 2, start + 2 + found.end(), written + ")"),)
    return ()


def _lack(target: TextFacts, start: int, edits: Sequence[TextEdit]) -> str:
    """What is wrong with a link or image, from the brackets before its destination on."""
    what, found = _what(target, start), _ROUGHLY.match(target.text, start + 2)
    to = edits[0].new[:-1] if edits else found["to"] if found else ""
    bang = "!" if what == "image" else ""
    written = f"write {bang}[text]({to})"
    if opening_in(target.text, start) is None:
        return f"the opening bracket of the link to {to!r} is missing: {written}"
    if edits and target.text[edits[0].start - target.offset : edits[0].end - target.offset].rstrip().endswith(")"):
        return f"the destination of the {what} to {to!r} has blanks in it: {written}"
    if edits or (found and not found["end"]):
        return f"the closing bracket of the {what} to {to!r} is missing: {written}"
    return f"the {what} to {to!r} has no closing bracket, or what follows its destination is no title: {written}"


def _what(target: TextFacts, end: int) -> str:
    """What breaks where the text of a link or image ends: an exclamation mark before its bracket tells them apart."""
    opening = opening_in(target.text, end)
    return "image" if opening and target.text[opening - 1] == "!" else "link"


def _labels_apart(facts: SegmentFacts) -> Iterator[Broken]:
    """``[text] [label]`` and ``[text][ label]``, where the source has ``[text][label]`` and the label is defined."""
    source, target = facts.source, facts.target
    whole = {fold_label(mark.value): mark for mark in source.of_kind("reference") if mark.value.strip()}
    if not whole.keys() & labels_of(facts):
        return
    there = [mark.start for mark in target.of_kind("reference") if not mark.value[:1].isspace()]
    for found in _LABEL_APART.finditer(target.text):
        mark = whole.get(fold_label(found["label"]))
        apart = found["gap"] or found["label"].strip() != found["label"]
        if (
            mark is None
            or fold_label(mark.value) not in labels_of(facts)
            or not apart
            or found[0] in source.text
            or found.start() in there
        ):
            continue
        yield Broken(
            *found.span(),
            f"the text of the {_what(target, found.start())} is parted from its label, {mark.value!r}",
            (target.edit(*found.span(), f"][{mark.value}]"),),
        )


def _bangs(source: TextFacts, target: TextFacts) -> Iterator[Broken]:
    """``! [alt](image.png)``."""
    if len(source.of_kind("image")) <= len(target.of_kind("image")):
        return
    for found in _BANG_APART.finditer(target.text):
        if found[0] not in source.text and not _in_markup(target, found.start()):
            yield Broken(
                *found.span(),
                "the exclamation mark of the image is parted from its bracket",
                (target.edit(*found.span(), "!["),),
            )


def _whole(text: TextFacts) -> list[int]:
    return [mark.start for mark in text.of_kind("link", "image")]


def _stray_tails(text: TextFacts) -> list[int]:
    """The offsets of each ``](`` that belongs to no link, image, code span or other markup."""
    return [found.start() for found in _TAIL.finditer(text.text) if not _in_markup(text, found.start())]


def _known(source: TextFacts, destination: str) -> bool:
    return any(mark.value == destination for mark in source.of_kind("link", "image"))


def _in_markup(text: TextFacts, offset: int) -> bool:
    return any(mark.start <= offset < mark.end for mark in text.marks)
