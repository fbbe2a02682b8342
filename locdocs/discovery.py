"""The Markdown files of a folder, in an order that does not depend on the file system.

Looked at: ``*.md``. Not looked at: what begins with a dot, what ``.gitignore`` files leave out (those of the folder, of
the folders in it, and of the folders around it up to the top of the repository), and links that lead out of the folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from locdocs.errors import InputError, LocdocsError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

__all__ = ["SUFFIX", "walk"]

SUFFIX = ".md"
"""The suffix of a document, in any case."""


class _Rules(NamedTuple):
    """One ``.gitignore`` file: its patterns, and the folder they are relative to, as an absolute path with ``/``."""

    folder: str
    patterns: GitIgnoreSpec


def walk(
    folder: Path, *, gitignore: bool = True, on_error: Callable[[LocdocsError], None] | None = None
) -> Iterator[tuple[Path, str]]:
    """The Markdown files of a folder and of the folders in it.

    :param folder: where to begin.
    :param gitignore: whether to leave out what ``.gitignore`` files leave out.
    :param on_error: is handed the :class:`~locdocs.errors.InputError` of a folder that cannot be read; else it is
        raised.
    :return: path and name, which is relative to ``folder`` and has forward slashes; sorted by name.
    """
    top = os.path.realpath(folder)
    rules = _rules_around(top) if gitignore else ()
    return _walk(_Walk(top, gitignore, on_error), str(folder), "", rules, (top,))


class _Walk(NamedTuple):
    """What stays the same on the way down."""

    top: str
    gitignore: bool
    on_error: Callable[[LocdocsError], None] | None


def _walk(
    plan: _Walk, folder: str, prefix: str, rules: tuple[_Rules, ...], ancestors: tuple[str, ...]
) -> Iterator[tuple[Path, str]]:
    try:
        entries = _entries(folder)
    except OSError as error:
        problem = InputError(f"the folder cannot be read: {error.strerror or error}", path=folder)
        if plan.on_error is None:
            raise problem from None
        plan.on_error(problem)
        return
    here = ancestors[-1]
    if plan.gitignore and any(entry.name == ".gitignore" for _, entry in entries):
        rules = (*rules, *_read_rules(here))
    for key, entry in entries:
        if entry.name.startswith(".") or (rules and _ignored(f"{here}/{key}".replace(os.sep, "/"), rules)):
            continue
        is_folder = key.endswith("/")
        if not is_folder and not key.lower().endswith(SUFFIX):
            continue
        real = os.path.join(here, entry.name)  # noqa: PTH118 - strings, for speed
        if entry.is_symlink():
            real = os.path.realpath(entry.path)
            if not _within(real, plan.top) or real in ancestors or not os.path.exists(real):  # noqa: PTH110
                continue
        if is_folder:
            yield from _walk(plan, entry.path, prefix + key, rules, (*ancestors, real))
        else:
            yield Path(entry.path), prefix + key


def _entries(folder: str) -> list[tuple[str, os.DirEntry[str]]]:
    """The entries of a folder and their names, those of folders with a slash: sorted so, whole paths are in order."""
    with os.scandir(folder) as found:
        named = [(entry.name + "/" if _is_folder(entry) else entry.name, entry) for entry in found]
    return sorted(named, key=lambda pair: pair[0])


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads back to itself
        return False


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _ignored(path: str, rules: tuple[_Rules, ...]) -> bool:
    """Whether the deepest ``.gitignore`` that has something to say about a path leaves it out."""
    for folder, patterns in reversed(rules):
        verdict = patterns.check_file(path[len(folder) + 1 :]).include
        if verdict is not None:
            return verdict
    return False


def _read_rules(folder: str) -> tuple[_Rules, ...]:
    # Imported here: many folders have no such file.
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    try:
        lines = Path(folder, ".gitignore").read_text("utf-8", "replace").splitlines()
    except OSError:  # a folder of that name, or one that may not be read: git passes over it too
        return ()
    return (_Rules(folder.replace(os.sep, "/").rstrip("/"), GitIgnoreSpec.from_lines(lines)),)


def _rules_around(top: str) -> tuple[_Rules, ...]:
    """The rules of the folders around a folder, up to the top of its repository.

    A folder that these leave out was named outright, so they have nothing to say about it.
    """
    around: list[Path] = []
    # What may not be looked at counts as not there (pathlib raises then); that the folder cannot be read is told later.
    for folder in Path(top).parents if not os.path.exists(os.path.join(top, ".git")) else ():  # noqa: PTH110, PTH118
        around.insert(0, folder)
        if os.path.exists(folder / ".git"):  # noqa: PTH110
            break
    else:
        return ()
    configured = [str(folder) for folder in around if os.path.isfile(folder / ".gitignore")]  # noqa: PTH113
    rules = tuple(found for folder in configured for found in _read_rules(folder))
    return () if _ignored(top.replace(os.sep, "/") + "/", rules) else rules
