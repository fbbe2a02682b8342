"""Parquet read: what locdocs writes, or any file with columns ``source`` and ``target``, or a column ``translation``.

A ``translation`` is a structure with one text for each language, as Hugging Face datasets have it, or one of two lists,
``language`` and ``translation``. The source is the language that ``source_language`` names, else the first English one,
else the first; each other language gives a unit.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from locdocs.exchange.language_tags import closest_language
from locdocs.exchange.parquet import METADATA, pyarrow
from locdocs.exchange.reading import Faults, Header
from locdocs.exchange.rows import RowReading
from locdocs.units import Unit

__all__ = ["read"]

_AT_ONCE = 5000


def read(file: BinaryIO, header: Header, faults: Faults) -> Iterator[Unit]:
    """The units of a Parquet file.

    :param header: gets inline mode and roots.
    :param faults: get a row that cannot be read, with its number.
    :raises MissingExtraError: pyarrow is not installed.
    :raises ExchangeError: no Parquet file, or one without these columns.
    """
    library = pyarrow()
    try:
        parquet = library.parquet.ParquetFile(file)
        names = set(parquet.schema_arrow.names)
        said = _said(parquet.schema_arrow.metadata or {})
    except (library.ArrowException, OSError, ValueError) as error:
        raise faults.fatal(f"is no Parquet file that can be read: {error}") from None
    if not ({"source", "target"} <= names or "translation" in names):
        raise faults.fatal("has no columns source and target, and no column translation")
    yield from RowReading(header, faults).units(_rows(parquet, said, library, faults))


def _rows(
    parquet: Any, said: Mapping[str, Any], library: Any, faults: Faults
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    number = 0
    batches = parquet.iter_batches(batch_size=_AT_ONCE)
    while True:
        try:
            batch = next(batches, None)
            rows = batch.to_pylist() if batch is not None else []
        except (library.ArrowException, OSError, ValueError) as error:
            raise faults.fatal(f"cannot be read any further: {error}", line=number + 1) from None
        if batch is None:
            return
        for number, row in enumerate(rows, number + 1):  # noqa: B020 - goes on counting
            for texts in _texts(row):
                yield number, {**said, **row, **texts}


def _texts(row: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The texts of a row with their languages, one for each target language."""
    translation = row.get("translation")
    if translation is None or "source" in row:
        yield {}
        return
    languages, texts = _variants(translation)
    source = closest_language(row.get("source_language") or "en", languages) or 0
    for position, language in enumerate(languages):
        # Where there are several, a language without a text is one that the row does not have.
        if position != source and (texts[position] is not None or len(languages) == 2):
            yield {
                "source": texts[source],
                "target": texts[position],
                "source_language": languages[source],
                "target_language": language,
            }
    if len(languages) < 2:
        yield {}


def _variants(translation: Any) -> tuple[Sequence[str], Sequence[Any]]:
    """The languages and the texts of a translation."""
    if not isinstance(translation, dict):
        return (), ()
    if translation.keys() == {"language", "translation"} and isinstance(translation["language"], list):
        return translation["language"], translation["translation"] or ()
    return list(translation), list(translation.values())


def _said(metadata: Mapping[bytes, bytes]) -> dict[str, Any]:
    """What the schema says, as values of a row."""
    try:
        said = json.loads(metadata.get(METADATA, b"{}"))
    except ValueError:
        return {}
    return {name: said[name] for name in ("inline", "roots") if said.get(name)} if isinstance(said, dict) else {}
