"""The inline codes of a segment: what they are, where they stand, what pairs, and what stands for what."""

from __future__ import annotations

import pytest

import locdocs
from locdocs.markdown import InlineCode
from tests.markdown import document

# The source text, and its codes as "role kind text"; > opens, < closes, = stands alone, with the number of the pair.
CASES: dict[str, tuple[str, list[str]]] = {
    "none": ("Save the settings.", []),
    "strong": ("Select **Save**.", ["1> strong **", "1< strong **"]),
    "emphasis": ("*a* _b_", ["1> emphasis *", "1< emphasis *", "2> emphasis _", "2< emphasis _"]),
    "both": ("***a***", ["1> emphasis *", "2> strong **", "2< strong **", "1< emphasis *"]),
    "strikethrough": ("~~old~~", ["1> strikethrough ~~", "1< strikethrough ~~"]),
    "no emphasis": ("2 * 3 * 4 and snake_case_name", []),
    "link": (
        'See [the *log*](log.md "Log").',
        ["1> link [", "2> emphasis *", "2< emphasis *", '1< link ](log.md "Log")'],
    ),
    "bracket in link text": (r"[a\]b](c)", ["1> link [", r"= escape \]", "1< link ](c)"]),
    "empty link": ("[](a.md)", ["1> link [", "1< link ](a.md)"]),
    "image": ("![Diagram](media/a.png)", ["1> image ![", "1< image ](media/a.png)"]),
    "image in link": ("[![A](a.png)](b.md)", ["1> link [", "2> image ![", "2< image ](a.png)", "1< link ](b.md)"]),
    "reference link": ("[log][Logs] [logs]", ["1> link [", "1< link ][Logs]", "2> link [", "2< link ]"]),
    "no definition": ("[log][nowhere]", []),
    "code span": ("Run `a * b` and ``c ` d``", ["= code `a * b`", "= code ``c ` d``"]),
    "autolink": ("<https://example.com/a>", ["= autolink <https://example.com/a>"]),
    "mail": ("<a@example.com>", ["= autolink <a@example.com>"]),
    "xref": (
        "<xref:Mire.Fold%2A?displayProperty=nameWithType>",
        ["= xref <xref:Mire.Fold%2A?displayProperty=nameWithType>"],
    ),
    "tags": ('<b class="x">a</b>', ['1> html <b class="x">', "1< html </b>"]),
    "void tags": ("a<br>b<br/>c<img src='x'>", ["= html <br>", "= html <br/>", "= html <img src='x'>"]),
    "tags left open": ("<li>a <kbd>b</kbd>", ["> html <li>", "1> html <kbd>", "1< html </kbd>"]),
    "tags that cross": ("*<b>a* b</b>", ["1> emphasis *", "> html <b>", "1< emphasis *", "< html </b>"]),
    "nested spans": (
        '<span class="a"><span>x</span></span>',
        ['1> html <span class="a">', "2> html <span>", "2< html </span>", "1< html </span>"],
    ),
    "no tag": ("1 < 2 and a<b", []),
    "comment": ("a <!-- b *c* --> d", ["= comment <!-- b *c* -->"]),
    "entities": (
        "&lt;T&gt; &amp; &#39; &bogus; AT&T",
        ["= entity &lt;", "= entity &gt;", "= entity &amp;", "= entity &#39;"],
    ),
    "escapes": (r"\*a\_b\\c \d", [r"= escape \*", r"= escape \_", r"= escape \\"]),
    "escaped delimiter in bold": (r"**\*a\***", ["1> strong **", r"= escape \*", r"= escape \*", "1< strong **"]),
    "alert": ("[!NOTE]", ["= docfx [!NOTE]"]),
    "include": ("Get [!INCLUDE [name](a/b.md)] now", ["= docfx [!INCLUDE [name](a/b.md)]"]),
    "code include": ("[!code-csharp[Main](a.cs?highlight=1,2)]", ["= docfx [!code-csharp[Main](a.cs?highlight=1,2)]"]),
    "escaped alert": (r"\[!NOTE]", [r"= escape \["]),
    "link with an exclamation mark": ("[!a](b.md)", ["1> link [", "1< link ](b.md)"]),
    "image token": (
        'a :::image source="x.png" alt-text="b ::: c"::: d',
        ['= docfx :::image source="x.png" alt-text="b ::: c":::'],
    ),
    "no-loc": (':::no-loc text="Mirefold":::', ['= docfx :::no-loc text="Mirefold":::']),
    "zone on a line of its own": ("::: zone pivot=a", ["= docfx ::: zone pivot=a"]),
    "colons in a line": ("a :::zone b", []),
    "token in code": ("`[!NOTE]` `:::no-loc text=a:::`", ["= code `[!NOTE]`", "= code `:::no-loc text=a:::`"]),
    "wrapped line of a quote": ("a\n> b", ["= block > "]),
    "hard break": ("a  \nb\\\nc", ["= line break   \n", "= line break \\\n"]),
    "half of bold": ("**a", []),
}


def described(code: InlineCode) -> str:
    mark = {"opening": ">", "closing": "<", "standalone": "="}[code.role]
    return f"{code.pair or ''}{mark} {code.kind} {code.text}"


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_codes(source: str, expected: list[str]) -> None:
    quote = "> " if "\n> " in source else ""
    doc = document(f"{quote}{{{{Ziel||{source}}}}}\n\n[logs]: logs.md\n")
    segment = doc.segments[0]
    codes = locdocs.structure(doc).inline_codes(segment).source
    assert [described(code) for code in codes] == expected
    for code in codes:
        start = segment.source_start + code.start
        assert doc.text[start : segment.source_start + code.end] == code.text


