"""The units of a document, held column by column: a sequence that is like a list of them in every way that matters."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locdocs.errors import LocdocsError
from locdocs.exchange import FORMATS
from locdocs.exchange.columns import columns_of, origin_of_batch, with_codes
from locdocs.units import InlineMode, Unit, UnitColumns, units_of
from tests.exchange.making import document, written
from tests.exchange.strategies import origins
from tests.exchange.strategies import units as lists_of_units
from tests.strategies import texts

INLINE = st.sampled_from(["markdown", "plain", "codes"])
ONE_ORIGIN = origins().flatmap(lambda origin: lists_of_units(st.just(origin), lines=True))


@pytest.fixture
def units() -> UnitColumns:
    found = document(("One", "Uno"), ("**Two**", "**Dos**"), ("Three", "Tres"))
    return units_of(found, inline="codes", block_kind=True, lines=True, headings=True)


def test_it_is_like_a_list(units: UnitColumns) -> None:
    expected = [*units]
    assert len(units) == len(expected) == 3
    assert units == expected
    assert expected == units
    assert units != expected[:2]
    assert units != tuple(expected)
    assert repr(units) == "<3 units of page.md>"
    assert [type(unit) for unit in units] == [Unit] * 3
    assert [units[index] for index in (0, 1, 2, -1)] == [expected[index] for index in (0, 1, 2, -1)]
    assert expected[1] in units
    assert units.index(expected[1]) == 1
    assert [*reversed(units)] == expected[::-1]
    assert pickle.loads(pickle.dumps(units)) == units
    with pytest.raises(IndexError):
        units[3]
    with pytest.raises(TypeError):
        hash(units)


def test_what_is_asked_for_stands_in_its_field(units: UnitColumns) -> None:
    assert [unit.source for unit in units] == ["One", "**Two**", "Three"]
    assert [unit.target for unit in units] == ["Uno", "**Dos**", "Tres"]
    assert [unit.line for unit in units] == [5, 7, 9]
    assert {unit.block for unit in units} == {"paragraph"}
    assert [len(unit.source_codes or ()) for unit in units] == [0, 2, 0]
    assert [len(unit.target_codes or ()) for unit in units] == [0, 2, 0]
    assert list(with_codes(units)) == [1]


def test_a_document_without_pairs_has_no_units() -> None:
    assert units_of(document(), inline="codes", block_kind=True, lines=True, headings=True) == []
    assert not units_of(document())


def test_the_heading_is_the_one_that_a_pair_begins() -> None:
    from locdocs import parse
    from locdocs.markup import write_pair

    pair = write_pair("0c05b-101", "Uno", "One")
    for before, level in (
        ("# ", 1),
        ("###### ", 6),
        ("   ## ", 2),
        ('text\n##\t<a name="a-#b"></a> ', 2),
        ("####### ", None),
        ("    # ", None),
        ("a # ", None),
        ("#", None),
        ("# a ", None),
        ("\n\n", None),
        ("> # ", None),
        ("# # ", None),
    ):
        assert [unit.heading for unit in units_of(parse(before + pair), headings=True)] == [level], before


@given(text=texts(), inline=INLINE, others=st.tuples(*[st.booleans()] * 3), data=st.data())
def test_columns_and_units_agree(text: str, inline: InlineMode, others: tuple[bool, ...], data: st.DataObject) -> None:
    from locdocs import parse

    block_kind, lines, headings = others
    found = units_of(parse(text), inline=inline, block_kind=block_kind, lines=lines, headings=headings)
    expected = list(found)
    assert len(found) == len(expected)
    assert [found[index] for index in range(len(found))] == expected
    part = data.draw(st.slices(len(expected)))
    assert isinstance(found[part], UnitColumns)
    assert found[part] == expected[part]
    if expected:
        assert columns_of(found) is found
        assert origin_of_batch(expected) == origin_of_batch(found) == found.origin
        assert list(with_codes(found)) == [
            index for index, unit in enumerate(expected) if unit.source_codes or unit.target_codes
        ]


@given(expected=ONE_ORIGIN)
def test_columns_of_a_list_hold_its_units(expected: list[Unit]) -> None:
    assert columns_of(expected) == expected


def outcome(content: Any, name: str, inline: InlineMode) -> object:
    """What an export writes, or why it does not."""
    try:
        data, summary = written(content, name, inline=inline)
    except LocdocsError as error:
        return str(error)
    return data, summary.segments, summary.dropped, summary.characters_replaced


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("moses", "xlsx", "parquet")])
@given(text=texts(), inline=INLINE)
def test_a_document_is_written_as_its_units_are(name: str, text: str, inline: InlineMode) -> None:
    from locdocs import parse

    found = parse(text, path="page.md", target_language="es-ES")
    units = units_of(found, inline=inline, lines=FORMATS[name].lines, headings=FORMATS[name].headings)
    if units:
        assert outcome(found, name, inline) == outcome(list(units), name, inline)
