"""A number of the source is missing in the target.

## What it does

Reports numbers that are written with digits in the source and stand nowhere in the target, neither in another spelling
nor in words, as far as the profile of the language knows them: "two", but also "two-step", "third", "half" and "a
week". What translators say without a number is left alone: "24/7", "3rd party", "4-core", zeros as in "6:00 PM" and
"$4.00", a year for the second time, "1 item" where the target has a word for one. In languages whose words for numbers
are not known, numbers up to 100 and whole thousands are left alone too: translators spell these out, unless they are
part of a version, a date, a price, a share, a measure or a name. Where the target has another number instead, that is
[TX003](TX003.md).

## Why

A number that is missing is often all there is to see of a phrase that was left out.

## Example

```text
source: NuGet 2.8.6 is an update of 2.8.5.
target: NuGet 2.8.6 es una actualización.
```

## Use instead

```text
source: NuGet 2.8.6 is an update of 2.8.5.
target: NuGet 2.8.6 es una actualización de 2.8.5.
```

## Source

708 of 968,512 published pairs (docs/format.md, "Quality of what is published"), counted by runs of digits alone. On
five published trees (99,797 pairs) this rule finds 24; all were looked at, 16 are true. The others are free but right
("in month 1", "100 %", "1-dimensional"), which is why it is no more than information.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from locdocs.model import Segment
from locdocs.rules import Finding, SegmentFacts, segment_rule
from locdocs.rules.numbers import Number, is_year, other_version, says_one

__all__ = ["check"]

_RUN = re.compile(r"\d+")
_SAID_WITHOUT = re.compile(
    r"""
      \b [1-3] (?: st | nd | rd ) [ -] part      # 3rd party
    | \b 1 : 1 \b
    | \b (?: Q [1-4] | H [12] ) \b              # quarters and halves of a year
    | [:.,]00 (?!\d)                            # 6:00 PM, $4.00
    | \b 24 \s*+ [x×X*/-] \s*+ 7 (?: [x×X/-] 365 )? \b
    | \b [1-9] -core \b                          # quad-core
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MOST_IN_WORDS = 100
_OWN_WORD = re.compile(
    r"(?![\w%]|[.,:/+-][\w*]|\s%|\s?(?:[A-Z]{1,3}|k[BgmW]|[cm]m|ms|px)\b)|(?:st|nd|rd|th|x)\b|-[a-z]"
)
_PART_OF_MORE = re.compile(  # a version, name or price; a date
    r"""
      (?: [^\W_] | [#&+$€£¥] \s? | \d [.,:/-] ) \Z
    | \b (?: Jan | Feb | Mar | Apr | May | Ju[nl] | Aug | Sept? | Oct | Nov | Dec ) [a-z]* \.? \s \Z
    """,
    re.VERBOSE,
)
_ONE_THING = re.compile(r"(?<![\w.,:/-])1(?=(?: |-)[a-z]|s\b|st\b)")


def _has_fewer(segment: Segment) -> bool:
    """Whether the source has a run of digits that the target has not as often."""
    source = _RUN.findall(segment[1])
    if not source:
        return False
    target = _RUN.findall(segment[2])
    return source != target and bool(Counter(source) - Counter(target))


@segment_rule("TX004", "number-missing", severity="info", its="omission", differs="0123456789", when=_has_fewer)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield one finding for all missing numbers of the segment."""
    source, target = facts.source, facts.target
    lost, new = facts.unmatched_numbers
    if new or not lost or not target.text.strip() or other_version(source.prose, target.prose):
        return
    if not facts.profile.spelled_numbers:
        lost = tuple(number for number in lost if not _may_be_spelled(source.prose, number))
    free = [found.span() for found in _SAID_WITHOUT.finditer(source.prose)]
    free += (
        [found.span() for found in _ONE_THING.finditer(source.prose)] if says_one(target.prose, facts.profile) else []
    )
    left = Counter(_RUN.findall(source.text)) - Counter(_RUN.findall(target.text))
    years = {number.text for number in target.numbers if is_year(number)}
    missing = [
        number for number in lost if _is_missing(number, free, left) and not _as_year(source.prose, number, years)
    ]
    if missing:
        named = ", ".join(dict.fromkeys(number.text for number in missing))
        yield facts.finding(f"the target lacks {named}", source=(missing[0].start, missing[0].end))


def _may_be_spelled(prose: str, number: Number) -> bool:
    """Whether translators like to spell a number out: it is small or round, and no part of a version, name or code."""
    before = prose[max(0, number.start - 12) : number.start]
    if is_year(number) or not _OWN_WORD.match(prose, number.end) or _PART_OF_MORE.search(before):
        return False
    value = min(number.values)
    return value <= _MOST_IN_WORDS or not value % 1000


def _is_missing(number: Number, free: list[tuple[int, int]], left: Counter[str]) -> bool:
    """Whether a number is not among what is said without it, nor in the markup of the target."""
    if not any(left[run] for run in _RUN.findall(number.text)):
        return False
    return not any(start < number.end and number.start < end for start, end in free)


def _as_year(prose: str, number: Number, years: set[str]) -> bool:
    """Whether a number is a year, or its last digits as in FY21, that is among those of the target."""
    short = prose[max(number.start - 1, 0) : number.start].isalpha()
    return number.text in years or (short and number.text in {year[2:] for year in years})
