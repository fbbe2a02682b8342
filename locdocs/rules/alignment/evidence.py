"""What sources and targets are compared by: marks that translation keeps, and words that become known ones.

A text is read once; then each word of a source is a :class:`Clue`, strings of which a translation should hold one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from locdocs.languages import Profile
from locdocs.languages.everyday_words import EMPTY_WORDS, translations
from locdocs.rules.alignment.loan_words import sound_of_english, sound_of_katakana
from locdocs.rules.text_facts import TextFacts

__all__ = ["Clue", "Source", "Target", "clue_of", "read_source", "read_target"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]+")
_DIGITS = re.compile(r"\d{1,18}(?:[.,\u00a0]\d{3}(?!\d))*")
_GROUP_MARK = re.compile(r"[.,\u00a0]")
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}")
_OPENING = " \n*_(\"'“‘[«„¿¡"
_CLOSING = " \n*_`)\"'”」）』]>"
_ENDS = dict(zip(".?!:。．？！：؟", ".?!:..?!:?", strict=True))


class Clue(NamedTuple):
    """What a word of a source looks like in a target."""

    strings: tuple[str, ...]
    """Of these the target text holds one."""
    sound: str
    """Or its loan words hold this one; empty where there is none."""
    chance: float
    """How probable that is in the target it belongs to, before the document has been looked at."""


class Source(NamedTuple):
    """What is compared of a source."""

    anchors: frozenset[tuple[str, str]]
    """Code, addresses and numbers: kind and content."""
    words: Sequence[str]
    """Its words in lower case, without those that say nothing, each once."""
    text: str
    """All its words in lower case, with blanks around each."""
    length: int
    """In characters that a reader sees."""
    begin: str
    """Its first character."""
    end: str
    """The mark at its end, as English writes it."""


class Target(NamedTuple):
    """What is compared of a target."""

    anchors: frozenset[tuple[str, str]]
    text: str
    """Its words, folded, with blanks around each; the bare text where words have no spaces between them."""
    sounds: str
    """How its loan words sound, with blanks around each."""
    names: frozenset[str]
    """In a language of another script its words in Latin letters."""
    length: int
    begin: str
    end: str


def read_source(text: TextFacts) -> Source:
    """What is compared of a source."""
    prose = text.prose
    words = [found.lower() for found in _WORD.findall(prose)]
    telling = [word for word in dict.fromkeys(words) if word not in EMPTY_WORDS and not word.isdigit()]
    return Source(_anchors(text), telling, f" {' '.join(words)} ", *_extent(text))


def read_target(text: TextFacts) -> Target:
    """What is compared of a target."""
    prose = text.prose
    if text.language.script in ("LATIN", None):
        words = f" {' '.join(map(_folded, _WORD.findall(prose)))} "
        return Target(_anchors(text), words, "", frozenset(), *_extent(text))
    folded = unicodedata.normalize("NFKC", prose).casefold()
    sounds = " ".join(map(sound_of_katakana, _KATAKANA.findall(prose))) if text.language.language == "ja" else ""
    return Target(_anchors(text), folded, f" {sounds} ", frozenset(_NAME.findall(folded)), *_extent(text))


@lru_cache(maxsize=20_000)
def clue_of(word: str, profile: Profile) -> Clue | None:
    """What an English word in lower case looks like in a language; ``None`` where nothing is to be expected."""
    known = translations(word, profile.language)
    if profile.script in ("LATIN", None):
        compounds = profile.language == "de"  # a word may begin inside of another
        strings = [_beginning(string, compounds=compounds) for string in known]
        if len(word) >= 4:
            strings.append(_beginning(word[: 5 if len(word) > 6 else 4], compounds=compounds))
        return Clue(tuple(strings or [f" {word}"]), "", 0.7 if known else 0.35)
    sound = ""
    if profile.language == "ja":
        sound = sound_of_english(word[:-1] if word.endswith("s") and len(word) > 4 else word)
        # Short ones turn up anywhere: they must be whole words.
        sound = {0: "", 1: "", 2: f" {sound} ", 3: f" {sound}"}.get(len(sound), sound)
    strings = [unicodedata.normalize("NFKC", string).casefold() for string in known]
    if len(word) >= 3:
        strings.append(word)
    return Clue(tuple(strings), sound, 0.7 if known else 0.35) if strings or sound else None


def _beginning(string: str, *, compounds: bool) -> str:
    if len(string) < 3:
        return f" {string} "
    return string if compounds and len(string) > 3 else f" {string}"


def _anchors(text: TextFacts) -> frozenset[tuple[str, str]]:
    anchors = {("number", _GROUP_MARK.sub("", found).lstrip("0")) for found in _DIGITS.findall(text.prose)}
    anchors.update(("code", mark.value) for mark in text.code_spans)
    for mark in text.of_kind("link", "image", "reference", "autolink", "xref", "url"):
        anchors.add(("address", mark.value.rstrip("/").rpartition("/")[2].lower()))
    return frozenset(anchors)


def _extent(text: TextFacts) -> tuple[int, str, str]:
    """Its length as a reader sees it, its first character, and the mark at its end."""
    prose = text.prose
    code = sum(len(mark.value) for mark in text.code_spans)
    length = len(" ".join(prose.split())) + code
    return length, prose.lstrip(_OPENING)[:1], _ENDS.get(prose.rstrip(_CLOSING)[-1:], "")


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    """A word in lower case and without accents: Spanish "función" begins like "function"."""
    folded = word.casefold()
    if folded.isascii():
        return folded
    return "".join(char for char in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(char))
