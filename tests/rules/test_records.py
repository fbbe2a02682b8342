"""What corpus rules gather comes back by key, in memory and out of it."""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locdocs.rules import records as module
from locdocs.rules.records import Records

NUMBERS = st.integers(-(2**63), 2**63 - 1)
FEW = st.integers(-3, 3)


@given(st.lists(st.lists(st.tuples(NUMBERS | FEW, NUMBERS | FEW))), st.sampled_from([0, 3, 1000]))
def test_every_key_comes_once_with_all_its_values_in_order(documents: list[list[tuple[int, int]]], most: int) -> None:
    wanted = defaultdict(list)
    with pytest.MonkeyPatch.context() as patch, closing(Records()) as records:
        patch.setattr(module, "_MOST", most)
        for number, pairs in enumerate(documents):
            records.add(number, iter(pairs))
            for key, value in pairs:
                wanted[key].append((value, number))
        found, varied = list(records.groups()), dict(records.groups(varied=True))
    assert len(found) == len(wanted)
    assert dict(found) == wanted
    assert varied == {key: rows for key, rows in wanted.items() if len({value for value, _ in rows}) > 1}


def test_what_is_too_much_for_memory_comes_back_the_same() -> None:
    with closing(Records()) as records:
        for number in range(300):
            records.add(number, ((64 * (place % 3), place) for place in range(3000)))
        found = dict(records.groups())
    assert {key: len(rows) for key, rows in found.items()} == {0: 300_000, 64: 300_000, 128: 300_000}
    assert found[64][:3] == [(1, 0), (4, 0), (7, 0)]
    assert found[64][-1] == (2998, 299)
