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
    assert "the target has 1 character for 70 of the source; markup other than emphasis is not counted" in out


def test_what_was_counted_is_told(run: Run, folder: Path) -> None:
    page = document(
        pair(101, "`vault` を。", "Open the `vault` of the **dashboard**, then wait until the morning comes.")
    )
    (folder / "a.md").write_bytes(page.text.replace("es-ES", "ja-JP").encode())
    out = run("validate", "a.md", "--select", "AL006", "--format", "concise").out
    # Without the word that both have and its backticks.
    assert (
        f"the target has 2 characters for {len('Open the of the **dashboard**, then wait until the morning comes.')}"
        in out
    )
    assert (
        "; not counted are markup other than emphasis, names and words that both have and, in the target, spaces "
        in out
    )


@pytest.mark.parametrize(
    ("marker", "told"),
    [
        ("[!IMPORTANTE]", "[!IMPORTANT] is; its alerts are NOTE, TIP, IMPORTANT, WARNING, CAUTION"),
        ("[!XYZ]", "docfx; its alerts are NOTE, TIP, IMPORTANT, WARNING, CAUTION"),
        ("[! NOTE]", "[!NOTE] is"),
        ("[!INCLUIR[a](b.md)]", "[!INCLUDE is"),
    ],
)
def test_an_alert_that_there_is_not_is_told_with_those_there_are(
    run: Run, folder: Path, marker: str, told: str
) -> None:
    (folder / "a.md").write_bytes(document(f"> {marker}\n> {pair(101, 'Abra.', 'Open.')}").text.encode())
    out = run("validate", "a.md", "--select", "IC010", "--format", "concise").out
    assert f"{told} [docfx-token-changed]\n" in out


def test_a_severity_that_there_is_not_is_told_with_one_list(run: Run, folder: Path) -> None:
    for given, told in (("never", "not 'never'\n"), ("warn", "not 'warn'; did you mean 'warning'?\n")):
        (folder / ".locdocs.toml").write_text(f'fail-on = "{given}"\n')
        result = run("validate", "a.md")
        assert (result.code, result.err.endswith(f"must be one of error, warning, info, {told}")) == (2, True), result


def test_a_memory_that_is_missing_is_asked_for(run: Run) -> None:
    result = run("validate", "a.md", "--select", "CO004")
    assert (result.code, "--memory FILE" in result.err) == (2, True)
