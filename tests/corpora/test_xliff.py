"""XLIFF of published documents, held against the schemas (LOCDOCS_CORPUS and LOCDOCS_SHARED name the folders).

Here one document of so many; ``python -m tests.judges.xliff`` looks at all of them.
"""

from __future__ import annotations

from pathlib import Path

from tests.judges.xliff import documents, problems, schemas

EVERY = 30


def test_exports_are_valid_and_come_back(corpus: Path, shared: Path, tmp_path: Path) -> None:
    known = schemas(shared)
    looked_at = 0
    for document in documents(corpus, EVERY):
        assert list(problems(document, tmp_path / "a.xlf", known)) == []
        looked_at += 1
    assert looked_at > 40
