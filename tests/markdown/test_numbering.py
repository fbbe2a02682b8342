"""Expected numbers, and the units that explain gaps."""

from __future__ import annotations

import pytest

import locdocs
from locdocs.markdown.numbering import count_sentences
from tests.markdown import document
from tests.strategies import Pair

# What stands between two pairs, and what takes numbers in it.
BETWEEN: dict[str, tuple[str, list[str]]] = {
    "nothing": ("\n\n", []),
    "text": ("\n\nplain text `code` 1:30:45\n\n", []),
    "image": ("\n\n![Vista](a.png)\n\n", ["image text"]),
    "image with a title": ('\n\n![Vista](a.png "Título")\n\n', ["image text", "image title"]),
    "image without a text": ("\n\n![](a.png)\n\n", []),
    "image by reference": ("\n\n![Vista][v]\n\n", ["image text"]),
    "image in a link": ("\n\n[![Vista](a.png)](b.md)\n\n", ["image text"]),
    "image token": ('\n\n:::image source="a.png" alt-text="Vista":::\n\n', ["image text"]),
    "image tag": ('\n\n<img src="a" alt=\'Vista\' title="Título">\n\n', ["image text", "image title"]),
    "image in a comment": ("\n\n<!-- ![Vista](a.png) -->\n\n", []),
    "image in a fence": ("\n\n```\n![Vista](a.png) :tada:\n```\n\n", []),
    "symbol": (" :heavy_check_mark: ", ["symbol"]),
    "definition with a title": ('\n\n[v]: b.md "Título"\n[comment]: <> (nota)\n\n', ["definition title"] * 2),
    "definition without a title": ("\n\n[w]: b.md\n\n", []),
}


@pytest.mark.parametrize(("between", "kinds"), BETWEEN.values(), ids=BETWEEN)
def test_a_gap_and_what_explains_it(between: str, kinds: list[str]) -> None:
    text = (
        f"{Pair('0c05b-103', 'Uno', 'One')}{between}{Pair(f'0c05b-{104 + len(kinds)}', 'Dos', 'Two')}\n\n[v]: v.png\n"
    )
    doc = locdocs.parse(text)
    step = locdocs.structure(doc).numbering[1]
    assert [unit.kind for unit in step.units] == kinds
    assert (step.previous, step.index, step.expected, step.explained) == (0, 1, 104 + len(kinds), True)
    for unit in step.units:
        assert doc.segments[0].end <= unit.start < unit.end <= doc.segments[1].start


def test_a_gap_that_nothing_explains() -> None:
    doc = locdocs.parse(f"{Pair('0c05b-101', 'Eins', 'One')} {Pair('0c05b-104', 'Vier', 'Four')}")
    step = locdocs.structure(doc).numbering[1]
    assert (step.expected, step.actual, step.units, step.explained) == (102, 104, (), False)


def test_an_image_inside_a_segment_takes_no_number() -> None:
    doc = document("{{![a](b.png) c||![a](b.png) c}} {{d||d}}\n")
    assert all(step.explained for step in locdocs.structure(doc).numbering)


def test_a_paragraph_kept_whole_takes_the_numbers_of_its_sentences() -> None:
    whole = Pair(
        "0c05b-p101", "値は 3 つです。例: a.b。終了。", "There are 3 values, e.g. a.b in C#. *Save* them. Exit."
    )
    doc = locdocs.parse(f"{Pair('0c05b-101', 'a', 'a')}\n\n{whole}\n\n{Pair('0c05b-105', 'b', 'b')}\n")
    first, second = locdocs.structure(doc).numbering
    assert first.explained
    assert second.explained
    assert [(unit.kind, unit.numbers) for unit in second.units] == [("paragraph", 3)]


def test_the_header_takes_the_first_numbers() -> None:
    doc = document(
        "---\ntitle: Exportar datos\ndescription: Cómo exportar. Qué contiene.\nkeywords:\n- csv\n- datos\n---\n\n"
        "![Vista](a.png)\n\n{{Texto||Text}}\n",
        first=107,
    )
    [step] = locdocs.structure(doc).numbering
    assert (step.previous, step.expected, step.explained) == (None, 107, True)
    assert [unit.kind for unit in step.units] == ["title", "description", "keyword", "image text"]


def test_a_header_that_is_not_yaml_says_nothing() -> None:
    [step] = locdocs.structure(document("---\na: [\n---\n{{a||a}}\n")).numbering
    assert (step.expected, step.explained) == (101, True)


def test_ids_that_are_no_ids_are_left_out() -> None:
    doc = locdocs.parse(f"{Pair('x', 'a', 'a')} {Pair('0c05b-101', 'b', 'b')}")
    assert [step.index for step in locdocs.structure(doc).numbering] == [1]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", 1),
        ("One", 1),
        ("One. Two! Three?", 3),
        ("Version 2.0 of a.b.c", 1),
        ("See **this.** **Then** that.", 2),
        ("一つ。二つ。", 2),
        ("e.g. this one", 1),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    assert count_sentences(text) == sentences
