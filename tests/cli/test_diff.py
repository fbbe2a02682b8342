"""``locdocs diff``: two versions in files, folders, or git."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

import locdocs
from tests.cli.running import Run, run_process
from tests.cli.test_conventions import on_terminal

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
        "text": [],
        "renumbered": 0,
        "segments": [
            {
                "kind": "target",
                "old": {"id": "d78f1-107", "line": 20, "source": "Prerequisites", "target": "Requisitos previos"},
                "new": {"id": "d78f1-107", "line": 20, "source": "Prerequisites", "target": "Requisitos"},
            }
        ],
    }


@pytest.fixture
def around(old: Path, tmp_path: Path) -> Path:
    """A page with changes in the header and around its segments, next to the one in ``old``."""
    text = (old / PAGE).read_text("utf-8")
    for before, after in (
        ("ms.date: 08/31/2020", "ms.date: 09/30/2020"),
        ("title: Primeros pasos con Mirefold", 'title: "Primeros pasos con Mirefold"'),
        ("ms.topic: quickstart\n", ""),
        ("Requisitos previos", "Requisitos"),
        ("> [!NOTE]", "> [!IMPORTANT]"),
        ("mirefold init", "mirefold init --quiet"),
        ('<a name="next-steps">', '<a name="next">'),
    ):
        assert text.count(before) in {1, 2}
        text = text.replace(before, after, 1)
    path = tmp_path / "around.md"
    path.write_text(text + "\n![Esquema](esquema.png)\n", "utf-8", newline="")
    return path


def test_what_has_changed_around_the_segments(run: Run, old: Path, around: Path) -> None:
    result = run("diff", old / PAGE, around)
    assert result.out.splitlines()[1:] == [
        '  title (line 2), written otherwise: Primeros pasos con Mirefold -> "Primeros pasos con Mirefold"',
        "  ms.date (line 7): 08/31/2020 -> 09/30/2020",
        "  ms.topic (line 8) removed: quickstart",
        "  d78f1-107 (line 20) -> d78f1-107 (line 19): another target",
        "    source   Prerequisites",
        "    target - Requisitos previos",
        "           + Requisitos",
        "  line 28 -> line 27: text changed",
        "    - > [!NOTE]",
        "    + > [!IMPORTANT]",
        "  line 38 -> line 37: code changed",
        "    -    mirefold init ~/vaults/first --cipher standard",
        "    +    mirefold init --quiet ~/vaults/first --cipher standard",
        "  line 67 -> line 66: text beside segments changed",
        '    - ## <a name="next-steps"></a>…',
        '    + ## <a name="next"></a>…',
        "  line 71: text added",
        "    + ![Esquema](esquema.png)",
    ]
    assert result.err == (
        "1 of 1 document differs: segments 1 with another target; headers 3 changes; "
        "text outside of segments 4 changes\n"
    )


def test_changes_around_the_segments_in_one_line_and_alone(run: Run, old: Path, around: Path) -> None:
    [line] = run("diff", old / PAGE, around, "--stat", "-q").out.splitlines()
    assert line.endswith(
        ".md: 1 with another target; header: title, ms.date, ms.topic; text: 1 added, 1 changed; "
        "text beside segments: 1 changed; code: 1 changed"
    )
    assert "d78f1-107" not in run("diff", old / PAGE, around, "--only", "text").out
    [line] = run("diff", old / PAGE, around, "--only", "header", "--stat", "-q").out.splitlines()
    assert line.endswith(".md: header: title, ms.date, ms.topic")
    assert run("diff", old / PAGE, old / PAGE, "--only", "text", "-q").code == 0


def test_changes_around_the_segments_as_json(run: Run, old: Path, around: Path) -> None:
    row = json.loads(run("diff", old / PAGE, around, "--format", "jsonl").out)
    assert row["outside"] is True
    assert row["header"][1] == {
        "key": "ms.date",
        "old": "08/31/2020",
        "new": "09/30/2020",
        "kind": "changed",
        "old_line": 7,
        "new_line": 7,
    }
    assert row["text"][0] == {
        "kind": "changed",
        "where": "between",
        "old": {"line": 28, "text": "> [!NOTE]"},
        "new": {"line": 27, "text": "> [!IMPORTANT]"},
    }
    assert row["text"][-1] == {
        "kind": "added",
        "where": "between",
        "old": None,
        "new": {"line": 71, "text": "![Esquema](esquema.png)"},
    }


def test_values_of_the_header_that_json_does_not_have(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\na: 2020-01-02\nb: {2020-01-02: x}\nc: .nan\n---\n", "utf-8")
    (tmp_path / "b.md").write_text("---\na: 2\nb: [1, 2]\nc:\n---\n", "utf-8")
    row = json.loads(run("diff", tmp_path / "a.md", tmp_path / "b.md", "--format", "jsonl").out)
    assert [(change["old"], change["new"]) for change in row["header"]] == [
        ("2020-01-02", 2),
        ("{datetime.date(2020, 1, 2): 'x'}", [1, 2]),
        ("nan", None),
    ]


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
def test_on_a_terminal_the_words_stand_out_that_differ(old: Path, around: Path) -> None:
    env = {**os.environ, "TERM": "xterm"}
    seen = on_terminal(["diff", str(old / PAGE), str(around)], env)
    assert "\x1b[32m+\x1b[0m    mirefold init \x1b[32m\x1b[4m--quiet \x1b[0m~/vaults" in seen
    assert "\x1b[" not in on_terminal(["diff", str(old / PAGE), str(around)], {**env, "NO_COLOR": "1"})


def test_a_document_does_not_drive_the_terminal(run: Run, tmp_path: Path) -> None:
    for name, char in (("a.md", "x"), ("b.md", "\x1b[2J\x9b")):
        (tmp_path / name).write_text(f"---\ntitle: {char}\n---\n```\n{char}\n```\n", "utf-8")
    out = run("diff", tmp_path / "a.md", tmp_path / "b.md").out
    assert "\n    - x\n    + ␛[2J" in out
    assert not set(out) & {"\x1b", "\x9b"}


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
