"""One HTML page without outside parts: what was found, document by document, with the texts side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from locdocs.reporters.objects import clean
from locdocs.reporters.registry import Run
from locdocs.rules import SEVERITIES, Rule
from locdocs.validation import Diagnostic, Report

__all__ = ["report"]

_STYLE = """
:root { color-scheme: light dark; --line: #d5d9e0; --soft: #f5f6f8; --error: #b3261e; --warning: #8a5a00; --info:
#3a5a8c; } @media (prefers-color-scheme: dark) {
  :root { --line: #3a404a; --soft: #23272e; --error: #ff8a80; --warning: #f0b95a; --info: #8fb8f0; }
}
body { margin: 0 auto; max-width: 72rem; padding: 1rem 1.5rem; font: 15px/1.5 system-ui, "Noto Sans", sans-serif; }
h1 { font-size: 1.3rem; } h2 { font-size: 1rem; margin: 1.5rem 0 .25rem; overflow-wrap: anywhere; }
article { border: 1px solid var(--line); border-radius: 6px; padding: .5rem .8rem; margin: .5rem 0; }
.error { border-left: 4px solid var(--error); } .warning { border-left: 4px solid var(--warning); }
.info { border-left: 4px solid var(--info); }
.texts { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin-top: .4rem; }
.texts > div { background: var(--soft); padding: .3rem .6rem; overflow-wrap: anywhere; white-space: pre-wrap; }
.place { opacity: .7; } p { margin: 0; } mark { padding: 0 .1em; }
table { border-collapse: collapse; } th, td { text-align: start; padding: .15rem 1rem .15rem 0; }
td:last-child { text-align: end; font-variant-numeric: tabular-nums; }
"""


def report(run: Run) -> Iterator[str]:
    """The page; the counts come last, because they are known last."""
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>locdocs validate</title>\n'
    yield f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>Findings</h1>\n"
    counts = Report()
    for path, diagnostics in groupby(counts.watch(run.diagnostics), key=lambda diagnostic: diagnostic.path):
        yield f"<h2>{_text(str(path or 'text'))}</h2>\n"
        yield from map(_article, diagnostics)
    yield from _unreadable(run)
    yield from _summary(run, counts)
    yield "</body>\n</html>\n"


def _article(diagnostic: Diagnostic) -> str:
    texts = ""
    if diagnostic.source is not None and diagnostic.target is not None:
        texts = (
            f'<div class="texts"><div lang="en">{_marked(diagnostic, diagnostic.source, diagnostic.source_start)}</div>'
            f'<div dir="auto">{_marked(diagnostic, diagnostic.target, diagnostic.target_start)}</div></div>'
        )
    place = f"line {diagnostic.line}, column {diagnostic.column}"
    return (
        f'<article class="{diagnostic.severity}"><p><strong>{diagnostic.code}</strong> {_text(diagnostic.message)} '
        f'<span class="place">[{diagnostic.slug}] {place}</span></p>{texts}</article>\n'
    )


def _marked(diagnostic: Diagnostic, text: str, start: int | None) -> str:
    """A text of the segment, with the offending part marked if it lies in it."""
    begin, end = diagnostic.offset - (start or 0), diagnostic.end_offset - (start or 0)
    if start is None or not 0 <= begin < end <= len(text):
        return _text(text)
    return f"{_text(text[:begin])}<mark>{_text(text[begin:end])}</mark>{_text(text[end:])}"


def _unreadable(run: Run) -> Iterator[str]:
    if run.unread:
        yield "<h2>Not read</h2>\n"
    for path, message in run.unread:
        yield f'<article class="error"><p><strong>{_text(str(path))}</strong> {_text(message)}</p></article>\n'


def _summary(run: Run, counts: Report) -> Iterator[str]:
    names: dict[str, Rule] = {rule.code: rule for rule in run.rules}
    by_severity = ", ".join(f"{counts.by_severity[severity]:,} {severity}" for severity in SEVERITIES)
    yield f"<h2>{counts.total:,} in {len(run.documents):,} documents: {by_severity}</h2>\n<table>\n"
    yield from (
        f"<tr><td>{code}</td><td>{_text(names[code].slug if code in names else '')}</td><td>{count:,}</td></tr>\n"
        for code, count in _by_count(counts.by_rule.items())
    )
    yield "</table>\n"


def _by_count(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(counts, key=lambda pair: (-pair[1], pair[0]))


def _text(text: str) -> str:
    return escape(clean(text))
