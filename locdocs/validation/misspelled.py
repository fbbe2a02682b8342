"""Comments that were meant to silence rules and do not, because they are not written as the validator reads them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from locdocs.errors import UnknownRuleError
from locdocs.rules.registry import codes_of
from locdocs.text import clipped, one_line

__all__ = ["TRIGGERS", "Misspelled", "misspelled"]

TRIGGERS = ("ocdocs", "LOCDOCS")
"""Every such comment holds one of these. Plain texts, because all documents are searched for them."""

# A comment is short: the limit keeps a text of many that are not closed from being read again for each.
_COMMENT = re.compile(
    r"""<!--\s*+ (?:[Ll]ocdocs|LOCDOCS) [\s:_-]*+ (?P<verb>[A-Za-z][\w-]*+) (?P<rest>[^\r\n]{0,200}?) \s*+ -->""",
    re.VERBOSE,
)
# No word of a sentence: "a" is the beginning of a code.
_NAME = re.compile(r"\b(?:[A-Z]{2,8}[0-9]{0,3}|[a-z0-9]++(?:-[a-z0-9]++)++)(?![\w-])")
# What other linters call it. Any other word may begin a sentence about the program.
_MEANT = ("disable", "enable", "ignore", "noqa", "skip", "suppress", "silence", "off", "on")
_VERBS = {
    "disablenextline": "disable-next-line",
    "disablefile": "disable-file",
    "disable": "disable",
    "enable": "enable",
}


class Misspelled(NamedTuple):
    """A comment without effect."""

    start: int
    end: int
    message: str
    """What to write."""


def misspelled(text: str, read: Collection[int]) -> Iterator[Misspelled]:
    """The comments of a text that look like a suppression and are none.

    :param read: where those begin that are.
    """
    for found in _COMMENT.finditer(text):
        verb = re.sub("[^a-z]", "", found["verb"].lower())
        if found.start() in read or not _is_meant(verb):
            continue
        names = ", ".join(_names(found["rest"])) or "RULE"
        forms = [f"<!-- locdocs-{right} {names} -->" for right in _right(verb)]
        yield Misspelled(
            *found.span(),
            f"the comment {clipped(one_line(found[0]))} has no effect; write {' or '.join(forms)}",
        )


def _is_meant(verb: str) -> bool:
    return any(verb == word or (len(word) > 3 and verb.startswith(word)) for word in _MEANT) or bool(_near(verb))


def _near(verb: str) -> list[str]:
    return difflib.get_close_matches(verb, _VERBS, n=1, cutoff=0.75)


def _right(verb: str) -> list[str]:
    """The verbs that can be meant."""
    if "line" in verb:  # the same line has no form of its own: a comment in a table row or a heading shows
        return ["disable-next-line"]
    if "file" in verb:
        return ["disable-file"]
    if verb == "on" or verb.startswith("enable"):
        return ["enable"]
    return [_VERBS[near] for near in _near(verb)] or ["disable-next-line", "disable", "disable-file"]


def _names(rest: str) -> Iterator[str]:
    """The rules that a comment names; what follows two dashes is a reason."""
    for word in _NAME.findall(re.split(r"\s--\s", rest)[0]):
        try:
            codes_of(word)
        except UnknownRuleError:
            continue
        yield word
