"""A translation memory, cut down to what some documents can use: its size follows theirs, not its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Literal, Protocol

from locdocs.markdown import structure
from locdocs.merge.applying import Batch, batch_of, same_language
from locdocs.merge.spelling import loose
from locdocs.model import Document
from locdocs.units import InlineMode, Unit

__all__ = ["Memory", "Units"]


Left = Literal["other-language", "no-segment"]
"""Why a unit is not kept: no document is in its language, or none that is has its source."""


class Units(Protocol):
    """What :func:`locdocs.read_units` gives: units, as often as one asks for them, and what their file says."""

    @property
    def path(self) -> Path:
        """The file."""

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
        # For each source the numbers of the languages of the documents that have it, as bits.
        self._spoken: dict[bytes, int] = {}
        self.languages: dict[str | None, int] = {}
        """The target languages of the documents, with a bit for each."""
        self.left: Counter[Left] = Counter()
        """How many units were not kept, and why."""
        for document in documents:
            bit = self.languages.setdefault(document.target_language, 1 << len(self.languages))
            for key in self._keys(document):
                self._units.setdefault(key, {})
                self._spoken[key] = self._spoken.get(key, 0) | bit

    def add(self, unit: Unit, file: Units) -> None:
        """Keep a unit of a file if some document of its language has its source; else count it."""
        key, own = _key(unit.source), unit.target_language
        meant = sum(bit for language, bit in self.languages.items() if same_language(own, language))
        if not meant:
            self.left["other-language"] += 1
        elif not self._spoken.get(key, 0) & meant or not unit.source.strip():
            self.left["no-segment"] += 1
        else:
            self._units[key].setdefault((unit.source, unit.target, own), (unit, file))

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
