"""``locdocs export`` on the samples, read back by others."""

from __future__ import annotations

from pathlib import Path

import pytest

from locdocs.corpus import read_tree
from tests.cli.running import Run
from tests.exchange.making import document
from tests.exchange.readers import parse_tmx, read_jsonl, read_tmx


def test_every_pair_of_the_samples(run: Run, samples: Path, tmp_path: Path) -> None:
    result = run("export", samples / "bilingual", "-o", tmp_path / "memory.tmx")
    pairs = [
        (segment.source, segment.target)
        for found in read_tree(samples / "bilingual")
        for segment in found
        if segment.source and segment.target
    ]
    assert [(unit.source, unit.target) for unit in read_tmx(tmp_path / "memory.tmx")] == pairs
    assert (result.code, result.out) == (0, "")
    told = f"303 segments of 16 documents written to {tmp_path / 'memory.tmx'} (1 document without a pair); "
    assert result.err == f"{told}left out: 2 segments (2 empty source)\n"


def test_options_reach_the_file(run: Run, samples: Path, tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    run("export", samples / "bilingual", "-o", path, "--inline", "codes", "--block-kind")
    tree = parse_tmx(path)
    assert tree.find("header/prop[@type='x-inline']").text == "codes"
    assert next(tree.iter("bpt"), None) is not None
    assert {"heading", "table cell"} <= {unit.props["x-block"] for unit in read_tmx(path)}
    run("export", samples / "bilingual", "-o", path, "--dedupe", "--source-language", "en-GB")
    units = read_tmx(path)
    assert {unit.source_language for unit in units} == {"en-GB"}
    pairs = [(unit.target_language, unit.source, unit.target) for unit in units]
    assert len(pairs) == len(set(pairs)) < 303
    run("export", samples / "bilingual", "-o", path, "--best-target")
    sources = [(unit.target_language, unit.source) for unit in read_tmx(path)]
    assert len(sources) == len(set(sources))


def test_paths_are_relative_to_what_was_given_or_to_the_root(run: Run, samples: Path, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"

    def paths(*arguments: str | Path) -> set[str]:
        assert run("export", *arguments, "-o", path).code == 0
        return {entry["path"] for entry in read_jsonl(path)}

    folder = samples / "bilingual" / "es-es"
    assert "articles/get-started.md" in paths(folder)
    assert "es-es/articles/get-started.md" in paths(folder, "--root", samples / "bilingual")
    assert paths(folder / "TOC.md", "--root", folder) == {"TOC.md"}


def test_ignored_files_are_left_out_unless_asked_for(run: Run, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    for name in ("a.md", "b.md"):
        (docs / name).write_bytes(document(("One", "Uno")).to_bytes())
    (docs / ".gitignore").write_text("b.md\n")
    run("export", docs, "-o", tmp_path / "pairs.jsonl")
    assert [entry["path"] for entry in read_jsonl(tmp_path / "pairs.jsonl")] == ["a.md"]
    run("export", docs, "-o", tmp_path / "pairs.jsonl", "--no-gitignore")
    assert [entry["path"] for entry in read_jsonl(tmp_path / "pairs.jsonl")] == ["a.md", "b.md"]


def test_standard_output_by_format(run: Run, samples: Path) -> None:
    result = run("export", samples / "bilingual" / "zh-cn", "--format", "jsonl")
    assert len(read_jsonl(result.out.encode())) == 19
    assert "19 segments of 1 document written to standard output" in result.err


def test_characters_that_xml_cannot_hold_are_told(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(document(("One\x0b", "Uno \udcff")).to_bytes())
    result = run("export", page, "-o", tmp_path / "memory.tmx")
    assert "2 characters that the format cannot hold became U+FFFD" in result.err
    [unit] = read_tmx(tmp_path / "memory.tmx")
    assert (unit.source, unit.target) == ("One\ufffd", "Uno \ufffd")


@pytest.mark.parametrize("name", ["memory.tmx", "pairs.jsonl"])
def test_a_second_run_changes_nothing(run: Run, samples: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    run("export", samples / "bilingual", "-o", path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    run("export", samples / "bilingual", "-o", path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
