"""The report of ``locdocs validate``, written as the run goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import click

from locdocs.cli.messages import tell
from locdocs.cli.reading import STANDARD_STREAM
from locdocs.cli.unreadable import Unreadable
from locdocs.errors import LocdocsError
from locdocs.files import opened_output
from locdocs.places import Places, name_of
from locdocs.reporters import Run, Unread, find_reporter
from locdocs.rules import Severity
from locdocs.text import encode
from locdocs.validation import Diagnostic, Report, Validation

__all__ = ["is_for_terminal", "write_report"]

_WITHOUT_SUMMARY = "concise"
"""The report for people that holds lines about findings only."""


def is_for_terminal(output: str) -> bool:
    """Whether a report goes to a terminal."""
    return output == STANDARD_STREAM and sys.stdout.isatty()


def write_report(
    run: Validation,
    unreadable: Unreadable,
    *,
    format_name: str,
    output: str,
    places: Places | None,
    root: Path | None,
    fail_on: Severity,
    quiet: bool,
) -> Report:
    """Write what a run finds, in a format, to a file or to standard output.

    :param unreadable: gets what cannot be read, until the run is over.
    :param root: the folder that names are relative to, for reports that have names (``places`` is ``None``).
    :return: what was found, counted.
    :raises OutputError: the file could not be written.
    """
    counts = Report()
    paths: list[PurePosixPath] = []
    unread: list[Unread] = []

    def placed() -> Iterator[Diagnostic]:
        yield from run if places is None else places.diagnostics(run)
        paths.extend(run.paths if places is None else map(places.shown, run.paths))
        unread.extend(_unread(error, places, root) for error in unreadable)

    pieces = find_reporter(format_name)(
        Run(
            diagnostics=counts.watch(placed()),
            rules=run.rules,
            documents=paths,
            color=is_for_terminal(output) and not os.environ.get("NO_COLOR"),
            fail_on=fail_on,
            unread=unread,
        )
    )
    if output == STANDARD_STREAM:
        for piece in pieces:
            click.echo(piece, nl=False)
    else:
        with opened_output(output) as opened:
            file = opened.open()
            for piece in pieces:
                file.write(encode(piece))
    if format_name == _WITHOUT_SUMMARY and (paths or unread) and not quiet:
        tell(counts.summary(len(paths), unread=len(unread)))
    return counts


def _unread(error: LocdocsError, places: Places | None, root: Path | None) -> Unread:
    """What could not be read, with its path or name as documents have it in the report."""
    name = name_of(Path(error.path or ""), root and root.absolute())
    return Unread(places.shown(name) if places else name, error.message)
