"""Patterns that are put together from words."""

from __future__ import annotations

import re
from collections.abc import Collection

__all__ = ["either"]


def either(words: Collection[str]) -> str:
    """A pattern for any of some words, the longest first; one that nothing matches where there are none.

    Words with the same first letter stand together: at nearly all places that letter is all that is tried.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[:1], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()) or r"(?!)"
