"""The target is far too short or too long for its source.

## What it does

Divides the length of the target by that of the source, both as a reader sees them (without markup and addresses of
links, runs of white space as one), and reports segments outside of the bounds that the profile of the language gives.
The shorter the source, the wider they are, and wide for languages that nobody measured. In languages of another script
than the Latin one, names that both sides write alike are not counted, and targets that keep an English title are left
alone; of sources that are short without their names, only twice what is long is reported, and of targets with no letter
of the language ("TODO") those that are a fifth of a sentence or less. Left alone are sources without a word, and short
targets whose source has a number of two words or more ("twenty-five"), which they may have in digits.

Within the bounds too, a target is reported that has fewer sentences than its source and is a fifth shorter than usual.

## Why

A sentence was cut off, or got the translation of another, or of two.

## Example

```text
source: Open the dashboard, choose a filter, and save the view under a name of its own.
target: Abra el panel
```

## Use instead

```text
source: Open the dashboard, choose a filter, and save the view under a name of its own.
target: Abra el panel, elija un filtro y guarde la vista con un nombre propio.
```

## Source

One pair of bounds for all lengths and languages reports 8,115 published pairs, of which 95 % are Chinese and Japanese.
Of 99,797 published pairs in es, de and ja this rule reports 11, all looked at, 9 true. Of 400 targets cut to a third or
a quarter, and 400 with the next one taken in, it finds with AL007 and TX011 93 % and 85 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import compress, count, pairwise
from operator import sub

from locdocs.languages import Profile
from locdocs.rules import DocumentFacts, Finding, GroupFacts, SegmentFacts, TextFacts, document_rule
from locdocs.rules.alignment.sentences import is_rather_short, lacks_sentence, with_sentences

__all__ = ["check"]

_UNSEEN = re.compile(r"\]\([^()]*\)|<[^<>]*>|\[!|[`*\\\[\]]|https?://\S+")
_WORTH_IT = re.compile(r"[\[<`*\\]|://")
_WORD = re.compile(r"[^\W\d_]{2}")
_LATIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/\\@#%'+-]*")
_NAME = re.compile(r"[a-z0-9][A-Z]|\w[._/\\@#]\w|\d")
_WORDS = re.compile(r"[^\W\d_]+")
_SHORTEST = 20
_FAR_TOO_LONG = 2  # times the bound, where the source is shorter
_SENTENCE = 40
_SHARED_MARKS = 8  # characters of the target that are ASCII, and not those of the source
_STAND_IN = 5  # so many times as long is a sentence as what is no translation of it
_LONGEST = 1000


def _documents(group: GroupFacts) -> set[int]:
    """Those with a segment worth a closer look."""
    if group.profile.length_ratio is None:
        return set()
    suspects = _suspects if group.profile.script == "LATIN" else _suspects_in_another_script
    return group.having(suspects) | group.having(with_sentences)


@document_rule("AL006", "length-ratio", severity="warning", its="length", default="lang", among=_documents)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield the segments outside of the bounds."""
    profile = facts.profile
    if profile.length_ratio is None:
        return
    latin = profile.script == "LATIN"
    is_within = _is_within if latin else _is_within_there
    reported = set()
    for index in facts.among(_suspects if latin else _suspects_in_another_script):
        long, short = _compared(facts.segment(index), latin=latin)
        if not short or is_within(len(long), len(short), profile) or not _WORD.search(long):
            continue
        if len(short) > len(long) or not _has_long_number(long, facts.source_profile):
            reported.add(index)
            yield _finding(facts.segment(index), _counted(facts.segment(index), len(long), len(short), latin=latin))
    for index in facts.among(with_sentences):
        texts = facts.segment(index)
        if index not in reported and lacks_sentence(_seen(texts.source), _seen(texts.target)):
            long, short = _compared(texts, latin=latin)
            if short and is_rather_short(len(long), len(short), profile):
                yield _finding(texts, "the target has fewer sentences than the source, and is short")


def _counted(texts: SegmentFacts, long: int, short: int, *, latin: bool) -> str:
    """The message, with what was counted: who counts the characters of the file comes to other numbers."""
    left_out = "markup other than emphasis is not counted"
    if not latin and short != len(_seen(texts.target)):
        left_out = (
            "not counted are markup other than emphasis, names and words that both have and, in the target, spaces and "
            "words in Latin script"
        )
    return f"the target has {short} character{'' if short == 1 else 's'} for {long} of the source; {left_out}"


def _finding(texts: SegmentFacts, message: str) -> Finding:
    return texts.finding(message, target=(0, len(texts.segment.target)), source=(0, len(texts.segment.source)))


