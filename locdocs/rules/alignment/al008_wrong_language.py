"""The target is in another language than the file.

## What it does

Looks at the script and the function words of each target. Reports targets whose letters are mostly of a script that the
language of the file does not use, and targets that have several function words of one other language and hardly one of
their own. In languages of another script than the Latin one, a target with four words in Latin letters, and none in its
own, is reported too; and so is one with letters that a sister language has: Ukrainian ones in Russian, Persian ones in
Arabic, traditional characters in simplified Chinese and the reverse. What the source has too does not count, nor does
code. Where most targets that are long enough to tell are in another language, the file gives one finding, at the first:
then it is the language of the file that is wrong, which [FM004](FM004.md) tells where the right one is known. A target
that was left in the source language is told by [TX002](TX002-untranslated-prose.md).

It runs for languages whose script is known, and counts words in those whose frequent words are.

## Why

Somebody pasted from the file of another language, or a memory gave the segment of another one.

## Example

```text
source: Choose a filter from the list.
target: Wählen Sie einen Filter aus der Liste aus.       (in a Spanish file)
```

## Use instead

```text
target: Elija un filtro de la lista.
```

## Source

Counting function words tells languages apart in a dozen words (Grefenstette, "Comparing two language identification
schemes", JADT 1995). Of 99,797 published pairs none is reported, and of 50,307 messages of two programs in 43 languages
and variants none; of 1,200 targets put in from other languages (es, de, ja), 97 % are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from locdocs.languages import LANGUAGES, Profile, profile
from locdocs.rules import DocumentFacts, Finding, GroupFacts, SegmentFacts, document_rule
from locdocs.rules.alignment.scripts import (
    ANY_OTHER,
    CHINESE_ONLY,
    LETTERS,
    foreign_letters,
    letters_of,
    own_scripts,
    strange_to,
)
from locdocs.rules.other_words import other_words, words_to_look_for

__all__ = ["check"]

_ASCII = re.compile("[a-z]")
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 4
_SHARE = 0.2
_FEWEST_SPACES = 3
_FEWEST_WORDS = 4
# So it is in 1,037 of 1,065 cases of a published file (es, de, ja) that says it is in a language it is not in.
_FEWEST_LONG = 5
_SPACES_OF_LONG = 7
_MOST = 0.7
# A name from the sister language has one, or few in a long text.
_FEWEST_FOREIGN = 2
_FOREIGN_SHARE = 0.03


def _documents(group: GroupFacts) -> set[int]:
    """Those with a segment worth a closer look."""
    own = group.profile
    if not own_scripts(own) and own.script != "LATIN":
        return set()
    found = group.having(_with_other_script) | group.having(_with_words)
    return found | group.having(_with_foreign_letters) if foreign_letters(own) else found


@document_rule("AL008", "wrong-language", severity="warning", its="other", default="lang", among=_documents)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield a finding for each target in another language."""
    own = facts.profile
    scripts = own_scripts(own)
    if not scripts and own.script != "LATIN":
        return
    found = dict(_of_other_scripts(facts, own))
    for index in facts.among(_with_words):
        if index not in found and (language := _by_words(facts.segment(index), own)):
            found[index] = language
    file = facts.document.target_language
    if _is_most(facts, found):
        language, _ = Counter(found[index] for index in sorted(found)).most_common(1)[0]
        yield facts.segment(min(found)).finding(
            f"most targets are {language}, this one and {len(found) - 1} more, but the file is in {file!r}"
        )
        return
    for index, language in sorted(found.items()):
        yield facts.segment(index).finding(f"the target is {language}, but the file is in {file!r}")


def _is_most(facts: DocumentFacts, found: Collection[int]) -> bool:
    """Whether the file is in another language: most targets that are long enough to tell are."""
    if len(found) < _FEWEST_LONG:
        return False
    long = [
        index
        for index, segment in enumerate(facts.document.segments)
        if segment.source.count(" ") >= _SPACES_OF_LONG and segment.source != segment.target
    ]
    return len(long) >= _FEWEST_LONG and sum(index in found for index in long) >= _MOST * len(long)


def _of_other_scripts(facts: DocumentFacts, own: Profile) -> Iterator[tuple[int, str]]:
    """The segments that are in another language by their letters, each with what it is in."""
    for index in facts.among(_with_other_script):
        if language := _by_script(facts.segment(index), own):
            yield index, language
    if foreign_letters(own):
        for index in facts.among(_with_foreign_letters):
            for name, letters in foreign_letters(own).items():
                if _has_letters(facts.segment(index), letters):
                    yield index, f"in {name}"


def _with_foreign_letters(group: GroupFacts) -> Iterator[int]:
    """The segments with letters that only sister languages have."""
    targets = group.targets
    for letters in foreign_letters(group.profile).values():
        if letters.search(targets.beyond_ascii):
            yield from targets.matching(letters)


