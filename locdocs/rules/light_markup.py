"""Inline markup by one pattern: quick enough to be asked of every segment, and right for nearly all of them.

The parser (``facts.codes``) costs ten times as much. So a rule compares what stands here first, and only where source
and target differ asks the parser, which decides. Offsets are characters of the text that is handed in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

__all__ = ["Mark", "MarkKind", "blanked", "read_marks"]

MarkKind = Literal[
    "code", "link", "image", "reference", "autolink", "xref", "url", "tag", "comment", "docfx", "entity", "escape"
]


class Mark(NamedTuple):
    """A piece of inline markup."""

    kind: MarkKind
    """``link`` and ``image`` are the part from ``](`` to ``)``, ``reference`` that from ``][`` to ``]``: the text of a
    link is no markup."""
    start: int
    end: int
    value: str
    """What it says: the content of a code span, the destination of a link, image or autolink, the uid of an xref, the
    label of a reference, the name of a tag (``/b`` where it closes) or of a docfx token; for an entity and an escape
    how it is written."""


# Markup begins with one of these, URLs but for their scheme. To look for them first is several times as fast.
_LEAD = re.compile(r"[`\\&<\[\]!:]")
# Each alternative begins with a character of its own, and repeats are possessive: linear.
_MARK = re.compile(
    r"""
      (?P<code> `++ )
    | (?P<escape> \\ [!-/:-@\[-`{-~] )
    | (?P<entity> & (?: \#[0-9]{1,7} | \#[xX][0-9A-Fa-f]{1,6} | [A-Za-z][A-Za-z0-9]{1,31} ) ; )
    | < (?: (?i:xref:) (?P<xref> [^\s<>]*+ ) | (?P<autolink> [A-Za-z][A-Za-z0-9+.-]{1,31} : [^\s<>]*+ ) ) >
    | (?P<comment> <!-- )
    | < (?P<tag> /?+ [A-Za-z][\w:-]*+ ) (?: \s [^<>"']*+ (?: (?: "[^"]*+" | '[^']*+' ) [^<>"']*+ )*+ )?+ /?+ >
    | \[! (?P<docfx> (?u: [^\W\d_][\w+\#-]*+ ) )
        (?: [^\[\]\r\n]++ | \[ [^\[\]\r\n]*+ \] (?: \( [^()\r\n]*+ \) )?+ )*+ \] (?! [(\[] )
    | ::: [ \t]*+ (?P<colons> [A-Za-z][A-Za-z-]*+ ) (?: [^:"\r\n]++ | "[^"\r\n]*+" | : (?!::) )*+ (?: ::: )?+
    | (?P<open> !?+ \[ )
    | \] \( \s*+ (?P<link> < [^<>\r\n]*+ > | (?: [^\s()<>\\]++ | \\. | \( (?: [^\s()]++ | \( [^\s()]*+ \) )*+ \) )*+ )
        (?: \s++ (?: "[^"]*+" | '[^']*+' | \( [^()]*+ \) ) )?+ \s*+ \)
    | \] \[ (?P<reference> [^\[\]]*+ ) \]
    | (?P<close> \] )
    | (?P<url> :// [\w!\#$%&'*+,./:;=?@~|\^-]*+ )
    """,
    re.VERBOSE | re.ASCII,
)
_SCHEME = re.compile(r"(?<![A-Za-z0-9_])(?:https?|ftp)\Z", re.IGNORECASE)
_LONGEST_SCHEME = len("https")
_END_OF_URL = ".,:;!?*'_"


def read_marks(text: str) -> tuple[Mark, ...]:
    """The inline markup of a text, by rising start; none overlaps another."""
    # Quicker than any pattern, and most texts have none of these.
    if (
        "[" in text
        or "`" in text
        or "<" in text
        or "\\" in text
        or "&" in text
        or "://" in text
        or ":::" in text
        or "]" in text
    ):
        return tuple(_marks(text))
    return ()


def blanked(text: str, marks: tuple[Mark, ...]) -> str:
    """The text with a space in place of each character of markup, so that offsets stay as they are.

    An escaped character and an entity are blanked too.
    """
    if not marks:
        return text
    parts: list[str] = []
    done = 0
    for mark in marks:
        parts += (text[done : mark.start], " " * (mark.end - mark.start))
        done = mark.end
    parts.append(text[done:])
    return "".join(parts)


def _marks(text: str) -> Iterator[Mark]:
    done = 0
    images: list[bool] = []  # of each open bracket, whether an exclamation mark stands before it
    unclosed: set[int] = set()
    while lead := _LEAD.search(text, done):
        found = _MARK.match(text, lead.start())
        if not found:
            done = lead.end()
            continue
        begun, (start, done) = done, found.span()
        kind = found.lastgroup
        if kind in ("code", "comment"):
            end = _end_of_code(text, found, unclosed) if kind == "code" else _end_of_comment(text, found, unclosed)
            if end:
                ticks = done - start if kind == "code" else 0
                yield Mark(kind, start, end, text[start + ticks : end - ticks])  # type: ignore[arg-type]
                done = end
        elif kind == "open":
            images.append(found[0][0] == "!")
        elif kind == "close":
            images[-1:] = []
        elif kind in ("link", "reference"):
            if not images:
                done = start + 1
                continue
            image = images.pop()
            value = found[kind]
            yield Mark("image" if image and kind == "link" else kind, start, done, value.strip("<>"))  # type: ignore[arg-type]
        elif kind == "url":
            url = _url(text, found, begun)
            yield from url
            done = url[0].end if url else start + len("://")
        else:
            value = found[kind or 0]
            name = "docfx" if kind == "colons" else kind
            yield Mark(name, start, done, value.lower() if kind == "tag" else value)  # type: ignore[arg-type]


def _url(text: str, found: re.Match[str], begin: int) -> tuple[Mark, ...]:
    """The URL around ``://``, if a scheme stands before it; it begins at an offset or after it."""
    start = found.start()
    scheme = _SCHEME.search(text, max(begin, start - _LONGEST_SCHEME), start)
    if not scheme:
        return ()
    end = start + len(found[0].rstrip(_END_OF_URL))
    return (Mark("url", scheme.start(), end, text[scheme.start() : end]),)


def _end_of_code(text: str, ticks: re.Match[str], unclosed: set[int]) -> int:
    """Offset after the code span that a run of backticks opens, or 0 where none closes it."""
    run = ticks[0]
    length = len(run)
    if length in unclosed:
        return 0
    at = text.find(run, ticks.end())
    while at >= 0:
        end = at + length
        if text[end : end + 1] != "`":
            return end
        while text.startswith("`", end):  # a longer one
            end += 1
        at = text.find(run, end)
    unclosed.add(length)
    return 0


def _end_of_comment(text: str, opening: re.Match[str], unclosed: set[int]) -> int:
    """Offset after a comment, or 0 where it does not end; no run of backticks has the length 0."""
    if 0 in unclosed:
        return 0
    end = text.find("-->", opening.end())
    if end < 0:
        unclosed.add(0)
        return 0
    return end + len("-->")
