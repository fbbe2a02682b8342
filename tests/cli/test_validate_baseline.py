"""Baselines on the command line: of a part of the documents, of many together, of names that begin elsewhere."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.validation.documents import document, pair

BAD = document(pair(101, "Abra 5.", "Open 6.")).text
SAVE = "Save the view before you close it."
ONE, OTHER = "Guarde la vista antes de cerrarla.", "Guarda la vista antes de cerrarla."


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=n", "-c", "user.email=e@example.com", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two faults of single documents and one of all together; the working folder."""
    write(tmp_path / "docs/a.md", BAD)
    write(tmp_path / "docs/b.md", BAD)
    write(tmp_path / "docs/c.md", document(pair(101, ONE, SAVE), pair(102, ONE, SAVE)).text)
    write(tmp_path / "docs/d.md", document(pair(101, OTHER, SAVE)).text)
    write(tmp_path / ".locdocs.toml", 'select = ["TX003", "CO001", "CO005"]\n')
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "a")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def entries(file: Path) -> list[tuple[str, str]]:
    return [(entry["rule"], entry["path"]) for entry in json.loads(file.read_bytes())["diagnostics"]]


ALL = [("TX003", "docs/a.md"), ("TX003", "docs/b.md"), ("CO001", "docs/d.md")]
KNOWN = ("--baseline", "known.json", "--fail-on", "warning", "--format", "concise")


@pytest.mark.parametrize("part", [["docs/d.md"], ["docs", "--changed"], ["docs", "--since", "HEAD"], ["docs"]])
def test_an_entry_about_all_documents_is_not_out_of_date_in_a_run_over_some(
    run: Run, tree: Path, part: list[str]
) -> None:
    run("validate", ".", "--write-baseline", "known.json")
    assert entries(tree / "known.json") == ALL
    write(tree / "docs/d.md", f"{document(pair(101, OTHER, SAVE)).text}\nFin.\n")
    assert run("validate", *part, *KNOWN)[:2] == (0, "")


def test_it_is_out_of_date_where_all_documents_were_seen(run: Run, tree: Path) -> None:
    run("validate", ".", "--write-baseline", "known.json")
    write(tree / "docs/d.md", document(pair(101, ONE, SAVE)).text)
    code, out, _ = run("validate", ".", *KNOWN)
    assert code == 1
    assert out.startswith("known.json:6:57: warning CO005 the baseline entry ")
    assert "is out of date; write known.json anew (--write-baseline)" in out


def test_the_report_shows_the_entry_that_is_out_of_date(run: Run, tree: Path) -> None:
    run("validate", ".", "--write-baseline", "known.json")
    for page in ("docs/a.md", "docs/b.md"):
        write(tree / page, document(pair(101, "Abra.", "Open.")).text)
    lines = (tree / "known.json").read_text().splitlines()
    report = json.loads(run("validate", ".", "--baseline", "known.json", "--format", "json").out)
    for found, number in zip(report["diagnostics"], (4, 5), strict=True):
        assert found["line"] == number
        assert lines[number - 1][found["column"] - 1 : found["end_column"] - 1] == found["text"]
        assert f"entry {found['text']} (TX003 in docs/" in found["message"]
        assert (tree / "known.json").read_text()[found["offset"] : found["end_offset"]] == found["text"]
    assert "\n       4 | …" in run("validate", ".", "--baseline", "known.json").out


