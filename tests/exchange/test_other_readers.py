"""What other programs make of the files: they read the same number of segments, with the same texts.

Each test is for one program and skips where it is not installed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from locdocs.corpus import read_tree
from locdocs.exchange import read_units, write
from locdocs.units import Unit
from tests.exchange.making import document

# What spreadsheets, data frames and sniffers like to take for something else.
ODD = [
    "=1+1",
    "-5",
    "007",
    "NA",
    "null",
    "",
    "1e5",
    "true",
    "2020-07-29",
    'a "b", c;\td',
    "two\nlines",
    "a\r\nb",
    "'x",
    "日本 😀",
]


@pytest.fixture
def units(samples: Path, tmp_path: Path) -> list[Unit]:
    """The Spanish samples, and texts that are easily misread."""
    documents = [found for found in read_tree(samples / "bilingual") if found.target_language == "es-ES"]
    odd = document(*((text, f"{text} ") for text in ODD), path="odd.md")
    write(tmp_path / "pairs.jsonl", [*documents, odd])
    return list(read_units(tmp_path / "pairs.jsonl"))


def texts(units: list[Unit]) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in units]


@pytest.mark.parametrize("name", ["csv", "tsv", "xlsx", "jsonl"])
def test_pandas(units: list[Unit], tmp_path: Path, name: str) -> None:
    pandas = pytest.importorskip("pandas")
    file = tmp_path / f"a.{name}"
    write(file, units)
    as_they_are: dict[str, Any] = {"dtype": str, "keep_default_na": False}
    frame = {
        "csv": lambda: pandas.read_csv(file, **as_they_are),
        "tsv": lambda: pandas.read_csv(file, sep="\t", **as_they_are),
        "xlsx": lambda: pandas.read_excel(file, **as_they_are),
        "jsonl": lambda: pandas.read_json(file, lines=True, dtype=False),
    }[name]()
    assert list(zip(frame["source"], frame["target"], strict=True)) == texts(units)
    assert list(frame["id"]) == [unit.id for unit in units]
    assert [int(line) for line in frame["line"]] == [unit.line for unit in units]


def test_pandas_reads_a_table_that_is_safe_for_spreadsheets(units: list[Unit], tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    write(tmp_path / "a.csv", units, spreadsheet_safe=True)
    frame = pandas.read_csv(tmp_path / "a.csv", dtype=str, keep_default_na=False)
    assert frame.columns[0] == "locdocs"
    assert list(frame["source"]) == [
        f"'{unit.source}" if unit.source[0] in "=+-@\t\r'" else unit.source for unit in units
    ]
    assert texts(list(read_units(tmp_path / "a.csv"))) == texts(units)


@pytest.mark.parametrize("name", ["csv", "tsv", "jsonl", "parquet"])
def test_polars(units: list[Unit], tmp_path: Path, name: str) -> None:
    polars = pytest.importorskip("polars")
    if name == "parquet":
        pytest.importorskip("pyarrow")
    file = tmp_path / f"a.{name}"
    write(file, units)
    frame = {
        "csv": lambda: polars.read_csv(file, infer_schema=False),
        "tsv": lambda: polars.read_csv(file, separator="\t", infer_schema=False),
        "jsonl": lambda: polars.read_ndjson(file),
        "parquet": lambda: (
            polars.read_parquet(file).unnest("translation").rename({"en-US": "source", "es-ES": "target"})
        ),
    }[name]()
    assert list(zip(frame["source"], frame["target"], strict=True)) == texts(units)
    assert list(frame["id"]) == [unit.id for unit in units]


@pytest.mark.parametrize("name", ["csv", "tsv", "jsonl", "parquet"])
def test_duckdb(units: list[Unit], tmp_path: Path, name: str) -> None:
    duckdb = pytest.importorskip("duckdb")
    if name == "parquet":
        pytest.importorskip("pyarrow")
    file = tmp_path / f"a.{name}"
    write(file, units)
    query = {
        "csv": f"select source, target, id from read_csv('{file}', all_varchar=true)",
        "tsv": f"select source, target, id from read_csv('{file}', delim='\t', all_varchar=true)",
        "jsonl": f"select source, target, id from read_json('{file}', format='newline_delimited')",
        "parquet": f"select translation['en-US'], translation['es-ES'], id from read_parquet('{file}')",
    }[name]
    rows = duckdb.sql(query).fetchall()
    assert [(source, target) for source, target, _ in rows] == texts(units)
    assert [found for _, _, found in rows] == [unit.id for unit in units]


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("name", ["parquet", "json"])
def test_hugging_face_datasets(units: list[Unit], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_DATASETS_CACHE", str(tmp_path / "cache"))
    datasets = pytest.importorskip("datasets")
    file = tmp_path / ("a.parquet" if name == "parquet" else "a.jsonl")
    write(file, units)
    found = datasets.load_dataset(name, data_files=str(file), split="train", cache_dir=str(tmp_path / "cache"))
    if name == "parquet":
        assert found.features["translation"] == datasets.Translation(languages=["en-US", "es-ES"])
        rows = [(row["en-US"], row["es-ES"]) for row in found["translation"]]
    else:
        rows = list(zip(found["source"], found["target"], strict=True))
    assert rows == texts(units)
    assert list(found["id"]) == [unit.id for unit in units]


@pytest.mark.filterwarnings("default")
def test_translate_toolkit(units: list[Unit], tmp_path: Path) -> None:
    factory = pytest.importorskip("translate.storage.factory")
    for name in ("tmx", "po"):
        write(tmp_path / f"a.{name}", units)
        found = [unit for unit in factory.getobject(str(tmp_path / f"a.{name}")).units if unit.istranslatable()]
        assert [(str(unit.source), str(unit.target)) for unit in found] == texts(units)


@pytest.mark.filterwarnings("default")
def test_units_of_translate_toolkit(tmp_path: Path) -> None:
    tmx = pytest.importorskip("translate.storage.tmx")
    po = pytest.importorskip("translate.storage.pypo")
    csvl10n = pytest.importorskip("translate.storage.csvl10n")
    for store, name in (
        (tmx.tmxfile(sourcelanguage="en", targetlanguage="es"), "tmx"),
        (po.pofile(), "po"),
        (csvl10n.csvfile(), "csv"),
    ):
        for source, target in (("Sign in", "Iniciar sesión"), ('a <b> & "c"\nd', "e\tf")):
            unit = store.addsourceunit(source)
            unit.target = target
            if name == "tmx":
                unit.settarget(target, "es")
        store.savefile(str(tmp_path / f"a.{name}"))
        found = [(unit.source, unit.target) for unit in read_units(tmp_path / f"a.{name}", strict=True)]
        assert found == [("Sign in", "Iniciar sesión"), ('a <b> & "c"\nd', "e\tf")], name
