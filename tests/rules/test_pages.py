"""The pages of the rules are what the rules say."""

from __future__ import annotations

import re
from pathlib import Path

from locdocs.rules.pages import pages

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


def test_blocks_of_code_are_closed() -> None:
    for name, text in pages():
        fences = [line for line in text.splitlines() if line.lstrip().startswith("```")]
        assert len(fences) % 2 == 0, name
        assert not re.search(r"\S ```$", text, re.MULTILINE), f"{name}: a fence stands at the end of a line"
