r"""Links and images that are broken outside of the pairs, where their brackets and addresses often stand.

Both sides share that text, and there is nothing to compare it with. So what is reported is plainly a link or image by
how it looks, and plain text by how Markdown reads it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from locdocs.rules import DocumentFacts, GroupFacts
from locdocs.rules.inline_codes.definitions import broken_definitions
from locdocs.rules.inline_codes.links import fold_label, labels_in
from locdocs.rules.inline_codes.places import Candidate, is_image, line_of, opening_of
from locdocs.rules.inline_codes.tab_headings import broken_tabs
from locdocs.rules.inline_codes.tails import APART, Tail, is_address, read_tail
from locdocs.rules.outside import Outside
from locdocs.text import TextEdit

__all__ = ["BrokenOutside", "broken_outside", "with_odd_links_outside"]


class BrokenOutside(NamedTuple):
    """What is left of a link, an image or a definition outside of the pairs. Offsets are characters of the file."""

    start: int
    end: int
    message: str
    edits: tuple[TextEdit, ...]
    """The fix, where one is certain."""
    safe: bool | None
    """Whether the fix is safe, where that is not as the rule says."""
    unit: tuple[int, int] | None
    """Where it is an image: where that begins, and how many numbers its texts took, which give them to no pair."""


# Most documents have nothing behind a closing bracket but plain destinations and blanks, and before it a single pair.
# All else is worth a look, and so is an anchor with a slash in it, which is that of a tab.
_SUSPECT = re.compile(
    r"""
    \] (?:
        \( (?! (?! (?! \#tab/ [A-Za-z0-9/+-]*+ \) ) [\#＃] [^\s()/／]*+ [/／] )
               [^\s()（）<>\\]*+ (?: \\ (?!\)) [^\s()（）<>\\]*+ )*+ (?: [ ] "[^"\\\n]*+" )?+ \) )
      | [\[:]
      | \( (?<= [^\[] \0 \]\( )
      | \s*+ \\?+ [（【［]
      | \s++ \\?+ \(
      | \\ \(
      | [^\s()\[\]]++ \)
      | [^\S\n]*+ ：
      | [^\S\n]++ :
    )
    """,
    re.VERBOSE,
)
_ODD_BANG = re.compile(r"!(?:\s+\[|\w[^\[\]\n\0]*+\]\()")
_WORDS_BEHIND = re.compile(r"\)[^\S\n]++[\"«“„「]")
_ODD_SIGNS = "！¡［］【】"

_CLOSING = re.compile(r"[\]］】](?=\s*\\?[(（])")
_BANG = re.compile(
    r"(?P<bang>[!！¡](?<![\w\\].)[^\S\n]*+\n?+[^\S\n]*+[\[［【])(?P<alt>[^\[\]］】\n\0]*+(?:\[[^\[\]\n\0]*+\][^\[\]］】\n\0]*+)*+)"
    r"(?P<end>[\]］】])(?:[\[［](?P<label>[^\[\]\n\0［］]++)[\]］])?+"
)
_NO_PARENTHESIS = re.compile(r"\](?P<to>[^\s()\[\]\0|]++)\)")
_NO_BRACKET = re.compile(r"\[(?P<text>[^\[\]()（）\n]*+)\((?P<to>[^\s()\0]++)\)(?![^\[\]\n]*\])")
_NO_OPENING = re.compile(r"(?:(?P<image>!)[^\[\]\n!\0]++|(?<!\0)(?<!\0 )\0)\Z")
_TITLE_BEHIND = re.compile(
    r"""!\[[^\[\]\n\0]*+\](?P<tail>\((?P<to>[^\s()\0]++)\)[^\S\n]++(?P<title>"[^"\n\0]++"|«[^»\n\0]++»|“[^”\n\0]++”"""
    r"""|„[^“”\n\0]++[“”]|「[^」\n\0]++」))[^\S\n]*+(?=\n|\||\Z)"""
)
_LABEL = re.compile(
    r"[\]］](?P<gap>[^\S\n]*+)[\[［](?P<label>[^\[\]\n\0［］]++)(?:(?P<end>[\]］])(?![:(：（])|(?=\n|\0|\Z))"
)
_TOKEN = re.compile(r"\[![A-Za-z][\w-]*+[ ]?+\Z")
_BOXES = ("", "x", "X")


def broken_outside(facts: DocumentFacts) -> tuple[BrokenOutside, ...]:
    """What is broken outside of the pairs, by rising start; worked out once a document."""
    cache = facts.document.cache
    if "broken outside" not in cache:
        suspicious = facts.shows(_is_suspicious) or facts.skeleton.count("[") != facts.skeleton.count("]")
        cache["broken outside"] = tuple(_broken(facts)) if suspicious else ()
    found: tuple[BrokenOutside, ...] = cache["broken outside"]
    return found


def with_odd_links_outside(group: GroupFacts) -> Iterator[int]:
    """The places of the documents that may have something broken there."""
    yield from group.showing(_is_suspicious)
    yield from (place for place, text in enumerate(group.skeletons) if text.count("[") != text.count("]"))


def _is_suspicious(skeleton: str) -> bool:
    """A first look that costs little."""
    return (
        _SUSPECT.search(skeleton) is not None
        or _ODD_BANG.search(skeleton) is not None
        or _WORDS_BEHIND.search(skeleton) is not None
        or "\0(" in skeleton
        or any(map(skeleton.__contains__, _ODD_SIGNS))
    )


def _broken(facts: DocumentFacts) -> Iterator[BrokenOutside]:
    outside = Outside(facts)
    if not outside.can_be_placed:
        return
    skeleton = outside.skeleton
    labels = labels_in(facts) if "]:" in skeleton else frozenset()
    found: list[tuple[int, int, Candidate]] = []
    for candidate in (
        *_bangs(skeleton, labels),
        *_tails(skeleton),
        *_halves(skeleton),
        *_titles_behind(skeleton),
        *_labels(skeleton, labels),
        *broken_definitions(facts, outside),
        *broken_tabs(facts, skeleton),
    ):
        at = bisect_left(found, (candidate.start, candidate.end))
        before, after = found[at - 1 : at], found[at : at + 1]
        overlaps = any(each[1] > candidate.start for each in before) or any(each[0] < candidate.end for each in after)
        if not overlaps and (candidate.key is None or outside.is_plain(candidate.key)):
            found.insert(at, (candidate.start, candidate.end, candidate))
    for _, _, candidate in found:
        unit = None if candidate.unit is None else (outside.to_file(candidate.unit[0]), candidate.unit[1])
        edits = tuple(TextEdit(outside.to_file(at), _end(outside, at, end), new) for at, end, new in candidate.edits)
        place = outside.to_file(candidate.start), _end(outside, candidate.start, candidate.end)
        yield BrokenOutside(*place, candidate.message, edits, candidate.safe, unit)


def _end(outside: Outside, start: int, end: int) -> int:
    """The offset in the file after the last character of a range."""
    return outside.to_file(end - 1) + 1 if end > start else outside.to_file(end)


def _bangs(skeleton: str, labels: Iterable[str]) -> Iterator[Candidate]:
    """``! [alt](image.png)`` and ``！[alt][label]``. The texts of links stand in pairs, those of images never do."""
    for found in _BANG.finditer(skeleton):
        if found["bang"] == "![":
            continue
        tail = read_tail(skeleton, found.start("end"))
        if found["label"] and fold_label(found["label"]) not in labels:
            continue
        if not found["label"] and (tail is None or not (found["alt"].strip() or is_address(tail.to))):
            continue
        numbers = (found["alt"].strip() != "") + (tail is not None and tail.titled)
        yield Candidate(
            found.start(),
            *found.span("bang"),
            "this image does not render: its exclamation mark and its bracket are parted; write ![",
            ((*found.span("bang"), "!["),),
            (found.end("bang") - 1, numbers),
        )


def _tails(skeleton: str) -> Iterator[Candidate]:
    """Destinations that are parted from their texts, do not end, or are torn by blanks or titles."""
    for closing in _CLOSING.finditer(skeleton):
        start = closing.start()
        tail = read_tail(skeleton, start)
        opening = opening_of(skeleton, start)
        if tail is None:
            continue
        if opening is None:
            if not tail.trouble and is_address(tail.to):
                yield from _without_opening(skeleton, tail)
        elif (tail.trouble or skeleton[opening] != "[") and _is_link(skeleton, opening, tail):
            yield _of_tail(skeleton, opening, tail)


def _is_link(skeleton: str, opening: int, tail: Tail) -> bool:
    """Whether it is a link or image by how it looks, and none that docfx reads in its own way."""
    if tail.trouble != APART and _TOKEN.search(skeleton, line_of(skeleton, opening), opening):
        return False
    touching = skeleton.startswith("](", tail.start) and opening + 1 < tail.start
    return touching or is_image(skeleton, opening) or is_address(tail.to)


def _of_tail(skeleton: str, opening: int, tail: Tail) -> Candidate:
    image = is_image(skeleton, opening)
    text = skeleton[opening + 1 : tail.start]
    edits: list[tuple[int, int, str]] = []
    if tail.repaired is not None:
        if skeleton[opening] != "[":
            edits.append((opening, opening + 1, "["))
        if skeleton[tail.start : tail.end] != tail.repaired:
            edits.append((tail.start, tail.end, tail.repaired))
    said = f"; write {tail.repaired}" if tail.repaired is not None and tail.trouble else ""
    return Candidate(
        tail.start,
        *((tail.start, tail.end) if tail.trouble else (opening, opening + 1)),
        f"this {'image' if image else 'link'} does not render: {tail.trouble or 'its first bracket is no ['}{said}",
        tuple(edits),
        (opening, _numbers(text) + tail.titled) if image else None,
    )


def _without_opening(skeleton: str, tail: Tail) -> Iterator[Candidate]:
    r"""``text](destination)``; where the text is one pair, or the alternative text of an image, it begins there."""
    line = line_of(skeleton, tail.start)
    begin = _NO_OPENING.search(skeleton, line, tail.start)
    at = begin.end("image") if begin and begin["image"] else begin.start() if begin else -1
    image = begin is not None and begin["image"] is not None
    yield Candidate(
        tail.start,
        tail.start,
        tail.end,
        f"this {'image' if image else 'link'} does not render: it has lost its first bracket",
        ((at, at, "["),) if begin else (),
        (at, 1 + tail.titled) if image else None,
    )


def _halves(skeleton: str) -> Iterator[Candidate]:
    """``[text]destination)`` and ``[text(destination)``."""
    for found in _NO_PARENTHESIS.finditer(skeleton):
        opening = opening_of(skeleton, found.start())
        begin = line_of(skeleton, found.start())
        before = skeleton.count("(", begin, found.start()) - skeleton.count(")", begin, found.start())
        if opening is not None and before <= 0 and is_address(found["to"]):
            yield _half(skeleton, opening, found.span(), "(", found.start("to"))
    for found in _NO_BRACKET.finditer(skeleton):
        if found["text"].strip() and is_address(found["to"]):
            yield _half(skeleton, found.start(), (found.end("text"), found.end()), "]", found.end("text"))


def _half(skeleton: str, opening: int, place: tuple[int, int], lost: str, at: int) -> Candidate:
    image = is_image(skeleton, opening)
    text = skeleton[opening + 1 : place[0]]
    return Candidate(
        place[0] if lost == "(" else opening,
        *place,
        f"this {'image' if image else 'link'} does not render: it has lost its {lost}",
        ((at, at, lost),),
        (opening, _numbers(text)) if image else None,
    )


def _numbers(text: str) -> int:
    """How many numbers the alternative text of an image takes."""
    return int(text.strip() != "" and "\0" not in text)


def _titles_behind(skeleton: str) -> Iterator[Candidate]:
    """``![alt](image.png) "title"``: outside of pairs there are no words but those of images."""
    for found in _TITLE_BEHIND.finditer(skeleton):
        title = found["title"][1:-1].replace('"', '\\"')
        mended = f'({found["to"]} "{title}")'
        yield Candidate(
            found.start("title"),
            *found.span("tail"),
            f"the title of the image stands behind it: write ]{mended}",
            ((*found.span("tail"), mended),),
            (found.start() + 1, 1),
        )


def _labels(skeleton: str, labels: Iterable[str]) -> Iterator[Candidate]:
    """``[text] [label]`` and ``[text][label``, where the label is defined."""
    for found in _LABEL.finditer(skeleton) if labels else ():
        opening = opening_of(skeleton, found.start())
        label = found["label"].strip()
        whole = f"][{label}]"
        if opening is None or fold_label(label) not in labels or found[0] == f"][{found['label']}]":
            continue
        text = skeleton[opening + 1 : found.start()]
        if text.strip() in _BOXES:  # a task, which is done or not
            continue
        image = is_image(skeleton, opening)
        end = found.start("label") + len(found["label"].rstrip()) if not found["end"] else found.end()
        yield Candidate(
            found.start(),
            found.start(),
            end,
            f"this {'image' if image else 'link'} does not render: its text and its label do not touch, or a bracket "
            f"is lost; write {whole}",
            ((found.start(), end, whole),),
            (opening, _numbers(text)) if image else None,
        )
