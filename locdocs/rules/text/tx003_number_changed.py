"""A number was changed in translation.

## What it does

Reports segments in which the source has a number that the target has not, and the target one that the source has not.
Numbers of the source that are written as words count too: "twenty-three" that became 27; and so does a version with a
part more or less, 4.3 that became 4.3.1.
Numbers count as the same however a translator may write them: leading zeros and the order of dates, marks for
thousands and decimals, groups of two digits (1,00,000), 12 and 24 hours, short years (FY20), Buddhist years in Thai,
months as names or numbers, full-width digits, Chinese, Japanese and Korean units and numerals (1.5 million as 150 万),
thousands and millions, and words where the profile of the language knows them. So do other measures of the same: 14
days for two weeks, 75 % for three quarters, a word for 1.5, whatever "half" may be. Numbers in code, in destinations of
links and in URLs are not looked at.

## Why

A wrong number is the fault that readers act on: a limit, a version, a time, a price.

## Example

```text
source: The limit is 12 filters.
target: El límite es de 16 filtros.
```

## Use instead

```text
source: The limit is 12 filters.
target: El límite es de 12 filtros.
```

## Source

Runs of digits differ in 0.43 % of 968,512 published pairs; nearly all of these were rightly rewritten, about one in
forty of those changed both ways is an error (docs/format.md, "Quality of what is published"). On five published trees
(99,797 pairs) this rule finds 10; all were looked at, all are true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from locdocs.languages import Profile
from locdocs.rules import Finding, GroupFacts, SegmentFacts, segment_rule
from locdocs.rules.numbers import Number, is_year, months_for, other_version, unmatched_words, words_for

__all__ = ["check"]

_RUN = re.compile(r"\d+")
_ADDED = frozenset("01")
_WRITTEN = re.compile(r"\d+(?:[.,:/-]\d+)*")


def _places(group: GroupFacts) -> Iterator[int]:
    """The segments whose targets have digits that the source has not, nor says in words, but for what is added."""
    segments, language = group.segments, group.source_profile
    for index in group.triggered(differs="0123456789"):
        _, source, target, *_ = segments[index]
        new = _runs(target)
        if not new:
            continue
        lost = False
        for run in _runs(source):
            if run in new:
                new.remove(run)
            else:
                lost = True
                break
        if lost or not _are_said(new, source, language) or other_version(source, target):
            yield index


def _runs(text: str) -> list[str]:
    """The runs of digits; "05" in a date is "5"."""
    return [run[1] if len(run) == 2 and run[0] == "0" else run for run in _RUN.findall(text)]


def _are_said(runs: list[str], text: str, language: Profile) -> bool:
    """Whether a text says small numbers in words, or as months, as often as they are wanted: a first look."""
    return all(
        len(run) <= 2 and runs.count(run) <= sum(len(words.findall(text)) for words in _words(int(run), language))
        for run in runs
        if run not in _ADDED
    )


@lru_cache(maxsize=512)
def _words(number: int, language: Profile) -> tuple[re.Pattern[str], ...]:
    """The words of a language for a small number, and its month."""
    return tuple(filter(None, (words_for(language, frozenset((number,))), months_for(language, frozenset((number,))))))


@segment_rule("TX003", "number-changed", severity="error", its="numbers", among=_places)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield one finding for all numbers of the segment, at the first that differs."""
    source, target = facts.source, facts.target
    lost, changed = facts.unmatched_numbers
    if not lost:
        changed = tuple(number for number in changed if _says_something(number))
        if changed:
            languages = source.language, target.language
            lost, changed = unmatched_words(source.prose, target.prose, *languages, changed)
    if lost and changed:
        yield facts.finding(
            f"the source says {_as_written(source.prose, lost)}, the target {_as_written(target.prose, changed)}",
            target=(changed[0].start, changed[0].end),
            source=(lost[0].start, lost[0].end),
        )
    elif other := other_version(source.prose, target.prose):
        message = f"the source says {other.source}, the target {other.target}"
        yield facts.finding(message, target=other.target_place, source=other.source_place)


def _says_something(number: Number) -> bool:
    """Whether a number that only the target has is more than what translators add: zero minutes, one thing, a year."""
    return not number.values & {0, 1} and not is_year(number)


def _as_written(prose: str, numbers: tuple[Number, ...]) -> str:
    """The numbers with what belongs to them: a whole version, date or time."""
    found = [
        next(
            (match[0] for match in _WRITTEN.finditer(prose) if match.start() <= number.start < match.end()), number.text
        )
        if number.text[:1].isdecimal()
        else number.text
        for number in numbers
    ]
    return ", ".join(dict.fromkeys(found))
