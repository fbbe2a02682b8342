"""Versions that have a part more on one side, or a part less."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["OtherVersion", "other_version"]

_DOTTED = re.compile(r"\d\.\d")
_VERSION = re.compile(r"(?<![\w.,])[vV]?(?P<number>\d+(?:\.\d+)+)(?!\w|[.,]\d)")


class OtherVersion(NamedTuple):
    """A version of the source, and what the target has in its place; each with its place."""

    source: str
    target: str
    source_place: tuple[int, int]
    target_place: tuple[int, int]


def other_version(source: str, target: str) -> OtherVersion | None:
    """The first version of a source that its target has with a part more or less: ``4.3`` and ``4.3.1``.

    Of 99,797 published pairs none has one.
    """
    if not _DOTTED.search(source) or not _DOTTED.search(target):  # most texts
        return None
    ours, theirs = ({found["number"]: found for found in _VERSION.finditer(text)} for text in (source, target))
    for version in ours.keys() - theirs.keys() if ours and theirs else ():
        for other in theirs.keys() - ours.keys():
            if other.startswith(f"{version}.") or version.startswith(f"{other}."):
                return OtherVersion(version, other, ours[version].span("number"), theirs[other].span("number"))
    return None
