"""The pages of the rules, ``docs/rules/``: made of what rules declare and of their docstrings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.rules.base import FAMILIES, Rule
from locdocs.rules.measured import Measured, measured
from locdocs.rules.registry import all_rules, find_rule

__all__ = ["explained", "is_own", "measured_part", "page_name", "pages"]

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
# And to what the figures come from: (docs/format.md, "The pair").
_FORMAT = re.compile(r'\bdocs/format\.md\b(?=(?:, "(?P<section>[^"]+)")?)')
_SCOPES = {"segment": "a segment", "document": "a document", "corpus": "all documents together"}
_INTRODUCTION = """# Rules

What `locdocs validate` looks for. Every rule has a code and a slug; both are understood wherever a rule is named.
These pages are made from the rules themselves: `locdocs rule --pages docs/rules`.

*Hits* are what a rule finds in {pairs:,} published pairs at defaults (in brackets: it is off by default, and was
selected). *Precision* is the share of the judged hits that are true. {judged} hits of {rules} rules were judged twice;
both verdicts are the same for {agreed} of them.
[How precise the rules are](../explanation.md#how-precise-the-rules-are) says how, and what follows from it.
"""
_NOT_COUNTED = "Not counted in published trees: the rule needs more than their documents."
_JUDGED = """\
Each was judged true or false twice, without sight of the rule's code and of the other verdict: whether what this page
says holds for the text, and whether a reviewer of the published page would want to know."""


def pages() -> Iterator[tuple[str, str]]:
    """File name and text of the page of each rule of this package, and of the index, ``README.md``."""
    rules = [rule for rule in all_rules() if is_own(rule)]
    yield "README.md", _index(rules)
    for rule in rules:
        yield page_name(rule), _page(rule)


def is_own(rule: Rule) -> bool:
    """Whether a rule is one of this package."""
    return rule.check.__module__.startswith("locdocs.")


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
    parts = (f"# {rule.code} {rule.slug}", summary, f"| | |\n|---|---|\n{table}", rest.strip(), measured_part(rule))
    page = "\n\n".join(part for part in parts if part) + "\n"
    page = _LINK.sub(lambda found: f"]({page_name(find_rule(found['code']))})", page)
    return _FORMAT.sub(_link_to_format, page)


def _link_to_format(found: re.Match[str]) -> str:
    anchor = "-".join((found["section"] or "").lower().split())
    return f"[{found[0]}](../format.md{'#' if anchor else ''}{anchor})"


def explained(rule: Rule) -> str:
    """The docstring of a rule, for readers who may have no documentation beside it: it says whose files it names."""
    return _FORMAT.sub(r"\g<0> of locdocs", rule.documentation) if is_own(rule) else rule.documentation


def measured_part(rule: Rule) -> str:
    """The section of a rule's page that says what it found in published documents, and how much of that is true.

    Empty for rules of other packages, which were not measured.
    """
    if not is_own(rule):
        return ""
    figures = measured().get(rule.code)
    return f"## Measured\n\n{_NOT_COUNTED if figures is None else _measured(rule, figures)}"


def _measured(rule: Rule, figures: Measured) -> str:
    if not figures.hits and not figures.judged:
        return f"No hits in {figures.pairs:,} published pairs."
    where = f"hits in {figures.pairs:,} published pairs{', where it is selected' if rule.default == 'off' else ''}"
    rows = [(where, f"{figures.hits:,}"), ("judged", str(figures.judged))]
    if figures.interval is None:
        return f"{_rows(rows)}\n\nThe hits have not been judged yet."
    low, high = figures.interval
    rows += [
        ("true by the first verdict", str(figures.true_first)),
        ("true by the second verdict", str(figures.true_second)),
        ("precision", _percent(figures.precision)),
        ("95 % interval (Wilson)", f"{_percent(low)} to {_percent(high)}"),
    ]
    drawn = "All hits were judged." if figures.judged >= figures.hits else "The judged hits were drawn at random."
    return f"{_rows(rows)}\n\n{drawn}\n{_JUDGED}"


def _rows(rows: list[tuple[str, str]]) -> str:
    return "| | |\n|---|--:|\n" + "\n".join(f"| {name} | {value} |" for name, value in rows)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.0f} %"


def _columns(rule: Rule) -> str:
    """What the index says of a rule's hits and precision."""
    figures = measured().get(rule.code)
    if figures is None:
        return " | "
    hits = f"({figures.hits:,})" if rule.default == "off" else f"{figures.hits:,}"
    return f"{hits} | {_percent(figures.precision)}"


def _introduction() -> str:
    judged = [one for one in measured().values() if one.judged]
    return _INTRODUCTION.format(
        pairs=max((one.pairs for one in measured().values()), default=0),
        judged=sum(one.judged for one in judged),
        rules=len(judged),
        agreed=sum(one.agreed for one in judged),
    )


def _index(rules: list[Rule]) -> str:
    parts = [_introduction()]
    for family in FAMILIES:
        own = [rule for rule in rules if rule.family == family]
        if own:
            rows = "\n".join(
                f"| [{rule.code}]({page_name(rule)}) | {rule.slug} | {rule.severity} | {rule.default} | {rule.fix} "
                f"| {_columns(rule)} | {rule.documentation.partition(chr(10))[0]} |"
                for rule in own
            )
            head = (
                "| code | slug | severity | default | fix | hits | precision | what it finds |\n"
                "|---|---|---|---|---|--:|--:|---|\n"
            )
            parts.append(f"## {_TITLES[family]}\n\n{head}{rows}\n")
    return "\n".join(parts)
