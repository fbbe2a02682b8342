"""Which documents changed, asked of git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from locdocs.discovery import SUFFIX
from locdocs.errors import InputError

__all__ = ["changed_documents"]


def changed_documents(paths: Iterable[str], since: str | None) -> list[str]:
    """The documents among paths that changed, as paths: in the order of the paths given, each once.

    :param paths: files and folders; all in git repositories.
    :param since: changed since the common ancestor of this commit and what is checked out; without it, changed and not
        yet committed. Files that git does not know yet have changed, those that are gone have not.
    :raises InputError: a path is in no repository, there is no such commit, or git cannot be run.
    """
    found = dict.fromkeys(changed for path in paths for changed in _changed(path, since))
    return list(found)


def _changed(path: str, since: str | None) -> Iterator[str]:
    given = Path(path)
    folder = given if given.is_dir() else given.parent
    if not folder.is_dir():
        raise InputError("no such file or folder", path=path)
    top = Path(_git(folder, path, "rev-parse", "--show-toplevel").rstrip("\r\n"))
    base = "HEAD" if since is None else _git(folder, path, "merge-base", "--end-of-options", since, "HEAD").strip()
    names = _git(top, path, "diff", "--name-only", "--no-renames", "--diff-filter=d", "-z", base, "--")
    names += _git(top, path, "ls-files", "--others", "--exclude-standard", "-z")
    real = Path(os.path.realpath(given))
    for name in sorted(filter(None, names.split("\0"))):
        file = Path(os.path.realpath(top / name))
        if file == real and file.is_file():
            yield path
        elif file.suffix.lower() == SUFFIX and file.is_file() and given.is_dir() and file.is_relative_to(real):
            yield str(given / file.relative_to(real))


def _git(folder: Path, path: str, *arguments: str) -> str:
    try:
        ran = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments], cwd=folder, capture_output=True, check=True
        )
    except OSError as error:
        raise InputError(f"git cannot be run: {error.strerror or error}", path=path) from None
    except subprocess.CalledProcessError as error:
        told = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise InputError(f"git says: {told[0] if told else 'it failed'}", path=path) from None
    return os.fsdecode(ran.stdout)
