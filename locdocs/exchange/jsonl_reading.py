"""JSON Lines read: what locdocs writes, or any lines with ``source`` and ``target``.

The keys are those of :mod:`locdocs.exchange.jsonl`; ``source`` and ``target`` are enough. Empty lines are passed over,
and so is a byte order mark. A line that is no JSON object, or without the two texts, is left out and named.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from locdocs.exchange.reading import Faults, Header
from locdocs.exchange.rows import RowReading
from locdocs.units import Unit

__all__ = ["read"]

_BOM = b"\xef\xbb\xbf"
_LONGEST_LINE = 1 << 26


def read(file: BinaryIO, header: Header, faults: Faults) -> Iterator[Unit]:
    """The units of a JSON Lines file.

    :param header: gets what the first line says: inline mode and roots.
    :param faults: get a line that is no object, has no source or target, or a value of another type.
    :raises ExchangeError: the keys are of a later version; or there is not one object, but other lines.
    """
    yield from RowReading(header, faults).units(_objects(file, faults))


def _objects(file: BinaryIO, faults: Faults) -> Iterator[tuple[int, Mapping[str, Any]]]:
    found, first_bad = False, 0
    for number, line in enumerate(_lines(file, faults), 1):
        data = line.removeprefix(_BOM) if number == 1 else line
        if not data.strip():
            continue
        try:
            value = json.loads(data.decode("utf-8"))
        except (ValueError, RecursionError) as error:
            message = "is not UTF-8" if isinstance(error, UnicodeDecodeError) else "is no JSON"
            value = None
        else:
            message = "is no JSON object"
        if isinstance(value, dict):
            found = True
            yield number, value
        else:
            first_bad = first_bad or number
            faults.report(message, line=number)
    if first_bad and not found:
        raise faults.fatal("holds no JSON object on any line", line=first_bad)


def _lines(file: BinaryIO, faults: Faults) -> Iterator[bytes]:
    """The lines; one that does not end within reason is another file than these."""
    number = 0
    while line := file.readline(_LONGEST_LINE):
        number += 1
        if len(line) == _LONGEST_LINE:
            raise faults.fatal(f"has a line of more than {_LONGEST_LINE:,} bytes; this is no JSON Lines", line=number)
        yield line
