"""The scripts that tell languages apart: their letters, and which of them a language has."""

from __future__ import annotations

import re
from functools import lru_cache

from locdocs.languages import Profile

__all__ = ["ANY_OTHER", "CHINESE_ONLY", "LETTERS", "foreign_letters", "letters_of", "own_scripts", "strange_to"]

_SCRIPTS = {
    "Arabic": "\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Cyrillic": "\u0400-\u04ff",
    "Devanagari": "\u0900-\u097f",
    "Greek": "\u0370-\u03ff",
    "Han": "\u3400-\u4dbf\u4e00-\u9fff",
    "Hangul": "\u1100-\u11ff\uac00-\ud7a3",
    "Hebrew": "\u05d0-\u05ea",
    "Kana": "\u3041-\u30fa",
    "Thai": "\u0e01-\u0e4e",
}
LETTERS = {name: re.compile(f"[{letters}]") for name, letters in _SCRIPTS.items()}
"""A letter of each script but the Latin."""
ANY_OTHER = re.compile(f"[{''.join(_SCRIPTS.values())}]")
"""A letter of any of them."""
CHINESE_ONLY = re.compile("[这们为从对说请时过该您还进动应设备务单选择关开无发现项页码钮链资产类级组织询]")
"""Simplified characters that Japanese writes in another way."""

# First the one that every sentence has.
_OF_LANGUAGE = {"ja": ("Kana", "Han"), "ko": ("Hangul", "Han"), "zh": ("Han",)}


def own_scripts(language: Profile) -> tuple[str, ...]:
    """The scripts of a language that uses another one than the Latin, none for others."""
    name = (language.script or "").title()
    return _OF_LANGUAGE.get(language.language) or ((name,) if name in _SCRIPTS else ())


def letters_of(script: str) -> str:
    """The letters of a script, as they stand in a set of a regular expression."""
    return _SCRIPTS[script]


@lru_cache(maxsize=64)
def strange_to(language: Profile) -> re.Pattern[str]:
    """What a text in one of the other scripts holds, or in Chinese where that has the script of the language."""
    own = own_scripts(language)
    others = "".join(letters for name, letters in _SCRIPTS.items() if name not in own)
    return re.compile(f"[{others}]|{CHINESE_ONLY.pattern}" if language.language == "ja" else f"[{others}]")


@lru_cache(maxsize=64)
def foreign_letters(language: Profile) -> dict[str, re.Pattern[str]]:
    """The letters of its script that a language does not have, by the name of what has them."""
    return {name: re.compile(f"[{letters}{letters.upper()}]") for name, letters in language.foreign_letters.items()}
