"""Progress of long work: a bar on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from locdocs.corpus import Tree
from locdocs.model import Document

__all__ = ["Watched", "watched"]


@dataclass(frozen=True, slots=True)
class Watched:
    """Documents that show on standard error how far they have been read; iterable as often as the tree."""

    tree: Tree
    verb: str

    def __iter__(self) -> Iterator[Document]:
        # Imported here: only people who look at a terminal need it.
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import track  # noqa: PLC0415

        total = sum(1 for _ in self.tree.files())
        yield from track(self.tree, self.verb, total, console=Console(stderr=True), transient=True)

    @property
    def folders(self) -> tuple[PurePosixPath, ...]:
        """As of the tree."""
        return self.tree.folders

    def only(self, names: Container[PurePosixPath]) -> Iterator[Document]:
        """As of the tree: the few that are read again are not worth a bar."""
        return self.tree.only(names)


def watched(
    documents: Tree | Sequence[Document], verb: str, *, quiet: bool = False
) -> Watched | Sequence[Document] | Tree:
    """The documents, with a progress bar where somebody can see one."""
    if quiet or not isinstance(documents, Tree) or not sys.stderr.isatty():
        return documents
    return Watched(documents, verb)
