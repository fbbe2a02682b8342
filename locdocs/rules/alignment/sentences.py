"""How many sentences a source has, and whether a target lacks one: it ends less often, and is short besides.

Most published segments are one sentence, so few are looked at. What ends a sentence is counted strictly in the source,
and generously in the target, where a semicolon or a colon may have come in place of a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import sqrt

from locdocs.languages import Profile
from locdocs.rules import GroupFacts

__all__ = ["is_rather_short", "lacks_sentence", "with_sentences"]

_ENDS = re.compile(
    r"[.!?](?<=[a-z]{3}.)(?<!etc.)(?<!Inc.)(?<!Ltd.)(?<!orp.)(?<!prox.)"
    r"[\"”’)*_]{0,3} [\"“‘(*_\[]{0,3}(?:[A-Z][a-z]+|[AI])\b"
)
_MAY_END = re.compile(r"[.!?:;…。．！？：；؟؛।][\"”’»“)*_\]」』）]{0,3}(?=.)|\n")
_ENDS_NUMBER = re.compile(r"\d[.:]\d|\w[.:]\w")
_SHORT = 0.8


def with_sentences(group: GroupFacts) -> Iterable[int]:
    """The places of the segments whose source has more than one sentence."""
    sources = group.sources.parts
    return [place for place in sorted(group.sources.holding(". ")) if _ENDS.search(sources[place])]


def lacks_sentence(source: str, target: str) -> bool:
    """Whether a target ends less often than its source, both as a reader sees them."""
    return len(_ENDS.findall(source)) > len(_MAY_END.findall(_ENDS_NUMBER.sub("", target)))


def is_rather_short(source: int, target: int, profile: Profile) -> bool:
    """Whether a length is less than what the language has for that of a source, though within its bounds."""
    lowest, highest = profile.length_ratio or (0.0, 0.0)
    return target < _SHORT * sqrt(lowest * highest) * source
