"""The same word twice in a row, in the target only.

## What it does

Reports words that stand twice with nothing but a space or a line break between them, outside code and other markup,
where the source does not have the same; and targets of more than a few words whose second half is the first once more.
What is correct in a language is left alone: German "Sie sie", and after a comma "die die"; Spanish "nos nos"; where the
source has "step by step", all of it. In Korean and other languages that double words at will, only words in Latin
letters are looked at. In Japanese and Chinese, which set no spaces between words, it reports letters that are never
right twice, such as particles (`をを`), and words in katakana (`アイコンアイコン`) or Chinese characters in which no
other word may begin. It runs for languages of which it is known what they double.

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
finds 39; all were looked at, 31 are true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.rules import Finding, GroupFacts, SegmentFacts, segment_rule
from locdocs.rules.text.doubled_letters import doubled_letters, with_doubled_letters

__all__ = ["check"]

_DOUBLED = re.compile(
    r"""
      (?<![-'’\w]) (?P<word> [^\W\d_]++ )
      (?P<again> (?: [ \u00a0]+ | [ \t]*\r?\n[ \t]* ) (?i: (?P=word) ) )
      (?![-'’]?\w)
    """,
    re.VERBOSE,
)
_ONE_BY_ONE = re.compile(
    r"\b(?P<word>[^\W\d_]+)[ -](?:by|for|after|upon)[ -](?P=word)\b|\bone at a time\b", re.IGNORECASE
)
_FEW = 10  # characters in a half
_AFTER_COMMA = re.compile(r",\s*+(?:\w+\s++)?\Z")


def _places(group: GroupFacts) -> set[int]:
    """The segments worth a look."""
    profile, targets = group.profile, group.targets
    only_ascii = not profile.spaced or profile.doubles_freely
    parts = targets.parts
    doubled = {*targets.words.doubled(only_ascii=only_ascii)}
    if profile.spaced:  # these marks hide the words at them
        doubled |= targets.holding("?") | targets.holding("!")
    # In most of these there was something between the words.
    places = {place for place in doubled if _DOUBLED.search(parts[place])}
    return places.union(_given_twice(parts), with_doubled_letters(group))


def _given_twice(texts: list[str]) -> list[int]:
    """The places of the texts whose second half is their first, with a blank between them or none."""
    return [
        place
        for place, text in enumerate(texts)
        if (half := (len(text) + 1) // 2) > _FEW and text[half] == text[0] and text.startswith(text[half:])
    ]


@segment_rule("TX007", "doubled-word", severity="warning", its="duplication", default="lang", among=_places)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield a finding for each word that stands twice, at the second."""
    source, target = facts.source, facts.target
    text = target.text
    if _given_twice([text]) and not text[len(text) // 2 : (len(text) + 1) // 2].strip():
        if not _given_twice([source.text]):
            yield facts.finding("the same text stands twice in a row", target=((len(text) + 1) // 2, len(text)))
        return
    for found in _DOUBLED.finditer(text):
        word = found["word"]
        if _is_correct(facts, found) or any(mark.start <= found.start() < mark.end for mark in target.marks):
            continue
        if found[0].casefold() not in source.text.casefold():
            yield facts.finding(f"{word!r} stands twice in a row", target=found.span("again"))
    for again, end in doubled_letters(target.prose, source.text, facts.profile):
        yield facts.finding(f"{text[again:end]!r} stands twice in a row", target=(again, end))


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
