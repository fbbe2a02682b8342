"""``locdocs diff``: two versions in files, folders, or git."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

import locdocs
from tests.cli.running import Run, run_process

PAGE = "articles/get-started.md"


@pytest.fixture
def old(samples: Path, tmp_path: Path) -> Path:
    """A copy of the Spanish samples."""
    return Path(shutil.copytree(samples / "bilingual/es-es", tmp_path / "old"))


@pytest.fixture
def new(old: Path, tmp_path: Path) -> Path:
    """The same, with one target of one page changed."""
    folder = Path(shutil.copytree(old, tmp_path / "new"))
    edit(folder / PAGE)
    return folder


def edit(path: Path) -> None:
    document = locdocs.read(path)
    edited = locdocs.replace(document, {"d78f1-107": "Requisitos"})
    path.write_bytes(edited.to_bytes())


def test_two_folders(run: Run, old: Path, new: Path) -> None:
    result = run("diff", old, new)
    assert result.code == 1
    assert result.out.splitlines() == [
        PAGE,
        "  d78f1-107 (line 20): another target",
        "    source   Prerequisites",
        "    target - Requisitos previos",
        "           + Requisitos",
    ]
    assert result.err == "1 of 5 documents differ: segments 1 with another target\n"


def test_the_same_is_exit_0(run: Run, old: Path) -> None:
    assert run("diff", old, old) == (0, "", "0 of 5 documents differ\n")
    assert run("diff", old / PAGE, old / PAGE, "-q") == (0, "", "")


def test_two_files_of_any_names_and_standard_input(run: Run, old: Path, new: Path) -> None:
    edited = new / PAGE
    renamed = edited.rename(edited.with_name("first-steps.md"))
    assert "- Requisitos previos" in run("diff", old / PAGE, renamed).out
    piped = run_process("diff", "-", renamed, stdin=(old / PAGE).read_bytes())
    assert (piped.code, "- Requisitos previos" in piped.out) == (1, True)


def test_documents_that_one_side_does_not_have(run: Run, old: Path, new: Path) -> None:
    (new / PAGE).unlink()
    shutil.copy(old / PAGE, new / "other.md")
    result = run("diff", old, new)
    assert result.out.splitlines() == [
        f"{PAGE} (only in OLD): 30 segments",
        "other.md (only in NEW): 30 segments",
    ]
    assert "30 added, 30 removed" in result.err


def test_a_document_that_cannot_be_read_does_not_end_the_run(run: Run, old: Path, new: Path) -> None:
    with (new / "articles/dashboard-filters.md").open("wb") as file:
        file.truncate(2**30)
    result = run("diff", old, new)
    assert result.code == 2
    assert "- Requisitos previos" in result.out
    assert "is larger than 256 MiB" in result.err
    assert "1 of 4 documents differ" in result.err
    assert "1 could not be read" in result.err


def test_only_what_was_asked_for(run: Run, old: Path, new: Path) -> None:
    assert run("diff", old, new, "--only", "source", "-q") == (0, "", "")
    assert run("diff", old, new, "--only", "source", "--only", "target", "-q").code == 1


def test_one_line_a_document(run: Run, old: Path, new: Path) -> None:
    assert run("diff", old, new, "--stat", "-q").out == f"{PAGE}: 1 with another target\n"


def test_json_lines(run: Run, old: Path, new: Path) -> None:
    [line] = run("diff", old, new, "--format", "jsonl").out.splitlines()
    assert json.loads(line) == {
        "path": PAGE,
        "document": "changed",
        "header": [],
        "outside": False,
        "renumbered": 0,
        "segments": [
            {
                "kind": "target",
                "old": {"id": "d78f1-107", "line": 20, "source": "Prerequisites", "target": "Requisitos previos"},
                "new": {"id": "d78f1-107", "line": 20, "source": "Prerequisites", "target": "Requisitos"},
            }
        ],
    }


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(old: Path, tmp_path: Path) -> Path:
    """A git repository with the samples at HEAD, and one target changed since."""
    folder = tmp_path / "repository"
    shutil.copytree(old, folder / "docs.es-es")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Hand-off")
    edit(folder / "docs.es-es" / PAGE)
    return folder


def test_versions_in_git(run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    for arguments in (
        ("HEAD:docs.es-es", "docs.es-es"),
        ("HEAD:", "."),
        (f"HEAD:docs.es-es/{PAGE}", f"docs.es-es/{PAGE}"),
        ("HEAD:./docs.es-es", "docs.es-es"),
    ):
        result = run("diff", *arguments)
        assert (result.code, "- Requisitos previos" in result.out) == (1, True), arguments
    monkeypatch.chdir(repository / "docs.es-es")
    assert run("diff", "HEAD:./articles", "articles").code == 1
    assert run("diff", "HEAD:docs.es-es", "HEAD:./").code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("old", "nowhere"), "nowhere: no such file or folder; a version in git is called REVISION:PATH"),
        (("old", f"old/{PAGE}"), f"old: is a folder, and old/{PAGE} a file; compare two of a kind"),
        (("HEAD:old", "old"), "HEAD:old: no such file or folder, and the working folder is in no git repository"),
    ],
)
def test_errors_say_what_to_do(
    run: Run, old: Path, arguments: tuple[str, str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(old.parent)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(old.parent.parent))
    result = run("diff", *arguments)
    assert (result.code, result.out, result.err) == (2, "", f"error: {message}\n")


def test_errors_of_git(run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    assert "git knows no revision 'nope'" in run("diff", "nope:docs.es-es", "docs.es-es").err
    assert "no such file or folder at HEAD" in run("diff", "HEAD:nope", "docs.es-es").err
    (repository / "empty").mkdir()
    assert "holds no Markdown file" in run("diff", "empty", "docs.es-es").err
