"""All sources of a document, or all its targets, as one text: what is asked of every segment is asked here at once.

A check in Python costs a microsecond a segment and more, reading a segment two. A search in C over all of them costs a
tenth of that. Texts are told apart by a null; one that holds a null has U+0001 in its place here, and nowhere else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import compress, count
from operator import eq

from locdocs.rules.lazily import lazy

__all__ = ["BothSides", "Together"]

_PART = "\0"
_STAND_IN = "\1"
_PART_BYTE = b"\0"
_NOWHERE: frozenset[int] = frozenset()
_ALL_BYTES = bytes(range(256))
# Signs that stand at words; what is blanked here parts words, as white space does.
_SIGNS = ".,:;/*()[]\\"
_OTHER_SIGNS = tuple(sign.encode() for sign in "、。「」（）،")
_BLANKING = bytes(32 if chr(byte) in _SIGNS else byte for byte in _ALL_BYTES)


class Together:
    """The sources or the targets of a document. What is found out is kept for other rules."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.parts = parts = list(texts)
        """The texts."""
        self.size = len(parts)
        """How many there are."""
        text = _PART.join(parts)
        if parts and text.count(_PART) != len(parts) - 1:
            text = _PART.join(part.replace(_PART, _STAND_IN) for part in parts)
        self.text = text
        """The texts as one, with a null between any two."""
        self._holding: dict[str, frozenset[int]] = {}

    @lazy
    def data(self) -> bytes:
        """The same in UTF-8."""
        return self.text.encode("utf-8", "surrogatepass")

    def holding(self, wanted: str) -> frozenset[int]:
        """The places of the texts that hold a string."""
        found = self._holding.get(wanted)
        if found is None:
            if _is_told_apart(wanted):
                found = _NOWHERE.union(_places_of(self.data, wanted, self.size))
            else:
                found = frozenset(index for index, text in enumerate(self.parts) if wanted in text)
            self._holding[wanted] = found
        return found

    def matching(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """The places of the texts in which a pattern is found.

        It is searched in all at once: no match may hold a null, and beyond the end of a text it sees one.
        """
        text = self.text
        index = done = 0
        found = pattern.search(text)
        while found:
            at = found.start()
            index += text.count(_PART, done, at)
            yield index
            done = text.find(_PART, at)
            found = pattern.search(text, done) if done >= 0 else None

    @lazy
    def stripped(self) -> list[str]:
        """The texts without white space at their ends."""
        return list(map(str.strip, self.parts))

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
        rest = _ALL_BYTES.translate(None, characters.encode("ascii") + _PART_BYTE)
        return self.data.translate(None, rest).split(_PART_BYTE) if self.size else []

    @lazy
    def words(self) -> Sequence[bytes]:
        """The words of all texts in lower case, roughly: without the signs around them; a null parts the texts.

        In UTF-8, for bytes are split three times as fast as characters.
        """
        data = self.text.lower().encode("utf-8", "surrogatepass").translate(_BLANKING)
        if b"\xe3\x80" in data or b"\xef\xbc" in data or b"\xd8\x8c" in data:
            for sign in _OTHER_SIGNS:
                data = data.replace(sign, b" ")
        return data.replace(_PART_BYTE, b" \0 ").split()

    def with_words(self, wanted: frozenset[str]) -> Counter[int]:
        """The places of the texts that have some words in lower case, each with how many."""
        return Counter(self._places(map(_in_bytes(wanted).__contains__, self.words)))

    def with_doubled_words(self) -> list[int]:
        """The places of the texts in which a word follows itself."""
        words = self.words
        return sorted({*self._places(map(eq, words, words[1:]))})

    def _places(self, chosen: Iterable[bool]) -> list[int]:
        """For each of some words, the place of its text."""
        found: list[int] = []
        index = done = 0
        words = self.words
        for at in compress(count(), chosen):
            index += words[done:at].count(_PART_BYTE)
            done = at
            if words[at] != _PART_BYTE:
                found.append(index)
        return found


class BothSides:
    """Sources and targets in one, to look for strings in both at once."""

    def __init__(self, sources: Together, targets: Together) -> None:
        self._sides = sources, targets
        self._size = sources.size
        self._holding: dict[str, frozenset[int]] = {}

    @lazy
    def _data(self) -> bytes:
        return _PART_BYTE.join([side.data for side in self._sides])

    def holding(self, wanted: str) -> frozenset[int]:
        """The places of the segments whose source or target holds a string."""
        found = self._holding.get(wanted)
        if found is None:
            if _is_told_apart(wanted):
                found = _NOWHERE.union(_places_of(self._data, wanted, self._size))
            else:
                found = _NOWHERE.union(*(side.holding(wanted) for side in self._sides))
            self._holding[wanted] = found
        return found


def _is_told_apart(wanted: str) -> bool:
    """Whether a string is found in the texts as one where it is in one of them."""
    return wanted != "" and _PART not in wanted and _STAND_IN not in wanted


def _places_of(data: bytes, wanted: str, size: int) -> Sequence[int]:
    """The places of the texts that hold a string, modulo how many there are."""
    sought = wanted.encode("utf-8", "surrogatepass")
    at = data.find(sought)
    found: list[int] = []
    index = done = 0
    while at >= 0:
        index += data.count(_PART_BYTE, done, at)
        found.append(index % size)
        done = data.find(_PART_BYTE, at)
        at = data.find(sought, done) if done >= 0 else -1
    return found


@lru_cache(maxsize=64)
def _in_bytes(words: frozenset[str]) -> frozenset[bytes]:
    return frozenset(word.encode() for word in words)
