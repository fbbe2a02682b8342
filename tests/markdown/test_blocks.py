"""The block in which each segment stands."""

from __future__ import annotations

from typing import Any

import pytest

import locdocs
from locdocs.errors import UnknownSegmentError
from locdocs.markdown import Block
from tests.markdown import document

CASES: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "heading": (
        '### <a name="quotas"></a>{{Cuotas||Quotas}}\n',
        [{"kind": "heading", "level": 3, "list_depth": 0}],
    ),
    "underlined heading": ("{{Kontingente||Quotas}}\n======\n", [{"kind": "heading", "level": 1}]),
    "paragraph": (
        "{{Guarde.||Save.}} {{Salga.||Exit.}}\n",
        [{"kind": "paragraph", "siblings": (0, 1)}, {"kind": "paragraph", "siblings": (0, 1)}],
    ),
    "list items": (
        "- {{保存します。||Save.}}\n  1. {{確認します。||Check.}}\n\n     {{終了します。||Exit.}}\n",
        [
            {"kind": "list item", "list_depth": 1, "ordered": False, "siblings": (0,)},
            {"kind": "list item", "list_depth": 2, "ordered": True, "siblings": (1,)},
            {"kind": "list item", "list_depth": 2, "ordered": True, "siblings": (2,)},
        ],
    ),
    "table": (
        "| {{Name||Name}} | {{Wert||Value}} |\n|---|---|\n| `a` | {{Erster||First}} {{Zweiter||Second}} |\n",
        [
            {"kind": "table cell", "row": 1, "column": 1, "header": True},
            {"kind": "table cell", "row": 1, "column": 2, "header": True},
            {"kind": "table cell", "row": 2, "column": 2, "header": False, "siblings": (2, 3)},
            {"kind": "table cell", "row": 2, "column": 2, "header": False, "siblings": (2, 3)},
        ],
    ),
    "two tables": (
        "| {{a||a}} |\n|---|\n| {{b||b}} |\n\n| {{c||c}} |\n|---|\n",
        [{"row": 1}, {"row": 2}, {"row": 1, "header": True}],
    ),
    "cell beyond the header": (
        "| a |\n|---|\n| b | {{über||over}} |\n",
        [{"kind": "table cell", "row": 2, "column": None}],
    ),
    "quote": ("> {{Cita.||Quote.}}\n", [{"kind": "block quote", "quoted": True, "alert": None}]),
    "alert": (
        "> [!Important]\n> {{Achtung.||Attention.}}\n>\n> - {{Punkt||Item}}\n\n{{Danach||After}}\n",
        [
            {"kind": "block quote", "quoted": True, "alert": "IMPORTANT"},
            {"kind": "list item", "quoted": True, "alert": "IMPORTANT", "list_depth": 1},
            {"kind": "paragraph", "quoted": False, "alert": None},
        ],
    ),
    "a word that is no alert": ("> [!NOTA]\n> {{Texto.||Text.}}\n", [{"alert": None, "quoted": True}]),
    "quote in a list": (
        "1. {{Eins||One}}\n\n   > [!TIP]\n   > {{Zwei||Two}}\n",
        [{"kind": "list item", "alert": None}, {"kind": "block quote", "list_depth": 1, "alert": "TIP"}],
    ),
    "heading in a list": ("- ## {{عنوان||Title}}\n", [{"kind": "heading", "level": 2, "list_depth": 1}]),
    "html": ("<table><tr><td>{{Zelle||Cell}}</td></tr></table>\n", [{"kind": "html"}]),
    "link text": (
        "- [{{Verlauf||History}}](history.md) {{danach||after}}\n- {{[ganz](a.md)||[whole](a.md)}}\n",
        [{"in_link": True, "siblings": (0, 1)}, {"in_link": False}, {"in_link": False}],
    ),
    "fence": ("```\n{{código||code}}\n```\n", [{"kind": "code"}]),
    "one-line fence is a code span": ("```{{código||code}}```\n", [{"kind": "code"}]),
    "code span around": ("Use `x {{a||a}} y` {{b||b}}\n", [{"kind": "code"}, {"kind": "paragraph"}]),
    "code span inside": ("{{`a`||`a`}}\n", [{"kind": "paragraph"}]),
    "indented code": ("Text\n\n    {{Zeile||Line}}\n", [{"kind": "code"}]),
    "front matter": ("---\ntitle: '{{título||title}}'\n---\n{{Texto||Text}}\n", [{"kind": "front matter"}, {}]),
    "definition": ('[a]: b.md "{{título||title}}"\n\n{{x [a]||x [a]}}\n', [{"kind": "definition"}, {}]),
    "white space first": ("Text\n\n##   {{ Titel||  Title}}\n", [{"kind": "heading", "level": 2}]),
    "crlf": ("---\r\na: b\r\n---\r\n\r\n* {{Eins||One}}\r\n* {{Zwei||Two}}\r\n", [{"kind": "list item"}] * 2),
    "columns of docfx": (
        ":::row:::\n    :::column:::\n\n    ### {{Tarifas||Rates}}\n\n    :::column-end:::\n:::row-end:::\n",
        [{"kind": "heading", "level": 3}],
    ),
    "code in columns of docfx": (
        ":::row:::\n  :::column:::\n\n  {{Texto||Text}}\n\n      {{código||code}}\n  :::column-end:::\n:::row-end:::\n",
        [{"kind": "paragraph"}, {"kind": "code"}],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_block(text: str, expected: list[dict[str, Any]]) -> None:
    doc = document(text)
    structure = locdocs.structure(doc)
    for index, (segment, wanted) in enumerate(zip(doc, expected, strict=True)):
        block = structure.block(segment)
        assert {name: getattr(block, name) for name in wanted} == wanted
        assert block.index == index
        assert index in block.siblings


def test_neighbours_are_those_of_the_same_block() -> None:
    doc = document("{{Uno.||One.}} {{Dos.||Two.}} {{Tres.||Three.}}\n\n{{Cuatro.||Four.}}\n")
    blocks = [locdocs.structure(doc).block(segment) for segment in doc]
    assert [(block.previous, block.next) for block in blocks] == [(None, 1), (0, 2), (1, None), (None, None)]


def test_the_source_decides_and_the_target_can_be_asked() -> None:
    # A date that begins an item becomes a numbered list in German.
    doc = document("- {{25. Februar 2020||February 25, 2020}}\n")
    structure = locdocs.structure(doc)
    source, target = structure.block(doc.segments[0]), structure.block(doc.segments[0], "target")
    assert (source.list_depth, source.ordered) == (1, False)
    assert (target.list_depth, target.ordered) == (2, True)
    assert structure.block(doc.segments[0], "source") == source


def test_where_the_source_is_empty_the_target_decides() -> None:
    doc = document("{{Frase añadida.||}}\n\n## {{Título||Title}}\n\n> {{Otra||}}")
    structure = locdocs.structure(doc)
    assert [structure.block(segment).kind for segment in doc] == ["paragraph", "heading", "block quote"]


def test_segments_are_found_by_id_and_strangers_refused() -> None:
    doc, other = document("{{Uno||One}}\n"), document("x {{Eins||One}}\n")
    structure = locdocs.structure(doc)
    assert isinstance(structure.block("0c05b-101"), Block)
    with pytest.raises(UnknownSegmentError):
        structure.block("0c05b-999")
    with pytest.raises(UnknownSegmentError):
        structure.inline_codes(other.segments[0])


def test_structure_is_worked_out_once() -> None:
    doc = document("{{Uno||One}}\n")
    assert locdocs.structure(doc) is locdocs.structure(doc)
