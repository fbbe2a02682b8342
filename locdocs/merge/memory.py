"""A translation memory, cut down to what some documents can use: its size follows theirs, not its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from locdocs.markdown import structure
from locdocs.merge.spelling import loose
from locdocs.model import Document
from locdocs.units import InlineMode, Unit

__all__ = ["Memory"]


class Memory:
    """The units of a memory whose source some document has, each source and target once.

    Sources are known by 16-byte digests of what is left of them on their way through any tool.
    """

    def __init__(self, documents: Iterable[Document], *, plain: bool = False) -> None:
        """Note the sources of some documents.

        :param plain: units may hold plain text, so sources are also known by what a reader sees.
        """
        self._plain = plain
        self._units: dict[bytes, dict[tuple[str, str, str | None], tuple[InlineMode | None, Unit]]] = {}
        for document in documents:
            for key in self._keys(document):
                self._units.setdefault(key, {})

    def add(self, unit: Unit, inline: InlineMode | None) -> bool:
        """Keep a unit if some document has its source.

        :return: whether it does.
        """
        known = self._units.get(_key(unit.source))
        if known is None or not unit.source.strip():
            return False
        known.setdefault((unit.source, unit.target, unit.target_language), (inline, unit))
        return True

    def batches(self, document: Document) -> list[tuple[InlineMode | None, Sequence[Unit]]]:
        """The units that a document can use, in the order of the memory, by how inline markup stands in them."""
        batches: dict[InlineMode | None, list[Unit]] = {}
        for key in dict.fromkeys(self._keys(document)):
            for inline, unit in self._units.get(key, {}).values():
                batches.setdefault(inline, []).append(unit)
        return list(batches.items())

    def _keys(self, document: Document) -> Iterator[bytes]:
        for segment in document.segments:
            yield _key(segment.source)
            if self._plain:
                yield _key(structure(document).plain(segment).source)


def _key(source: str) -> bytes:
    return blake2b(loose(source).encode("utf-8", "surrogatepass"), digest_size=16).digest()
