"""Characters that most text formats cannot hold: U+0000 and lone surrogates become U+FFFD, visibly, and are counted.

Many readers take U+0000 for the end of a text. A lone surrogate is a byte of a document that was not UTF-8, and UTF-8
itself cannot hold it.
"""

from __future__ import annotations

import re

from locdocs.exchange.settings import Tally

__all__ = ["REPLACEMENT", "encoded", "held", "is_utf8"]

REPLACEMENT = "\ufffd"
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNHELD = re.compile("[\x00\ud800-\udfff]")


def held(text: str, tally: Tally, *, zero: bool = False) -> str:
    """A text without such characters.

    :param tally: counts those that were replaced.
    :param zero: the format holds U+0000.
    """
    if is_utf8(text) and (zero or "\0" not in text):
        return text
    text, count = (_SURROGATE if zero else _UNHELD).subn(REPLACEMENT, text)
    tally.characters_replaced += count
    return text


def encoded(text: str, tally: Tally) -> bytes:
    """A text in UTF-8, likewise."""
    return held(text, tally).encode()


def is_utf8(text: str) -> bool:
    """Whether a text has no lone surrogates: no byte of it was not UTF-8."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
