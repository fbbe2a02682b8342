"""Fixes on files: written, or shown as a diff."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from locdocs.config import Config
from locdocs.corpus import Tree
from locdocs.errors import OutputError
from locdocs.files import write_bytes
from locdocs.model import Document
from locdocs.places import Places
from locdocs.validation import Diagnostic, fix, validate

__all__ = ["Count", "apply_fixes", "show_fixes"]


# Not splitlines, which knows more line breaks than git does.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Count(NamedTuple):
    """What was fixed."""

    diagnostics: int
    documents: int


def apply_fixes(content: Tree | Sequence[Document], config: Config, *, unsafe: bool) -> Count:
    """Write the documents with the fixes of what is found in them.

    :raises OutputError: a file could not be written; those before it are.
    """
    if not isinstance(content, Tree):
        raise click.UsageError("standard input cannot be fixed in its place; --diff shows what would change")
    fixable = _fixable(content, config, unsafe=unsafe)
    count = Count(0, 0)
    if not fixable:
        return count
    for file, document in content.with_files():
        if document.path not in fixable:
            continue
        done = fix(document, fixable[document.path], unsafe=unsafe, config=config)
        if done.document is not document:
            if Path(file.path).read_bytes() != document.to_bytes():
                raise OutputError("changed while it was looked at; run again", path=file.path)
            write_bytes(file.path, done.document.to_bytes())
            count = Count(count.diagnostics + len(done.fixed), count.documents + 1)
    return count


def show_fixes(content: Tree | Sequence[Document], config: Config, *, unsafe: bool, places: Places | None) -> Count:
    """Print what fixes would change, as a unified diff that ``git apply`` takes in the working folder."""
    fixable = _fixable(content, config, unsafe=unsafe)
    count = Count(0, 0)
    for document in content:
        if document.path in fixable:
            done = fix(document, fixable[document.path], unsafe=unsafe, config=config)
            if done.document is not document:
                for line in _diff(document, done.document, _shown(document, places)):
                    click.echo(line, nl=False)
                count = Count(count.diagnostics + len(done.fixed), count.documents + 1)
    return count


def _fixable(content: Tree | Sequence[Document], config: Config, *, unsafe: bool) -> dict[object, list[Diagnostic]]:
    """The diagnostics with a fix, by the path of their document."""
    found: dict[object, list[Diagnostic]] = {}
    for diagnostic in validate(content, config=config):
        if diagnostic.fix and (diagnostic.fix.safe or unsafe):
            found.setdefault(diagnostic.path, []).append(diagnostic)
    return found


def _shown(document: Document, places: Places | None) -> str:
    if document.path is None:
        return "stdin"
    # As git writes the path of a file that lies outside.
    return str(places.shown(document.path) if places else document.path).lstrip("/")


def _diff(before: Document, after: Document, name: str) -> Iterator[str]:
    old, new = (_LINE.findall(document.text) for document in (before, after))
    for line in difflib.unified_diff(old, new, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
