"""What a translator meets on the command line: contradictions, plain text, titles, and the publisher's layout."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import locdocs
from locdocs.exchange import read_units, write
from tests.cli.running import Run

PAGE = "articles/get-started.md"


@pytest.fixture
def tree(samples: Path, tmp_path: Path) -> Path:
    return shutil.copytree(samples / "bilingual/es-es", tmp_path / "docs.es-es")


def test_two_targets_for_one_segment_are_refused_and_shown(run: Run, tree: Path, tmp_path: Path) -> None:
    assert run("export", tree / PAGE, "-o", tmp_path / "page.tmx").code == 0
    units = read_units(tmp_path / "page.tmx")
    twice = [
        unit._replace(target=f"{word} {unit.target}") if unit.number == "113" else unit
        for word in ("Uno:", "Dos:")
        for unit in units
    ]
    write(tmp_path / "twice.tmx", twice)
    result = run("apply", tmp_path / "twice.tmx", "--to", tree)
    assert result.code == 1
    assert result.err.count("[conflicting-targets]") == 2
    assert "there are 2 different targets for one segment: “Uno: No necesita permisos de administrador.”, “Dos:" in (
        result.err
    )
    assert "2 refused" in result.err


def test_plain_text_cannot_come_back_where_there_was_markup(run: Run, tree: Path, tmp_path: Path) -> None:
    assert run("export", tree / PAGE, "--inline", "plain", "-o", tmp_path / "page.tmx").code == 0
    assert run("apply", tmp_path / "page.tmx", "--to", tree).code == 0
    edited = [unit._replace(target=f"{unit.target} ¡Ya!") for unit in read_units(tmp_path / "page.tmx")]
    write(tmp_path / "edited.tmx", edited, inline="plain")
    result = run("apply", tmp_path / "edited.tmx", "--to", tree)
    assert result.code == 1
    refused = result.err.count("edit an export with --inline markdown or codes [plain-text]")
    assert 0 < refused < len(edited)
    assert f"{len(edited) - refused} targets applied to 1 document; {refused} refused" in result.err


def test_the_publishers_layout_comes_back_with_title_and_description(
    run: Run, tree: Path, tmp_path: Path, samples: Path
) -> None:
    file = tmp_path / "page.xlf"
    result = run("export", tree, "--source-repo", samples / "source", "--layout", "publisher", "-o", file)
    assert result.code == 0
    text = file.read_text("utf-8")
    assert re.findall(r'<trans-unit id="(\d+)" resname="(\w+)" restype="x-metadata"', text)[:2] == [
        ("101", "title"),
        ("102", "description"),
    ]
    assert run("apply", file, "--to", tree).err.startswith("0 targets applied to 0 documents")
    file.write_text(text.replace("</target>", ": ¡ya!</target>"), "utf-8")
    before = {path: locdocs.read(path) for path in tree.rglob("*.md")}
    assert run("apply", file, "--to", tree).code == 0
    for path, old in before.items():
        new = locdocs.read(path)
        assert [one.target for one in new] == [f"{one.target}: ¡ya!" if one.source else one.target for one in old]
        assert [one.source for one in new] == [one.source for one in old]
    assert locdocs.read(tree / PAGE).front_matter["title"] == f"{before[tree / PAGE].front_matter['title']}: ¡ya!"


def test_the_publishers_own_file_of_a_page_finds_it(run: Run, tree: Path, tmp_path: Path) -> None:
    """Without segment ids, with the path of another system, and named after the file alone."""
    file = tmp_path / "page.xlf"
    assert run("export", tree / PAGE, "--layout", "publisher", "-o", file).code == 0
    text = re.sub(r' resname="[^"]*"|<l:root>.*</l:root>\n', "", file.read_text("utf-8")).replace(
        'tool-id="locdocs"', 'tool-id="mdxliff"'
    )
    path = "<l:ms.openlocfilepath>get-started.md</l:ms.openlocfilepath>"
    assert path in text
    windows = path.replace("get-started.md", "articles\\get-started.md")
    for edited in (text, text.replace(path, windows), text.replace(path, "")):
        file.write_text(edited, "utf-8")
        assert run("apply", file, "--to", tree).err == "0 targets applied to 0 documents; 30 unchanged\n"


def test_a_catalogue_that_is_cut_off_gives_no_half_sentence(run: Run, tree: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.po"
    assert run("export", tree / PAGE, "-o", file).code == 0
    before = (tree / PAGE).read_bytes()
    text = file.read_text("utf-8")
    cut = text[: text.index(" GB de espacio libre")]
    file.write_text(cut, "utf-8")
    result = run("apply", file, "--to", tree)
    assert result.code == 1
    assert f"page.po:{cut.count(chr(10)) + 1}: a string is not closed: the file may be cut off" in result.err
    assert "1 unreadable" in result.err
    assert (tree / PAGE).read_bytes() == before


def test_an_emptied_translation_of_a_catalogue_is_told(run: Run, tree: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.po"
    assert run("export", tree / PAGE, "-o", file).code == 0
    text = file.read_text("utf-8")
    file.write_text(text.replace('msgstr "Requisitos previos"', 'msgstr ""'), "utf-8")
    result = run("apply", file, "--to", tree)
    assert result.code == 1
    assert "d78f1-107: the new target is empty [empty-target]" in result.err
    assert "1 refused; 29 unchanged" in result.err


def test_a_unit_that_was_split_is_told_to_be_joined(run: Run, tree: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.xlf"
    assert run("export", tree / PAGE, "--format", "xliff2", "-o", file).code == 0
    text = file.read_text("utf-8")
    source, target = "You don't need administrator rights.", "No necesita permisos de administrador."
    assert text.count(source) == text.count(target) == 1
    more = "</target>\n</segment>\n<segment>\n<source>rights.</source>\n<target>administrador."
    text = text.replace(source, "You don't need administrator ").replace(target, "No necesita permisos de " + more)
    file.write_text(text, "utf-8")
    result = run("apply", file, "--to", tree)
    assert result.code == 1
    for place in "12":
        assert f"d78f1-113#{place}: the unit was split into segments: join them [unknown-unit]" in result.err
    assert "2 unknown; 29 unchanged" in result.err


def test_an_edited_source_is_told(run: Run, tree: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.po"
    assert run("export", tree / PAGE, "-o", file).code == 0
    file.write_text(file.read_text("utf-8").replace("rights.", "powers.").replace("permisos de", "poderes de"), "utf-8")
    result = run("apply", file, "--to", tree)
    assert result.code == 1
    assert "the source differs from the document's, which is “You don't need administrator rights.”" in result.err


def test_standard_input_is_refused(run: Run, tree: Path) -> None:
    result = run("apply", "-", "--to", tree)
    assert (result.code, "EDITED is read twice, so give a file" in result.err) == (2, True)


def test_parallel_text_is_named_by_any_of_its_files(run: Run, tree: Path, tmp_path: Path) -> None:
    assert run("export", tree, "--format", "moses", "-o", tmp_path / "corpus").code == 0
    for name in ("corpus", "corpus.ids", "corpus.en", "corpus.es"):
        assert run("apply", tmp_path / name, "--format", "moses", "--to", tree).code == 0
