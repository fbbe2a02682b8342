"""The benchmarks run and measure what they say; how fast things are is not tested here."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import locdocs
from tests.benchmarks import export, memory, reading, tmx_reading, writing
from tests.benchmarks.measure import load, median_times, table


def test_the_cases_of_reading_run_on_the_samples(samples: Path) -> None:
    corpus = load(sorted(samples.glob("bilingual/**/*.md")))
    rows = list(reading.rows(corpus, rounds=1))
    assert [row.name for row in rows] == list(reading.CASES)
    assert all(row.seconds > 0 for row in rows)
    assert "1.00 L" in table("Reading", rows)


def test_beautiful_soup_finds_the_pairs_it_is_timed_for(samples: Path) -> None:
    text = (samples / "bilingual/es-es/articles/get-started.md").read_text("utf-8")
    assert [pair[0] for pair in reading.soup_pairs(text)] == [segment.id for segment in locdocs.parse(text)]


def test_an_export_is_timed_against_a_loop_that_writes_the_same_pairs(samples: Path, tmp_path: Path) -> None:
    paths = sorted(samples.glob("bilingual/**/*.md"))
    assert [row.name for row in export.rows(paths, rounds=1)] == list(export.CASES)
    export.plain_loop(paths, tmp_path / "loop.tmx")
    export.to_tmx(paths, tmp_path / "memory.tmx")
    written = (tmp_path / "loop.tmx").read_text("utf-8"), (tmp_path / "memory.tmx").read_text("utf-8")
    # The loop misses the pairs with encoded quotes and takes those without a source.
    assert [text.count("<tu ") for text in written] == [300, 303]


def test_writing_is_timed_in_all_inline_modes(samples: Path) -> None:
    paths = sorted(samples.glob("bilingual/**/*.md"))
    ((title, rows),) = writing.tables(paths, load(paths), rounds=1)
    assert title.startswith("Writing 305 segments")
    cases = {f"locdocs, {name}, {mode}" for name in writing.CASES for mode in writing.MODES}
    assert {row.name for row in rows} >= cases
    if find_spec("translate"):
        assert {row.name for row in rows} > cases


def test_reading_tmx_is_timed(samples: Path, tmp_path: Path) -> None:
    paths = sorted(samples.glob("bilingual/**/*.md"))
    ((_, rows),) = tmx_reading.tables(paths, rounds=1)
    assert {row.name for row in rows} >= {"locdocs, markdown", "locdocs, codes"}
    export.to_tmx(paths, tmp_path / "memory.tmx")
    assert tmx_reading.read(tmp_path / "memory.tmx") == 303
    if find_spec("translate"):
        assert tmx_reading.parse(tmp_path / "memory.tmx") == 303


def test_the_memory_of_an_export_is_measured(samples: Path) -> None:
    once, many = memory.rows(sorted(samples.glob("bilingual/es-es/**/*.md")))
    assert once.ratio == "1.00"
    assert float(many.ratio) > 0


def test_cases_take_turns() -> None:
    ran: list[str] = []
    median_times({"a": lambda: ran.append("a"), "b": lambda: ran.append("b")}, rounds=2)
    assert ran == ["a", "b", "a", "b"]
