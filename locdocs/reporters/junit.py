"""JUnit XML, which nearly every CI server reads: one test case a document, one failure a diagnostic.

Errors and warnings are failures; notes stand in ``system-out``. The counts stand in front, so the report comes at the
end of the run and holds in memory what was found.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from locdocs.exchange.xml import attribute, escape, replace_unheld
from locdocs.reporters.concise import headline
from locdocs.reporters.registry import Run
from locdocs.validation import Diagnostic

__all__ = ["report"]


def report(run: Run) -> Iterator[str]:
    """The test suite, with the documents in order."""
    found: dict[str, list[Diagnostic]] = {}
    for diagnostic in run.diagnostics:
        found.setdefault(_name(diagnostic.path), []).append(diagnostic)
    names = list(dict.fromkeys([*map(_name, run.documents), *found]))
    failures = sum(_is_failure(diagnostic) for diagnostics in found.values() for diagnostic in diagnostics)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    yield f'<testsuite name="locdocs" tests="{len(names)}" failures="{failures}" errors="0" skipped="0" time="0">\n'
    for name in names:
        yield from _case(name, found.get(name, []))
    yield "</testsuite>\n</testsuites>\n"


def _name(path: PurePosixPath | None) -> str:
    return str(path or "<text>")


def _is_failure(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity != "info"


def _case(name: str, diagnostics: list[Diagnostic]) -> Iterator[str]:
    opening = f'<testcase name="{attribute(name)}" classname="locdocs" time="0"'
    if not diagnostics:
        yield f"{opening}/>\n"
        return
    yield f"{opening}>\n"
    for diagnostic in filter(_is_failure, diagnostics):
        yield (
            f'<failure type="{attribute(diagnostic.code)}" message="{attribute(headline(diagnostic))}">'
            f"{_text(diagnostic.text)}</failure>\n"
        )
    notes = "\n".join(headline(diagnostic) for diagnostic in diagnostics if not _is_failure(diagnostic))
    if notes:
        yield f"<system-out>{_text(notes)}</system-out>\n"
    yield "</testcase>\n"


def _text(text: str) -> str:
    return escape(replace_unheld(text)[0])
