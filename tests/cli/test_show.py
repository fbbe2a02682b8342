"""``locdocs show``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import locdocs
from tests.cli.running import Run, run_process
from tests.exchange.making import document


@pytest.fixture
def page(samples: Path) -> Path:
    return samples / "bilingual/de-de/articles/policy-reference.md"


def test_one_line_a_segment_in_a_pipe(run: Run, page: Path) -> None:
    lines = [line.split("\t") for line in run("show", page).out.splitlines()]
    assert lines[0] == ["number", "block", "source", "target"]
    found = locdocs.read(page)
    assert [line[0] for line in lines[1:]] == [segment.number for segment in found]
    assert [line[2] for line in lines[1:]] == [segment.source for segment in found]
    assert {"heading 1", "paragraph", "table cell 1,1"} <= {line[1] for line in lines}


def test_json_holds_the_texts_as_they_are(run: Run, samples: Path) -> None:
    for path in sorted((samples / "bilingual").rglob("*.md")):
        entries = json.loads(run("show", path, "--format", "json").out)
        found = locdocs.read(path)
        assert [(entry["id"], entry["number"], entry["source"], entry["target"]) for entry in entries] == [
            (segment.id, segment.number, segment.source, segment.target) for segment in found
        ]
        assert [entry["line"] for entry in entries] == [found.location(segment).line for segment in found]
        assert all(entry["block"] for entry in entries)


@pytest.mark.parametrize("name", ["dd49f-110", "110"])
def test_one_segment_by_id_or_number(run: Run, page: Path, name: str) -> None:
    assert run("show", f"{page}#{name}").out == (
        "id:     dd49f-110\nnumber: 110\nline:   22\nblock:  table cell 2,2\nsource: Duration\ntarget: Dauer\n"
    )
    assert len(json.loads(run("show", f"{page}#{name}", "--format", "json").out)) == 1


def test_a_segment_that_is_not_there(run: Run, page: Path) -> None:
    result = run("show", f"{page}#999")
    assert (result.code, result.out) == (2, "")
    numbers = [segment.number for segment in locdocs.read(page)]
    told = f"no segment has the id or number '999'; its numbers are {numbers[0]} to {numbers[-1]}"
    assert result.err == f"error: {page}: {told}\n"


def test_a_file_whose_name_holds_the_mark(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "c#.md"
    path.write_bytes(document(("One", "Uno")).to_bytes())
    assert "One\tUno" in run("show", path).out
    assert "source: One\n" in run("show", f"{path}#101").out


def test_documents_do_not_drive_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(document(("One\x1b[31m\ttwo\nthree", "Uno\x9b2J")).to_bytes())
    out = run("show", path).out
    assert "One␛[31m␉two↵three\tUno\ufffd2J" in out
    assert "\x1b" not in out


def test_standard_input(page: Path) -> None:
    assert "Richtlinienreferenz" in run_process("show", "-", stdin=page.read_bytes()).out
    assert "target: Dauer\n" in run_process("show", "--", "-#110", stdin=page.read_bytes()).out
