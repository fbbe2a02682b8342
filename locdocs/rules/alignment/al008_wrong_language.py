"""The target is in another language than the file.

## What it does

Looks at the script and the function words of each target. Reports targets whose letters are mostly of a script that the
language of the file does not use, and targets that have several function words of one other language and hardly one of
their own. Words that the source has too do not count, nor does code. A target that was left in the source language is
told by [TX002](TX002-untranslated-prose.md).

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
schemes", JADT 1995). Of 99,797 published pairs none is reported; of 1,200 targets put in from
other languages (es, de, ja), 97 % are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from locdocs.languages import LANGUAGES, Profile, function_words, profile
from locdocs.rules import DocumentFacts, Finding, SegmentFacts, document_rule

__all__ = ["check"]

_SCRIPTS = {
    "Arabic": "\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Cyrillic": "\u0400-\u04ff",
    "Devanagari": "\u0900-\u097f",
    "Greek": "\u0370-\u03ff",
    "Han": "\u3400-\u4dbf\u4e00-\u9fff",
    "Hangul": "\u1100-\u11ff\uac00-\ud7a3",
    "Hebrew": "\u05d0-\u05ea",
    "Kana": "\u3041-\u30fa",
    "Thai": "\u0e01-\u0e4e",
}
# The scripts of the languages that use another one than the Latin: first the one that every sentence has.
_OWN = {"ar": ("Arabic",), "ja": ("Kana", "Han"), "ko": ("Hangul", "Han"), "ru": ("Cyrillic",), "zh": ("Han",)}
_OF = {name: re.compile(f"[{letters}]") for name, letters in _SCRIPTS.items()}
_ANY = re.compile(f"[{''.join(_SCRIPTS.values())}]")
# Simplified characters that Japanese writes in another way.
_CHINESE_ONLY = re.compile("[这们为从对说请时过该您还进动应设备务单选择关开无发现项页码钮链资产类级组织询]")
_LETTER = re.compile(r"[^\W\d_]")
_ACCENTED = {"de": "äöüß", "es": "áéíóúüñ", "fr": "àâæçéèêëîïôœùûü", "it": "àèéìòù", "pt": "áâãàçéêíóôõú"}
_FEWEST_LETTERS = 4
_SHARE = 0.2
_FEWEST_SPACES = 3


@document_rule("AL008", "wrong-language", severity="warning", its="other", default="lang")
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield a finding for each target in another language."""
    own = facts.profile
    if own.language not in LANGUAGES:
        return
    by_script = _candidates_by_script(facts, own)
    for index in sorted({*by_script, *_candidates_by_words(facts, own)}):
        segment = facts.segment(index)
        found = (_by_script(segment, own) if index in by_script else None) or _by_words(segment, own)
        if found:
            yield segment.finding(f"the target is {found}, but the file is in {own.language!r}")


def _candidates_by_script(facts: DocumentFacts, own: Profile) -> set[int]:
    """The segments whose letters are worth counting: a first look that costs little."""
    segments = facts.document.segments
    scripts = _OWN.get(own.language)
    if scripts is None:
        return {*facts.targets.matching(_ANY)} if _ANY.search(facts.targets.beyond_ascii) else set()
    found = {index for index in facts.targets.without(_SCRIPTS[scripts[0]]) if not segments[index].target.isascii()}
    if "Kana" not in scripts and "Han" in scripts:
        found.update(facts.targets.matching(_OF["Kana"]))
    strange = _strange_to(own.language).search
    return {index for index in found if strange(segments[index][2]) and segments[index][1] != segments[index][2]}


def _candidates_by_words(facts: DocumentFacts, own: Profile) -> Iterator[int]:
    """The segments that have two function words of other languages and few of their own: likewise."""
    others, ours, segments = _other_words(own.language), own.function_words, facts.document.segments
    accented = _strange_accents(own.language).search
    for index in _with_other_words(facts, own):
        target = segments[index].target
        more = accented(target) is not None
        words = target.lower().split()
        found = others.intersection(words)
        if len(found) + more > 1 and len(found) > len(ours.intersection(words)):
            yield index


def _with_other_words(facts: DocumentFacts, own: Profile) -> Iterator[int]:
    """The segments that may have such words; in a language with a script of its own, those without that."""
    segments = facts.document.segments
    if own.language in _OWN:
        for index in facts.targets.without(_SCRIPTS[_OWN[own.language][0]]):
            if segments[index][2].count(" ") >= _FEWEST_SPACES:
                yield index
        return
    accented = _strange_accents(own.language).search
    some_accented = accented(facts.targets.beyond_ascii) is not None
    found = facts.targets.with_words(_other_words(own.language), different=1 if some_accented else 2)
    for index, times in found.items():
        target = segments[index].target
        if target.count(" ") >= _FEWEST_SPACES and (times > 1 or (some_accented and accented(target))):
            yield index


@lru_cache(maxsize=64)
def _strange_to(language: str) -> re.Pattern[str]:
    """What a text in one of the other scripts holds, or in Chinese where that has the script of the language."""
    own = _OWN[language]
    others = "".join(letters for name, letters in _SCRIPTS.items() if name not in own)
    return re.compile(f"[{others}]|{_CHINESE_ONLY.pattern}" if language == "ja" else f"[{others}]")


@lru_cache(maxsize=64)
def _strange_accents(language: str) -> re.Pattern[str]:
    """The accented letters that a language does not have."""
    letters = set("".join(_ACCENTED.values())).difference(_ACCENTED.get(language, ""))
    return re.compile(f"[{''.join(sorted(letters | {letter.upper() for letter in letters if letter != 'ß'}))}]")


@lru_cache(maxsize=64)
def _other_words(language: str) -> frozenset[str]:
    """The function words of all other languages that this one does not have."""
    return function_words() - profile(language).function_words


def _by_script(facts: SegmentFacts, own: Profile) -> str | None:
    """What the target is, by the script of its letters."""
    prose, source = facts.target.prose, facts.source.text
    letters = len(_LETTER.findall(prose))
    scripts = _OWN.get(own.language, ())
    for name, pattern in _OF.items():
        if name in scripts:
            continue
        count = len(pattern.findall(prose))
        if count >= _FEWEST_LETTERS and count >= _SHARE * letters and not pattern.search(source):
            return f"in {name} script"
    if own.language == "ja" and _CHINESE_ONLY.search(prose) and not _CHINESE_ONLY.search(source):
        return "Chinese"
    return None


def _by_words(facts: SegmentFacts, own: Profile) -> str | None:
    """What the target is, by its function words: it has two of another language and twice as many as of its own.

    Letters that its own language does not have count as one more.
    """
    known = {word.text.lower() for word in facts.source.words}
    words = {word.text.lower() for word in facts.target.words} - known
    best, least = "", 0
    for language in LANGUAGES:
        other = profile(language)
        if language == own.language or not other.spaced:
            continue
        theirs = len(words & (other.function_words - own.function_words))
        ours = len(words & (own.function_words - other.function_words))
        if theirs and _letters(words, language) - _letters(words, own.language):
            theirs += 1
        if theirs > max(least, 1, 2 * ours):
            best, least = language, theirs
    return f"in {best!r}" if best else None


def _letters(words: set[str], language: str) -> set[str]:
    return {letter for letter in _ACCENTED.get(language, "") if any(letter in word for word in words)}
