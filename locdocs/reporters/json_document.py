"""One JSON document: the diagnostics, what could not be read, and counts."""

from __future__ import annotations

import json
from collections.abc import Iterator

from locdocs.reporters.objects import as_object, clean
from locdocs.reporters.registry import Run
from locdocs.rules import SEVERITIES
from locdocs.validation import Report

__all__ = ["VERSION", "report"]

VERSION = 1
"""The version of the format; it changes when a key goes or means something else."""


def report(run: Run) -> Iterator[str]:
    """The document; written piece by piece, so that no run is too large."""
    counts = Report()
    yield f'{{\n  "version": {VERSION},\n  "diagnostics": ['
    separator = "\n"
    for diagnostic in counts.watch(run.diagnostics):
        yield f"{separator}    {json.dumps(as_object(diagnostic), ensure_ascii=False)}"
        separator = ",\n"
    yield "]" if separator == "\n" else "\n  ]"
    unread = [{"path": clean(str(path)), "message": clean(message)} for path, message in run.unread]
    yield f',\n  "unread": {json.dumps(unread, ensure_ascii=False)}'
    summary: dict[str, object] = {"documents": len(run.documents)}
    for severity in SEVERITIES:
        summary[severity] = counts.by_severity[severity]
    summary |= {"fixable": counts.fixable, "rules": dict(sorted(counts.by_rule.items()))}
    yield f',\n  "summary": {json.dumps(summary)}\n}}\n'
