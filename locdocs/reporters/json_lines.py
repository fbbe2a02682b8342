"""JSON Lines: one object for each diagnostic, as the run goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator

from locdocs.reporters.objects import as_object
from locdocs.reporters.registry import Run

__all__ = ["report"]


def report(run: Run) -> Iterator[str]:
    """The lines; nothing where nothing was found."""
    for diagnostic in run.diagnostics:
        yield json.dumps(as_object(diagnostic), ensure_ascii=False) + "\n"
