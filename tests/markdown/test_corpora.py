"""Structure, held against published documents (the folder that LOCDOCS_CORPUS names)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import locdocs
from locdocs import Document


@pytest.fixture(scope="module")
def documents(corpus: Path) -> list[Path]:
    found = sorted(corpus.glob("*/bilingual/**/*.md"))
    assert found
    return found


def read(paths: list[Path]) -> Iterator[Document]:
    for path in paths:
        yield locdocs.read(path)


def test_inline_codes_reassemble_in_every_segment(documents: list[Path]) -> None:
    kinds: Counter[str] = Counter()
    blocks: Counter[str] = Counter()
    for document in read(documents):
        structure = locdocs.structure(document)
        for segment in document:
            blocks[structure.block(segment).kind] += 1
            structure.plain(segment)
            for text, pieces in zip((segment.source, segment.target), structure.pieces(segment), strict=True):
                assert "".join(piece if isinstance(piece, str) else piece.text for piece in pieces) == text
                kinds.update(piece.kind for piece in pieces if not isinstance(piece, str))
    print(f"\nblocks: {dict(blocks)}\ncodes: {dict(kinds)}")
    assert blocks["definition"] <= sum(blocks.values()) / 1000


def test_source_and_target_stand_in_the_same_blocks(documents: list[Path]) -> None:
    same = total = 0
    for document in read(documents):
        structure = locdocs.structure(document)
        for segment in document:
            source, target = structure.block(segment, "source"), structure.block(segment, "target")
            total += 1
            same += (source.kind, source.level, source.list_depth, source.row, source.column) == (
                *(target.kind, target.level, target.list_depth, target.row, target.column),
            )
    print(f"\nin the same block: {same} of {total}")
    assert same >= 0.999 * total


def test_slugs_of_heading_anchors(documents: list[Path]) -> None:
    right = total = own = 0
    for document in read(documents):
        for heading in locdocs.structure(document).headings:
            if heading.anchor is not None:
                own += heading.anchor_is_own
                total += not heading.anchor_is_own
                right += heading.anchor.name == heading.slug
    print(f"\nslugs: {right} of {total} generated anchors ({100 * right / total:.3f} %), {own} anchors of authors")
    assert right >= 0.999 * total
    assert own <= 0.005 * total


def test_next_numbers(documents: list[Path]) -> None:
    right = total = 0
    unexplained: list[str] = []
    for document in read(documents):
        for step in locdocs.structure(document).numbering:
            if step.previous is not None:
                total += 1
                right += step.explained
                if not step.explained:
                    unexplained.append(f"{document.path}: {step.actual}, not {step.expected}")
    print(f"\nnumbers: {right} of {total} neighbours ({100 * right / total:.3f} %)", *unexplained, sep="\n  ")
    assert right >= 0.999 * total
