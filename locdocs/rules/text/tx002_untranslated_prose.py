"""Prose of the source language was left in the target.

## What it does

Reports runs of words in the target that stand in the source too and are prose: with function words ("the", "to",
"which"), and not mostly capitalized; four words are enough, three where two are function words. Words in code, in
links, in quotation marks and in bold are not looked at, nor is a text that is followed by its translation in brackets:
names of buttons, titles and messages are rightly left as the reader will meet them. Where the whole target is the
source, all words are looked at. Words that the source does not have are reported too, where they are English beyond
doubt: mostly in lower case, and a quarter of them function words of English alone. It runs for all languages but
English.

## Why

A reader of the language meets a sentence, or half of one, that nobody translated.

## Example

```text
source: Open the panel and choose which of the filters you want.
target: Abra el panel and choose which of the filters you want.
```

## Use instead

```text
source: Open the panel and choose which of the filters you want.
target: Abra el panel y elija cuál de los filtros quiere.
```

## Source

About 360 segments in 430,000 published pairs (docs/format.md, "Quality of what is published"). On five trees (99,797
pairs) this rule finds 12; all were looked at, 11 are true. Of 200 targets with a sentence of another document behind
them, it finds 165.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress, count
from operator import eq

from locdocs.languages import Profile
from locdocs.model import Segment
from locdocs.rules import Finding, GroupFacts, SegmentFacts, TextFacts, segment_rule
from locdocs.rules.other_words import ENGLISH, words_to_look_for
from locdocs.rules.text_facts import Word

__all__ = ["check"]

# Straight and closing single quotation marks are apostrophes too: these have a letter on their other side.
_ENCLOSED = re.compile(
    r"""\[ [^\[\]]*+ \] | \*\* (?! \s ) (?: [^*]++ | \*(?!\*) )++ \*\* | " [^"]++ " | [“”„] [^“”„]++ [“”„]
    | « [^«»]++ » | » [^«»]++ « | ‘ [^‘’]++ ’ | ‚ [^‚‘’]++ [‘’] | ‹ [^‹›]++ › | › [^‹›]++ ‹
    | (?<![A-Za-z0-9\u00c0-\u024f]) (?P<mark> ['’] ) (?= [A-Za-z] ) (?: [^'’\n]++ | ['’] (?= [A-Za-z] ) )++ (?P=mark)
    | 「 [^「」]++ 」 | 『 [^『』]++ 』 | 《 [^《》]++ 》 | 〈 [^〈〉]++ 〉 """,
    re.VERBOSE,
)
_FOLLOWED_BY_TRANSLATION = re.compile(r"[^\w\n(（]*+[(（]\s*+[^\W\d_]")
_LOWER = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[^\w.!?;()（）。]*+")
# Those of them that no other language has; "is", "of" and "by" are Afrikaans too.
_ONLY_ENGLISH = frozenset({
    "the", "and", "that", "with", "you", "this", "from", "your", "which", "are", "these", "should", "would", "their",
})  # fmt: skip
_LEAST = 3
"""So many words in lower case has prose, of those that count."""


def _places(group: GroupFacts) -> set[int]:
    """The segments with some English word, and those that nobody translated: these may have rarer ones."""
    targets = group.targets.parts
    same = compress(count(), map(eq, group.sources.parts, targets))
    english = group.targets.words.counted(ENGLISH, among=words_to_look_for(group.profile))
    return {*english, *(place for place in same if targets[place].count(" ") >= _LEAST)}


def _may_hold(segment: Segment) -> bool:
    """Whether enough lower-case words of the target are in the source, or function words of English."""
    words = [word for word in _LOWER.findall(segment[2]) if word.islower()]
    if len(words) < _LEAST:
        return False
    return len([word for word in words if word in segment[1]]) >= _LEAST or len(ENGLISH.intersection(words)) > 1


@segment_rule(
    "TX002",
    "untranslated-prose",
    severity="warning",
    its="untranslated",
    default="lang",
    among=_places,
    when=_may_hold,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield one finding for the longest run of a segment."""
    whole = facts.segment.source.strip() == facts.segment.target.strip()
    source = facts.document.source_profile
    # Words that both languages have tell nothing of a part, and of the whole that it is English.
    function_words = source.function_words if whole else _only_there(source, facts.profile)
    if not function_words:
        return
    known, words = facts.source.vocabulary, facts.target.vocabulary
    runs: list[list[Word]] = []
    # What no prose can do without is asked for first, wherever it stands.
    if not function_words.isdisjoint(map(str.lower, words & known)):
        runs = [run for run in _runs(facts.target, known, whole=whole) if _is_prose(run, function_words)]
    if not runs and not whole and not _ONLY_ENGLISH.isdisjoint(words & function_words):
        strange = _english_runs(facts.target, facts.profile.function_words - source.function_words)
        runs = [run for run in strange if _is_english(run, function_words, facts.source.text.lower())]
    if not runs:
        return
    longest = max(runs, key=len)
    start, end = longest[0].start, longest[-1].end
    if whole or not _is_translated_behind(facts.target.prose, longest, known):
        yield facts.finding("this was left in the source language", target=(start, end))


def _is_translated_behind(prose: str, run: Sequence[Word], known: frozenset[str]) -> bool:
    """Whether brackets follow that hold the translation, or the initials of a name; and no English of the source."""
    found = _FOLLOWED_BY_TRANSLATION.match(prose, run[-1].end)
    if not found:
        return False
    words = _LOWER.findall(prose[found.end() - 1 :].partition(")")[0].partition("）")[0])
    if len(words) == 1 and words[0].isupper():
        return len(run) <= len(words[0]) + 2
    return 2 * len([word for word in words if word in known]) <= len(words)


@lru_cache(maxsize=64)
def _only_there(source: Profile, target: Profile) -> frozenset[str]:
    return source.function_words - target.function_words


def _runs(text: TextFacts, known: frozenset[str], *, whole: bool) -> Iterator[list[Word]]:
    """The runs of known words in a text; markup and commas do not end a run.

    :param whole: words in links, in bold and in quotation marks count too.
    """
    prose = text.prose if whole else _ENCLOSED.sub(lambda found: " " * len(found[0]), text.text)
    linked = [found.span() for found in _ENCLOSED.finditer(text.text) if found[0][0] == "["]
    run: list[Word] = []
    for word in text.words:
        # A title that was kept begins no run; "Learn how to [manage locations](..)" goes on with it.
        goes_on = len(run) >= _LEAST and any(start <= word.start < end for start, end in linked)
        if word.text not in known or (prose[word.start : word.end] != word.text and not goes_on):
            if run and prose[word.start : word.end] == word.text:
                yield run
                run = []
            continue
        if run and not _BETWEEN.fullmatch(text.prose, run[-1].end, word.start):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _english_runs(text: TextFacts, others: frozenset[str]) -> Iterator[list[Word]]:
    """The runs of words that may be English: without other letters, and none of some other words between them."""
    prose = _ENCLOSED.sub(lambda found: " " * len(found[0]), text.text)
    run: list[Word] = []
    for word in text.words:
        shown = prose[word.start : word.end]
        fits = shown == word.text and shown.replace("’", "'").isascii() and shown not in others
        if run and not (fits and _BETWEEN.fullmatch(text.prose, run[-1].end, word.start)):
            yield run
            run = []
        if fits:
            run.append(word)
    if run:
        yield run


def _is_english(run: list[Word], function_words: frozenset[str], source: str) -> bool:
    """Whether some words are English prose, and not taken from the source, of which names may be a part."""
    lower = [word.text for word in run if word.text.islower()]
    functions = [word for word in lower if word in function_words]
    return (
        len(functions) >= max(_LEAST, len(run) / 4)
        and len({*functions}) > 1
        and not _ONLY_ENGLISH.isdisjoint(functions)
        and len(lower) * 5 >= len(run) * 3
        and len([word for word in {*lower} if word not in source]) >= _LEAST
    )


def _is_prose(run: list[Word], function_words: frozenset[str]) -> bool:
    lower = sum(word.text.islower() for word in run)
    functions = sum(word.text in function_words for word in run)
    # A sentence begins with a capital: "The new limit takes effect .."
    functions += run[0].text.istitle() and run[0].text.lower() in function_words
    return functions >= 1 and lower >= 5 - functions and lower * 5 >= len(run) * 2
