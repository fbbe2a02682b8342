"""``locdocs rule``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from locdocs.cli.messages import counted, examples, note, print_json
from locdocs.files import write_bytes
from locdocs.rules import Rule, all_rules, find_rule
from locdocs.rules.measured import measured
from locdocs.rules.pages import explained, measured_part, pages
from locdocs.rules.registry import codes_of

__all__ = ["command"]

_DEFAULTS = {
    "on": "on",
    "off": "off: runs where it is selected",
    "lang": "on for the languages whose profile says so",
    "src": "on where the English documents are at hand (--source-repo)",
}


@click.command(
    "rule",
    epilog=examples("locdocs rule", "locdocs rule IC003", "locdocs rule IC --format json"),
)
@click.argument("name", metavar="[CODE]", required=False)
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--pages", "folder", metavar="DIR", help="Write a Markdown page for each rule, and an index, to DIR.")
def command(*, name: str | None, format_name: str, folder: str | None) -> None:
    """Explain a rule, or list them.

    CODE is a code or a slug; a prefix of codes lists the rules of that family.
    """
    if folder is not None:
        changed = sum(write_bytes(Path(folder, page), text.encode()) for page, text in pages())
        note(f"{counted(changed, 'page')} written to {folder}")
        return
    rules = all_rules() if name is None else _meant(name)
    if format_name == "json":
        print_json([_as_object(rule) for rule in rules])
    elif len(rules) == 1 and name is not None:
        click.echo(_page(rules[0]))
    else:
        _list(rules)


def _meant(name: str) -> tuple[Rule, ...]:
    codes = codes_of(name)
    return tuple(rule for rule in all_rules() if rule.code in codes) if len(codes) > 1 else (find_rule(*codes),)


def _as_object(rule: Rule) -> dict[str, Any]:
    figures = measured().get(rule.code)
    return {
        "code": rule.code,
        "slug": rule.slug,
        "severity": rule.severity,
        "default": rule.default,
        "fix": rule.fix,
        "scope": rule.scope,
        "its_type": rule.its,
        "options": dict(rule.options),
        "summary": rule.documentation.partition("\n")[0],
        "documentation": explained(rule),
        "measured": None if figures is None else {**figures._asdict(), "precision": figures.precision},
    }


def _page(rule: Rule) -> str:
    fix = {"safe": "safe (--fix)", "unsafe": "unsafe (--unsafe-fixes)", "none": "none"}[rule.fix]
    facts = [
        f"{rule.code} {rule.slug}",
        "",
        f"severity: {rule.severity}",
        f"default:  {_DEFAULTS[rule.default]}",
        f"fix:      {fix}",
        f"ITS type: {rule.its}",
        *(f"option:   {name} = {value!r}" for name, value in rule.options.items()),
    ]
    return "\n".join((*facts, "", explained(rule), "", measured_part(rule))).rstrip()


def _list(rules: tuple[Rule, ...]) -> None:
    rows = [
        (rule.code, rule.slug, rule.severity, rule.default, rule.fix, rule.documentation.partition("\n")[0])
        for rule in rules
    ]
    if not sys.stdout.isatty():
        for row in rows:
            click.echo("\t".join(row))
        return
    # Imported here: only people who look at a terminal need it.
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table("code", "slug", "severity", "default", "fix", "what it finds", box=None, header_style="bold")
    for row in rows:
        table.add_row(*row)
    Console().print(table)
