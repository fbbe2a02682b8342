"""The front matter is not YAML, or has no end.

## What it does

Reports a header that no line `---` closes, one that is not YAML or holds bytes that are not UTF-8, and one that gives a
key twice. A file with neither a pair nor a localization key (`ms.contentlocale`, ..) is left alone: it is none of these
documents, and what stands between two lines `---` may be text.

## Why

The build takes the header for text and publishes it, or stops. What stands in it, such as the title and the language,
is lost. Translation is the usual cause: a title with a colon that was not put in quotes.

## Example

```yaml
title: Panel: filtros y vistas
```

## Use instead

```yaml
title: 'Panel: filtros y vistas'
```

## Source

YAML 1.2, chapters 7 and 8; 2 of 32,457 published files. A key that stands twice is an error there too (section
3.2.1.3), though most readers take the last one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from locdocs.errors import FrontMatterError
from locdocs.front_matter import KEY_OF_FIELD, check_values
from locdocs.rules import DocumentFacts, Finding, document_rule

__all__ = ["check"]

_SIGNS = ("data-ttu-id", "data-stu-id", *(f"ms.{key}" for key in KEY_OF_FIELD.values()))
_KEY = re.compile(r"[\r\n]([\w.-]+)[ \t]*:(?=[ \t\r\n]|\Z)")


@document_rule("FM002", "invalid-front-matter", severity="error", its="non-conformance", triggers=_SIGNS)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what reading reported, then what YAML says."""
    for damage in facts.damage(check.slug):
        yield facts.finding(damage.message, damage.start, damage.end)
    header = facts.document.front_matter
    if not header.raw or facts.damage("front-matter-as-body"):
        return
    try:
        check_values(header)
    except FrontMatterError as error:
        lines = header.raw.splitlines(keepends=True)
        line = min(error.line or 1, len(lines))
        start = sum(map(len, lines[: line - 1]))
        yield facts.finding(error.message, start, start + len(lines[line - 1].rstrip("\r\n")))
        return
    if _may_repeat_key(header.body):
        body = "\n" + header.body
        counts = Counter(_KEY.findall(body))
        keys = [(found[1], header.body_start + found.start(1) - 1) for found in _KEY.finditer(body)]
        last = {key: start for key, start in keys if counts[key] > 1}
        for key, start in last.items():
            yield facts.finding(f"the key {key} stands {counts[key]} times", start, start + len(key))


def _may_repeat_key(body: str) -> bool:
    """Whether two lines say the same before a colon: a first look, in half the time of a pattern."""
    said = [line.partition(":")[0].rstrip() for line in body.splitlines() if ":" in line]
    return len({*said}) != len(said)
