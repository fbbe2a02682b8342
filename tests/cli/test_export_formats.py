"""``locdocs export`` to every format: its own options, what comes back, and what is said of what was lost."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from locdocs.exchange import FORMATS, read_units
from tests.cli.running import Run
from tests.exchange.making import document


def page(folder: Path, *pairs: tuple[str, str]) -> Path:
    (folder / "docs.es-es").mkdir()
    (folder / "docs.es-es" / "page.md").write_bytes(document(*pairs).to_bytes())
    return folder / "docs.es-es"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_comes_back_and_names_its_roots(run: Run, samples: Path, tmp_path: Path, name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    folder, file = samples / "bilingual" / "es-es", tmp_path / f"pairs.{name}"
    assert run("export", folder, "--format", name, "-o", file).code == 0
    units = read_units(file, format=name, strict=True)
    assert units.roots == ("es-es",)
    run("export", folder, "-o", tmp_path / "pairs.jsonl")
    assert [(unit.path, unit.id) for unit in units] == [
        (unit.path, unit.id) for unit in read_units(tmp_path / "pairs.jsonl")
    ]


def test_a_root_that_was_given_is_the_one_named(run: Run, samples: Path, tmp_path: Path) -> None:
    run("export", samples / "bilingual" / "es-es", "--root", samples, "-o", tmp_path / "pairs.jsonl")
    assert read_units(tmp_path / "pairs.jsonl").roots == ("samples",)


def test_options_of_a_format(run: Run, tmp_path: Path) -> None:
    folder = page(tmp_path, ("=1+1", "-1"))
    assert run("export", folder, "-o", tmp_path / "a.csv", "--spreadsheet-safe").code == 0
    assert '"\'=1+1","\'-1"' in (tmp_path / "a.csv").read_text("utf-8")
    assert [(unit.source, unit.target) for unit in read_units(tmp_path / "a.csv")] == [("=1+1", "-1")]
    assert run("export", folder, "-o", tmp_path / "a.po", "--fuzzy-mt").code == 0
    [entry] = polib.pofile(str(tmp_path / "a.po"))
    assert entry.fuzzy


@pytest.mark.parametrize(
    ("name", "option", "message"),
    [
        ("a.tmx", "--spreadsheet-safe", "TMX 1.4b translation memory has no --spreadsheet-safe."),
        ("a.csv", "--fuzzy-mt", "CSV, a table with commas has no --fuzzy-mt."),
    ],
)
def test_options_of_other_formats_are_refused(run: Run, tmp_path: Path, name: str, option: str, message: str) -> None:
    result = run("export", page(tmp_path, ("a", "b")), "-o", tmp_path / name, option)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert not (tmp_path / name).exists()


def test_what_a_format_cannot_hold_is_said(run: Run, tmp_path: Path) -> None:
    folder = page(tmp_path, ("two\nlines", "dos\nlíneas"), ("One\x01", "x" * 40_000))
    told = run("export", folder, "--format", "moses", "-o", tmp_path / "corpus").err
    assert told.endswith("; 2 line breaks inside segments became spaces\n")
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {"corpus.en", "corpus.es", "corpus.ids"}
    told = run("export", folder, "-o", tmp_path / "a.xlsx").err
    assert told.startswith("1 segment of 1 document written to ")
    assert told.endswith("; left out: 1 segment (1 too long for a cell)\n")
    told = run("export", folder, "--format", "moses", "-o", "-").err
    assert "several files" in told
