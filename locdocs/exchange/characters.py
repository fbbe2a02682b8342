"""Characters that most text formats cannot hold: U+0000 and lone surrogates become U+FFFD, visibly, and are counted.

Many readers take U+0000 for the end of a text. A lone surrogate is a byte of a document that was not UTF-8, and UTF-8
itself cannot hold it.
"""

from __future__ import annotations

import re

from locdocs.exchange.settings import Tally

__all__ = ["REPLACEMENT", "encoded", "held"]

REPLACEMENT = "\ufffd"
_UNHELD = re.compile("[\x00\ud800-\udfff]")


def held(text: str, tally: Tally) -> str:
    """A text without such characters.

    :param tally: counts those that were replaced.
    """
    if "\0" not in text and (text.isascii() or not _has_surrogate(text)):
        return text
    text, count = _UNHELD.subn(REPLACEMENT, text)
    tally.characters_replaced += count
    return text


def encoded(text: str, tally: Tally) -> bytes:
    """A text in UTF-8, likewise."""
    return held(text, tally).encode()


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
