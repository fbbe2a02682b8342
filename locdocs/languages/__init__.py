"""What differs from language to language: so far the direction of writing."""

from __future__ import annotations

from typing import Literal

__all__ = ["direction"]

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
