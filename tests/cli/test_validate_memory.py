"""``locdocs validate --memory`` where the memory is for another language."""

from __future__ import annotations

from pathlib import Path

import pytest

import locdocs
from tests.cli.running import Run
from tests.validation.documents import document, pair


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two Spanish documents, and a memory for Mexico."""
    monkeypatch.chdir(tmp_path)
    page = document(pair(101, "Abra.", "Open."))
    (tmp_path / "docs").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / "docs" / name).write_bytes(page.to_bytes())
    locdocs.write(tmp_path / "mx.tmx", locdocs.parse(pair(101, "Abran.", "Open."), target_language="es-MX"))
    return tmp_path


WARNING = (
    "warning: the memory has nothing for the target language of the documents, es-ES: its target language is es-MX"
)


@pytest.mark.usefixtures("docs")
def test_a_memory_that_cannot_apply_is_told_once_on_standard_error(run: Run) -> None:
    for more in ((), ("--format", "json"), ("--write-baseline", "known.json")):
        result = run("validate", "docs", "--memory", "mx.tmx", *more)
        assert result.code == 0
        assert result.err.splitlines().count(WARNING) == 1, result.err
        assert "warning:" not in result.out
    assert run("validate", "docs", "--memory", "mx.tmx", "-q").err == ""
