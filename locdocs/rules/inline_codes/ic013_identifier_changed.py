"""A name of code that stands outside of code spans was changed.

## What it does

Looks for names in the prose of the source that are code beyond doubt: capitals inside of a word (`DeleteFile`), an
underscore or a dot between letters (`max_size`, `WinCon.h`), call parentheses (`open()`), options (`--verbose`,
`-Force`). Reports one that the target does not have, if there is something like it in its place:

- the same name with blanks in it, or with another dash;
- the same name in other case, if it has an underscore or call parentheses;
- a name of the same kind that the source does not have, if the two are alike, or if each side has only this one.

Names that are merely missing are not reported: sentences are made shorter, and products have other names elsewhere.
Neither is another case in any other name: files, hosts, options and products are written both ways (`PowerShell`,
`powershell`). All names of a segment are one finding, at the first of them. The fix takes the names of the source; it
is unsafe, because the source may be at fault.

## Why

Machine translation sets blanks at dots, translates halves of names, and now and then takes the neighbour in the
alphabet. What readers copy from the page does not exist.

## Example

```text
source: Call **DeleteFile**, and include Shapes.h.
target: Llame a **D eleteFile** e incluya Shapes. h.
```

## Use instead

```text
source: Call **DeleteFile**, and include Shapes.h.
target: Llame a **DeleteFile** e incluya Shapes.h.
```

## Source

Such faults stand in published pages (`D eleteFile`, and one function of an API for its neighbour), and no other rule
names them: code spans are IC004. On five trees (99,797 pairs) this rule finds 323 segments with 470 names, most of them
blanks behind the dots of file names in one tree of tables; of 20 segments that were looked at 19 are true. The other
has a name that stands for others, which the target translates, rightly. Another case alone would be 155 names more. Of
2,000 names that were spoiled in published targets it finds 1,980.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from locdocs.rules import Finding, GroupFacts, SegmentFacts, TextFacts, segment_rule
from locdocs.rules.inline_codes.code_names import LETTER, Name, Others, may_be_like, names
from locdocs.rules.inline_codes.comparing import comparable, quoted_apart
from locdocs.rules.lazily import lazy
from locdocs.rules.light_markup import blanked

__all__ = ["check"]

_WORD = re.compile(r"[^\s\\]+")
_LETTERS = re.compile(f"[{LETTER}]")
_TOKEN = re.compile(rf"[{LETTER}.()\\-]{{4,}}")
_DASHED = re.compile(rf"(?<![{LETTER}–—-])[-–—]{{1,2}}\s?([A-Za-z][A-Za-z0-9-]*+)(?![{LETTER}])")
_DESTINATION = re.compile(rb"\]\([^()\s\0]*+\)")
_CODE = re.compile(rb"`[^`\0]++`")
# A capital inside of a word of six signs or more: shorter ones ("NuGet") are many, and are no names.
_CAPITAL = rb"A(?<=[a0]A)(?:%b)" % b"|".join(rb"(?<=[^ ]{%d}A)[^ ]{%d}" % (left, 5 - left) for left in range(1, 6))
# What a name has in it, by the shape of its letters, and the rest of the word; how long such words are at least. Each
# begins with one literal character and looks behind from there: that is searched several times as fast.
_SIGNS = tuple(
    (re.compile(sign + rb"[^ ]*+"), least)
    for sign, least in (
        (_CAPITAL, 6),
        (rb"[.](?<=[aA0][.])(?=[aA])", 5),
        (rb"-(?:-a|(?<= -)A)", 5),
        (rb"_", 5),
        (rb"\((?=\))", 6),
    )
)
_CASE_MATTERS = ("snake", "call")


def _shape(char: str) -> str:
    if char.isalpha():
        return "A" if char.isupper() else "a"
    return "0" if char.isdigit() else char if char in "_.-()\\" else " "


_SHAPES = "".join(map(_shape, map(chr, range(128)))).encode().ljust(256)


class _Change(NamedTuple):
    name: Name
    start: int
    """Where the target has something else in its place."""
    end: int


def _lacking(group: GroupFacts) -> Iterable[int]:
    """The segments whose source seems to hold a name that the target does not: all sources are looked at together."""
    data = group.sources.data
    if b"](" in data:
        data = _DESTINATION.sub(b"] ", data)
    if b"`" in data:
        data = _CODE.sub(b" ", data)
    shape, sources, targets = data.translate(_SHAPES), group.sources.parts, group.targets.parts
    suspects: dict[int, list[tuple[str, Sequence[str]]]] = {}
    for sign, least in _SIGNS:
        index = done = 0
        for hit in sign.finditer(shape):
            at, end = hit.span()
            start = shape.rfind(b" ", 0, at) + 1
            if end - start < least:
                continue
            index += data.count(b"\0", done, start)
            done = start
            text = data[start:end].decode("ascii")
            source, target = sources[index], targets[index]
            if target.count(text) >= source.count(text):
                continue
            missing = [name for name in _names_in(text) if target.count(name) < source.count(name)]
            if missing:
                suspects.setdefault(index, []).append((text, missing))
    return [index for index, lost in suspects.items() if _has_something_like(lost, sources[index], targets[index])]


def _has_something_like(lost: Sequence[tuple[str, Sequence[str]]], source: str, target: str) -> bool:
    """Whether there may be something in the place of names: these with blanks in them, or a word that is like one.

    Where other letters are written there mostly is none, and nothing more has to be asked.

    :param lost: the names, and what they stand in.
    """
    plain = [name.replace("\\", "") for _, missing in lost for name in missing]
    known = set(map(_stripped, _TOKEN.findall(source.casefold())))
    theirs = {*_TOKEN.findall(target)}
    if any(may_be_like(plain, token) for token in theirs if _stripped(token.casefold()) not in known):
        return True
    small = target.lower()
    squeezed = _without_blanks(small)
    for word, missing in lost:
        least = 0 if "_" in word or "()" in word else 1  # the case of other names does not matter
        small_names = (name.lower().replace("\\", "") for name in missing)
        if word[0] == "-" or any(squeezed.count(name) > least * small.count(name) for name in small_names):
            return True
    return False


def _without_blanks(text: str) -> str:
    return "".join(text.replace("\\", "").split())


def _stripped(token: str) -> str:
    return token.replace("\\", "").strip(".()-")


@lru_cache(maxsize=1024)
def _names_in(text: str) -> tuple[str, ...]:
    """The names in a word, with backslashes: the same ones come again and again."""
    return tuple([text[name.start : name.end] for name in names(text)])


@segment_rule(
    "IC013",
    "identifier-changed",
    severity="warning",
    its="mistranslation",
    fix="unsafe",
    when=comparable,
    among=_lacking,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield a finding for the names of the source that the target lacks and has something like."""
    known, everywhere = facts.source.text.replace("\\", ""), facts.target.text.replace("\\", "")
    prose = _bare(facts.source)
    missing = [name for name in names(prose) if everywhere.count(name.text) < known.count(name.text)]
    if not missing:
        return
    found = _changes(missing, _bare(facts.target), prose.replace("\\", ""), known)
    changes = sorted((change for change in found if not _holds_markup(change, facts.target)), key=attrgetter("start"))
    if not changes:
        return
    source, target = facts.source.text, facts.target
    pairs = dict.fromkeys(" is ".join(quoted_apart(name.text, target.text[start:end])) for name, start, end in changes)
    first = changes[0]
    yield facts.finding(
        f"the name {', '.join(pairs)} in the target",
        target=(first.start, first.end),
        source=(first.name.start, first.name.end),
        edits=[target.edit(start, end, source[name.start : name.end]) for name, start, end in changes],
    )


