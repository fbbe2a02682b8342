"""Changes of documents for people: old and new below each other; on a terminal the words that differ stand out."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

import click

from locdocs.cli.messages import counted, visible
from locdocs.cli.versions import VersionPair
from locdocs.comparison import KINDS, Difference, SegmentChange
from locdocs.differences import text_hunks

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
_OLD, _NEW = "red", "green"


def show(version: VersionPair, found: Difference) -> None:
    """Write the changes of a document to standard output; of one that a side does not have only that."""
    if version.missing:
        show_counts(version, found)
        return
    _echo(click.style(_title(version), bold=True))
    for header in found.header:
        _echo(f"  {header.key or 'the header'}")
        for line in _sides("", _written(header.old), _written(header.new)):
            _echo(line)
    for change in found.segments:
        for line in _lines(found, change):
            _echo(line)
    if found.outside:
        _echo("  the text between the pairs has changed")
    if found.renumbered:
        _echo(f"  {counted(found.renumbered, 'segment')} with another id and the same texts")


def show_counts(version: VersionPair, found: Difference) -> None:
    """Write one line about a document to standard output."""
    if version.missing:
        _echo(f"{_title(version)}: {counted(len(found.segments), 'segment')}")
        return
    counts = Counter(change.kind for change in found.segments)
    told = [f"{counts[kind]:,} {TOLD[kind]}" for kind in KINDS if counts[kind]]
    told += [f"header: {', '.join(change.key or 'all' for change in found.header)}"] if found.header else []
    told += ["text between the pairs"] if found.outside else []
    told += [f"{found.renumbered:,} renumbered"] if found.renumbered else []
    _echo(f"{_title(version)}: {'; '.join(told) or 'white space or markup of the pairs'}")


def _title(version: VersionPair) -> str:
    note = {"old": " (only in NEW)", "new": " (only in OLD)"}.get(version.missing, "")
    return f"{visible(str(version.name))}{note}"


def _lines(found: Difference, change: SegmentChange) -> Iterator[str]:
    old, new = change.old, change.new
    places = [
        f"{visible(segment.id)} (line {document.location(segment).line})"
        for document, segment in ((found.old, old), (found.new, new))
        if segment is not None
    ]
    yield f"  {' -> '.join(dict.fromkeys(places))}: {TOLD[change.kind].removeprefix('with ')}"
    for name in ("source", "target"):
        before, after = (None if segment is None else str(getattr(segment, name)) for segment in (old, new))
        yield from _sides(name, before, after)


def _sides(name: str, old: str | None, new: str | None) -> Iterator[str]:
    """A text that is the same on both sides as one line, else the old and the new one below each other."""
    label = f"    {name:<7}" if name else "    "
    if old == new:
        yield f"{label}  {visible(old or '')}"
        return
    if old is None or new is None:
        sign, color = ("+", _NEW) if old is None else ("-", _OLD)
        yield f"{label}{click.style(sign, fg=color)} {visible((new if old is None else old) or '')}"
        return
    before, after = _marked(old, new)
    yield f"{label}{click.style('-', fg=_OLD)} {before}"
    yield f"{' ' * len(label)}{click.style('+', fg=_NEW)} {after}"


def _marked(old: str, new: str) -> tuple[str, str]:
    """Both texts with what differs in colour."""
    before, after = "", ""
    done = new_done = 0
    for start, end, new_start, new_end in text_hunks(old, new):
        before += visible(old[done:start]) + _colored(old[start:end], _OLD)
        after += visible(new[new_done:new_start]) + _colored(new[new_start:new_end], _NEW)
        done, new_done = end, new_end
    return before + visible(old[done:]), after + visible(new[new_done:])


def _colored(text: str, color: str) -> str:
    return click.style(visible(text), fg=color, underline=True) if text else ""


def _written(value: object) -> str | None:
    return None if value is None else str(value)


def _echo(line: str) -> None:
    # click leaves colour out where standard output is no terminal.
    click.echo(line, color=False if os.environ.get("NO_COLOR") else None)
