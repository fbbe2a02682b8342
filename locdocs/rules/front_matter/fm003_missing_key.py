"""A localization key is missing from the front matter.

## What it does

Reports a header without one of `ms.openlocfilehash`, `ms.sourcegitcommit`, `ms.translationtype`, `ms.contentlocale`,
`ms.lasthandoff` and `ms.locfileid`. Files handed over in 2017 have no `ms.locfileid`, and need none.

## Why

The keys say what the document was made from, when, by whom and in which language. Without the hash and the commit
nobody can tell whether it is up to date; without the locale nobody knows the language of its targets.

## Example

```yaml
title: Panel
ms.sourcegitcommit: 0d28f65a97190c34ec44d7f282ecd0ad4975c5c3
```

## Use instead

Hand the file over again: the keys are written by the localization system, always all of them.

## Source

The keys are always the last ones of the header, in one order; 8 published files lack one (docs/format.md, "Front
matter"). No finding in 1,601 files of five published trees.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.front_matter import KEY_OF_FIELD
from locdocs.rules import DocumentFacts, Finding, document_rule

__all__ = ["check"]


@document_rule("FM003", "missing-key", severity="warning", its="omission")
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield one finding that names the keys that are missing."""
    document = facts.document
    header = document.front_matter
    if not header.raw or not document.segments or facts.damage("front-matter-as-body"):
        return
    keys = header.localization
    missing = [name for name in KEY_OF_FIELD if getattr(keys, name) is None]
    if "file_id" in missing and keys.last_handoff_date and keys.last_handoff_date.year <= 2017:
        missing.remove("file_id")
    if missing:
        names = ", ".join(f"ms.{KEY_OF_FIELD[name]}" for name in missing)
        line = header.raw[header.body_end :].rstrip("\r\n")
        yield facts.finding(f"the front matter lacks {names}", header.body_end, header.body_end + len(line))
