"""The words of some texts, of all at once: which texts hold some words, in which one follows itself.

The texts are one, with a null between any two. Their words are made alike in bytes, which are split three times as fast
as characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from locdocs.rules.lazily import lazy
from locdocs.rules.patterns import either

__all__ = ["Words"]

_PART_BYTE = b"\0"
_KANA_BYTE = b"\xe3"  # with which they begin in UTF-8, so that Japanese is known at once
_ALL_BYTES = bytes(range(256))
_BEYOND_ASCII = _ALL_BYTES[128:]
# Marks that stand at words; what is blanked here parts words, as white space does.
_MARKS = ".,:;/*()[]\\ \t\n\v\f\r"
_BLANKING = bytes(32 if chr(byte) in _MARKS else byte for byte in _ALL_BYTES)
# The same for Latin-1, in lower case, which all its capitals have in Latin-1 too.
_LOWERING = bytes(32 if chr(byte) in f"{_MARKS}\xa0" else ord(chr(byte).lower()) for byte in _ALL_BYTES)
_LOWERING_ASCII = _LOWERING[:128] + _ALL_BYTES[128:]
_OTHER_MARKS = ((b"\xe3", "、。「」"), (b"\xef", "（），"), (b"\xd8", "،"), (b"\xc2", "\xa0"))
# The first bytes of what is no letter in UTF-8, or one of Latin-1: with E2 begin dashes, quotation marks, symbols.
_NO_OTHER_LETTERS = bytes(range(0xC4)) + b"\xe2"
_DOUBLED = re.compile(rb" ([^ ]++) ++\1 ")
# Where other letters were left out, two blanks may have had something between them.
_DOUBLED_THERE = re.compile(rb" ([^ ]++) \1 ")


class Words:
    """The words of some texts. What is found out is kept for other rules."""

    def __init__(self, text: str, data: bytes) -> None:
        self._text, self._data = text, data  # the same in UTF-8
        self._words: dict[frozenset[str], tuple[list[bytes], str]] = {}

    @lazy
    def _bare(self) -> tuple[bytes, str]:
        """The words in lower case, roughly, with blanks around each, and how they are encoded; a null parts the texts.

        In bytes, for these are split three times as fast as characters; in Latin-1 where there are no other letters
        ("?" stands for other signs), for lower case is had at once there.
        """
        if self._has_other_letters:
            encoding = "utf-8"
            data = self._text.lower().encode(encoding, "surrogatepass").translate(_BLANKING)
            for first, marks in _OTHER_MARKS:
                if first in data:
                    for mark in marks:
                        data = data.replace(mark.encode(), b" ")
        else:
            encoding = "latin-1"
            data = self._text.encode(encoding, "replace").translate(_LOWERING)
        return _with_blanks(data), encoding

    @lazy
    def _has_other_letters(self) -> bool:
        """Whether there are letters that Latin-1 does not have."""
        return _KANA_BYTE in self._data or bool(self._data.translate(None, _NO_OTHER_LETTERS))

    @lazy
    def _bare_ascii(self) -> tuple[bytes, str]:
        """The same without all that is not ASCII, in a fraction of the time."""
        return _with_blanks(self._data.translate(_LOWERING_ASCII, _BEYOND_ASCII)), "ascii"

    def counted(self, wanted: frozenset[str], *, among: frozenset[str] | None = None) -> Mapping[int, int]:
        """The places of the texts that have some words in lower case, each with how many.

        :param among: these and others that are asked for too: what is none of them is left out once for all. Without
            them, the words should be rare in the texts, as they are looked for one by one.
        """
        if among is None:
            bare, encoding = self._apart(wanted)
            starts = (word.start() for word in _pattern_of(wanted, encoding).finditer(bare))
            return Counter(_places_in(bare, starts))
        words, encoding = self._only_words(among)
        left = b" ".join(filter(_in_bytes(wanted, encoding).__contains__, words)).split(_PART_BYTE)
        return {place: len(words.split()) for place, words in enumerate(left) if len(words) > 1}

    def _only_words(self, wanted: frozenset[str]) -> tuple[list[bytes], str]:
        """Of all words, in order, those that are wanted, with nulls between the texts; and how they are encoded."""
        found = self._words.get(wanted)
        if found is None:
            bare, encoding = self._apart(wanted)
            words = filter(_in_bytes(wanted, encoding).__contains__, bare.split())
            found = self._words[wanted] = [*words], encoding
        return found

    def _apart(self, wanted: frozenset[str]) -> tuple[bytes, str]:
        """All words that may be some that are wanted, and how they are encoded."""
        return self._bare_ascii if self._has_other_letters and _is_ascii(wanted) else self._bare

    def doubled(self, *, only_ascii: bool = False) -> list[int]:
        """The places of the texts in which a word follows itself; numbers and most marks are no words.

        :param only_ascii: words of other letters need not be found: in a language that sets no blanks between words.
        """
        if only_ascii and self._has_other_letters:
            bare, doubled = self._bare_ascii[0], _DOUBLED_THERE
        else:
            bare, doubled = self._bare[0], _DOUBLED
        found = [match.start() for match in doubled.finditer(bare) if match[1] > b"@"]
        return sorted({*_places_in(bare, found)})


def _places_in(data: bytes, offsets: Iterable[int]) -> Iterator[int]:
    """For each offset, in order, the place of the text that it is in."""
    index = done = 0
    for at in offsets:
        index += data.count(_PART_BYTE, done, at)
        done = at
        yield index


@lru_cache(maxsize=64)
def _is_ascii(words: frozenset[str]) -> bool:
    return all(map(str.isascii, words))


def _with_blanks(data: bytes) -> bytes:
    return b" %b " % data.replace(_PART_BYTE, b" \0 ")


@lru_cache(maxsize=64)
def _in_bytes(words: frozenset[str], encoding: str) -> frozenset[bytes]:
    """Some words in an encoding, but for those that cannot be written in it, and the null."""
    return frozenset((_PART_BYTE, *(word.encode(encoding) for word in _writable(words, encoding))))


def _writable(words: Iterable[str], encoding: str) -> list[str]:
    return [word for word in words if encoding != "latin-1" or max(word) < "\u0100"]


@lru_cache(maxsize=64)
def _pattern_of(words: frozenset[str], encoding: str) -> re.Pattern[bytes]:
    """Some words in an encoding with the blanks around them."""
    return re.compile(f" (?:{either(_writable(words, encoding))})(?= )".encode(encoding))
