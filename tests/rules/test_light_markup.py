"""Inline markup read lightly: what it finds, and that it agrees with the parser where it matters."""

from __future__ import annotations

import gc
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locdocs.rules.light_markup import blanked, read_marks

PIECES = (
    "a", " ", "\n", "`", "``", "[", "]", "](", "![", ")", "(", "][", "<", ">", "<b>", "</b>", "<!--", "-->",
    "<xref:A.B>", "&lt;", "&", ";", "\\", "\\*", "[!NOTE]", ":::", "image", '"', "'", "https://a.example/b?c=d", "5",
    "é", "字",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain text", []),
        ("a `b` c", [("code", "b")]),
        ("``a ` b``", [("code", "a ` b")]),
        ("`a [b](c)`", [("code", "a [b](c)")]),
        ("an ` alone [b](c)", [("link", "c")]),
        ("[a](b.md)", [("link", "b.md")]),
        ('[a](<b c.md> "title")', [("link", "b c.md")]),
        ("[a](b_(c).md)", [("link", "b_(c).md")]),
        ("![a](b.png)", [("image", "b.png")]),
        ("[![a](b.png)](c.md)", [("image", "b.png"), ("link", "c.md")]),
        ("[a][b]", [("reference", "b")]),
        ("[a] (b.md)", []),
        ("a](b.md)", []),
        ("\\[a](b.md)", [("escape", "\\[")]),
        ("<xref:A.B%2A?text=c>", [("xref", "A.B%2A?text=c")]),
        ("<https://a.example>", [("autolink", "https://a.example")]),
        ("see https://a.example/b.", [("url", "https://a.example/b")]),
        ('<a href="x>y">b</A>', [("tag", "a"), ("tag", "/a")]),
        ("a < b", []),
        ("<!-- a <b> -->", [("comment", "<!-- a <b> -->")]),
        ("[!NOTE]", [("docfx", "NOTE")]),
        ("[!INCLUDE [a](b.md)]", [("docfx", "INCLUDE")]),
        (':::image source="a.png":::', [("docfx", "image")]),
        ("&nbsp;&#39;&x", [("entity", "&nbsp;"), ("entity", "&#39;")]),
    ],
)
def test_what_is_read(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(mark.kind, mark.value) for mark in read_marks(text)] == expected


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_marks_are_in_order_and_blanks_keep_every_offset(text: str) -> None:
    marks = read_marks(text)
    assert all(mark.start < mark.end <= len(text) for mark in marks)
    assert all(one.end <= other.start for one, other in pairwise(marks))
    prose = blanked(text, marks)
    assert len(prose) == len(text)
    inside = {offset for mark in marks for offset in range(mark.start, mark.end)}
    assert all(char == (" " if offset in inside else text[offset]) for offset, char in enumerate(prose))


@pytest.mark.parametrize("piece", ["`", "` ``", "[", "](", "<a ", "<!--", "&", "[a](", ":::a ", "[![", "<a '", "(("])
def test_no_text_takes_long(piece: str) -> None:
    """Four times the text takes about four times as long, not sixteen; the best of several ratios counts."""

    def cost(times: int) -> float:
        text = piece * times
        gc.collect()
        gc.disable()  # it would look through all that the tests before have left
        try:
            start = time.process_time()
            read_marks(text)
            return time.process_time() - start
        finally:
            gc.enable()

    times = 2_000
    while cost(times) < 0.02:
        times *= 2
    assert min(cost(4 * times) / max(cost(times), 0.02) for _ in range(10)) < 12
