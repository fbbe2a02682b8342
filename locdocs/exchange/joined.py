"""The same page in several languages, joined: one source with a target in each.

Ids differ from language to language; path, number and source do not (docs/format.md, "The id"). Trees are merged by
path, one document of each in memory at a time, and their segments joined by number and source. A segment whose number
or English differs in one language, because it was published from another version, stays a joined unit of fewer targets:
nothing is guessed and nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby
from typing import NamedTuple

from locdocs.errors import InputError
from locdocs.model import Document
from locdocs.text import clipped
from locdocs.units import Unit

__all__ = ["JoinedUnit", "join_units", "same_pages"]


class JoinedUnit(NamedTuple):
    """One source text with its targets, each a unit of its own document."""

    path: str
    """The page: the path that its documents have in every language."""
    number: str
    """The number that the segment has in every language."""
    source: str
    """The source text."""
    variants: tuple[Unit, ...]
    """The unit of each language, in the order in which the trees were given."""

    def __repr__(self) -> str:
        return f"<JoinedUnit {self.path}#{self.number}: {clipped(self.source)} in {len(self.variants)} languages>"


def same_pages(trees: Sequence[Iterable[Document]]) -> Iterator[list[Document]]:
    """The documents of several trees, those of one path together, in the order of the trees.

    :param trees: documents by rising path, as :func:`locdocs.read_tree` gives them for a folder.
    :raises InputError: the documents of a tree do not rise, so they cannot be merged.
    """
    numbered = (_numbered(tree, position) for position, tree in enumerate(trees))
    for _, page in groupby(merge(*numbered, key=lambda entry: entry[:2]), key=lambda entry: entry[0]):
        yield [document for _, _, document in page]


def _numbered(tree: Iterable[Document], position: int) -> Iterator[tuple[str, int, Document]]:
    last = ""
    for document in tree:
        path = str(document.path or "")
        if path < last:
            raise InputError("comes after a greater path; name one folder for each language", path=path)
        last = path
        yield path, position, document


def join_units(pages: Iterable[Sequence[Unit]]) -> list[JoinedUnit]:
    """The units of one page, joined by number and source.

    :param pages: the units of each language's document.
    :return: in the order of the first document, then what only the others hold, in theirs.
    """
    joined: dict[tuple[str, str, int], list[Unit]] = {}
    for units in pages:
        seen: dict[tuple[str, str], int] = {}
        for unit in units:
            # The same number and source twice in one document: the k-th joins the k-th.
            count = seen[unit.number, unit.source] = seen.get((unit.number, unit.source), 0) + 1
            key = (unit.number, unit.source, count)
            joined.setdefault(key, []).append(unit)
    return [
        JoinedUnit(variants[0].origin.path or "", number, source, tuple(variants))
        for (number, source, _), variants in joined.items()
    ]
