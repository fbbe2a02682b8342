"""The tokens that docfx adds to Markdown: ``[!NOTE]``, ``[!INCLUDE [..](..)]``, ``:::image ..:::`` and others.

The short cross reference ``@uid`` stays text: whether it is one depends on the uids that docfx knows, and most at signs
in documents begin a name or stand in a mail address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

__all__ = ["ALERT", "docfx_tokens"]

ALERT = re.compile(r">[ \t]*\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", re.IGNORECASE)
"""The first line of a block quote that is an alert."""

# They begin with what they are found by; what may not stand before comes second.
_IN_BRACKETS = r"""
    \[! (?<!\\\[!) (?P<bracket> [A-Za-z][\w+\#-]*+ )
        (?: [^\[\]\r\n]++ | \[ [^\[\]\r\n]*+ \] (?: \( [^()\r\n]*+ \) )?+ )*+ \]
"""
_OF_COLONS = r"""
    ::: (?<![\\:]:::) [ \t]*+ (?P<colons> [A-Za-z][A-Za-z-]*+ )
        (?P<closed> (?: [^:"\r\n]++ | "[^"\r\n]*+" | : (?!::) )*+ ::: )?+
"""
_TOKEN = re.compile(f"{_IN_BRACKETS} | {_OF_COLONS}", re.VERBOSE)
_ONE_IN_BRACKETS = re.compile(_IN_BRACKETS, re.VERBOSE)
_REST_OF_LINE = re.compile(r"[^\r\n]*+")
_SHOWN_TEXT = re.compile(r"""\btext=(?:"([^"\r\n]*)"|'([^'\r\n]*)')""")


def docfx_tokens(text: str, start: int = 0) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, name and shown text of each docfx token, by rising start; none overlaps another.

    A token of colons without its closing colons takes the rest of its line, and counts only at the beginning of one.
    Readers see nothing of a token itself, but the text of ``:::no-loc text="..":::``.
    """
    if ":::" not in text:  # as in most, and to look for one thing costs a tenth
        if "[!" in text:
            for found in _ONE_IN_BRACKETS.finditer(text, start):
                yield *found.span(), found["bracket"], ""
        return
    done = start
    for found in _TOKEN.finditer(text, start):
        first, last = found.span()
        if first < done:
            continue
        name, shown = found["bracket"] or found["colons"], ""
        if found["colons"] and not found["closed"]:
            if not _begins_line(text, first):
                continue
            rest = _REST_OF_LINE.match(text, last)
            last = rest.end() if rest else last
        elif name == "no-loc" and (said := _SHOWN_TEXT.search(found[0])):
            shown = unescape(said[1] or said[2] or "")
        done = last
        yield first, last, name, shown


def _begins_line(text: str, offset: int) -> bool:
    """Whether only white space and quote marks stand before an offset in its line."""
    while offset and text[offset - 1] in " \t>":
        offset -= 1
    return not offset or text[offset - 1] in "\r\n"
