"""All sources of a document, or all its targets, as one text: what is asked of every segment is asked here at once.

A check in Python costs a microsecond a segment and more, reading a segment two. A search in C over all of them costs a
tenth of that. Texts are told apart by a null; one that holds a null has U+0001 in its place here, and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import AnyStr

from locdocs.rules.lazily import lazy
from locdocs.rules.spaces import NOT_ONE_SPACE, spaces_joined
from locdocs.rules.words_together import Words

__all__ = ["BLANK", "SIGNS", "Together", "all_bytes_but", "is_told_apart", "places_of"]

_PART = "\0"
_STAND_IN = "\1"
_PART_BYTE = b"\0"
_NOWHERE: frozenset[int] = frozenset()
_ALL_BYTES = bytes(range(256))
_ASCII = _ALL_BYTES[:128]
# All bytes but the null and those with which a character beyond ASCII begins in UTF-8.
_NOT_FIRST_OF_OTHERS = bytes(range(1, 0xC0))
BLANK = rb"(?:[\s\x1c-\x1f]|\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80)"
"""A character that is white space, in a pattern of bytes of UTF-8."""
SIGNS = frozenset("[](){}<>`*_!\\|$%&#~^")
"""What Markdown, HTML and placeholders are made of: rare in prose, and mostly the same in source and target."""
# There may be a start or an end of the text in a pattern: rather once too often.
_ANCHOR = re.compile(r"(?<!\[)\^|\\[AZ]|\$")


class Together:
    """The sources or the targets of a document. What is found out is kept for other rules."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.parts = parts = list(texts)
        """The texts."""
        self.size = len(parts)
        """How many there are."""
        self._holding: dict[str, frozenset[int]] = {}
        self._without: dict[str, list[int]] = {}

    @lazy
    def text(self) -> str:
        """The texts as one, with a null between any two."""
        parts = self.parts
        text = _PART.join(parts)
        if parts and text.count(_PART) != len(parts) - 1:
            text = _PART.join(part.replace(_PART, _STAND_IN) for part in parts)
        return text

    @lazy
    def data(self) -> bytes:
        """The same in UTF-8."""
        return self.text.encode("utf-8", "surrogatepass")

    def holding(self, wanted: str) -> frozenset[int]:
        """The places of the texts that hold a string."""
        found = self._holding.get(wanted)
        if found is None:
            if is_told_apart(wanted):
                found = _NOWHERE.union(places_of(self.data, wanted, self.size))
            else:
                found = frozenset(index for index, text in enumerate(self.parts) if wanted in text)
            self._holding[wanted] = found
        return found

    def without(self, characters: str) -> list[int]:
        """The places of the texts that hold none of some characters, as a set of a regular expression has them."""
        found = self._without.get(characters)
        if found is not None:
            return found
        text = f"{_PART}{self.text}{_PART}" if self.size else ""
        found = self._without[characters] = []
        index = done = 0
        for lacking in _part_without(characters).finditer(text):
            index += text.count(_PART, done, lacking.start())
            done = lacking.start()
            found.append(index)
        return found

    def matching(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """The places of the texts in which a pattern is found.

        It is searched in all at once, so no match may hold a null, and what looks around (``(?<!.)``) sees one beyond
        the end of a text; with an anchor (``^``, ``$``) in each by itself, which takes longer.
        """
        if _ANCHOR.search(pattern.pattern):
            return (index for index, text in enumerate(self.parts) if pattern.search(text))
        return _places_matching(pattern, self.text, _PART)

    def matching_bytes(self, pattern: re.Pattern[bytes]) -> Iterator[int]:
        r"""The same for a pattern of bytes of UTF-8: one that begins with a literal is searched several times as fast.

        In such a pattern ``\\s`` is white space of ASCII alone; ``BLANK`` is all that there is.
        """
        return _places_matching(pattern, self.data, _PART_BYTE)

    @lazy
    def stripped(self) -> list[str]:
        """The texts without white space at their ends."""
        return list(map(str.strip, self.parts))

    @lazy
    def one_spaced(self) -> list[str]:
        """The texts with one space in place of each run of white space, and none around them."""
        found = self.stripped
        places = _NOWHERE.union(*map(self.holding, filter(self.text.__contains__, NOT_ONE_SPACE)))
        if places:
            found = found.copy()
            for index in places:
                found[index] = spaces_joined(found[index])
        return found

    def padded(self) -> list[int]:
        """The places of the texts that begin or end with white space."""
        if self.stripped == self.parts:
            return []
        return [index for index, (bare, text) in enumerate(zip(self.stripped, self.parts, strict=True)) if bare != text]

    def blank(self) -> list[int]:
        """The places of the texts that hold nothing but white space, if anything."""
        return [index for index, bare in enumerate(self.stripped) if not bare] if "" in self.stripped else []

    def only(self, characters: str) -> list[bytes]:
        """Of each text nothing but some ASCII characters."""
        return self.data.translate(None, all_bytes_but(characters + _PART)).split(_PART_BYTE) if self.size else []

    @lazy
    def signs(self) -> list[bytes]:
        """Of each text the ASCII characters that make Markdown."""
        return self.only("".join(SIGNS))

    def runs(self, characters: str) -> list[bytes]:
        """Of each text the runs of some ASCII characters, with blanks between them."""
        runs = self.data.translate(_blanking_all_but(characters)).replace(_PART_BYTE, b" \0 ").split()
        return b" ".join(runs).split(_PART_BYTE) if self.size else []

    @lazy
    def words(self) -> Words:
        """Their words."""
        return Words(self.text, self.data)

    @lazy
    def beyond_ascii(self) -> str:
        """The characters that are not ASCII, each once."""
        rest = self.data.translate(None, _ASCII)
        return "".join(sorted({*rest.decode("utf-8", "surrogatepass")})) if rest else ""

    @lazy
    def beyond_ascii_counts(self) -> list[int]:
        """How many characters of each text are not ASCII."""
        firsts = self.data.translate(None, _NOT_FIRST_OF_OTHERS)
        return [*map(len, firsts.split(_PART_BYTE))] if self.size else []


def is_told_apart(wanted: str) -> bool:
    """Whether a string is found in the texts as one where it is in one of them."""
    return wanted != "" and _PART not in wanted and _STAND_IN not in wanted


def places_of(data: bytes, wanted: str, size: int) -> Sequence[int]:
    """The places of the texts that hold a string, modulo how many there are."""
    sought = wanted.encode("utf-8", "surrogatepass")
    if len(sought) == 1 and sought not in data:  # of a single byte that is known at once
        return []
    if sought.isascii():
        return [place % size for place in _places_matching(_literal(sought), data, _PART_BYTE)]
    found: list[int] = []
    index = done = 0
    at = data.find(sought)
    while at >= 0:
        index += data.count(_PART_BYTE, done, at)
        found.append(index % size)
        done = data.find(_PART_BYTE, at)
        at = data.find(sought, done) if done >= 0 else -1
    return found


def _places_matching(pattern: re.Pattern[AnyStr], text: AnyStr, part: AnyStr) -> Iterator[int]:
    index = done = 0
    last = -1
    for found in pattern.finditer(text):
        at = found.start()
        index += text.count(part, done, at)
        done = at
        if index != last:
            last = index
            yield index


@lru_cache(maxsize=512)
def _literal(wanted: bytes) -> re.Pattern[bytes]:
    """A string as a pattern: to search for that takes half the time of ``bytes.find``.

    But not where the texts are full of its first byte, as in other scripts than the Latin one.
    """
    return re.compile(re.escape(wanted))


@lru_cache(maxsize=64)
def _part_without(characters: str) -> re.Pattern[str]:
    # It begins with the null, and so it is only tried there.
    return re.compile(f"{_PART}[^{_PART}{characters}]*+(?={_PART})")


@lru_cache(maxsize=64)
def all_bytes_but(characters: str) -> bytes:
    """All bytes but those of some ASCII characters."""
    return _ALL_BYTES.translate(None, characters.encode("ascii"))


@lru_cache(maxsize=64)
def _blanking_all_but(characters: str) -> bytes:
    kept = characters.encode("ascii") + _PART_BYTE
    return bytes(byte if byte in kept else 32 for byte in _ALL_BYTES)
