"""A translation memory, cut down to what some documents can use: its size follows theirs, not its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Protocol

from locdocs.markdown import structure
from locdocs.merge.applying import Batch, batch_of
from locdocs.merge.spelling import loose
from locdocs.model import Document
from locdocs.units import InlineMode, Unit

__all__ = ["Memory", "Units"]


class Units(Protocol):
    """What :func:`locdocs.read_units` gives: units, as often as one asks for them, and what their file says."""

    @property
    def inline(self) -> InlineMode | None:
        """How inline markup stands in the texts."""

    @property
    def roots(self) -> tuple[str, ...]:
        """What the paths of documents are relative to."""

    def __iter__(self) -> Iterator[Unit]:
        """The units."""


class Memory:
    """The units of a memory whose source some document has, each source and target once.

    Sources are known by 16-byte digests of what is left of them on their way through any tool.
    """

    def __init__(self, documents: Iterable[Document], *, plain: bool = False) -> None:
        """Note the sources of some documents.

        :param plain: units may hold plain text, so sources are also known by what a reader sees.
        """
        self._plain = plain
        self._units: dict[bytes, dict[tuple[str, str, str | None], tuple[Unit, Units]]] = {}
        for document in documents:
            for key in self._keys(document):
                self._units.setdefault(key, {})

    def add(self, unit: Unit, file: Units) -> None:
        """Keep a unit of a file if some document has its source."""
        known = self._units.get(_key(unit.source))
        if known is not None and unit.source.strip():
            known.setdefault((unit.source, unit.target, unit.target_language), (unit, file))

    def batches(self, document: Document) -> list[Batch]:
        """The units that a document can use, in the order of the memory."""
        by_file: dict[int, tuple[Units, list[Unit]]] = {}
        for key in dict.fromkeys(self._keys(document)):
            for unit, file in self._units.get(key, {}).values():
                by_file.setdefault(id(file), (file, []))[1].append(unit)
        return [batch_of(units, file) for file, units in by_file.values()]

    def _keys(self, document: Document) -> Iterator[bytes]:
        for segment in document.segments:
            yield _key(segment.source)
            if self._plain:
                yield _key(structure(document).plain(segment).source)


def _key(source: str) -> bytes:
    return blake2b(loose(source).encode("utf-8", "surrogatepass"), digest_size=16).digest()
