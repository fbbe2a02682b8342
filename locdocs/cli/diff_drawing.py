"""Two texts for people: what differs stands out on a terminal, and can be seen where the characters cannot."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache

import click

from locdocs.cli.messages import visible
from locdocs.differences import row_hunks, text_hunks
from locdocs.reporters.shown import INVISIBLE

__all__ = ["NEW", "OLD", "below_each_other", "drawn", "inside", "marked"]

OLD = "red"
NEW = "green"
_DEEPEST = 20
"""How deep the values of a header are taken apart."""


def drawn(text: str) -> str:
    """A text on one line; blanks that look like others or like none are drawn as ``validate`` draws them."""
    return visible(text).translate(INVISIBLE)


def marked(old: str, new: str) -> tuple[str, str]:
    """Both texts with what differs in colour; where they look the same otherwise, with the numbers of characters."""
    draw = _spelled if old != new and _look(old) == _look(new) else drawn
    before, after = "", ""
    done = new_done = 0
    for start, end, new_start, new_end in text_hunks(old, new) if has_color() else ():
        before += draw(old[done:start]) + _colored(draw(old[start:end]), OLD)
        after += draw(new[new_done:new_start]) + _colored(draw(new[new_start:new_end]), NEW)
        done, new_done = end, new_end
    return before + draw(old[done:]), after + draw(new[new_done:])


def below_each_other(old: str | None, new: str | None) -> Iterator[str]:
    """Lines that were and lines that are."""
    before, after = (None if text is None else text.splitlines() or [""] for text in (old, new))
    if before and after and len(before) == len(after):
        both = [marked(*lines) for lines in zip(before, after, strict=True)]
        before, after = [line for line, _ in both], [line for _, line in both]
    else:
        before, after = ([*map(drawn, lines or ())] for lines in (before, after))
    for sign, color, lines in (("-", OLD, before), ("+", NEW, after)):
        for line in lines:
            yield f"    {click.style(sign, fg=color)} {line}"


def inside(old: object, new: object) -> list[tuple[str | None, str | None]]:
    """What differs inside two lists or two mappings, as lines; nothing where they cannot be taken apart."""
    if not (isinstance(old, (list, dict)) and type(old) is type(new)):
        return []
    before, after = ([*_leaves(value, "", 0)] for value in (old, new))
    return [
        ("\n".join(before[start:end]) or None, "\n".join(after[new_start:new_end]) or None)
        for start, end, new_start, new_end in row_hunks(before, after)
    ]


def has_color() -> bool:
    """Whether standard output is a terminal that shows colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _leaves(value: object, path: str, depth: int) -> Iterator[str]:
    """A line for each value that is neither list nor mapping, behind the keys that lead to it."""
    if value and depth < _DEEPEST and isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves(each, f"{path}.{key}" if path else str(key), depth + 1)
    elif value and depth < _DEEPEST and isinstance(value, list):
        for each in value:
            yield from _leaves(each, f"{path}[]" if path else "", depth + 1)
    else:
        # A line break in a value is none between values.
        told = str(value).replace("\n", "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}")
        yield f"{path}: {told}" if path else told


def _look(text: str) -> str:
    """A text without what is not seen."""
    return "".join(char for char in unicodedata.normalize("NFC", drawn(text)) if unicodedata.category(char) != "Cf")


def _spelled(text: str) -> str:
    return visible("".join(map(_number_of, text)))


@cache
def _number_of(char: str) -> str:
    if char.isascii():
        return char
    is_hidden = ord(char) in INVISIBLE or unicodedata.category(char) in ("Cf", "Mn", "Zs")
    return f"<U+{ord(char):04X}>" if is_hidden else char


def _colored(text: str, color: str) -> str:
    return click.style(text, fg=color, underline=True) if text else ""
