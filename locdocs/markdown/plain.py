"""What a reader sees of a segment: its text without the markup."""

from __future__ import annotations

import re

from locdocs.markdown.inline_codes import pieces_of
from locdocs.markdown.values import InlineCode

__all__ = ["plain_text"]

_SOFT_BREAK = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t]*")


def plain_text(text: str, codes: tuple[InlineCode, ...], *, in_code: bool = False) -> str:
    """The text as a reader sees it.

    The text of links, the alternative text of images and the content of code spans stay; entities become their
    characters and escapes the character that was escaped; an autolink leaves its address, ``<xref:uid>`` its text or
    uid, ``:::no-loc`` its text. Other docfx tokens, tags, comments and block markup go. A line break that is seen
    (``<br>``, two spaces or a backslash at the end of a line) is a newline, a newline that is only written a space.

    :param text: a source or target, as the file writes it.
    :param codes: its inline codes.
    :param in_code: the segment stands in a block of code, where a newline is seen.
    """
    if not codes and (in_code or ("\n" not in text and "\r" not in text)):
        return text
    return "".join(_seen(piece, in_code=in_code) for piece in pieces_of(text, codes))


def _seen(piece: str | InlineCode, *, in_code: bool) -> str:
    if isinstance(piece, InlineCode):
        return piece.shown
    return piece if in_code else _SOFT_BREAK.sub(" ", piece)
