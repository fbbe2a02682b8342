"""JSON Lines: one object for each diagnostic, as the run goes on.

U+0085, U+2028 and U+2029 are written as escapes, because some readers end lines there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from locdocs.reporters.objects import as_object
from locdocs.reporters.registry import Run

__all__ = ["report"]

_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


def report(run: Run) -> Iterator[str]:
    """The lines; nothing where nothing was found."""
    for diagnostic in run.diagnostics:
        line = json.dumps(as_object(diagnostic), ensure_ascii=False)
        yield _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", line) + "\n"
