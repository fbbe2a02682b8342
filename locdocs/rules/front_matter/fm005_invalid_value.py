"""A localization key has a value that it cannot have.

## What it does

Reports a hash or commit that is not 40 hexadecimal digits, a kind of translation other than `MT` and `HT`, a locale
that is no language tag, a day of hand-over that is no date (`MM/DD/YYYY`), and a file id that is not a number.

## Why

Tools look up the English file by commit and compare it by hash; they choose human over machine translations. A value
that is not of its form makes them fail, or worse, silently do nothing.

## Example

```yaml
ms.translationtype: Machine
ms.lasthandoff: 2020-09-14
```

## Use instead

```yaml
ms.translationtype: MT
ms.lasthandoff: 09/14/2020
```

## Source

The values of 32,457 published files (docs/format.md, "Front matter").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.front_matter import KEY_OF_FIELD, Localization
from locdocs.rules import DocumentFacts, Finding, document_rule

__all__ = ["check"]

_FORMS = {
    "source_hash": (re.compile(r"[0-9a-f]{40}"), "40 hexadecimal digits"),
    "source_commit": (re.compile(r"[0-9a-f]{40}"), "40 hexadecimal digits"),
    "translation_type": (re.compile(r"MT|HT"), "MT or HT"),
    "content_locale": (
        re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[A-Za-z]+)?"),
        "a language tag such as es-ES",
    ),
    "last_handoff": (re.compile(r"[0-9]{2}/[0-9]{2}/[0-9]{4}"), "a date, MM/DD/YYYY"),
    "file_id": (re.compile(r"[0-9]+"), "a number"),
}


@document_rule("FM005", "invalid-value", severity="warning", its="non-conformance", triggers=("\nms.",))
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield a finding for each value that is not of its form."""
    header = facts.document.front_matter
    keys = header.localization
    for name, (form, wanted) in _FORMS.items():
        value = getattr(keys, name)
        if value is None or (form.fullmatch(value) and not _is_no_day(keys, name)):
            continue
        key = f"ms.{KEY_OF_FIELD[name]}"
        start = header.raw.index(f"{key}:")
        end = start + len(header.raw[start:].splitlines()[0])
        yield facts.finding(f"{key} is {value!r}, and should be {wanted}", start, end)


def _is_no_day(keys: Localization, name: str) -> bool:
    return name == "last_handoff" and keys.last_handoff_date is None
