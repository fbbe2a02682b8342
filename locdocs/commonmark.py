"""What CommonMark says about a text, as events with character offsets.

pyromark (pulldown-cmark) gives every block and inline event with a range of UTF-8 *bytes*, twenty times as fast as a
parser in Python; here the ranges become characters. Parse a whole projection at once: segment by segment costs ten
times as much and loses the blocks around.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any, NamedTuple

__all__ = ["Event", "html", "parse_events"]

_PHASES = {"Start": "start", "End": "end"}
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


def parse_events(text: str, start: int = 0) -> Iterator[Event]:
    """The events of ``text[start:]``, by rising start; their offsets count from the start of ``text``.

    :param start: where the Markdown begins, usually the end of the front matter.
    """
    # Imported here: most runs never ask what the Markdown says.
    import pyromark  # noqa: PLC0415

    markdown, to_offset = _prepare(text, start)
    # Past the constructor, as in the scanner: there are some nine of these for every segment.
    new = tuple.__new__
    for event, bounds in pyromark.events_with_range(markdown, options=_options()):
        phase, name, data = ("leaf", event, None) if event.__class__ is str else _unpack(event)
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
    starts = array("I", accumulate(data.translate(_STARTS_OF_CHARACTERS), initial=start))
    return data.decode("utf-8"), starts.__getitem__


def _unpack(event: Any) -> tuple[str, str, Any]:
    """Phase, name and details of an event as pyromark writes it where it is no mere name: one-key dictionaries."""
    (kind,) = event
    data = event[kind]
    phase = _PHASES.get(kind)
    if phase is None:
        return "leaf", kind, data
    if isinstance(data, str):
        return phase, data, None
    (name,) = data
    return phase, name, data[name]
