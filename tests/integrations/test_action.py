"""The composite action for GitHub: its scripts, run as GitHub runs them, and what must not stand in it."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from locdocs.parser import MAX_BYTES
from tests.integrations.action import Ran, read_action, run_action
from tests.validation.documents import document, pair

pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="the scripts of the action need bash")

BAD = document(pair(101, "Abra 5.", "Open 6."), pair(102, " Cierre.", "Close.")).text
UPLOAD = "github/codeql-action/upload-sarif"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A repository with one document."""
    folder = tmp_path / "work"
    (folder / ".git").mkdir(parents=True)
    (folder / "docs/es").mkdir(parents=True)
    (folder / "docs/es/a b.md").write_bytes(BAD.encode())
    return folder


def run(work: Path, **inputs: str) -> Ran:
    """Run all steps but the one that needs the network; this environment is taken for what that one installs."""
    temporary = work.parent / "temporary"
    (temporary / "locdocs/bin").mkdir(parents=True, exist_ok=True)
    installed = temporary / "locdocs/bin/locdocs"
    installed.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m locdocs "$@"\n', "utf-8")
    installed.chmod(0o755)
    named = {name.replace("_", "-"): value for name, value in inputs.items()}
    return run_action(work, temporary, inputs=named, without="Install locdocs")


def test_findings_are_annotated_written_and_uploaded_before_the_action_fails(work: Path) -> None:
    ran = run(work, paths="docs/es")
    assert ran.code == 1
    assert re.search(r"^::error file=docs/es/a b\.md,line=4,", ran.log, re.MULTILINE)
    assert ran.used == ["actions/setup-python", UPLOAD]
    assert ran.outputs["steps.validate.outputs.exit-code"] == "1"
    log = json.loads(Path(ran.outputs["steps.validate.outputs.sarif-file"]).read_bytes())
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in log["runs"][0]["results"]]
    assert {place["uri"] for place in places} == {"docs/es/a%20b.md"}


def test_a_file_that_cannot_be_read_is_annotated_and_the_rest_uploaded(work: Path) -> None:
    with (work / "docs/es/b.md").open("wb") as huge:
        huge.truncate(MAX_BYTES + 1)
    ran = run(work, paths="docs/es", options="--exit-zero")
    assert ran.code == 2
    assert re.search(r"^::error file=docs/es/b\.md,title=unreadable::", ran.log, re.MULTILINE)
    assert re.search(r"^::error file=docs/es/a b\.md,line=4,", ran.log, re.MULTILINE)
    assert ran.used[-1] == UPLOAD
    assert ran.outputs["steps.validate.outputs.exit-code"] == "2"


def test_nothing_found_is_no_failure(work: Path) -> None:
    (work / "docs/es/a b.md").write_bytes(document(pair(101, "Abra.", "Open.")).text.encode())
    ran = run(work)
    assert ran.code == 0
    assert "::error" not in ran.log
    assert ran.used[-1] == UPLOAD


def test_inputs_are_taken(work: Path) -> None:
    (work / "docs/ja").mkdir()
    (work / "docs/ja/c.md").write_bytes(BAD.encode())
    options = "--select=TX005\n--fail-on=error\n"
    ran = run(work, paths="docs/es/a b.md\ndocs/ja\n", options=options, annotations="false", upload_sarif="false")
    assert ran.code == 0
    assert "docs/es/a b.md:6:31: warning TX005" in ran.log
    assert "docs/ja/c.md:6:31: warning TX005" in ran.log
    assert "TX003" not in ran.log
    assert UPLOAD not in ran.used


@pytest.mark.parametrize(
    ("inputs", "message"),
    [({"paths": "no-such"}, "no such file or folder"), ({"options": "--fail-on=bad"}, "'bad' is not one of")],
)
def test_what_cannot_run_fails_and_uploads_nothing(work: Path, inputs: dict[str, str], message: str) -> None:
    ran = run(work, **inputs)
    assert ran.code == 2
    assert message in ran.log
    assert UPLOAD not in ran.used


def test_nothing_that_is_put_in_is_run(work: Path) -> None:
    for name in ("paths", "options"):
        for text in (
            "$(touch run)",
            "`touch run`",
            '"; touch run; "',
            "--select=TX003;touch run",
            "docs/es'\ntouch run\n'",
        ):
            run(work, **{name: text})
    assert [path.name for path in work.iterdir() if path.name == "run"] == []


def test_a_path_is_no_option(work: Path) -> None:
    ran = run(work, paths="--exit-zero")
    assert ran.code == 2
    assert "no such file or folder" in ran.log


def test_other_actions_are_pinned_by_commit_and_scripts_hold_no_expression() -> None:
    steps = read_action()["runs"]["steps"]
    for step in steps:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step.get("uses", "a@" + "0" * 40))
        assert "${{" not in step.get("run", "")
