"""The English side: the files that documents were made from, in a folder or in a git repository.

A document names the commit it was made from (``ms.sourcegitcommit``), and its path is the same in the English
repository (7,140 of 7,140 checked: docs/format.md, "Front matter"). In a git repository the file is read at that
commit; in a plain folder there is only one version of it, which may be another.

Documents are often called by a path that begins further up: ``docs.es-es/articles/a.md``, ``es-es/articles/a.md``. So
what follows a folder that is named after a language is looked up too, and what follows a folder that was given or one
around it; the longest path that is there is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePath, PurePosixPath
from typing import Self

from locdocs.discovery import walk
from locdocs.errors import InputError
from locdocs.folder_language import folder_language
from locdocs.model import Document
from locdocs.repository import Repository, open_repository

__all__ = ["English", "open_english"]

_COMMIT = re.compile(r"[0-9a-f]{40}")


class English:
    """English files by document, made by :func:`open_english`; closed by ``close`` or by the end of a ``with``."""

    def __init__(self, folder: Path, repository: Repository | None, below: tuple[PurePosixPath, ...] = ()) -> None:
        self.folder = folder
        """Where the English files are."""
        self._repository = repository
        self._below = below

    @property
    def has_history(self) -> bool:
        """Whether older versions can be read: the folder belongs to a git repository."""
        return self._repository is not None

    def original(self, document: Document) -> bytes | None:
        """The English file that a document was made from, or ``None`` where there is none.

        In a git repository, the file at the document's commit; where the document names no commit, or the repository
        does not have it, and in a plain folder, the file as it is now.
        """
        return self._at_commit(document) if self._knows_commit(document) else self.current(document)

    def at_commit(self, document: Document) -> bytes | None:
        """The English file at the very commit that a document names; ``None`` where that cannot be had."""
        return self._at_commit(document) if self._knows_commit(document) else None

    def _knows_commit(self, document: Document) -> bool:
        commit = document.front_matter.localization.source_commit
        return bool(self._repository and commit and _COMMIT.fullmatch(commit) and self._repository.has(commit))

    def _at_commit(self, document: Document) -> bytes | None:
        repository, commit = self._repository, document.front_matter.localization.source_commit
        if repository is None:
            return None
        found = (repository.read(str(commit), path) for path in self._paths(document.path))
        return next((data for data in found if data is not None), None)

    def current(self, document: Document) -> bytes | None:
        """The English file as it is now in the folder, or ``None`` where there is none."""
        path = self.path_of(document.path)
        if path is not None:
            with suppress(OSError):
                return (self.folder / path).read_bytes()
        return None

    def path_of(self, path: PurePosixPath | None) -> PurePosixPath | None:
        """The path in the folder of the file that is there now for a document, by the document's path."""
        return next(filter(self._is_there, self._paths(path)), None)

    def files(self) -> Iterator[PurePosixPath]:
        """The paths of the Markdown files that are in the folder now, in order; hidden and ignored ones left out."""
        return (PurePosixPath(name) for _, name in walk(self.folder))

    def _is_there(self, path: PurePosixPath) -> bool:
        file = self.folder / path
        with suppress(OSError):
            # A link must not lead out of the folder, whatever the path says.
            return file.is_file() and file.resolve().is_relative_to(self.folder.resolve())
        return False

    def _paths(self, path: PurePosixPath | None) -> Iterator[PurePosixPath]:
        """Where the English file of a document may be, the longest path first."""
        if path is None or path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            return
        parts = path.parts
        given = max((len(folder.parts) for folder in self._below if path.is_relative_to(folder)), default=0)
        yield path
        for start in range(1, len(parts)):
            if start <= given or folder_language([parts[start - 1]]):
                yield PurePosixPath(*parts[start:])

    def close(self) -> None:
        """End the process that reads a repository, if there is one."""
        if self._repository:
            self._repository.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_english(folder: PurePath | str, *, below: Iterable[PurePosixPath] = ()) -> English:
    """The English side in a folder, to be closed when it is done with.

    :param folder: a folder of English files, or one in a git working tree; documents are looked up in it by their path.
    :param below: folders of documents, so that what follows them, or a folder around them, is looked up too.
    :raises InputError: there is no such folder.
    """
    path = Path(folder)
    if not path.is_dir():
        raise InputError("no such folder; name the one with the English files", path=folder)
    return English(path, open_repository(path), tuple(below))
