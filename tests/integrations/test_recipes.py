"""The recipes of the how-to pages do what the pages say: their scripts are run, with everything but the network."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from functools import partial
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from locdocs.rules import IssueType
from tests.integrations.action import read_action, run_action
from tests.integrations.recipes import HOW_TO, blocks, recipes
from tests.validation.documents import document, pair

BAD = document(pair(101, "Abra 5.", "Open 6.")).text
GOOD = BAD.replace("Abra 5", "Abra 6")
needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="the recipes are for shells")


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=n", "-c", "user.email=e@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A clone on a branch that added a bad document; another bad one is known on the main branch."""
    origin = tmp_path / "origin"
    (origin / "docs.es-es").mkdir(parents=True)
    (origin / "docs.es-es/old.md").write_bytes(BAD.encode())
    git(origin, "init", "--quiet", "--initial-branch=main")
    git(origin, "add", ".")
    git(origin, "commit", "--quiet", "-m", "Old")
    git(tmp_path, "clone", "--quiet", str(origin), "work")
    folder = tmp_path / "work"
    git(folder, "checkout", "--quiet", "-b", "topic")
    (folder / "docs.es-es/new.md").write_bytes(BAD.encode())
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "New")
    return folder


def run(work: Path, script: str, **environment: str) -> tuple[int, str]:
    """Run a script in the working copy, where ``python -m pip install`` has nothing to do any more."""
    programs = work.parent / "programs"
    programs.mkdir(exist_ok=True)
    for name, line in (
        ("locdocs", f'exec "{sys.executable}" -m locdocs "$@"'),
        ("python", '[ "$*" = "-m pip install ." ]'),
    ):
        (programs / name).write_text(f"#!/bin/sh\n{line}\n", "utf-8")
        (programs / name).chmod(0o755)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=work,
        env={**os.environ, "PATH": path, "LOCDOCS": ".", **environment},
        capture_output=True,
        check=False,
    )
    return done.returncode, (done.stdout + done.stderr).decode()


