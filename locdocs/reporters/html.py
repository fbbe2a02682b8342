"""One HTML page without outside parts: what was found, document by document, with the texts side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from tempfile import SpooledTemporaryFile

from locdocs.languages import direction
from locdocs.reporters.objects import clean
from locdocs.reporters.registry import Run
from locdocs.reporters.shown import Shown, line_of, sides_of
from locdocs.validation import Diagnostic, Report

__all__ = ["report"]

_BEFORE, _WIDEST = 80, 240
"""So much of a line is shown."""
_IN_MEMORY, _PIECE = 1 << 24, 1 << 16

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
.texts { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin: .4rem 0 0; }
.texts dt { font-size: .85em; opacity: .7; }
@media (max-width: 40rem) { .texts { grid-template-columns: 1fr; gap: .4rem; } }
.texts dd, .line { background: var(--soft); padding: .3rem .6rem; overflow-wrap: anywhere; white-space: pre-wrap; }
.texts dd { margin: 0; min-height: 1.5em; } .line { margin-top: .4rem; }
article:target, tr:target { outline: 2px solid var(--info); }
.severity { font-weight: 600; } .error .severity { color: var(--error); } .warning .severity { color: var(--warning); }
.info .severity { color: var(--info); }
p > a { font-size: .85em; } .place { opacity: .7; } .place code { white-space: nowrap; }
p { margin: 0; } mark { padding: 0 .1em; } mark:empty { padding: 0 .15em; }
table { border-collapse: collapse; } th, td { text-align: start; padding: .15rem 1rem .15rem 0; }
table { margin-top: .5rem; } td:last-child, th:last-child { text-align: end; font-variant-numeric: tabular-nums; }
"""


def report(run: Run) -> Iterator[str]:
    """The page. The counts stand first and are known last, so what was found waits in a file meanwhile."""
    counts = Report()
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="") as found:
        for path, diagnostics in groupby(counts.watch(run.diagnostics), key=lambda diagnostic: diagnostic.path):
            found.write(f"<h2>{_text(str(path or 'text'))}</h2>\n")
            # Counted already: the last of its rule so far.
            found.writelines(_article(each, counts.by_rule[each.code]) for each in diagnostics)
        yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        yield '<meta name="viewport" content="width=device-width">\n<title>locdocs validate</title>\n'
        yield f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>Findings</h1>\n"
        yield from _summary(run, counts)
        yield from _unreadable(run)
        found.seek(0)
        while piece := found.read(_PIECE):
            yield piece
    yield "</body>\n</html>\n"


def _article(diagnostic: Diagnostic, number: int) -> str:
    """A finding, with a link to the next of its rule; that of the last leads to the row of the rule in the table."""
    place = f"line {diagnostic.line}, column {diagnostic.column}"
    option = "" if diagnostic.fix is None else "--fix" if diagnostic.fix.safe else "--unsafe-fixes"
    fix = f"; can be fixed with <code>{option}</code>" if option else ""
    this, following = (_anchor(diagnostic.code, count) for count in (number, number + 1))
    return (
        f'<article class="{diagnostic.severity}" id="{this}">'
        f'<p><span class="severity">{diagnostic.severity}</span> '
        f"<strong>{diagnostic.code}</strong> {_text(diagnostic.message)} "
        f'<span class="place">[{diagnostic.slug}] {place}{fix}</span> '
        f'<a href="#{following}" title="behind the last: the counts">next {diagnostic.code}</a></p>'
        f"{''.join(_texts(diagnostic))}</article>\n"
    )


def _texts(diagnostic: Diagnostic) -> Iterator[str]:
    """Source and target beside each other; where the finding is not in them, its line as well."""
    sides = [*sides_of(diagnostic)]
    if sides:
        languages = {"source": diagnostic.source_language, "target": diagnostic.target_language}
        yield '<dl class="texts">'
        yield from (_side(side, languages[side.label]) for side in sides)
        yield "</dl>"
    line = line_of(diagnostic)
    if line and not any(side.is_marked for side in sides):
        lead, shown, tail = line.clipped(_BEFORE, _WIDEST)
        yield f'<div class="line" dir="auto"><code>{lead}{_marked(shown)}{tail}</code></div>'


def _side(side: Shown, language: str | None) -> str:
    head = f"{side.label}, {_text(language)}" if language else side.label
    return f"<div><dt>{head}</dt><dd{_language(language)}>{_marked(side)}</dd></div>"


def _language(tag: str | None) -> str:
    return f' lang="{_text(tag)}" dir="{direction(tag)}"' if tag else ' dir="auto"'


def _marked(shown: Shown) -> str:
    """A text with the offending part marked if it lies in it."""
    text, start, end = shown.text, shown.start, shown.end
    if not shown.is_marked:
        return _text(text)
    return f"{_text(text[:start])}<mark>{_text(text[start:end])}</mark>{_text(text[end:])}"


def _unreadable(run: Run) -> Iterator[str]:
    if run.unread:
        yield "<h2>Not read</h2>\n"
    for path, message in run.unread:
        yield (
            f'<article class="error"><p><span class="severity">error</span> <strong>{_text(str(path))}</strong> '
            f"{_text(message)}</p></article>\n"
        )


def _summary(run: Run, counts: Report) -> Iterator[str]:
    yield f"<p>{counts.summary(len(run.documents), unread=len(run.unread))}</p>\n"
    if not counts.total:
        return
    slugs = {rule.code: rule.slug for rule in run.rules}
    yield '<table>\n<tr><th scope="col">code</th><th scope="col">slug</th><th scope="col">findings</th></tr>\n'
    yield from (
        f'<tr id="{_anchor(code, count + 1)}"><td><a href="#{_anchor(code, 1)}">{code}</a></td>'
        f"<td>{_text(slugs.get(code, ''))}</td><td>{count:,}</td></tr>\n"
        for code, count in _by_count(counts.by_rule.items())
    )
    yield "</table>\n"


def _anchor(code: str, number: int) -> str:
    return f"{code}-{number}"


def _by_count(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(counts, key=lambda pair: (-pair[1], pair[0]))


def _text(text: str) -> str:
    return escape(clean(text))
