"""What is known of a language by its script alone: enough for most rules, and a start for short profiles."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from locdocs.languages.profile import Profile

__all__ = ["LATIN", "neutral_profile"]

_ANY = frozenset({"TX002"})

LATIN = Profile(
    language="und",
    script="LATIN",
    # Wide: 618 sentences in six languages that were translated by hand lie within.
    length_ratio=(0.65, 1.9),
    sentence_ends={".": ".", "?": "?", "!": "!", ":": ":"},
    rules=_ANY | {"TX011", "AL006", "AL008"},
)
"""A language in Latin script: it has the marks of English at the end of sentences, and about the length."""

# Languages that publish documentation in one script only.
_LANGUAGES = {
    "LATIN": "af ca cy et eu fil ga gl hr is lb lt lv ms mt nn ro sk sl sq sw xh zu",
    "ARABIC": "ckb fa ps ur",
    "CYRILLIC": "be bg kk ky mk",
    "DEVANAGARI": "mr ne",
    "HEBREW": "yi",
}
_SCRIPTS = {language: script for script, languages in _LANGUAGES.items() for language in languages.split()}
_SUBTAGS = {
    "arab": "ARABIC",
    "cyrl": "CYRILLIC",
    "deva": "DEVANAGARI",
    "grek": "GREEK",
    "hebr": "HEBREW",
    "latn": "LATIN",
    "thai": "THAI",
}


def neutral_profile(language: str, script: str | None, direction: Literal["ltr", "rtl"]) -> Profile:
    """A profile of a language of which no more is known.

    :param language: its primary subtag.
    :param script: the script that its tag names, as a subtag in lower case.
    :param direction: the direction in which it is written.
    """
    name = _SUBTAGS.get(script) if script else _SCRIPTS.get(language)
    if name == "LATIN":
        return replace(LATIN, language=language, direction=direction)
    rules = _ANY if name is None else _ANY | {"AL008"}
    return Profile(language, script=name, direction=direction, rules=rules)
