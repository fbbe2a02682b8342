"""Changes of documents for people: old and new below each other; on a terminal the words that differ stand out."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Iterator, Sequence

import click

from locdocs.cli.diff_drawing import NEW, OLD, below_each_other, drawn, inside, marked
from locdocs.cli.messages import counted
from locdocs.cli.versions import VersionPair
from locdocs.comparison import KINDS, TEXT_KINDS, Difference, HeaderChange, SegmentChange, TextChange, Where
from locdocs.comparison.tags import TagChange, tag_changes

__all__ = ["TOLD", "show", "show_counts"]

TOLD = {
    "added": "added",
    "removed": "removed",
    "moved": "moved",
    "source": "with another source",
    "target": "with another target",
    "both": "with another source and target",
}
"""What is said of so many segments, by the kind of their change."""
_WHERE: dict[Where, str] = {"between": "text", "beside": "text beside segments", "code": "code"}
_REST = "white space or numbers of lists"
_SHORT = 30
"""Characters of values that stand on one line with those that they have become."""
_MOST_TAGS = 10
"""Pairs with other tags that are shown; a tool changes those of all pairs at once."""


def show(version: VersionPair, found: Difference, *, whole: bool) -> None:
    """Write the changes of a document to standard output; of one that a side does not have only that.

    :param whole: nothing was left out of the difference.
    """
    if version.missing:
        show_counts(version, found, whole=whole)
        return
    _echo(click.style(_title(version), bold=True))
    for header in found.header:
        for line in _header_lines(header):
            _echo(line)
    for change in _in_order(found):
        for line in _text_lines(change) if isinstance(change, TextChange) else _segment_lines(found, change):
            _echo(line)
    tags = list(tag_changes(found)) if whole else []
    for line in _tag_lines(found, tags):
        _echo(line)
    if found.renumbered:
        _echo(f"  {counted(found.renumbered, 'segment')} with another id and the same texts")
    if found and not (found.header or found.segments or found.text or found.renumbered or tags):
        _echo(f"  {_REST}")


def show_counts(version: VersionPair, found: Difference, *, whole: bool) -> None:
    """Write one line about a document to standard output.

    :param whole: nothing was left out of the difference.
    """
    if version.missing:
        _echo(f"{_title(version)}: {counted(len(found.segments), 'segment')}")
        return
    counts = Counter(change.kind for change in found.segments)
    told = [f"{counts[kind]:,} {TOLD[kind]}" for kind in KINDS if counts[kind]]
    if found.header:
        told.append(f"header: {', '.join(dict.fromkeys(drawn(one.key) or 'other lines' for one in found.header))}")
    for where, name in _WHERE.items():
        texts = Counter(change.kind for change in found.text if change.where == where)
        if texts:
            told.append(f"{name}: {', '.join(f'{texts[kind]:,} {kind}' for kind in TEXT_KINDS if texts[kind])}")
    told += [f"{found.renumbered:,} renumbered"] if found.renumbered else []
    tags = sum(1 for _ in tag_changes(found)) if whole else 0
    told += [f"other tags: {tags:,}"] if tags else []
    if found and not told:
        told.append(_REST)
    _echo(f"{_title(version)}{': ' if told else ''}{'; '.join(told)}")


def _in_order(found: Difference) -> Iterator[SegmentChange | TextChange]:
    """Both sorts of changes as they stand in the document."""
    segments, texts = deque(found.segments), deque(found.text)
    while segments and texts:
        yield segments.popleft() if _comes_first(segments[0], texts[0]) else texts.popleft()
    yield from segments
    yield from texts


def _comes_first(segment: SegmentChange, text: TextChange) -> bool:
    if segment.new and text.new:
        return segment.new.start < text.new.start
    # One of them was taken out and the other put in, in the same place or far apart: nothing tells which.
    return not (segment.old and text.old) or segment.old.start < text.old.start


def _title(version: VersionPair) -> str:
    note = {"old": " (only in NEW)", "new": " (only in OLD)"}.get(version.missing, "")
    if version.old_name is not None:
        note = f" (renamed from {drawn(str(version.old_name))})"
    return f"{drawn(str(version.name))}{note}"


def _header_lines(change: HeaderChange) -> Iterator[str]:
    place = _places(change.old_line, change.new_line)
    old, new = (None if value is None else str(value) for value in (change.old, change.new))
    what = f"  {drawn(change.key)} ({place})" if change.key else f"  header, {place}"
    what += ", written otherwise" if change.kind == "rewritten" else ""
    if change.kind in ("added", "removed"):
        what += f" {change.kind}"
    if max(len(old or ""), len(new or "")) > _SHORT or "\n" in f"{old}{new}" or not change.key:
        yield what
        for before, after in inside(change.old, change.new) or [(old, new)]:
            yield from below_each_other(before, after)
    elif change.kind in ("added", "removed"):
        yield f"{what}: {drawn((new if old is None else old) or '')}"
    else:
        before, after = marked(old or "", new or "")
        yield f"{what}: {before} -> {after}"


def _text_lines(change: TextChange) -> Iterator[str]:
    old, new = change.old, change.new
    yield f"  {_places(old and old.line, new and new.line)}: {_WHERE[change.where]} {change.kind}"
    if change.kind == "moved" and new:
        for line in new.text.splitlines():
            yield f"      {drawn(line)}"
    else:
        yield from below_each_other(old and old.text, new and new.text)


def _segment_lines(found: Difference, change: SegmentChange) -> Iterator[str]:
    old, new = change.old, change.new
    places = [
        f"{drawn(segment.id)} (line {document.location(segment).line})"
        for document, segment in ((found.old, old), (found.new, new))
        if segment is not None
    ]
    yield f"  {' -> '.join(dict.fromkeys(places))}: {TOLD[change.kind].removeprefix('with ')}"
    for name in ("source", "target"):
        before, after = (None if segment is None else str(getattr(segment, name)) for segment in (old, new))
        yield from _sides(name, before, after)


def _tag_lines(found: Difference, changes: Sequence[TagChange]) -> Iterator[str]:
    for change in changes[:_MOST_TAGS]:
        lines = (found.old.location(change.old).line, found.new.location(change.new).line)
        yield f"  {drawn(change.new.id)} ({_places(*lines)}): other tags"
        yield from below_each_other(change.old_tags, change.new_tags)
    if len(changes) > _MOST_TAGS:
        yield f"  and {counted(len(changes) - _MOST_TAGS, 'pair')} more with other tags"


def _places(old: int | None, new: int | None) -> str:
    return " -> ".join(dict.fromkeys(f"line {line}" for line in (old, new) if line is not None))


def _sides(name: str, old: str | None, new: str | None) -> Iterator[str]:
    """A text that is the same on both sides as one line, else the old and the new one below each other."""
    label = f"    {name:<7}"
    if old == new:
        yield f"{label}  {drawn(old or '')}"
        return
    if old is None or new is None:
        sign, color = ("+", NEW) if old is None else ("-", OLD)
        yield f"{label}{click.style(sign, fg=color)} {drawn((new if old is None else old) or '')}"
        return
    before, after = marked(old, new)
    yield f"{label}{click.style('-', fg=OLD)} {before}"
    yield f"{' ' * len(label)}{click.style('+', fg=NEW)} {after}"


def _echo(line: str) -> None:
    # click leaves colour out where standard output is no terminal.
    click.echo(line, color=False if os.environ.get("NO_COLOR") else None)
