"""The blocks of a target text and the markup around its segments, to see that new targets leave both as they were.

A target stands in a heading, a list, a table. One that begins with ``- ``, holds a blank line or leaves a bracket open
would change blocks or links that are not its own. So every event of the parser is noted with the place where it
happens, said in a way that does not depend on how long the targets are, and the places of two documents are compared.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from locdocs.commonmark import Event, parse_events
from locdocs.markdown.tokens import read_tokens
from locdocs.model import Document
from locdocs.projection import Projection, Side, project

__all__ = ["Outline", "changed_part", "outline"]

Place = tuple[int, str, int]
"""The index of the last segment that begins before, where in relation to it, and how far behind its end."""

_BLOCKS = frozenset(
    [
        "Paragraph",
        "Heading",
        "BlockQuote",
        "CodeBlock",
        "HtmlBlock",
        "List",
        "Item",
        "Table",
        "TableHead",
        "TableRow",
        "TableCell",
        "Rule",
    ]
)


@dataclass(frozen=True, slots=True)
class Outline:
    """What happens where in one text of a document."""

    blocks: dict[Place, list[object]]
    """Where blocks begin and end."""
    markup: dict[Place, list[object]]
    """Where inline markup begins, and what it is."""


def outline(document: Document, side: Side = "target") -> Outline:
    """The outline of the target or the source text of a document, worked out once."""
    key = f"outline:{side}"
    if key not in document.cache:
        document.cache[key] = _outline(document, project(document, side))
    found: Outline = document.cache[key]
    return found


def changed_part(before: Document, after: Document, edited: Collection[int]) -> Literal["blocks", "markup"] | None:
    """What new targets changed beyond themselves: the blocks of the document, or the markup around; ``None`` is well.

    At each place the edited document may have what it had, or what the source text has there: a target that had broken
    a list may mend it.

    :param before: the document without the new targets.
    :param after: the document with them.
    :param edited: the indices of the segments that have one.
    """
    old, new = outline(before), outline(after)
    if new.blocks != old.blocks and not _explained(new.blocks, old.blocks, outline(before, "source").blocks):
        return "blocks"
    inner = ("in", "start")
    own, had = (
        {place: what for place, what in found.markup.items() if not (place[0] in edited and place[1] in inner)}
        for found in (new, old)
    )
    if own != had and not _explained(own, had, outline(before, "source").markup):
        return "markup"
    return None


def _explained(
    new: dict[Place, list[object]], old: dict[Place, list[object]], source: dict[Place, list[object]]
) -> bool:
    nothing: list[object] = []
    return all(
        new.get(place, nothing) in (old.get(place, nothing), source.get(place, nothing)) for place in {*new, *old}
    )


def _outline(document: Document, projection: Projection) -> Outline:
    text = projection.text
    places = _Places(projection)
    begin = _body_start(document, projection)
    events = list(parse_events(text, begin))
    blocks: defaultdict[Place, list[object]] = defaultdict(list)
    for offset, what in _block_events(events):
        blocks[places.of(offset)].append(what)
    markup: defaultdict[Place, list[object]] = defaultdict(list)
    for token in read_tokens(text, begin, events).tokens:
        if token.kind == "block":
            continue  # the blocks say it
        end = places.of(token.end)
        markup[places.of(token.start)].append((end, token.kind, token.name, token.role, token.destination))
    return Outline(dict(blocks), dict(markup))


def _body_start(document: Document, projection: Projection) -> int:
    """Where the Markdown begins; pairs inside of the header move it."""
    end = document.front_matter.end
    inside = [index for index, segment in enumerate(document.segments) if segment.start < end]
    return projection.body_start if not inside else max(projection.from_file(end), projection.spans[inside[-1]][1])


def _block_events(events: list[Event]) -> Iterator[tuple[int, object]]:
    for phase, name, start, end, data in events:
        if name not in _BLOCKS:
            continue
        if phase == "end":
            yield end, (phase, name)
        elif name == "Heading":
            yield start, (phase, name, data["level"])
        elif name == "List":
            yield start, (phase, name, data is not None)
        else:
            yield start, (phase, name)


class _Places:
    """Offsets of a projection as places that do not move when the targets before them change."""

    def __init__(self, projection: Projection) -> None:
        self._text = projection.text
        self._spans = projection.spans
        self._starts = [start for start, _ in projection.spans]

    def of(self, offset: int) -> Place:
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return -1, "before", offset
        start, end = self._spans[index]
        if offset >= end:
            # White space at the end of a target is no text of its own, as is that at its start.
            return index, "after", offset - end
        if not self._text[start:offset].strip():
            return index, "start", 0
        if not self._text[offset:end].strip():
            return index, "after", 0
        return index, "in", 0