@pytest.mark.parametrize(
    "source", [source for source, _ in CASES.values() if "\n" not in source and "::: zone" not in source]
)
def test_codes_are_the_same_in_every_block(source: str) -> None:
    plain, cell = document(f"{{{{a||{source}}}}}\n"), document(f"| a |\n|---|\n| {{{{a||{source}}}}} |\n")
    of = [locdocs.structure(doc).inline_codes(doc.segments[0]).source for doc in (plain, cell)]
    assert of[0] == of[1]


def test_details_of_links_stand_on_both_halves() -> None:
    doc = document('{{x||[a](b\\_c.md "t &amp; u") ![d][Ref]}}\n\n[ref]: <e f.png> "g"\n')
    opening, *_, image = locdocs.structure(doc).inline_codes(doc.segments[0]).source
    assert (opening.destination, opening.title, opening.label) == ("b_c.md", "t & u", None)
    assert (image.role, image.destination, image.title, image.label) == ("closing", "e f.png", "g", "Ref")


def test_stable_names() -> None:
    source = "**a** *b* ~~c~~ [d](e) ![f](g) `h` <BR/> [!INCLUDE [i](j)] &lt; \\* <xref:k> <!--l-->"
    doc = document(f"{{{{x||{source}}}}}\n")
    names = [
        code.name for code in locdocs.structure(doc).inline_codes(doc.segments[0]).source if code.role != "closing"
    ]
    assert names == [
        *("bold", "italic", "strikethrough", "link", "image", "code", "br", "INCLUDE", "entity", "escape", "xref"),
        "comment",
    ]


def numbers(text: str) -> tuple[list[int], list[int]]:
    doc = document(text)
    codes = locdocs.structure(doc).inline_codes(doc.segments[0])
    return [code.x for code in codes.source], [code.x for code in codes.target]


def test_counterparts_have_one_number() -> None:
    assert numbers("{{`b` und **`a`**||**`a`** and `b`}}") == ([1, 2, 1, 3], [3, 1, 2, 1])


def test_equal_codes_are_matched_in_order() -> None:
    assert numbers("{{`a` `b` `a`||`a` `a` `b`}}") == ([1, 2, 3], [1, 3, 2])


def test_a_link_with_a_localized_address_stays_that_link() -> None:
    text = "{{[uno](/es-es/a) [dos](/b)||[two](/b) [one](/en-us/a)}}"
    assert numbers(text) == ([1, 1, 2, 2], [2, 2, 1, 1])
    doc = document(text)
    source, target = locdocs.structure(doc).inline_codes(doc.segments[0])
    assert source[2].identity != target[0].identity
    assert source[0].identity == target[2].identity


def test_codes_that_only_the_target_has_come_after() -> None:
    assert numbers("{{**a** `b` &lt;||`b` `c`}}") == ([1, 2], [3, 3, 1, 4])


def test_delimiters_that_pair_across_a_border_are_isolated() -> None:
    doc = document("{{**Uno.||**One.}} {{Dos**||Two**}}\n")
    structure = locdocs.structure(doc)
    [opening], [closing] = (structure.inline_codes(segment).source for segment in doc)
    assert (opening.role, opening.pair, opening.isolated) == ("opening", None, True)
    assert (closing.role, closing.pair, closing.isolated) == ("closing", None, True)


def test_markup_that_ends_outside_is_cut_at_the_border() -> None:
    doc = document("{{مرحبا `a||hello `a}} b` {{[c](d||[c](d}})\n")
    structure = locdocs.structure(doc)
    [code] = structure.inline_codes(doc.segments[0]).source
    assert (code.kind, code.role, code.text, code.isolated) == ("code", "opening", "`a", True)
    link = structure.inline_codes(doc.segments[1]).source
    assert [(code.text, code.isolated) for code in link] == [("[", True), ("](d", True)]


def test_what_surrounds_a_segment_is_no_code_of_it() -> None:
    doc = document('[{{*a*||*a*}}](b) **{{c||c}}** `d {{e||e}} f` <img alt="{{g||g}}"> [!INCLUDE [{{h||h}}](i)]\n')
    structure = locdocs.structure(doc)
    assert [len(structure.inline_codes(segment).source) for segment in doc] == [2, 0, 0, 0, 0]


def test_html_blocks_have_tags_and_entities_and_no_markdown() -> None:
    doc = document("<table>\n<tr><td>{{<b>a</b> &lt; *b*||<b>a</b> &lt; *b*}}</td></tr>\n</table>\n")
    codes = locdocs.structure(doc).inline_codes(doc.segments[0]).source
    assert [described(code) for code in codes] == ["1> html <b>", "1< html </b>", "= entity &lt;"]


def test_delimiters_of_a_target_do_not_pair_with_those_of_its_source() -> None:
    doc = document("{{*a||b*}} {{`c||d`}}\n")
    structure = locdocs.structure(doc)
    assert all(structure.inline_codes(segment) == ((), ()) for segment in doc)


def test_pieces_are_text_and_codes_in_order() -> None:
    doc = document("{{Wählen Sie **OK**.||Select **OK**.}}\n")
    pieces = locdocs.structure(doc).pieces(doc.segments[0])
    assert [piece if isinstance(piece, str) else piece.role for piece in pieces.target] == [
        *("Wählen Sie ", "opening", "OK", "closing", "."),
    ]
