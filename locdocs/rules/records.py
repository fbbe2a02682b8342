"""What corpus rules note while the documents go by: pairs of numbers, brought together by the first of them.

Texts are stood for by numbers, such as ``hash`` gives. Memory is bounded: what grows too large goes to temporary files,
each of which holds all pairs of the keys it holds, so that one after the other can be looked at.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain, compress, repeat
from operator import ne
from tempfile import TemporaryFile
from typing import IO

__all__ = ["Records"]

_PARTS = 64
_MOST = 1 << 17
"""Pairs that are kept in memory: 3 MiB."""
_READ = 1 << 16


class Records:
    """Pairs of a key and a value, both 64-bit numbers, each with the number of the document that it comes from."""

    def __init__(self) -> None:
        self._keys, self._values, self._documents = array("q"), array("q"), array("q")
        self._files: list[IO[bytes]] = []
        self._open = ExitStack()

    def add(self, document: int, pairs: Iterable[tuple[int, int]]) -> None:
        """Add the pairs of a document.

        :param document: its number; those of later documents are greater.
        """
        flat = array("q", chain.from_iterable(pairs))
        self._keys.extend(flat[::2])
        self._values.extend(flat[1::2])
        self._documents.extend(repeat(document, len(flat) // 2))
        if len(self._keys) > _MOST:
            self._spill()

    def groups(self, *, varied: bool = False) -> Iterator[tuple[int, list[tuple[int, int]]]]:
        """Each key with its values and their documents, in the order in which they were added.

        The keys come in no order that can be relied on.

        :param varied: only keys that have several values.
        """
        if not self._files:
            yield from _grouped(self._keys, self._values, self._documents, varied=varied)
            return
        self._spill()
        for file in self._files:
            columns = array("q"), array("q"), array("q")
            file.seek(0)
            while data := file.read(_READ * 24):
                numbers = array("q", data)
                for place, column in enumerate(columns):
                    column.extend(numbers[place::3])
            yield from _grouped(*columns, varied=varied)

    def _spill(self) -> None:
        """Write what is in memory to the files of its keys."""
        if not self._files:
            # They have no name, and are gone when they are closed, whatever happens.
            self._files = [self._open.enter_context(TemporaryFile()) for _ in range(_PARTS)]  # noqa: SIM115
        parts = [array("q") for _ in range(_PARTS)]
        for row in zip(self._keys, self._values, self._documents, strict=True):
            parts[row[0] % _PARTS].extend(row)
        for file, part in zip(self._files, parts, strict=True):
            file.seek(0, 2)
            part.tofile(file)
        for column in (self._keys, self._values, self._documents):
            del column[:]

    def close(self) -> None:
        """Let go of the files."""
        self._open.close()


def _grouped(
    keys: array[int], values: array[int], documents: array[int], *, varied: bool
) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    rows = zip(keys, values, documents, strict=True)
    found: dict[int, list[tuple[int, int]]] = {}
    for key, value, document in compress(rows, _varied(keys, values)) if varied else rows:
        found.setdefault(key, []).append((value, document))
    yield from found.items()


def _varied(keys: array[int], values: array[int]) -> Iterator[bool]:
    """For each pair whether its key has several values. Most have one, and these should cost little."""
    last = dict(zip(keys, values, strict=True))
    several = {*compress(keys, map(ne, values, map(last.__getitem__, keys)))}
    return map(several.__contains__, keys)
