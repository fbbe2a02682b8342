"""The rules find faults that are put into the samples; ``python -m tests.faults`` uses published trees."""

from __future__ import annotations

from pathlib import Path

import pytest

from locdocs.rules import rule_names
from tests.faults.measuring import FAULTS, Result, documents, measure, table

COUNT = 10
SLACK = 0.1
"""One of ten may be missed here: the samples are few, and the same places come again."""


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_a_rule_finds_its_fault_in_the_samples(code: str, samples: Path) -> None:
    if code not in rule_names():
        pytest.skip("no such rule yet")
    result = measure(code, documents(samples), count=COUNT)
    assert result.injected, f"no mutant of {code} could be made of the samples"
    missed = [mutant.text[mutant.start : mutant.end] for _, mutant in result.misses]
    assert result.recall >= FAULTS[code].required - SLACK, f"{dict(result.missed)}: {missed}"


def test_each_rule_has_a_fault() -> None:
    assert sorted(set(rule_names()) - set(FAULTS)) == []


def test_mutants_are_the_same_on_every_run(samples: Path) -> None:
    first, second = (measure("TX003", documents(samples), count=COUNT, seed=3) for _ in range(2))
    assert first.variants == second.variants
    assert first.found == second.found


def test_the_table_marks_what_is_under_its_threshold() -> None:
    lines = list(table([Result("SP001", injected=200, found=150), Result("XX001", exists=False)]))
    assert "75.0%     99%!" in lines[1]
    assert lines[2].endswith("no such rule yet")
