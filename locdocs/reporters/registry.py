"""The reporters by name; a reporter's module is imported when it is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath
from typing import NamedTuple, Protocol

from locdocs.errors import UnknownFormatError
from locdocs.rules import Rule, Severity
from locdocs.validation import Diagnostic

__all__ = ["REPORTERS", "Reporter", "Run", "Unread", "find_reporter"]


class Unread(NamedTuple):
    """A file that could not be read, or a folder."""

    path: PurePosixPath
    message: str
    """Why, without the path."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a reporter is handed."""

    diagnostics: Iterable[Diagnostic]
    """To be gone through once, in order."""
    rules: Sequence[Rule] = ()
    """The rules of the run."""
    documents: Sequence[PurePosixPath] = ()
    """The paths of the documents; complete when the diagnostics have been gone through."""
    color: bool = False
    """Whether colours are wanted: a terminal shows the report."""
    fail_on: Severity = "error"
    """The mildest severity that makes the run fail, for reports that tell failures from notes."""
    unread: Sequence[Unread] = ()
    """What could not be read; complete when the diagnostics have been gone through."""


class Reporter(Protocol):
    """What a reporter's module offers as ``report``."""

    def __call__(self, run: Run, /) -> Iterator[str]:
        """The pieces of the report, as they are known; lines end with LF."""


_MODULES: Mapping[str, str] = {
    "text": "locdocs.reporters.text_with_lines",
    "concise": "locdocs.reporters.concise",
    "json": "locdocs.reporters.json_document",
    "jsonl": "locdocs.reporters.json_lines",
    "sarif": "locdocs.reporters.sarif",
    "junit": "locdocs.reporters.junit",
    "github": "locdocs.reporters.github",
    "gitlab": "locdocs.reporters.gitlab",
    "html": "locdocs.reporters.html",
}

REPORTERS: tuple[str, ...] = tuple(_MODULES)
"""The names of the formats, the default first."""


def find_reporter(name: str) -> Reporter:
    """The reporter of a format.

    :raises UnknownFormatError: there is none of that name.
    """
    if name not in _MODULES:
        raise UnknownFormatError(f"no report format is called {name!r}; there is {', '.join(REPORTERS)}")
    reporter: Reporter = import_module(_MODULES[name]).report
    return reporter
