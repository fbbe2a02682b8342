"""TMX through real readers: the DTD, and an XML parser that must give the pairs back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import locdocs
from locdocs.corpus import read_tree
from locdocs.exchange import INLINE_MODES, Filters, write
from locdocs.markup import write_pair
from locdocs.units import InlineMode, Origin, Unit
from tests.exchange.making import document, header, written
from tests.exchange.readers import parse_tmx, read_tmx
from tests.strategies import texts


@pytest.fixture(scope="module")
def dtd(shared: Path) -> etree.DTD:
    return etree.DTD(str(shared / "schemas" / "tmx14.dtd"))


@pytest.mark.parametrize("inline", INLINE_MODES)
@pytest.mark.parametrize("block_kind", [False, True])
def test_samples_are_valid_against_the_dtd(
    samples: Path, dtd: etree.DTD, tmp_path: Path, inline: InlineMode, block_kind: bool
) -> None:
    summary = write(tmp_path / "memory.tmx", read_tree(samples / "bilingual"), inline=inline, block_kind=block_kind)
    tree = parse_tmx(tmp_path / "memory.tmx")
    assert dtd.validate(tree), dtd.error_log
    assert len(tree.findall("body/tu")) == summary.segments > 250
    assert tree.find("header/prop[@type='x-inline']").text == inline


@pytest.mark.parametrize("inline", ["markdown", "codes"])
def test_a_parser_gives_the_pairs_of_the_samples_back(samples: Path, tmp_path: Path, inline: InlineMode) -> None:
    tree = read_tree(samples / "bilingual")
    write(tmp_path / "memory.tmx", tree, inline=inline)
    expected = [
        (str(found.path), segment.id, segment.source, segment.target, found.target_language)
        for found in tree
        for segment in found
        if segment.source and segment.target
    ]
    units = read_tmx(tmp_path / "memory.tmx")
    assert [
        (unit.props["x-file"], unit.props["x-segment-id"], unit.source, unit.target, unit.target_language)
        for unit in units
    ] == expected
    assert len({unit.tuid for unit in units}) == len(units)


def test_a_unit_says_where_it_comes_from() -> None:
    origin = Origin("a/b.md", "en-US", "de-DE", "HT", "c" * 40, "d" * 40, date(2020, 7, 29))
    data, _ = written([Unit("0c05b-103", "One", "Eins", origin, block="heading")], "tmx", block_kind=True)
    [unit] = read_tmx(data)
    assert unit.tuid == "a/b.md#0c05b-103"
    assert unit.attributes == {"tuid": unit.tuid, "changedate": "20200729T000000Z"}
    assert (unit.source_language, unit.target_language) == ("en-US", "de-DE")
    assert unit.props == {
        "x-file": "a/b.md",
        "x-segment-id": "0c05b-103",
        "x-translation-type": "HT",
        "x-source-commit": "c" * 40,
        "x-source-hash": "d" * 40,
        "x-block": "heading",
    }


def test_what_is_not_known_is_not_written() -> None:
    data, _ = written(document(("One", "Uno"), path=None, kind=None), "tmx")
    [unit] = read_tmx(data)
    assert unit.props == {"x-segment-id": "0c05b-101"}
    assert unit.attributes == {"tuid": "#0c05b-101"}


def test_header(dtd: etree.DTD) -> None:
    tree = parse_tmx(written(document(("One", "Uno")), "tmx", inline="plain")[0])
    assert dtd.validate(tree)
    found = tree.find("header").attrib
    assert found["creationtool"] == "locdocs"
    assert found["srclang"] == "en-US"
    assert (found["segtype"], found["adminlang"], found["datatype"]) == ("sentence", "en", "plaintext")
    assert "creationdate" not in found


def test_another_source_language_is_said_by_its_units(dtd: etree.DTD) -> None:
    first = document(("Colour", "Color"), source_language="en-GB", path="a.md")
    second = document(("Color", "Color"), path="b.md")
    tree = parse_tmx(written([first, second], "tmx")[0])
    assert dtd.validate(tree)
    assert tree.find("header").get("srclang") == "en-GB"
    assert [tu.get("srclang") for tu in tree.iter("tu")] == [None, "en-US"]


def test_a_tuid_is_unique_where_paths_and_ids_are_not() -> None:
    page, other = document(("One", "Uno"), ("Two", "Dos")), document(("Three", "Tres"), path="other.md")
    doubled = locdocs.parse(f"{write_pair('0c05b-101', 'Uno', 'One')} " * 3, path="page.md", target_language="es-ES")
    data, _ = written([page, other, doubled, page], "tmx")
    assert [unit.tuid for unit in read_tmx(data)] == [
        "page.md#0c05b-101",
        "page.md#0c05b-102",
        "other.md#0c05b-101",
        "page.md~2#0c05b-101",
        "page.md~2#0c05b-101~2",
        "page.md~2#0c05b-101~3",
        "page.md~3#0c05b-101",
        "page.md~3#0c05b-102",
    ]


def test_a_tuid_holds_no_white_space() -> None:
    data, _ = written(document(("One", "Uno"), path='my "new"\u00a0docs/a b & c.md'), "tmx")
    [unit] = read_tmx(data)
    assert unit.tuid == 'my%20"new"%C2%A0docs/a%20b%20&%20c.md#0c05b-101'
    assert unit.props["x-file"] == 'my "new"\u00a0docs/a b & c.md'


def test_inline_codes_pair_within_a_text_and_match_across(dtd: etree.DTD) -> None:
    source = "Use **the** [panel](a.md) or `x`<br>now \\* and *here"
    target = "`x`: use el [panel](a.md) **o**<br>ahora \\* y *aquí"
    tree = parse_tmx(written(document((source, target)), "tmx", inline="codes")[0])
    assert dtd.validate(tree), dtd.error_log
    segs = list(tree.iter("seg"))
    assert ["".join(seg.itertext()) for seg in segs] == [source, target]
    by_markup = [{element.text: element for element in seg if element.tag != "ept"} for seg in segs]
    for markup in ("**", "<br>", "\\*"):
        assert by_markup[0][markup].get("x") == by_markup[1][markup].get("x") is not None
    assert by_markup[0]["**"].get("type") == "bold"
    assert by_markup[0]["<br>"].tag == "ph"
    for seg in segs:
        openings = [element.get("i") for element in seg.iter("bpt")]
        assert len(openings) == len(set(openings)) >= 2
        assert sorted(openings) == sorted(element.get("i") for element in seg.iter("ept"))


def test_half_a_code_is_isolated(dtd: etree.DTD) -> None:
    first = write_pair("0c05b-101", "**Uno.", "**One.")
    second = write_pair("0c05b-102", "Dos.**", "Two.**")
    text = header(contentlocale="es-ES") + f"{first} {second}\n"
    tree = parse_tmx(written(locdocs.parse(text, path="a.md"), "tmx", inline="codes")[0])
    assert dtd.validate(tree)
    assert [(it.get("pos"), it.text) for it in tree.iter("it")] == [("begin", "**")] * 2 + [("end", "**")] * 2


def test_plain_is_what_a_reader_sees() -> None:
    data, summary = written(
        document(("See **[this](a.md)** &amp; `x`", "Vea **[esto](a.md)** &amp; `x`"), ("<br>", "<br>")),
        "tmx",
        inline="plain",
    )
    assert [(unit.source, unit.target) for unit in read_tmx(data)] == [("See this & x", "Vea esto & x")]
    assert summary.dropped == {"empty source": 1}


ANY_TEXT = st.text(min_size=1) | st.text(
    st.sampled_from("ab \t\r\n<>&\"'\x00\x01\x1f\x7f\x85\ud800\udcff\ufffe\uffff\ufffd\u2028é字🙂"), min_size=1
)


def unheld(text: str) -> Iterator[str]:
    """The characters that XML 1.0 cannot hold (production 2), independently of what the package thinks."""
    for char in text:
        code = ord(char)
        held = code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
        if not held:
            yield char


def held(text: str) -> str:
    return text.translate({ord(char): "\ufffd" for char in unheld(text)})


@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT), min_size=1, max_size=4))
def test_every_text_comes_back_but_for_counted_characters(pairs: list[tuple[str, str]]) -> None:
    origin = Origin("a.md", "en-US", "es-ES")
    units = [Unit(f"0c05b-{101 + index}", *pair, origin) for index, pair in enumerate(pairs)]
    data, summary = written(units, "tmx")
    assert [(unit.source, unit.target) for unit in read_tmx(data)] == [(held(a), held(b)) for a, b in pairs]
    assert summary.characters_replaced == sum(len(list(unheld(a + b))) for a, b in pairs)


@given(ANY_TEXT, ANY_TEXT, st.sampled_from(INLINE_MODES))
def test_every_id_path_and_language_can_be_written(path: str, segment_id: str, inline: InlineMode) -> None:
    origin = Origin(path, path, segment_id, path, segment_id, path)
    units = [Unit(segment_id, "a", "b", origin, source_codes=(), target_codes=()) for _ in range(3)]
    data, _ = written(units, "tmx", inline=inline)
    found = read_tmx(data)
    assert len({unit.tuid for unit in found}) == 3
    assert not any(char.isspace() for unit in found for char in unit.tuid)
    assert {unit.props["x-segment-id"] for unit in found} == {held(segment_id)}


@given(texts(), st.sampled_from(INLINE_MODES), st.booleans())
def test_damaged_documents_are_written_like_any_other(text: str, inline: InlineMode, block_kind: bool) -> None:
    found = locdocs.parse(text, path="a.md", target_language="es-ES")
    pairs = [(segment.source, segment.target) for segment in found if segment.source and segment.target]
    if not pairs:
        return
    stream = found, document(("Last", "Fin"), path="b.md")
    data, _ = written(stream, "tmx", inline=inline, block_kind=block_kind)
    units = read_tmx(data)
    assert len({unit.tuid for unit in units}) == len(units)
    if inline != "plain":
        assert [(unit.source, unit.target) for unit in units[:-1]] == [(held(a), held(b)) for a, b in pairs]


def test_the_published_trees_are_valid_and_come_back(corpus: Path, dtd: etree.DTD, tmp_path: Path) -> None:
    for folder in sorted(corpus.glob("*/bilingual")):
        tree = read_tree(folder)
        everything = Filters(contaminated=True)
        write(tmp_path / "memory.tmx", tree, inline="codes", block_kind=True, filters=everything)
        parsed = parse_tmx(tmp_path / "memory.tmx")
        assert dtd.validate(parsed), dtd.error_log
        found = iter(read_tmx(tmp_path / "memory.tmx"))
        for one in tree:
            for segment in one:
                if segment.source and segment.target:
                    unit = next(found)
                    assert (unit.props["x-file"], unit.source, unit.target) == (
                        str(one.path),
                        segment.source,
                        segment.target,
                    )
        assert next(found, None) is None
