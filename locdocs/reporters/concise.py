"""One line for each diagnostic: ``path:line:column: severity CODE message [slug]``."""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.reporters.registry import Run
from locdocs.text import one_line
from locdocs.validation import Diagnostic

__all__ = ["headline", "report"]


def report(run: Run) -> Iterator[str]:
    """The lines, as the run goes on; nothing where nothing was found."""
    for diagnostic in run.diagnostics:
        yield f"{headline(diagnostic)}\n"


def headline(diagnostic: Diagnostic) -> str:
    """The line about a diagnostic, without its line break."""
    place = f"{diagnostic.path or '<text>'}:{diagnostic.line}:{diagnostic.column}"
    return one_line(f"{place}: {diagnostic.severity} {diagnostic.code} {diagnostic.message} [{diagnostic.slug}]")
