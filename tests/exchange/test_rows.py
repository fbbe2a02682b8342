"""CSV, TSV and JSON Lines back into units: our own, those of others, and those that are wrong."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from locdocs.corpus import read_tree
from locdocs.errors import ExchangeError
from locdocs.exchange import read_units, write
from locdocs.exchange.rows import COLUMNS
from locdocs.units import InlineMode, Origin, Unit, units_of
from tests.exchange.making import document
from tests.exchange.strategies import origins, units

ROWS = ["csv", "tsv", "jsonl"]
TABLES = ["csv", "tsv"]
ANYWHERE = origins(targets=("es-ES", "ja-JP", None))


def read(path: Path, **options: Any) -> list[Unit]:
    found = read_units(path, **options)
    result = list(found)
    assert found.faults == []
    return result


def held(text: str | None) -> str | None:
    return text and re.sub("[\0\ud800-\udfff]", "\ufffd", text)


def json_text(text: str | None) -> str | None:
    """A text as JSON has it: what stands as two halves of one character in it is that character."""
    return text and json.loads(json.dumps(text))


def json_unit(unit: Unit) -> Unit:
    return unit._replace(
        id=json_text(unit.id),
        source=json_text(unit.source),
        target=json_text(unit.target),
        origin=replace(unit.origin, path=json_text(unit.origin.path)),
    )


def held_unit(unit: Unit) -> Unit:
    """A unit as a file of text can hold it."""
    return unit._replace(
        source=held(unit.source), target=held(unit.target), origin=replace(unit.origin, path=held(unit.path))
    )


# Our own


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("inline", ["markdown", "plain", "codes"])
@pytest.mark.parametrize("block_kind", [False, True])
def test_the_samples_come_back(samples: Path, tmp_path: Path, name: str, inline: InlineMode, block_kind: bool) -> None:
    tree = read_tree(samples / "bilingual")
    file = tmp_path / f"pairs.{name}"
    write(file, tree, inline=inline, block_kind=block_kind)
    found = read_units(file, strict=True)
    assert list(found) == [
        unit._replace(source_codes=None, target_codes=None)
        for each in tree
        for unit in units_of(each, inline=inline, block_kind=block_kind, lines=True)
        if unit.source and unit.target
    ]
    assert (found.format, found.inline, found.roots) == (name, inline, ("bilingual",))


@given(expected=units(ANYWHERE, lines=True))
def test_every_text_comes_back_from_json_lines(tmp_path_factory: pytest.TempPathFactory, expected: list[Unit]) -> None:
    file = tmp_path_factory.mktemp("rows") / "pairs.jsonl"
    summary = write(file, expected)
    assert read(file) == list(map(json_unit, expected))
    assert summary.characters_replaced == 0


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("safe", [False, True])
@given(expected=units(ANYWHERE, lines=True))
def test_every_text_comes_back_from_a_table(
    tmp_path_factory: pytest.TempPathFactory, name: str, safe: bool, expected: list[Unit]
) -> None:
    file = tmp_path_factory.mktemp("rows") / f"pairs.{name}"
    summary = write(file, expected, spreadsheet_safe=safe)
    assert read(file) == list(map(held_unit, expected))
    unheld = sum(
        len(re.findall("[\0\ud800-\udfff]", text))
        for unit in expected
        for text in (unit.source, unit.target, unit.path or "")
    )
    assert summary.characters_replaced == unheld


FORMULAS = ["=1+1", "+34 1", "-5", "@name", "\tx", "\rx", "'tis", "''"]


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_of_a_safe_table_is_a_formula(tmp_path: Path, name: str) -> None:
    file = tmp_path / f"pairs.{name}"
    write(file, document(*((text, text) for text in FORMULAS)), spreadsheet_safe=True)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        table = list(csv.DictReader(opened, delimiter="," if name == "csv" else "\t"))
    assert [row["source"] for row in table] == [f"'{text}" for text in FORMULAS]
    assert {row["spreadsheet_safe"] for row in table} == {"yes"}
    assert not any(cell.startswith(tuple("=+-@\t\r")) for row in table for cell in row.values())
    assert [(unit.source, unit.target) for unit in read(file)] == [(text, text) for text in FORMULAS]


def test_a_table_is_as_it_is_unless_safety_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "pairs.csv"
    write(file, document(("=1+1", "'x")))
    assert file.read_bytes().startswith(b'"locdocs","path",')
    with file.open(encoding="utf-8", newline="") as opened:
        [row] = csv.DictReader(opened)
    assert tuple(row) == COLUMNS
    assert (row["source"], row["target"]) == ("=1+1", "'x")


def test_options_of_other_formats_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="JSON Lines, one object a segment has no option spreadsheet_safe"):
        write(tmp_path / "pairs.jsonl", document(("a", "b")), spreadsheet_safe=True)


@pytest.mark.parametrize("name", ROWS)
def test_roots_come_back(tmp_path: Path, name: str) -> None:
    file = tmp_path / f"pairs.{name}"
    write(file, document(("a", "b")), roots=["docs.es-es", Path("a") / "b"])
    assert read_units(file).roots == ("docs.es-es", "a/b")
    write(file, document(("a", "b")))
    assert (read_units(file).roots, read_units(file).tool) == ((), "locdocs")


# Those of others


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "source,target\nOne,Uno\nTwo,Dos\n"),
        ("a.csv", '"source";"target"\r\n"One";"Uno"\r\n\r\n"Two";"Dos"'),
        ("a.csv", "note\ttarget\tsource\nx\tUno\tOne\ny\tDos\tTwo\n"),
        ("a.tsv", "source,target\nOne,Uno\nTwo,Dos\n"),
        ("a.jsonl", '{"source": "One", "target": "Uno"}\n\n{"target": "Dos", "source": "Two", "x": [1]}'),
        ("a.ndjson", '\ufeff{"source": "One", "target": "Uno"}\r\n{"target": "Dos", "source": "Two"}\r\n'),
        ("a", '{ "source": "One", "target": "Uno"}\r\n{"target": "Dos", "source": "Two"}\r\n'),
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_source_and_target_are_enough(tmp_path: Path, name: str, content: str, mark: str) -> None:
    (tmp_path / name).write_text(mark + content.removeprefix("\ufeff"), "utf-8", newline="")
    found = read(tmp_path / name)
    assert [(unit.source, unit.target) for unit in found] == [("One", "Uno"), ("Two", "Dos")]
    assert {(unit.id, unit.path, unit.line, unit.block, unit.target_language) for unit in found} == {
        ("", None, None, None, None)
    }
    assert (read_units(tmp_path / name).inline, read_units(tmp_path / name).tool) == (None, None)


def test_a_table_in_utf_16(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("source\ttarget\nSign in\tサインイン\n", "utf-16")
    assert [unit.target for unit in read(tmp_path / "a.tsv")] == ["サインイン"]


def test_values_are_read_as_what_they_are(tmp_path: Path) -> None:
    values = {"source": "a", "target": "b", "id": 5, "line": "12", "last_handoff": "2020-07-29", "block": None}
    (tmp_path / "a.jsonl").write_text(json.dumps(values | {"path": "", "source_language": "en"}))
    origin = Origin(None, "en", None, last_handoff=date(2020, 7, 29))
    assert read(tmp_path / "a.jsonl") == [Unit("5", "a", "b", origin, 12)]


# What is wrong


BAD_LINES = [
    ("nothing", "is no JSON"),
    ("[1]", "is no JSON object"),
    ("{}", "has no text as source"),
    ('{"source": "a"}', "has no text as target"),
    ('{"source": "a", "target": null}', "has no text as target"),
    ('{"source": ["a"], "target": "b"}', "has no text as source"),
    ('{"source": "a", "target": "b", "path": ["x"]}', "has no text as path"),
    ('{"source": "a", "target": "b", "line": "x"}', "has no number as line"),
    ('{"source": "a", "target": "b", "line": Infinity}', "has no number as line"),
    ('{"source": "a", "target": "b", "last_handoff": "x"}', "has no date such as 2020-07-29 as last_handoff"),
    ('{"source": "a", "target": "b", "last_handoff": {"a": 1}}', "has no date such as 2020-07-29 as last_handoff"),
    ('{"source": "a", "target": "b", "id": {}}', "has no text as id"),
    ('{"source": "a\udcff"}', "is not UTF-8"),
    ("[" * 100_000, "is no JSON"),
]
BAD_ROWS = [
    ("One,Uno,more", "has 3 cells where the first row has 2"),
    ("One", "has 1 cells where the first row has 2"),
    ('"One"x,Uno', "has broken quotes: "),
    ("One\udcff,Uno", "is not UTF-8"),
]


@pytest.mark.parametrize(
    ("name", "good", "bad", "message"),
    [("a.jsonl", '{"source": "One", "target": "Uno"}', bad, message) for bad, message in BAD_LINES]
    + [("a.csv", "One,Uno", bad, message) for bad, message in BAD_ROWS],
)
def test_a_bad_row_is_named_and_the_rest_is_read(tmp_path: Path, name: str, good: str, bad: str, message: str) -> None:
    file = tmp_path / name
    first = "source,target" if name == "a.csv" else good
    text = f"{first}\n{good}\n{bad}\n{good}\n"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    found = read_units(file)
    assert [(unit.source, unit.target) for unit in found][-2:] == [("One", "Uno")] * 2
    [fault] = found.faults
    assert str(fault).startswith(f"{file}:3: {message}")
    told: list[ExchangeError] = []
    list(read_units(file, on_error=told.append))
    assert [str(error) for error in told] == [str(fault)]
    with pytest.raises(ExchangeError, match=re.escape(message)):
        list(read_units(file, strict=True))


def test_an_open_quote_is_named_by_the_line_it_opens_on(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('source,target\n"One\n1","Uno"\n"Two,Dos\nThree,Tres\n')
    found = read_units(tmp_path / "a.csv")
    assert [unit.source for unit in found] == ["One\n1"]
    assert [(error.line, error.message) for error in found.faults] == [(4, "has broken quotes: unexpected end of data")]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "", "the first row names no columns source and target"),
        ("a.csv", "Source,Target\na,b\n", "the first row names no columns source and target"),
        ("a.csv", "locdocs,source,target\n2,a,b\n", "newer version"),
        ("a.jsonl", '{"locdocs": 2, "source": "a", "target": "b"}\n', "newer version"),
        ("a.jsonl", "once\nupon\n", "holds no JSON object on any line"),
    ],
)
def test_what_cannot_be_read_is_one_clear_error(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(ExchangeError, match=message) as raised:
        list(read_units(tmp_path / name))
    assert str(raised.value).startswith(str(tmp_path / name))
