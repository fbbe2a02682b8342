"""What has changed around the segments: told line by line, whatever becomes of the segments."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import locdocs
from locdocs.markup import write_pair
from tests.strategies import Written, documents, texts

HEADER = "---\ntitle: Cuotas\nms.contentlocale: es-ES\n---\n"
A = write_pair("0c05b-103", "Abra el panel.", "Open the dashboard.")
B = write_pair("0c05b-104", "Elija un filtro.", "Choose a filter from the list.")
C = write_pair("0c05b-105", "Guarde la vista.", "Save the view under a name.")
N = write_pair("0c05b-199", "Frase nueva.", "This sentence is a new one.")

Told = tuple[str, str, tuple[int, str] | None, tuple[int, str] | None]


def told(old: str, new: str) -> list[Told]:
    found = locdocs.diff(locdocs.parse(HEADER + old), locdocs.parse(HEADER + new))
    return [
        (
            change.kind,
            change.where,
            change.old and (change.old.line, change.old.text),
            change.new and (change.new.line, change.new.text),
        )
        for change in found.text
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            f"{A}\n\n```bash\nmirefold snap\nmirefold list\n```\n",
            f"{N}\n\n{A}\n\n```bash\nmirefold snap --all\nmirefold list\n```\n",
            [("changed", "code", (8, "mirefold snap"), (10, "mirefold snap --all"))],
            id="a line of code",
        ),
        pytest.param(
            f"{A}\n\n```yaml\na:\n  b: 1\n```\n",
            f"{A}\n\n```yaml\na:\n    b: 1\n```\n",
            [("changed", "code", (9, "  b: 1"), (9, "    b: 1"))],
            id="indentation of code",
        ),
        pytest.param(
            f"{A}\n\n{B}\n",
            f"{A}\n\n```bash\nmirefold snap\n\nmirefold list\n```\n\n{B}\n",
            [("added", "code", None, (7, "```bash\nmirefold snap\n\nmirefold list\n```"))],
            id="a block of code",
        ),
        pytest.param(
            f"- [{A}](uno.md)\n- [{B}](dos.md)\n",
            f"- [{A}](uno.md)\n- [{B}](tres.md)\n",
            [("changed", "beside", (6, "- […](dos.md)"), (6, "- […](tres.md)"))],
            id="an address",
        ),
        pytest.param(
            f"{A} {B}\n\n{C}\n",
            f"{A} texto {B}\n\n{C} fin\n",
            [("changed", "beside", (5, "… …"), (5, "… texto …")), ("changed", "beside", (7, "…"), (7, "… fin"))],
            id="words behind a pair",
        ),
        pytest.param(
            f"[{A}](a) [{B}](b)\n",
            f"[{A}](x) [{B}](y)\n",
            [("changed", "beside", (5, "[…](a) […](b)"), (5, "[…](x) […](y)"))],
            id="a line is told once",
        ),
        pytest.param(
            f"{A}\n\n![Esquema](a.png)\n\n{B}\n",
            f"{A}\n\n{B}\n",
            [("removed", "between", (7, "![Esquema](a.png)"), None)],
            id="an image",
        ),
        pytest.param(
            f"![Esquema](a.png)\n\n{A}\n\n{B}\n\nfin\n",
            f"{A}\n\n{B}\n\n![Esquema](a.png)\n\nfin\n",
            [("moved", "between", (5, "![Esquema](a.png)"), (9, "![Esquema](a.png)"))],
            id="an image that moves",
        ),
        pytest.param(
            f"{A}\n\n{B}\n",
            f"{A}\n\n> {B}\n",
            [("changed", "beside", (7, "…"), (7, "> …"))],
            id="a paragraph becomes a quote",
        ),
        pytest.param(
            f'## <a name="uno"></a>{A}\n',
            f'## <a name="dos"></a>{A}\n',
            [("changed", "beside", (5, '## <a name="uno"></a>…'), (5, '## <a name="dos"></a>…'))],
            id="an anchor",
        ),
        pytest.param(
            f"{A}\n\n{B}\n",
            f"{A}\n\n- [{N}](nuevo.md)\n\n{B}\n",
            [("added", "beside", None, (7, "- […](nuevo.md)"))],
            id="a new segment in a link has an address",
        ),
        pytest.param(
            f"{A}\r\n\r\nuno\r\ndos\r\n",
            f"{A}\r\n\r\nuno\r\ntres\r\n",
            [("changed", "between", (8, "dos"), (8, "tres"))],
            id="lines that end with CRLF",
        ),
    ],
)
def test_lines_that_have_changed(old: str, new: str, expected: list[Told]) -> None:
    assert told(old, new) == expected


TABLE = "| {} | {} |\n|---|---|\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(f"{A}\n\n{B}\n", f"{A}\n\n- {N}\n\n{B}\n", id="a list item"),
        pytest.param(f"{A}\n\n{B}\n", f"{A}\n\n> {N}\n>\n> {C}\n\n{B}\n", id="a quote"),
        pytest.param(f"{A}\n\n{B}\n", f'{A}\n\n## <a name="n"></a>{N}\n\n{B}\n', id="a heading with its anchor"),
        pytest.param(f"{A}\n\n{B}\n", f"{A}\n\n{N}\n---\n\n{B}\n", id="a heading with its line"),
        pytest.param(f"{A}\n\n{B}\n", f"{A}\n\n{TABLE.format(N, C)}\n{B}\n", id="a table"),
        pytest.param(f"{A}\n\n{B}\n", f"{A} **{N}**\n\n{B}\n", id="a sentence in bold"),
        pytest.param(f"1. {A}\n2. {B}\n3. {C}\n", f"1. {N}\n2. {A}\n3. {B}\n4. {C}\n", id="numbers of a list"),
        pytest.param(f"{A} {B}\n", f"{A}\n{B}\n\n\n", id="white space"),
        pytest.param(
            f"- [{A}](a)\n- [{B}](b)\n- [{C}](c)\n", f"- [{C}](c)\n- [{A}](a)\n- [{B}](b)\n", id="moved links"
        ),
        pytest.param(f"{A}\n", f"{A.replace('0c05b', '9ab10').replace('103', '207')}\n", id="another id"),
        pytest.param(f"| {A} | {B} |\n" * 3, f"| {A} | {B} |\n" * 2, id="one of the same rows"),
    ],
)
def test_what_comes_and_goes_with_segments_is_no_change_around_them(old: str, new: str) -> None:
    assert told(old, new) == []
    assert told(new, old) == []


def test_the_head_of_a_table_leaves_the_row_below_it() -> None:
    table = TABLE.format(A, B)
    assert told(f"{table}| {C} | 1 |\n", table.partition("\n")[2] + f"| {C} | 1 |\n") == []


def test_a_document_without_pairs_is_compared_line_by_line() -> None:
    old = "\n".join(f"línea {number}" for number in range(100))
    new = old.replace("línea 50\n", "").replace("línea 70\n", "línea setenta\n")
    assert told(old, new) == [
        ("removed", "between", (55, "línea 50"), None),
        ("changed", "between", (75, "línea 70"), (74, "línea setenta")),
    ]


@given(documents(), st.data())
def test_a_word_put_in_anywhere_around_the_segments_is_found(written: Written, data: st.DataObject) -> None:
    old = locdocs.parse(written.text)
    places = [old.front_matter.end, *(segment.end for segment in old if segment.start >= old.front_matter.end)]
    starts = [*(segment.start for segment in old if segment.start >= old.front_matter.end), len(old.text)]
    offset = data.draw(st.sampled_from([at for a, b in zip(places, starts, strict=True) for at in range(a, b + 1)]))
    new = locdocs.parse(f"{old.text[:offset]}palabra{old.text[offset:]}")
    # In front of the header, or in the line that ends it, a word makes it none.
    assume(new.front_matter.raw == old.front_matter.raw)
    assume([(one.source, one.target) for one in new] == [(one.source, one.target) for one in old])
    found = locdocs.diff(old, new)
    assert (found.segments, found.header) == ((), ())
    stretches = [change.new for change in found.text if change.new]
    assert any(one.start <= offset < one.end and "palabra" in one.text for one in stretches)


@given(texts(), texts())
def test_every_stretch_is_lines_of_its_document(old_text: str, new_text: str) -> None:
    old, new = locdocs.parse(old_text), locdocs.parse(new_text)
    found = locdocs.diff(old, new)
    assert found.outside == bool(found.text)
    for document, stretches in (
        (old, [change.old for change in found.text if change.old]),
        (new, [change.new for change in found.text if change.new]),
    ):
        for one in stretches:
            assert document.location(one.start).line == one.line
            inside = [segment for segment in document if one.start <= segment.start < one.end]
            text, done = "", one.start
            for segment in inside:
                text += document.text[done : segment.start].replace("\0", "\ufffd") + "…"
                done = segment.end
            assert text + document.text[done : one.end].replace("\0", "\ufffd") == one.text.replace("\0", "\ufffd")
    for change in found.text:
        assert {"added": change.old is None, "removed": change.new is None}.get(change.kind, True)
        assert change.old or change.new


@given(documents(), st.randoms(use_true_random=False))
def test_new_targets_and_new_ids_change_nothing_around_them(written: Written, chance: random.Random) -> None:
    old = locdocs.parse(written.text)
    chosen = [segment for segment in old.segments if chance.random() < 0.5]
    new = locdocs.replace(old, {segment.id: "Otra frase." for segment in chosen if segment.id})
    for prefix in ("0c05b-", "d78f1-", "00000-"):
        new = locdocs.parse(new.text.replace(prefix, "9ab10-"))
    assert locdocs.diff(old, new).text == ()


BLOCKS = ("{}", "- {}", "1. {}", "## {}", "> {}", '### <a name="a"></a>{}', "[{}](a.md)", "<li>{}</li>")


@given(st.lists(st.sampled_from(BLOCKS), min_size=2, max_size=9), st.randoms(use_true_random=False))
def test_blocks_in_another_order_are_moved_segments_and_nothing_else(blocks: list[str], chance: random.Random) -> None:
    words = ("Abra", "Cierre", "Guarde", "Elija", "Borre", "Copie", "Envíe", "Espere", "Vuelva")
    written = [
        block.format(write_pair(f"0c05b-{103 + n}", f"{words[n]}.", f"{n} {n} {n}")) for n, block in enumerate(blocks)
    ]
    shuffled = chance.sample(written, len(written))
    assert told("\n\n".join(written), "\n\n".join(shuffled)) == []


@pytest.mark.parametrize("name", ["lines of few kinds", "lines in another order", "a line behind every pair"])
def test_a_long_document_takes_no_time(name: str) -> None:
    chance = random.Random(3)
    kinds = ["}", "{", "x = 1", "end", ""]
    lines = [f"línea {number}" for number in range(20_000)]
    pairs = [write_pair(f"0c05b-{103 + n}", f"Frase {n}.", f"Sentence {n}.") for n in range(10_000)]
    old, new = {
        "lines of few kinds": ([chance.choice(kinds) for _ in lines], [chance.choice(kinds) for _ in lines]),
        "lines in another order": (lines, chance.sample(lines, len(lines))),
        "a line behind every pair": ([f"{one}\n{{" for one in pairs], [f"{one}\n}}" for one in pairs]),
    }[name]
    documents = [locdocs.parse("\n".join(side)) for side in (old, new)]
    begin = time.process_time()
    assert locdocs.diff(*documents).text
    assert time.process_time() - begin < 10


def test_a_long_segment_takes_no_time() -> None:
    old, new = (write_pair("0c05b-103", f"uno {word} dos " * 50_000, f"one {word} two " * 50_000) for word in "ab")
    begin = time.process_time()
    [change] = locdocs.diff(locdocs.parse(old), locdocs.parse(new)).segments
    assert change.kind == "both"
    assert time.process_time() - begin < 10