@pytest.mark.parametrize("part", [["docs/a.md", "docs/d.md"], ["docs", "--changed"], ["docs", "--since", "HEAD"]])
def test_a_baseline_of_a_part_keeps_what_is_known_of_the_others(run: Run, tree: Path, part: list[str]) -> None:
    run("validate", ".", "--write-baseline", "known.json")
    before = (tree / "known.json").read_bytes()
    write(tree / "docs/a.md", BAD + "\nFin.\n")
    write(tree / "docs/d.md", f"{document(pair(101, OTHER, SAVE)).text}\nFin.\n")
    result = run("validate", *part, "--write-baseline", "known.json")
    assert (result.code, result.out) == (0, "")
    assert result.err == "1 diagnostic written to known.json; 2 of before kept, which this run does not look at\n"
    assert (tree / "known.json").read_bytes() == before
    write(tree / "docs/a.md", document(pair(101, "Abra.", "Open.")).text)
    assert run("validate", *part, "--write-baseline", "known.json", "-q") == (0, "", "")
    assert entries(tree / "known.json") == ALL[1:]


def test_a_baseline_of_a_folder_forgets_the_files_in_it_that_are_gone(run: Run, tree: Path) -> None:
    write(tree / "more/e.md", BAD)
    run("validate", ".", "--write-baseline", "known.json")
    (tree / "docs/b.md").unlink()
    run("validate", "docs", "--write-baseline", "known.json")
    assert entries(tree / "known.json") == [ALL[0], ALL[2], ("TX003", "more/e.md")]
    run("validate", ".", "--write-baseline", "known.json", "--select", "SP")
    assert entries(tree / "known.json") == []


def test_a_file_that_is_no_baseline_is_not_written_over(run: Run, tree: Path) -> None:
    write(tree / "package.json", "{}\n")
    result = run("validate", "docs", "--write-baseline", "package.json")
    assert (result.code, "is no baseline" in result.err) == (2, True)
    assert (tree / "package.json").read_bytes() == b"{}\n"
    write(tree / "empty.json", "")
    assert run("validate", "docs", "--write-baseline", "empty.json").code == 0
    assert entries(tree / "empty.json") == ALL


def test_a_baseline_whose_names_begin_elsewhere_is_told(run: Run, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tree / ".locdocs.toml").unlink()
    options = ("--select", "TX003,CO005", "--format", "concise")
    run("validate", ".", "--select", "TX003", "--write-baseline", "known.json")
    monkeypatch.chdir(tree / "docs")
    result = run("validate", ".", "--baseline", "../known.json", *options)
    assert result.code == 1
    assert "no document of this run is in the baseline" in result.err
    assert "its names begin at another folder ('docs/a.md'; here 'a.md'); give --root .. or write" in result.err
    assert run("validate", ".", "--baseline", "../known.json", *options, "-q").err == ""
    for told in (("--root", "..", "."), ("--root", "..", "c.md")):
        result = run("validate", *told, "--baseline", "../known.json", *options)
        assert (result.code, result.out, "in the baseline" in result.err) == (0, "", False), told
    run("validate", ".", "--select", "TX003", "--write-baseline", "../other.json")
    monkeypatch.chdir(tree)
    assert (
        "('a.md'; here 'docs/a.md'); give --root docs or"
        in run("validate", "docs", "--baseline", "other.json", *options).err
    )
    assert run("validate", "docs", "--root", "docs", "--baseline", "other.json", *options)[:2] == (0, "")
    # Names that no folder above has either.
    known = (tree / "other.json").read_text("utf-8")
    write(tree / "other.json", re.sub(r"\b[ab]\.md", r"ausente-\g<0>", known))
    assert (
        "give --root DIR, the folder that it was written for, or"
        in run("validate", "docs", "--baseline", "other.json", *options).err
    )


def test_a_document_that_is_named_twice_is_looked_at_once(run: Run, tree: Path) -> None:
    for paths in (["docs", "docs/a.md"], ["docs/../docs/a.md", "docs", "."], ["docs", tree / "docs"]):
        result = run("validate", *paths, "--select", "TX003", "--format", "concise")
        assert len(result.out.splitlines()) == 2, paths
        assert result.err == "2 errors in 4 documents.\n"
    assert run("validate", "docs", "--select", "TX003", "--format", "concise", "-q").err == ""
    assert run("validate", "docs", "--select", "CO001").out.endswith("\n1 info in 4 documents.\n")
