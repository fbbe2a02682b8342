"""What has changed between two versions of a document: told by texts, whatever the ids say."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import locdocs
from locdocs.comparison import KINDS, HeaderChange, SegmentChange
from tests.strategies import texts

SAMPLES = Path(__file__).parents[1] / "samples" / "bilingual"


def pair(number: int, target: str, source: str, *, prefix: str = "0c05b") -> str:
    return (
        f'<span data-ttu-id="{prefix}-{number}">{target}</span>'
        f'<span class="sxs-lookup"><span data-stu-id="{prefix}-{number}">{source}</span></span>'
    )


def document(*pairs: tuple[str, str], prefix: str = "0c05b", header: str = "title: Panel") -> locdocs.Document:
    body = "\n\n".join(pair(number, *texts, prefix=prefix) for number, texts in enumerate(pairs, 104))
    return locdocs.parse(f"---\n{header}\nms.contentlocale: es-ES\n---\n{body}\n")


A = ("Abra el panel.", "Open the dashboard.")
B = ("Elija un filtro de la lista.", "Choose a filter from the list.")
C = ("Guarde la vista con un nombre.", "Save the view under a name.")
D = ("Cierre la sesión al terminar.", "Sign out when you are done.")


def told(old: locdocs.Document, new: locdocs.Document) -> list[tuple[str, str | None, str | None]]:
    return [
        (change.kind, change.old and change.old.target, change.new and change.new.target)
        for change in locdocs.diff(old, new).segments
    ]


def test_nothing_has_changed() -> None:
    found = locdocs.diff(document(A, B), document(A, B))
    assert not found
    assert (found.segments, found.header, found.outside, found.renumbered) == ((), (), False, 0)


def test_a_new_english_version_changes_all_ids_and_few_segments() -> None:
    new = ("Cierre siempre la sesión.", "Always sign out when you are done.")
    old, after = document(A, B, C, D), document(A, ("Espere.", "Wait a second."), B, C, new, prefix="9ab10")
    assert told(old, after) == [("added", None, "Espere."), ("both", D[0], new[0])]
    assert locdocs.diff(old, after).renumbered == 3


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ((A, C, D), [("removed", B[0], None)]),
        ((B, C, D), [("removed", A[0], None)]),
        ((A, B, C), [("removed", D[0], None)]),
        ((A, (B[0], "Choose one filter from the list."), C, D), [("source", B[0], B[0])]),
        ((A, (B[0], "Something else entirely."), C, D), [("source", B[0], B[0])]),
        ((A, ("Seleccione un filtro.", B[1]), C, D), [("target", B[0], "Seleccione un filtro.")]),
        (
            (A, ("Otra cosa.", "Something else entirely."), C, D),
            [("added", None, "Otra cosa."), ("removed", B[0], None)],
        ),
        ((B, C, D, A), [("moved", A[0], A[0])]),
        ((), [("removed", one[0], None) for one in (A, B, C, D)]),
    ],
)
def test_each_kind_of_change(
    new: tuple[tuple[str, str], ...], expected: list[tuple[str, str | None, str | None]]
) -> None:
    found = told(document(A, B, C, D), document(*new))
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_changes_come_in_the_order_of_the_new_document_and_what_is_gone_where_it_was() -> None:
    new = document(("Inicio.", "Start."), A, C, ("Fin.", "The end."))
    assert told(document(A, B, C, D), new) == [
        ("added", None, "Inicio."),
        ("removed", B[0], None),
        ("removed", D[0], None),
        ("added", None, "Fin."),
    ]


def test_header_and_text_between_the_pairs() -> None:
    old = document(A, header="title: Panel\nms.topic: how-to")
    new = locdocs.parse(document(A, header="title: Tablero\nms.date: 01/02/2021").text + "```\ncode\n```\n")
    found = locdocs.diff(old, new)
    assert found.segments == ()
    assert found.outside
    assert found.header == (
        HeaderChange("title", "Panel", "Tablero", "changed", 2, 2),
        HeaderChange("ms.date", None, "01/02/2021", "added", None, 3),
        HeaderChange("ms.topic", "how-to", None, "removed", 3, None),
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # No YAML: as it is written, key by key.
        ("title: [Panel", "title: [Tablero", HeaderChange("title", "[Panel", "[Tablero", "changed", 2, 2)),
        ("a: 'x\nb: 01", "a: 'x\nb: 1", HeaderChange("b", "01", "1", "changed", 3, 3)),
        # The same value in other words.
        ("title: Panel", 'title: "Panel"', HeaderChange("title", "Panel", '"Panel"', "rewritten", 2, 2)),
        ("a: [x, y]", "a:\n- x\n- y", HeaderChange("a", "[x, y]", "- x\n- y", "rewritten", 2, 2)),
        # Values that are no texts, and of several lines.
        ("a: 1\nb: 2", "a: 1\nb: 3", HeaderChange("b", 2, 3, "changed", 3, 3)),
        ("a:\n  - x\nb: 1", "a:\n  - x\n  - y\nb: 1", HeaderChange("a", ["x"], ["x", "y"], "changed", 2, 2)),
        ("ms:assetid: x", "ms:assetid: y", HeaderChange("ms:assetid", "x", "y", "changed", 2, 2)),
        # What is no key: its lines.
        ("# uno\na: 1", "# dos\na: 1", HeaderChange("", "# uno", "# dos", "changed", 2, 2)),
        ("a: 1\na: 2", "a: 1\na: 3", HeaderChange("", "a: 2", "a: 3", "changed", 3, 3)),
        ('"a": 1', '"a": 2', HeaderChange("", '"a": 1', '"a": 2', "changed", 2, 2)),
    ],
)
def test_keys_of_the_header(old: str, new: str, expected: HeaderChange) -> None:
    assert locdocs.diff(document(A, header=old), document(A, header=new)).header == (expected,)


def test_keys_in_another_order_are_told_by_their_lines() -> None:
    found = locdocs.diff(document(A, header="a: 1\nb: 2"), document(A, header="b: 2\na: 1")).header
    assert sorted((change.key, change.kind) for change in found) == [("", "added"), ("", "removed")]
    assert len({change.old or change.new for change in found}) == 1


def test_line_breaks_are_no_change_of_the_header() -> None:
    old = document(A, header="title: Panel\nms.topic: how-to")
    found = locdocs.diff(old, locdocs.parse(old.text.replace("\n", "\r\n")))
    assert found
    assert (found.header, found.text, found.segments) == ((), (), ())


def test_something_that_is_no_document_is_an_error() -> None:
    with pytest.raises(TypeError):
        locdocs.diff(document(A), "Panel")  # type: ignore[arg-type]


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.md")), ids=lambda path: path.stem)
def test_what_was_edited_is_found_and_nothing_else(path: Path) -> None:
    old = locdocs.read(path)
    if not old.segments:
        pytest.skip("no pair")
    chosen = random.Random(7).sample(list(old.segments), min(3, len(old)))
    new = locdocs.replace(old, {segment.id: f"{segment.target} (!)" for segment in chosen})
    found = locdocs.diff(old, new)
    assert {(change.kind, change.new.id if change.new else "") for change in found.segments} == {
        ("target", segment.id) for segment in chosen
    }
    assert not found.header
    assert not found.outside


@given(texts(), texts(), st.booleans())
def test_every_segment_of_both_sides_is_accounted_for(old_text: str, new_text: str, together: bool) -> None:
    old = locdocs.parse(old_text)
    new = locdocs.parse(new_text + old_text if together else new_text)
    found = locdocs.diff(old, new)
    assert bool(found) == (old.text != new.text)
    assert {change.kind for change in found.segments} <= set(KINDS)
    gone = [change.old for change in found.segments if change.old is not None]
    come = [change.new for change in found.segments if change.new is not None]
    assert len(gone) == len(set(gone))
    assert len(come) == len(set(come))
    same_before = [(one.source, one.target) for one in old if one not in set(gone)]
    same_after = [(one.source, one.target) for one in new if one not in set(come)]
    assert same_before == same_after
    for change in found.segments:
        assert is_true(change)


def is_true(change: SegmentChange) -> bool:
    """Whether a change is of the kind that it says."""
    old, new = change.old, change.new
    if old is None or new is None:
        return change.kind == ("added" if old is None else "removed") and old is not new
    same = old.source == new.source, old.target == new.target
    return {"moved": (True, True), "source": (False, True), "target": (True, False), "both": (False, False)}[
        change.kind
    ] == same
