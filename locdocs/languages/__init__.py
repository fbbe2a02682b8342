"""What differs from language to language: the direction of writing, and a profile for each language that rules know.

A language is a module of this package with a ``PROFILE``, and a line in the table here.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import import_module
from typing import Literal

from locdocs.languages.profile import Profile

__all__ = ["LANGUAGES", "Profile", "direction", "function_words", "profile"]

_MODULES = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "pt": "portuguese",
    "ru": "russian",
    "zh": "chinese",
}

LANGUAGES = tuple(_MODULES)
"""The primary subtags of the languages that have a profile."""

_RIGHT_TO_LEFT_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "adlm"})
_RIGHT_TO_LEFT_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)


def direction(language: str) -> Literal["ltr", "rtl"]:
    """The direction in which a language is written.

    :param language: a BCP 47 tag such as ``ar-SA``; a script in it (``az-Arab``) decides, else the language does.
    """
    parts = language.casefold().replace("_", "-").split("-")
    script = next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), None)
    right_to_left = script in _RIGHT_TO_LEFT_SCRIPTS if script else parts[0] in _RIGHT_TO_LEFT_LANGUAGES
    return "rtl" if right_to_left else "ltr"


@cache
def function_words() -> frozenset[str]:
    """The function words of all languages that have a profile and spaces between words."""
    every = map(profile, LANGUAGES)
    return frozenset().union(*(each.function_words for each in every if each.spaced))


@lru_cache(maxsize=256)
def profile(language: str | None) -> Profile:
    """The profile of a language; a neutral one, which knows nothing but the direction, where there is none.

    :param language: a BCP 47 tag such as ``es-ES``, of which the first part decides; ``None`` where it is not known.
    """
    primary = (language or "und").casefold().replace("_", "-").partition("-")[0]
    if primary not in _MODULES:
        return Profile(primary if language else "und", direction=direction(language or "und"))
    found: Profile = import_module(f"locdocs.languages.{_MODULES[primary]}").PROFILE
    return found
