"""An English file has no translation, or a translation has no English file.

## What it does

Runs where the English side is at hand (`--source-repo`). It looks for the English file of each document as it is now,
by the document's path: as it is, below the folder that was given, and below a folder that is named after a language
(`docs.es-es/`, `es-es/`). It reports

- folders of documents none of which has an English file: the English side is probably another folder;
- documents with a pair or with localization keys that have none: it was moved, renamed or deleted;
- English files without a document, in folders that were given as a whole, under the path that the document would have.
  Nothing is missing in a run of single files (`--changed`, `--since`), in a folder for a language of which most
  documents have no English file, and what `.gitignore` files leave out is not missed.

English files that match one of the patterns in the option `exclude`, as in `.gitignore`, may go without translation. If
the configuration says nothing else, these are the files that a repository has for those who work on it, at its top:
`README.md`, `CONTRIBUTING.md`, `LICENSE.md` and the like.

## Why

Readers are led to a page that is not there in their language, or that describes what has gone.

## Example

```text
pages/articles/save.md
pages/articles/filter.md
pages.es-es/articles/save.md
pages.es-es/articles/filters.md
```

## Use instead

```text
pages/articles/save.md
pages/articles/filter.md
pages.es-es/articles/save.md
pages.es-es/articles/filter.md
```

## Source

The path of a document is that of its English file: 7,140 of 7,140 checked (docs/format.md, "Front matter").
Measured on three trees beside their English files (881 documents): nothing reported; of 200 documents put elsewhere all
are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from locdocs.english import English
from locdocs.rules import CorpusFacts, DocumentFacts, Finding, corpus_rule

__all__ = ["check"]

_CODE = "CO003"
_OPTION = "exclude"
_EXCLUDE = [
    "/README.md",
    "/CONTRIBUTING.md",
    "/CODE_OF_CONDUCT.md",
    "/CODE-OF-CONDUCT.md",
    "/SECURITY.md",
    "/SUPPORT.md",
    "/CHANGELOG.md",
    "/LICENSE*.md",
    "/ThirdPartyNotices.md",
]


def _gather(facts: DocumentFacts) -> Iterator[tuple[int, int]]:
    """Whether a document is a translation: TOC and README files often have nothing that says so."""
    document = facts.document
    if document.path is not None:
        keys = document.localization
        yield int(bool(document.segments or keys.source_hash or keys.source_commit)), 0


@corpus_rule(
    _CODE,
    "missing-counterpart",
    severity="warning",
    its="omission",
    default="src",
    options={_OPTION: _EXCLUDE},
    gather=_gather,
)
def check(facts: CorpusFacts) -> Iterator[Finding]:
    """Yield the documents without an English file, then the English files without a document."""
    english = facts.context.english
    if english is None:
        return
    kinds = {bool(key): [number for _, number in rows] for key, rows in facts.groups()}
    found = {number: english.path_of(facts.paths[number]) for kind in kinds.values() for number in kind}
    lonely = {number for number in kinds.get(True, ()) if found[number] is None}
    if len(lonely) == len(kinds.get(True, ())) > 1 and facts.context.folders:
        for folder in facts.context.folders:
            yield facts.finding(f"none of the documents has an English file in {english.folder.name}", folder)
        return
    for document in facts.some(lonely):
        gone = document.original is not None
        yield document.finding(
            "the English file that this was made from is gone" if gone else "there is no English file of this path",
            0,
            0,
        )
    translated: defaultdict[PurePosixPath, set[PurePosixPath]] = defaultdict(set)
    for number, path in found.items():
        if path is not None:
            translated[_base(facts.paths[number], path)].add(path)
    documents = [facts.paths[number] for number in found]
    excluded = facts.option(_CODE, _OPTION, _EXCLUDE)
    for base, paths in sorted(translated.items()):
        # A README above the folders of the languages says nothing of what has to be beside it.
        if 2 * len(paths) > sum(path.is_relative_to(base) for path in documents):
            yield from _missing(facts, english, base, paths, excluded)


def _missing(
    facts: CorpusFacts, english: English, base: PurePosixPath, translated: set[PurePosixPath], excluded: Iterable[str]
) -> Iterator[Finding]:
    """The English files without a document below a folder."""
    # Imported here: only needed where there is an English side.
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    patterns = GitIgnoreSpec.from_lines(excluded)
    for path in english.files():
        wanted = base / path
        if path in translated or not any(wanted.is_relative_to(folder) for folder in facts.context.folders):
            continue
        if not patterns.match_file(str(path)):
            yield facts.finding(f"there is no translation of the English file {path}", wanted)


def _base(path: PurePosixPath, english: PurePosixPath) -> PurePosixPath:
    """The folder of a document that corresponds to that of the English side."""
    return PurePosixPath(*path.parts[: len(path.parts) - len(english.parts)])
