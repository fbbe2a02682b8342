"""The code quality report of GitLab, a subset of the Code Climate format: a JSON array, shown in merge requests."""

from __future__ import annotations

import json
from collections.abc import Iterator

from locdocs.reporters.objects import clean
from locdocs.reporters.registry import Run
from locdocs.rules import Severity
from locdocs.validation import Diagnostic

__all__ = ["report"]

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def report(run: Run) -> Iterator[str]:
    """The array, element by element as the run goes on."""
    yield "["
    separator = "\n"
    for diagnostic in run.diagnostics:
        yield separator + json.dumps(_issue(diagnostic), ensure_ascii=False)
        separator = ",\n"
    yield "\n]\n"


def _issue(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "description": clean(f"{diagnostic.message} [{diagnostic.slug}]"),
        "check_name": diagnostic.code,
        "fingerprint": diagnostic.identity,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": clean(str(diagnostic.path or "")),
            "lines": {"begin": diagnostic.line, "end": diagnostic.end_line},
        },
    }
