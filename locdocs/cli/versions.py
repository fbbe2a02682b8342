"""The two sides of a comparison: a folder, a file, or either of them as it was at a commit."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from locdocs.cli.reading import STANDARD_STREAM
from locdocs.comparison.renames import Content, content, renamed
from locdocs.corpus import read_tree
from locdocs.discovery import SUFFIX
from locdocs.errors import InputError, LocdocsError
from locdocs.model import Document
from locdocs.parser import parse, read
from locdocs.repository import Repository, open_repository, top_of

__all__ = ["Side", "VersionPair", "versions"]

_Read = Callable[[], Document]


class Side(NamedTuple):
    """One side: the documents by name, each with how to read it."""

    argument: str
    is_folder: bool
    documents: dict[PurePosixPath, _Read]


class VersionPair(NamedTuple):
    """A document on both sides; where one side has none, a document without text."""

    name: PurePosixPath
    old: Document
    new: Document
    missing: str = ""
    """``old`` or ``new``, where one side has none; else empty."""
    old_name: PurePosixPath | None = None
    """The name that it had, where that was another one; ``None`` where the names say the same, or nothing."""


def versions(
    old: str, new: str, *, gitignore: bool = True, on_error: Callable[[LocdocsError], None]
) -> Iterator[VersionPair]:
    """The documents of two sides, by name, or by what they hold; two files are compared whatever they are called.

    :param on_error: is handed the error of a document in a folder that cannot be read, and the document is left out.
    :raises InputError: a side is not there, or one is a folder and the other a file, or a folder holds no document.
    """
    with ExitStack() as stack:
        before, after = (_open(argument, stack, gitignore=gitignore) for argument in (old, new))
        if before.is_folder != after.is_folder:
            folder, file = (before, after) if before.is_folder else (after, before)
            raise InputError(f"is a folder, and {file.argument} a file; compare two of a kind", path=folder.argument)
        if not before.is_folder:
            [one], [(name, other)] = before.documents.values(), after.documents.items()
            yield VersionPair(name, one(), other())
            return
        yield from _by_name(before.documents, after.documents, on_error)


def _by_name(
    before: dict[PurePosixPath, _Read], after: dict[PurePosixPath, _Read], on_error: Callable[[LocdocsError], None]
) -> Iterator[VersionPair]:
    """Those with the same names, and of the others those that were renamed, by their new names."""
    gone = {name: before[name] for name in sorted(before.keys() - after.keys())}
    come = {name: after[name] for name in sorted(after.keys() - before.keys())}
    contents = [_contents(side, on_error) for side in (gone, come)] if gone and come else []
    old_names = renamed(*contents) if contents else {}
    # What could not be read was told then.
    unread = {name for side, known in zip((gone, come), contents, strict=False) for name in side if name not in known}
    for name in sorted({*before, *after}.difference(old_names.values(), unread)):
        old_name = old_names.get(name)
        ours, theirs = before.get(old_name or name), after.get(name)
        missing = "old" if ours is None else "new" if theirs is None else ""
        try:
            found = VersionPair(name, _read_or_nothing(ours, name), _read_or_nothing(theirs, name), missing, old_name)
        except InputError as error:
            on_error(error)
        else:
            yield found


def _contents(
    side: dict[PurePosixPath, _Read], on_error: Callable[[LocdocsError], None]
) -> dict[PurePosixPath, Content]:
    """What each document is known by; they are read once more when they are compared."""
    found = {}
    for name, reading in side.items():
        try:
            found[name] = content(reading())
        except InputError as error:
            on_error(error)
    return found


def _read_or_nothing(reading: _Read | None, name: PurePosixPath) -> Document:
    return parse("", path=name) if reading is None else reading()


def _open(argument: str, stack: ExitStack, *, gitignore: bool) -> Side:
    if argument == STANDARD_STREAM:
        name = PurePosixPath(argument)
        return Side(argument, False, {name: lambda: parse(sys.stdin.buffer.read(), path=name)})
    path = Path(argument)
    if path.is_dir():
        tree = read_tree(path, gitignore=gitignore)
        return Side(argument, True, {file.name: _reading(file.path, file.name) for file in tree.files()})
    if os.path.lexists(path):
        name = PurePosixPath(path.as_posix())
        return Side(argument, False, {name: _reading(path, name)})
    revision, colon, inside = argument.partition(":")
    if colon and revision and not revision.startswith("-"):
        return _at_revision(argument, revision, inside, stack)
    raise InputError("no such file or folder; a version in git is called REVISION:PATH", path=argument)


def _reading(path: Path, name: PurePosixPath) -> _Read:
    return lambda: read(path, name=name)


def _at_revision(argument: str, revision: str, inside: str, stack: ExitStack) -> Side:
    """As git has it: a path is one from the top of the repository, or begins with ``./``."""
    here = Path.cwd()
    top = top_of(here)
    folder = here if inside.startswith(("./", "../")) else top
    repository = open_repository(folder) if folder else None
    if repository is None:
        raise InputError("no such file or folder, and the working folder is in no git repository", path=argument)
    stack.callback(repository.close)
    if not repository.has(revision):
        raise InputError(f"git knows no revision {revision!r}", path=argument)
    path = PurePosixPath(inside or ".")
    if repository.is_folder(revision, path):
        names = [name for name in repository.files(revision, path) if name.suffix.lower() == SUFFIX]
        if not names:
            raise InputError(f"holds no Markdown file (*{SUFFIX}) at {revision}", path=argument)
        return Side(argument, True, {name: _blob(repository, revision, path / name, name) for name in names})
    if repository.read(revision, path) is None:
        raise InputError(f"git has no such file or folder at {revision}", path=argument)
    return Side(argument, False, {path: _blob(repository, revision, path, path)})


def _blob(repository: Repository, revision: str, path: PurePosixPath, name: PurePosixPath) -> _Read:
    return lambda: parse(repository.read(revision, path) or b"", path=name)
