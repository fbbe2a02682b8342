"""What the judges have in common: what they are given, and what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from locdocs.corpus import read_tree
from locdocs.model import Document
from locdocs.units import InlineMode, Unit, units_of

__all__ = ["Pair", "Places", "Verdict", "by_language", "difference", "documents_of", "exported"]

SAMPLES = Path(__file__).parents[2] / "samples" / "bilingual"

Pair = tuple[str, str]
"""A source text and a target text."""


class Places(NamedTuple):
    """What a judge is given."""

    corpus: Path
    """The folder of published trees, each with ``bilingual/``."""
    shared: Path
    """The folder with ``schemas/``."""
    work: Path
    """A folder to write to, the judge's own."""

    def trees(self) -> Iterator[tuple[str, Path]]:
        """All trees with their names: the published ones, then the samples, one for each language."""
        for folder in sorted(self.corpus.glob("*/bilingual")):
            yield folder.parent.name, folder
        yield from self.samples()

    def samples(self) -> Iterator[tuple[str, Path]]:
        """The trees of the samples."""
        for folder in sorted(SAMPLES.iterdir()):
            yield f"samples, {folder.name}", folder

    def some_trees(self, *names: str) -> Iterator[tuple[str, Path]]:
        """The published trees of these names, as far as they are there."""
        return ((name, folder) for name, folder in self.trees() if name in names)


class Verdict(NamedTuple):
    """What a judge says."""

    counts: str
    """What was looked at, for people."""
    problems: list[str]
    """What is wrong, one sentence each; empty, if all is well."""
    skipped: str = ""
    """Why nothing was judged."""


def documents_of(folder: Path) -> list[Document]:
    """The documents of a tree that hold a pair; those that do not say their language are given one."""
    found = read_tree(folder, target_language="es-ES")
    return [document for document in found if any(segment.source and segment.target for segment in document)]


def by_language(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in one list for each target language, for formats that hold one pair of languages."""

    def language(document: Document) -> str:
        return document.target_language or ""

    return (list(group) for _, group in groupby(sorted(documents, key=language), key=language))


def exported(documents: Iterable[Document], inline: InlineMode = "markdown") -> list[Unit]:
    """The units that an export of the documents has to hold."""
    return [unit for document in documents for unit in units_of(document, inline=inline) if unit.source and unit.target]


def difference(found: list[Pair], expected: list[Pair]) -> str:
    """How what was read differs from what was written; empty, if it does not."""
    if len(found) != len(expected):
        return f"{len(found)} units instead of {len(expected)}"
    wrong = [(one, other) for one, other in zip(found, expected, strict=True) if one != other]
    if not wrong:
        return ""
    return f"{len(wrong)} of {len(expected)} units differ, the first is {wrong[0][0]!r} instead of {wrong[0][1]!r}"
