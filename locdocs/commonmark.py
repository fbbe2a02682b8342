"""What CommonMark says about a text, as events with character offsets.

pyromark (pulldown-cmark) gives every block and inline event with a range of UTF-8 *bytes*, twenty times as fast as a
parser in Python; here the ranges become characters. Parse a whole projection at once: segment by segment costs ten
times as much and loses the blocks around.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from operator import methodcaller
from typing import Any, NamedTuple

__all__ = ["Event", "html", "parse_events"]

_FOLLOWING_BYTE = re.compile(rb"[\x80-\xbf]")
_MATCH_START = methodcaller("start")
_FEW = 8
_STARTS_OF_CHARACTERS = bytes(0 if 0x80 <= byte < 0xC0 else 1 for byte in range(256))


class Event(NamedTuple):
    """One event of the parse, with the characters it covers.

    ``phase`` is ``start`` or ``end`` for what holds other events, ``leaf`` for the rest. ``name`` is pulldown-cmark's
    (``Heading``, ``Item``, ``TableCell``, ``Link``, ``Text``, ``Code``, ``InlineHtml`` ..), ``data`` its details.
    """

    phase: str
    name: str
    start: int
    end: int
    data: Any


def parse_events(text: str, start: int = 0, *, holders: frozenset[str] | None = None) -> Iterator[Event]:
    """The events of ``text[start:]``, by rising start; their offsets count from the start of ``text``.

    :param start: where the Markdown begins, usually the end of the front matter.
    :param holders: the names of what holds other events that are wanted; else all. Half of the events are those of
        blocks, and who wants none should not pay for them.
    """
    # Imported here: most runs never ask what the Markdown says.
    import pyromark  # noqa: PLC0415

    markdown, to_offset = _prepare(text, start)
    # Past the constructor, as in the scanner: there are some nine of these for every segment.
    new = tuple.__new__
    # What is no mere name is a dictionary with one key; where that is Start or End, its value is such an event again.
    events: Iterable[tuple[Any, Any]] = pyromark.events_with_range(markdown, options=_options())
    for event, bounds in events:
        if event.__class__ is str:
            phase, name, data = "leaf", event, None
        else:
            ((name, data),) = event.items()
            if name == "Start" or name == "End":  # noqa: PLR1714 - twice as fast as a tuple of both
                phase = "start" if name == "Start" else "end"
                if data.__class__ is str:
                    name, data = data, None
                else:
                    ((name, data),) = data.items()
                if holders is not None and name not in holders:
                    continue
            else:
                phase = "leaf"
        yield new(Event, (phase, name, to_offset(bounds["start"]), to_offset(bounds["end"]), data))


def html(text: str, start: int = 0) -> str:
    """The text as HTML: what a reader would see, to compare two spellings of one text."""
    import pyromark  # noqa: PLC0415

    markdown, _ = _prepare(text, start)
    rendered: str = pyromark.html(markdown, options=_options())
    return rendered


def _options() -> Any:
    import pyromark  # noqa: PLC0415

    return pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH


def _prepare(text: str, start: int) -> tuple[str, Callable[[int], int]]:
    """The Markdown to parse and the map from its bytes to characters of the text."""
    markdown = text[start:]
    if markdown.isascii():
        return markdown, lambda offset: start + offset
    data = markdown.encode("utf-8", "replace")  # a lone surrogate becomes one "?", so characters stay in step
    others = len(data) - len(markdown)
    if others * _FEW < len(data):
        # Where the bytes stand that begin no character: few, so to find them costs less than to count all others.
        places = array("I", map(_MATCH_START, _FOLLOWING_BYTE.finditer(data)))
        return data.decode("utf-8"), lambda offset: start + offset - bisect_left(places, offset)
    starts = array("I", accumulate(data.translate(_STARTS_OF_CHARACTERS), initial=start))
    return data.decode("utf-8"), starts.__getitem__
