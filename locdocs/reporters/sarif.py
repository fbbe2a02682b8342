"""SARIF 2.1.0 (OASIS, 2020), which code hosts show beside the lines: the rules with their pages, results, fixes.

Regions count Unicode characters (``columnKind``). ``partialFingerprints`` hold the identity of a diagnostic, so that a
host knows it again after edits elsewhere in the file and after a new publication.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from locdocs.reporters.objects import clean
from locdocs.reporters.registry import Run
from locdocs.rules import Rule, Severity
from locdocs.rules.pages import explained
from locdocs.validation import Diagnostic

__all__ = ["report"]

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def report(run: Run) -> Iterator[str]:
    """One SARIF log with one run; results as the run goes on."""
    from locdocs import __version__  # noqa: PLC0415 - the package imports this one's package

    rules = {rule.code: index for index, rule in enumerate(run.rules)}
    driver = {
        "name": "locdocs",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in run.rules],
    }
    yield '{\n"version": "2.1.0",\n"$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n"runs": [{\n'
    yield f'"tool": {json.dumps({"driver": driver}, ensure_ascii=False)},\n'
    yield '"columnKind": "unicodeCodePoints",\n"results": ['
    separator = "\n"
    for diagnostic in run.diagnostics:
        yield separator + json.dumps(_result(diagnostic, rules), ensure_ascii=False)
        separator = ",\n"
    yield f'\n],\n"invocations": {json.dumps([_invocation(run)], ensure_ascii=False)}\n}}]\n}}\n'


def _invocation(run: Run) -> dict[str, Any]:
    """How the run went: one that could not read all that it should is no success, whatever it found."""
    if not run.unread:
        return {"executionSuccessful": True}
    return {
        "executionSuccessful": False,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "descriptor": {"id": "unreadable"},
                "message": {"text": clean(message)},
                "locations": [{"physicalLocation": {"artifactLocation": _artifact(path)}}],
            }
            for path, message in run.unread
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    page = clean(explained(rule))
    summary = page.partition("\n")[0]
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.slug.split("-")),
        "shortDescription": {"text": summary},
        "fullDescription": {"text": _section(page, "What it does") or summary},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["localization", rule.its]},
    }


def _section(page: str, title: str) -> str:
    text = page.partition(f"## {title}\n")[2].partition("\n## ")[0]
    return " ".join(text.split())


def _result(diagnostic: Diagnostic, rules: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {"ruleId": diagnostic.code}
    if diagnostic.code in rules:
        result["ruleIndex"] = rules[diagnostic.code]
    result |= {
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": clean(diagnostic.message)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _artifact(diagnostic.path),
                    "region": {
                        "startLine": diagnostic.line,
                        "startColumn": diagnostic.column,
                        "endLine": diagnostic.end_line,
                        "endColumn": diagnostic.end_column,
                        "snippet": {"text": clean(diagnostic.text)},
                    },
                }
            }
        ],
        "partialFingerprints": {"locdocs/v1": diagnostic.identity},
        "properties": {"itsLocQualityIssueType": diagnostic.its_type, "segment": clean(diagnostic.segment_id or "")},
    }
    if diagnostic.fix:
        result["fixes"] = [_fix(diagnostic)]
    return result


def _fix(diagnostic: Diagnostic) -> dict[str, Any]:
    safety = "safe" if diagnostic.fix and diagnostic.fix.safe else "unsafe"
    return {
        "description": {"text": f"{safety} fix"},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(diagnostic.path),
                "replacements": [
                    {
                        "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
                        "insertedContent": {"text": clean(edit.new)},
                    }
                    for edit in (diagnostic.fix.edits if diagnostic.fix else ())
                ],
            }
        ],
    }


def _artifact(name: PurePosixPath | None) -> dict[str, str]:
    path = str(name or "standard-input.md")
    uri = quote(path.encode("utf-8", "surrogateescape"))
    # What lies outside of the repository is not relative to it.
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": "%SRCROOT%"}
