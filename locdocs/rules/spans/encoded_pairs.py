"""Pairs with tags whose angle brackets are encoded or escaped, so that they are not read, and how they become pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from locdocs.markdown import structure
from locdocs.markup import write_pair
from locdocs.parser import parse
from locdocs.rules import DocumentFacts
from locdocs.span_tags import QUOTE
from locdocs.text import TextEdit, apply_edits

__all__ = ["EncodedPair", "encoded_pairs"]

_FLAGS = re.VERBOSE | re.IGNORECASE
_LESS, _GREATER = r"(?: < | &lt; | \\< )", r"(?: > | &gt; | \\> )"
# Neither half holds a span tag in any spelling, so that it is certain where each of them ends.
_TEXT = rf"(?: (?! {_LESS} /? \s*+ span\b ) . )*?"
_CLOSING = rf"{_LESS}/span{_GREATER}"
_PAIR = re.compile(
    rf"""
    (?P<opening> {_LESS}span\ data-ttu-id= {QUOTE} (?P<id> [0-9a-f]{{5}}-p?[1-9][0-9]{{2,}}+ ) {QUOTE} {_GREATER} )
    (?P<target> {_TEXT} )
    (?P<lookup> {_CLOSING} {_LESS}span\ class= {QUOTE} sxs-lookup {QUOTE} {_GREATER}
      {_LESS}span\ data-stu-id= {QUOTE} (?P=id) {QUOTE} {_GREATER} )
    (?P<source> {_TEXT} )
    (?P<ending> {_CLOSING} {_CLOSING} )
    """,
    _FLAGS | re.DOTALL,
)
_BRACKET = re.compile(r"[<>]")
_ENCODED_TEXT = re.compile(r"&(?:lt|gt|amp|quot|#34|#39|#x22|#x27);", re.IGNORECASE)


class EncodedPair(NamedTuple):
    """A pair that can be written as the format does."""

    start: int
    end: int
    edits: tuple[TextEdit, ...]


def encoded_pairs(facts: DocumentFacts) -> Sequence[EncodedPair]:
    """The pairs with encoded tags that are healthy once their tags are written as the format does, in order."""
    found = list(_found(facts.text, facts.document.front_matter.end))
    edits = {each: _edits(each) for each in found}
    return [EncodedPair(*each.span(), edits[each]) for each in _healthy(facts, edits)]


def _found(text: str, begin: int) -> Iterator[re.Match[str]]:
    for found in _PAIR.finditer(text, begin):
        tags = found["opening"] + found["lookup"] + found["ending"]
        if "&lt;" not in tags.lower() and "\\<" not in tags:
            continue
        # Where no bracket of the tags is left, what is encoded in the text may have been encoded with them.
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
    document = facts.document
    decoded = parse(apply_edits(facts.text, sorted(edit for each in edits.values() for edit in each)))
    doubtful = {damage.id for damage in decoded.damage}
    blocks = structure(decoded)
    for each in edits:
        segment = decoded.segments.get(each["id"])
        if segment is None or segment.id in doubtful or document.segments.get(segment.id):
            continue
        if segment[1:3] == (each["source"], each["target"]) and blocks.block(segment).kind != "code":
            yield each
