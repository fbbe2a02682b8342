"""What holds for every text there is, damaged or not."""

from __future__ import annotations

import pickle
from collections import Counter

import pytest
from hypothesis import Phase, event, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

import locdocs
from locdocs.damaged_markup import scan_with_care
from locdocs.errors import FrontMatterError, ReplaceError
from locdocs.front_matter import find_header
from locdocs.markup import scan, write_pair
from locdocs.projection import project
from locdocs.text import LineIndex, decode, encode
from tests import strategies
from tests.strategies import Written

KINDS = {
    "duplicate-id",
    "encoded-span-markup",
    "front-matter-as-body",
    "gap-inside-pair",
    "id-mismatch",
    "invalid-front-matter",
    "irregular-span-attributes",
    "malformed-id",
    "nested-pair",
    "source-without-target",
    "spans-in-front-matter",
    "target-without-source",
    "unclosed-source-span",
    "unclosed-target-span",
}


@given(strategies.documents())
def test_a_healthy_document_gives_the_pairs_that_were_put_into_it(written: Written) -> None:
    document = locdocs.parse(written.text)
    assert [(segment.id, segment.target, segment.source) for segment in document] == list(written.pairs)
    assert document.damage == ()


@given(strategies.documents())
def test_the_strict_path_and_the_careful_path_agree_on_healthy_documents(written: Written) -> None:
    assert scan(written.text) == scan_with_care(written.text)


@given(strategies.texts())
def test_the_strict_path_takes_no_text_that_the_careful_path_reads_otherwise(text: str) -> None:
    assert scan(text) == scan_with_care(text)


@given(strategies.texts())
def test_the_parts_put_together_again_are_the_text(text: str) -> None:
    document = locdocs.parse(text)
    parts = []
    done = 0
    for segment in document:
        parts += [
            text[done : segment.start],
            text[segment.start : segment.target_start],
            segment.target,
            text[segment.target_end : segment.source_start],
            segment.source,
            text[segment.source_end : segment.end],
        ]
        done = segment.end
    assert "".join(parts) + text[done:] == text == document.text


@given(strategies.texts())
def test_segments_rise_and_never_overlap(text: str) -> None:
    done = 0
    for segment in locdocs.parse(text):
        offsets = (
            done,
            segment.start,
            segment.target_start,
            segment.target_end,
            segment.source_start,
            segment.source_end,
            segment.end,
        )
        assert list(offsets) == sorted(offsets)
        assert segment.start < segment.target_start
        assert segment.source_end < segment.end
        assert text[segment.target_start : segment.target_end] == segment.target
        assert text[segment.source_start : segment.source_end] == segment.source
        done = segment.end


@given(strategies.texts())
def test_damage_has_a_known_kind_and_a_place_in_the_text(text: str) -> None:
    document = locdocs.parse(text)
    starts = [damage.start for damage in document.damage]
    assert starts == sorted(starts)
    for damage in document.damage:
        event(damage.kind)
        assert damage.kind in KINDS
        assert 0 <= damage.start <= damage.end <= len(text)
        assert damage.message
        assert damage.id is None or damage.id in text


@given(strategies.texts())
def test_a_document_without_damage_holds_literal_pairs_only(text: str) -> None:
    document = locdocs.parse(text)
    if document.damage:
        return
    for segment in document:
        assert text[segment.start : segment.end] == write_pair(segment.id, segment.target, segment.source)


@given(st.one_of(st.binary(max_size=60), strategies.texts().map(encode), strategies.texts().map(encode)), st.data())
def test_bytes_come_back(data: bytes, draw: st.DataObject) -> None:
    cut = draw.draw(st.integers(0, len(data)))
    mangled = data[:cut] + draw.draw(st.binary(max_size=3)) + data[cut:]
    assert locdocs.parse(mangled).to_bytes() == mangled
    assert encode(decode(data)) == data


@given(strategies.texts(), st.sampled_from(("target", "source")))
def test_a_projection_maps_every_character_back(text: str, side: str) -> None:
    projection = project(locdocs.parse(text), side)  # type: ignore[arg-type]
    back = [projection.to_file(offset) for offset in range(len(projection.text))]
    assert "".join(text[offset] for offset in back) == projection.text
    assert back == sorted(set(back))


@given(strategies.texts())
def test_a_projection_holds_the_texts_of_the_segments(text: str) -> None:
    document = locdocs.parse(text)
    for side in ("target", "source"):
        projection = project(document, side)  # type: ignore[arg-type]
        assert len(projection.spans) == len(document)
        for index, (segment, (start, end)) in enumerate(zip(document, projection.spans, strict=True)):
            assert projection.text[start:end] == getattr(segment, side)
            if start < end:
                first = getattr(segment, f"{side}_start")
                assert projection.file_range(start, end) == (first, first + end - start)
                assert projection.segment_at(start) == projection.segment_at(end - 1) == index


