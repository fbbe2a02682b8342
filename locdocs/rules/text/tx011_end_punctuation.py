"""The target does not end with the mark that its source ends with.

## What it does

Compares the last mark of source and target, behind which only brackets, quotation marks and emphasis may follow.
Reports a source that ends with a full stop, question mark, exclamation mark or colon, and a target that ends with none
or with another one; and a target that ends with `?` where its source ends with a letter. What stands for a mark in the
language counts as it (`。`, `؟`, in Greek `;` for `?`). An exclamation mark that became a full stop is left alone, in
Chinese, Japanese, Korean, Russian and Ukrainian a colon that became one too, and so is a full stop or colon that was
added. It runs for languages whose marks are known, all in Latin script among them.

A missing mark is left alone in labels (up to three words, two in a question, of which the target has one or two) and in
links that are a segment of their own, where the sentence goes on in brackets, and in documents whose targets leave out
the full stop again and again, as German lists do. So is a missing full stop where that of the source belongs to an
abbreviation ("5:30 p.m."), and in Korean where the target does not end as sentences do. A full stop behind a closing
quotation mark (`?».`) is left alone, and a question mark where the source is a question without one.

## Why

A sentence without its end is often half a sentence: the target was cut off, or belongs to another source.

## Example

```text
source: Open the panel and choose a filter.
target: Abra el panel y elija un
```

## Use instead

```text
source: Open the panel and choose a filter.
target: Abra el panel y elija un filtro.
```

## Source

38,672 published targets when marks are compared as they are, nearly all of them right in their language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import compress, count, repeat
from operator import itemgetter

from locdocs.languages import Profile
from locdocs.model import Segment
from locdocs.rules import DocumentFacts, Finding, GroupFacts, SegmentFacts, TextFacts, segment_rule

__all__ = ["check"]

_MARKS = ".?!:。．？！：؟۔"
_SAME = dict(zip("。．？！：؟۔", "..?!:?.", strict=True))
_ADDED = "?？؟"
_CLOSING = "\\*_~()[]{}\"'\u201c\u201d\u2018\u2019«»‹›「」『』（）【】［］"
_LAST_OF_MARKUP = frozenset(f"{_CLOSING}> \n")
_LAST = re.compile(rf"[^\s{re.escape(_CLOSING)}](?=[\s{re.escape(_CLOSING)}]*\Z)")
_OPENING = re.compile(r"\s*[(（]")
_ONE_LINK = re.compile(r"[*_]*\[[^\[\]]*\]\([^()]*\)[*_]*")
_QUESTION = re.compile(
    r"\W*(?:how|what|when|where|which|who|why|can|could|do|does|did|is|are|was|will|would|should|have|has)\b",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"(?<![^\W_])(?:[AaPp]\.[Mm]|etc|e\.g|i\.e|vs|approx|Inc|Ltd|Corp|Co|U\.S|Jr|Sr)\.\W*\Z")
_SENTENCE = 3
"""Fewer words are a label or a phrase, unless the source has more."""
_HABIT = 3
"""So many full stops left out are no slip."""
_BARE = " \n\\*_)]\"'”」）"
_last_of = itemgetter(slice(-1, None))
_DECISIVE = frozenset(_BARE)
_SAYING = _DECISIVE.union(_MARKS)
_ANSWERING = _DECISIVE.union(_ADDED)


def _among(group: GroupFacts) -> list[int]:
    """The segments whose last characters do not settle it."""
    sources, targets = (map(_last_of, side.parts) for side in (group.sources, group.targets))
    return list(compress(count(), map(_is_open, sources, targets, repeat(group.profile))))


@lru_cache(maxsize=1 << 14)  # few characters end a text
def _is_open(source: str, target: str, profile: Profile) -> bool:
    if source in profile.sentence_ends and target and target in _marks_for(source, profile):
        return False
    same = source == _SAME.get(target, target)
    return (source in _SAYING or target in _ANSWERING) and (not same or source in _DECISIVE)


def _marks_for(mark: str, profile: Profile) -> str:
    """The marks with which a target may end where its source ends with one of those that the profile knows."""
    ends = profile.sentence_ends
    free = ends["."] if mark == "!" or (mark == ":" and not profile.spaced) else ""
    return ends[mark] + free + "…"


def _differs(segment: Segment) -> bool:
    """Whether the last characters are marks, and not the same ones: a first look that costs little."""
    target = segment[2].rstrip(_BARE)[-1:]
    source = segment[1].rstrip(_BARE)[-1:]
    return (source in _MARKS or target in _ADDED) and target != "" and source != _SAME.get(target, target)


@segment_rule(
    "TX011", "end-punctuation", severity="info", its="typographical", default="lang", among=_among, when=_differs
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield one finding, at the end of the target."""
    ends = facts.profile.sentence_ends
    source, target = _end(facts.source), _end(facts.target)
    if not ends or not source or not target:
        return
    wanted, got = source[0], target[0]
    if wanted in ends:
        if got not in _marks_for(wanted, facts.profile) and not _is_said_otherwise(facts, wanted, got):
            shown = f"with {got!r}" if got in _MARKS else "without"
            yield facts.finding(f"the source ends with {wanted!r}, the target {shown}", target=target.span())
    elif wanted.isalpha() and got in _ADDED and not _QUESTION.match(facts.source.prose):
        yield facts.finding(f"the target ends with {got!r}, the source without a mark", target=target.span())


