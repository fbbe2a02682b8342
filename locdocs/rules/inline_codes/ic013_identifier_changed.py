"""A name of code that stands outside of code spans was changed.

## What it does

Looks for names in the prose of the source that are code beyond doubt: capitals inside of a word (`DeleteFile`), an
underscore or a dot between letters (`max_size`, `WinCon.h`), call parentheses (`open()`), options (`--verbose`,
`-Force`). Reports one that the target does not have, if there is something like it in its place:

- the same name with blanks in it, in other case, or with another dash;
- a name of the same kind that the source does not have, if the two are alike, or if each side has only this one.

Names that are merely missing are not reported: sentences are made shorter, and products have other names elsewhere.
Neither is another case in names with dots, of files and hosts. The fix takes the name of the source; it is unsafe,
because the source may be at fault.

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
names them: code spans are IC004. On five trees (99,797 pairs) this rule finds 625, most of them blanks behind the dots
of file names in one tree of tables; 20 were looked at, 19 are true. The other is a product that the target spells in
two words, rightly. Of 800 names that were spoiled in published targets it finds 794.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain
from typing import NamedTuple

from locdocs.rules import DocumentFacts, Finding, SegmentFacts, TextFacts, segment_rule
from locdocs.rules.inline_codes.comparing import comparable, quoted
from locdocs.rules.light_markup import blanked

__all__ = ["check"]

_LETTER = r"A-Za-z0-9_\u00c0-\u024f"  # not those of scripts that set no space before and after a name
_PART = r"[A-Za-z0-9\u00c0-\u024f]"
_WORD = rf"(?![0-9]){_PART}++"
_NAME = re.compile(
    rf"""
      (?<! [{_LETTER}.-] )
      (?: (?P<option> -- [A-Za-z][A-Za-z0-9-]++ | - [A-Z][A-Za-z]++ (?! - ) )
        | (?P<dotted> {_WORD} (?: \\?_ {_WORD} )*+ (?: [.] {_WORD} (?: \\?_ {_WORD} )*+ )++ )
        | (?P<snake> (?: \\?_ )? {_PART}++ (?: \\?_ {_PART}++ )++ )
        | (?P<call> {_WORD} ) (?= \(\) )
        | (?P<camel> (?= {_PART}*? [a-z0-9][A-Z] ) {_WORD} )
      )
      (?! [{_LETTER}] )
    """,
    re.VERBOSE,
)
_LEAST = 6
"""Letters of a name that is known by its capitals alone."""
_KIN = 0.6
"""How alike two names are, of which one took the place of the other: half of their letters and more in common."""

_TWIN = 0.8
"""How alike a word of any kind is to a name of which it is a misprint."""
_MISPRINTED = 2
"""And by how many letters their lengths may differ."""
_STAND_IN = re.compile(r"(?i:your|my|example|sample)(?![a-z])")
"""How names begin that stand for others, and are rightly translated."""
_TOKEN = re.compile(rf"[{_LETTER}.()\\\\-]{{4,}}")
_ANY_WORD = re.compile(rf"(?<![{_LETTER}.-])[{_LETTER}]{{4,}}(?:[.][{_LETTER}]+)*(?![{_LETTER}])")
_PARTS = re.compile(r"[._-]")
_BETWEEN = re.compile(r"[\s\\]+")
_LETTERS = re.compile(f"[{_LETTER}]")
_DESTINATION = re.compile(r"\]\([^()\s\0]*+\)")
_CODE = re.compile(r"`[^`\0]++`")
_SHAPES = bytes(
    ord("A") if char.isupper() else ord("a") if char.isalnum() else ord(char) if char in "_.-()\\\0" else ord(" ")
    for char in map(chr, range(128))
).ljust(256, b" ")
_SIGNS = (b"aA", b"_", b".a", b".A", b"()", b"--a", b" -A")
"""What a name has in it, by the shape of its letters."""


class _Name(NamedTuple):
    kind: str
    text: str
    """Without backslashes."""
    start: int
    end: int


def _lacking(facts: DocumentFacts) -> Iterable[int]:
    """The segments whose source seems to hold a name that the target does not: all sources are looked at together."""
    data = _CODE.sub(" ", _DESTINATION.sub("] ", facts.sources.text)).encode("utf-8", "surrogatepass")
    data += b" "
    shape, sources, targets = data.translate(_SHAPES), facts.sources.parts, facts.targets.parts
    found: set[int] = set()
    for sign in _SIGNS:
        index = begin = 0
        at = shape.find(sign)
        while at >= 0:
            if passed := shape.count(b"\0", begin, at):
                index += passed
                begin = shape.rfind(b"\0", begin, at) + 1
            end = shape.find(b" ", at + len(sign))
            end = shape.find(b"\0", at, end) if b"\0" in shape[at:end] else end
            start = max(begin, shape.rfind(b" ", begin, at + 1) + 1)
            text = data[start:end].decode("utf-8", "replace")
            if text not in targets[index] or targets[index].count(text) < sources[index].count(text):
                names = (name[0] for name in _NAME.finditer(text))
                if any(targets[index].count(name) < sources[index].count(name) for name in names):
                    found.add(index)
            at = shape.find(sign, end)
    return found


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
    """Yield a finding for each name of the source that the target lacks and has something like."""
    known, everywhere = facts.source.text.replace("\\", ""), facts.target.text.replace("\\", "")
    names = _names(_bare(facts.source))
    missing = [name for name in names if everywhere.count(name.text) < known.count(name.text)]
    if not missing:
        return
    target, prose = _bare(facts.target), _bare(facts.source).replace("\\", "")
    added: list[_Name] | None = None
    taken: set[tuple[int, int]] = set()
    for name in missing:
        place = next((place for place in _misspelt(name, target, prose) if place not in taken), None)
        if place is None:
            added = _added(target, known) if added is None else added
            alone = len(missing) == sum(other.kind == name.kind for other in added) == 1
            place = next((place for place in _others(name, added, alone=alone) if place not in taken), None)
        if place is None:
            continue
        taken.add(place)
        start, end = place
        yield facts.finding(
            f"the name {quoted(name.text)} is {quoted(facts.target.text[start:end])} in the target",
            target=place,
            source=(name.start, name.end),
            edits=[facts.target.edit(start, end, facts.source.text[name.start : name.end])],
        )


def _bare(text: TextFacts) -> str:
    """The prose, and backslashes with what they escape: names have escaped underscores."""
    return blanked(text.text, tuple(mark for mark in text.marks if mark.kind != "escape"))


def _names(text: str, *, least: int = _LEAST) -> Iterator[_Name]:
    for token in _TOKEN.finditer(text):
        if token[0].isalpha() and (token[0][1:].islower() or token[0].isupper()):
            continue  # an ordinary word, as most are
        for found in _NAME.finditer(text, *token.span()):
            kind = found.lastgroup or ""
            name = found[0].replace("\\", "")
            letters = sum(map(str.isalpha, name))
            if letters >= (least if kind == "camel" else 4) and max(map(len, _PARTS.split(name))) > 2:
                yield _Name(kind, name, *found.span())


def _added(target: str, known: str) -> list[_Name]:
    """Names and words of the target that the source does not have in any case."""
    ours = {name.text.casefold() for name in chain(_names(known, least=4), _words(known))}
    theirs = chain(_names(target, least=4), _words(target))
    return [name for name in theirs if name.text.casefold() not in ours]


def _words(text: str) -> Iterator[_Name]:
    """All words, for a name that lost what it is known by."""
    for found in _ANY_WORD.finditer(text):
        yield _Name("word", found[0], *found.span())


def _misspelt(name: _Name, target: str, known: str) -> Iterator[tuple[int, int]]:
    """Where the target has a name with blanks in it, in other case, or with another dash."""
    if name.kind == "option":
        yield from _other_dashes(name.text, target, known)
        return
    plain = name.text.lower()
    if plain not in _BETWEEN.sub("", target).lower():
        return
    places = [at for at, char in enumerate(target) if not _BETWEEN.match(char)]
    squeezed = "".join(target[at].lower()[0] for at in places)
    at = squeezed.find(plain)
    while at >= 0:
        start, end = places[at], places[at + len(plain) - 1] + 1
        written = target[start:end].replace("\\", "")
        stands_alone = not _LETTERS.match(target[start - 1 : start]) and not _LETTERS.match(target[end : end + 1])
        only_case = name.kind == "dotted" and written.lower() == plain  # names of files and hosts
        if stands_alone and not only_case and written not in known:
            yield start, end
        at = squeezed.find(plain, at + 1)


def _other_dashes(option: str, target: str, known: str) -> Iterator[tuple[int, int]]:
    """Where the target has an option with other dashes, in other case, or with a blank behind them."""
    pattern = rf"(?<![{_LETTER}–—-])[-–—]{{1,2}}\s?{re.escape(option.lstrip('-'))}(?![{_LETTER}-])"
    for found in re.finditer(pattern, target, re.IGNORECASE):
        if found[0] not in known:
            yield found.span()


def _others(name: _Name, added: Sequence[_Name], *, alone: bool) -> Iterator[tuple[int, int]]:
    """Where the target has another name of that kind, which the source does not hold; the most similar first."""
    if _STAND_IN.match(name.text):
        return
    alone = alone and name.kind not in ("dotted", "option")
    matcher = SequenceMatcher(None, b=name.text, autojunk=False)
    kin: list[tuple[float, int, int]] = []
    for other in added:
        same = other.kind == name.kind
        if _is_inflected(name.text, other.text) or not (same or abs(len(other.text) - len(name.text)) <= _MISPRINTED):
            continue
        matcher.set_seq1(other.text)
        least = 0.0 if same and alone else _KIN if same else _TWIN
        if matcher.quick_ratio() >= least and (ratio := matcher.ratio()) >= least:
            kin.append((-ratio, other.start, other.end))
    for _, start, end in sorted(kin):
        yield start, end


def _is_inflected(name: str, other: str) -> bool:
    """Whether another name is the same with an ending, or without the English plural."""
    ending = other[len(name) :] if other.startswith(name) else ""
    return (0 < len(ending) <= 2 and ending.islower()) or name in (f"{other}s", f"{other}es")
