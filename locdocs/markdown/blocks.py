"""The block in which each segment stands, by the events of one projection."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from locdocs.commonmark import Event
from locdocs.markdown.docfx import ALERT
from locdocs.markdown.values import Block, BlockKind

__all__ = ["read_blocks"]


class _Frame(NamedTuple):
    """An open block; what it holds inherits what it says."""

    name: str
    key: int
    level: int | None = None
    list_depth: int = 0
    ordered: bool | None = None
    row: int | None = None
    column: int | None = None
    header: bool = False
    quoted: bool = False
    alert: str | None = None
    in_item: bool = False


class _Place(NamedTuple):
    """Where a segment stands: its leaf block, and whether inside link text."""

    frame: _Frame
    kind: BlockKind
    in_link: bool


_FRONT_MATTER = _Frame("", -1)
# Containers and paragraphs have no kind of their own: what holds them decides.
_BLOCKS: dict[str, BlockKind | None] = {
    "Heading": "heading",
    "TableCell": "table cell",
    "TableRow": "table cell",
    "TableHead": "table cell",
    "Table": "table cell",
    "HtmlBlock": "html",
    "CodeBlock": "code",
    "Paragraph": None,
    "Item": None,
    "List": None,
    "BlockQuote": None,
}


def read_blocks(
    text: str, start: int, spans: tuple[tuple[int, int], ...], events: Iterable[Event]
) -> tuple[Block, ...]:
    """The block of each segment of a projection.

    :param text: the projection.
    :param start: where its Markdown begins; segments before it stand in the front matter.
    :param spans: where the segments stand in it.
    :param events: what the parser says about it.
    """
    reading = _Reading(text, start, spans)
    for event in events:
        reading.take(event)
    reading.place_until(len(text) + 1)
    siblings: dict[int, list[int]] = {}
    for index, place in enumerate(reading.places):
        siblings.setdefault(place.frame.key, []).append(index)
    shared = {key: tuple(members) for key, members in siblings.items()}
    return tuple(
        Block(
            place.kind,
            place.frame.level,
            place.frame.list_depth,
            place.frame.ordered,
            place.frame.row,
            place.frame.column,
            place.frame.header,
            place.frame.quoted,
            place.frame.alert,
            place.in_link,
            index,
            shared[place.frame.key],
        )
        for index, place in enumerate(reading.places)
    )


class _Reading:
    """One pass over the events with the blocks that are open; segments are placed as the pass goes by them."""

    def __init__(self, text: str, start: int, spans: tuple[tuple[int, int], ...]) -> None:
        self.text = text
        self.spans = spans
        # A segment is looked for at its first visible character: white space before it belongs to no block.
        self.points = [_first_visible(text, first, last) for first, last in spans]
        self.places: list[_Place] = []
        self.frames = [_Frame("", 0)]
        self.links: list[int] = []
        self.code = (0, 0)
        self.keys = 0
        self.row = self.column = 0
        in_header = sum(point < start for point in self.points)
        self.places += [_Place(_FRONT_MATTER, "front matter", in_link=False)] * in_header

    def take(self, event: Event) -> None:
        phase, name, start, end, data = event
        if phase == "leaf":
            if name == "Code":
                self.place_until(start)
                self.code = start, end
                self.place_until(end)
        elif name in ("Link", "Image"):
            if phase == "start":
                self.place_until(start + 1)  # a segment that begins with the bracket holds the link
                self.links.append(end)
            else:
                self.place_until(end)
                self.links.pop()
        elif name in _BLOCKS:
            if phase == "start":
                self.place_until(start)
                self.frames.append(self.frame_of(name, start, data))
            else:
                self.place_until(end)
                self.frames.pop()

    def frame_of(self, name: str, start: int, data: Any) -> _Frame:
        """What a block that begins here says about the segments in it."""
        self.keys += 1
        frame = self.frames[-1]._replace(name=name, key=self.keys)
        if name == "Heading":
            frame = frame._replace(level=int(data["level"][1]))
        elif name == "BlockQuote":
            marker = ALERT.match(self.text, start)
            frame = frame._replace(quoted=True, alert=marker[1].upper() if marker else frame.alert, in_item=False)
        elif name == "List":
            frame = frame._replace(list_depth=frame.list_depth + 1, ordered=data is not None)
        elif name == "Item":
            frame = frame._replace(in_item=True)
        elif name == "Table":
            self.row = 0
        elif name in ("TableHead", "TableRow"):
            self.row += 1
            self.column = 0
            frame = frame._replace(row=self.row, header=name == "TableHead")
        elif name == "TableCell":
            self.column += 1
            frame = frame._replace(column=self.column)
        return frame

    def place_until(self, limit: int) -> None:
        """Place the segments that begin before an offset in the innermost open block."""
        places, points = self.places, self.points
        while len(places) < len(points) and points[len(places)] < limit:
            first, last = self.spans[len(places)]
            frame = self.frames[-1]
            in_code = self.code[0] < first and last < self.code[1]
            in_link = bool(self.links) and last < self.links[-1]
            places.append(_Place(frame, "code" if in_code else _kind(frame), in_link))


def _first_visible(text: str, start: int, end: int) -> int:
    point = start
    while point < end and text[point].isspace():
        point += 1
    return point if point < end else start


def _kind(frame: _Frame) -> BlockKind:
    kind = _BLOCKS.get(frame.name)
    if kind:
        return kind
    if frame.in_item:
        return "list item"
    if frame.quoted:
        return "block quote"
    return "paragraph" if frame.name == "Paragraph" else "definition"
