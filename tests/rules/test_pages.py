"""The pages of the rules are what the rules say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from locdocs.rules import Finding, find_rule
from locdocs.rules.pages import measured_part, pages

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def test_the_pages_are_fresh() -> None:
    written = {path.name: path.read_bytes().decode() for path in FOLDER.iterdir()}
    assert written == dict(pages()), "run: locdocs rule --pages docs/rules"


def test_links_between_pages_lead_somewhere() -> None:
    names = {name for name, _ in pages()}
    for name, text in pages():
        prose = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)
        for target in re.findall(r"\]\(([A-Za-z0-9-]+\.md)\)", prose):
            assert target in names, f"{name} links to {target}"


def test_the_page_about_the_format_is_linked_to_with_its_sections() -> None:
    anchors = {
        line.lstrip("# ").lower().replace(" ", "-")
        for line in (FOLDER.parent / "format.md").read_text("utf-8").splitlines()
        if line.startswith("#")
    }
    linked = [found for _, text in pages() for found in re.findall(r"docs/format\.md(.{0,30})", text)]
    assert len(linked) > 40
    for rest in linked:
        assert rest.startswith("](../format.md#"), rest
    for _, text in pages():
        assert set(re.findall(r"\(\.\./format\.md#([^)]*)\)", text)) <= anchors


def test_a_page_says_how_the_rule_did() -> None:
    texts = dict(pages())
    assert all("\n## Measured\n" in text for name, text in texts.items() if name != "README.md")
    assert "No hits in " in measured_part(find_rule("SP001"))
    assert "more than their documents" in measured_part(find_rule("AL004"))
    assert "| precision | " in measured_part(find_rule("TX003"))


def test_nothing_is_claimed_for_rules_of_other_packages() -> None:
    def check(facts: object) -> Iterator[Finding]:
        raise NotImplementedError

    assert measured_part(replace(find_rule("TX003"), check=check)) == ""


def test_blocks_of_code_are_closed() -> None:
    for name, text in pages():
        fences = [line for line in text.splitlines() if line.lstrip().startswith("```")]
        assert len(fences) % 2 == 0, name
        assert not re.search(r"\S ```$", text, re.MULTILINE), f"{name}: a fence stands at the end of a line"
