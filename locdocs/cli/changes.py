"""Changes of documents on their way to the disk: the diff, what was refused, and the sums."""

from __future__ import annotations

import difflib
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from locdocs.cli.messages import complain, counted, tell
from locdocs.errors import ExchangeError
from locdocs.files import write_bytes
from locdocs.merge.trees import FileResult, Stray
from locdocs.merge.values import Outside, Refusal
from locdocs.model import Document
from locdocs.text import encode
from locdocs.units import Unit

__all__ = ["Changes"]

_SHOWN = 60
"""Characters of a text that a message shows."""

_COLORS = {"@": "cyan", "-": "red", "+": "green"}


class Changes:
    """Writes documents that have changed, and tells what happened.

    :param dry_run: write nothing.
    :param diff: show the changes on standard output, and write nothing.
    """

    def __init__(self, *, dry_run: bool, diff: bool) -> None:
        self._dry_run = dry_run or diff
        self._diff = diff
        self._counts: Counter[str] = Counter()
        self._faults: set[str] = set()

    @property
    def incomplete(self) -> bool:
        """Whether something was handed in that was not taken."""
        refused = any(
            self._counts[what] for what in ("refused", "unknown", "outside", "without document", "unreadable")
        )
        only_others = self._counts["other-language"] > 0 and not self._counts["documents"]
        return refused or only_others or bool(self._faults)

    def fault(self, error: ExchangeError) -> None:
        """A row of an exchange file that was left out; told once, however often the file is read."""
        if str(error) not in self._faults:
            self._faults.add(str(error))
            complain(error)

    def take(self, one: FileResult | Stray) -> None:
        """Write the document that a result holds, if it has changed, and tell what was not taken."""
        if isinstance(one, Stray):
            if one.missing.reason in ("other-language", "no-segment"):
                self._counts[one.missing.reason] += one.units
                return
            self._counts["unreadable" if one.missing.reason == "unreadable" else "without document"] += one.units
            where = one.origin.path or "-"
            _tell(f"{where}: not applied: {counted(one.units, 'unit')}: {one.missing.message}", one.missing.reason)
            return
        result = one.result
        self._counts["documents"] += 1
        self._counts.update(
            applied=len(result.applied),
            refused=len(result.refused),
            unknown=len(result.unknown),
            unchanged=len(result.unchanged),
            outside=len(result.outside),
        )
        for message, slug in _not_taken(one):
            _tell(message, slug)
        if result.document is one.before:
            return
        self._counts["changed"] += 1
        if self._diff:
            _show_diff(one.path, one.before, result.document)
        if not self._dry_run:
            write_bytes(one.path, result.document.to_bytes())

    def told(self) -> str:
        """The sums, as one line."""
        counts = self._counts
        verb = "would be applied" if self._dry_run else "applied"
        told = f"{counted(counts['applied'], 'target')} {verb} to {counted(counts['changed'], 'document')}"
        rest = {
            "refused": counts["refused"],
            "unknown": counts["unknown"],
            "changed outside of segments": counts["outside"],
            "without a document": counts["without document"],
            "for want of a readable document": counts["unreadable"],
            "unchanged": counts["unchanged"],
            "of another language": counts["other-language"],
            "without a segment": counts["no-segment"],
            "unreadable": len(self._faults),
        }
        left = [f"{count:,} {what}" for what, count in rest.items() if count]
        return "; ".join([told, *left, *(["--diff writes nothing"] if self._diff else [])])


def _not_taken(one: FileResult) -> Iterator[tuple[str, str]]:
    """What was not taken of a document: message and slug."""
    for refused in one.result.refused:
        yield _refused(one.path, refused), refused.reason
    unknown = one.result.unknown
    if unknown and not one.before.segments:
        count = counted(len(unknown), "unit")
        yield f"{one.path}: not applied: {count}: the document holds no span pair", "unknown-unit"
        unknown = ()
    for unit in unknown:
        yield f"{one.path}: not applied: {_named(unit)}: {_why_unknown(unit, one.before)}", "unknown-unit"
    for change in one.result.outside:
        yield _outside(one.edited or one.path, change), "outside"


def _why_unknown(unit: Unit, document: Document) -> str:
    # XLIFF 2 is read so: the id of the unit, and the place of the segment in it.
    whole, split, _ = unit.id.partition("#")
    number = whole.rpartition("-")[2]
    if split and any(segment.number == number for segment in document.segments):
        return "the unit was split into segments: join them"
    return "no segment has its number or its source"


def _refused(path: Path, refused: Refusal) -> str:
    place = refused.location or path
    segment = refused.segment
    name = segment.id if segment and segment.id else _named(refused.unit)
    return f"{place}: not applied: {name}: {refused.message}"


def _named(unit: Unit) -> str:
    return unit.id or _short(unit.source)


def _outside(path: Path, change: Outside) -> str:
    removed, added = _short(change.removed), _short(change.added)
    what = f"{added} was put in" if not change.removed else f"{removed} was taken out"
    if change.removed and change.added:
        what = f"{removed} became {added}"
    line = change.location.line
    return f"{path}:{change.line}: not applied: {what}, which is no change of one target (document: line {line})"


def _short(text: str) -> str:
    text = (text.strip("\n") or text).replace("\n", "↵")
    return f"“{text if len(text) <= _SHOWN else text[: _SHOWN - 2] + '..'}”"


def _tell(message: str, slug: str) -> None:
    tell(f"{message} [{slug}]")


def _show_diff(path: Path, before: Document, after: Document) -> None:
    """A unified diff, as ``git apply`` and ``patch`` take it."""
    name = path.as_posix().lstrip("/")
    lines = difflib.unified_diff(_lines(before.text), _lines(after.text), f"a/{name}", f"b/{name}")
    color = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for line in lines:
        ending = "" if line.endswith("\n") else "\n\\ No newline at end of file\n"
        shown = line if not color else _painted(line)
        click.echo(encode(shown + ending), nl=False)


def _lines(text: str) -> list[str]:
    """Lines that end at LF only: a lone CR or a line separator is a character like others."""
    lines = text.split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *([lines[-1]] if lines[-1] else [])]


def _painted(line: str) -> str:
    color = _COLORS.get(line[0])
    text = line.removesuffix("\n")
    return (click.style(text, fg=color) if color else text) + line[len(text) :]
