"""Workflow commands of GitHub Actions: each diagnostic becomes an annotation beside its line.

The escapes are those of GitHub's own toolkit: ``%``, CR and LF in messages, ``:`` and ``,`` too in properties. The
service shows ten annotations of a kind a step; ``sarif`` has no such limit.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.reporters.objects import clean
from locdocs.reporters.registry import Run
from locdocs.rules import Severity
from locdocs.validation import Diagnostic

__all__ = ["report"]

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def report(run: Run) -> Iterator[str]:
    """One command a diagnostic, as the run goes on; then one for each file that could not be read."""
    for diagnostic in run.diagnostics:
        yield f"::{_COMMANDS[diagnostic.severity]} {_properties(diagnostic)}::{_data(diagnostic.message)}\n"
    for path, message in run.unread:
        yield f"::error file={_property(str(path))},title=unreadable::{_data(message)}\n"


def _properties(diagnostic: Diagnostic) -> str:
    properties: dict[str, object] = {
        "file": diagnostic.path or "",
        "line": diagnostic.line,
        "endLine": diagnostic.end_line,
        "title": f"{diagnostic.code} {diagnostic.slug}",
    }
    # Columns count only within one line, and an annotation needs some width.
    if diagnostic.line == diagnostic.end_line:
        properties |= {"col": diagnostic.column, "endColumn": diagnostic.end_column}
    return ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())


def _data(text: str) -> str:
    return clean(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
