"""JSON Lines through the json module: every text comes back, and the keys are those that are documented."""

from __future__ import annotations

import json
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import locdocs
from locdocs.corpus import read_tree
from locdocs.exchange import jsonl, write
from locdocs.units import Origin, Unit
from tests.exchange.making import document, written
from tests.exchange.readers import read_jsonl

KEYS = [
    "locdocs",
    "path",
    "id",
    "number",
    "line",
    "source",
    "target",
    "source_language",
    "target_language",
    "translation_type",
    "source_commit",
    "source_hash",
    "last_handoff",
    "inline",
]


def test_the_samples_come_back(samples: Path, tmp_path: Path) -> None:
    tree = read_tree(samples / "bilingual")
    summary = write(tmp_path / "pairs.jsonl", tree, roots=())
    entries = read_jsonl(tmp_path / "pairs.jsonl")
    assert len(entries) == summary.segments
    expected = [
        {
            "locdocs": 1,
            "path": str(found.path),
            "id": segment.id,
            "number": segment.number,
            "line": found.location(segment).line,
            "source": segment.source,
            "target": segment.target,
            "source_language": "en-US",
            "target_language": found.target_language,
            "translation_type": found.localization.translation_type,
            "source_commit": found.localization.source_commit,
            "source_hash": found.localization.source_hash,
            "last_handoff": str(found.localization.last_handoff_date) if found.localization.last_handoff else None,
            "inline": "markdown",
        }
        for found in tree
        for segment in found
        if segment.source and segment.target
    ]
    assert entries == expected


def test_every_key_is_documented() -> None:
    data, _ = written(document(("**One**", "**Uno**")), "jsonl", block_kind=True, inline="codes")
    [entry] = read_jsonl(data)
    assert list(entry) == [*KEYS, "block", "source_codes", "target_codes"]
    for key in [*entry, *entry["source_codes"][0]]:
        assert re.search(rf"\b{key}\b", jsonl.__doc__ or "")


def test_codes_stand_beside_the_text() -> None:
    data, _ = written(document(("A **b**", "**B** a")), "jsonl", inline="codes")
    [entry] = read_jsonl(data)
    assert entry["source"] == "A **b**"
    assert entry["source_codes"] == [
        {"start": 2, "end": 4, "role": "opening", "kind": "strong", "pair": 1, "x": 1},
        {"start": 5, "end": 7, "role": "closing", "kind": "strong", "pair": 1, "x": 1},
    ]
    assert [(code["start"], code["end"], code["x"]) for code in entry["target_codes"]] == [(0, 2, 1), (3, 5, 1)]


def test_no_target_language_is_null() -> None:
    [entry] = read_jsonl(written(document(("One", "Uno"), locale=None, path=None), "jsonl")[0])
    assert entry["target_language"] is None
    assert entry["path"] is None


def test_bytes_that_are_no_utf8_survive() -> None:
    found = document(("One", "Uno \udcff"))
    data, summary = written(found, "jsonl")
    assert data.decode("utf-8")  # the file itself is UTF-8
    assert read_jsonl(data)[0]["target"] == "Uno \udcff"
    assert summary.characters_replaced == 0


@given(st.text(min_size=1), st.text(min_size=1))
def test_every_text_comes_back(source: str, target: str) -> None:
    data, _ = written([Unit(source, source, target, Origin(target, source, target))], "jsonl")
    # Readers that end lines where Unicode does see one line too.
    assert len(data.decode("utf-8").splitlines()) == 1
    entry = json.loads(data)
    assert (entry["source"], entry["target"], entry["path"]) == (source, target, target)


@given(st.text(st.sampled_from("a\udc80\udcff\ud800é🙂\\"), min_size=1))
def test_lone_surrogates_come_back(text: str) -> None:
    data, _ = written([Unit("x", text, text, Origin(None, "en-US", None))], "jsonl")
    # What stands as two halves of one character in a text is that character to JSON.
    assert json.loads(data)["source"] == json.loads(json.dumps(text))


def test_lines_count_every_kind_of_line_break() -> None:
    pair = document(("One", "Uno")).text.split("---\n")[2].strip()
    for line_break in ("\n", "\r\n", "\r"):
        text = line_break.join(["", "", pair, "", pair.replace("-101", "-102")])
        found = locdocs.parse(text, target_language="es-ES")
        lines = [entry["line"] for entry in read_jsonl(written(found, "jsonl")[0])]
        assert lines == [3, 5] == [found.location(segment).line for segment in found]
