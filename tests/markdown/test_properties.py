"""What holds for the structure of every text there is."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import locdocs
from locdocs.markdown import InlineCode
from tests.strategies import HEADERS, Pair, random_texts, texts

FRAGMENTS = (
    *("*", "**", "_", "~~", "`", "``", "[", "]", "](a.md)", '](<b c> "d")', "](", ")", "![", "][r]", "[r]", "[R][]"),
    *(
        "<b>",
        "</b>",
        "<br/>",
        '<a name="x">',
        "</a>",
        "<!--",
        "-->",
        "<td>",
        "</td>",
        "<div>",
        "<",
        ">",
        "&lt;",
        "&amp",
    ),
    *("\\", "\\*", "\\[", "\\|", "|", "||", "&#0;", "&#x41;", "<xref:A.B%2A?text=%ff>", "<https://a.b>", "<a@b.c>"),
    *("[!NOTE]", "[!INCLUDE [a](b)]", "[!a", ":::", ':::image alt-text="a":::', ':::no-loc text="b":::', "::: zone a"),
    *("\n", "\r\n", "\r", "\n\n", "  \n", "\\\n", "\t", "    ", " ", "\u3000", "\u00a0", "\x00", "\u200b"),
    *(
        "\n> ",
        "\n- ",
        "\n1. ",
        "\n# ",
        "# ",
        "- ",
        "> ",
        "1. ",
        "\n| a | b |\n|---|---|\n| ",
        " | ",
        "\n```\n",
        "\n~~~ x\n",
    ),
    *(
        "\n---\n",
        "\n***\n",
        "\n    ",
        "\n\n    ",
        '\n[r]: c.md "t"\n',
        "\n:::row:::\n    :::column:::\n",
        "\n    :::column-end:::\n",
    ),
    *(
        "25. Februar",
        "設定。",
        "افتح",
        "Texto",
        "a",
        "\ud800",
        "\udcff",
        "\U0001f600",
        ":tada:",
        "\ufeff",
        "Zwei. Drei.",
    ),
)

pieces = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.sampled_from(FRAGMENTS), random_texts), max_size=6).map(
    "".join
)


@st.composite
def bilingual_texts(draw: st.DrawFn) -> str:
    """Pairs of any Markdown in any Markdown, so that delimiters and blocks cross the borders of pairs."""
    parts = [draw(st.sampled_from(HEADERS))]
    for number in range(draw(st.integers(1, 5))):
        parts.append(draw(pieces))
        source = draw(pieces)
        target = source if draw(st.booleans()) else draw(pieces)
        parts.append(str(Pair(f"0c05b-{draw(st.sampled_from(('', '', 'p')))}{101 + number}", target, source)))
    parts.append(draw(pieces))
    return "".join(parts)


anything = st.one_of(bilingual_texts(), bilingual_texts(), texts())


def check_codes(text: str, codes: tuple[InlineCode, ...]) -> None:
    """In order, inside the text, without overlap, and halves nested."""
    done = 0
    opened: list[InlineCode] = []
    for code in codes:
        assert done <= code.start < code.end <= len(text)
        assert text[code.start : code.end] == code.text
        done = code.end
        if code.pair is not None and code.role == "opening":
            opened.append(code)
        elif code.pair is not None:
            opening = opened.pop()
            assert (opening.pair, opening.kind, opening.name, opening.x) == (code.pair, code.kind, code.name, code.x)
        else:
            assert code.isolated == (code.role != "standalone")
    assert not opened
    numbers = {code.pair for code in codes} - {None}
    assert numbers == set(range(1, len(numbers) + 1))


@given(anything)
def test_inline_codes_put_together_are_the_text(text: str) -> None:
    document = locdocs.parse(text)
    structure = locdocs.structure(document)
    for segment in document:
        codes, sides = structure.inline_codes(segment), structure.pieces(segment)
        for written, side, found in zip((segment.source, segment.target), sides, codes, strict=True):
            assert "".join(piece if isinstance(piece, str) else piece.text for piece in side) == written
            assert tuple(piece for piece in side if not isinstance(piece, str)) == found
            assert "" not in side
            check_codes(written, found)
        of_source = {code.x for code in codes.source}
        assert of_source == set(range(1, len(of_source) + 1))
        both = of_source | {code.x for code in codes.target}
        assert both == set(range(1, len(both) + 1))


@given(anything)
def test_every_segment_stands_in_a_block(text: str) -> None:
    document = locdocs.parse(text)
    structure = locdocs.structure(document)
    for index, segment in enumerate(document):
        for block in (structure.block(segment), structure.block(segment, "source"), structure.block(segment, "target")):
            assert block.index == index
            assert index in block.siblings
            assert list(block.siblings) == sorted(set(block.siblings))
            # A code span that holds a segment may stand in any block.
            assert (block.kind == "heading") == (block.level is not None) or block.kind == "code"
            assert (block.list_depth == 0) == (block.ordered is None)
            assert block.kind in {"table cell", "code"} or block.row is None
            assert block.alert is None or block.quoted
        plain = structure.plain(segment)
        assert isinstance(plain.source, str)
        assert isinstance(plain.target, str)


@given(anything)
def test_headings_and_numbers_are_in_order(text: str) -> None:
    document = locdocs.parse(text)
    structure = locdocs.structure(document)
    for heading in structure.headings:
        assert document.text[heading.start] == "#"
        assert heading.start < heading.end <= len(document.text)
        if heading.anchor:
            assert document.text[heading.anchor.start : heading.anchor.end].startswith("<a name=")
    assert all(one.start < other.start for one, other in pairwise(structure.headings))
    assert all(one.index < other.index for one, other in pairwise(structure.numbering))
    for step in structure.numbering:
        assert step.expected - sum(unit.numbers for unit in step.units) >= 101


@given(anything)
def test_a_document_pickles_after_its_structure_was_asked_for(text: str) -> None:
    document = locdocs.parse(text)
    structure = locdocs.structure(document)
    blocks = [structure.block(segment) for segment in document]
    again = pickle.loads(pickle.dumps(document))
    assert [locdocs.structure(again).block(segment) for segment in again] == blocks


def ask(text: str) -> None:
    document = locdocs.parse(text)
    structure = locdocs.structure(document)
    for segment in document:
        structure.block(segment)
        structure.inline_codes(segment)
        structure.plain(segment)
    assert structure.headings is not None
    assert structure.numbering is not None


def rows(count: int) -> str:
    cell = "| {} | {} |\n"
    body = "".join(
        cell.format(
            Pair(f"0c05b-{101 + 2 * n}", "**Uno** `a`", "**One** `a`"), Pair(f"0c05b-{102 + 2 * n}", "[b](c)", "[b](c)")
        )
        for n in range(count)
    )
    return "| a | b |\n|---|---|\n" + body


def one(source: str) -> Callable[[int], str]:
    return lambda count: str(Pair("0c05b-101", source * count, source * count))


ADVERSARIES: dict[str, Callable[[int], str]] = {
    "table": rows,
    "paragraph": lambda count: " ".join(str(Pair(f"0c05b-{101 + n}", "**a", "b**")) for n in range(count)),
    "open tags": one("<b><i>"),
    "closing tags": lambda count: str(Pair("0c05b-101", "a", "<b>" * count + "</i>" * count)),
    "comments": one("<!-- "),
    "html comments": lambda count: "<div>\n" + one("<!-- ")(count),
    "attributes": lambda count: "<div>\n" + one("<a \"'")(count),
    "tokens": one("[!a [b] "),
    "colons": one(':::a "'),
    "quotes": one('<img alt="'),
    "entities": one("&amp;"),
    "stars": one("*a **b "),
    "images": lambda count: "![a](b) " * count + one("a")(1),
    "headings": lambda count: "###<a name=\n" * count,
    "definitions": lambda count: "[a]: b (\n" * count,
    "columns": lambda count: ":::row:::\n" + "  :::column:::\n  a\n" * count,
    "sentences": lambda count: str(Pair("0c05b-p101", "a", ".*" * count)) + str(Pair("0c05b-102", "a", "a")),
}


@pytest.mark.parametrize("adversary", ADVERSARIES.values(), ids=ADVERSARIES)
def test_time_grows_with_the_text(adversary: Callable[[int], str]) -> None:
    def seconds(count: int) -> float:
        text = adversary(count)
        best = float("inf")
        for _ in range(3):
            started = time.process_time()
            ask(text)
            best = min(best, time.process_time() - started)
        return best

    # Eight times the text: linear work takes eight times as long, quadratic work sixty-four times.
    assert seconds(4000) < 30 * max(seconds(500), 0.002)
