"""The texts of ``:::image`` tokens, whose quotation marks a translation may tear: ``alt-text="the "main" view"``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from locdocs.rules import DocumentFacts
from locdocs.rules.code_blocks import is_in_code
from locdocs.rules.inline_codes.tails import CLOSING_QUOTES, OPENING_QUOTES

__all__ = ["TornText", "torn_texts", "unread_texts"]

_TORN = re.compile(
    r"""
    alt-text [ \t]*+ = [ \t]*+ (?P<written>
        (?! "[^"\n]*+" (?= [ \t]*+ (?: [a-z][a-z-]*+ [ \t]*+ = | ::: | \r?\n | \Z ) ) )
        (?! \r?\n | ::: | \Z )
        (?: (?! [ \t]++ (?: [a-z][a-z-]*+ = ) | ::: ) [^\n\0] )++
    )
    """,
    re.VERBOSE,
)
_TOKEN = re.compile(r":::[ \t]*+image(?![\w-])")
_LONGEST = 2_000
"""So many characters before a text are looked at for the token it belongs to."""


class TornText(NamedTuple):
    """The text of an image that docfx cannot read. Offsets are characters of the file."""

    start: int
    end: int
    mended: str
    """How it should be written; empty where that is not certain."""
    read: bool
    """Whether a text can be read at all, and be it a part of it."""


def torn_texts(facts: DocumentFacts) -> Iterator[TornText]:
    """The texts of ``:::image`` tokens outside of pairs whose quotation marks are not one pair."""
    if ":::" not in facts.skeleton or not _TORN.search(facts.skeleton):
        return
    for found in _TORN.finditer(facts.text, facts.document.front_matter.end):
        start, written = found.start("written"), found["written"].rstrip()
        if _is_read(facts, found.start()):
            read = written[0] == '"' and written.count('"') > 1
            yield TornText(start, start + len(written), _mended(written), read)


def _is_read(facts: DocumentFacts, offset: int) -> bool:
    """Whether an offset is in a token, outside of pairs, code and comments."""
    text = facts.text
    line = max(text.rfind("\n", 0, offset) + 1, offset - _LONGEST)
    return (
        _TOKEN.search(text, line, offset) is not None
        and facts.segment_at(offset) is None
        and not is_in_code(facts, offset)
        and text.rfind("<!--", 0, offset) <= text.rfind("-->", 0, offset)
    )


def unread_texts(facts: DocumentFacts) -> list[int]:
    """Where the texts of images stand of which nothing can be read: they took a number."""
    return [torn.start for torn in torn_texts(facts) if not torn.read]


def _mended(written: str) -> str:
    """The text in one pair of quotation marks, those within it as entities; nothing where one of them may be lost."""
    if written[0] not in OPENING_QUOTES:
        return ""
    closed = len(written) > 1 and written[-1] in CLOSING_QUOTES
    bare = (written[1:-1] if closed else written[1:]).strip()
    if bare.count('"') % 2 or (not closed and ('"' in bare or not bare)):
        return ""
    return '"' + bare.replace('"', "&quot;") + '"'
