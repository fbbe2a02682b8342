"""The report of ``locdocs validate``, written as the run goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import PurePosixPath

import click

from locdocs.cli.messages import tell
from locdocs.cli.reading import STANDARD_STREAM
from locdocs.files import opened_output
from locdocs.places import Places
from locdocs.reporters import Run, find_reporter
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
    run: Validation, *, format_name: str, output: str, places: Places | None, fail_on: Severity, quiet: bool
) -> Report:
    """Write what a run finds, in a format, to a file or to standard output.

    :return: what was found, counted.
    :raises OutputError: the file could not be written.
    """
    counts = Report()
    paths: list[PurePosixPath] = []
    pieces = find_reporter(format_name)(
        Run(
            diagnostics=counts.watch(_placed(run, paths, places)),
            rules=run.rules,
            documents=paths,
            color=is_for_terminal(output) and not os.environ.get("NO_COLOR"),
            fail_on=fail_on,
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
    if format_name == _WITHOUT_SUMMARY and paths and not quiet:
        tell(counts.summary(len(paths)))
    return counts


def _placed(run: Validation, paths: list[PurePosixPath], places: Places | None) -> Iterator[Diagnostic]:
    """The diagnostics of a run with the paths of a report; ``paths`` gets those of all documents at the end."""
    yield from run if places is None else places.diagnostics(run)
    paths.extend(run.paths if places is None else map(places.shown, run.paths))
