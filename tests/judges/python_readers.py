"""Judge: the libraries of Python that people read these formats with. Each finds the same units, with the same texts.

They are the extra ``judges``; one that is missing is a failure.
"""

from __future__ import annotations

import csv
import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from locdocs.exchange import FORMATS, write
from locdocs.model import Document
from tests.judges.judging import Pair, Places, Verdict, by_language, difference, documents_of, exported

__all__ = ["READERS", "judge"]

TREES = ("console-docs.es-es", "nuget-docs.ja-jp")

Reading = Callable[[Path], Iterable[Pair]]


class Reader(NamedTuple):
    """A library and what it reads."""

    library: str
    format: str
    read: Reading
    options: Mapping[str, str] = {}
    """Options of the export."""

    @property
    def name(self) -> str:
        return " ".join((self.library, self.format, *self.options.values()))

    @property
    def file(self) -> str:
        """A name that is the same for all readers of an export; its suffix is what readers know the format by."""
        suffixes = FORMATS[self.format].suffixes
        return "-".join((self.format, *self.options.values())) + (suffixes[0] if suffixes else "")


def judge(places: Places) -> Verdict:
    problems: list[str] = []
    count = 0
    for name, folder in (*places.some_trees(*TREES), *places.samples()):
        for documents in by_language(documents_of(folder)):
            expected = [(unit.source, unit.target) for unit in exported(documents)]
            count += len(expected)
            place = places.work / f"{name}-{documents[0].target_language}"
            place.mkdir()
            for reader in READERS:
                problem = _problem(reader, documents, place / reader.file, expected)
                problems += [f"{reader.name}, {name}: {problem}"] if problem else []
    return Verdict(
        f"{len(READERS)} readers of {count:,} units: {', '.join(reader.name for reader in READERS)}", problems
    )


def _problem(reader: Reader, documents: list[Document], file: Path, expected: list[Pair]) -> str:
    if not any(file.parent.glob(f"{file.name}*")):
        write(file, documents, format=reader.format, **reader.options)  # type: ignore[arg-type]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # theirs
            found = [(source, target) for source, target in reader.read(file)]
    except Exception as error:  # noqa: BLE001 - whatever another program raises is the finding
        return f"{type(error).__name__}: {error}"
    if reader.format == "moses":  # the one lossy format: a line break inside a segment is a space
        expected = [(" ".join(source.split("\n")), " ".join(target.split("\n"))) for source, target in expected]
    return difference(found, expected)


def _toolkit(name: str = "") -> Reading:
    """translate-toolkit: the format by the suffix, or a class by its name."""

    def read(file: Path) -> Iterator[Pair]:
        if name:
            module, _, store = name.partition(":")
            content = getattr(import_module(f"translate.storage.{module}"), store).parsefile(str(file))
        else:
            content = import_module("translate.storage.factory").getobject(str(file))
        return ((str(unit.source), str(unit.target)) for unit in content.units if not unit.isheader())

    return read


def _polib(file: Path) -> Iterator[Pair]:
    entries = import_module("polib").pofile(str(file))
    return ((entry.msgid, entry.msgstr) for entry in entries if not entry.obsolete)


def _columns(table: Any) -> Iterator[Pair]:
    """The two texts of a data frame of pandas or polars."""
    if "translation" in table:
        for row in table["translation"]:
            language = next(key for key in row if key != "en-US")
            yield row["en-US"], row[language]
    else:
        yield from zip(table["source"], table["target"], strict=True)


def _workbook(file: Path) -> Iterator[Pair]:
    """pandas leaves the escapes of OOXML (ECMA-376, part 1, 22.9.2.19) to openpyxl, which has a function to undo them
    but does not call it: without it ``_x0020_`` in a text is ``_x005F_x0020_``.
    """
    unescape = import_module("openpyxl.utils.escape").unescape
    for pair in _columns(import_module("pandas").read_excel(file, **_TEXT)):
        source, target = map(unescape, pair)
        yield source, target


def _pandas(function: str, **options: Any) -> Reading:
    return lambda file: _columns(getattr(import_module("pandas"), function)(file, **options))


