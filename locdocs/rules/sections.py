"""A section of a document, for the Markdown parser: it need not see all of a document to say what one segment is.

A heading that is not indented and stands behind a blank line ends every block but a fence, a comment and the like. So
what stands between two of them says the same alone as in its document, if it holds none of those it cannot see the end
of; else the section is the whole document. A document has ten sections and more, and to parse it costs twenty times its
reading.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import NamedTuple

from locdocs.markdown import Block, Structure, structure
from locdocs.model import Document
from locdocs.parser import parse
from locdocs.projection import Side

__all__ = ["Section", "Sections"]

_HEADING = re.compile(r"\n[ \t]*\r?\n(?=\#{1,6}[ \t])")
# What means something far away: definitions of links, and columns, which docfx indents.
_REACHES_FAR = re.compile(r"\]:|:::[ \t]*(?:row|column)", re.IGNORECASE)
# What goes on behind a blank line, up to its own end (CommonMark 0.31.2, section 4.6, kinds 1 to 5).
_RAW = re.compile(r"<(?:(?P<tag>pre|script|style|textarea)(?![\w-])|(?P<sign>!--|\?|!\[CDATA\[|![a-z]))", re.IGNORECASE)
_ENDS = {"!--": "-->", "?": "?>", "![cdata[": "]]>"}
_FENCE = re.compile(
    r"\n(?P<before>[ \t>]*+(?:(?:[-*+]|[0-9]+[.)])[ \t]++)?+)"
    r"(?P<marks>`{3,}+(?=[^`\r\n]*+\r?\n)|~{3,}+)(?P<info>[^\r\n]*+)"
)


class Section(NamedTuple):
    """A part of a document that Markdown reads alone as it does in the whole."""

    document: Document
    """The part, read as a document of its own, or the whole."""
    first: int
    """The place of its first segment in the whole document."""

    @property
    def structure(self) -> Structure:
        """What the Markdown parser says about it."""
        return structure(self.document)

    def block(self, index: int, side: Side) -> Block:
        """The block of a segment, by its place in the whole document."""
        block = self.structure.block(self.document.segments[index - self.first], side)
        if not self.first:
            return block
        siblings = tuple(sibling + self.first for sibling in block.siblings)
        return replace(block, index=index, siblings=siblings)


class Sections:
    """The sections of a document; each is read when somebody asks for it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = _starts(document)
        self._read: dict[int, Section] = {}

    def of(self, index: int) -> Section:
        """The section that holds a segment, by its place in the document."""
        segments = self._document.segments
        place = bisect_right(self._starts, segments[index].start) - 1
        if place not in self._read:
            self._read[place] = self._section(place)
        return self._read[place]

    def _section(self, place: int) -> Section:
        document = self._document
        starts = self._starts
        if len(starts) < 2 or "structure" in document.cache:
            return Section(document, 0)
        start, end = starts[place], starts[place + 1] if place + 1 < len(starts) else len(document.text)
        begins = [segment.start for segment in document.segments]
        first, last = bisect_left(begins, start), bisect_left(begins, end)
        part = parse(document.text[start:end])
        if len(part.segments) != last - first:
            return Section(document, 0)
        return Section(part, first)


def _starts(document: Document) -> list[int]:
    """Where the sections begin; the first one has the front matter."""
    text = document.text
    fences = _fences(text) if not document.damage and not _REACHES_FAR.search(text) else None
    closed = None if fences is None else _with_raw(text, fences)
    if closed is None:
        return [0]
    begins = [segment.start for segment in document.segments]
    found = [0]
    for heading in _HEADING.finditer(text, document.front_matter.end):
        at = heading.end()
        inside = bisect_right(begins, at) - 1
        place = bisect_right(closed, (at, len(text))) - 1
        if (inside < 0 or at >= document.segments[inside].end) and (place < 0 or at >= closed[place][1]):
            found.append(at)
    return found


def _fences(text: str) -> list[tuple[int, int]] | None:
    """Start and end of each fenced block; ``None`` where that is not beyond doubt."""
    found: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            opened = fence
        elif fence["marks"].startswith(opened["marks"]) and not fence["info"].strip():
            if fence["before"].strip(" \t") or len(fence["before"]) > len(opened["before"]):
                return None
            found.append((opened.start(), fence.end()))
            opened = None
    return None if opened else found


def _with_raw(text: str, fences: list[tuple[int, int]]) -> list[tuple[int, int]] | None:
    """The fenced blocks, and what raw HTML keeps open between them; ``None`` where one has no end or holds a fence."""
    found = list(fences)
    lower = text.lower() if "<" in text else ""
    done = 0
    for opening in _RAW.finditer(text):
        start = opening.start()
        place = bisect_right(fences, (start, len(text))) - 1
        if start < done or (place >= 0 and start < fences[place][1]):
            continue
        sign = (opening["sign"] or "").lower()
        wanted = f"</{opening['tag']}" if opening["tag"] else _ENDS.get(sign, ">")
        end = lower.find(wanted.lower(), opening.end())
        if end < 0 or len(lower) != len(text) or "```" in text[start:end] or "~~~" in text[start:end]:
            return None
        done = end
        found.append((start, end))
    return sorted(found)
