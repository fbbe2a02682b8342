"""Parquet (extra ``parquet``): columns that data frames and trainers read as they are.

The columns are those of :mod:`locdocs.exchange.rows` but for the two texts. These are one column ``translation``, a
structure with one field for each language (``en-US`` and ``es-ES``), and the metadata of the schema say so under
``huggingface``: ``datasets.load_dataset("parquet", ..)`` then gives a ``Translation`` feature without being told.
``last_handoff`` is a date and ``line`` a number; missing values are null. Inline mode and roots stand in the metadata
under ``locdocs``, as JSON.

The languages are part of the schema, so a file is of one pair of languages: more than one is an error. All of Unicode
fits but lone surrogates (bytes of a document that were not UTF-8): these become U+FFFD and are counted. Rows are
written in groups of at most 20,000, which is all that is held in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from json import dumps
from typing import Any

from locdocs.errors import LanguageError, MissingExtraError
from locdocs.exchange.characters import held
from locdocs.exchange.jsonl import VERSION
from locdocs.exchange.one_pair import OnePair
from locdocs.exchange.rows import Value, column_names, rows_of
from locdocs.exchange.settings import Settings, Tally
from locdocs.files import Output
from locdocs.units import Origin, Unit

__all__ = ["METADATA", "pyarrow", "write"]

METADATA = b"locdocs"
"""The key of the schema's metadata under which the inline mode and the roots stand."""

_GROUP_ROWS = 20_000
_GROUP_CHARACTERS = 16_000_000
_TRANSLATION = "translation"


def pyarrow() -> Any:
    """The library, with ``pyarrow.parquet`` imported.

    :raises MissingExtraError: it is not installed.
    """
    try:
        # Imported here: it is an extra.
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError(
            "Parquet needs pyarrow, which is not installed: pip install '.[parquet]' in a copy of the repository"
        ) from error
    return pyarrow


def write(batches: Iterable[Sequence[Unit]], output: Output, settings: Settings, tally: Tally) -> None:
    """Write a Parquet file.

    :param batches: units, those of a batch with one origin.
    :param tally: gets the number of characters that became U+FFFD.
    :raises MissingExtraError: pyarrow is not installed.
    :raises LanguageError: the units are of more than one pair of languages, or of one language.
    """
    library = pyarrow()
    file = output.open()
    languages = OnePair("a Parquet file")
    group: _Group | None = None
    try:
        for batch in batches:
            origin = batch[0].origin
            if languages.first(origin):
                group = _Group(library, file, origin, settings)
            if group is not None:
                group.add(batch, tally)
    except BaseException:
        if group is not None:
            group.abandon()
        raise
    if group is not None:
        group.close()


class _Group:
    """Rows on their way into a row group."""

    def __init__(self, library: Any, file: Any, origin: Origin, settings: Settings) -> None:
        self._library = library
        self._settings = settings
        self._names = [name for name in column_names(settings, roots=False) if name != "target"]
        self._languages = origin.source_language, origin.target_language or ""
        if len(set(self._languages)) == 1:
            raise LanguageError(f"source and target are both {origin.source_language}", path=origin.path or "<text>")
        self._schema = self._made_schema()
        self._writer = library.parquet.ParquetWriter(file, self._schema, compression="zstd")
        self._columns: list[list[Any]] = [[] for _ in self._names]
        self._characters = 0

    def add(self, batch: Sequence[Unit], tally: Tally) -> None:
        """Take the units of a batch, and write a row group when there are enough."""
        names = column_names(self._settings, roots=False)
        source, target, handoff = (names.index(name) for name in ("source", "target", "last_handoff"))
        for unit, row in zip(batch, rows_of(batch, self._settings, roots=False), strict=True):
            values: list[Any] = [_held(value, tally) for value in row]
            self._characters += len(values[source]) + len(values[target])
            values[source] = dict(zip(self._languages, (values[source], values[target]), strict=True))
            values[handoff] = unit.origin.last_handoff
            del values[target]
            for column, value in zip(self._columns, values, strict=True):
                column.append(value)
            if len(self._columns[0]) == _GROUP_ROWS or self._characters >= _GROUP_CHARACTERS:
                self._flush()

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        self._flush()
        self._writer.close()

    def abandon(self) -> None:
        """Let go of a file that nobody will have."""
        with suppress(OSError, ValueError, self._library.ArrowException):
            self._writer.close()

    def _flush(self) -> None:
        if self._columns[0]:
            arrays = [
                self._library.array(column, field.type)
                for column, field in zip(self._columns, self._schema, strict=True)
            ]
            self._writer.write_table(self._library.Table.from_arrays(arrays, schema=self._schema))
            for column in self._columns:
                column.clear()
            self._characters = 0

    def _made_schema(self) -> Any:
        library = self._library
        languages = sorted(self._languages)
        # Hugging Face datasets sorts the languages of a Translation, and takes the feature only for a structure that
        # has its fields in that order.
        types = {
            "source": library.struct([(language, library.string()) for language in languages]),
            "locdocs": library.int32(),
            "line": library.int32(),
            "last_handoff": library.date32(),
        }
        features: dict[str, Any] = {}
        fields = []
        for name in self._names:
            kind = types.get(name, library.string())
            column = _TRANSLATION if name == "source" else name
            fields.append(library.field(column, kind))
            features[column] = {"dtype": "date32" if name == "last_handoff" else str(kind), "_type": "Value"}
        features[_TRANSLATION] = {"languages": languages, "_type": "Translation"}
        said = {"version": VERSION, "inline": self._settings.inline, "roots": list(self._settings.roots)}
        return library.schema(
            fields,
            metadata={b"huggingface": dumps({"info": {"features": features}}).encode(), METADATA: dumps(said).encode()},
        )


def _held(value: Value, tally: Tally) -> Value:
    return held(value, tally, zero=True) if isinstance(value, str) else value
