"""Every rule finds what its fixture documents say, and nothing else."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

import locdocs
from locdocs.config import Config, read_config
from locdocs.corpus import read_tree
from locdocs.rules import Rule, all_rules, find_rule
from locdocs.rules.registry import rule_names
from locdocs.text import decode, encode
from locdocs.validation import fix, validate

FOLDER = Path(__file__).parent / "fixtures"
WRITE = bool(os.environ.get("LOCDOCS_WRITE_FIXTURES"))


def fixtures() -> list[Path]:
    return sorted(
        path
        for path in FOLDER.iterdir()
        if path.name[:1].isupper() and (path.is_dir() or (path.suffix == ".md" and ".fixed" not in path.name))
    )


def code_of(path: Path) -> str:
    return path.stem.partition("-")[0]


def beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name.removesuffix(".md") + suffix)


def config_of(path: Path) -> Config:
    file = beside(path, ".toml")
    config = read_config(file) if file.exists() else Config()
    return config if config.select else replace(config, select=(code_of(path),))


def expect(path: Path, found: str) -> None:
    if WRITE:
        path.write_bytes(encode(found))
    assert path.exists(), f"{path.name} is missing; it would be:\n{found}"
    assert found == decode(path.read_bytes())


@pytest.mark.parametrize("path", fixtures(), ids=lambda path: path.name)
def test_a_rule_finds_what_its_fixture_says(path: Path) -> None:
    config = config_of(path)
    tree = read_tree(path, root=path if path.is_dir() else path.parent, target_language=config.target_language)
    found = list(validate(tree, config=config))
    assert {diagnostic.code for diagnostic in found} == {code_of(path)}
    lines = [
        f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column} {json.dumps(diagnostic.text, ensure_ascii=False)}\n"
        for diagnostic in found
    ]
    expect(beside(path, ".expected"), "".join(lines))


@pytest.mark.parametrize("path", [path for path in fixtures() if path.is_file()], ids=lambda path: path.name)
def test_the_fixes_of_a_rule_do_what_its_fixture_says(path: Path) -> None:
    config = config_of(path)
    document = locdocs.read(path, name=path.name, target_language=config.target_language)
    fixed = fix(document, unsafe=True, config=config)
    if not fixed.fixed:
        assert not beside(path, ".fixed.md").exists()
        return
    assert find_rule(code_of(path)).fix != "none"
    assert not fixed.refused
    expect(beside(path, ".fixed.md"), fixed.document.text)
    assert fix(fixed.document, unsafe=True, config=config).document is fixed.document


@pytest.mark.parametrize("code", rule_names())
def test_every_rule_has_a_fixture(code: str) -> None:
    assert any(code_of(path) == code for path in fixtures())


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_that_promises_fixes_shows_one(rule: Rule) -> None:
    own = [path for path in fixtures() if code_of(path) == rule.code and path.is_file()]
    shown = any(beside(path, ".fixed.md").exists() for path in own)
    assert shown == (rule.fix != "none")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_the_page_of_a_rule_has_its_sections(rule: Rule) -> None:
    first, *_ = rule.documentation.splitlines()
    assert first.endswith(".")
    headings = [line for line in rule.documentation.splitlines() if line.startswith("## ")]
    assert headings[:5] == ["## What it does", "## Why", "## Example", "## Use instead", "## Source"]