def _compared(texts: SegmentFacts, *, latin: bool) -> tuple[str, str]:
    """What is compared of the source and of the target."""
    source, target = _seen(texts.source), _seen(texts.target)
    return (source, target) if latin else _in_own_letters(source, target, texts.document.source_profile)


def _suspects(group: GroupFacts) -> Iterator[int]:
    """The segments worth a closer look: a first one that costs little, and takes for seen what is not markup."""
    profile = group.profile
    bounds = profile.length_ratio or (0.0, 0.0)
    fitting = range(-5, int(30 * bounds[1]))
    # Markup is about the same on both sides, so what the lengths differ by is seen: most fall out here.
    longer = map(sub, map(len, group.targets.parts), map(len, group.sources.parts))
    for index in compress(count(), [difference not in fitting for difference in longer]):
        source, target = group.segments[index][1:3]
        if source == target:
            continue
        if _WORTH_IT.search(source) or _WORTH_IT.search(target):
            source, target = _UNSEEN.sub("", source), _UNSEEN.sub("", target)
        if not _is_within(len(source), len(target), profile):
            yield index


def _suspects_in_another_script(group: GroupFacts) -> Iterator[int]:
    """The same: what is ASCII in the target is taken for what both sides write alike, but for a few marks."""
    segments = group.segments
    sides = group.sources, group.targets
    lengths = zip(*(map(len, side.parts) for side in sides), group.targets.beyond_ascii_counts, strict=True)
    least, most = _limits(group.profile)
    # Of nearly all segments this is all that is asked.
    open_ones = [
        index
        for index, (source, target, seen) in enumerate(lengths)
        if (unlike := source - target + seen if source + seen > target else 0) >= _LONGEST
        or not least[unlike] <= seen <= most[unlike]
    ]
    for index in open_ones:
        _, source, target, *_ = segments[index]
        if source != target:
            yield index


@lru_cache(maxsize=64)
def _limits(profile: Profile) -> tuple[list[float], list[float]]:
    """The least and the greatest length of a target for each length of a source, up to a thousand characters."""
    bounds = [profile.length_bounds(max(length, 1)) or (0.0, 0.0) for length in range(_LONGEST)]
    least = [length * lowest if length >= _SHORTEST else 0.0 for length, (lowest, _) in enumerate(bounds)]
    return (
        least[_SHARED_MARKS:] + least[-1:] * _SHARED_MARKS,
        [max(length, 1) * highest for length, (_, highest) in enumerate(bounds)],
    )


def _is_within(source: int, target: float, profile: Profile) -> bool:
    bounds = profile.length_bounds(source)
    return bounds is None or bounds[0] * source <= target <= bounds[1] * source


def _is_within_there(source: int, target: int, profile: Profile) -> bool:
    """The same in another script, where little may be left of a source without its names."""
    if source < _SHORTEST and target <= source:
        return True
    return _is_within(source, target / _FAR_TOO_LONG if source < _SHORTEST else target, profile)


def _has_long_number(text: str, language: Profile) -> bool:
    """Whether a text says a number in several words, which digits say in a few characters."""
    numbers = language.spelled_numbers
    words = [word for word in _WORDS.findall(text.lower()) if word != "and"]
    return any(first in numbers and second in numbers for first, second in pairwise(words))


def _seen(text: TextFacts) -> str:
    """What a reader sees: the prose, and the content of code spans."""
    shown = text.prose
    for mark in reversed(text.code_spans):
        shown = shown[: mark.start] + mark.value + shown[mark.end :]
    return " ".join(shown.split())


def _in_own_letters(source: str, target: str, english: Profile) -> tuple[str, str]:
    """What is compared in another script than the Latin one; of a target with no letter of it, all if that is little.

    It may be a name, or a title in English, but no sentence in a word or two.
    """
    long, short = _without_names(source, target, english)
    if not short and len(long) >= _SENTENCE and len(target) * _STAND_IN <= len(source):
        return source, target
    return long, short


def _without_names(source: str, target: str, english: Profile) -> tuple[str, str]:
    """Both texts without the words in Latin script that both have, and without names of files, types and the like."""
    shared = set(_LATIN.findall(source)) & set(_LATIN.findall(target))
    if any(len(word) > 1 and word.lower() in english.function_words for word in shared):
        return "", ""  # a title that was kept in English, with its translation behind it
    left = _LATIN.sub(lambda found: "" if found[0] in shared or _NAME.search(found[0]) else found[0], source)
    return " ".join(left.split()), "".join(_LATIN.sub("", target).split())
