"""XLSX: a workbook with one row a segment.

The columns are those of :mod:`locdocs.exchange.rows`, under a header row that stays in sight. Every text is a typed
string, so that nothing is ever taken for a formula, a number or a date. The inline mode and the roots stand in the
custom document properties ``locdocs.inline`` and ``locdocs.roots``, too.

A cell holds what XML holds. Other characters stand as the format itself has it: ``_x0001_``, and ``_x005F_x0001_`` for
a text that looks like that; reading takes both back, so that every character comes through, but other readers may show
them as they stand. A cell holds 32,767 characters (UTF-16 units): a segment with more is left out and counted. A sheet
holds 1,048,576 rows: more go to further sheets. Empty cells and missing values are the same.

Written row by row; the rows wait in a temporary file. The same segments give the same bytes.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from locdocs.exchange.rows import Value, column_names, rows_of
from locdocs.exchange.settings import Settings, Tally
from locdocs.files import Output
from locdocs.units import Unit

if TYPE_CHECKING:
    from openpyxl import Workbook

__all__ = ["INLINE_PROPERTY", "ROOTS_PROPERTY", "write", "write_rows"]

INLINE_PROPERTY = "locdocs.inline"
"""The document property that names the inline mode."""
ROOTS_PROPERTY = "locdocs.roots"
"""The document property that lists the roots, as JSON."""

_MOST_ROWS = 1_048_576
_MOST_UNITS = 32_767
_WIDTHS = {"source": 60, "target": 60, "path": 30, "id": 12}
_NO_DATE = datetime(2000, 1, 1)
# What XML cannot hold, and the underscore of a text that looks like what stands for it.
_UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def write(batches: Iterable[Sequence[Unit]], output: Output, settings: Settings, tally: Tally) -> None:
    """Write a workbook.

    :param batches: units, those of a batch with one origin.
    :param tally: counts as dropped what is too long for a cell.
    """
    rows = (row for batch in batches for row in rows_of(batch, settings, roots=False))
    write_rows(column_names(settings, roots=False), rows, output, settings, tally)


def write_rows(
    names: Sequence[str],
    rows: Iterable[Sequence[Value]],
    output: Output,
    settings: Settings,
    tally: Tally,
    *,
    on_drop: Callable[[Sequence[Value]], None] | None = None,
) -> None:
    """Write a workbook of any columns.

    :param names: the columns.
    :param rows: their values, in that order.
    :param on_drop: is handed each row that is too long for a cell.
    """
    # Imported here: it takes a while, and only this format needs it.
    from openpyxl import Workbook  # noqa: PLC0415

    file = output.open()
    book = Workbook(write_only=True)
    try:
        for row in _too_long_rows(book, names, rows):
            tally.segments -= 1
            tally.dropped["too long for a cell"] += 1
            if on_drop:
                on_drop(row)
        _describe(book, settings)
        _save(book, file)
    except BaseException:
        _abandon(book)
        raise


def _too_long_rows(book: Workbook, names: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[Sequence[Value]]:
    """Fill the book; what comes out are the rows that no cell can hold."""
    sheet, row_count = _sheet(book, names), 1
    for row in rows:
        cells = [_UNHELD.sub(_escaped, value) if isinstance(value, str) else value for value in row]
        if any(map(_too_long, cells)):
            yield row
            continue
        if row_count == _MOST_ROWS:
            sheet, row_count = _sheet(book, names), 1
        sheet.append(list(_cells(sheet, cells)))
        row_count += 1


def _sheet(book: Workbook, names: Sequence[str]) -> Any:
    # Imported here, as above.
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    number = len(book.worksheets)
    sheet: Any = book.create_sheet(f"segments {number + 1}" if number else "segments")
    sheet.freeze_panes = "A2"
    for index, name in enumerate(names, 1):
        sheet.column_dimensions[get_column_letter(index)].width = _WIDTHS.get(name.partition(":")[0], 10)
    sheet.append(list(_cells(sheet, names)))
    return sheet


def _cells(sheet: Any, row: Iterable[Value]) -> Iterator[Any]:
    # Imported here, as above.
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    for value in row:
        if not isinstance(value, str) or not value:
            yield value or None
            continue
        cell = WriteOnlyCell(sheet)
        cell.value = value
        # After the value, which makes a formula of what begins with "=".
        cell.data_type = "s"
        yield cell


def _escaped(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"


def _too_long(value: Value) -> bool:
    if not isinstance(value, str) or len(value) * 2 <= _MOST_UNITS:
        return False
    return len(value.encode("utf-16-le", "surrogatepass")) // 2 > _MOST_UNITS


def _describe(book: Any, settings: Settings) -> None:
    """What the workbook says of itself, without the time of day."""
    # Imported here, as above.
    from openpyxl.packaging.custom import StringProperty  # noqa: PLC0415

    book.properties.creator = "locdocs"
    book.properties.created = book.properties.modified = _NO_DATE
    for name, value in (
        (INLINE_PROPERTY, settings.inline),
        (ROOTS_PROPERTY, dumps(settings.roots) if settings.roots else ""),
    ):
        if value:
            book.custom_doc_props.append(StringProperty(name=name, value=value))


def _save(book: Any, file: BinaryIO) -> None:
    # Imported here, as above. Not Workbook.save: that writes the time of day.
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415

    archive = _Archive(file, "w", ZIP_DEFLATED)
    try:
        ExcelWriter(book, archive).save()
    except BaseException:
        # Or it would try to write its end when it is thrown away.
        archive.fp = None
        raise


def _abandon(book: Any) -> None:
    """Let go of a workbook that nobody will have: close what is still open in its temporary files."""
    for sheet in book.worksheets:
        if not sheet.closed:
            with suppress(OSError):
                sheet.close()


class _Archive(ZipFile):
    """A ZIP archive whose bytes depend on nothing but its content."""

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: Any, *_: Any, **__: Any) -> None:
        """Add a file from its content."""
        name = zinfo_or_arcname if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname.filename
        super().writestr(_entry(name), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Add a file from the disk."""
        source = Path(filename)
        entry = _entry(str(arcname or source.name))
        entry.file_size = source.stat().st_size
        with source.open("rb") as content, self.open(entry, "w") as packed:
            shutil.copyfileobj(content, packed, 1 << 20)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    return entry
