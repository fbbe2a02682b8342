"""Bytes and text, lines, edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locdocs.text import LineIndex, TextEdit, apply_edits, decode, encode
from tests import strategies


@given(st.binary())
def test_any_bytes_survive(data: bytes) -> None:
    assert encode(decode(data)) == data


@given(strategies.random_texts)
def test_any_text_has_bytes(text: str) -> None:
    assert isinstance(encode(text), bytes)


def test_surrogates_without_a_byte_are_written_in_their_own_form() -> None:
    assert encode("a\ud800\udcffb") == b"a\xed\xa0\x80\xffb"


@given(strategies.random_texts)
def test_every_character_has_a_line_and_a_column(text: str) -> None:
    index = LineIndex(text)
    assert len(index) == len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    for offset in range(len(text) + 1):
        line, column = index.line_column(offset)
        assert index.start_of(line) + column - 1 == offset
        assert 1 <= line <= len(index)
        assert column >= 1


@given(st.text("abc", max_size=20), st.data())
def test_edits_replace_their_stretches_and_nothing_else(text: str, data: st.DataObject) -> None:
    places = st.lists(st.integers(0, len(text)), max_size=6).map(sorted)
    bounds = data.draw(places.filter(lambda found: len(found) % 2 == 0))
    edits = [TextEdit(start, end, "[]") for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    edited = apply_edits(text, data.draw(st.permutations(edits)))
    kept = [text[start:end] for start, end in zip([0, *bounds[1::2]], [*bounds[::2], len(text)], strict=True)]
    assert edited == "[]".join(kept)


@pytest.mark.parametrize("edits", [[(0, 2, ""), (1, 3, "")], [(2, 1, "")], [(0, 9, "")], [(-1, 1, "")]])
def test_edits_that_overlap_or_leave_the_text_are_refused(edits: list[tuple[int, int, str]]) -> None:
    with pytest.raises(ValueError, match="overlap or leave"):
        apply_edits("abc", [TextEdit(*edit) for edit in edits])
