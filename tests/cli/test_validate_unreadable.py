"""Files that ``locdocs validate`` cannot read: the others are checked, and every report says that it is incomplete."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from locdocs.parser import MAX_BYTES
from tests.cli.running import Run
from tests.validation.documents import document, pair

BAD = document(pair(101, " Abra 5.", "Open 6."), pair(102, "Cierre.", "Close.")).text
WHY = "is larger than 256 MiB, so it is no document"
ERROR = f"error: docs/b.md: {WHY}"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of three documents, of which the second cannot be read."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.md").write_bytes(BAD.encode())
    (docs / "c.md").write_bytes(BAD.encode())
    with (docs / "b.md").open("wb") as huge:
        huge.truncate(MAX_BYTES + 1)
    return docs


def told(run: Run, *arguments: str) -> tuple[str, str]:
    result = run("validate", "docs", "--select", "TX003,TX005", *arguments)
    assert result.code == 2
    assert result.err.startswith(ERROR)
    assert result.err.count(WHY) == 1
    return result.out, result.err


@pytest.mark.usefixtures("tree")
def test_people_are_told_at_the_end(run: Run) -> None:
    out, err = told(run)
    assert out.endswith("\n2 errors, 2 warnings in 2 documents; 1 could not be read; 2 can be fixed with --fix.\n")
    assert err == f"{ERROR}\n"
    out, err = told(run, "--format", "concise")
    assert [line.partition(":")[0] for line in out.splitlines()] == ["docs/a.md"] * 2 + ["docs/c.md"] * 2
    assert "in 2 documents; 1 could not be read; " in err
    assert told(run, "--format", "concise", "-q")[1] == f"{ERROR}\n"


def test_nothing_makes_it_a_success(run: Run, tree: Path) -> None:
    told(run, "--exit-zero")
    for name in ("a.md", "c.md"):
        (tree / name).unlink()
    out, _ = told(run)
    assert out == "Nothing found in 0 documents; 1 could not be read.\n"
    assert run("validate", "docs/b.md") == (2, out, f"{ERROR}\n")


@pytest.mark.usefixtures("tree")
def test_json(run: Run) -> None:
    report = json.loads(told(run, "--format", "json")[0])
    assert report["unread"] == [{"path": "docs/b.md", "message": WHY}]
    assert len(report["diagnostics"]) == 4
    assert len(told(run, "--format", "jsonl")[0].splitlines()) == 4
    with_root = json.loads(told(run, "--format", "json", "--root", "docs")[0])
    assert with_root["unread"][0]["path"] == "b.md"
    schema = json.loads((Path(__file__).parents[2] / "docs/schemas/diagnostics.schema.json").read_bytes())
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(report, schema)
    del report["unread"]  # a report of an earlier version
    jsonschema.validate(report, schema)


def test_sarif_says_that_the_run_was_no_success(run: Run, tree: Path, shared: Path) -> None:
    log = json.loads(told(run, "--format", "sarif")[0])
    [invocation] = log["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    [notification] = invocation["toolExecutionNotifications"]
    assert (notification["level"], notification["message"]["text"]) == ("error", WHY)
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "docs/b.md"
    assert len(log["runs"][0]["results"]) == 4
    (tree / "b.md").unlink()
    after = json.loads(run("validate", "docs", "--format", "sarif").out)
    assert after["runs"][0]["invocations"] == [{"executionSuccessful": True}]
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((shared / "schemas/sarif-2.1.0.json").read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert not [error.message for report in (log, after) for error in validator.iter_errors(report)]


@pytest.mark.usefixtures("tree")
def test_junit_has_an_error(run: Run, shared: Path) -> None:
    report = etree.fromstring(told(run, "--format", "junit")[0].encode())
    assert etree.XMLSchema(etree.parse(shared / "schemas/junit-10.xsd")).validate(report)
    [suite] = report.findall("testsuite")
    assert (suite.get("tests"), suite.get("errors"), suite.get("failures")) == ("3", "1", "2")
    [error] = suite.findall("testcase[@name='docs/b.md']/error")
    assert (error.get("type"), error.get("message")) == ("unreadable", WHY)


@pytest.mark.usefixtures("tree")
def test_github_and_gitlab(run: Run) -> None:
    out, _ = told(run, "--format", "github")
    assert out.splitlines()[-1] == f"::error file=docs/b.md,title=unreadable::{WHY}"
    issue = json.loads(told(run, "--format", "gitlab")[0])[-1]
    assert (issue["check_name"], issue["severity"], issue["location"]["path"]) == (
        "unreadable",
        "critical",
        "docs/b.md",
    )
    assert len(issue["fingerprint"]) == 32


@pytest.mark.usefixtures("tree")
def test_html(run: Run) -> None:
    out, _ = told(run, "--format", "html")
    what = '<article class="error"><p><span class="severity">error</span> <strong>docs/b.md</strong>'
    assert f"<h2>Not read</h2>\n{what} {WHY}" in out


def test_fixes_are_shown_and_written_in_the_files_they_belong_to(run: Run, tree: Path) -> None:
    out, err = told(run, "--diff")
    assert out.count("\n+++ b/docs/") == 2
    assert "would fix 2 findings in 2 documents" in err
    _, err = told(run, "--fix")
    assert "2 findings fixed in 2 documents" in err
    for name in ("a.md", "c.md"):
        assert (tree / name).read_text("utf-8") == BAD.replace(" Abra", "Abra")


def test_a_baseline_of_a_part_is_not_written(run: Run, tree: Path) -> None:
    known = tree.parent / "known.json"
    assert (
        "known.json: not written, because not everything could be read"
        in told(run, "--write-baseline", "known.json")[1]
    )
    assert not known.exists()
    (tree / "b.md").unlink()
    assert run("validate", "docs", "--write-baseline", "known.json").code == 0
    assert known.exists()
