"""The pages of the rules, ``docs/rules/``: made of what rules declare and of their docstrings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.rules.base import FAMILIES, Rule
from locdocs.rules.registry import all_rules, find_rule

__all__ = ["page_name", "pages"]

_TITLES = {
    "SP": "Span markup",
    "ID": "Segment ids",
    "AL": "Alignment",
    "IC": "Inline codes",
    "TX": "Text",
    "FM": "Front matter",
    "CO": "Corpus",
}
_DEFAULTS = {
    "on": "on",
    "off": "off; runs where it is selected",
    "lang": "on for the languages whose profile says so",
    "src": "on where the English documents are at hand (`--source-repo`)",
}
_FIXES = {"safe": "safe (`--fix`)", "unsafe": "unsafe (`--unsafe-fixes`)", "none": "none"}
# Docstrings link to other rules by code alone: [TX003](TX003.md).
_LINK = re.compile(r"\]\((?P<code>[A-Z]{2}[0-9]{3})\.md\)")
_SCOPES = {"segment": "a segment", "document": "a document", "corpus": "all documents together"}
_INTRODUCTION = """# Rules

What `locdocs validate` looks for. Every rule has a code and a name; both are understood wherever a rule is named.
These pages are made from the rules themselves: `locdocs rule --pages docs/rules`.
"""


def pages() -> Iterator[tuple[str, str]]:
    """File name and text of the page of each rule of this package, and of the index, ``README.md``."""
    rules = [rule for rule in all_rules() if rule.check.__module__.startswith("locdocs.")]
    yield "README.md", _index(rules)
    for rule in rules:
        yield page_name(rule), _page(rule)


def page_name(rule: Rule) -> str:
    """The file name of a rule's page."""
    return f"{rule.code}-{rule.slug}.md"


def _page(rule: Rule) -> str:
    summary, _, rest = rule.documentation.partition("\n")
    rows = [
        ("severity", rule.severity),
        ("default", _DEFAULTS[rule.default]),
        ("fix", _FIXES[rule.fix]),
        ("looks at", _SCOPES[rule.scope]),
        ("ITS 2.0 issue type", f"`{rule.its}`"),
        *((f"option `{name}`", f"`{value!r}`") for name, value in rule.options.items()),
    ]
    table = "\n".join(f"| {name} | {value} |" for name, value in rows)
    page = f"# {rule.code} {rule.slug}\n\n{summary}\n\n| | |\n|---|---|\n{table}\n\n{rest.strip()}\n"
    return _LINK.sub(lambda found: f"]({page_name(find_rule(found['code']))})", page)


def _index(rules: list[Rule]) -> str:
    parts = [_INTRODUCTION]
    for family in FAMILIES:
        own = [rule for rule in rules if rule.family == family]
        if own:
            rows = "\n".join(
                f"| [{rule.code}]({page_name(rule)}) | {rule.slug} | {rule.severity} | {rule.default} | {rule.fix} "
                f"| {rule.documentation.partition(chr(10))[0]} |"
                for rule in own
            )
            head = "| code | name | severity | default | fix | what it finds |\n|---|---|---|---|---|---|\n"
            parts.append(f"## {_TITLES[family]}\n\n{head}{rows}\n")
    return "\n".join(parts)
