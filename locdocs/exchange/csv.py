"""CSV and TSV: a header row and one row a segment, in UTF-8.

The columns are those of :mod:`locdocs.exchange.rows`. Cells stand as RFC 4180 has them: every text in double quotes, a
double quote written twice, so that commas, tabs and newlines inside a segment survive. Rows end with LF. TSV differs in
the separator only.

``spreadsheet_safe`` is for files that people open in a spreadsheet, which takes a cell that begins with ``=``, ``+``,
``-``, ``@``, a tab or a CR for a formula. Each of these, and each that begins with an apostrophe, gets an apostrophe
before it; a last column ``spreadsheet_safe`` says so, and reading takes the apostrophes away again. The file then
begins with a byte order mark, without which spreadsheets do not know that it is UTF-8.

All of Unicode fits but U+0000, which many readers take for the end of the text, and lone surrogates (bytes of a
document that were not UTF-8): these become U+FFFD and are counted. Empty cells and missing values are the same.

Read are both, whatever the suffix says, with comma, semicolon or tab (the header row tells), in UTF-8 or UTF-16 with or
without a byte order mark. ``source`` and ``target`` are the only columns that have to be there. A row of another number
of cells than the header, with broken quotes or without the two texts is left out and named.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO, TextIOWrapper
from itertools import islice
from typing import BinaryIO, TextIO

from locdocs.exchange.characters import encoded, is_utf8
from locdocs.exchange.reading import Faults, Header
from locdocs.exchange.rows import RowReading, Value, column_names, rows_of
from locdocs.exchange.settings import Settings, Tally
from locdocs.files import Output
from locdocs.units import Unit

__all__ = ["read", "write", "write_rows", "write_separated"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_SAFE = "spreadsheet_safe"
_BOM = "\ufeff"
_SEPARATORS = ",;\t"
_LONGEST_CELL = 1 << 26
_ROWS_AT_ONCE = 1000


def write(batches: Iterable[Sequence[Unit]], output: Output, settings: Settings, tally: Tally) -> None:
    """Write a CSV file.

    :param batches: units, those of a batch with one origin.
    :param tally: gets the number of characters that became U+FFFD.
    """
    write_separated(batches, output, settings, tally, ",")


def write_separated(
    batches: Iterable[Sequence[Unit]], output: Output, settings: Settings, tally: Tally, separator: str
) -> None:
    """Write a file with another separator than a comma; all else is as with :func:`write`."""
    rows = (row for batch in batches for row in rows_of(batch, settings))
    write_rows(column_names(settings), rows, output, settings, tally, separator=separator)


def write_rows(
    names: Sequence[str],
    rows: Iterable[Sequence[Value]],
    output: Output,
    settings: Settings,
    tally: Tally,
    *,
    separator: str,
) -> None:
    """Write a table of any columns.

    :param names: the columns.
    :param rows: their values, in that order.
    """
    file = output.open()
    safe = settings.spreadsheet_safe
    file.write(encoded((_BOM if safe else "") + _lines([(*names, *((_SAFE,) if safe else ()))], separator), tally))
    if safe:
        rows = ((*map(_guarded, row), "yes") for row in rows)
    remaining = iter(rows)
    while some := list(islice(remaining, _ROWS_AT_ONCE)):
        file.write(encoded(_lines(some, separator), tally))


def _lines(rows: Iterable[Sequence[Value]], separator: str) -> str:
    text = StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC).writerows(rows)
    return text.getvalue()


def _guarded(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def read(file: BinaryIO, header: Header, faults: Faults) -> Iterator[Unit]:
    """The units of a CSV or TSV file.

    :param header: gets what the first row says: inline mode and roots.
    :param faults: get a row that cannot be read.
    :raises ExchangeError: there is no header row with ``source`` and ``target``, or the columns are of a later version.
    """
    start = file.read(2)
    file.seek(0)
    encoding = "utf-16" if start in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    # What is no UTF-8 becomes surrogates, so that only its row is lost.
    text = TextIOWrapper(file, encoding, "surrogateescape" if encoding == "utf-8-sig" else "replace", newline="")
    try:
        yield from RowReading(header, faults).units(_rows(text, faults))
    finally:
        text.detach()


def _rows(text: TextIO, faults: Faults) -> Iterator[tuple[int, Mapping[str, str]]]:
    first = text.readline(_LONGEST_CELL)
    names, separator = _header(first)
    if names is None:
        raise faults.fatal("the first row names no columns source and target", line=1)
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))
    reader = csv.reader(text, delimiter=separator, strict=True)
    line = 2
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            faults.report(f"has broken quotes: {error}", line=line)
            cells = []
        if cells is None:
            return
        row = dict(zip(names, cells, strict=False))
        if cells and len(cells) != len(names):
            faults.report(f"has {len(cells)} cells where the first row has {len(names)}", line=line)
        elif not is_utf8("".join(cells)):
            faults.report("is not UTF-8", line=line)
        elif cells:
            yield line, _unguarded(row) if row.get(_SAFE) else row
        line = reader.line_num + 2


def _header(line: str) -> tuple[list[str] | None, str]:
    """The columns and the separator: the first one that gives the two columns that every file has."""
    for separator in _SEPARATORS:
        names = next(csv.reader([line], delimiter=separator), [])
        if "source" in names and any(name == "target" or name.startswith("target:") for name in names):
            return names, separator
    return None, ""


def _unguarded(row: Mapping[str, str]) -> Mapping[str, str]:
    return {name: value.removeprefix("'") for name, value in row.items()}
