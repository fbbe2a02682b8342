"""What has changed of the text outside of pairs: which lines, whatever became of the segments on them.

Segments that are in both versions hold the two together, and between two of them the text is compared line by line.
What comes and goes with a segment is told with that segment and not here: the line that it stands on, if that holds
nothing else than marks of blocks (``- ``, ``## ``, ``| |``), the numbers of a list behind it, and white space.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from locdocs.comparison.body import MARK, Body
from locdocs.comparison.segments import Matching
from locdocs.comparison.values import Stretch, TextChange, Where
from locdocs.differences import row_hunks
from locdocs.model import Document

__all__ = ["text_changes"]

_MOVABLE = re.compile(r"\w")
# The number of a list item: those behind a new one rise with it.
_LIST_NUMBER = re.compile(r"((?:[>*+-] )*)\d{1,9}(?=[.)](?: |$))")

_Range = tuple[int, int]
"""The first and the last of some lines."""


class _Piece(NamedTuple):
    """A line of a gap between two segments, or the part of it that lies in the gap."""

    key: str
    """What is compared."""
    line: int
    begins: bool
    """Whether it begins where the line does."""
    ends: bool
    depends: bool
    """Whether it comes and goes with the line above: the row of dashes below the head of a table."""


class _Gap(NamedTuple):
    """What lies between two segments in one version, and the lines at its ends."""

    body: Body
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.body.view[self.start : self.end]

    @property
    def first_line(self) -> int:
        return self.body.line_at(self.start)

    @property
    def last_line(self) -> int:
        return self.body.line_at(self.end)


def text_changes(old: Document, new: Document, matching: Matching) -> Iterator[TextChange]:
    """The lines that have changed, in the order of the new document; one that was removed where it was."""
    one, other = Body(old), Body(new)
    if one.view == other.view:
        return
    carried, other_carried = _carried(one, other, matching)
    ranges: list[tuple[_Range | None, _Range | None]] = []
    for gap, other_gap in _gaps(one, other, matching):
        if gap.text != other_gap.text:
            for before, after in _of_gap(gap, other_gap, carried, other_carried):
                if ranges and (_touch(ranges[-1][0], before) or _touch(ranges[-1][1], after)):
                    ranges[-1] = _union(ranges[-1][0], before), _union(ranges[-1][1], after)
                else:
                    ranges.append((before, after))
    found = [_change(one, before, other, after) for before, after in ranges]
    yield from _with_moves([change for change in found if change is not None])


def _gaps(one: Body, other: Body, matching: Matching) -> Iterator[tuple[_Gap, _Gap]]:
    start = other_start = 0
    for place, other_place in matching.pairs:
        if place < one.first or other_place < other.first:  # in the header
            continue
        end, other_end = one.marks[place - one.first], other.marks[other_place - other.first]
        yield _Gap(one, start, end), _Gap(other, other_start, other_end)
        start, other_start = end + 1, other_end + 1
    yield _Gap(one, start, len(one.view)), _Gap(other, other_start, len(other.view))


def _carried(one: Body, other: Body, matching: Matching) -> tuple[set[int], set[int]]:
    """The lines on both sides that came or went with all the segments on them."""
    paired, other_paired = {old for old, _ in matching.pairs}, {new for _, new in matching.pairs}
    to_new = {old: new for new, old in matching.moved.items()}
    lines, other_lines = one.lines_without(paired), other.lines_without(other_paired)
    # A line that has moved is one with the same words around the same segments.
    moved = {(one.words(line), *map(to_new.get, places)): line for line, places in lines.items()}
    other_moved = {(other.words(line), *places): line for line, places in other_lines.items()}
    both = moved.keys() & other_moved.keys()
    return (
        {line for line in lines if one.is_markup(line)} | {moved[key] for key in both},
        {line for line in other_lines if other.is_markup(line)} | {other_moved[key] for key in both},
    )


def _of_gap(
    gap: _Gap, other_gap: _Gap, carried: set[int], other_carried: set[int]
) -> Iterator[tuple[_Range | None, _Range | None]]:
    """The lines that differ in a gap, on both sides."""
    pieces, other_pieces = list(_pieces(gap, carried)), list(_pieces(other_gap, other_carried))
    for hunk in row_hunks([piece.key for piece in pieces], [piece.key for piece in other_pieces]):
        runs, other_runs = (
            list(_runs(side.body, [piece for piece in found if not piece.depends]))
            for side, found in (
                (gap, pieces[hunk.start : hunk.end]),
                (other_gap, other_pieces[hunk.new_start : hunk.new_end]),
            )
        )
        if len(runs) == len(other_runs):
            for run, other_run in zip(runs, other_runs, strict=True):
                before = _union(_lines(run), _counterpart(other_run, other_gap, gap))
                yield before, _union(_lines(other_run), _counterpart(run, gap, other_gap))
            continue
        # What shares a line with a segment at an end of the gap comes at that end.
        found: list[tuple[int, _Range | None, _Range | None]] = []
        found += [(_rank(run), _lines(run), _counterpart(run, gap, other_gap)) for run in runs]
        found += [(_rank(run), _counterpart(run, other_gap, gap), _lines(run)) for run in other_runs]
        yield from ((before, after) for _, before, after in sorted(found, key=itemgetter(0)))


def _rank(run: Sequence[_Piece]) -> int:
    return 0 if not run[0].begins else 1 if run[-1].ends else 2


def _pieces(gap: _Gap, carried: set[int]) -> Iterator[_Piece]:
    """The lines of a gap that have something to compare."""
    body = gap.body
    for line in range(gap.first_line, gap.last_line + 1):
        if line in carried:
            continue
        line_start, line_end = body.bounds(line)
        start, end = max(line_start, gap.start), min(line_end, gap.end)
        begins, ends = start == line_start, end == line_end
        key = _key(body, body.view[start:end], begins=begins, ends=ends)
        if key:
            yield _Piece(key, line, begins, ends, line - 1 in carried and body.is_delimiter(line))


def _key(body: Body, text: str, *, begins: bool, ends: bool) -> str:
    """What counts of a line, or of a part of one: words, and in front of them the white space that means something."""
    words = text.replace(MARK, " ").split()
    if not words:
        return ""
    if begins and ends and MARK not in text:
        return "" if set(words) == {">"} else text.rstrip()
    if MARK in text and not begins and body.only_markup(text):
        return ""
    key = " ".join(words)
    if not begins:
        return key
    return text[: len(text) - len(text.lstrip(" \t"))] + _LIST_NUMBER.sub(r"\g<1>1", key, count=1)


def _runs(body: Body, pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces in groups that stand below each other, with nothing but white space between them."""
    run: list[_Piece] = []
    for piece in pieces:
        if run and not all(map(body.is_blank, range(run[-1].line + 1, piece.line))):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _lines(run: Sequence[_Piece]) -> _Range:
    return run[0].line, run[-1].line