@given(strategies.texts())
def test_documents_compare_hash_and_pickle(text: str) -> None:
    document = locdocs.parse(text, path="a/b.md")
    again = locdocs.parse(text, path="a/b.md")
    project(document, "target")
    thawed = pickle.loads(pickle.dumps(document))
    for other in (again, thawed):
        assert document == other
        assert hash(document) == hash(other)
        assert document.segments == other.segments
        assert document.damage == other.damage
        assert document.front_matter == other.front_matter
        assert document.localization == other.localization
    assert thawed.cache == {}
    assert document != locdocs.parse(text + " ", path="a/b.md")
    assert document != locdocs.parse(text, path="b.md")


@given(strategies.texts())
def test_segments_are_found_by_their_id(text: str) -> None:
    document = locdocs.parse(text)
    for segment in document:
        found = document.segments[segment.id]
        assert found.id == segment.id
        assert found.start <= segment.start
        assert segment.id.endswith(segment.number)


@given(strategies.texts())
def test_places_have_a_line_and_a_column(text: str) -> None:
    lines = LineIndex(text)
    document = locdocs.parse(text)
    for place in (*document, *document.damage):
        location = document.location(place)
        assert lines.start_of(location.line) + location.column - 1 == location.offset == place.start


@given(strategies.soups, st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_offsets_have_a_line_and_a_column_in_whatever_order_they_are_asked_for(text: str, places: list[float]) -> None:
    lines = LineIndex(text)
    whole = LineIndex(text)
    begins = [whole.start_of(line) for line in range(1, len(whole) + 1)]
    for offset in (round(place * len(text)) for place in places):
        line, column = lines.line_column(offset)
        assert begins[line - 1] + column - 1 == offset
        assert begins[line:] == [] or offset < begins[line]


@given(st.one_of(strategies.texts(), strategies.soups.map("---\n{}\n---\n".format)))
def test_front_matter_raises_nothing_of_its_own_but_front_matter_errors(text: str) -> None:
    header = find_header(text)
    assert text.startswith(header.raw)
    assert header.raw[header.body_start : header.body_end] == header.body
    try:
        values = dict(header)
    except FrontMatterError:
        return
    assert len(values) == len(header)


@given(strategies.texts(), st.data())
def test_replacing_targets_changes_the_targets_and_nothing_else(text: str, draw: st.DataObject) -> None:
    document = locdocs.parse(text)
    if not document.segments:
        return
    ids = draw.draw(st.sets(st.sampled_from([segment.id for segment in document])))
    new = {key: draw.draw(strategies.target_texts) for key in sorted(ids)}
    try:
        replaced = locdocs.replace(document, new)
    except ReplaceError:
        event("refused")
        # Only markup of a span pair, or what hides or shows it, may be refused.
        assert any(mark in target for target in new.values() for mark in ("span", "SPAN", "`", "---", "\n", "\r", "<"))
        return
    event("replaced")
    first = {segment.id: segment.start for segment in reversed(document.segments)}
    parts, done = [], 0
    for segment in document:
        wanted = new.get(segment.id, segment.target) if first[segment.id] == segment.start else segment.target
        parts += [text[done : segment.target_start], wanted]
        done = segment.target_end
    assert replaced.text == "".join(parts) + text[done:]
    assert [(s.id, s.source) for s in replaced] == [(s.id, s.source) for s in document]
    assert [s.target for s in replaced] == parts[1::2]


def test_a_target_may_be_replaced_that_is_damaged_itself() -> None:
    text = write_pair("0c05b-102", 'x <span data-ttu-id="0c05b-1', "word") + write_pair("0c05b-103", "y", "word")
    document = locdocs.parse(text)
    assert [damage.kind for damage in document.damage] == ["unclosed-target-span"]
    replaced = locdocs.replace(document, {"0c05b-102": "x"})
    assert replaced.text == write_pair("0c05b-102", "x", "word") + write_pair("0c05b-103", "y", "word")
    assert replaced.damage == ()


@given(strategies.documents(), st.data())
def test_plain_targets_are_never_refused(written: Written, draw: st.DataObject) -> None:
    document = locdocs.parse(written.text)
    new = {pair.id: draw.draw(strategies.random_texts) for pair in written.pairs}
    replaced = locdocs.replace(document, new)
    assert [segment.target for segment in replaced] == list(new.values())


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_damage_operators_reach_every_kind(kind: str) -> None:
    def is_damaged_so(text: str) -> bool:
        return any(damage.kind == kind for damage in locdocs.parse(text).damage)

    try:
        find(
            strategies.damaged_texts(),
            is_damaged_so,
            settings=settings(max_examples=3_000, derandomize=True, phases=[Phase.generate]),
        )
    except NoSuchExample:
        pytest.fail(f"no accident of these leads to {kind}")


def test_most_texts_that_are_tried_hold_segments() -> None:
    counts: Counter[str] = Counter()

    @settings(max_examples=400)
    @given(strategies.texts())
    def count(text: str) -> None:
        document = locdocs.parse(text)
        counts["texts"] += 1
        counts["with segments"] += bool(document.segments)
        counts["with damage"] += bool(document.damage)
        counts["with both"] += bool(document.segments and document.damage)

    count()
    assert counts["with segments"] > 0.6 * counts["texts"]
    assert counts["with both"] > 0.25 * counts["texts"]
