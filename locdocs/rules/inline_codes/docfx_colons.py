"""Tokens of three colons inside of a segment: where one ends that has lost colons or quotation marks.

Read lightly such a token takes the rest of the sentence, or its end is read as the beginning of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.rules import TextFacts
from locdocs.rules.inline_codes.docfx_tokens import is_known, nearest_name, token_key
from locdocs.rules.light_markup import Mark

__all__ = ["colon_tokens"]

_LIKE = re.compile(
    r"""
    (?: [:：] [ \t]?+ ){0,4}+ (?<! [\w-] ) (?P<name> [a-z][a-z-]*+ )
    (?: \s++ [\w-]++ \s*+ = \s*+ (?: "[^"]*+" | [“”„] [^“”„"]*+ [“”"] | «[^»]*+» | '[^']*+' | [^\s:："“”„«»]++ ) )++
    (?: [ \t]?+ [:：] ){0,3}+
    """,
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
_ENDLESS = ("zone", "moniker")
"""Tokens that end with their line."""


def colon_tokens(text: TextFacts) -> Iterator[tuple[str, int, int]]:
    """What a translation must keep of each token of three colons, whole or not, and where it stands."""
    if "::" not in text.text and "：" not in text.text and ": :" not in text.text:
        return
    others = [mark for mark in text.marks if mark.kind != "docfx"]
    whole = [mark for mark in text.docfx if _is_whole(text, mark)]
    for mark in whole:
        yield token_key(text.text[mark.start : mark.end]), mark.start, mark.end
    for found in _LIKE.finditer(text.text):
        start, end = found.span()
        colons = sum(map(found[0].count, ":："))
        named = is_known(found["name"], colons=True) or nearest_name(found["name"], colons=True)
        if colons > 1 and named and not any(mark.start < end and start < mark.end for mark in (*others, *whole)):
            yield found[0], start, end


def _is_whole(text: TextFacts, mark: Mark) -> bool:
    """Whether a token has both of its ends; what stands between two that have lost others is none."""
    written = text.text[mark.start : mark.end]
    if not written.startswith(":::"):
        return False
    if mark.value.lower() in _ENDLESS and "\n" not in written:
        return True
    return written.endswith(":::")