def _polars(function: str, **options: Any) -> Reading:
    return lambda file: _columns(getattr(import_module("polars"), function)(file, **options))


def _duckdb(file: Path) -> list[Pair]:
    """As anybody would ask: the format by the suffix, everything else by what duckdb finds out itself."""
    duckdb = import_module("duckdb")
    columns = [row[0] for row in duckdb.sql(f"describe select * from '{file}'").fetchall()]
    if "translation" in columns:
        rows = duckdb.sql(f"select translation from '{file}'").fetchall()
        return [(row["en-US"], next(text for key, text in row.items() if key != "en-US")) for (row,) in rows]
    return list(duckdb.sql(f"select source, target from '{file}'").fetchall())


def _dataset(builder: str, file: Path, **options: Any) -> dict[str, list[Any]]:
    """A file as Hugging Face datasets reads it, without network."""
    cache = str(file.parent / "datasets")
    os.environ.update(HF_HOME=cache, HF_HUB_OFFLINE="1", HF_DATASETS_OFFLINE="1")
    datasets = import_module("datasets")
    datasets.disable_progress_bars()
    found = datasets.load_dataset(builder, data_files=str(file), split="train", cache_dir=cache, **options)
    if builder == "parquet" and not isinstance(found.features["translation"], datasets.Translation):
        raise TypeError(f"translation is {found.features['translation']}, and was to be one without being told")
    columns: dict[str, list[Any]] = found.to_dict()
    return columns


def _datasets(builder: str, **options: Any) -> Reading:
    return lambda file: _columns(_dataset(builder, file, **options))


def _parallel(file: Path) -> Iterator[Pair]:
    """The two files of parallel text, line by line; that of the ids and that of the source are known by name."""
    source = file.with_name(f"{file.name}.en")
    (target,) = set(file.parent.glob(f"{file.name}.*")) - {source, file.with_name(f"{file.name}.ids")}
    yield from zip(*(_dataset("text", path)["text"] for path in (source, target)), strict=True)


def _csv(file: Path) -> Iterator[Pair]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from ((row["source"], row["target"]) for row in csv.DictReader(lines))


_TEXT = {"dtype": str, "keep_default_na": False}
"""Texts as they are: pandas takes "NA" and "null" for nothing otherwise."""
READERS = (
    Reader("translate-toolkit", "tmx", _toolkit()),
    Reader("translate-toolkit", "xliff", _toolkit(), {"inline": "markdown"}),
    Reader("translate-toolkit", "xliff", _toolkit(), {"inline": "codes"}),
    Reader("translate-toolkit", "xliff", _toolkit(), {"inline": "codes", "layout": "publisher"}),
    Reader("translate-toolkit", "xliff2", _toolkit("xliff2:Xliff2File"), {"inline": "markdown"}),
    Reader("translate-toolkit", "po", _toolkit("pypo:pofile")),
    Reader("polib", "po", _polib),
    Reader("csv", "csv", _csv),
    Reader("pandas", "csv", _pandas("read_csv", **_TEXT)),
    Reader("pandas", "tsv", _pandas("read_csv", sep="\t", **_TEXT)),
    Reader("pandas", "xlsx", _workbook),
    Reader("pandas", "jsonl", _pandas("read_json", lines=True, dtype=False, convert_dates=False)),
    Reader("pandas", "parquet", _pandas("read_parquet")),
    Reader("polars", "csv", _polars("read_csv", infer_schema_length=0)),
    Reader("polars", "tsv", _polars("read_csv", separator="\t", infer_schema_length=0)),
    Reader("polars", "jsonl", _polars("read_ndjson")),
    Reader("polars", "parquet", _polars("read_parquet")),
    Reader("duckdb", "csv", _duckdb),
    Reader("duckdb", "tsv", _duckdb),
    Reader("duckdb", "jsonl", _duckdb),
    Reader("duckdb", "parquet", _duckdb),
    Reader("datasets", "csv", _datasets("csv", keep_default_na=False)),
    Reader("datasets", "jsonl", _datasets("json")),
    Reader("datasets", "parquet", _datasets("parquet")),
    Reader("datasets", "moses", _parallel),
)
