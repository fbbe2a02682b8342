"""Names of code in prose, and which other name or word is like one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

__all__ = ["LETTER", "Name", "Others", "may_be_like", "names"]

LETTER = r"A-Za-z0-9_\u00c0-\u024f"  # not those of scripts that set no space before and after a name
_PART = r"[A-Za-z0-9\u00c0-\u024f]"
_WORD = rf"(?![0-9]){_PART}++"
_NAME = re.compile(
    rf"""
      (?<! [{LETTER}.-] )
      (?: (?P<option> -- [A-Za-z][A-Za-z0-9-]++ | - [A-Z][A-Za-z]++ (?! - ) )
        | (?P<dotted> {_WORD} (?: \\?_ {_WORD} )*+ (?: [.] {_WORD} (?: \\?_ {_WORD} )*+ )++ )
        | (?P<snake> (?: \\?_ )? {_PART}++ (?: \\?_ {_PART}++ )++ )
        | (?P<call> {_WORD} ) (?= \(\) )
        | (?P<camel> (?= {_PART}*? [a-z0-9][A-Z] ) {_WORD} )
      )
      (?! [{LETTER}] )
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
_SIGN = rf"[{LETTER}.()\\-]"
_ORDINARY = rf"\(?+(?={_PART})[A-Z]*+[a-z0-9\u00c0-\u024f]*+(?:-[{LETTER}-]*+)?+[.)]*+(?!{_SIGN})"
_TOKEN = re.compile(rf"(?<!{_SIGN})(?!{_ORDINARY}){_SIGN}{{4,}}+")
"""What may hold a name: all but ordinary words."""
_ANY_WORD = re.compile(rf"(?<![{LETTER}.-])[{LETTER}]{{4,}}(?:[.][{LETTER}]+)*(?![{LETTER}])")
_PARTS = re.compile(r"[._-]")
_CAPITAL_INSIDE = re.compile(r"[a-z0-9][A-Z]")


class Name(NamedTuple):
    """A name of code. Offsets are characters of the text it stands in."""

    kind: str
    """What it is known by: ``option``, ``dotted``, ``snake``, ``call`` (parentheses behind it) or ``camel``."""
    text: str
    """Without backslashes."""
    start: int
    end: int


def names(text: str, *, least: int = _LEAST) -> Iterator[Name]:
    """The names in a text without code spans, in order; backslashes before underscores may stand in it.

    :param least: how many letters a name has that is known by its capitals alone.
    """
    for token in _TOKEN.finditer(text):
        for found in _NAME.finditer(text, *token.span()):
            kind = found.lastgroup or ""
            name = found[0].replace("\\", "")
            letters = sum(map(str.isalpha, name))
            if letters >= (least if kind == "camel" else 4) and max(map(len, _PARTS.split(name))) > 2:
                yield Name(kind, name, *found.span())


class Others:
    """Names and words of the target that the source does not have in any case."""

    def __init__(self, target: str, known: str) -> None:
        ours = set(map(str.casefold, _ANY_WORD.findall(known)))
        self._target = target
        self._names = [name for name in names(target, least=4) if name.text.casefold() not in ours]
        if self._names:
            more = {name.text.casefold() for name in names(known, least=4)}
            self._names = [name for name in self._names if name.text.casefold() not in more]
            ours |= more
        self._words = {word for word in _ANY_WORD.findall(target) if word.casefold() not in ours}

    def like(self, name: Name, *, alone: bool) -> list[tuple[int, int]]:
        """Where one stands that a name may have become, the most similar first.

        :param alone: whether the target lacks this name only.
        """
        if _STAND_IN.match(name.text.lstrip("-")):
            return []
        alone = alone and sum(other.kind == name.kind for other in self._names) == 1
        least = 0.0 if alone and name.kind not in ("dotted", "option") else _KIN
        kin: list[tuple[float, int, int]] = []
        for other in self._names:
            ratio = _likeness(name.text, other.text, least=least if other.kind == name.kind else _TWIN)
            if ratio is not None:
                kin.append((-ratio, other.start, other.end))
        # A name that lost what it is known by is a word like others.
        for word in self._words:
            ratio = _likeness(name.text, word, least=_TWIN)
            if ratio is not None:
                places = (found.span() for found in _ANY_WORD.finditer(self._target) if found[0] == word)
                kin += [(-ratio, start, end) for start, end in places]
        return [(start, end) for _, start, end in sorted(kin)]


def may_be_like(names: Iterable[str], token: str) -> bool:
    """Whether a token may be what one of some names became: a name of any kind, or a misprint.

    :param token: letters and whatever other signs names have, one after the other.
    """
    word = token.strip(".()-")
    if not word.isalpha() or token[0] == "-" or "()" in token or _CAPITAL_INSIDE.search(word):
        return True
    nearly = range(len(word) - _MISPRINTED, len(word) + _MISPRINTED + 1)
    return any(len(name) in nearly and _likeness(name, word, least=_TWIN) is not None for name in names)


@lru_cache(maxsize=4096)  # the same names meet again and again
def _likeness(name: str, other: str, *, least: float) -> float | None:
    """How alike two names are, from 0 to 1; ``None`` where that is below ``least``, or a matter of endings."""
    length = len(name) + len(other)
    if least:
        if least == _TWIN and abs(len(other) - len(name)) > _MISPRINTED:
            return None
        if 2 * min(len(name), len(other), sum(map(name.__contains__, other))) < least * length:
            return None
    if _is_inflected(name, other):
        return None
    matcher = SequenceMatcher(None, other, name, autojunk=False)
    if matcher.quick_ratio() < least:
        return None
    ratio = matcher.ratio()
    return ratio if ratio >= least else None


def _is_inflected(name: str, other: str) -> bool:
    """Whether another name is the same with an ending, or without the English plural. A letter twice is none."""
    ending = other[len(name) :] if other.startswith(name) else ""
    return (0 < len(ending) <= 2 and ending.islower() and ending != name[-1]) or name in (f"{other}s", f"{other}es")
