"""The code quality report of GitLab, a subset of the Code Climate format: a JSON array, shown in merge requests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import blake2b

from locdocs.reporters.objects import clean
from locdocs.reporters.registry import Run, Unread
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
    for unread in run.unread:
        yield separator + json.dumps(_unreadable(unread), ensure_ascii=False)
        separator = ",\n"
    yield "\n]\n"


def _unreadable(unread: Unread) -> dict[str, object]:
    path = clean(str(unread.path))
    return {
        "description": clean(unread.message),
        "check_name": "unreadable",
        "fingerprint": blake2b(f"unreadable {path}".encode(), digest_size=16).hexdigest(),
        "severity": "critical",
        "location": {"path": path, "lines": {"begin": 1, "end": 1}},
    }


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