def _with_other_script(group: GroupFacts) -> Iterable[int]:
    """The segments whose letters are worth counting: a first look that costs little."""
    segments, targets, own = group.segments, group.targets, group.profile
    scripts = own_scripts(own)
    if not scripts:
        return targets.matching(ANY_OTHER) if ANY_OTHER.search(targets.beyond_ascii) else ()
    found = {index for index in targets.without(letters_of(scripts[0])) if not segments[index].target.isascii()}
    if "Kana" not in scripts and "Han" in scripts:
        found.update(targets.matching(LETTERS["Kana"]))
    strange = strange_to(own).search
    return [index for index in found if strange(segments[index][2]) and segments[index][1] != segments[index][2]]


def _with_words(group: GroupFacts) -> Iterator[int]:
    """The segments that have words of other languages, and few of their own: likewise."""
    segments, targets, own = group.segments, group.targets, group.profile
    scripts = own_scripts(own)
    if scripts:
        for index in targets.without(letters_of(scripts[0])):
            source, target = segments[index][1:3]
            if source == target or target.count(" ") < _FEWEST_SPACES:
                continue
            if len([word for word in target.split() if word not in source]) > 1:
                yield index
        return
    if not own.function_words:
        return
    others, ours = other_words(own), own.function_words
    accented = _strange_accents(own.language).search
    some_accented = accented(targets.beyond_ascii) is not None
    for index, times in targets.words.counted(others, among=words_to_look_for(own)).items():
        target = segments[index].target
        if target.count(" ") < _FEWEST_SPACES or not (times > 1 or (some_accented and accented(target))):
            continue
        more = accented(target) is not None
        words = target.lower().split()
        found = others.intersection(words)
        if len(found) + more > 1 and 2 * len(found) > len(ours.intersection(words)):
            yield index


@lru_cache(maxsize=64)
def _strange_accents(language: str) -> re.Pattern[str]:
    """The accented letters that a language does not have."""
    every = {letter for other in LANGUAGES for letter in profile(other).accented}
    letters = every.difference(profile(language).accented)
    return re.compile(f"[{''.join(sorted(letters | {letter.upper() for letter in letters if letter not in 'ßı'}))}]")


def _by_script(facts: SegmentFacts, own: Profile) -> str | None:
    """What the target is, by the script of its letters."""
    prose, source = facts.target.prose, facts.source.text
    letters = len(_LETTER.findall(prose))
    scripts = own_scripts(own)
    for name, pattern in LETTERS.items():
        if name in scripts:
            continue
        count = len(pattern.findall(prose))
        if count >= _FEWEST_LETTERS and count >= _SHARE * letters and not pattern.search(source):
            return f"in {name} script"
    if own.language == "ja" and CHINESE_ONLY.search(prose) and not CHINESE_ONLY.search(source):
        return "Chinese"
    return None


def _has_letters(facts: SegmentFacts, pattern: re.Pattern[str]) -> bool:
    """Whether the target has so many letters of a sister language that it is no name."""
    prose = facts.target.prose
    count = len(pattern.findall(prose))
    if count < _FEWEST_FOREIGN or pattern.search(facts.source.text):
        return False
    return count >= _FOREIGN_SHARE * len(_LETTER.findall(prose))


def _by_words(facts: SegmentFacts, own: Profile) -> str | None:
    """What the target is, by its function words: it has two of another language and twice as many as of its own.

    Letters that its own language does not have count as one more. In a language of another script, words in Latin
    letters are enough; capitalized ones may be a name.
    """
    known = {word.lower() for word in facts.source.vocabulary}
    seen = facts.target.vocabulary
    words = {word.lower() for word in seen} - known
    best, least = "", 0
    for other, only_theirs, only_ours in _languages_with_words(own):
        theirs = len(words & only_theirs)
        if not theirs:
            continue
        if _letters(words, other) - _letters(words, own):
            theirs += 1
        if theirs > max(least, 1, 2 * len(words & only_ours)):
            best, least = other.language, theirs
    if best:
        return f"in {best!r}"
    if own.script == "LATIN":
        return None
    unknown = [word for word in seen if word.isalpha() and word.islower() and word not in known and _ASCII.search(word)]
    return "in Latin script" if len(unknown) >= _FEWEST_WORDS else None


@lru_cache(maxsize=64)
def _languages_with_words(own: Profile) -> tuple[tuple[Profile, frozenset[str], frozenset[str]], ...]:
    """All other languages with blanks between words, each with the function words that one of the two lacks."""
    others = {found.language: found for found in map(profile, LANGUAGES) if found.spaced}
    return tuple(
        (other, other.function_words - own.function_words, own.function_words - other.function_words)
        for language, other in others.items()
        if language != own.language
    )


def _letters(words: set[str], language: Profile) -> set[str]:
    return {letter for letter in language.accented if any(letter in word for word in words)}
