"""The English side: files of a folder, and of a git repository at the commit a document names."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

import locdocs
from locdocs.english import open_english

SAMPLES = Path(__file__).parents[1] / "samples"


def git(folder: Path, *arguments: str) -> str:
    environment = os.environ | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@example.org",
    }
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def document(path: str, commit: str | None = None) -> locdocs.Document:
    header = f"---\nms.sourcegitcommit: {commit}\n---\n" if commit else ""
    return locdocs.parse(header + "Hallo\n", path=path)


@pytest.fixture
def repository(tmp_path: Path) -> tuple[Path, str]:
    """A repository whose file changed since the commit that is given with it."""
    git(tmp_path, "init", "--quiet")
    (tmp_path / "docs" / "é").mkdir(parents=True)
    (tmp_path / "docs" / "é" / "a b.md").write_bytes(b"old\r\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "one")
    commit = git(tmp_path, "rev-parse", "HEAD")
    (tmp_path / "docs" / "é" / "a b.md").write_bytes(b"new\n")
    return tmp_path, commit


def test_folder_gives_the_file_of_the_same_path() -> None:
    sample = locdocs.read(SAMPLES / "bilingual/es-es/includes/retention-limits.md", name="includes/retention-limits.md")
    with open_english(SAMPLES / "source") as english:
        original = english.original(sample)
    assert original == (SAMPLES / "source/includes/retention-limits.md").read_bytes()


def test_repository_gives_the_file_at_the_commit_of_the_document(repository: tuple[Path, str]) -> None:
    folder, commit = repository
    with open_english(folder) as english:
        assert english.has_history
        assert english.original(document("docs/é/a b.md", commit)) == b"old\r\n"
        assert english.current(document("docs/é/a b.md", commit)) == b"new\n"
        assert english.original(document("docs/none.md", commit)) is None
        # A commit that is not there, or none at all: the file as it is now.
        assert english.original(document("docs/é/a b.md", "0" * 40)) == b"new\n"
        assert english.original(document("docs/é/a b.md")) == b"new\n"


def test_folder_inside_a_repository_is_what_paths_are_relative_to(repository: tuple[Path, str]) -> None:
    folder, commit = repository
    with open_english(folder / "docs") as english:
        assert english.original(document("é/a b.md", commit)) == b"old\r\n"


@pytest.mark.parametrize(
    "path", ["../secret.md", "/etc/hostname", "a/../../secret.md", "link.md", "C:/secret.md", "a\nb.md"]
)
def test_no_path_leaves_the_folder(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.md").write_text("secret")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.md").symlink_to(tmp_path / "secret.md")
    with open_english(inside) as english:
        assert english.original(document(path, "0" * 40)) is None


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(locdocs.LocdocsError, match="English files"), open_english(tmp_path / "none"):
        pass
