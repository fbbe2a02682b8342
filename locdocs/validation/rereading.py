"""The documents of a run once more, for the rules that look at all of them together."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePosixPath
from tempfile import TemporaryFile
from typing import BinaryIO, Protocol, runtime_checkable

from locdocs.model import Document

__all__ = ["Folders", "Rereading", "rereading"]

_KEPT = 1 << 24
"""So many characters of documents are kept in memory, so that small trees are not read twice."""


@runtime_checkable
class Folders(Protocol):
    """Documents of folders, as :func:`locdocs.read_tree` gives them."""

    @property
    def folders(self) -> tuple[PurePosixPath, ...]:
        """The names of the folders whose documents are all there."""

    def only(self, names: Container[PurePosixPath]) -> Iterator[Document]:
        """The documents of some names; the others are not read."""


class Rereading:
    """Documents to go through once (``first``), and then again and again (``again``)."""

    def __init__(
        self, content: Iterable[Document], paths: Sequence[PurePosixPath], file: BinaryIO | None, *, kept: int
    ) -> None:
        """Nothing is read before somebody asks.

        :param paths: the paths of the documents, complete when they have gone by.
        :param file: where documents are kept that can be gone through once only.
        :param kept: how many characters of documents may be kept in memory.
        """
        self._content = content
        self._paths = paths
        self._file = file
        self._left = kept
        self._kept: list[Document] = []
        self._offsets: list[int] = []

    def first(self) -> Iterator[Document]:
        """The documents, for the first time."""
        for document in self._content:
            if self._left >= 0:
                self._left -= len(document.text)
            if self._left >= 0:
                self._kept.append(document)
            elif self._file is not None:
                self._offsets.append(self._file.tell())
                pickle.dump(document, self._file, pickle.HIGHEST_PROTOCOL)
            yield document

    def again(self, numbers: Collection[int] | None = None) -> Iterator[Document]:
        """All documents, or those of some numbers, in order."""
        wanted = range(len(self._paths)) if numbers is None else sorted(numbers)
        kept = len(self._kept)
        yield from (self._kept[number] for number in wanted if number < kept)
        others = [number for number in wanted if number >= kept]
        if not others:
            return
        if self._file is not None:
            for number in others:
                self._file.seek(self._offsets[number - kept])
                document: Document = pickle.load(self._file)  # noqa: S301 - written by this process, a moment ago
                yield document
        elif isinstance(self._content, Folders):
            yield from self._content.only({self._paths[number] for number in others})
        else:
            chosen = frozenset(others)
            yield from (document for number, document in enumerate(self._content) if number in chosen)


@contextmanager
def rereading(content: Iterable[Document], paths: Sequence[PurePosixPath], *, needed: bool) -> Iterator[Rereading]:
    """Documents that can be gone through again.

    What can be gone through once only is written to a temporary file on its way, so that memory does not grow.

    :param needed: whether anybody will ask for them again.
    """
    if not needed or iter(content) is not content:
        # A list keeps its documents itself.
        kept = _KEPT if needed and isinstance(content, Folders) else -1
        yield Rereading(content, paths, None, kept=kept)
        return
    with TemporaryFile() as file:
        yield Rereading(content, paths, file, kept=_KEPT)