@needs_bash
def test_the_gitlab_job_writes_its_report_and_fails(work: Path) -> None:
    [recipe] = recipes("gitlab")
    job = yaml.safe_load(recipe)["validate"]
    script = "\n".join(job["script"])
    code, told = run(work, script, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")
    assert code == 1, told
    issues = json.loads((work / job["artifacts"]["reports"]["codequality"]).read_bytes())
    assert {issue["location"]["path"] for issue in issues} == {"docs.es-es/new.md"}
    (work / "docs.es-es/new.md").write_bytes(GOOD.encode())
    assert run(work, script, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")[0] == 0


def steps(recipe: str) -> list[dict[str, Any]]:
    [job] = yaml.safe_load(recipe)["jobs"].values()
    found: list[dict[str, Any]] = job["steps"]
    return found


@needs_bash
def test_the_workflow_without_the_action_annotates_and_fails(work: Path) -> None:
    [recipe] = [recipe for recipe in recipes("github") if "owner/locdocs" not in recipe]
    script = "\n".join(step["run"] for step in steps(recipe) if "run" in step)
    code, told = run(work, script, GITHUB_BASE_REF="main")
    assert code == 1
    assert re.search("^::error file=docs.es-es/new.md,", told, re.MULTILINE)
    assert "old.md" not in told


@needs_bash
def test_the_workflow_with_the_action_uses_it_as_it_is(work: Path) -> None:
    [recipe] = [recipe for recipe in recipes("github") if "owner/locdocs" in recipe]
    given = next(step["with"] for step in steps(recipe) if step["uses"].startswith("owner/locdocs/"))
    assert set(given) <= set(read_action()["inputs"])
    temporary = work.parent / "temporary"
    (temporary / "locdocs/bin").mkdir(parents=True)
    run(work, "true")
    shutil.copy(work.parent / "programs/locdocs", temporary / "locdocs/bin/locdocs")
    inputs = {name: value.replace("${{ github.base_ref }}", "main") for name, value in given.items()}
    ran = run_action(work, temporary, inputs=inputs, without="Install locdocs")
    assert ran.code == 1
    assert "::error file=docs.es-es/new.md," in ran.log
    assert "old.md" not in ran.log


def test_the_inputs_of_the_action_are_documented() -> None:
    page = (Path(__file__).parents[2] / "docs/how-to/validate-in-ci.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)) == set(read_action()["inputs"])
    assert all(f"`{name}`" in page for name in read_action()["outputs"])


@needs_bash
def test_the_lines_of_shell_run_and_say_what_is_wrong(work: Path) -> None:
    plain, baseline, fixes = blocks("validate-in-ci.md", "sh")
    assert [run(work, line)[0] for line in plain.splitlines()] == [1, 1, 1]
    assert [run(work, line)[0] for line in baseline.splitlines()] == [0, 0]
    assert [run(work, line)[0] for line in fixes.splitlines()] == [0, 1]
    [hook] = blocks("validate-before-commit.md", "sh")
    assert run(work, hook)[0] == 0
    (work / "docs.es-es/new.md").write_bytes(BAD.encode() + b"\n")
    assert run(work, hook)[0] == 1


def test_the_hooks_of_the_page_are_those_there_are() -> None:
    [recipe] = recipes("pre-commit")
    offered = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8"))
    [repository] = yaml.safe_load(recipe)["repos"]
    assert [hook["id"] for hook in repository["hooks"]] == ["locdocs-fix", "locdocs-validate"]
    assert {hook["id"] for hook in offered} == {"locdocs-fix", "locdocs-validate"}


def test_the_tests_of_the_page_fail_with_the_report(work: Path) -> None:
    for number, example in enumerate(blocks("validate-in-tests.md", "python")):
        (work / f"test_docs_{number}.py").write_text(example, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "."]
    printed = subprocess.run(command, cwd=work, capture_output=True, check=False).stdout.decode()
    assert "4 failed" in printed
    [shown] = blocks("validate-in-tests.md", "text")
    for line in shown.splitlines()[3:6]:
        assert line in printed


def installed(folder: Path, module: str, about: dict[str, Any]) -> None:
    """Lay down what pip would."""
    (folder / "acme_rules.py").write_text(module, "utf-8")
    info = folder / f"acme_rules-{about['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {about['name']}\nVersion: {about['version']}\n")
    [(group, entries)] = about["entry-points"].items()
    lines = [f"[{group}]", *(f"{name} = {value}" for name, value in entries.items())]
    (info / "entry_points.txt").write_text("\n".join(lines))


def locdocs_in(folder: Path, *arguments: str) -> tuple[int, str]:
    start = f"import sys; sys.path.insert(0, {str(folder)!r}); from locdocs.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", start, *arguments]
    done = subprocess.run(command, capture_output=True, cwd=folder, check=False)
    return done.returncode, (done.stdout + done.stderr).decode()


def test_the_rules_of_the_page_may_stand_in_one_module(tmp_path: Path) -> None:
    project, entries = map(tomllib.loads, blocks("write-a-rule.md", "toml"))
    module = "\n\n".join(blocks("write-a-rule.md", "python"))
    installed(tmp_path, module, project["project"] | entries["project"])
    both = [pair(101, "Abra su `tú`.", "Open."), pair(102, "¿Tú?", "You?"), pair(103, "Abra usted.", "Open.")]
    for name, content in {
        "mixed.md": both,
        "quoted.md": ["<!-- quotes -->", *both],
        "calm.md": both[2:],
        "close.md": both[:2],
    }.items():
        (tmp_path / name).write_bytes(document(*content).text.encode())
    code, printed = locdocs_in(tmp_path, "validate", ".", "--select", "ACME", "--format", "concise", "-q")
    assert (code, printed.splitlines()) == (
        0,
        [
            "close.md:6:32: warning ACME002 'Tú' is too familiar [no-tu]",
            "mixed.md:4:40: warning ACME003 elsewhere the page says usted [mixed-register]",
            "mixed.md:6:32: warning ACME002 'Tú' is too familiar [no-tu]",
            "quoted.md:8:32: warning ACME002 'Tú' is too familiar [no-tu]",
        ],
    )
    code, printed = locdocs_in(tmp_path, "rule", "ACME")
    assert [(line.split("\t")[0], line.split("\t")[-1]) for line in printed.splitlines()] == [
        ("ACME001", "A target keeps the name of the product."),
        ("ACME002", "Readers are called usted."),
        ("ACME003", "A page calls its readers tú or usted, not both."),
    ]
    assert "## What it does\nReports the first" in locdocs_in(tmp_path, "rule", "mixed-register")[1]


def test_the_kinds_of_fault_of_the_page_are_those_there_are() -> None:
    page = (HOW_TO / "write-a-rule.md").read_text("utf-8")
    listed = page.partition("`its` is one of")[2].partition("In Python")[0]
    assert tuple(re.findall(r"`([a-z-]+)`", listed)) == get_args(IssueType)


def test_the_rule_of_the_page_runs_once_it_is_installed(tmp_path: Path) -> None:
    module, project = (blocks("write-a-rule.md", language)[0] for language in ("python", "toml"))
    code = [line for line in module.rpartition('"""')[2].splitlines() if line.strip()]
    assert len(code) + len('"""'.join(module.split('"""')[:2]).split("\n")) <= 12
    installed(tmp_path, module, tomllib.loads(project)["project"])
    page = document(pair(101, "Abra el programa.", "Open Mirefold."), pair(102, "Abra `x`.", "Open `Mirefold`."))
    (tmp_path / "page.md").write_bytes(page.text.encode())
    locdocs = partial(locdocs_in, tmp_path)
    found = (
        "page.md:4:31: warning ACME001 the target lacks the name Mirefold [product-name]\n1 warning in 1 document.\n"
    )
    assert locdocs("validate", "page.md", "--select", "ACME", "--format", "concise") == (0, found)
    assert locdocs("validate", "page.md", "--select", "ACME", "--severity", "product-name=error")[0] == 1
    assert "ACME001" in locdocs("validate", "page.md")[1]
    code_of_rule, printed = locdocs("rule", "product-name")
    assert (code_of_rule, "A target keeps the name of the product." in printed) == (0, True)
