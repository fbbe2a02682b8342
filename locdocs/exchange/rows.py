r"""Units as rows of named values: what CSV, TSV, XLSX and Parquet write, and what JSON Lines reads, too.

==================  ===================================================================================================
column              value
==================  ===================================================================================================
locdocs             1, the version of these columns; a column never changes its meaning within a version
path                the document, POSIX, relative to the folder that was read; empty for a text in memory
id                  the segment's id in the document, such as ``0c05b-103``
number              the id without its prefix: with path and source it joins languages and versions
line                the line of the document on which the pair begins, counted from 1; empty where it is not known
source, target      the two texts
source_language     such as ``en-US``
target_language     such as ``es-ES``; empty where nothing says so
translation_type    ``MT`` (machine), ``HT`` (human) or empty
source_commit       commit of the English repository, or empty
source_hash         SHA-1 of the English file, or empty
last_handoff        the day of the hand-over, ``2020-07-29``, or empty
inline              how inline markup stands in the texts: ``markdown``, ``plain`` or ``codes``
block               the kind of block the segment stands in; only where it was asked for
source_codes,       the inline codes of the texts, only with ``codes``: the text of a JSON list, whose objects are those
target_codes        of :mod:`locdocs.exchange.jsonl`
roots               the names of the folders that ``path`` is relative to: the text of a JSON list; only where they are
                    known
==================  ===================================================================================================

Only ``source`` and ``target`` are needed to read a row; all other columns may be missing, and others may be there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from json import dumps, loads
from typing import Any, get_args

from locdocs.exchange.jsonl import VERSION, code_object
from locdocs.exchange.reading import Faults, Header
from locdocs.exchange.settings import Settings
from locdocs.units import InlineMode, Origin, Unit

__all__ = ["COLUMNS", "VARIANT_COLUMNS", "RowReading", "column_names", "rows_of"]

COLUMNS = (
    "locdocs",
    "path",
    "id",
    "number",
    "line",
    "source",
    "target",
    "source_language",
    "target_language",
    "translation_type",
    "source_commit",
    "source_hash",
    "last_handoff",
    "inline",
)
"""The columns that are always there, in their order."""

VARIANT_COLUMNS = ("id", "target", "translation_type", "source_commit", "source_hash", "last_handoff", "line")
"""What differs from language to language where one row holds several (:mod:`locdocs.exchange.joined_formats`)."""

Value = str | int | None
_INLINE_MODES: Mapping[str, InlineMode] = {mode: mode for mode in get_args(InlineMode)}
_KEPT_ORIGINS = 1000
_NO_DATE = "has no date such as 2020-07-29 as last_handoff"


def column_names(settings: Settings, *, roots: bool = True) -> tuple[str, ...]:
    """The columns of an export, in their order.

    :param roots: whether the roots are a column; formats with metadata keep them there.
    """
    return (
        *COLUMNS,
        *(("block",) if settings.block_kind else ()),
        *(("source_codes", "target_codes") if settings.inline == "codes" else ()),
        *(("roots",) if roots and settings.roots else ()),
    )


def rows_of(batch: Sequence[Unit], settings: Settings, *, roots: bool = True) -> Iterator[tuple[Value, ...]]:
    """The rows of units of one origin, each in the order of :func:`column_names`."""
    origin = batch[0].origin
    shared = (
        origin.source_language,
        origin.target_language,
        origin.translation_type,
        origin.source_commit,
        origin.source_hash,
        origin.last_handoff.isoformat() if origin.last_handoff else None,
        settings.inline,
    )
    ending: tuple[Value, ...] = (dumps(settings.roots, ensure_ascii=False),) if roots and settings.roots else ()
    for unit in batch:
        row = (VERSION, origin.path, unit.id, unit.number, unit.line, unit.source, unit.target, *shared)
        block = (unit.block,) if settings.block_kind else ()
        codes: tuple[Value, ...] = ()
        if settings.inline == "codes":
            codes = tuple(
                dumps([code_object(code) for code in found or ()], ensure_ascii=False)
                for found in (unit.source_codes, unit.target_codes)
            )
        yield (*row, *block, *codes, *ending)


class RowReading:
    """Rows of named values, from any format, to units.

    An empty text and ``None`` are the same: nothing is said.
    """

    def __init__(self, header: Header, faults: Faults) -> None:
        self._header = header
        self._faults = faults
        self._started = False
        self._origins: dict[tuple[Any, ...], Origin] = {}

    def units(self, rows: Iterable[tuple[int, Mapping[str, Any]]]) -> Iterator[Unit]:
        """The units of rows; each row comes with its line, for the messages."""
        for line, row in ((line, row) for line, several in rows for row in _one_language_each(several)):
            try:
                unit = self._unit(row)
            except _RowError as error:
                self._faults.report(str(error), line=line)
            else:
                if not self._started:
                    self._start(row, line)
                yield unit

    def _start(self, row: Mapping[str, Any], line: int) -> None:
        """What the first row says of the file."""
        self._started = True
        version = _integer(row, "locdocs")
        if version is not None and version > VERSION:
            raise self._faults.fatal(f"was written by a newer version of locdocs (columns {version})", line=line)
        if version is not None:
            self._header.tool = "locdocs"
        self._header.inline = self._header.inline or _INLINE_MODES.get(_text(row, "inline") or "")
        self._header.roots = self._header.roots or _roots(row.get("roots"))

    def _unit(self, row: Mapping[str, Any]) -> Unit:
        source, target = row.get("source"), row.get("target")
        for name, value in (("source", source), ("target", target)):
            if not isinstance(value, str):
                raise _RowError(f"has no text as {name}")
        key = (
            _text(row, "path"),
            _text(row, "source_language") or "",
            _text(row, "target_language"),
            _text(row, "translation_type"),
            _text(row, "source_commit"),
            _text(row, "source_hash"),
            _moment(row),
        )
        origin = self._origins.get(key)
        if origin is None:
            # The units of a document stand together: those of the last ones are enough.
            if len(self._origins) == _KEPT_ORIGINS:
                self._origins.clear()
            origin = self._origins[key] = Origin(*key[:6], _date(key[6]))
        line, block = _integer(row, "line"), _text(row, "block")
        return Unit(_text(row, "id") or "", str(source), str(target), origin, line, block)


def _one_language_each(row: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """A row, or where it holds several target languages, one row for each."""
    targets = row.get("targets")
    if isinstance(targets, Mapping):
        for language, own in targets.items():
            yield {**row, **(own if isinstance(own, Mapping) else {}), "target_language": language}
        return
    languages = [name.removeprefix("target:") for name in row if name.startswith("target:")]
    if not languages:
        yield row
    for language in languages:
        if row[f"target:{language}"]:
            own = {name: row.get(f"{name}:{language}") for name in VARIANT_COLUMNS}
            yield {**row, **own, "target_language": language}


class _RowError(ValueError):
    """What is wrong with a row."""


def _text(row: Mapping[str, Any], name: str) -> str | None:
    value = row.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        raise _RowError(f"has no text as {name}")
    return value


def _integer(row: Mapping[str, Any], name: str) -> int | None:
    value = row.get(name)
    if value is None or value == "":
        return None
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        raise _RowError(f"has no number as {name}") from None


def _moment(row: Mapping[str, Any]) -> str | date | None:
    value = row.get("last_handoff") or None
    if value is None or isinstance(value, (str, date)):
        return value
    raise _RowError(_NO_DATE)


def _date(value: str | date | None) -> date | None:
    if value is None or isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise _RowError(_NO_DATE) from None


def _roots(value: Any) -> tuple[str, ...]:
    """The roots, from a list or from JSON."""
    if isinstance(value, str) and value:
        try:
            value = loads(value)
        except ValueError:
            return (value,)
    return tuple(map(str, value)) if isinstance(value, list) else ()