def _is_said_otherwise(facts: SegmentFacts, wanted: str, got: str) -> bool:
    """Whether the target is right all the same: a label or a phrase, or a mark that stands a little further on."""
    target = facts.target.text.rstrip()
    if got in _MARKS:  # «¿Seguro?».
        return any(mark in target.rstrip(got).rstrip(_CLOSING)[-1:] for mark in facts.profile.sentence_ends[wanted])
    if _OPENING.match(_following(facts)) or _ONE_LINK.fullmatch(target):
        return True
    if wanted == "." and (_ABBREVIATION.search(facts.source.prose) or not _ends_a_sentence(got, facts.profile)):
        return True
    return _is_label(facts, wanted) or _leaves_marks_out(facts.document)


def _ends_a_sentence(letter: str, profile: Profile) -> bool:
    return not profile.final_letters or letter in profile.final_letters


def _is_label(facts: SegmentFacts, wanted: str) -> bool:
    """Whether it has too few words for a sentence; a question needs fewer than others."""
    words = len(facts.target.words) if facts.profile.spaced else len(facts.target.prose.strip()) // 2
    return words < _SENTENCE and (len(facts.source.words) <= _SENTENCE - (wanted == "?") or not words)


def _following(facts: SegmentFacts) -> str:
    """What the target text has right behind the segment."""
    segments, index = facts.document.document.segments, facts.index
    if index + 1 == len(segments):
        return ""
    between = facts.document.text[facts.segment.end : segments[index + 1].start]
    return between + segments[index + 1].target if not between.strip(" ") else between


def _leaves_marks_out(document: DocumentFacts) -> bool:
    """Whether the translation of a document leaves the full stop out again and again, as German lists do."""
    cache = document.document.cache
    if "stops left out" not in cache:
        cache["stops left out"] = sum(
            segment[1][-1:] == "." and segment[2][-1:].isalpha() and _ends_a_sentence(segment[2][-1], document.profile)
            for segment in document.document.segments
        )
    found: int = cache["stops left out"]
    return found >= _HABIT


def _end(text: TextFacts) -> re.Match[str] | None:
    """The last character, closing brackets, quotation marks, emphasis, tags and destinations of links left aside."""
    shown = text.text
    if shown[-1:] not in _LAST_OF_MARKUP:
        return _LAST.search(shown)
    for mark in reversed(text.of_kind("link", "image", "reference", "tag", "comment")):
        if shown[mark.end :].strip(_CLOSING + " \n"):
            break
        shown = shown[: mark.start]
    return _LAST.search(shown)
