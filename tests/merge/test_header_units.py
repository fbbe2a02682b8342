"""Title and description go out where the English side is at hand, and come back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import locdocs
from locdocs.english import open_english
from locdocs.exchange import read_units

SAMPLES = Path(__file__).parents[2] / "samples"
PAGE = "articles/get-started.md"


@pytest.fixture
def page(tmp_path: Path) -> locdocs.Document:
    folder = tmp_path / "es-es" / "articles"
    folder.mkdir(parents=True)
    shutil.copy(SAMPLES / "bilingual" / "es-es" / PAGE, folder)
    return locdocs.read(tmp_path / "es-es" / PAGE, name=PAGE)


@pytest.mark.parametrize("name", ["a.xlf", "a.tmx", "a.jsonl", "a.po", "a.csv"])
def test_a_new_title_comes_back(name: str, page: locdocs.Document, tmp_path: Path) -> None:
    with open_english(SAMPLES / "source") as english:
        summary = locdocs.write(tmp_path / name, page, english=english)
    assert summary.segments == len(page.segments) + 2
    units = list(read_units(tmp_path / name))
    title = units[0]
    assert (title.id, title.source, title.target) == ("title", "Get started with Mirefold", page.front_matter["title"])
    assert units[1].id == "description"
    result = locdocs.apply(page, units)
    assert result.document is page
    units[0] = title._replace(target="Mirefold: primeros pasos")
    result = locdocs.apply(page, units)
    assert not result.refused
    assert result.document.front_matter["title"] == "Mirefold: primeros pasos"
    unchanged = {key: value for key, value in page.front_matter.items() if key != "title"}
    assert {key: value for key, value in result.document.front_matter.items() if key != "title"} == unchanged
    assert result.document.text[result.document.front_matter.end :] == page.text[page.front_matter.end :]


def test_without_the_english_side_no_header_goes_out(page: locdocs.Document, tmp_path: Path) -> None:
    assert locdocs.write(tmp_path / "a.xlf", page).segments == len(page.segments)
