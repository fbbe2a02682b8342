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
    shutil.copy(old / "articles/pattern-rules.md", new / "other.md")
    count = len(locdocs.read(new / "other.md"))
    result = run("diff", old, new)
    assert result.out.splitlines() == [
        f"{PAGE} (only in OLD): 30 segments",
        f"other.md (only in NEW): {count} segments",
    ]
    assert result.err == (
        f"2 of 6 documents differ (1 only in OLD, 1 only in NEW): segments {count} added, 30 removed\n"
    )


def test_a_document_that_was_renamed_is_compared_with_what_it_was(run: Run, old: Path, new: Path) -> None:
    (new / PAGE).rename(new / "first-steps.md")
    filters = "articles/dashboard-filters.md"
    (new / filters).rename(new / "articles/filters.md")
    result = run("diff", old, new)
    assert result.out.splitlines() == [
        f"articles/filters.md (renamed from {filters})",
        f"first-steps.md (renamed from {PAGE})",
        "  d78f1-107 (line 20): another target",
        "    source   Prerequisites",
        "    target - Requisitos previos",
        "           + Requisitos",
    ]
    assert result.err == "2 of 5 documents differ (2 renamed): segments 1 with another target\n"
    assert result.code == 1
    assert run("diff", old, new, "--stat", "-q").out.splitlines() == [
        f"articles/filters.md (renamed from {filters})",
        f"first-steps.md (renamed from {PAGE}): 1 with another target",
    ]
    rows = [json.loads(line) for line in run("diff", old, new, "--format", "jsonl").out.splitlines()]
    assert [(row["path"], row["document"], row["old_path"], len(row["segments"])) for row in rows] == [
        ("articles/filters.md", "renamed", filters, 0),
        ("first-steps.md", "renamed", PAGE, 1),
    ]
    # What was asked for has not changed by a new name.
    assert run("diff", old, new, "--only", "header", "-q").code == 0


def test_a_renamed_document_that_cannot_be_read_is_told_once(run: Run, old: Path, new: Path) -> None:
    (new / PAGE).rename(new / "first-steps.md")
    with (new / "first-steps.md").open("wb") as file:
        file.truncate(2**30)
    result = run("diff", old, new)
    assert result.code == 2
    assert result.out.splitlines() == [f"{PAGE} (only in OLD): 30 segments"]
    assert result.err.count("is larger than 256 MiB") == 1


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
        "old_path": None,
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


def shown(run: Run, old: Path, before: str, after: str) -> list[str]:
    """What is told of a page after something was put in place of something else."""
    text = (old / PAGE).read_text("utf-8")
    assert before in text
    path = old.parent / "after.md"
    path.write_text(text.replace(before, after, 1), "utf-8", newline="")
    return run("diff", old / PAGE, path).out.splitlines()[1:]


@pytest.mark.parametrize(
    ("after", "lines"),
    [
        ("Requisitos\u200b previos", ("Requisitos previos", "Requisitos· previos")),
        ("Requisitos\u00a0previos", ("Requisitos previos", "Requisitos·previos")),
        ("Requisitos\u00ad previos", ("Requisitos previos", "Requisitos<U+00AD> previos")),
        ("Requisitos\u200e previos", ("Requisitos previos", "Requisitos<U+200E> previos")),
    ],
)
def test_characters_that_are_not_seen_are_shown(run: Run, old: Path, after: str, lines: tuple[str, str]) -> None:
    assert shown(run, old, "Requisitos previos", after)[2:] == [f"    target - {lines[0]}", f"           + {lines[1]}"]


def test_blanks_that_would_look_alike_have_their_numbers(run: Run, old: Path) -> None:
    text = (old / PAGE).read_text("utf-8").replace("Requisitos previos", "Requisitos\u00a0previos")
    (old / PAGE).write_text(text, "utf-8", newline="")
    assert shown(run, old, "Requisitos\u00a0previos", "Requisitos\u202fprevios")[2:] == [
        "    target - Requisitos<U+00A0>previos",
        "           + Requisitos<U+202F>previos",
    ]


def test_of_lists_and_mappings_in_the_header_what_differs_inside(run: Run, tmp_path: Path) -> None:
    for name, more in (("a.md", ""), ("b.md", "- otra etiqueta\n")):
        links = "\n".join(
            f"  - {{text: enlace {number}, url: {name[0] if number == 2 else 'x'}}}" for number in range(4)
        )
        tags = f"tags:\n- una etiqueta\n{more}- la última etiqueta"
        text = f"---\n{tags}\nlanding:\n  title: Guía\n  links:\n{links}\n---\n"
        (tmp_path / name).write_text(text, "utf-8")
    assert run("diff", tmp_path / "a.md", tmp_path / "b.md").out.splitlines()[1:] == [
        "  tags (line 2)",
        "    + otra etiqueta",
        "  landing (line 5 -> line 6)",
        "    - links[].url: a",
        "    + links[].url: b",
    ]


def test_tags_of_pairs(run: Run, old: Path) -> None:
    assert shown(run, old, 'data-stu-id="d78f1-107"', 'data-stu-id="d78f1-108"') == [
        "  d78f1-107 (line 20): other tags",
        '    - </span><span class="sxs-lookup"><span data-stu-id="d78f1-107">',
        '    + </span><span class="sxs-lookup"><span data-stu-id="d78f1-108">',
    ]
    assert run("diff", old / PAGE, old.parent / "after.md", "--stat", "-q").out.endswith("after.md: other tags: 1\n")
    text = (old / PAGE).read_text("utf-8")
    (old.parent / "after.md").write_text(text.replace('<span data-ttu-id="', "<span data-ttu-id ='"), "utf-8")
    lines = run("diff", old / PAGE, old.parent / "after.md").out.splitlines()
    assert lines[-1] == "  and 20 pairs more with other tags"


def test_what_is_only_white_space_is_told(run: Run, old: Path) -> None:
    assert shown(run, old, "\n\n", "\n\n\n") == ["  white space or numbers of lists"]


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
