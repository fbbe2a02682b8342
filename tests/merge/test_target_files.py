"""An edited target-language file back into its document."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import locdocs
from locdocs.markup import write_pair
from locdocs.merge import apply_target
from tests import strategies
from tests.merge.test_apply import assert_nothing_else_changed, document

SAMPLES = sorted((Path(__file__).parents[2] / "samples" / "bilingual").rglob("*.md"))

ARTICLE = document(
    '## <a name="quotas"></a>{}\n\n{} {} {}\n\n- {}\n- {}\n\n| {} | {} |\n| --- | --- |\n| {} | {} |\n\n'
    "Vea [{}](limits.md) y `x`.\n",
    ("Cuotas", "Quotas"),
    ("La cuota vale siempre.", "The quota is always valid."),
    ("Consulte [los límites](limits.md).", "See [the limits](limits.md)."),
    ("No hay otra.", "There is no other."),
    ("Uno", "One"),
    ("Dos \\* tres", "Two \\* three"),
    ("Modo", "Mode"),
    ("Uso", "Use"),
    ("rápido", "fast"),
    ("siempre", "always"),
    ("los límites", "the limits"),
)


def changed(view: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert view.count(old) == 1, old
        view = view.replace(old, new)
    return view


def targets(result: locdocs.Result) -> dict[str, str]:
    return {one.segment.number: one.target for one in result.applied if one.segment}


VIEW = locdocs.render(ARTICLE, "target")


def test_an_unchanged_file_changes_nothing() -> None:
    for text in (VIEW, VIEW.encode(), "\ufeff" + VIEW, VIEW.replace("\n", "\r\n")):
        result = apply_target(ARTICLE, text)
        assert result.document is ARTICLE
        assert result.complete


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_unchanged_sample_changes_nothing(path: Path) -> None:
    original = locdocs.read(path)
    for verbatim in (False, True):
        result = apply_target(original, locdocs.render(original, "target", verbatim=verbatim))
        assert result.document is original
        assert result.complete


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ([("La cuota vale siempre.", "La cuota no vale.")], {"104": "La cuota no vale."}),
        ([("siempre.", "siempre, dice Ana.")], {"104": "La cuota vale siempre, dice Ana."}),
        ([('## <a name="quotas"></a>Cuotas', '## <a name="quotas"></a>Las cuotas')], {"103": "Las cuotas"}),
        ([('name="quotas"></a>Cuotas', 'name="quotas"></a>Cuotas y más')], {"103": "Cuotas y más"}),
        ([("No hay otra.", "No hay otra. Nunca la hubo.")], {"106": "No hay otra. Nunca la hubo."}),
        ([("No hay otra.", "Además no hay otra.")], {"106": "Además no hay otra."}),
        ([("No hay otra.", "Y No hay otra.")], {"106": "Y No hay otra."}),
        ([("- Uno", "- Uno más")], {"107": "Uno más"}),
        ([("| rápido |", "| muy rápido |")], {"111": "muy rápido"}),
        ([("| rápido |", "| rápido y seguro |")], {"111": "rápido y seguro"}),
        ([("| rápido | siempre |", "| lento | nunca |")], {"111": "lento", "112": "nunca"}),
        ([("- Uno", "- Un"), ("Vea [los", "Vea [las")], {"107": "Un", "113": "las límites"}),
        ([("Dos * tres", "Dos * cuatro")], {"108": "Dos \\* cuatro"}),
        ([("Dos * tres", "2 * 3")], {"108": "2 \\* 3"}),
        ([("[los límites](limits.md). No", "[todo](limits.md). No")], {"105": "Consulte [todo](limits.md)."}),
        (
            [("La cuota vale siempre. Consulte", "Esta cuota vale hasta mayo. Vea")],
            {"104": "Esta cuota vale hasta mayo.", "105": "Vea [los límites](limits.md)."},
        ),
        (
            [("La cuota vale siempre. Consulte [los límites](limits.md). No hay otra.", "A b. C [d](limits.md)! E f?")],
            {"104": "A b.", "105": "C [d](limits.md)!", "106": "E f?"},
        ),
        ([("rápido", "a|b")], {}),
    ],
)
def test_changes_inside_of_targets_are_taken(changes: list[tuple[str, str]], wanted: dict[str, str]) -> None:
    edited = changed(VIEW, *changes)
    result = apply_target(ARTICLE, edited)
    assert_nothing_else_changed(ARTICLE, result)
    if wanted:
        assert result.complete, (result.refused, result.outside)
        assert targets(result) == wanted
        assert locdocs.render(result.document, "target") == edited


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("\n- Uno\n", "\n- Cero\n- Uno\n", 11),
        ("- Uno\n", "", 11),
        ("\n\nVea", "\n\nUn párrafo nuevo.\n\nVea", 18),
        (" y `x`", " e `y`", 18),
        ("](limits.md) y", "](quotas.md) y", 18),
        ('## <a name="quotas"></a>Cuotas', '### <a name="quotas"></a>Cuotas', 7),
        (" Consulte [los límites](limits.md).", "", 9),
        ("siempre. Consulte", "siempre.Consulte", 9),
        ("Cuotas\n\n", "Cuotas\n\n\n", 8),
        ("ms.contentlocale: es-ES", "ms.contentlocale: es-MX", 4),
        ("title: Cuotas\n", "title: Cuotas\nauthor: ana\n", 3),
    ],
)
def test_changes_outside_of_targets_are_reported_with_their_line_and_not_taken(old: str, new: str, line: int) -> None:
    result = apply_target(ARTICLE, changed(VIEW, (old, new), ("No hay otra.", "No hay más.")))
    assert result.outside
    assert abs(min(one.line for one in result.outside) - line) <= 1
    assert targets(result) in ({"106": "No hay más."}, {})
    assert targets(result) or "onsulte" in old
    assert not result.complete
    for one in result.outside:
        assert str(one.location).startswith("docs/quotas.md:")


def test_what_apply_would_refuse_is_refused() -> None:
    result = apply_target(ARTICLE, changed(VIEW, ("[los límites](limits.md).", "los límites.")))
    [refused] = result.refused
    assert refused.reason == "inline-codes"
    assert "[..](limits.md)" in refused.message
    forced = apply_target(ARTICLE, changed(VIEW, ("[los límites](limits.md).", "los límites.")), force=True)
    assert forced.complete


def test_untouched_parts_of_a_touched_target_keep_the_spelling_of_the_document() -> None:
    text = locdocs.parse(
        write_pair("0c05b-103", "a \\* b \\* c &lt;x", "a \\* b \\* c")
        + "\n\n"
        + write_pair("0c05b-104", "d \\* e", "d \\* e")
        + "\n"
    )
    view = locdocs.render(text, "target")
    assert "\\*" not in view
    result = apply_target(text, view.replace("b", "b2"))
    assert [segment.target for segment in result.document] == ["a \\* b2 \\* c &lt;x", "d \\* e"]


def test_title_and_description_come_back_as_they_are_written() -> None:
    text = locdocs.parse(
        "---\r\ntitle: Cuotas # c\r\ndescription: >-\r\n  Dos\r\n  líneas\r\nms.contentlocale: es-ES\r\n---\r\n"
        + write_pair("0c05b-103", "Uno", "One")
        + "\r\n"
    )
    view = locdocs.render(text, "target").replace("\r\n", "\n")
    edited = changed(view, ("Cuotas", "'Los límites: todos'"), ("líneas", "líneas\n  más"), ("Uno", "Un"))
    result = apply_target(text, edited)
    assert result.complete, (result.refused, result.outside)
    assert result.document.front_matter["title"] == "Los límites: todos"
    assert result.document.front_matter["description"] == "Dos líneas más"
    assert locdocs.render(result.document, "target") == edited.replace("\n", "\r\n")
    broken = apply_target(text, changed(view, ("Cuotas", "Los límites: todos")))
    assert [one.reason for one in broken.refused] == ["front-matter"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_target_of_a_sample_can_be_edited_in_the_file(path: Path) -> None:
    original = locdocs.read(path)
    for place, segment in enumerate(original):
        target = segment.target.rstrip() + (" 77." if place % 2 else " 77。")
        new = locdocs.replace(original, {segment: target})
        view = locdocs.render(new, "target")
        result = apply_target(original, view)
        assert result.complete, (segment, result.refused, result.outside)
        assert result.document.segments[place].target.rstrip() == target
        assert_nothing_else_changed(original, result)


@given(strategies.texts(), st.data())
def test_whatever_the_edited_file_holds_only_targets_change(text: str, data: st.DataObject) -> None:
    original = locdocs.parse(text)
    view = locdocs.render(original, "target")
    at, length = data.draw(st.integers(0, len(view))), data.draw(st.integers(0, 9))
    edited = view[:at] + data.draw(strategies.target_texts) + view[at + length :]
    result = apply_target(original, edited)
    if not any(one.segment is None for one in result.applied):
        assert_nothing_else_changed(original, result)


@given(strategies.texts())
def test_an_unedited_file_changes_nothing_for_every_document(text: str) -> None:
    original = locdocs.parse(text)
    result = apply_target(original, locdocs.render(original, "target"))
    assert result.document is original
    assert result.complete


@given(strategies.documents(), strategies.documents())
def test_a_file_that_is_another_one_is_all_outside_or_refused(
    one: strategies.Written, other: strategies.Written
) -> None:
    original = locdocs.parse(one.text)
    result = apply_target(original, locdocs.render(locdocs.parse(other.text), "target"))
    assert [segment.source for segment in result.document] == [segment.source for segment in original]
