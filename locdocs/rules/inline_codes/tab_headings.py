"""Headings that are tabs: ``# [Linux](#tab/linux)``. What is translated of their addresses is no tab any more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from locdocs.rules import DocumentFacts
from locdocs.rules.inline_codes.places import Candidate

__all__ = ["broken_tabs"]

# A heading of nothing but a link to an anchor with a slash in it, such as publication makes for no heading.
_HEADING = re.compile(
    r"""
    ^ [ \t>]*+ \#{1,6}+ [ \t]++ (?: <a [ ] [^<>\n]*+ > </a> )?+
    \[ [^\[\]\n]++ \] \( (?P<name> [\#＃] [^\s()/／]*+ [/／] ) (?P<id> [^\s()]++ ) \) [ \t\#]*+ (?=\r?\n|\Z)
    """,
    re.VERBOSE | re.MULTILINE,
)
_TAB = "#tab/"
_ID = re.compile(r"[A-Za-z0-9-]+(?:\+[A-Za-z0-9-]+)*(?:/[A-Za-z0-9-]*)?")


def broken_tabs(facts: DocumentFacts, skeleton: str) -> Iterator[Candidate]:
    """The headings that were tabs. That others are, or are named alike, tells them from links to anchors."""
    found = list(_HEADING.finditer(skeleton)) if "](#" in skeleton or "](＃" in skeleton else []
    names = Counter(heading["name"] for heading in found)
    for heading in found:
        name, identifier = heading["name"], heading["id"]
        text = skeleton.find("[", heading.start()) + 1
        if name != _TAB and (_TAB in names or names[name] > 1) and f'"{name[1:]}{identifier}"' not in facts.text:
            message = f"this tab is none: its address begins with {name}; write {_TAB}{identifier}"
            yield Candidate(text, *heading.span("name"), message, ((*heading.span("name"), _TAB),))
        elif name == _TAB and not _ID.fullmatch(identifier) and not identifier.isascii():
            message = f"this tab is none: its id {identifier} may hold no other letters than a to z"
            yield Candidate(text, *heading.span("id"), message, ())
