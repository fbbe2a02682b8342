"""Glossaries: the terms that targets should have, from a CSV file, and where a text has them.

The first row names the columns: ``source``, ``target``, ``status``, and ``language`` if the file is for several. The
status is ``preferred``, ``forbidden`` or ``do-not-translate``; an empty one is ``preferred``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from locdocs.errors import ConfigError

__all__ = ["FoundTerm", "Status", "Term", "loosely", "read_glossary", "term_finder"]

Status = Literal["preferred", "forbidden", "do-not-translate"]

_COLUMNS = ("source", "target", "status", "language")
_OPENING = " \t\n\r\"'([{*_#>|“‘«„–—-"
_ENDS_OF_SENTENCES = ".!?:;…"


class Term(NamedTuple):
    """A row of a glossary."""

    source: str
    """The term in the source language; empty for a word that is forbidden everywhere."""
    target: str
    """The term in the target language; for ``do-not-translate`` the same as ``source``."""
    status: Status
    """What is to be done with it."""
    language: str
    """The target language it is for, such as ``es`` or ``es-ES``; empty for all."""

    def is_for(self, language: str | None) -> bool:
        """Whether the term counts in documents of a target language."""
        wanted, given = self.language.lower(), (language or "").lower()
        return not wanted or given == wanted or given.startswith(f"{wanted}-")


def read_glossary(path: Path) -> tuple[Term, ...]:
    """The terms in a CSV file (UTF-8; a byte order mark is fine).

    :raises ConfigError: the file cannot be read, has no such columns, or a row says what nothing understands.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, strict=True)
            columns = [name.strip().lower() for name in next(rows, [])]
            unknown = [name for name in columns if name not in _COLUMNS]
            if len(columns) == 1 and re.search(r"[;\t]", columns[0]):
                raise ConfigError(
                    f"commas are expected between the columns of a glossary; its first row is {columns[0]!r}", path=path
                )
            if unknown or not {"source", "target"} <= set(columns):
                raise ConfigError(
                    f"the first row of a glossary names its columns, {', '.join(_COLUMNS)}; it is {columns!r}",
                    path=path,
                )
            return tuple(
                _term(dict(zip(columns, map(str.strip, row), strict=False)), rows.line_num, path)
                for row in rows
                if any(map(str.strip, row))
            )
    except OSError as error:
        raise ConfigError(f"the glossary cannot be read: {error.strerror or error}", path=path) from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise ConfigError(f"the glossary is no CSV file in UTF-8: {error}", path=path) from None


def _term(row: dict[str, str], line: int, path: Path) -> Term:
    status = row.get("status", "").lower() or "preferred"
    source, target = row.get("source", ""), row.get("target", "")
    if status not in get_args(Status):
        raise ConfigError(f"line {line}: a status is one of {', '.join(get_args(Status))}, not {status!r}", path=path)
    if status == "do-not-translate":
        target = target or source
    if not target or not (source or status == "forbidden"):
        raise ConfigError(f"line {line}: a term is missing", path=path)
    return Term(source, target, cast("Status", status), row.get("language", ""))


class FoundTerm(NamedTuple):
    """A term or name in a text."""

    term: str
    """As the glossary writes it, with single spaces."""
    start: int
    end: int
    """Behind its last character, without the ending of the plural."""
    may_be_name: bool = False
    """Whether it has a capital letter that the glossary has not, inside a sentence: "Package" in "Package Manager"."""


def term_finder(terms: Iterable[str], names: Iterable[str]) -> Callable[[str], list[FoundTerm]]:
    """What finds English terms and names in a text, as whole words, the longest first.

    What is a part of an address or of a longer identifier is no word. A name has the one spelling that it has. A term
    may be in the plural, and begin with a capital letter: where no sentence begins there, it may be a part of a name.
    """
    known, kept = ({" ".join(each.split()) for each in given} for given in (terms, names))
    either = "|".join(map(_loose, sorted(known | kept, key=lambda term: (-len(term), term))))
    if not either:
        return lambda _: []
    pattern = re.compile(rf"(?<![\w.@/\\-])(?P<term>{either})(?P<plural>'?e?s)?(?![\w@/\\-]|\.\w)")

    def find(prose: str) -> list[FoundTerm]:
        found = []
        for match in pattern.finditer(prose):
            spelling, may_be_name = " ".join(match["term"].split()), False
            if spelling not in kept and spelling not in known:
                spelling = spelling[0].lower() + spelling[1:]
                may_be_name = not _begins_sentence(prose, match.start())
            if spelling in known or (match["plural"] or "'").startswith("'"):
                found.append(FoundTerm(spelling, *match.span("term"), may_be_name))
        return found

    return find


def _begins_sentence(prose: str, place: int) -> bool:
    before = prose[:place].rstrip(_OPENING)
    return not before or before[-1] in _ENDS_OF_SENTENCES


def _loose(term: str) -> str:
    """The pattern of a term: a capital letter in front, if it has a small one; any white space for a space."""
    first, rest = term[0], loosely(term[1:])
    # What two letters become in capitals, such as the German sharp s, begins no English term.
    return (f"[{first}{first.upper()}]" if first.islower() and len(first.upper()) == 1 else re.escape(first)) + rest


def loosely(term: str) -> str:
    """A pattern of a term with any white space for its spaces."""
    return r"\s+".join(map(re.escape, term.split(" ")))
