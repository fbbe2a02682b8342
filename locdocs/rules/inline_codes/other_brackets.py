"""Links whose text or destination stands in other brackets than it should: ``[text][file.md]``, ``(text)[file.md]``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from locdocs.rules import TextFacts
from locdocs.rules.inline_codes.comparing import beyond
from locdocs.rules.inline_codes.places import opening_of
from locdocs.rules.light_markup import Mark
from locdocs.text import TextEdit

__all__ = ["OtherBrackets", "in_other_brackets"]

OtherBrackets = tuple[int, int, str, tuple[TextEdit, ...]]
"""Start, end, message and the fix, where there is one way only."""

_PAIRS = {"[": "]", "{": "}"}


def in_other_brackets(source: TextFacts, target: TextFacts, labels: AbstractSet[str]) -> Iterator[OtherBrackets]:
    """The links that the target lacks, where their destinations stand in other brackets there.

    :param labels: what the document defines, folded: a reference to it is no such link.
    """
    for mark in beyond(source.of_kind("link", "image"), target.of_kind("link", "image"), _destination):
        written = source.text[mark.start + 2 : mark.end - 1]
        if not written or written.casefold() in labels or any(half in source.text for half in _halves(written)):
            continue
        what = f"the {mark.kind} to {mark.value!r}"
        for half in _halves(written):
            start = target.text.find(half)
            if start >= 0:
                yield from _swapped(target, start, half, written, what)
        parted = re.search(rf"\][^\w\s()\[\]`\\]{{1,2}}\({re.escape(written)}\)", target.text)
        if parted and opening_of(target.text, parted.start()) is not None:
            sign = parted[0][1 : parted[0].index("(")]
            yield *parted.span(), f"{sign!r} parts the text of {what} from its destination: write [text]({written})", ()


def _halves(written: str) -> tuple[str, ...]:
    return tuple(f"{before}{opening}{written}{closing}" for before in "])" for opening, closing in _PAIRS.items())


def _swapped(target: TextFacts, start: int, half: str, written: str, what: str) -> Iterator[OtherBrackets]:
    end = start + len(half)
    if half[0] == "]" and opening_of(target.text, start) is not None:
        edits = (target.edit(start, end, f"]({written})"),)
        message = f"the destination of {what} stands in {half[1]}{half[-1]}: write [text]({written})"
        yield start, end, message, edits
    elif half[0] == ")":
        opening = target.text.rfind("(", 0, start)
        text = target.text[opening + 1 : start]
        if opening >= 0 and text and not set(text) & set("()[]\n"):
            message = f"the brackets of {what} are mixed up: write [{text}]({written})"
            yield opening, end, message, (target.edit(opening, end, f"[{text}]({written})"),)


def _destination(mark: Mark) -> str:
    return mark.value
