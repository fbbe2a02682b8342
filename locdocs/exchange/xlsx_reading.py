"""XLSX read: what locdocs writes, or any workbook with columns ``source`` and ``target`` (or ``target:es-ES``, ..).

Every sheet whose first row names these columns is read, row by row. A number that somebody typed is read as a text, a
date is not. ``_x0001_`` stands for the character with that number (:mod:`locdocs.exchange.xlsx`). A program that saves
the workbook anew moves the texts to a table that is read as a whole: memory then grows with the distinct texts.
"""

from __future__ import annotations

import re
import warnings
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, BinaryIO
from zipfile import BadZipFile

from locdocs.exchange.reading import Faults, Header
from locdocs.exchange.rows import RowReading
from locdocs.exchange.xlsx import INLINE_PROPERTY, ROOTS_PROPERTY
from locdocs.units import Unit

__all__ = ["read"]

# The library raises whatever its parts raise: a missing part, a broken archive, a value that is none, ..
_ERRORS = (
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def read(file: BinaryIO, header: Header, faults: Faults) -> Iterator[Unit]:
    """The units of a workbook.

    :param header: gets inline mode and roots, from the document properties or the first row.
    :param faults: get a row that cannot be read, with its number in its sheet.
    :raises ExchangeError: no workbook, or none of its sheets has the columns.
    """
    book = _book(file, faults)
    reading = RowReading(header, faults)
    found = False
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        rows = _guarded(sheet.iter_rows(values_only=True), faults)
        names = [name if isinstance(name, str) else "" for name in next(rows, ())]
        if "source" in names and any(name == "target" or name.startswith("target:") for name in names):
            found = True
            yield from reading.units(_rows(rows, names, _said(book)))
    if not found:
        raise faults.fatal("no sheet names columns source and target in its first row")


def _book(file: BinaryIO, faults: Faults) -> Any:
    # Imported here: it takes a while, and only this format needs it.
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            # It warns of styles and extensions it does not know, which are nothing to us.
            warnings.simplefilter("ignore")
            return load_workbook(file, read_only=True, data_only=True)
    except _ERRORS as error:
        raise faults.fatal(f"is no workbook that can be read: {error}") from None


def _said(book: Any) -> Mapping[str, Any]:
    """What the document properties say, as values of a row."""
    properties = {entry.name: entry.value for entry in book.custom_doc_props.props}
    said = {"inline": properties.get(INLINE_PROPERTY), "roots": properties.get(ROOTS_PROPERTY)}
    return {name: value for name, value in said.items() if value}


def _guarded(rows: Iterator[Any], faults: Faults) -> Iterator[Sequence[Any]]:
    """The rows; what the library stumbles over in mid-file is one clear error."""
    number = 0
    while True:
        number += 1
        try:
            row = next(rows, None)
        except _ERRORS as error:
            raise faults.fatal(f"cannot be read any further: {error}", line=number) from None
        if row is None:
            return
        yield row


def _rows(
    rows: Iterator[Sequence[Any]], names: Sequence[str], said: Mapping[str, Any]
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, row in enumerate(rows, 2):
        if any(value is not None for value in row):
            values = dict(zip(names, map(_value, row), strict=False))
            for name in ("source", "target"):
                if values.setdefault(name, "") is None:
                    values[name] = ""
            yield number, {**said, **values}


def _value(value: Any) -> Any:
    """A cell as a row knows it: text, or what no text can stand for."""
    if isinstance(value, str):
        return _ESCAPE.sub(_unescaped, value) if "_x" in value else value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if value is None or isinstance(value, (date, datetime)):
        return value
    return str(value)


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))
