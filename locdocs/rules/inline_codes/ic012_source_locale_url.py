"""An address in the target leads to the source language.

## What it does

Reports addresses in the target text, in and between the segments, that name the language and region of the source in
their path, such as `https://example.com/en-us/help`. Code is left alone. The fix puts the language and region of the
target there; it is unsafe, because that page need not exist.

## Why

The reader of a Spanish page arrives at an English one, though there is a Spanish one.

## Example

```markdown
Consulte [la ayuda](https://example.com/en-us/help).
```

## Use instead

```markdown
Consulte [la ayuda](https://example.com/es-es/help).
```

## Source

171 in 13 published trees. It is off by default: whether a site has a page in the target language cannot be seen in its
address. On five trees (99,797 pairs) this rule finds 22, and all lead to the source language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.rules.code_blocks import is_in_code
from locdocs.text import TextEdit

__all__ = ["check"]


@document_rule(
    "IC012", "source-locale-url", severity="info", its="locale-specific-content", default="off", fix="unsafe"
)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield the addresses with the source locale outside of sources and code."""
    document = facts.document
    ours, theirs = document.source_language.lower(), (document.target_language or "").lower()
    if "-" not in ours or not theirs or ours == theirs or f"/{ours}" not in facts.text.lower():
        return
    for found in _address(ours).finditer(facts.text, document.front_matter.end):
        start, end = found.span("locale")
        segment = facts.segment_at(start)
        if segment is not None:
            if not segment.target_start <= start < segment.target_end:
                continue
            index = document.segments.index(segment)
            at = start - segment.target_start
            if any(mark.start <= at < mark.end for mark in facts.segment(index).target.code_spans):
                continue
        elif is_in_code(facts, start):
            continue
        yield facts.finding(
            f"the address leads to {found['locale']}, not to {theirs}",
            found.start("address"),
            found.start("address") + len(found["address"].rstrip(".,;:!?")),
            edits=[TextEdit(start, end, theirs)],
        )


@lru_cache(maxsize=16)
def _address(locale: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<address>(?:(?<![\w/])https?://[^\s()<>\"'`/\[\]]++|(?<=[(\"'<])|(?<=\]:[ \t]))"
        rf"(?:/[\w.~%-]++(?<!/{re.escape(locale)}))*?/(?P<locale>{re.escape(locale)})(?=[/?#)\"'>\s]|\Z)[^\s()<>\"'`]*+)",
        re.IGNORECASE,
    )
