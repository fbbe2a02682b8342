"""A bracket without its partner, in the target only.

## What it does

Counts round, square and curly brackets, half-width and full-width ones together, outside code, addresses and other
markup. Reports a target in which one is never closed or never opened, as the two of `)x(`, unless the source has one of
the kind too.

## Why

Half of a remark, a link or a formula was lost, or a sign was mistyped.

## Example

```text
source: Choose a unit (GB or MB).
target: Elija una unidad (GB o MB.
```

## Use instead

```text
source: Choose a unit (GB or MB).
target: Elija una unidad (GB o MB).
```

## Source

1,712 targets in 15 published trees. On five trees (99,797 pairs) this rule finds 102; 43 were looked at, 42 are true.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import compress

from locdocs.model import Segment
from locdocs.rules import Finding, GroupFacts, SegmentFacts, TextFacts, segment_rule
from locdocs.rules.text_facts import Word

__all__ = ["check"]

# What closes each, by its plain form: a full-width bracket may be closed by a plain one.
_OPEN = {"(": ")", "（": ")", "[": "]", "［": "]", "{": "}", "｛": "}", "「": "」", "『": "』", "【": "】"}
_CLOSE = {")": ")", "）": ")", "]": "]", "］": "]", "}": "}", "｝": "}", "」": "」", "』": "』", "】": "】"}
_FULL_WIDTH = re.compile(f"[{''.join(bracket for bracket in (*_OPEN, *_CLOSE) if not bracket.isascii())}]")


_PLAINLY = str.maketrans("（）［］｛｝", "()[]{}")
_NO_BRACKETS = re.compile(f"[^{''.join(map(re.escape, (*_OPEN, *_CLOSE)))}]+")


def _is_uneven(segment: Segment) -> bool:
    return _has_no_partner(_NO_BRACKETS.sub("", segment[2]).translate(_PLAINLY))


@lru_cache(maxsize=1 << 12)
def _has_no_partner(brackets: str) -> bool:
    """Whether one of some brackets, in order, closes none before it or is closed by none behind it."""
    waiting: dict[str, int] = {}
    for bracket in brackets:
        if bracket in _OPEN:
            waiting[_OPEN[bracket]] = waiting.get(_OPEN[bracket], 0) + 1
        elif waiting.get(bracket):
            waiting[bracket] -= 1
        else:
            return True
    return any(waiting.values())


@lru_cache(maxsize=1 << 12)
def _may_be_uneven(signs: bytes) -> bool:
    """The same for plain brackets among other signs; few texts have any that nobody had before."""
    return _has_no_partner(_NO_BRACKETS.sub("", signs.decode("ascii")))


def _bracketed(group: GroupFacts) -> Iterator[int]:
    """The segments whose plain brackets do not go in pairs, and those with others in the target."""
    signs = group.targets.signs
    yield from compress(range(len(signs)), map(_may_be_uneven, signs))
    if b"\xe3" in group.targets.data or b"\xef" in group.targets.data:  # their first bytes
        yield from group.targets.matching(_FULL_WIDTH)


@segment_rule(
    "TX010",
    "unbalanced-brackets",
    severity="warning",
    its="typographical",
    among=lambda group: {*_bracketed(group)},
    when=_is_uneven,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield a finding for each bracket without a partner."""
    alone = _without_partner(facts.target)
    known = Counter(_kind(bracket) for bracket in _without_partner(facts.source)) if alone else Counter()
    for bracket in alone:
        if known[_kind(bracket)]:
            known[_kind(bracket)] -= 1
            continue
        missing = "closed" if bracket.text in _OPEN else "opened"
        yield facts.finding(f"{bracket.text!r} is never {missing}", target=(bracket.start, bracket.end))


def _kind(bracket: Word) -> tuple[bool, str]:
    """Whether it opens, and which pair it is of; full-width ones are the same as half-width ones."""
    opens = bracket.text in _OPEN
    return opens, _OPEN[bracket.text] if opens else _CLOSE[bracket.text]


def _without_partner(text: TextFacts) -> list[Word]:
    """The brackets that have no partner in a text; a link closes the bracket of its text."""
    ends = [Word("]", mark.start, mark.start + 1) for mark in text.of_kind("link", "image", "reference")]
    waiting: list[Word] = []
    alone: list[Word] = []
    for bracket in sorted([*text.brackets, *ends], key=lambda bracket: bracket.start):
        if bracket.text in _OPEN:
            waiting.append(bracket)
        elif bracket.text in _CLOSE:
            partner = next((at for at in reversed(waiting) if _OPEN[at.text] == _CLOSE[bracket.text]), None)
            if partner is None:
                alone.append(bracket)
            else:
                waiting.remove(partner)
    return sorted([*alone, *waiting], key=lambda bracket: bracket.start)