def _changes(missing: Sequence[Name], target: str, prose: str, known: str) -> Iterator[_Change]:
    """What stands in the target for names that it lacks, no two at the same place.

    :param prose: that of the source, and ``known`` all of it, both without backslashes.
    """
    squeezed = _Squeezed(target)
    taken: list[tuple[int, int]] = []

    def first(places: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
        free = (place for place in places if all(place[1] <= start or end <= place[0] for start, end in taken))
        place = next(free, None)
        if place is not None:
            taken.append(place)
        return place

    left: list[Name] = []
    lost = len(missing)
    for name in missing:
        place = first(_misspelt(name, squeezed, prose))
        if place is None:
            left.append(name)
        elif name.kind in _CASE_MATTERS or target[slice(*place)].lower() != name.text.lower():
            yield _Change(name, *place)
        else:
            lost -= 1
    others = Others(target, known) if left else None
    for name in left:
        place = first(others.like(name, alone=lost == 1)) if others else None
        if place is not None:
            yield _Change(name, *place)


def _bare(text: TextFacts) -> str:
    """The prose, and backslashes with what they escape: names have escaped underscores."""
    return blanked(text.text, tuple(mark for mark in text.marks if mark.kind != "escape"))


def _holds_markup(change: _Change, text: TextFacts) -> bool:
    """Whether markup stands within what looks like the name: then it is the markup that parts its words."""
    return any(mark.kind != "escape" and change.start < mark.end and mark.start < change.end for mark in text.marks)


class _Squeezed:
    """A text in small letters without blanks, and where its characters stand."""

    def __init__(self, text: str) -> None:
        self.original = text
        small = text.lower()
        if len(small) != len(text):
            small = "".join([char.lower()[0] for char in text])
        self.text = _without_blanks(small)

    @lazy
    def _pieces(self) -> tuple[list[int], list[int]]:
        """Where the words begin, here and in the original."""
        here, there, length = [], [], 0
        for word in _WORD.finditer(self.original):
            here.append(length)
            there.append(word.start())
            length += word.end() - word.start()
        return here, there

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """A range of the original for one in here."""
        here, there = self._pieces
        first, last = bisect_right(here, start) - 1, bisect_right(here, end - 1) - 1
        return there[first] + start - here[first], there[last] + end - here[last]


def _misspelt(name: Name, target: _Squeezed, known: str) -> Iterator[tuple[int, int]]:
    """Where the target has a name with blanks in it, in other case, or with another dash."""
    if name.kind == "option":
        yield from _other_dashes(name.text, target.original, known)
        return
    plain, text = name.text.lower(), target.original
    at = target.text.find(plain)
    while at >= 0:
        start, end = target.range_of(at, at + len(plain))
        written = text[start:end].replace("\\", "")
        stands_alone = not _LETTERS.match(text[start - 1 : start]) and not _LETTERS.match(text[end : end + 1])
        only_case = name.kind == "dotted" and written.lower() == plain  # names of files and hosts
        if stands_alone and not only_case and written not in known:
            yield start, end
        at = target.text.find(plain, at + 1)


def _other_dashes(option: str, target: str, known: str) -> Iterator[tuple[int, int]]:
    """Where the target has an option with other dashes, in other case, or with a blank behind them."""
    plain = option.lstrip("-").lower()
    for found in _DASHED.finditer(target):
        if found[1].lower() == plain and found[0] not in known:
            yield found.span()
