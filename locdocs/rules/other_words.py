"""The function words of other languages, by which rules tell what is not in the language it should be in."""

from __future__ import annotations

from functools import lru_cache

from locdocs.languages import Profile, function_words

__all__ = ["ENGLISH", "other_words", "words_to_look_for"]

ENGLISH = frozenset({
    "the", "of", "to", "and", "is", "are", "that", "for", "with", "you", "this", "from", "your", "be", "can", "or",
    "by", "on", "as", "at", "not", "has",
})  # fmt: skip
"""What nearly every English sentence has, and few texts in other languages."""


@lru_cache(maxsize=64)
def other_words(language: Profile) -> frozenset[str]:
    """The function words of all other languages that this one does not have."""
    return function_words() - language.function_words


@lru_cache(maxsize=64)
def words_to_look_for(language: Profile) -> frozenset[str] | None:
    """All that rules look for in targets: these, and English; ``None`` in another script than the Latin one.

    There, English is all that is looked for.
    """
    return other_words(language) | ENGLISH if language.script == "LATIN" else None
