"""On published documents: an export that nobody edited changes no byte, and an edited one its targets only."""

from __future__ import annotations

from pathlib import Path

import locdocs
from locdocs.merge import apply_target
from locdocs.units import units_of
from tests.merge.test_apply import assert_nothing_else_changed, edited

EVERY = 3
"""Every third segment is edited, so that most have neighbours that are not."""


def test_an_unedited_export_changes_no_document(corpus: Path) -> None:
    for document in published(corpus):
        for inline in ("markdown", "plain"):
            result = locdocs.apply(document, units_of(document, inline=inline), inline=inline)
            assert result.document is document, document.path
            assert not result.refused, (document.path, result.refused)
            assert not result.unknown, document.path


def test_edited_targets_change_and_every_other_byte_stays(corpus: Path) -> None:
    count = refused = 0
    for document in published(corpus):
        new = {n: f"{segment.target} 2*4" for n, segment in enumerate(document) if n % EVERY == 0}
        result = locdocs.apply(document, edited(document, new))
        assert_nothing_else_changed(document, result)
        count += len(new)
        refused += len(result.refused)
    # What is refused stands where no text can be added, or in a file whose Markdown is broken.
    assert refused < count / 1000


def test_a_memory_of_the_tree_changes_nothing(corpus: Path) -> None:
    for tree in sorted(corpus.glob("*/bilingual")):
        documents = list(locdocs.read_tree(tree))[:200]
        memory = [unit for document in documents for unit in units_of(document)]
        for document in documents[::10]:
            mine = {segment.source for segment in document}
            units = [unit._replace(origin=units_of(document)[0].origin) for unit in memory if unit.source in mine]
            result = locdocs.apply(document, units, match="source")
            assert result.document is document, document.path
            assert result.complete, document.path


def test_an_unedited_target_view_changes_no_document(corpus: Path) -> None:
    for document in published(corpus):
        result = apply_target(document, locdocs.render(document, "target"))
        assert result.document is document, document.path
        assert result.complete, document.path


def test_published_targets_differ_outside_of_segments_or_not_at_all(corpus: Path) -> None:
    """Nearly every published file is the target view; what differs are asterisks and lost alternative texts."""
    same = count = 0
    for document in published(corpus):
        for tree in corpus.glob("*/target"):
            file = tree / str(document.path)
            if file.is_file() and document.localization.source_hash:
                original = file.read_bytes()
                if document.localization.source_hash.encode() in original and same_language(document, original):
                    count += 1
                    result = apply_target(document, original)
                    same += result.complete and result.document is document
    assert count > 1000
    assert same > 0.97 * count


def same_language(document: locdocs.Document, target: bytes) -> bool:
    return f"ms.contentlocale: {document.target_language}".encode() in target


def published(corpus: Path) -> list[locdocs.Document]:
    return [document for tree in sorted(corpus.glob("*/bilingual")) for document in locdocs.read_tree(tree)]
