"""For every text and every new target: only targets change, only those that the result names, and nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import locdocs
from locdocs.units import Unit, units_of
from tests import strategies
from tests.merge.test_apply import assert_nothing_else_changed

NEW = st.one_of(
    strategies.target_texts,
    st.sampled_from(
        ("- x", "# x", "> x", "a | b", "2 * 3", "**a* b", "`x", "[a](b", "x\n\ny", "x\ny", "***", "<!--", "&lt;", "\\")
    ),
    st.text(st.sampled_from("a* \\`_[]()<>|#-\n~!&;:\"'"), max_size=12),
)


@st.composite
def edits(draw: st.DrawFn, units: list[Unit]) -> list[Unit]:
    """Some of the units with a new target, in any order, some twice."""
    edited = [unit._replace(target=draw(NEW)) if draw(st.booleans()) else unit for unit in units]
    if draw(st.integers(0, 9)) == 0 and edited:
        edited.append(draw(st.sampled_from(edited)))
    return draw(st.permutations(edited)) if len(edited) < 6 and draw(st.booleans()) else edited


@given(st.data(), strategies.texts(), st.booleans(), st.sampled_from(("unit", "source")))
def test_only_the_named_targets_change(data: st.DataObject, text: str, force: bool, match: str) -> None:
    document = locdocs.parse(text)
    result = locdocs.apply(
        document,
        data.draw(edits(units_of(document))),
        match=match,  # type: ignore[arg-type]
        force=force,
    )
    assert_nothing_else_changed(document, result)


PIECES = ("<b>", "</b>", "<div>", "</div>", "</span>", "<span>", "<!--", "-->", "<br>", "<a b='", "'>", "<", "&lt;")
PAIR_PIECES = (
    '<span class="x">',
    '<span data-ttu-id="0c05b-104">',
    '<span class="sxs-lookup">',
    "\\",
    "`",
    "*",
    "a",
    "\n",
)
TAGS = st.lists(st.sampled_from(PIECES + PAIR_PIECES), max_size=8).map("".join)


@given(st.data(), strategies.documents(), st.booleans(), st.sampled_from(("markdown", "plain", "codes")))
def test_whatever_a_target_holds_the_pairs_stay(
    data: st.DataObject, written: strategies.Written, force: bool, inline: str
) -> None:
    document = locdocs.parse(written.text)
    units = [unit._replace(target=data.draw(TAGS | NEW)) for unit in units_of(document)]
    result = locdocs.apply(document, units, force=force, inline=inline)  # type: ignore[arg-type]
    assert_nothing_else_changed(document, result)
    after = result.document
    assert [segment[:2] for segment in after.segments] == [segment[:2] for segment in document.segments]
    assert after.text.count("data-stu-id") >= document.text.count("data-stu-id")
    again = locdocs.parse(after.text)
    assert again.segments == after.segments
    assert len(again.damage) <= len(document.damage)
    if not force:
        for old, new in zip(document.segments, after.segments, strict=True):
            had = {code.text for side in locdocs.structure(document).inline_codes(old) for code in side}
            has = locdocs.structure(after).inline_codes(new).target
            assert {code.text for code in has if code.kind in ("html", "comment")} <= had


@given(strategies.texts(), st.sampled_from(("unit", "source")), st.sampled_from(("markdown", "plain")))
def test_an_unedited_export_changes_nothing(text: str, match: str, inline: str) -> None:
    document = locdocs.parse(text)
    units = units_of(document, inline=inline)  # type: ignore[arg-type]
    result = locdocs.apply(document, units, match=match, inline=inline)  # type: ignore[arg-type]
    assert result.document is document
    assert not result.applied


@given(strategies.documents())
def test_an_unedited_export_of_a_healthy_document_is_complete(written: strategies.Written) -> None:
    document = locdocs.parse(written.text)
    result = locdocs.apply(document, units_of(document))
    assert result.complete
    assert len(result.unchanged) == len(document.segments)


@given(st.data(), strategies.documents())
def test_what_was_applied_is_unchanged_the_next_time(data: st.DataObject, written: strategies.Written) -> None:
    document = locdocs.parse(written.text)
    units = data.draw(edits(units_of(document)))
    once = locdocs.apply(document, units)
    applied = [one.unit._replace(target=one.target) for one in once.applied]
    again = locdocs.apply(once.document, applied)
    assert again.document is once.document
    assert again.complete
    assert len(again.unchanged) == len(applied)


@given(st.data(), strategies.documents())
def test_every_unit_is_accounted_for(data: st.DataObject, written: strategies.Written) -> None:
    document = locdocs.parse(written.text)
    units = data.draw(edits(units_of(document)))
    result = locdocs.apply(document, units)
    told = [one.unit for one in (*result.applied, *result.refused)] + [*result.unknown, *result.unchanged]
    assert len(told) >= len({*units})
    assert {*told} == {*units}


@pytest.mark.parametrize("count", [4_000])
def test_many_culprits_in_a_large_document_take_seconds_and_not_minutes(count: int) -> None:
    from tests.merge.test_apply import document, edited

    text = document("\n\n".join(["{}"] * count) + "\n", *[(f"Texto {n} `x`.", f"Text {n} `x`.") for n in range(count)])
    new = {n: f"Texto {n} y." if n % 2 else f"Nuevo `x` {n}" for n in range(count)}
    result = locdocs.apply(text, edited(text, new))
    assert len(result.refused) == len(result.applied) == count // 2
