"""What goes wrong: one clear line, exit 2, nothing half-written, no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from locdocs.exchange import read_units
from locdocs.parser import MAX_BYTES
from tests.cli.running import Result, Run
from tests.exchange.making import document


def plant(path: Path, *pairs: tuple[str, str], locale: str | None = "es-ES") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(document(*pairs, locale=locale).to_bytes())
    return path


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    plant(tmp_path / "docs" / "a.md", ("One", "Uno"))
    plant(tmp_path / "docs" / "b.md", ("Two", "Dos"))
    return tmp_path / "docs"


def too_large(path: Path) -> None:
    """A file that nobody may read, root neither."""
    with path.open("wb") as huge:
        huge.truncate(MAX_BYTES + 1)


def assert_one_clear_line(result: Result, *told: object) -> None:
    assert (result.code, result.out) == (2, "")
    [line] = result.err.splitlines()
    assert line.startswith("error: ")
    for text in told:
        assert str(text) in line
    assert "Traceback" not in line


@pytest.mark.parametrize("command", [["export", "-o", "memory.tmx"], ["stats"], ["render", "-o", "out"]])
def test_missing_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert_one_clear_line(run(*command, "missing.md"), "missing.md: no such file or folder")
    assert list(tmp_path.iterdir()) == []


def test_missing_file_to_show(run: Run, tmp_path: Path) -> None:
    assert_one_clear_line(run("show", tmp_path / "missing.md"), "missing.md: no such file")
    assert_one_clear_line(run("show", tmp_path), "is a folder; show one file")


@pytest.mark.parametrize("command", [["export", "-o", "memory.tmx"], ["stats"], ["render", "--check"]])
def test_folder_without_markdown(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "a.txt").write_text("no Markdown")
    assert_one_clear_line(run(*command, "empty"), "empty: holds no Markdown file")
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_documents_without_a_single_pair(run: Run, tmp_path: Path) -> None:
    plant(tmp_path / "docs" / "a.md")
    plant(tmp_path / "docs" / "b.md")
    result = run("export", tmp_path / "docs", "-o", tmp_path / "memory.tmx")
    assert_one_clear_line(result, "none of 2 documents holds a span pair")
    assert not (tmp_path / "memory.tmx").exists()
    assert_one_clear_line(run("show", tmp_path / "docs" / "a.md"), "a.md: the document holds no span pair")


def test_a_single_file_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    too_large(tmp_path / "c.md")
    for command in (["export", "-o", tmp_path / "memory.tmx"], ["stats"], ["render", "-o", tmp_path / "out"]):
        assert_one_clear_line(run(*command, tmp_path / "c.md"), "c.md: is larger than 256 MiB")
    assert [path.name for path in tmp_path.iterdir()] == ["c.md"]


class TestSomeFilesCannotBeRead:
    """The others are worked on, each is told on standard error, and the exit code is 2."""

    @pytest.fixture(autouse=True)
    def unreadable(self, docs: Path) -> None:
        too_large(docs / "a2.md")

    def told(self, result: Result) -> list[str]:
        assert result.code == 2
        first, *others = result.err.splitlines()
        assert first.startswith("error: ")
        assert first.endswith("a2.md: is larger than 256 MiB, so it is no document")
        assert not any(line.startswith("error") for line in others)
        return others

    @pytest.mark.parametrize("more", [[], ["--best-target"], ["--without", "TX003"]])
    def test_export(self, run: Run, docs: Path, tmp_path: Path, more: list[str]) -> None:
        [summary] = self.told(run("export", docs, "-o", tmp_path / "memory.jsonl", *more))
        assert summary.startswith("2 segments of 2 documents written to ")
        assert summary.endswith("; 1 unreadable and left out")
        assert [unit.source for unit in read_units(tmp_path / "memory.jsonl")] == ["One", "Two"]
        assert self.told(run("export", docs, "-o", tmp_path / "memory.jsonl", "-q", *more)) == []

    def test_export_of_several_languages(self, run: Run, docs: Path, tmp_path: Path) -> None:
        plant(tmp_path / "de" / "b.md", ("Two", "Zwei"), locale="de-DE")
        result = run("export", docs, tmp_path / "de", "--multilingual", "-o", tmp_path / "memory.jsonl")
        assert self.told(result)[0].endswith("; 1 unreadable and left out")

    def test_an_export_of_nothing_else_leaves_what_was_there(self, run: Run, docs: Path, tmp_path: Path) -> None:
        (docs / "a.md").unlink()
        (docs / "b.md").unlink()
        (tmp_path / "memory.tmx").write_bytes(b"what was there")
        result = run("export", docs, "-o", tmp_path / "memory.tmx")
        assert (result.code, "no segment to write: there is no document" in result.err) == (2, True)
        assert (tmp_path / "memory.tmx").read_bytes() == b"what was there"

    def test_stats(self, run: Run, docs: Path) -> None:
        result = run("stats", docs)
        assert self.told(result) == []
        assert result.out.startswith("documents            2\n")

    def test_render(self, run: Run, docs: Path, tmp_path: Path) -> None:
        told = self.told(run("render", docs, "-o", tmp_path / "out"))
        assert told == [f"2 files written to {tmp_path / 'out'}, 0 unchanged; 1 could not be read"]
        assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.md", "b.md"]
        told = self.told(run("render", docs, "--check"))
        assert told == ["2 documents checked, 0 would not come back byte for byte; 1 could not be read"]

    def test_standard_output_takes_one_document_so_nothing_is_left(self, run: Run, docs: Path) -> None:
        (docs / "a.md").unlink()
        (docs / "b.md").unlink()
        assert_one_clear_line(run("render", docs), "a2.md: is larger than")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_file_that_may_not_be_read(run: Run, docs: Path, tmp_path: Path) -> None:
    (docs / "b.md").chmod(0)
    result = run("export", docs, "-o", tmp_path / "memory.tmx")
    assert (result.code, "b.md: cannot be read: Permission denied" in result.err) == (2, True)
    assert_one_clear_line(run("export", docs / "b.md", "-o", tmp_path / "other.tmx"), "Permission denied")


@pytest.mark.skipif(sys.platform == "win32", reason="needs the right to make links")
def test_a_link_that_leads_nowhere(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.md").symlink_to(tmp_path / "c.md")
    assert_one_clear_line(run("export", tmp_path / "c.md", "-o", tmp_path / "memory.tmx"), "c.md: cannot be read")


@pytest.mark.parametrize("name", ["memory.docx", "memory"])
def test_unknown_suffix(run: Run, docs: Path, tmp_path: Path, name: str) -> None:
    result = run("export", docs, "-o", tmp_path / name)
    assert_one_clear_line(result, name, "tmx, ", "jsonl")
    assert not (tmp_path / name).exists()


def test_unknown_format(run: Run, docs: Path, tmp_path: Path) -> None:
    assert_one_clear_line(run("export", docs, "-o", tmp_path / "a.tmx", "--format", "html"), "'html'", "tmx, ", "jsonl")
    assert_one_clear_line(run("export", docs), "name the format: tmx, ")


def test_no_target_language(run: Run, tmp_path: Path) -> None:
    page = plant(tmp_path / "alone" / "c.md", ("Three", "Tres"), locale=None)
    result = run("export", page, "-o", tmp_path / "memory.tmx")
    assert_one_clear_line(result, "c.md: nothing says what language the targets are in", "target language")
    assert not (tmp_path / "memory.tmx").exists()
    assert run("export", page, "-o", tmp_path / "memory.tmx", "--target-language", "es-ES").code == 0
    assert run("stats", page).code == 0  # this one can do without
    assert run("export", page, "-o", tmp_path / "memory.tmx", "--target-language", "es_ES").code == 2


def test_output_that_would_be_read_as_input(run: Run, docs: Path) -> None:
    before = (docs / "a.md").read_bytes()
    for output in (docs / "a.md", docs / "new.md"):
        result = run("export", docs, "-o", output, "--format", "jsonl")
        assert_one_clear_line(result, output, "would be read as a document")
    result = run("export", docs / "a.md", "-o", docs / ".." / "docs" / "a.md", "--format", "jsonl")
    assert_one_clear_line(result, "is read as input")
    assert (docs / "a.md").read_bytes() == before
    assert not (docs / "new.md").exists()
    # Beside the documents a memory harms nobody.
    assert run("export", docs, "-o", docs / "memory.tmx").code == 0


def test_output_folder_in_the_input(run: Run, docs: Path) -> None:
    for output in (docs, docs / "out", docs / ".." / "docs" / "out"):
        assert_one_clear_line(run("render", docs, "-o", output), "lies in the folder that is read")
    assert sorted(path.name for path in docs.iterdir()) == ["a.md", "b.md"]


def test_output_that_cannot_be_made(run: Run, docs: Path, tmp_path: Path) -> None:
    result = run("export", docs, "-o", tmp_path / "missing" / "memory.tmx")
    assert_one_clear_line(result, "memory.tmx: cannot be written: the folder does not exist")
    assert_one_clear_line(run("export", docs, "-o", tmp_path, "--format", "tmx"), "is a folder; name a file")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_full_disk(run: Run, docs: Path) -> None:
    assert_one_clear_line(run("export", docs, "-o", "/dev/full", "--format", "tmx"), "/dev/full", "disk is full")
    for command in (["export", docs, "--format", "tmx"], ["stats", docs], ["render", docs / "a.md"]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "locdocs", *map(str, command)], stdout=full, stderr=subprocess.PIPE, check=False
            )
        assert done.returncode == 2
        [line] = done.stderr.decode().splitlines()
        assert "No space left" in line or "disk is full" in line


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_run(tmp_path: Path, number: signal.Signals) -> None:
    if signal.getsignal(number) == signal.SIG_IGN:
        pytest.skip("the signal is ignored here, as in a job in the background, and so by what is started here")
    # A pipe that nobody writes to: the run waits in the middle of its work, after the output was begun.
    plant(tmp_path / "docs" / "a.md", ("One", "Uno"))
    os.mkfifo(tmp_path / "docs" / "b.md")
    (tmp_path / "memory.tmx").write_bytes(b"what was there")
    process = subprocess.Popen(
        [sys.executable, "-m", "locdocs", "export", str(tmp_path / "docs"), "-o", str(tmp_path / "memory.tmx")],
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 20
    while len(list(tmp_path.iterdir())) < 3 and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(number)
    _, error = process.communicate(timeout=20)
    assert process.returncode == 130
    assert error.decode().strip() == "error: interrupted; no file was left half-written"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "memory.tmx"]
    assert (tmp_path / "memory.tmx").read_bytes() == b"what was there"


def test_standard_input_goes_alone(run: Run, docs: Path) -> None:
    result = run("stats", "-", docs)
    assert result.code == 2
    assert "cannot be combined" in result.err


def test_two_documents_for_one_place(run: Run, docs: Path, tmp_path: Path) -> None:
    plant(tmp_path / "more" / "b.md", ("Two", "Zwei"), locale="de-DE")
    result = run("render", docs, tmp_path / "more", "-o", tmp_path / "out")
    assert_one_clear_line(result, "b.md: two documents would be written here")
    assert run("render", docs, tmp_path / "more", "-o", tmp_path / "out", "--root", tmp_path).code == 0
