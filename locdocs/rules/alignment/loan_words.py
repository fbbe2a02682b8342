"""English words in Japanese: how they sound, so far that both spellings of a loan word come out alike.

Japanese writes loan words in katakana, by their sound and with a vowel after nearly every consonant. What is left of
either spelling without vowels is close: package and パッケージ are both ``pks``, server and サーバー both ``sb``.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["sound_of_english", "sound_of_katakana"]

_ROWS = {
    "カキクケコヵヶ": "k",
    "ガギグゲゴ": "g",
    "サシスセソザジズゼゾ": "s",  # English spelling does not tell these apart
    "タチツテト": "t",
    "ダヂヅデド": "d",
    "ナニヌネノン": "n",
    "ハヒフヘホ": "h",
    "バビブベボヴ": "b",
    "パピプペポ": "p",
    "マミムメモ": "m",
    "ラリルレロ": "r",
}
_CONSONANTS = {ord(char): consonant for row, consonant in _ROWS.items() for char in row}
_SILENT = {code: None for code in range(ord("ァ"), ord("ー") + 1) if code not in _CONSONANTS}
_SPELLINGS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[ts]ion", "sn"),
        (r"ck|q", "k"),
        (r"ph|f", "h"),
        (r"th|sh", "s"),
        (r"ch", "t"),
        (r"x", "ks"),
        (r"[cg](?=[eiy])|[zj]", "s"),
        (r"c", "k"),
        (r"v", "b"),
        (r"(.)\1", r"\1"),
        (r"r(?![aeiou])", ""),
        (r"l", "r"),
        (r"[^bdghkmnprst]", ""),
    )
]


def sound_of_katakana(word: str) -> str:
    """The consonants of a word in katakana."""
    return word.translate(_CONSONANTS).translate(_SILENT)


@lru_cache(maxsize=20_000)
def sound_of_english(word: str) -> str:
    """The consonants of an English word in lower case, as Japanese would hear them."""
    for pattern, sound in _SPELLINGS:
        word = pattern.sub(sound, word)
    return word
