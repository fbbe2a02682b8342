"""TMX of the form that programs write, read by pattern: many times as fast as element by element, with the same result.

The file is read in stretches that end with a ``tu``. From the first unit of each look a pattern is made
(:mod:`locdocs.exchange.tmx_shapes`), which finds all that follow at once; what their attributes and properties mean is
found out by reading one of them as an element, again when one of these values changes. What no pattern fits (comments,
single quotes, inline elements in others) is read as elements, in pieces of the stretch. Where a piece is not
well-formed, or the stretch holds what XML does not allow, this reader stops: the other reads on from there and says
what is wrong. The same holds for a file that does not begin as most do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import accumulate, chain, repeat
from operator import itemgetter
from typing import BinaryIO, NamedTuple, Protocol

from locdocs.errors import ExchangeError
from locdocs.exchange.reading import Faults, Header
from locdocs.exchange.tmx_shapes import Shape, runs_of, shape_of
from locdocs.exchange.tmx_texts import texts_of
from locdocs.units import Unit

__all__ = ["Elements", "PlainReading"]

_HEAD = 1 << 16
# What fits the cache of a processor: larger ones take a fifth longer.
_BLOCK = 1 << 16
_LONGEST_UNIT = 1 << 25
_KEPT_FRAMES = 2000
# Alternatives of one pattern, and how many patterns one file is worth.
_KEPT_SHAPES = 12
_MOST_SHAPES = 60

_END = b"</tu>"
_BEGINNING = re.compile(
    rb"""(?:\xef\xbb\xbf)?\s*
    (?:<\?xml\s(?:(?!encoding)[^?>])*(?:encoding\s*=\s*["']utf-8["'][^?>]*)?\?>\s*)?
    (?:<!--(?:(?!-->).)*-->\s*)*
    (?P<doctype><!DOCTYPE\s[^\[<>]*>\s*)?
    (?:<!--(?:(?!-->).)*-->\s*)*
    <tmx(?:\s(?:(?!xmlns)[^<>])*)?>""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_BODY = re.compile(rb"<body\s*>")


class Elements(Protocol):
    """What reads a piece of TMX as elements."""

    def __call__(self, data: bytes, faults: Faults, *, first_line: int) -> Iterator[Sequence[Unit]]:
        """The units of each ``tu``; what the header says is kept.

        :raises ExchangeError: at once, if it is not well-formed.
        """


class _Frame(NamedTuple):
    """A unit that a ``tu`` gives: the groups in which its texts stand, and all that is the same for those like it."""

    id: int | None
    """``None``: it has none."""
    source: int
    target: int
    rest: tuple[object, ...]
    """All fields of the unit but these three."""


class PlainReading:
    """One reading of a file: as far as it goes, and how far that was.

    :param header: what the file says of itself; filled by ``elements``.
    :param elements: the reader of everything that is not plain.
    """

    def __init__(self, file: BinaryIO, header: Header, faults: Faults, elements: Elements) -> None:
        self.done = 0
        """How many ``tu`` elements were read."""
        self.finished = False
        """Whether that were all."""
        self._file = file
        self._header = header
        self._faults = faults
        self._elements = elements
        self._prolog = b""
        self._offset = 0
        """Where the stretch at hand begins, in bytes."""
        self._known_line = 0, 1
        """An offset, and the line there."""
        self._uses: dict[Shape, int] = {}
        """The shapes that the pattern fits, in its order, and how many units had them."""
        self._pattern: re.Pattern[bytes] | None = None
        self._learned = 0
        self._frames: dict[tuple[object, ...], Sequence[_Frame] | None] = {}

    def units(self) -> Iterator[Iterable[Unit]]:
        """The units up to where this reader stops, in portions; all of them, if it does not."""
        rest = self._after_header()
        if rest is None:
            return
        data = rest
        while data:
            cut = rest.rfind(_END) + len(_END)
            if cut >= len(_END):
                for portion in self._stretch(rest[:cut]):
                    if portion is None:
                        return
                    yield portion
                rest = rest[cut:]
                self._offset += cut
            elif len(rest) > _LONGEST_UNIT:
                return
            data = self._file.read(_BLOCK)
            rest += data
        # There is nothing to say of the end that files have, so for that the lines of the whole file are not counted.
        line = 1 if rest.split() == [b"</body>", b"</tmx>"] else self._line()
        last = self._as_elements(rest, b"<tmx><body>", b"", line)
        if last is not None:
            yield last
            self.finished = True

    def _after_header(self) -> bytes | None:
        """Read the header, and give what follows; ``None`` where the file does not begin as most do."""
        head = self._file.read(_HEAD)
        beginning, body = _BEGINNING.match(head), _BODY.search(head)
        if beginning is None or body is None:
            return None
        try:
            for _ in self._elements(head[: body.end()] + b"</body></tmx>", self._faults, first_line=1):
                return None
        except ExchangeError:
            return None
        # With a document type, whose DTD is not read, an entity that is not known is no error of the whole file.
        self._prolog = b'<!DOCTYPE tmx SYSTEM "tmx.dtd">' if beginning["doctype"] else b""
        self._offset = body.end()
        return head[body.end() :]

    def _stretch(self, data: bytes) -> Iterator[Iterable[Unit] | None]:
        """The units of a stretch that ends with a ``tu``; ``None`` for the last where this reader has to stop."""
        position, count = 0, 1
        line = counted = 0
        while position < len(data):
            found, end = self._found(data, position)
            plain = self._plain(found) if found else None
            if plain is not None:
                yield plain
                self.done += len(found)
                position, count = end, 1
                continue
            if not found:
                end = data.index(_END, position) + len(_END)
                if self._learn(data[position:end]):
                    continue
                # Where few units have a shape, ever larger pieces: it takes time to switch to and fro.
                for _ in range(count - 1):
                    end = max(end, data.find(_END, end) + len(_END))
                count *= 2
            line = (line or self._line()) + data.count(b"\n", counted, position)
            counted = position
            piece = self._as_elements(data[position:end], b"<tmx>", b"</tmx>", line)
            yield piece
            if piece is None:
                return
            position = end

    def _line(self) -> int:
        """The line on which the stretch at hand begins; counted when it is asked for, since it mostly is not."""
        place = self._file.tell()
        done, line = self._known_line
        self._file.seek(done)
        while done < self._offset:
            data = self._file.read(min(self._offset - done, _BLOCK))
            done += len(data)
            line += data.count(b"\n")
        self._file.seek(place)
        self._known_line = done, line
        return line

    def _found(self, data: bytes, position: int) -> tuple[Sequence[tuple[bytes, ...]], int]:
        """What the groups of the pattern hold for each unit of a known shape, from a position on without a gap.

        :return: that, and where the last one ends.
        """
        if self._pattern is None:
            return (), position
        found = self._pattern.findall(data, position)
        rest = found[-1][-1]
        return (found[:-1], len(data) - len(rest)) if rest else (found, len(data))

    def _learn(self, unit: bytes) -> bool:
        """Take up the shape of a unit; whether there is one, and it is new."""
        if self._learned == _MOST_SHAPES:
            return False
        shape = shape_of(unit, dated=self._header.tool == "locdocs")
        if shape is None or shape in self._uses or not re.fullmatch(shape.pattern + re.escape(shape.end), unit):
            return False
        self._learned += 1
        if len(self._uses) == _KEPT_SHAPES:
            del self._uses[min(self._uses, key=self._uses.__getitem__)]
        self._uses[shape] = 0
        # Where there is a choice, a group at the end of each shape says which one it was.
        last = b"%b(%b)" if len(self._uses) > 1 else b"%b%b"
        shapes = [last % (each.pattern, re.escape(each.end)) for each in self._uses]
        self._pattern = re.compile(b"|".join((*shapes, b"((?s:.)++)")))
        return True

    def _plain(self, found: Sequence[tuple[bytes, ...]]) -> Iterable[Unit] | None:
        """The units that were found; ``None`` where one of them has to be read as an element."""
        shapes = list(self._uses)
        if len(shapes) == 1:
            runs = self._of_shape(shapes[0], found)
            return None if runs is None else chain.from_iterable(map(_in_turn, runs))
        ends = list(accumulate(shape.groups + 1 for shape in shapes))
        look = itemgetter(*(end - 1 for end in ends))
        numbers = {
            tuple(shape.end if shape is shapes[number] else b"" for shape in shapes): number
            for number in range(len(shapes))
        }
        order = list(map(numbers.__getitem__, map(look, found)))
        streams: dict[int, Iterator[Sequence[Unit]]] = {}
        for number in set(order):
            shape, end = shapes[number], ends[number]
            start = end - shape.groups - 1
            own = [groups[start:end] for groups, other in zip(found, order, strict=True) if other == number]
            self._uses[shape] += len(own)
            runs = self._of_shape(shape, own)
            if runs is None:
                return None
            streams[number] = chain.from_iterable(zip(*units, strict=True) for units in runs)
        return chain.from_iterable(map(next, map(streams.__getitem__, order)))

    def _of_shape(self, shape: Shape, found: Sequence[tuple[bytes, ...]]) -> list[list[Iterator[Unit]]] | None:
        """The units of many ``tu``, all of one shape; ``None`` where one of them has to be read as an element.

        :return: for each run of units with the same keys, the first units of each ``tu``, the second ones, and so on.
        """
        columns: list[Sequence[bytes]] = list(zip(*found, strict=True))
        texts = texts_of([columns[group] for group in shape.ids], [columns[group] for group in shape.texts])
        if texts is None:
            return None
        content = dict(zip((*shape.ids, *shape.texts), texts, strict=True))
        units: list[list[Iterator[Unit]]] = []
        for start, end in runs_of([columns[key] for key in shape.keys], len(found)):
            frames = self._frames_of(shape, [column[start] for column in columns])
            if frames is None:
                return None
            units.append([_units(frame, content, start, end) for frame in frames])
        return units

    def _frames_of(self, shape: Shape, values: list[bytes]) -> Sequence[_Frame] | None:
        """Find out what a unit means, and all others with the same keys, by reading it; ``None``: there is more to it.

        :param values: what its groups hold.
        """
        name = shape.pattern, *(values[key] for key in shape.keys)
        if name not in self._frames:
            if len(self._frames) == _KEPT_FRAMES:
                self._frames.clear()
            for group in (*shape.ids, *shape.texts):
                values[group] = b"%d" % group
            frames = None
            with suppress(ExchangeError, ValueError):
                data = b"<tmx>%b</tmx>" % shape.filled(values)
                [units] = self._elements(data, Faults(strict=True), first_line=1)
                frames = [
                    _Frame(int(unit.id) if unit.id else None, int(unit.source), int(unit.target), unit[3:])
                    for unit in units
                ]
            self._frames[name] = frames or None
        return self._frames[name]

    def _as_elements(self, data: bytes, before: bytes, after: bytes, line: int) -> Iterable[Unit] | None:
        """The units of a piece that is read as elements; ``None`` where it is not well-formed on its own."""
        try:
            found = self._elements(b"".join((self._prolog, before, data, after)), self._faults, first_line=line)
        except ExchangeError:
            return None
        return self._counted(found)

    def _counted(self, found: Iterable[Sequence[Unit]]) -> Iterator[Unit]:
        for units in found:
            self.done += 1
            yield from units


def _in_turn(units: Sequence[Iterator[Unit]]) -> Iterable[Unit]:
    """The first of each, the second of each, and so on."""
    return units[0] if len(units) == 1 else chain.from_iterable(zip(*units, strict=True))


def _units(frame: _Frame, columns: Mapping[int, Sequence[str]], start: int, end: int) -> Iterator[Unit]:
    """The units of a run. Past the constructor, as in the scanner: a memory holds millions of them."""
    ids = repeat("", end - start) if frame.id is None else columns[frame.id][start:end]
    texts = columns[frame.source][start:end], columns[frame.target][start:end]
    fields = zip(ids, *texts, *map(repeat, frame.rest), strict=False)
    units: Iterator[Unit] = map(tuple.__new__, repeat(Unit), fields)
    return units
