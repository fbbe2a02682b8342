"""What the XML formats have in common: escaping by the document, and characters that XML cannot hold.

XML 1.0 holds no control characters but tab, LF and CR, no surrogates and neither U+FFFE nor U+FFFF (XML 1.0, production
2, "Char"). Each of these becomes U+FFFD, visibly, and is counted. A CR is written as a reference, because an XML reader
turns a bare one into LF (section 2.11).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["REPLACEMENT", "Held", "attribute", "content", "escape", "escape_all", "held_texts", "replace_unheld"]

REPLACEMENT = "\ufffd"
_UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HELD_BYTES = bytes([9, 10, 13, *range(32, 256)])
_NONCHARACTERS = ("\ufffe".encode(), "\uffff".encode())
_SEPARATOR = "\x00"
# Most names, languages and hashes: in them there is nothing to escape and nothing to replace.
_PLAIN = re.compile(r"[-./ \w]*", re.ASCII)
_WHITE_SPACE_REFERENCES = {9: "&#9;", 10: "&#10;", 13: "&#13;"}


def escape(text: str) -> str:
    """A text as element content."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def content(text: str) -> str:
    """The same; unheld characters are replaced, uncounted."""
    return text if _PLAIN.fullmatch(text) else escape(replace_unheld(text)[0])


def attribute(text: str) -> str:
    """A text as the value of an attribute in double quotes; unheld characters are replaced, uncounted."""
    if _PLAIN.fullmatch(text):
        return text
    return escape(replace_unheld(text)[0]).replace('"', "&quot;").translate(_WHITE_SPACE_REFERENCES)


class Held(NamedTuple):
    """Texts that XML can hold."""

    texts: Sequence[str]
    """The texts; what XML cannot hold is replaced."""
    escaped: list[bytes]
    """The same as element content, in UTF-8."""
    replaced: int
    """How many characters had to be replaced."""


def held_texts(texts: Sequence[str]) -> Held:
    """Many texts as element content; unheld characters are replaced."""
    escaped = escape_all(texts)
    if escaped is not None:
        return Held(texts, escaped, 0)
    held, counts = zip(*map(replace_unheld, texts), strict=True)
    return Held(held, escape_all(held) or [], sum(counts))


def escape_all(texts: Sequence[str]) -> list[bytes] | None:
    """Many texts as element content at the price of one: they are checked, escaped and encoded together.

    :param texts: one or more; those of one column, because a text of ASCII alone is encoded much faster.
    :return: their UTF-8 in the same order, or ``None`` where one holds a character that XML cannot hold.
    """
    try:
        data = _SEPARATOR.join(texts).encode()
    except UnicodeEncodeError:  # a lone surrogate
        return None
    # On bytes, because deleting some is a table in C, while a pattern over characters costs ten times as much; and
    # nearly all of them, because those that stay have to be copied.
    if len(data.translate(None, _HELD_BYTES)) != len(texts) - 1 or (
        _NONCHARACTERS[0][0] in data and any(map(data.__contains__, _NONCHARACTERS))
    ):
        return None
    data = data.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;").replace(b"\r", b"&#13;")
    return data.split(_SEPARATOR.encode())


def replace_unheld(text: str) -> tuple[str, int]:
    """A text that XML can hold, and how many characters had to be replaced for it."""
    return _UNHELD.subn(REPLACEMENT, text)
