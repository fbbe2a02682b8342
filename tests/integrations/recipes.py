"""The recipes of the how-to pages: whole files in YAML, TOML and Python, found by what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

__all__ = ["HOW_TO", "blocks", "recipes"]

HOW_TO = Path(__file__).parents[2] / "docs/how-to"
_SIGNS = {"jobs": "github", "repos": "pre-commit"}


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a page in a language."""
    text = (HOW_TO / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def recipes(kind: str) -> Iterator[str]:
    """The recipes of a kind: ``github``, ``gitlab`` or ``pre-commit``."""
    for page in sorted(HOW_TO.glob("*.md")):
        for block in blocks(page.name, "yaml"):
            found = next((kind for key, kind in _SIGNS.items() if key in yaml.safe_load(block)), "gitlab")
            if found == kind:
                yield block
