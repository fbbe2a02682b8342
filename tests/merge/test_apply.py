"""Edited translations back into a document: what is taken, what is refused and why, and that nothing else changes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

import locdocs
from locdocs.markup import write_pair
from locdocs.merge import apply_target
from locdocs.units import Origin, Unit, origin_of, units_of

SAMPLES = Path(__file__).parents[2] / "samples" / "bilingual"

HEADER = "---\ntitle: Cuotas\nms.openlocfilehash: {hash}\nms.contentlocale: es-ES\n---\n\n"
HASH = "0123456789012345678901234567890123456789"


def document(text: str, *pairs: tuple[str, str], prefix: str = "0c05b", first: int = 103) -> locdocs.Document:
    """A document: each ``{}`` of the text is a pair of (target, source)."""
    written = [write_pair(f"{prefix}-{first + n}", target, source) for n, (target, source) in enumerate(pairs)]
    return locdocs.parse(HEADER.format(hash=HASH) + text.format(*written), path="docs/quotas.md")


def edited(original: locdocs.Document, new: dict[int, str]) -> list[Unit]:
    """The units of a document, some with a new target."""
    units = units_of(original)
    return [unit._replace(target=new[n]) if n in new else unit for n, unit in enumerate(units)]


def the_refusal(result: locdocs.Result) -> tuple[str, str]:
    [refused] = result.refused
    assert not result.complete
    assert refused.location is not None
    return refused.reason, refused.message


TWO = document(
    "## {}\n\n{} {}\n",
    ("Cuotas", "Quotas"),
    ("La cuota se aplica a cada almacén.", "The quota applies to each vault."),
    ("Consulte [los límites](limits.md).", "See [the limits](limits.md)."),
)


def test_new_targets_replace_old_ones_and_every_other_byte_stays() -> None:
    result = locdocs.apply(TWO, edited(TWO, {0: "Límites", 2: "Vea [los límites](limits.md)."}))
    assert result.complete
    assert [(one.segment.id if one.segment else "", one.target) for one in result.applied] == [
        ("0c05b-103", "Límites"),
        ("0c05b-105", "Vea [los límites](limits.md)."),
    ]
    assert [unit.id for unit in result.unchanged] == ["0c05b-104"]
    wanted = TWO.text.replace(">Cuotas<", ">Límites<").replace("Consulte", "Vea")
    assert result.document.text == wanted


def test_units_that_change_nothing_give_the_same_document() -> None:
    result = locdocs.apply(TWO, units_of(TWO))
    assert result.document is TWO
    assert result.complete
    assert len(result.unchanged) == 3


def test_a_memory_changes_every_segment_with_its_source() -> None:
    text = document("- {}\n- {}\n- {}\n", ("Guardar", "Save"), ("Guardar", "Save"), ("Cerrar", "Close"))
    memory = [unit("Save", "Grabar", None), unit("Open", "Abrir", None)]
    result = locdocs.apply(text, memory, match="source")
    assert [segment.target for segment in result.document] == ["Grabar", "Grabar", "Cerrar"]
    assert result.complete
    assert not result.unknown


@pytest.mark.parametrize("new", ["Use a | b.", "De 2 * 3 y `a|b`.", "**Uno** * dos", "* * *a", "a ** b"])
def test_a_target_that_is_written_otherwise_changes_nothing_the_second_time(new: str) -> None:
    cell = document("| {} | {} |\n|---|---|\n| x | y |\n", ("Uno", "One"), ("Dos", "Two"))
    units = edited(cell, {0: new})
    first = locdocs.apply(cell, units)
    assert first.applied
    again = locdocs.apply(first.document, units)
    assert (again.document, again.complete, again.applied) == (first.document, True, ())
    assert again.document is first.document
    assert len(again.unchanged) == 2


@pytest.mark.parametrize("name", ["csv", "jsonl", "tmx", "po", "xliff", "xliff2", "tsv"])
def test_some_units_of_a_file_of_plain_text_are_plain_text(tmp_path: Path, name: str) -> None:
    text = document("{}\n\n{}\n", ("Usa `a`.", "Use `a`."), ("Uno.", "One."))
    file = tmp_path / "plain"
    locdocs.write(file, text, format=name, inline="plain")
    units = locdocs.read_units(file, format=name)
    some = [one._replace(target=f"{one.target} *Ya*") for one in units if one.target]
    assert {one.origin.inline for one in some} == {"plain"}
    result = locdocs.apply(text, some)
    assert result.document is text
    assert {one.reason for one in result.refused} == {"plain-text"}
    assert locdocs.apply(text, some, inline="markdown").applied
    # A file of them that is written anew says so, too.
    locdocs.write(tmp_path / "again.jsonl", units)
    assert locdocs.read_units(tmp_path / "again.jsonl").inline == "plain"


@pytest.mark.parametrize("given", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("own", ["\n", "\r\n"])
def test_line_breaks_are_those_of_the_document(given: str, own: str) -> None:
    text = TWO.text.replace("\n", own)
    original = locdocs.parse(text, path=TWO.path)
    result = locdocs.apply(original, edited(original, {1: f"La cuota{given}se aplica."}))
    assert result.document.text == text.replace("La cuota se aplica a cada almacén.", f"La cuota{own}se aplica.")
    view = locdocs.render(original, "target").replace(own, given)
    back = apply_target(original, view.replace("La cuota se aplica a cada almacén.", f"La cuota{given}se aplica."))
    assert back.document == result.document


def test_units_that_name_no_language_are_taken_unless_somebody_says_another() -> None:
    unspoken = [Unit("", "Quotas", "Límites", Origin(None, "", None))]
    assert locdocs.apply(TWO, unspoken).applied
    assert locdocs.apply(TWO, unspoken, target_language="es").applied
    assert locdocs.apply(TWO, unspoken, target_language="ja-JP").document is TWO


def unit(source: str, target: str, path: str | None, *, id: str = "", **origin: str) -> Unit:  # noqa: A002
    return Unit(id, source, target, Origin(path, "en-US", origin.get("target_language", "es-ES")))


class TestMatching:
    def test_a_published_file_has_new_ids_and_numbers(self) -> None:
        new = document("{} {} {}\n", ("Nuevo.", "New."), ("Uno.", "One."), ("Dos.", "Two."), prefix="d78f1")
        old = document("{} {}\n", ("Uno.", "One."), ("Dos.", "Two."))
        result = locdocs.apply(new, edited(old, {0: "¡Uno!", 1: "¡Dos!"}))
        assert result.complete
        assert [segment.target for segment in result.document] == ["Nuevo.", "¡Uno!", "¡Dos!"]

    def test_the_number_tells_equal_sources_apart(self) -> None:
        text = document("- {}\n- {}\n", ("Guardar", "Save"), ("Guardar", "Save"))
        new = document("- {}\n- {}\n", ("Guardar", "Save"), ("Guardar", "Save"), prefix="d78f1")
        result = locdocs.apply(new, edited(text, {1: "Grabar"}))
        assert [segment.target for segment in result.document] == ["Guardar", "Grabar"]

    def test_equal_sources_with_new_numbers_are_refused(self) -> None:
        old = document("- {}\n- {}\n", ("Guardar", "Save"), ("Guardar", "Save"))
        new = document("- {}\n- {}\n", ("Guardar", "Save"), ("Guardar", "Save"), prefix="d78f1", first=203)
        result = locdocs.apply(new, edited(old, {1: "Grabar"}))
        [refused] = result.refused
        assert (refused.reason, refused.segment) == ("ambiguous-source", None)
        assert "lines 7, 8" in refused.message
        assert len(result.unchanged) == 1

    def test_a_source_that_has_changed_is_refused_with_what_it_is_now(self) -> None:
        new = document("{}\n", ("La cuota.", "The new quota."))
        result = locdocs.apply(new, [unit("The quota.", "El límite.", None, id="0c05b-103")])
        reason, message = the_refusal(result)
        assert reason == "source-changed"
        assert "“The new quota.”" in message
        assert result.refused[0].segment == new.segments[0]

    def test_a_source_that_has_changed_is_no_matter_where_the_target_stands_already(self) -> None:
        new = document("{}\n", ("La cuota.", "The new quota."))
        result = locdocs.apply(new, [unit("The quota.", "La cuota.", None, id="0c05b-103")])
        assert result.complete

    def test_what_fits_nothing_is_unknown(self) -> None:
        stranger = unit("Nobody wrote this.", "Nadie.", None, id="0c05b-999")
        result = locdocs.apply(TWO, [stranger])
        assert result.unknown == (stranger,)
        assert not result.complete

    def test_only_changed_passes_over_what_nobody_edited(self) -> None:
        new = document("{}\n\n{}\n", ("La cuota.", "The new quota."), ("Otra.", "Other."))
        stale = [
            unit("Other one.", "La cuota.", None, id="0c05b-104"),
            unit("Gone.", "Otra.", None, id="0c05b-999"),
            unit("Gone too.", "Nueva.", None, id="0c05b-998"),
        ]
        assert len(locdocs.apply(new, stale).refused) == 1
        result = locdocs.apply(new, stale, only_changed=True)
        assert not result.refused
        assert [one.id for one in result.unknown] == ["0c05b-998"]

    @pytest.mark.parametrize("match", ["unit", "source"])
    def test_two_different_targets_for_one_segment_are_refused(self, match: str) -> None:
        two = [unit("Quotas", target, None, id="0c05b-103") for target in ("Límites", "Cupos")]
        result = locdocs.apply(TWO, two, match=match)  # type: ignore[arg-type]
        assert [one.reason for one in result.refused] == ["conflicting-targets"] * 2
        assert result.document is TWO

    def test_a_memory_that_holds_the_target_among_others_changes_nothing(self) -> None:
        two = [unit("Quotas", target, None) for target in ("Límites", "Cuotas")]
        result = locdocs.apply(TWO, two, match="source")
        assert result.complete
        assert result.document is TWO

    def test_the_same_target_twice_is_no_contradiction(self) -> None:
        two = [unit("Quotas", "Límites", None, id="0c05b-103")] * 2
        assert len(locdocs.apply(TWO, two).applied) == 1

    def test_ids_that_stand_twice_are_told_apart_by_their_order(self) -> None:
        pair = write_pair("0c05b-103", "Uno", "One")
        text = locdocs.parse(f"{pair}\n\n{pair}\n")
        units = units_of(text)
        result = locdocs.apply(text, [units[0], units[1]._replace(target="Un")])
        assert [segment.target for segment in result.document] == ["Uno", "Un"]
        result = locdocs.apply(text, [units[1]._replace(target="Un")])
        assert the_refusal_without_place(result) == "ambiguous-source"

    def test_units_of_other_documents_and_languages_are_passed_over(self) -> None:
        others = [
            unit("Quotas", "Límites", "docs/other.md"),
            unit("Quotas", "クォータ", "docs/quotas.md", target_language="ja-JP"),
            unit("Quotas", "Kontingente", None, target_language="de"),
        ]
        result = locdocs.apply(TWO, others)
        assert result.complete
        assert result.document is TWO
        for path, language in (("quotas.md", "es-ES"), ("repository/docs/quotas.md", "es"), ("docs/quotas.md", "ES")):
            mine = unit("Quotas", "Límites", path, target_language=language)
            assert len(locdocs.apply(TWO, [mine]).applied) == 1

    def test_white_space_that_a_tool_took_from_source_and_target_comes_back(self) -> None:
        text = document("{}{}\n", ("Uno. \u00a0", "One. \u00a0"), ("Dos\nveces.", "Two\ntimes."))
        stripped = [one._replace(source=one.source.strip(), target=one.target.strip()) for one in units_of(text)]
        assert locdocs.apply(text, stripped).document is text
        stripped[0] = stripped[0]._replace(target="Un.")
        joined = stripped[1]._replace(source="Two times.", target="Dos veces.")
        result = locdocs.apply(text, [stripped[0], joined])
        assert [segment.target for segment in result.document] == ["Un. \u00a0", "Dos\nveces."]
        assert result.complete

    def test_line_breaks_are_those_of_the_document(self) -> None:
        text = locdocs.parse(write_pair("0c05b-103", "Dos\r\nveces.", "Two\r\ntimes.") + "\r\n")
        as_xml = [one._replace(source="Two\ntimes.", target="Dos\nveces.") for one in units_of(text)]
        assert locdocs.apply(text, as_xml).document is text
        result = locdocs.apply(text, [as_xml[0]._replace(target="Tres\nveces.")])
        assert result.document.segments[0].target == "Tres\r\nveces."


def the_refusal_without_place(result: locdocs.Result) -> str:
    [refused] = result.refused
    assert refused.location is None
    return refused.reason


CODES = document(
    "{}\n\n{}\n\n{}\n\n[a]: a.md\n",
    (
        "Abra **el [panel](/es-es/b.md)** y use `x` con <kbd>F1</kbd>.",
        "Open **the [panel](/en-us/b.md)** and use `x` with <kbd>F1</kbd>.",
    ),
    (
        "Consulte <xref:A.B> y &lt;T&gt;, [!INCLUDE [n](n.md)] o [a].",
        "See <xref:A.B> and &lt;T&gt;, [!INCLUDE [n](n.md)] or [a].",
    ),
    ("Dos textos.", "Two *texts*."),
)


class TestInlineCodes:
    @pytest.mark.parametrize(
        ("place", "target", "lost"),
        [
            (0, "Abra **el panel** y use `x` con <kbd>F1</kbd>.", "[..](/en-us/b.md)"),
            (0, "Abra **el [panel](/es-es/c.md)** y use `x` con <kbd>F1</kbd>.", "[..](/en-us/b.md)"),
            (0, "Abra **el [panel] (/es-es/b.md)** y use `x` con <kbd>F1</kbd>.", "[..](/en-us/b.md)"),
            (0, "Abra el [panel](/es-es/b.md) y use `x` con <kbd>F1</kbd>.", "**..**"),
            (0, "Abra ** el [panel](/es-es/b.md)** y use `x` con <kbd>F1</kbd>.", "**..**"),
            (0, "Abra **el [panel](/es-es/b.md)** y use `y` con <kbd>F1</kbd>.", "`x`"),
            (0, "Abra **el [panel](/es-es/b.md)** y use `x con <kbd>F1</kbd>.", "`x`"),
            (0, "Abra **el [panel](/es-es/b.md)** y use `x` con <kbd>F1.", "<kbd>"),
            (1, "Consulte A.B y &lt;T&gt;, [!INCLUDE [n](n.md)] o [a].", "<xref:A.B>"),
            (1, "Consulte <xref:A.B> y &lt;T&gt;, [!INCLUIR [n](n.md)] o [a].", "[!INCLUDE [n](n.md)]"),
            (1, "Consulte <xref:A.B> y &lt;T&gt;, [!INCLUDE [n](n.md)] o [b].", "[..](a.md)"),
            (1, "Consulte <xref:A.B> y <T>, [!INCLUDE [n](n.md)] o [a].", "<T>"),
        ],
    )
    def test_a_target_that_lost_one_is_refused_and_says_which(self, place: int, target: str, lost: str) -> None:
        result = locdocs.apply(CODES, edited(CODES, {place: target}))
        reason, message = the_refusal(result)
        assert reason == "inline-codes"
        assert lost in message
        assert result.document is CODES
        forced = locdocs.apply(CODES, edited(CODES, {place: target}), force=True)
        assert forced.document.segments[place].target.replace("\\*", "*") == target

    @pytest.mark.parametrize(
        ("place", "target"),
        [
            (0, "Con `x` y <kbd>F1</kbd> se abre **el [panel](/es-es/b.md)**."),
            (0, "Con `` x `` y <kbd>F1</kbd> se abre __el [panel](/en-us/b.md)__."),
            (0, "Abra **el [panel](/es-es/b.md)** y use *siempre* `x` con <kbd>F1</kbd> y `z`."),
            (1, "&lt;T&gt; y \\<S>: [!INCLUDE [n](n.md)], <xref:A.B> o [la a][a]."),
            (1, "T: [!INCLUDE [n](n.md)], <xref:A.B> o [la a](a.md)."),
            (2, "Dos frases."),
            (2, "Dos *frases*."),
        ],
    )
    def test_a_target_that_kept_those_of_its_source_or_of_its_old_target_is_taken(
        self, place: int, target: str
    ) -> None:
        result = locdocs.apply(CODES, edited(CODES, {place: target}))
        assert result.complete, result.refused
        assert result.document.segments[place].target == target

    @pytest.mark.parametrize(
        "target",
        [
            "Dos <b>textos.",
            "Dos textos.</b>",
            "<b>Dos</b> textos.",
            "Dos <div> textos.",
            "Dos<br>textos.",
            "Dos <!-- a -->",
        ],
    )
    @pytest.mark.parametrize("text", ["{}\n", "# {}\n", "| a | {} |\n| - | - |\n", "<p>{}</p>\n"])
    def test_a_tag_that_the_segment_did_not_have_is_refused_unless_it_is_forced(self, text: str, target: str) -> None:
        page = document(text, ("Dos textos.", "Two texts."))
        reason, message = the_refusal(locdocs.apply(page, edited(page, {0: target})))
        assert reason == "inline-codes"
        assert message.startswith("the new target holds what neither its source nor the old target has: <")
        forced = locdocs.apply(page, edited(page, {0: target}), force=True)
        assert forced.document.segments[0].target == target

    def test_a_half_of_a_tag_that_stands_alone_is_refused(self) -> None:
        page = document("{}\n", ("Pulse <kbd>F1</kbd> o <kbd>F2</kbd>.", "Press <kbd>F1</kbd> or <kbd>F2</kbd>."))
        alone = {0: "Pulse <kbd>F1</kbd> o <kbd>F2</kbd></kbd>."}
        assert the_refusal(locdocs.apply(page, edited(page, alone)))[0] == "inline-codes"
        more = {0: "Pulse <kbd>F1</kbd>, <kbd>F2</kbd> o <kbd>F3</kbd>."}
        assert locdocs.apply(page, edited(page, more)).complete

    @pytest.mark.parametrize("target", ["Dos</span> textos.", "Dos <span>textos.", "</span></span>"])
    def test_a_span_that_would_break_the_pair_is_never_taken(self, target: str) -> None:
        for inline in ("markdown", "codes"):
            page = document("{}\n", ("Dos textos.", "Two texts."))
            result = locdocs.apply(page, edited(page, {0: target}), force=True, inline=inline)  # type: ignore[arg-type]
            if inline == "markdown":
                assert the_refusal(result)[0] == "span-markup"
            else:
                assert result.document.segments[0].target == target.replace("<", "&lt;")

    @pytest.mark.parametrize("kind", ["xliff", "xliff2", "tmx"])
    def test_a_tag_typed_as_text_where_codes_are_marked_is_written_as_text(self, kind: str, tmp_path: Path) -> None:
        page = document(
            "{}\n\n<p>{}</p>\n",
            ("Pulse <kbd>F1</kbd> ahora.", "Press <kbd>F1</kbd> now."),
            ("Dos textos.", "Two texts."),
        )
        file = tmp_path / "page"
        locdocs.write(file, page, format=kind, inline="codes")
        text = file.read_text("utf-8").replace(" ahora.", " en &lt;b> y x &lt; y.").replace("Dos ", "Dos &lt;/i>")
        file.write_text(text, "utf-8")
        result = locdocs.apply(page, locdocs.read_units(file, format=kind))
        assert [one.target for one in result.applied] == [
            "Pulse <kbd>F1</kbd> en &lt;b> y x < y.",
            "Dos &lt;/i>textos.",
        ]
        assert result.complete
        assert locdocs.structure(result.document).plain(result.document.segments[0]).target.endswith("en <b> y x < y.")
        again = locdocs.apply(result.document, locdocs.read_units(file, format=kind))
        assert again.document is result.document
        assert len(again.unchanged) == 2

    @pytest.mark.parametrize("kind", ["csv", "jsonl", "po"])
    def test_a_tag_typed_where_the_text_is_markdown_is_a_tag(self, kind: str, tmp_path: Path) -> None:
        page = document("{}\n", ("Dos textos.", "Two texts."))
        file = tmp_path / "page"
        locdocs.write(file, page, format=kind, inline="codes")
        file.write_text(file.read_text("utf-8").replace("Dos ", "Dos <b>"), "utf-8")
        reason, message = the_refusal(locdocs.apply(page, locdocs.read_units(file, format=kind)))
        assert (reason, message.endswith("<b>")) == ("inline-codes", True)

    def test_the_segment_to_blame_is_refused_and_not_its_neighbour(self) -> None:
        text = document("{} {}\n", ("Uno `a` y.", "One `a` and."), ("Dos `b` y.", "Two `b` and."))
        result = locdocs.apply(text, edited(text, {0: "Uno `a y.", 1: "Dos y `b`."}))
        assert [one.unit.id for one in result.refused] == ["0c05b-103"]
        assert [segment.target for segment in result.document] == ["Uno `a` y.", "Dos y `b`."]


class TestPlainText:
    TEXT = document(
        "{}\n\n{}\n\n{}\n", ("Uno.", "One."), ("Dos **veces**.", "Two times."), ("Tres.", "See [three](three.md).")
    )

    def plain(self, new: dict[int, str]) -> list[Unit]:
        units = units_of(self.TEXT, inline="plain")
        return [one._replace(target=new.get(n, one.target)) for n, one in enumerate(units)]

    def test_an_unedited_export_changes_nothing(self) -> None:
        assert locdocs.apply(self.TEXT, self.plain({}), inline="plain").document is self.TEXT
        assert locdocs.apply(self.TEXT, self.plain({}), inline="plain").complete

    def test_it_comes_back_where_there_is_no_markup(self) -> None:
        result = locdocs.apply(self.TEXT, self.plain({0: "Un."}), inline="plain")
        assert result.complete
        assert result.document.segments[0].target == "Un."

    @pytest.mark.parametrize(("place", "markup"), [(1, "**"), (2, "](three.md)")])
    def test_it_is_refused_where_there_is_markup(self, place: int, markup: str) -> None:
        reason, message = the_refusal(locdocs.apply(self.TEXT, self.plain({place: "Un."}), inline="plain"))
        assert reason == "plain-text"
        assert markup in message

    def test_a_text_that_would_be_markup_is_refused(self) -> None:
        result = locdocs.apply(self.TEXT, self.plain({0: "La lista<T> y *a*."}), inline="plain")
        assert the_refusal(result)[0] == "plain-text"

    def test_the_file_of_the_units_says_that_they_are_plain(self) -> None:
        class Exported(list[Unit]):
            inline = "plain"

        result = locdocs.apply(self.TEXT, Exported(self.plain({2: "Un."})))
        assert the_refusal(result)[0] == "plain-text"


TABLE = document(
    "| {} | {} |\n| --- | --- |\n| {} | {} |\n",
    ("Modo", "Mode"),
    ("Uso", "Use"),
    ("`a` o `b`", "`a` or `b`"),
    ("siempre", "always"),
)


class TestBlocks:
    @pytest.mark.parametrize(
        "target",
        [
            "Cuotas\n\ny más",
            "- Cuotas",
            "1. Cuotas",
            "# Cuotas",
            "> Cuotas",
            "```\nCuotas",
            "    Cuotas",
            "Cuotas\n- y más",
            "Cuotas\n===",
            "[Cuotas]: a.md",
            "<table>",
            "<!-- Cuotas",
            "***",
        ],
    )
    def test_a_target_that_would_change_them_is_refused(self, target: str) -> None:
        text = document("Antes.\n\n{}\n\nDespués.\n", ("Cuotas", "Quotas"))
        result = locdocs.apply(text, edited(text, {0: target}))
        assert the_refusal(result)[0] == "block-structure"
        assert locdocs.apply(text, edited(text, {0: target}), force=True).document is text

    @pytest.mark.parametrize(("text", "place"), [(TWO, 0), (TABLE, 0), (TABLE, 3)])
    def test_a_line_break_where_only_one_line_can_stand_is_refused(self, text: locdocs.Document, place: int) -> None:
        result = locdocs.apply(text, edited(text, {place: "Dos\nlíneas"}))
        assert the_refusal(result)[0] == "block-structure"

    def test_a_line_break_in_a_paragraph_is_taken(self) -> None:
        result = locdocs.apply(TWO, edited(TWO, {1: "La cuota se aplica\na cada almacén."}))
        assert result.complete

    def test_a_target_that_mends_a_list_is_taken(self) -> None:
        text = document("- {}\n- {}\n", ("25. Februar 2020", "February 25, 2020"), ("Ende", "End"))
        result = locdocs.apply(text, edited(text, {0: "25\\. Februar 2020"}))
        assert result.complete, result.refused

    def test_pipes_of_a_table_cell_are_escaped(self) -> None:
        result = locdocs.apply(TABLE, edited(TABLE, {2: "`a` | `b` | \\|", 3: "a\\\\|b"}))
        assert result.complete, result.refused
        assert [segment.target for segment in result.document][2:] == ["`a` \\| `b` \\| \\|", "a\\\\\\|b"]
        result = locdocs.apply(TWO, edited(TWO, {1: "Uno | dos"}))
        assert result.document.segments[1].target == "Uno | dos"

    def test_a_pipe_in_the_code_of_a_table_cell_is_escaped_too(self) -> None:
        text = document("| a |\n| --- |\n| {} |\n", ("use `a\\|b`", "use `a\\|b`"))
        result = locdocs.apply(text, edited(text, {0: "con `a|b`"}))
        assert result.complete, result.refused
        assert result.document.segments[0].target == "con `a\\|b`"

    def test_only_the_culprits_of_many_are_refused(self) -> None:
        text = document("\n\n".join(["{}"] * 40) + "\n", *[(f"Texto {n}.", f"Text {n}.") for n in range(40)])
        new = {n: f"- Texto {n}" if n in (3, 17, 18, 39) else f"Nuevo {n}" for n in range(40)}
        result = locdocs.apply(text, edited(text, new))
        assert [one.unit.number for one in result.refused] == ["106", "120", "121", "142"]
        assert len(result.applied) == 36

    @pytest.mark.parametrize("target", ["los límites](x.md) [", "los ` límites", "los límites](("])
    def test_a_target_that_would_change_the_markup_around_is_refused(self, target: str) -> None:
        text = document("Consulte [{}](limits.md) y {} `c`.\n", ("los límites", "the limits"), ("más", "more"))
        reason, _ = the_refusal(locdocs.apply(text, edited(text, {0: target}), force=True))
        assert reason == "surrounding-markup"


class TestTheFormat:
    @pytest.mark.parametrize(
        ("target", "written"),
        [
            ("Uno * dos", "Uno \\* dos"),
            ("Uno \\* dos", "Uno \\* dos"),
            ("**Uno** * *dos*", "**Uno** \\* *dos*"),
            ("`a*b` y c*", "`a*b` y c\\*"),
            ("[a*](b*.md) y <b*>", "[a\\*](b*.md) y <b\\*>"),
            ("a\\\\* b", "a\\\\\\* b"),
            ("2*3*4*5 = 120", "2*3*4\\*5 = 120"),
            ("__a__ \\** b", "__a__ \\*\\* b"),
        ],
    )
    def test_literal_asterisks_are_escaped(self, target: str, written: str) -> None:
        text = document("{}\n", ("Texto", "Text"))
        result = locdocs.apply(text, edited(text, {0: target}))
        assert result.complete, result.refused
        assert result.document.segments[0].target == written
        assert result.applied[0].target == written

    def test_a_segment_whose_asterisks_are_bare_keeps_its_writers_way(self) -> None:
        text = document("{}\n", ("a * b", "a * b"))
        result = locdocs.apply(text, edited(text, {0: "b * a"}))
        assert result.document.segments[0].target == "b * a"

    @pytest.mark.parametrize(
        "target",
        ["</span>Texto", "Texto</span></span>", '<span data-ttu-id="0c05b-104">x</span>', 'x<span class="sxs-lookup">'],
    )
    def test_markup_of_the_pair_is_refused(self, target: str) -> None:
        reason, _ = the_refusal(locdocs.apply(TWO, edited(TWO, {1: target, 0: "Límites"})))
        assert reason == "span-markup"
        forced = locdocs.apply(TWO, edited(TWO, {1: target, 0: "Límites"}), force=True)
        assert forced.document.segments[0].target == "Límites"
        assert forced.document.segments[1].target == TWO.segments[1].target

    @pytest.mark.parametrize("target", ["", " ", "\u00a0\n"])
    def test_an_empty_target_is_refused(self, target: str) -> None:
        assert the_refusal(locdocs.apply(TWO, edited(TWO, {0: target})))[0] == "empty-target"

    @pytest.mark.parametrize("char", ["\x00", "\x07", "\x85", chr(0xDC80), "\ufffd", "\uffff"])
    def test_a_character_that_no_text_holds_is_refused(self, char: str) -> None:
        reason, message = the_refusal(locdocs.apply(TWO, edited(TWO, {0: f"Cuo{char}tas"})))
        assert reason == "control-character"
        assert f"U+{ord(char):04X}" in message

    def test_a_character_that_stood_there_may_stay(self) -> None:
        text = document("{}\n", ("Te\ufffdto", "Text"))
        assert locdocs.apply(text, edited(text, {0: "El Te\ufffdto"})).complete
        held = document("{}\n", ("Te\x07xto", "Text"))
        back = [one._replace(target="Te\ufffdxto") for one in units_of(held)]
        assert locdocs.apply(held, back).document is held


class TestFrontMatter:
    TEXT = (
        "---\n# a comment\n{}\nms.openlocfilehash: {}\nms.contentlocale: es-ES\n---\n"
        + write_pair("0c05b-103", "Uno", "One")
        + "\n"
    )

    def value(self, field: str, target: str, source_hash: str = HASH) -> Unit:
        origin = Origin("quotas.md", "en-US", "es-ES", source_hash=source_hash)
        return Unit(field, "English", target, origin, block="front matter")

    @pytest.mark.parametrize(
        ("line", "value", "written"),
        [
            ("title: Cuotas", "Límites", "title: Límites"),
            ("title: Cuotas # c", "Límites", "title: Límites # c"),
            ("title: Cuotas", "Límites: los nuevos", 'title: "Límites: los nuevos"'),
            ("title: Cuotas", "true", 'title: "true"'),
            ("title: 'Cuotas'", "L'hôte", "title: 'L''hôte'"),
            ('title: "Cuotas"', 'El "nuevo" \\ uno', 'title: "El \\"nuevo\\" \\\\ uno"'),
            ("description: >-\n  Dos\n  líneas", "Otras dos", "description: >-\n  Otras dos"),
            ("description: |\n  Dos\n  líneas", "Otras\ndos", "description: |\n  Otras\n  dos"),
            ("title: Dos\n  líneas", "Una", "title: Una"),
        ],
    )
    def test_a_value_comes_back_in_its_own_style(self, line: str, value: str, written: str) -> None:
        text = locdocs.parse(self.TEXT.format(line, HASH), path="quotas.md")
        result = locdocs.apply(text, [self.value(line.partition(":")[0], value)])
        assert result.complete, result.refused
        assert result.document.text == self.TEXT.format(written, HASH)
        assert result.document.front_matter[line.partition(":")[0]].strip() == value

    def test_together_with_a_segment(self) -> None:
        text = locdocs.parse(self.TEXT.format("title: Cuotas\ndescription: 'Dos'", HASH), path="quotas.md")
        units = [self.value("description", "Tres"), self.value("title", "Límites"), unit("One", "Un", "quotas.md")]
        result = locdocs.apply(text, units)
        assert result.complete
        assert result.document.text == self.TEXT.format("title: Límites\ndescription: 'Tres'", HASH).replace(
            "Uno", "Un"
        )

    def test_the_value_it_has_changes_nothing(self) -> None:
        text = locdocs.parse(self.TEXT.format("title: >\n  Cuotas", HASH), path="quotas.md")
        assert locdocs.apply(text, [self.value("title", "Cuotas")]).document is text

    @pytest.mark.parametrize(
        ("line", "unit_values", "reason"),
        [
            ("titles: x", {"target": "y"}, "front-matter"),
            ("title: [x]", {"target": "y"}, "front-matter"),
            ("title: x", {"target": " "}, "empty-target"),
            ("title: x", {"target": "a\x07"}, "control-character"),
            ("title: x", {"target": "y", "source_hash": "f" * 40}, "source-changed"),
        ],
    )
    def test_what_cannot_come_back_is_refused(self, line: str, unit_values: dict[str, str], reason: str) -> None:
        text = locdocs.parse(self.TEXT.format(line, HASH), path="quotas.md")
        result = locdocs.apply(text, [self.value("title", **unit_values)])
        assert the_refusal(result)[0] == reason
        assert result.document is text

    def test_the_unit_with_the_number_of_the_title_is_the_title(self) -> None:
        text = locdocs.parse(self.TEXT.format("title: x", HASH), path="quotas.md")
        result = locdocs.apply(text, [self.value("title", "y")._replace(id="0c05b-101")])
        assert result.document.front_matter["title"] == "y"

    @pytest.mark.parametrize(("name", "layout"), [("xliff", ""), ("xliff", "publisher"), ("xliff2", ""), ("po", "")])
    def test_values_come_back_from_a_file(self, name: str, layout: str, tmp_path: Path) -> None:
        text = locdocs.parse(self.TEXT.format("title: x\ndescription: 'z'", HASH), path="quotas.md")
        values = [self.value("title", "y"), self.value("description", "l'z")]
        file = tmp_path / "page"
        locdocs.write(file, [*values, *units_of(text)], format=name, layout=layout, block_kind=True)
        result = locdocs.apply(text, locdocs.read_units(file, format=name))
        assert result.complete, (result.refused, result.unknown)
        assert result.document.text == self.TEXT.format("title: y\ndescription: 'l''z'", HASH)

    def test_two_values_are_refused(self) -> None:
        text = locdocs.parse(self.TEXT.format("title: x", HASH), path="quotas.md")
        result = locdocs.apply(text, [self.value("title", "y"), self.value("title", "z")])
        assert [one.reason for one in result.refused] == ["conflicting-targets"] * 2


def test_an_unknown_way_to_match_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="unit, source"):
        locdocs.apply(TWO, [], match="id")  # type: ignore[arg-type]


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.md")), ids=lambda path: path.stem)
def test_every_sample_takes_a_change_in_every_target_and_keeps_every_other_byte(path: Path) -> None:
    original = locdocs.read(path)
    new = {n: segment.target.rstrip() + " 7" for n, segment in enumerate(original)}
    result = locdocs.apply(original, edited(original, new))
    assert_nothing_else_changed(original, result)
    assert not result.unknown
    assert not result.refused


def assert_nothing_else_changed(before: locdocs.Document, result: locdocs.Result) -> None:
    """Every byte outside of the applied targets is as before, and these are as the result says."""
    new = {one.segment.start: one.target for one in result.applied if one.segment}
    parts: list[str] = []
    done = 0
    for segment in before.segments:
        parts += [before.text[done : segment.target_start], new.get(segment.start, segment.target)]
        done = segment.target_end
    parts.append(before.text[done:])
    assert result.document.to_bytes() == locdocs.parse("".join(parts)).to_bytes()
    assert [one.id for one in result.document] == [one.id for one in before]
    assert [one.source for one in result.document] == [one.source for one in before]
    targets: Iterable[str] = (new.get(one.start, one.target) for one in before)
    assert [one.target for one in result.document] == list(targets)
    assert origin_of(result.document) == origin_of(before)
