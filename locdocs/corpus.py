"""Many documents: which files of a folder are documents, in which order, and in which language.

A tree is read lazily, one document at a time, in an order that does not depend on the file system: by POSIX path,
relative to the folder. Hidden files and folders, what ``.gitignore`` files leave out, and links that leave the folder
are not looked at.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import replace
from pathlib import Path, PurePath, PurePosixPath
from typing import NamedTuple

from locdocs.discovery import walk
from locdocs.errors import InputError, LocdocsError
from locdocs.folder_language import folder_language
from locdocs.front_matter import find_header
from locdocs.model import Document
from locdocs.parser import SOURCE_LANGUAGE, read
from locdocs.paths import root_names
from locdocs.text import decode

__all__ = ["SourceFile", "Tree", "read_tree"]

_SHOWN = 3
_NAMED_OUTRIGHT = -1
_HEADER_BYTES = 16 * 1024
"""How much of a file is looked at for the language its header names."""


class SourceFile(NamedTuple):
    """A file of a tree."""

    path: Path
    """Where it is."""
    name: PurePosixPath
    """What the document is called: relative to the folder that was given, or the file as it was given."""
    group: int
    """The index of the given path it belongs to; files that were given themselves are one group, -1."""


class Tree:
    """The documents of one or several folders: iterable again and again, each time reading the files anew.

    Documents come in the order of the paths that were given, those of a folder by name. A document whose header does
    not say its target language gets the one given, else that of a folder between the path given and the file
    (``de-de/``), else what more than half of the files around say that say anything, else the one that the given folder
    is named after (``docs.es-es``); else none.
    """

    def __init__(
        self,
        paths: Sequence[PurePath | str],
        *,
        root: PurePath | str | None = None,
        gitignore: bool = True,
        source_language: str = SOURCE_LANGUAGE,
        target_language: str | None = None,
        on_error: Callable[[LocdocsError], None] | None = None,
    ) -> None:
        self.paths: tuple[Path, ...] = tuple(Path(path) for path in paths)
        """The folders and files that were given."""
        self.source_language = source_language
        self.target_language = target_language
        self._base = None if root is None else Path(root)
        self._gitignore = gitignore
        self._on_error = on_error
        self._languages: dict[int, str | None] = {}
        self._is_portable = False
        for path in self.paths:
            if not os.path.lexists(path):
                raise InputError("no such file or folder", path=path)

    def __repr__(self) -> str:
        more = len(self.paths) - _SHOWN
        return f"<Tree {', '.join(map(str, self.paths[:_SHOWN]))}{f' and {more} more' if more > 0 else ''}>"

    @property
    def root(self) -> Path:
        """The folder that names are relative to: the one given as ``root``, else the first path."""
        return self._base if self._base is not None else self.paths[0]

    @property
    def roots(self) -> tuple[str, ...]:
        """The names of the folders that the names of documents are relative to: of ``root``, else of each folder.

        Names only, because where the folders lie is a matter of this machine.
        """
        if self._base is not None:
            return root_names([self._base])
        own = self._folder_of_files() if self._is_portable else None
        return root_names([*(path for path in self.paths if path.is_dir()), *([own] if own else [])])

    @property
    def base(self) -> Path | None:
        """The one folder, as an absolute path, that all names of a portable tree are relative to; else ``None``."""
        folders = {os.path.abspath(path) for path in self.paths if path.is_dir()}  # noqa: PTH100 - links keep their names
        own = self._folder_of_files() if self._is_portable else None
        if self._base is not None:
            folders = {os.path.abspath(self._base)}  # noqa: PTH100
        elif own:
            folders.add(str(own))
        return Path(folders.pop()) if len(folders) == 1 else None

    def portable(self) -> Tree:
        """The same documents as files carry them that leave this machine.

        One that was named itself is called relative to the innermost folder that holds all that were, not as it was
        given.
        """
        tree = copy(self)
        tree._is_portable = True
        return tree

    @property
    def folders(self) -> tuple[PurePosixPath, ...]:
        """The names of the folders that were given, all of whose documents are here: ``.`` for the root itself."""
        return tuple(self._name(path, PurePosixPath()) for path in self.paths if path.is_dir())

    def files(self) -> Iterator[SourceFile]:
        """The files of the tree, in order, unread; each once, also if it lies in several of the paths.

        :raises InputError: there is none; or a folder cannot be read.
        """
        found = False
        seen: set[str] = set()
        for group in range(len(self.paths)):
            for file in self._files(group, self._on_error):
                if len(self.paths) > 1:
                    place = os.path.abspath(file.path)  # noqa: PTH100 - a link is a document of its own
                    if place in seen:
                        continue
                    seen.add(place)
                found = True
                yield file
        if not found:
            raise InputError(
                "holds no Markdown file (*.md)" + (" that .gitignore does not leave out" if self._gitignore else ""),
                path=", ".join(map(str, self.paths)),
            )

    def _files(self, index: int, on_error: Callable[[LocdocsError], None] | None) -> Iterator[SourceFile]:
        path = self.paths[index]
        if path.is_dir():
            prefix = self._name(path, PurePosixPath())
            for file, name in walk(path, gitignore=self._gitignore, on_error=on_error):
                yield SourceFile(file, prefix / name, index)
        else:
            yield SourceFile(path, self._name(path, self._own_name(path)), _NAMED_OUTRIGHT)

    def __iter__(self) -> Iterator[Document]:
        """The documents of the tree, in order, each read when it is asked for.

        :raises InputError: a file cannot be read, and nobody takes errors; or there is no file.
        """
        for _, document in self.with_files():
            yield document

    def with_files(self) -> Iterator[tuple[SourceFile, Document]]:
        """Each document with the file it was read from, for whoever writes it back."""
        for file in self.files():
            try:
                document = self._read(file)
            except InputError as error:
                if self._on_error is None:
                    raise
                self._on_error(error)
                continue
            yield file, document

    def only(self, names: Container[PurePosixPath]) -> Iterator[Document]:
        """The documents of some names, in order; the other files are not read. One that cannot be read is left out."""
        for file in self.files():
            if file.name in names:
                with suppress(InputError):
                    yield self._read(file)

    def _read(self, file: SourceFile) -> Document:
        document = read(
            file.path, name=file.name, source_language=self.source_language, target_language=self.target_language
        )
        if document.target_language is None:
            language = self._language(file)
            if language is not None:
                return replace(document, target_language=language, cache={})
        return document

    def _name(self, path: Path, name: PurePosixPath) -> PurePosixPath:
        """The name of a given path: relative to ``root`` where there is one."""
        if self._base is None:
            return name
        try:
            relative = Path(os.path.abspath(path)).relative_to(os.path.abspath(self._base))  # noqa: PTH100
        except ValueError:
            raise InputError(f"lies outside of the root {self._base}", path=path) from None
        return PurePosixPath(relative.as_posix())

    def _own_name(self, path: Path) -> PurePosixPath:
        """What a file is called that was named itself, where there is no ``root``."""
        if not self._is_portable:
            return PurePosixPath(path.as_posix())
        folder = self._folder_of_files()
        whole = Path(os.path.abspath(path))  # noqa: PTH100 - links keep their names
        return PurePosixPath(whole.relative_to(folder).as_posix() if folder else whole.name)

    def _folder_of_files(self) -> Path | None:
        """The innermost folder that holds all files that were named themselves, if there is one."""
        folders = [os.path.dirname(os.path.abspath(path)) for path in self.paths if not path.is_dir()]  # noqa: PTH100, PTH120
        try:
            return Path(os.path.commonpath(folders))
        except ValueError:  # there is no such file, or they lie on several drives
            return None

    def _language(self, file: SourceFile) -> str | None:
        given = self.paths[file.group] if file.group >= 0 else Path()
        inside = file.path.relative_to(given).parts[:-1] if file.group >= 0 else ()
        found = folder_language(reversed(inside))
        if found is None:
            if file.group not in self._languages:
                self._languages[file.group] = self._most(file.group)
            found = self._languages[file.group]
        if found is None:
            folder = given if file.group >= 0 else file.path.parent
            found = folder_language(reversed(Path(os.path.abspath(folder)).parts))  # noqa: PTH100
        return found

    def _most(self, group: int) -> str | None:
        """The language of more than half of the files of a group that say one."""
        if group == _NAMED_OUTRIGHT:
            paths: Iterable[Path] = (path for path in self.paths if not path.is_dir())
        else:
            # What cannot be read is told when the documents are.
            paths = (file.path for file in self._files(group, _pass_over))
        languages = Counter(map(_header_language, paths))
        del languages[None]
        if not languages:
            return None
        [(language, count)] = languages.most_common(1)
        return language if 2 * count > languages.total() else None


def read_tree(
    *paths: PurePath | str,
    root: PurePath | str | None = None,
    gitignore: bool = True,
    source_language: str = SOURCE_LANGUAGE,
    target_language: str | None = None,
    on_error: Callable[[LocdocsError], None] | None = None,
) -> Tree:
    """The documents of folders and files, read when they are asked for.

    :param paths: folders, of which every ``*.md`` is read; or files, which are always read.
    :param root: name the documents relative to this folder, not to the path given.
    :param gitignore: leave out what ``.gitignore`` files leave out.
    :param source_language: the language of the sources.
    :param target_language: used for documents whose header names none; :class:`Tree` says what else is tried.
    :param on_error: is handed the error of each file or folder that cannot be read, and the rest is read; without it
        the error is raised.
    :raises InputError: a path does not exist.
    """
    if not paths:
        raise TypeError("read_tree needs at least one path")
    for path in paths:
        if not isinstance(path, (str, PurePath)):
            raise TypeError(f"read_tree takes paths one by one, read_tree(*paths), not {type(path).__name__}")
    return Tree(
        paths,
        root=root,
        gitignore=gitignore,
        source_language=source_language,
        target_language=target_language,
        on_error=on_error,
    )


def _pass_over(error: LocdocsError) -> None:
    """Take no notice of an error."""


def _header_language(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER_BYTES)
    except OSError:
        return None
    return find_header(decode(head)).localization.content_locale