def _counterpart(run: Sequence[_Piece], gap: _Gap, other: _Gap) -> _Range | None:
    """The line of the other version that the line of a run is: the two hold the same segment."""
    found: _Range | None = None
    if not run[0].begins and run[0].line == gap.first_line:
        found = other.first_line, other.first_line
    if not run[-1].ends and run[-1].line == gap.last_line:
        found = _union(found, (other.last_line, other.last_line))
    return found


def _union(one: _Range | None, other: _Range | None) -> _Range | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _touch(one: _Range | None, other: _Range | None) -> bool:
    return one is not None and other is not None and other[0] <= one[1]


def _change(one: Body, before: _Range | None, other: Body, after: _Range | None) -> TextChange | None:
    if before and after and _shapes(one, before) == _shapes(other, after):
        return None
    old, new = (lines and body.stretch(*lines) for body, lines in ((one, before), (other, after)))
    where: Where = "between"
    sides = [(body, lines) for body, lines in ((one, before), (other, after)) if lines]
    if all(body.is_code(lines[0]) for body, lines in sides):
        where = "code"
    elif any(MARK in body.line(line) for body, (first, last) in sides for line in range(first, last + 1)):
        where = "beside"
    return TextChange("removed" if new is None else "added" if old is None else "changed", where, old, new)


def _shapes(body: Body, lines: _Range) -> frozenset[str]:
    """What is left of some lines without their segments.

    Rows of a table with the same cells can be taken for one another: one row more of that shape is none to be told.
    """
    whole = range(lines[0], lines[1] + 1)
    alike = all(MARK in body.line(line) and body.is_markup(line) for line in whole)
    return frozenset(map(body.words, whole)) if alike else frozenset({body.stretch(*lines).text})


def _with_moves(changes: Iterable[TextChange]) -> Iterator[TextChange]:
    """The changes, of which a removal and an addition of the same lines are one."""
    changes = list(changes)
    waiting: defaultdict[str, deque[Stretch]] = defaultdict(deque)
    for change in changes:
        if change.old and change.new is None and _MOVABLE.search(change.old.text):
            waiting[change.old.text.strip()].append(change.old)
    moved: set[Stretch] = set()
    found: list[TextChange] = []
    for change in changes:
        places = waiting.get(change.new.text.strip()) if change.new and change.old is None else None
        if places:
            moved.add(places[0])
            found.append(change._replace(kind="moved", old=places.popleft()))
        else:
            found.append(change)
    yield from (change for change in found if change.new or change.old not in moved)
