"""The hash of the English file is not that of the sources.

## What it does

Where the front matter holds the localization keys and nothing else, the English text of all pairs, put in place of
them, is the English file. Reports a document of which this does not hash to `ms.openlocfilehash`. Where the English
side is a git repository (`--source-repo`) with that commit, reports documents whose English file at
`ms.sourcegitcommit` does not hash to it. Where only a file without its history is at hand, one that does not hash to it
and says something else than the sources is another version, and proves nothing: [AL005](AL005-stale-translation.md)
tells what changed. One that says the same is reported.

## Why

The hash proves that the sources are what the author wrote. If it does not fit, a source, or text outside of the pairs,
was changed by hand, or the header belongs to another version; the pairs are then not what they claim to be.

## Example

A sentence of the English half was corrected in the bilingual file only.

## Use instead

Correct the English file and publish it again.

## Source

SHA-1 of the English file in 7,140 of 7,140 published files checked. Of the 541 whose header holds localization keys
only, 514 prove themselves; the others hold something that the format does not keep, such as tabs and soft-wrapped lines
(docs/format.md, "Front matter" and "The source view"). No finding in
1,601 files of five published trees.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.proof import hashes_of, prove
from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.rules.alignment.english_words import differences, words_of_document, words_of_file

__all__ = ["check"]

_KEY = "ms.openlocfilehash:"


@document_rule("FM008", "source-hash-mismatch", severity="error", its="non-conformance", triggers=(_KEY,))
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield at most one finding, at the hash."""
    document = facts.document
    wanted = document.front_matter.localization.source_hash
    # A file without a pair holds no English: a target-language file, or a stub.
    if not wanted or not document.segments:
        return
    if facts.context.english is None and not document.front_matter.localization_only:
        return  # as nearly always: nothing can be proved
    message = ""
    then = facts.original_at_commit
    if then is not None:
        if wanted not in hashes_of(then):
            message = "the English file at ms.sourcegitcommit does not have this hash"
    elif facts.original is not None and wanted in hashes_of(facts.original):
        return
    elif facts.original is not None and _is_made_from(facts, facts.original):
        message = "the English file that says the same does not have this hash"
    elif prove(document).verdict == "disproved":
        message = "the English text of this file does not have this hash"
    if message:
        start = facts.text.index(wanted, document.front_matter.raw.index(_KEY))
        yield facts.finding(message, start, start + len(wanted))


def _is_made_from(facts: DocumentFacts, original: bytes) -> bool:
    """Whether an English file says what the sources say; else it is another version, which proves nothing."""
    return not any(differences(words_of_document(facts.document), words_of_file(original)))
