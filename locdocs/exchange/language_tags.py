"""Language tags as different tools write them: ``en-US``, ``EN-us``, ``en_US`` and ``en`` may mean one language."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["closest_language", "normalized_language", "same_language"]


def normalized_language(tag: str) -> str:
    """A tag in lower case and with hyphens, for comparing."""
    return tag.strip().replace("_", "-").lower()


def same_language(one: str, other: str) -> bool:
    """Whether two tags may mean one language: equal, or one says less than the other (``en`` and ``en-US``)."""
    return _closeness(normalized_language(one), normalized_language(other)) >= _SAYS_LESS


def closest_language(wanted: str, tags: Sequence[str]) -> int | None:
    """Which of some tags is meant: an equal one, else one that says less or more, else another region's.

    :return: the index of the first of the closest; ``None`` where all are of other languages.
    """
    asked = normalized_language(wanted)
    closeness = [_closeness(asked, normalized_language(tag)) for tag in tags]
    best = max(closeness, default=0)
    return closeness.index(best) if best else None


_EQUAL, _SAYS_LESS, _OTHER_REGION = 3, 2, 1


def _closeness(one: str, other: str) -> int:
    if one == other:
        return _EQUAL
    if one.startswith(f"{other}-") or other.startswith(f"{one}-"):
        return _SAYS_LESS
    return _OTHER_REGION if one and one.partition("-")[0] == other.partition("-")[0] else 0
