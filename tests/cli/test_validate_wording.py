"""What ``locdocs validate`` says when something is missing or wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.validation.documents import document, pair


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    source = "The dashboard shows what the stations have measured since the morning."
    (tmp_path / "a.md").write_bytes(document(pair(101, "a", source)).text.encode())
    return tmp_path


def test_one_character_is_one(run: Run) -> None:
    out = run("validate", "a.md", "--select", "AL006", "--format", "concise").out
    assert "the target has 1 character for " in out


def test_a_severity_that_there_is_not_is_told_with_one_list(run: Run, folder: Path) -> None:
    for given, told in (("never", "not 'never'\n"), ("warn", "not 'warn'; did you mean 'warning'?\n")):
        (folder / ".locdocs.toml").write_text(f'fail-on = "{given}"\n')
        result = run("validate", "a.md")
        assert (result.code, result.err.endswith(f"must be one of error, warning, info, {told}")) == (2, True), result


def test_a_memory_that_is_missing_is_asked_for(run: Run) -> None:
    result = run("validate", "a.md", "--select", "CO004")
    assert (result.code, "--memory FILE" in result.err) == (2, True)
