"""XLIFF of both versions as translate-toolkit reads it, and as it writes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from locdocs.corpus import read_tree
from locdocs.exchange import read_units, write
from locdocs.units import units_of

xliff = pytest.importorskip("translate.storage.xliff")
xliff2 = pytest.importorskip("translate.storage.xliff2")

pytestmark = pytest.mark.filterwarnings("default")
STORES = {"xliff": xliff.xlifffile, "xliff2": xliff2.Xliff2File}


def expected(tree: Any) -> list[tuple[str, str, str]]:
    return [unit[:3] for document in tree for unit in units_of(document) if unit.source and unit.target]


@pytest.mark.parametrize("language", ["ar-sa", "de-de", "es-es", "ja-jp", "zh-cn"])
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("xliff", {"inline": "markdown"}),
        ("xliff", {"inline": "codes"}),
        ("xliff", {"inline": "codes", "layout": "publisher"}),
        ("xliff2", {"inline": "markdown"}),
    ],
)
def test_it_reads_the_same_units(
    samples: Path, tmp_path: Path, language: str, name: str, options: dict[str, Any]
) -> None:
    tree = read_tree(samples / "bilingual" / language)
    write(tmp_path / "a.xlf", tree, format=name, **options)
    units = [unit for unit in STORES[name].parsefile(str(tmp_path / "a.xlf")).units if not unit.isheader()]
    assert [(unit.source, unit.target) for unit in units] == [unit[1:] for unit in expected(tree)]


def test_what_a_human_translated_is_not_fuzzy(samples: Path, tmp_path: Path) -> None:
    tree = read_tree(samples / "bilingual")
    write(tmp_path / "a.xlf", tree)
    fuzzy = [unit.isfuzzy() for unit in xliff.xlifffile.parsefile(str(tmp_path / "a.xlf")).units if not unit.isheader()]
    machine = [
        unit.origin.translation_type != "HT"
        for document in tree
        for unit in units_of(document)
        if unit.source and unit.target
    ]
    assert fuzzy == machine
    assert len({*fuzzy}) == 2


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_what_it_writes_is_read(samples: Path, tmp_path: Path, name: str) -> None:
    store = STORES[name](sourcelanguage="en-US", targetlanguage="es-ES")
    texts = expected(read_tree(samples / "bilingual" / "es-es"))
    for _, source, target in texts:
        unit = store.addsourceunit(source)
        unit.target = target
    store.savefile(str(tmp_path / "a.xlf"))
    units = list(read_units(tmp_path / "a.xlf", strict=True))
    assert [unit[1:3] for unit in units] == [text[1:] for text in texts]
    assert {unit.target_language for unit in units} == {"es-ES"}
