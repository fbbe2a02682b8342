"""What differs from language to language: the direction of writing, and a profile for each language that rules know.

A language is a module of this package with a ``PROFILE``, and a line in the table here; ``VARIANTS`` of a module are
profiles by script or region. What has no module gets a neutral profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import import_module
from typing import Literal

from locdocs.languages.neutral import neutral_profile
from locdocs.languages.profile import Profile

__all__ = ["LANGUAGES", "Profile", "direction", "function_words", "is_language_tag", "profile"]

_MODULES = {
    "ar": "arabic",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "he": "hebrew",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "nb": "norwegian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
    "th": "thai",
    "tr": "turkish",
    "uk": "ukrainian",
    "vi": "vietnamese",
    "zh": "chinese",
}

LANGUAGES = tuple(_MODULES)
"""The primary subtags of the languages that have a profile."""

_RIGHT_TO_LEFT_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "adlm"})
_RIGHT_TO_LEFT_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def is_language_tag(text: str) -> bool:
    """Whether a text looks like a BCP 47 tag such as ``es-ES`` or ``zh-Hant-TW``."""
    return _LANGUAGE_TAG.fullmatch(text) is not None


def direction(language: str) -> Literal["ltr", "rtl"]:
    """The direction in which a language is written.

    :param language: a BCP 47 tag such as ``ar-SA``; a script in it (``az-Arab``) decides, else the language does.
    """
    primary, *others = _subtags(language)
    script = _script(others)
    right_to_left = script in _RIGHT_TO_LEFT_SCRIPTS if script else primary in _RIGHT_TO_LEFT_LANGUAGES
    return "rtl" if right_to_left else "ltr"


@cache
def function_words() -> frozenset[str]:
    """The function words of all languages that have a profile and spaces between words."""
    every = map(profile, LANGUAGES)
    return frozenset().union(*(each.function_words for each in every if each.spaced))


@lru_cache(maxsize=256)
def profile(language: str | None) -> Profile:
    """The profile of a language; a neutral one, which knows little more than the script, where it has none.

    :param language: a BCP 47 tag such as ``es-ES``. The first part decides, and between ``zh-CN`` and ``zh-TW`` the
        others; ``None`` where it is not known.
    """
    if not language:
        return Profile("und")
    primary, *others = _subtags(language)
    if primary not in _MODULES:
        return neutral_profile(primary, _script(others), direction(language))
    module = import_module(f"locdocs.languages.{_MODULES[primary]}")
    variants: Mapping[str, Profile] = getattr(module, "VARIANTS", {})
    found: Profile = next((variants[part] for part in others if part in variants), module.PROFILE)
    return found


def _subtags(language: str) -> list[str]:
    return language.casefold().replace("_", "-").split("-")


def _script(subtags: Iterable[str]) -> str | None:
    return next((part for part in subtags if len(part) == 4 and part.isalpha()), None)
