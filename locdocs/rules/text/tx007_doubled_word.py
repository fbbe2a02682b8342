"""The same word twice in a row, in the target only.

## What it does

Reports words that stand twice with nothing but a space between them, outside code and other markup, where the source
does not have the same. What is correct in a language is left alone: German "Sie sie", and after a comma "die die";
Spanish "nos nos"; where the source has "step by step", all of it. In Korean and other languages that double words at
will, only words in Latin letters are looked at. It runs for languages of which it is known what they double.

## Why

Machine translation doubles words where it joins two pieces: "Microsoft Microsoft".

## Example

```text
source: Open the panel of the service.
target: Abra el panel panel del servicio.
```

## Use instead

```text
source: Open the panel of the service.
target: Abra el panel del servicio.
```

## Source

4,881 targets in 15 published trees, 4,233 of them machine translation of 2017. On five trees (99,797 pairs) this rule
finds 34; all were looked at, 26 are true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.rules import Finding, SegmentFacts, segment_rule

__all__ = ["check"]

_DOUBLED = re.compile(r"(?<![-'’\w])(?P<word>[^\W\d_]+)(?P<again>[ \u00a0]+(?P=word))(?![-'’]?\w)", re.IGNORECASE)
_ONE_BY_ONE = re.compile(
    r"\b(?P<word>[^\W\d_]+)[ -](?:by|for|after|upon)[ -](?P=word)\b|\bone at a time\b", re.IGNORECASE
)
_AFTER_COMMA = re.compile(r",\s*+(?:\w+\s++)?\Z")


@segment_rule(
    "TX007",
    "doubled-word",
    severity="warning",
    its="duplication",
    default="lang",
    among=lambda facts: facts.targets.with_doubled_words(
        only_ascii=not facts.profile.spaced or facts.profile.doubles_freely
    ),
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield a finding for each word that stands twice, at the second."""
    source, target = facts.source, facts.target
    for found in _DOUBLED.finditer(target.text):
        word = found["word"]
        if _is_correct(facts, found) or any(mark.start <= found.start() < mark.end for mark in target.marks):
            continue
        if found[0].casefold() not in source.text.casefold():
            yield facts.finding(f"{word!r} stands twice in a row", target=found.span("again"))


def _is_correct(facts: SegmentFacts, found: re.Match[str]) -> bool:
    word = found["word"].lower()
    if facts.profile.doubles_freely and not word.isascii():
        return True
    if _ONE_BY_ONE.search(facts.source.text):
        return True
    if len(word) == 1 and found["again"].strip() != found["word"]:  # "de A a B"
        return True
    if word in facts.profile.doubled_after_comma:
        return _AFTER_COMMA.search(facts.target.text[: found.start()]) is not None
    return word in facts.profile.doubled_words
