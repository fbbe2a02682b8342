"""What this repository offers to pre-commit; ``python -m tests.judges --only pre-commit`` runs that program itself."""

from __future__ import annotations

import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.running import Result, run_process
from tests.integrations.action import REPOSITORY
from tests.validation.documents import document, pair

# Of the manifest as pre-commit documents it: what a hook must have, and what else it may.
REQUIRED = {"id", "name", "entry", "language"}
OPTIONAL = {
    *("description", "files", "exclude", "types", "types_or", "exclude_types", "always_run", "fail_fast", "verbose"),
    *("pass_filenames", "require_serial", "language_version", "minimum_pre_commit_version", "args", "stages"),
    *("additional_dependencies", "log_file"),
}
BAD = document(pair(101, "Abra 5.", "Open 6."), pair(102, " Cierre.", "Close.")).text
PLAIN = "---\n\n# Notes\n\nA rule: written by hand {.\n"


def hooks() -> dict[str, dict[str, Any]]:
    manifest = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return {hook["id"]: hook for hook in manifest}


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/bad.md").write_bytes(BAD.encode())
    (tmp_path / "notes.md").write_text(PLAIN, "utf-8")
    return tmp_path


def run(work: Path, hook: str, *files: str) -> Result:
    """Run a hook as pre-commit does: its entry, its arguments, and the files that are to be committed."""
    found = hooks()[hook]
    program, *arguments = shlex.split(found["entry"])
    scripts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert program in scripts
    return run_process(*arguments, *found.get("args", ()), *files, cwd=work)


def test_the_manifest_is_one() -> None:
    assert set(hooks()) == {"locdocs-validate", "locdocs-fix"}
    for hook in hooks().values():
        assert set(hook) >= REQUIRED
        assert set(hook) <= REQUIRED | OPTIONAL
        assert hook["language"] == "python"
        assert hook["types"] == ["markdown"]


def test_findings_fail_and_are_shown(work: Path) -> None:
    ran = run(work, "locdocs-validate", "docs/bad.md", "notes.md")
    assert ran.code == 1
    assert ran.out.startswith("docs/bad.md:")
    assert " error TX003 " in ran.out


def test_files_without_a_pair_pass(work: Path) -> None:
    assert run(work, "locdocs-validate", "notes.md").code == 0
    fixed = run(work, "locdocs-fix", "notes.md")
    assert (fixed.code, fixed.out) == (0, "")
    assert (work / "notes.md").read_text("utf-8") == PLAIN


def test_the_fix_rewrites_the_file_and_leaves_the_verdict_to_the_other_hook(work: Path) -> None:
    ran = run(work, "locdocs-fix", "docs/bad.md", "notes.md")
    assert ran.code == 0
    assert (work / "docs/bad.md").read_bytes() == BAD.replace("> Cierre", ">Cierre").encode()


def test_a_file_that_is_named_like_an_option_is_a_file(work: Path) -> None:
    (work / "-odd.md").write_bytes(BAD.encode())
    ran = run(work, "locdocs-validate", "-odd.md", "docs/bad.md")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("-odd.md:")
    assert run(work, "locdocs-fix", "-odd.md").code == 0
    assert (work / "-odd.md").read_bytes() == BAD.replace("> Cierre", ">Cierre").encode()


def test_what_cannot_run_fails_in_both(work: Path) -> None:
    (work / ".locdocs.toml").write_text('selekt = ["TX"]\n')
    for hook in hooks():
        assert run(work, hook, "docs/bad.md").code == 2
