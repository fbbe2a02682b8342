"""The documents in ``valid/`` and ``damaged/``: adding a Markdown file and a JSON file beside it adds a test.

The JSON file says what reading must give: ``segments`` (id, target, source), for damaged documents ``damage`` (kind,
line, id), and where it matters ``target_language``, ``localization``, ``front_matter`` (some of the values) and
``numbers``.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

import locdocs
from locdocs.text import decode

HERE = Path(__file__).parent


def documents() -> list[object]:
    return [pytest.param(path, id=f"{path.parent.name}/{path.stem}") for path in sorted(HERE.glob("*/*.md"))]


@pytest.mark.parametrize("path", documents())
def test_a_document_reads_as_expected(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    document = locdocs.read(path)
    assert [{"id": segment.id, "target": segment.target, "source": segment.source} for segment in document] == expected[
        "segments"
    ]
    assert [
        {"kind": damage.kind, "line": document.location(damage).line, "id": damage.id} for damage in document.damage
    ] == expected.get("damage", [])
    if "target_language" in expected:
        assert document.target_language == expected["target_language"]
    if "localization" in expected:
        known = {key: value for key, value in asdict(document.localization).items() if value is not None}
        assert known == expected["localization"]
    for key, value in expected.get("front_matter", {}).items():
        assert document.front_matter[key] == value
    if "numbers" in expected:
        assert [segment.number for segment in document] == expected["numbers"]


@pytest.mark.parametrize("path", documents())
def test_a_document_keeps_its_bytes(path: Path) -> None:
    data = path.read_bytes()
    document = locdocs.parse(data)
    assert document.to_bytes() == data
    assert document == locdocs.parse(decode(data))
    for segment in document:
        assert document.text[segment.target_start : segment.target_end] == segment.target
        assert document.text[segment.source_start : segment.source_end] == segment.source


def test_valid_documents_say_nothing_of_damage_and_damaged_ones_do() -> None:
    for path in HERE.glob("*/*.json"):
        expected = json.loads(path.read_text("utf-8"))
        assert bool(expected.get("damage")) == (path.parent.name == "damaged"), path.name


def test_every_expectation_has_its_document() -> None:
    assert {path.with_suffix("") for path in HERE.glob("*/*.json")} == {
        path.with_suffix("") for path in HERE.glob("*/*.md")
    }
