"""Exports say nothing of the machine they were made on: the same tree gives the same bytes, and they come back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import locdocs
from locdocs.exchange import FORMATS, read_units
from tests.cli.running import Run

FILE = Path("articles/get-started.md")


@pytest.fixture
def places(samples: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The same tree in two places."""
    first, second = tmp_path / "first" / "es-es", tmp_path / "a" / "second" / "es-es"
    for place in (first, second):
        shutil.copytree(samples / "bilingual" / "es-es", place)
    return first, second


def exported(run: Run, folder: Path, *arguments: str | Path) -> dict[str, bytes]:
    """What an export writes, by the ends of the names: some formats are several files."""
    folder.mkdir(parents=True)
    assert run("export", *arguments, "-q", "-o", folder / "pairs").code == 0
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_tree_gives_the_same_bytes_wherever_it_lies(
    run: Run, places: tuple[Path, Path], tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    first, second = places
    for what in (Path(), FILE):
        out = tmp_path / "out" / what.name
        absolute = exported(run, out / "1", first / what, "--format", name)
        monkeypatch.chdir(second.parent)
        below = exported(run, out / "2", second.name / what, "--format", name)
        monkeypatch.chdir(second / "articles")
        around = exported(run, out / "3", Path("..") / what, "--format", name)
        monkeypatch.chdir(second)
        within = exported(run, out / "4", what, "--format", name)
        assert absolute == below == around == within
        assert not [data for data in absolute.values() if str(tmp_path).encode() in data]


@pytest.mark.parametrize("name", ["tmx", "jsonl", "csv", "tsv", "xlsx"])
def test_several_languages_give_the_same_bytes_wherever_they_lie(
    run: Run, samples: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copytree(samples / "bilingual", tmp_path / "copy")
    options = ("--multilingual", "--format", name)
    absolute = exported(run, tmp_path / "1", copy / "es-es", copy / "ja-jp", *options)
    monkeypatch.chdir(samples / "bilingual" / "es-es")
    assert exported(run, tmp_path / "2", ".", "../ja-jp", *options) == absolute


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "parquet"])
def test_an_export_of_one_file_comes_back(
    run: Run, places: tuple[Path, Path], tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree, _ = places
    monkeypatch.chdir(tree.parent)
    for given in (tree / FILE, Path(tree.name) / FILE, Path("..") / "first" / "es-es" / FILE):
        file = tmp_path / f"pairs.{name}"
        assert run("export", given, "--format", name, "-o", file).code == 0
        assert {unit.path for unit in read_units(tmp_path / f"pairs.{name}", format=name)} == {FILE.name}
        for to in (given, tree / FILE, tree, ".", "es-es/articles"):
            result = run("apply", file, "--format", name, "--to", to)
            assert (result.code, result.err) == (0, "0 targets applied to 0 documents; 30 unchanged\n"), (given, to)


def test_files_that_were_named_are_called_relative_to_the_folder_that_holds_them(
    run: Run, places: tuple[Path, Path], tmp_path: Path
) -> None:
    tree, _ = places
    copy = tree / "archive" / FILE.name
    copy.parent.mkdir()
    shutil.copy(tree / FILE, copy)
    assert run("export", tree / FILE, copy, "-o", tmp_path / "pairs.jsonl").code == 0
    units = read_units(tmp_path / "pairs.jsonl")
    assert units.roots == ("es-es",)
    assert {unit.path for unit in units} == {"articles/get-started.md", "archive/get-started.md"}


def test_documents_from_python_are_named_by_relative_paths_too(places: tuple[Path, Path], tmp_path: Path) -> None:
    tree, _ = places
    for path, name in ((tree / FILE, FILE.name), (f"../first/es-es/{FILE}", FILE.name), (FILE, FILE.as_posix())):
        document = locdocs.read(tree / FILE, name=path)
        locdocs.write(tmp_path / "pairs.jsonl", document, roots=[tree, "docs/es"])
        units = read_units(tmp_path / "pairs.jsonl")
        assert ({unit.path for unit in units}, units.roots) == ({name}, ("es-es", "docs/es"))
    locdocs.write(tmp_path / "tree.jsonl", locdocs.read_tree(tree / FILE))
    units = read_units(tmp_path / "tree.jsonl")
    assert ({unit.path for unit in units}, units.roots) == ({FILE.name}, ("articles",))
