"""``locdocs stats``."""

from __future__ import annotations

import json
from pathlib import Path

from locdocs.corpus import read_tree
from locdocs.statistics import measure
from tests.cli.running import Run


def test_text(run: Run, samples: Path) -> None:
    result = run("stats", samples / "bilingual")
    assert (result.code, result.err) == (0, "")
    lines = {" ".join(line.split()) for line in result.out.splitlines()}
    assert {"documents 16", "without a pair 1", "segments 305", "encoded-span-markup 5"} <= lines
    assert any(line.startswith("zh-CN 1 document, 19 segments, ") for line in lines)
    assert any(line.startswith("HT 6 documents, ") for line in lines)


def test_json(run: Run, samples: Path) -> None:
    found = json.loads(run("stats", samples / "bilingual", "--format", "json").out)
    expected = measure(read_tree(samples / "bilingual"))
    assert found["segments"] == expected.segments
    assert found["coverage"] == expected.coverage
    assert found["languages"]["ja-JP"]["target_unit"] == "character"
    assert sum(count["segments"] for count in found["languages"].values()) == found["segments"]
    assert found["damage"] == expected.damage


def test_documents_without_pairs_and_without_text_are_counted_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"")
    result = run("stats", tmp_path)
    assert result.code == 0
    lines = [" ".join(line.split()) for line in result.out.splitlines()]
    assert {"documents 1", "segments 0", "coverage -", "damage none"} <= set(lines)
