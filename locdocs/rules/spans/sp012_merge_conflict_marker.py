"""A merge conflict was left in the file.

## What it does

Reports lines that begin with seven `<`, `|`, `=` or `>` and have nothing behind them but the name of a version, unless
they stand in a fenced block of code. They may stand in the front matter, where FM002 follows from them. A line of seven
`=` alone may be the underline of a heading: it is reported where the file holds one of the others, or where no short
line stands above it that could be such a heading.

## Why

Two versions of the text stand one after the other, and the page shows the markers between them.

## Example

```text
<<<<<<< HEAD
Abra el panel.
=======
Abra el tablero.
>>>>>>> update-panel
```

## Use instead

The one version that is meant, without the three marker lines.

## Source

One published file in 34,138. The form of the markers is that of `git merge-file`. None in the 99,797 pairs that the
rule was measured on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from locdocs.commonmark import parse_events
from locdocs.rules import DocumentFacts, Finding, GroupFacts, document_rule

__all__ = ["check"]

_MARKER = re.compile(r"^(?:(?P<side><{7}|>{7}|\|{7})(?:[ \t][^\r\n]*+)?|={7}[ \t]*+)(?=\r|$)", re.MULTILINE)
# What is left of a pair is its source: people underline titles as they wrote them.
_SOURCES = re.compile(r'<span data-ttu-id="[^"]*">.*?(?=<span class="sxs-lookup">)|</?span[^<>]*>')
_IN_BLOCK = re.compile(r"[-*+>|#=:]|[0-9]+[.)]")
_LONGEST_TITLE = 20
_SIGNS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def _with_signs(group: GroupFacts) -> Iterable[int]:
    return group.triggered(_SIGNS)


def _holds_signs(text: str) -> bool:
    return any(map(text.__contains__, _SIGNS))


def _documents(group: GroupFacts) -> set[int]:
    """The documents with seven of these signs in a row."""
    headers = (place for place, document in enumerate(group.documents) if _holds_signs(document.front_matter.raw))
    return {*headers, *group.showing(_holds_signs), *group.having(_with_signs)}


@document_rule("SP012", "merge-conflict-marker", severity="error", its="other", among=_documents)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield a finding for each marker."""
    text = facts.text
    markers = list(_MARKER.finditer(text))
    if not markers:
        return
    fences = [
        (event.start, event.end)
        for event in parse_events(text, facts.document.front_matter.end)
        if event.phase == "start" and event.name == "CodeBlock"
    ]
    markers = [found for found in markers if not any(start < found.start() < end for start, end in fences)]
    certain = any(found["side"] for found in markers)
    for found in markers:
        if certain or not _underlines(text, found.start()):
            yield facts.finding("a marker of a merge conflict was left here", *found.span())


def _underlines(text: str, offset: int) -> bool:
    """Whether a line of seven signs may underline the line above: a paragraph of its own, hardly longer than they."""
    start = text.rfind("\n", 0, max(offset - 1, 0)) + 1
    above = text[start:offset].strip()
    before = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start]
    title = _SOURCES.sub("", above) if "<span" in above else above
    return 0 < len(title) <= _LONGEST_TITLE and not _IN_BLOCK.match(above) and not before.strip("-= \t\r\n")
