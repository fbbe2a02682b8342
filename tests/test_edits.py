"""New targets: they change, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

import locdocs
from locdocs.errors import ReplaceError, UnknownSegmentError
from locdocs.markup import write_pair

SAMPLES = Path(__file__).parents[1] / "samples" / "bilingual"


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.md")), ids=lambda path: path.stem)
def test_every_target_is_replaced_and_every_other_byte_stays(path: Path) -> None:
    document = locdocs.read(path)
    new = {segment.id: f"«{segment.target}»" for segment in document}
    edited = locdocs.replace(document, new)
    parts, done = [], 0
    for segment in document:
        parts += [document.text[done : segment.target_start], new[segment.id]]
        done = segment.target_end
    assert edited.text == "".join(parts) + document.text[done:]
    assert [(s.id, s.source, s.target) for s in edited] == [(s.id, s.source, new[s.id]) for s in document]
    assert edited.path == document.path
    assert edited.target_language == document.target_language


def test_replacing_nothing_gives_the_same_document() -> None:
    document = locdocs.read(SAMPLES / "es-es/articles/get-started.md")
    assert locdocs.replace(document, {}) is document
    first = document.segments[0]
    assert locdocs.replace(document, {first.id: first.target}) is document


def test_unknown_id_is_an_error_that_names_it() -> None:
    document = locdocs.read(SAMPLES / "es-es/articles/get-started.md")
    with pytest.raises(UnknownSegmentError, match="99999-101"):
        locdocs.replace(document, {"99999-101": "x"})


@pytest.mark.parametrize(
    "target",
    [
        '</span><span class="sxs-lookup"><span data-stu-id="{id}">x</span></span>',
        '<span data-ttu-id="{id}">x</span>',
        '<span data-ttu-id="00000-900">x',
        '<span class="sxs-lookup"><span data-stu-id="00000-900">',
    ],
)
def test_target_that_would_break_its_pair_is_refused_with_its_line(target: str) -> None:
    document = locdocs.read(SAMPLES / "de-de/articles/policy-reference.md")
    segment = document.segments[3]
    with pytest.raises(ReplaceError, match=segment.id) as caught:
        locdocs.replace(document, {segment.id: target.format(id=segment.id)})
    assert caught.value.line == document.location(segment).line


def test_author_spans_and_line_breaks_are_no_reason_to_refuse() -> None:
    document = locdocs.read(SAMPLES / "ja-jp/articles/signal-states.md")
    segment = document.segments[2]
    new = '<span class="ui">新しい</span>\n「`<span>`」'
    assert locdocs.replace(document, {segment.id: new}).segments[segment.id].target == new


HALVES = (
    "a </span> b",
    "a <span> b",
    '<span class="ui">a',
    "</span><span>",
    "<span>a</span></span>",
    "a </SPAN >",
    "<span",
    "<b>a</span",
    "<span>a</span",
)


@pytest.mark.parametrize("target", HALVES)
def test_half_a_span_is_refused_with_what_to_write(target: str) -> None:
    document = locdocs.read(SAMPLES / "de-de/articles/policy-reference.md")
    segment = document.segments[3]
    with pytest.raises(ValueError, match=f"{segment.id} would break its pair: it (opens|closes) a span") as caught:
        locdocs.replace(document, {segment.id: target})
    assert isinstance(caught.value, ReplaceError)
    assert "&lt;/span>" in str(caught.value)
    written = target.replace("<", "&lt;")
    assert locdocs.replace(document, {segment.id: written}).segments[segment.id].target == written


@pytest.mark.parametrize("target", ["a </span> b", "a <span> b", "</span><span>"])
def test_a_target_may_keep_the_half_of_a_span_that_it_has(target: str) -> None:
    document = locdocs.parse(write_pair("0c05b-103", target, "Open."))
    edited = locdocs.replace(document, {"0c05b-103": f"Nuevo {target}"})
    assert edited.text == write_pair("0c05b-103", f"Nuevo {target}", "Open.")
    with pytest.raises(ReplaceError, match="would break its pair"):
        locdocs.replace(document, {"0c05b-103": f"{target} <span>"})
    assert locdocs.replace(document, {"0c05b-103": "Nuevo."}).text == write_pair("0c05b-103", "Nuevo.", "Open.")
