"""``locdocs rule``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from locdocs.rules import all_rules
from locdocs.rules.pages import pages
from tests.cli.running import Run


def test_without_a_name_all_rules_are_listed(run: Run) -> None:
    result = run("rule")
    assert result.code == 0
    assert [line.split("\t")[0] for line in result.out.splitlines()] == [rule.code for rule in all_rules()]


@pytest.mark.parametrize("name", ["TX003", "tx003", "number-changed"])
def test_a_rule_is_explained(run: Run, name: str) -> None:
    result = run("rule", name)
    assert result.out.startswith("TX003 number-changed\n\nseverity: error\n")
    for heading in ("What it does", "Why", "Example", "Use instead", "Source", "Measured"):
        assert f"## {heading}\n" in result.out
    assert '(docs/format.md of locdocs, "Quality of what is published")' in result.out  # no wheel holds the file


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("IC4", "; did you mean 'IC004'?"),
        ("ic-04", "; did you mean 'IC004'?"),
        ("IC0004", "; did you mean 'IC004'?"),
        ("IC99", "; the rules of IC go from IC001 to IC0"),
        ("IC000", "; the rules of IC go from IC001 to IC0"),
        ("broken-link", "; did you mean 'broken-link-syntax'?"),
        ("ZZ4", "'ZZ4'\n"),
    ],
)
def test_a_code_that_there_is_not_is_told_with_a_near_one(run: Run, name: str, told: str) -> None:
    result = run("rule", name)
    assert (result.code, result.out) == (2, "")
    assert f"no rule is called {name!r}" in result.err
    assert told in result.err


def test_a_prefix_lists_a_family(run: Run) -> None:
    codes = {line.split("\t")[0] for line in run("rule", "SP").out.splitlines()}
    assert codes == {rule.code for rule in all_rules() if rule.family == "SP"}


def test_json(run: Run) -> None:
    [rule] = json.loads(run("rule", "AL001", "--format", "json").out)
    assert (rule["code"], rule["slug"], rule["fix"], rule["its_type"]) == ("AL001", "empty-target", "none", "omission")
    assert rule["measured"]["hits"] == 0
    assert rule["measured"]["precision"] is None
    assert len(json.loads(run("rule", "--format", "json").out)) == len(all_rules())


def test_an_unknown_rule_is_exit_2_and_names_the_nearest(run: Run) -> None:
    result = run("rule", "number-chnged")
    assert (result.code, result.out) == (2, "")
    assert "did you mean 'number-changed'?" in result.err


def test_pages(run: Run, tmp_path: Path) -> None:
    assert run("rule", "--pages", tmp_path / "rules").code == 0
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "rules").iterdir()}
    assert written == dict(pages())
    assert "0 pages" in run("rule", "--pages", tmp_path / "rules").err
