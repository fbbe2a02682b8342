"""Pairs with tags that are encoded or broken, so that they are not read, and how they become pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from locdocs.markdown import structure
from locdocs.markup import write_pair
from locdocs.model import Damage
from locdocs.parser import parse
from locdocs.rules import DocumentFacts
from locdocs.span_tags import QUOTE
from locdocs.text import TextEdit, apply_edits

__all__ = ["UnreadFixes"]

_FLAGS = re.VERBOSE | re.IGNORECASE
_S = r"[^\S\r\n]{0,3}+"
_LESS = rf"(?: (?: < | &(?:amp;)*+(?: lt;? | \#0*+60; | \#x0*+3c; ) | \\< | %3c | \\u003c | \uff1c ) {_S} )"
_GREATER = rf"(?: {_S} (?: > | &(?:amp;)*+(?: gt;? | \#0*+62; | \#x0*+3e; ) | \\> | %3e | \\u003e | \uff1e ) )"
_QUOTE = rf"(?: {QUOTE} | [\u201c-\u201f\u00ab\u00bb] | %22 )"
_VALUE = rf"{_S} = {_S} {_QUOTE} {_S}"
_JOINT = rf"{_S} [-\u2010-\u2015\u2212] {_S}"
# Neither half holds a span tag in any spelling, so that it is certain where each of them ends.
_TEXT = rf"(?: (?! {_LESS} /? {_S} span\b ) . )*?"
_SPAN = rf"{_LESS} span [^\S\r\n]{{1,3}}+"
_CLOSING = rf"{_LESS} / {_S} span {_GREATER}"
_PAIR = re.compile(
    rf"""
    (?P<opening> {_SPAN} data {_JOINT} ttu {_JOINT} id {_VALUE} (?P<id> [0-9a-f]{{5}}-p?[1-9][0-9]{{2,}}+ ) {_S} {_QUOTE} {_GREATER} )
    (?P<target> {_TEXT} )
    (?P<lookup> {_CLOSING} {_SPAN} class {_VALUE} sxs {_JOINT} lookup {_S} {_QUOTE} {_GREATER}
      {_SPAN} data {_JOINT} stu {_JOINT} id {_VALUE} (?P=id) {_S} {_QUOTE} {_GREATER} )
    (?P<source> {_TEXT} )
    (?P<ending> {_CLOSING} {_CLOSING} )
    """,
    _FLAGS | re.DOTALL,
)
_BRACKET = re.compile(r"[<>\uff1c\uff1e]")
_ENCODED_TEXT = re.compile(
    r"&(?:amp;)*+(?:lt|gt|amp|quot|\#34|\#39|\#6[02]|\#x22|\#x27|\#x3[ce]);|%[0-9a-f]{2}|\\u[0-9a-f]{4}", _FLAGS
)


class _UnreadPair(NamedTuple):
    """A pair that can be written as the format does."""

    start: int
    end: int
    edits: tuple[TextEdit, ...]


class UnreadFixes:
    """The edits that make a pair of what is reported as text. What is reported of one pair in two places has one fix."""

    def __init__(self, facts: DocumentFacts) -> None:
        self._facts = facts
        self._pairs: list[_UnreadPair] | None = None

    def of(self, damage: Damage) -> tuple[TextEdit, ...]:
        """The edits for damage that stands in no segment, asked by rising offset; none where nothing is certain."""
        if self._pairs is None:
            self._pairs = list(_unread_pairs(self._facts))
        while self._pairs and self._pairs[0].end <= damage.start:
            self._pairs.pop(0)
        return self._pairs[0].edits if self._pairs and self._pairs[0].start <= damage.start else ()


def _unread_pairs(facts: DocumentFacts) -> Sequence[_UnreadPair]:
    """The pairs that are healthy once their tags are written as the format does, in order."""
    edits = {each: _edits(each) for each in _found(facts)}
    return [_UnreadPair(*each.span(), edits[each]) for each in _healthy(facts, edits)]


def _found(facts: DocumentFacts) -> Iterator[re.Match[str]]:
    for found in _PAIR.finditer(facts.text, facts.document.front_matter.end):
        if facts.document.segments.get(found["id"]):
            continue
        # Where no bracket of the tags is left, what is encoded in the text may have been encoded with them.
        tags = found["opening"] + found["lookup"] + found["ending"]
        if not _BRACKET.search(tags) and _ENCODED_TEXT.search(found["target"] + found["source"]):
            continue
        yield found


def _edits(found: re.Match[str]) -> tuple[TextEdit, ...]:
    literal = write_pair(found["id"], "\0", "\0").split("\0")
    names = ("opening", "lookup", "ending")
    return tuple(
        TextEdit(*found.span(name), tags) for name, tags in zip(names, literal, strict=True) if found[name] != tags
    )


def _healthy(facts: DocumentFacts, edits: Mapping[re.Match[str], Sequence[TextEdit]]) -> Iterator[re.Match[str]]:
    """Those that are read as they should be when all are written anew: nothing else has their id, none is in code."""
    if not edits:
        return
    decoded = parse(apply_edits(facts.text, sorted(edit for each in edits.values() for edit in each)))
    doubtful = {damage.id for damage in decoded.damage}
    blocks = structure(decoded)
    for each in edits:
        segment = decoded.segments.get(each["id"])
        if segment is None or segment.id in doubtful:
            continue
        if segment[1:3] == (each["source"], each["target"]) and blocks.block(segment).kind != "code":
            yield each
