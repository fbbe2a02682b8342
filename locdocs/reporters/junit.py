"""JUnit XML, which nearly every CI server reads: one test case a document, one failure a diagnostic.

What makes the run fail (``--fail-on``) is a failure, so that a CI server is red where the exit code is 1; milder
findings stand in the ``system-out`` of a test that passes. A file that could not be read is an error, as of a test that
could not run. The counts are of test cases. They stand in front, so the report comes at the end of the run and holds in
memory what was found.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from pathlib import PurePosixPath

from locdocs.exchange.xml import attribute, escape, replace_unheld
from locdocs.reporters.concise import headline
from locdocs.reporters.registry import Run
from locdocs.rules import Severity
from locdocs.rules.base import at_least
from locdocs.validation import Diagnostic

__all__ = ["report"]


def report(run: Run) -> Iterator[str]:
    """The test suite, with the documents in order."""
    found: dict[str, list[Diagnostic]] = {}
    for diagnostic in run.diagnostics:
        found.setdefault(_name(diagnostic.path), []).append(diagnostic)
    names = list(dict.fromkeys([*map(_name, run.documents), *found]))
    failing = at_least(run.fail_on)
    # Test cases, as the tests: readers take one from the other for those that passed.
    failures = sum(any(each.severity in failing for each in diagnostics) for diagnostics in found.values())
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    tests, errors = len(names) + len(run.unread), len(run.unread)
    yield (f'<testsuite name="locdocs" tests="{tests}" failures="{failures}" errors="{errors}" skipped="0" time="0">\n')
    for name in names:
        yield from _case(name, found.get(name, []), failing)
    for path, message in run.unread:
        yield f"{_opening(str(path))}>\n"
        yield f'<error type="unreadable" message="{attribute(message)}"/>\n</testcase>\n'
    yield "</testsuite>\n</testsuites>\n"


def _name(path: PurePosixPath | None) -> str:
    return str(path or "<text>")


def _case(name: str, diagnostics: list[Diagnostic], failing: Container[Severity]) -> Iterator[str]:
    opening = _opening(name)
    if not diagnostics:
        yield f"{opening}/>\n"
        return
    yield f"{opening}>\n"
    notes = []
    for diagnostic in diagnostics:
        message = headline(diagnostic)
        if diagnostic.severity not in failing:
            notes.append(message)
            continue
        yield (
            f'<failure type="{attribute(diagnostic.code)}" message="{attribute(message)}">'
            f"{_text(diagnostic.text)}</failure>\n"
        )
    if notes:
        yield f"<system-out>{_text(chr(10).join(notes))}</system-out>\n"
    yield "</testcase>\n"


def _opening(name: str) -> str:
    return f'<testcase name="{attribute(name)}" classname="locdocs" time="0"'


def _text(text: str) -> str:
    return escape(replace_unheld(text)[0])
