"""An article has no front matter.

## What it does

Reports a document with a first-level heading in a pair that has no YAML header. Files that never have one are left
alone: includes, tables of contents, and what repositories keep in files like `README.md`.

## Why

Publication writes the header: the language, the kind of translation, the commit and the hash of the English file.
Without it nobody knows what the document was made from, and it is published without a title.

## Example

```markdown
# <a name="panel"></a><span data-ttu-id="0c05b-101">Panel</span><span class="sxs-lookup"><span
# data-stu-id="0c05b-101">Panel</span></span>
```

## Use instead

```markdown
---
title: Panel
ms.openlocfilehash: 5a8d516396446ac3cec0a10c21dee86bd6332422
ms.contentlocale: es-ES
---
# <a name="panel"></a><span data-ttu-id="0c05b-101">Panel</span><span class="sxs-lookup"><span
# data-stu-id="0c05b-101">Panel</span></span>
```

## Source

1,340 published files have no header; they are includes, tables of contents and files like `README.md`
(docs/format.md, "Front matter").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, document_rule

__all__ = ["check"]

_NO_ARTICLE = re.compile(
    r"(?:^|/)(?:_?includes?/.*|(?:toc|readme|licen[sc]e(?:-code)?|contributing|code[-_]of[-_]conduct|security|support|"
    r"changelog|thirdpartynotices|pull_request_template|issue_template)(?:\.[^/]*)?)$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^\#[ \t]", re.MULTILINE)


@document_rule("FM001", "missing-front-matter", severity="warning", its="omission")
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield one finding at the start of an article without a header."""
    document = facts.document
    if document.front_matter.raw or not document.segments or facts.damage("invalid-front-matter"):
        return
    if _NO_ARTICLE.search(str(document.path or "")) or not _TITLE.search(facts.text):
        return
    first_line = re.match(r"[^\r\n]*", facts.text)
    yield facts.finding("this article has no front matter", 0, first_line.end() if first_line else 0)
