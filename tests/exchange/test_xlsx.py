"""XLSX: every text comes back, nothing is a formula, and the same content gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings

from locdocs.corpus import read_tree
from locdocs.errors import ExchangeError
from locdocs.exchange import read_units, write
from locdocs.exchange.rows import COLUMNS
from locdocs.units import InlineMode, Unit, units_of
from tests.exchange.making import document, written
from tests.exchange.strategies import origins, units


def made(path: Path, *rows: tuple[Any, ...]) -> Path:
    """A workbook of somebody else."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def pairs(path: Path) -> list[tuple[str, str]]:
    found = read_units(path)
    result = [(unit.source, unit.target) for unit in found]
    assert found.faults == []
    return result


@pytest.mark.parametrize("inline", ["markdown", "plain", "codes"])
def test_the_samples_come_back(samples: Path, tmp_path: Path, inline: InlineMode) -> None:
    tree = read_tree(samples / "bilingual")
    write(tmp_path / "pairs.xlsx", tree, inline=inline, block_kind=True, roots=["docs", "more"])
    found = read_units(tmp_path / "pairs.xlsx", strict=True)
    assert list(found) == [
        unit._replace(source_codes=None, target_codes=None)
        for each in tree
        for unit in units_of(each, inline=inline, block_kind=True, lines=True)
        if unit.source and unit.target
    ]
    assert (found.format, found.inline, found.roots, found.tool) == ("xlsx", inline, ("docs", "more"), "locdocs")


@settings(max_examples=60)
@given(expected=units(origins(targets=("es-ES", "ja-JP", None)), lines=True))
def test_every_text_comes_back(tmp_path_factory: pytest.TempPathFactory, expected: list[Unit]) -> None:
    file = tmp_path_factory.mktemp("xlsx") / "pairs.xlsx"
    summary = write(file, expected)
    assert summary.characters_replaced == 0
    assert list(read_units(file, strict=True)) == expected


FORMULAS = ["=1+1", "+34 1", "-5", "@name", "#N/A", "2020-07-29", "007", "TRUE", "_x0041_", " a ", "a\r\nb\tc"]


def test_every_text_is_a_typed_string(tmp_path: Path) -> None:
    write(tmp_path / "pairs.xlsx", document(*((text, text) for text in FORMULAS)))
    book = openpyxl.load_workbook(tmp_path / "pairs.xlsx")
    sheet = book.active
    assert tuple(cell.value for cell in sheet[1]) == COLUMNS
    assert sheet.freeze_panes == "A2"
    column = COLUMNS.index("source")
    cells = [row[column] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells] == [text.replace("_x0041_", "_x005F_x0041_") for text in FORMULAS]
    assert pairs(tmp_path / "pairs.xlsx") == [(text, text) for text in FORMULAS]


def test_the_same_content_gives_the_same_bytes() -> None:
    found = document(("One", "Uno"))
    first, _ = written(found, "xlsx")
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    assert written(found, "xlsx")[0] == first


def test_what_is_too_long_for_a_cell_is_left_out_and_counted(tmp_path: Path) -> None:
    long, most = "😀" * 16_384, "😀" * 16_383 + "x"
    summary = write(tmp_path / "pairs.xlsx", document(("One", long), ("Two", most), ("\x01" * 5000, "x")))
    assert (summary.segments, dict(summary.dropped)) == (1, {"too long for a cell": 2})
    assert pairs(tmp_path / "pairs.xlsx") == [("Two", most)]


def test_more_rows_than_a_sheet_holds_go_to_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locdocs.exchange.xlsx._MOST_ROWS", 3)
    expected = [(str(number), str(number)) for number in range(5)]
    write(tmp_path / "pairs.xlsx", document(*expected))
    assert openpyxl.load_workbook(tmp_path / "pairs.xlsx").sheetnames == ["segments", "segments 2", "segments 3"]
    assert pairs(tmp_path / "pairs.xlsx") == expected


def test_a_workbook_that_another_program_saved_comes_back(tmp_path: Path) -> None:
    texts = ["One", "_x000D_ \x01", "=1", " a\nb "]
    write(tmp_path / "pairs.xlsx", document(*((text, text) for text in texts)), roots=["docs"])
    book = openpyxl.load_workbook(tmp_path / "pairs.xlsx")
    book.save(tmp_path / "again.xlsx")
    again = read_units(tmp_path / "again.xlsx")
    assert (again.inline, again.roots) == ("markdown", ("docs",))
    assert pairs(tmp_path / "again.xlsx") == [(text, text) for text in texts]


def test_workbooks_of_others(tmp_path: Path) -> None:
    file = made(
        tmp_path / "a.xlsx",
        ("target", None, "source", "note"),
        ("Uno", "x", "One"),
        (),
        (5, None, 5.5),
        (True, None, 2.0),
        (None, None, "Two"),
    )
    assert pairs(file) == [("One", "Uno"), ("5.5", "5"), ("2", "TRUE"), ("Two", "")]


def test_a_bad_row_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    file = made(tmp_path / "a.xlsx", ("source", "target"), ("One", date(2020, 1, 2)), ("Two", "Dos"))
    found = read_units(file)
    assert [unit.source for unit in found] == ["Two"]
    assert [(fault.line, fault.message) for fault in found.faults] == [(2, "has no text as target")]


@pytest.mark.parametrize("damage", ["no archive", "cut off", "other archive", "no columns", "empty", "broken sheet"])
def test_what_cannot_be_read_is_one_clear_error(tmp_path: Path, damage: str) -> None:
    file = made(tmp_path / "a.xlsx", ("source", "target"), ("One", "Uno"))
    data = file.read_bytes()
    if damage == "no archive":
        file.write_bytes(b"once upon a time")
    elif damage == "empty":
        file.write_bytes(b"")
    elif damage == "cut off":
        file.write_bytes(data[: len(data) // 2])
    elif damage == "no columns":
        made(file, ("Source", "Target"), ("One", "Uno"))
    else:
        with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        with zipfile.ZipFile(file, "w") as archive:
            for name, part in parts.items():
                if damage == "other archive":
                    archive.writestr(f"x/{name}", part)
                else:
                    archive.writestr(name, re.sub(b"</row>.*", b"", part) if "sheet1" in name else part)
    with pytest.raises(ExchangeError) as raised:
        list(read_units(file))
    assert str(raised.value).startswith(str(file))
