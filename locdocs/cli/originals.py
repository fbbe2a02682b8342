"""The English files of the documents of a command, wherever the command was run and however the paths were given.

Documents are called by paths below what was given; where that lies tells more: ``docs.es-es/articles`` has its English
in ``articles``. So documents are looked up by their whole path, of which the English side takes the longest end it has.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath

from locdocs.cli.messages import counted, note
from locdocs.corpus import Tree
from locdocs.english import English, open_english
from locdocs.model import Document
from locdocs.proof import hashes_of

__all__ = ["Originals", "only_files", "opened_originals", "tell_of_originals"]


class Originals(English):
    """The English files, and how many were not there or are other versions than their documents were made from.

    :param inner: where they are looked for.
    :param base: the folder that the paths of documents are relative to, if there is one.
    :param named: whether the documents were named themselves, and not read from a folder.
    """

    def __init__(self, inner: English, base: Path | None, *, named: bool) -> None:
        super().__init__(inner.folder, None)
        self._inner = inner
        self._base = base
        self._named = named
        self._missing: set[str] = set()
        self._others: set[str] = set()

    @property
    def missing(self) -> int:
        """How many documents have no English file."""
        return len(self._missing)

    @property
    def others(self) -> int:
        """How many English files are another version: their SHA-1 is not that of the document's header."""
        return len(self._others)

    def original(self, document: Document) -> bytes | None:
        """The English file of a document, or ``None``."""
        wanted = document.localization.source_hash
        paths = self._ends(document.path) if document.path else iter(())
        called = (self._inner.original(replace(document, path=path, cache={})) for path in paths)
        found = next((data for data in called if data is not None), None)
        if found is None and self._named and wanted and document.path:
            # Any folder may have a page of that name: this one is meant only if its content is the right one.
            found = self._inner.original(replace(document, path=PurePosixPath(document.path.name), cache={}))
            found = found if found is not None and wanted in hashes_of(found) else None
        if found is None:
            self._missing.add(str(document.path))
        elif wanted and wanted not in hashes_of(found):
            self._others.add(str(document.path))
        return found

    def _ends(self, path: PurePosixPath) -> Iterator[PurePosixPath]:
        """The ends of a document's whole path, longest first: down to what it is called, of a file to its folder."""
        if self._base is None:
            yield path
            return
        parts = Path(os.path.abspath(self._base / path)).parts[1:]  # noqa: PTH100 - links keep their names
        fewest = 2 if self._named else len(path.parts)
        yield from (PurePosixPath(*parts[start:]) for start in range(len(parts) - fewest + 1))

    def close(self) -> None:
        """End what reads a repository."""
        self._inner.close()


@contextmanager
def opened_originals(folder: str, base: Path | None, *, named: bool) -> Iterator[Originals]:
    """The English files in a folder, for the documents of a command.

    :param base: the folder that the paths of documents are relative to, if there is one.
    :param named: whether the documents were named themselves, and not read from a folder.
    :raises InputError: there is no such folder.
    """
    with open_english(folder) as inner:
        yield Originals(inner, base, named=named)


def only_files(documents: Tree | list[Document]) -> bool:
    """Whether all documents of a command were named themselves."""
    return not (isinstance(documents, Tree) and any(path.is_dir() for path in documents.paths))


def tell_of_originals(found: Originals, folder: str | None) -> None:
    """Say how many documents had no English file, or one of another version."""
    if found.missing:
        note(f"{counted(found.missing, 'document')} without an English file in {folder}")
    if found.others:
        what = "an English file" if found.others == 1 else "English files"
        note(
            f"{counted(found.others, 'document')} with {what} of another version in {folder}: "
            "the SHA-1 is not the ms.openlocfilehash of the document"
        )
