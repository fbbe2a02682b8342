"""Titles of links and images, and how they come apart in a target."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from locdocs.model import Segment
from locdocs.rules import TextFacts
from locdocs.rules.inline_codes.comparing import comparable
from locdocs.text import TextEdit

__all__ = ["TornTitle", "titles_may_differ", "titles_outside", "torn_title"]

_TITLED = re.compile(r"""\]\((?P<to>[^()\s]++)\s++(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+')\s*+\)""", re.DOTALL)
_TORN = re.compile(r"""\]\([^()\s]++\s++(?P<title>["'][^()\r\n]*+)(?P<end>\))?""")
_IN_OTHER_MARKS = re.compile(
    r"""\]\([^()\s]++\s++(?P<title>«[^«»\r\n]*+»|»[^«»\r\n]*+«|[“„‟][^“”„\r\n]*+[“”]|‘[^‘\r\n]*?[’‘](?=\s*+\))|‚[^‚\r\n]*?[‘’](?=\s*+\))"""
    r"""|‹[^‹›\r\n]*+›|「[^「」\r\n]*+」|『[^『』\r\n]*+』|＂[^＂\r\n]*+＂)(?P<end>\s*+\))"""
)
_BEHIND = re.compile(r"""\s*+(?P<title>"[^"]++"|'[^']++'|“[^”]++”|„[^“”]++[“”]|«[^»]++»|「[^」]++」)""")


def titles_may_differ(segment: Segment) -> bool:
    """Whether the target has another number of titles that are whole. A first look that costs little."""
    return comparable(segment) and len(_TITLED.findall(segment[1])) > len(_TITLED.findall(segment[2]))


class TornTitle(NamedTuple):
    """A title that tears its link or image apart."""

    end: int
    """Where the link ends."""
    edits: tuple[TextEdit, ...]
    """What mends the title."""
    marked: bool
    """Whether it stands in quotation marks that Markdown knows."""


def torn_title(target: TextFacts, start: int) -> TornTitle | None:
    """The title that tears a link apart; ``None`` where none does.

    :param start: the offset of the ``](`` of a link that is none.
    """
    other = _IN_OTHER_MARKS.match(target.text, start)
    if other:
        bare = other["title"][1:-1].strip().replace('\\"', '"').replace('"', '\\"')
        return TornTitle(other.end(), (target.edit(*other.span("title"), f'"{bare}"'),), marked=False)
    found = _TORN.match(target.text, start)
    if not found:
        return None
    if not found["end"]:
        return TornTitle(found.end(), (), marked=True)
    quote, title = found["title"][0], found["title"][1:].rstrip().removesuffix(found["title"][0])
    mended = quote + title.replace(f"\\{quote}", quote).replace(quote, f"\\{quote}") + quote
    return TornTitle(found.end(), (target.edit(*found.span("title"), mended),), marked=True)


def titles_outside(source: TextFacts, target: TextFacts) -> Iterator[tuple[int, int, tuple[TextEdit, ...]]]:
    """``![alt](image.png) "title"``, where the source has the title inside: start, end and the edit that mends it."""
    lost = Counter(found["to"] for found in _TITLED.finditer(source.text))
    lost.subtract(found["to"] for found in _TITLED.finditer(target.text))
    for mark in target.of_kind("link", "image"):
        if lost[mark.value] < 1 or target.text[mark.start : mark.end] != f"]({mark.value})":
            continue
        behind = _BEHIND.match(target.text, mark.end)
        if behind and behind[0] not in source.text:
            lost[mark.value] -= 1
            title = behind["title"][1:-1].replace('"', '\\"')
            yield mark.start, behind.end(), (target.edit(mark.end - 1, behind.end(), f' "{title}")'),)
