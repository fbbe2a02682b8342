"""Parquet: every text comes back, in bounded groups, with what Hugging Face datasets looks for."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from locdocs.corpus import read_tree
from locdocs.errors import ExchangeError, LanguageError, MissingExtraError
from locdocs.exchange import read_units, write
from locdocs.exchange.rows import COLUMNS
from locdocs.model import Document
from locdocs.units import InlineMode, Unit, units_of
from tests.exchange.making import document
from tests.exchange.strategies import origins, units

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def held(text: str | None) -> str | None:
    return text and re.sub("[\ud800-\udfff]", "\ufffd", text)


def spanish(samples: Path) -> list[Document]:
    return [found for found in read_tree(samples / "bilingual") if found.target_language == "es-ES"]


def made(path: Path, columns: dict[str, list[Any]]) -> Path:
    """A file of somebody else."""
    pq.write_table(pa.table(columns), path)
    return path


@pytest.mark.parametrize("inline", ["markdown", "plain", "codes"])
@pytest.mark.parametrize("block_kind", [False, True])
def test_the_samples_come_back(samples: Path, tmp_path: Path, inline: InlineMode, block_kind: bool) -> None:
    documents = spanish(samples)
    write(tmp_path / "a.parquet", documents, inline=inline, block_kind=block_kind, roots=["docs", "more"])
    found = read_units(tmp_path / "a.parquet", strict=True)
    assert list(found) == [
        unit._replace(source_codes=None, target_codes=None)
        for each in documents
        for unit in units_of(each, inline=inline, block_kind=block_kind, lines=True)
        if unit.source and unit.target
    ]
    assert (found.format, found.inline, found.roots, found.tool) == ("parquet", inline, ("docs", "more"), "locdocs")


@settings(max_examples=60)
@given(expected=units(origins(targets=("es-ES",)), lines=True))
def test_every_text_comes_back(tmp_path_factory: pytest.TempPathFactory, expected: list[Unit]) -> None:
    file = tmp_path_factory.mktemp("parquet") / "a.parquet"
    summary = write(file, expected)
    assert list(read_units(file, strict=True)) == [
        unit._replace(
            source=held(unit.source), target=held(unit.target), origin=replace(unit.origin, path=held(unit.path))
        )
        for unit in expected
    ]
    assert (summary.characters_replaced > 0) == any(
        held(text) != text for unit in expected for text in (unit.source, unit.target, unit.path)
    )


def test_the_schema_says_what_it_is(tmp_path: Path) -> None:
    write(tmp_path / "a.parquet", document(("One", "Eins"), locale="de-DE"))
    schema = pq.read_schema(tmp_path / "a.parquet")
    columns = ["translation" if name == "source" else name for name in COLUMNS if name != "target"]
    assert schema.names == columns
    features = json.loads(schema.metadata[b"huggingface"])["info"]["features"]
    assert list(features) == columns
    assert features["translation"] == {"languages": ["de-DE", "en-US"], "_type": "Translation"}
    # Sorted, or datasets takes it for another type than the feature says.
    assert [field.name for field in schema.field("translation").type] == ["de-DE", "en-US"]
    assert features["last_handoff"] == {
        "dtype": str(schema.field("last_handoff").type).replace("[day]", ""),
        "_type": "Value",
    }


def test_row_groups_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locdocs.exchange.parquet._GROUP_ROWS", 10)
    monkeypatch.setattr("locdocs.exchange.parquet._GROUP_CHARACTERS", 1000)
    expected = [("x" * (600 if number == 15 else 1), str(number)) for number in range(25)] + [("y" * 2000, "z")]
    write(tmp_path / "a.parquet", [document(*expected[:7]), document(*expected[7:], path="b.md")])
    metadata = pq.read_metadata(tmp_path / "a.parquet")
    assert [metadata.row_group(index).num_rows for index in range(metadata.num_row_groups)] == [10, 10, 6]
    assert [(unit.source, unit.target) for unit in read_units(tmp_path / "a.parquet")] == expected


def test_a_file_is_of_one_pair_of_languages(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="a Parquet file holds one pair of languages"):
        write(tmp_path / "a.parquet", [document(("One", "Uno")), document(("One", "一"), locale="ja-JP")])
    with pytest.raises(LanguageError, match="source and target are both en-US"):
        write(tmp_path / "a.parquet", document(("One", "One"), locale="en-US"))
    assert not (tmp_path / "a.parquet").exists()


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"source": ["One"], "target": ["Uno"], "score": [0.5]}, [("", None, "One", "Uno")]),
        ({"translation": [{"es": "Uno", "en": "One"}]}, [("en", "es", "One", "Uno")]),
        ({"translation": [{"es": "Uno", "fr": "Un"}]}, [("es", "fr", "Uno", "Un")]),
        (
            {"translation": [{"de": "Eins", "en": "One", "es": None, "ja": "一"}]},
            [("en", "de", "One", "Eins"), ("en", "ja", "One", "一")],
        ),
        (
            {"translation": [{"language": ["de", "en", "de"], "translation": ["Eins", "One", "Ein"]}]},
            [("en", "de", "One", "Eins"), ("en", "de", "One", "Ein")],
        ),
        ({"translation": [{"en": "One", "es": "Uno"}], "source_language": ["es"]}, [("es", "en", "Uno", "One")]),
    ],
)
def test_files_of_others(tmp_path: Path, columns: dict[str, list[Any]], expected: list[tuple[Any, ...]]) -> None:
    made(tmp_path / "noname", columns)
    found = read_units(tmp_path / "noname", strict=True)
    assert [(unit.source_language, unit.target_language, unit.source, unit.target) for unit in found] == expected
    assert (found.format, found.inline, found.tool) == ("parquet", None, None)


@pytest.mark.parametrize(
    "columns",
    [
        {"source": ["One", None, "Two"], "target": ["Uno", "x", "Dos"]},
        {"translation": [{"en": "One", "es": "Uno"}, {"en": "x", "es": None}, {"en": "Two", "es": "Dos"}]},
        {"translation": [{"en": "One", "es": "Uno"}, None, {"en": "Two", "es": "Dos"}]},
    ],
)
def test_a_bad_row_is_named_and_the_rest_is_read(tmp_path: Path, columns: dict[str, list[Any]]) -> None:
    found = read_units(made(tmp_path / "a.parquet", columns))
    assert [(unit.source, unit.target) for unit in found] == [("One", "Uno"), ("Two", "Dos")]
    assert [fault.line for fault in found.faults] == [2]
    assert found.faults[0].message.startswith("has no text as ")


@pytest.mark.parametrize("damage", ["other", "cut off", "broken", "no columns"])
def test_what_cannot_be_read_is_one_clear_error(tmp_path: Path, damage: str) -> None:
    file = made(tmp_path / "a.parquet", {"source": ["One"] * 100, "target": [f"Uno {n}" for n in range(100)]})
    data = file.read_bytes()
    if damage == "no columns":
        made(file, {"text": ["One"]})
    else:
        broken = data[:4] + b"\xff" * 200 + data[204:]
        file.write_bytes({"other": b"once upon a time", "cut off": data[:-20], "broken": broken}[damage])
    with pytest.raises(ExchangeError) as raised:
        list(read_units(file))
    assert str(raised.value).startswith(str(file))


def test_a_missing_extra_says_how_to_install_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "a.parquet", {"source": ["One"], "target": ["Uno"]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    for use in (
        lambda: list(read_units(tmp_path / "a.parquet")),
        lambda: write(tmp_path / "b.parquet", document(("One", "Uno"))),
    ):
        with pytest.raises(MissingExtraError, match=re.escape("pip install '.[parquet]' in a copy of the repository")):
            use()
    assert not (tmp_path / "b.parquet").exists()
