"""XLIFF 1.2 as it is written: the schema, the layouts, the states, and units that come back as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import etree

from locdocs.corpus import read_tree
from locdocs.errors import LanguageError
from locdocs.exchange import INLINE_MODES, read_units, write
from locdocs.exchange.xml import replace_unheld
from locdocs.markdown import InlineCode
from locdocs.markup import write_pair
from locdocs.units import InlineMode, Origin, Unit, units_of
from tests.exchange import xliff_schemas
from tests.exchange.making import document, header, written
from tests.exchange.strategies import origins, units

LAYOUTS = ("", "publisher")
X = "{urn:oasis:names:tc:xliff:document:1.2}"
ORIGIN = Origin("a/b.md", "en-US", "de-DE", "HT", "c" * 40, "d" * 40, date(2020, 7, 29))


def parsed(data: bytes | Path) -> Any:
    return etree.fromstring(data if isinstance(data, bytes) else data.read_bytes())


def body(content: Any, **options: Any) -> str:
    """The first unit, on one line."""
    data, _ = written(content, "xliff", **options)
    start = data.index(b"<trans-unit")
    return data[start : data.index(b"</trans-unit>")].decode().replace("\n", "")


@pytest.fixture(scope="module")
def schemas(shared: Path) -> dict[str, etree.XMLSchema]:
    return {"": xliff_schemas.strict(shared), "publisher": xliff_schemas.transitional(shared)}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("inline", INLINE_MODES)
@pytest.mark.parametrize("block_kind", [False, True])
def test_samples_are_valid_against_the_schema(
    samples: Path, schemas: dict[str, Any], layout: str, inline: InlineMode, block_kind: bool
) -> None:
    tree = read_tree(samples / "bilingual")
    data, summary = written(tree, "xliff", inline=inline, block_kind=block_kind, layout=layout)
    root = parsed(data)
    assert schemas[layout].validate(root), schemas[layout].error_log
    assert len(root.findall(f".//{X}trans-unit")) == summary.segments > 250
    assert len(root.findall(f"{X}file")) == summary.documents - summary.documents_without_segments


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("inline", ["markdown", "codes"])
def test_the_samples_come_back(samples: Path, tmp_path: Path, layout: str, inline: InlineMode) -> None:
    tree = read_tree(samples / "bilingual")
    write(tmp_path / "all.xlf", tree, inline=inline, layout=layout)
    found = read_units(tmp_path / "all.xlf")
    assert list(found) == [unit for each in tree for unit in units_of(each) if unit.source and unit.target]
    assert (found.faults, found.format, found.inline, found.tool) == ([], "xliff", inline, "locdocs")


@pytest.mark.parametrize("layout", LAYOUTS)
@given(content=units())
def test_units_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, layout: str, content: list[Unit]
) -> None:
    file = tmp_path_factory.getbasetemp() / f"units{layout}.xlf"
    summary = write(file, content, inline="markdown", layout=layout)
    assert list(read_units(file)) == [held(unit) for unit in content]
    assert summary.characters_replaced == sum(
        replace_unheld(text)[1] for unit in content for text in (unit.source, unit.target)
    )


def held(unit: Unit) -> Unit:
    """A unit as XML can hold it."""
    path = unit.origin.path
    return unit._replace(
        source=replace_unheld(unit.source)[0],
        target=replace_unheld(unit.target)[0],
        origin=replace(unit.origin, path=path and replace_unheld(path)[0]),
    )


@given(origin=origins())
def test_ids_of_any_sort_come_back(tmp_path_factory: pytest.TempPathFactory, origin: Origin) -> None:
    ids = ["0c05b-101", "0c05b-101", "", "", 'a "b" <c>', "\t\n ", "0c05b-101.2", "ü", "x", "a-x", "b-x"]
    file = tmp_path_factory.getbasetemp() / "ids.xlf"
    for layout in LAYOUTS:
        write(file, [Unit(segment_id, "a", "b", origin) for segment_id in ids], layout=layout)
        assert [unit.id for unit in read_units(file)] == ids
        names = [unit.get("id") for unit in parsed(file).iter(f"{X}trans-unit")]
        assert len(set(names)) == len(ids)


def test_a_human_translation_is_approved_and_final_and_a_machine_translation_says_that_it_is_one() -> None:
    found = {
        kind: body([Unit("1", "a", "b", replace(ORIGIN, translation_type=kind))]) for kind in ("HT", "MT", "XT", None)
    }
    assert found == {
        "HT": '<trans-unit id="1" approved="yes" xml:space="preserve">'
        '<source>a</source><target state="final">b</target>',
        "MT": '<trans-unit id="1" xml:space="preserve">'
        '<source>a</source><target state="translated" state-qualifier="leveraged-mt">b</target>',
        "XT": '<trans-unit id="1" xml:space="preserve"><source>a</source><target state="translated">b</target>',
        None: '<trans-unit id="1" xml:space="preserve"><source>a</source><target state="translated">b</target>',
    }


@pytest.mark.parametrize("kind", ["HT", "MT", "XT", None])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_known_of_a_document_comes_back(tmp_path: Path, kind: str | None, layout: str) -> None:
    for origin in (replace(ORIGIN, translation_type=kind), Origin(None, "en-US", "ja-JP", kind)):
        write(tmp_path / "a.xlf", [Unit("0c05b-101", "a", "b", origin)], layout=layout)
        assert [unit.origin for unit in read_units(tmp_path / "a.xlf")] == [origin]


@pytest.mark.parametrize(("name", "layout"), [("xliff", ""), ("xliff", "publisher"), ("xliff2", "")])
def test_a_file_says_its_inline_mode_and_its_roots(tmp_path: Path, name: str, layout: str) -> None:
    page = document(("a", "b"))
    for inline in INLINE_MODES:
        write(tmp_path / "a.xlf", page, format=name, layout=layout, inline=inline, roots=["docs.es-es", "a: <b>"])
        found = read_units(tmp_path / "a.xlf")
        assert (found.format, found.inline, found.roots) == (name, inline, ("docs.es-es", "a: <b>"))


def test_inline_codes_are_elements_that_hold_the_markup() -> None:
    found = body(document(('Open **the** [log](a.md "Log") with `x`.', 'Abra **el** `x` [log](a.md "Log").')))
    assert found == (
        '<trans-unit id="0c05b-101" xml:space="preserve"><source>Open <bpt id="1" ctype="bold">**</bpt>the'
        '<ept id="1">**</ept> <bpt id="2" ctype="link">[</bpt>log<ept id="2">](a.md "Log")</ept> with '
        '<ph id="3" ctype="x-code">`x`</ph>.</source><target state="translated" state-qualifier="leveraged-mt">Abra '
        '<bpt id="1" ctype="bold">**</bpt>el<ept id="1">**</ept> <ph id="3" ctype="x-code">`x`</ph> '
        '<bpt id="2" ctype="link">[</bpt>log<ept id="2">](a.md "Log")</ept>.</target>'
    )


def test_a_lone_half_says_which_half_it_is() -> None:
    found = body(document(("a</b> <b>c", "a</b> <b>c")))
    assert (
        '<it id="1" pos="close" ctype="x-b">&lt;/b&gt;</it> <it id="2" pos="open" ctype="x-b">&lt;b&gt;</it>' in found
    )


def test_a_block_is_context_where_it_is_asked_for(tmp_path: Path) -> None:
    text = f"{header(contentlocale='es-ES')}## {write_pair('0c05b-101', 'b', 'a')}\n"
    write(tmp_path / "a.xlf", [*read(text)], inline="markdown")
    assert [unit.block for unit in read_units(tmp_path / "a.xlf")] == [None]
    write(tmp_path / "a.xlf", [*read(text)], inline="markdown", block_kind=True)
    assert [unit.block for unit in read_units(tmp_path / "a.xlf")] == ["heading"]


def read(text: str) -> list[Any]:
    import locdocs

    return [locdocs.parse(text, path="page.md")]


def test_the_publisher_numbers_codes_and_opens_titles_to_translation() -> None:
    source = 'See ![the log](x.png "A title") and **more** \\> `x`.'
    found = body(document((source, source)), layout="publisher")
    marked = (
        'See <bpt id="p1">![</bpt>the log<ept id="p1">]</ept><bpt id="p2">(x.png "</bpt>A title<ept id="p2">")</ept> '
        'and <bpt id="p3">**</bpt>more<ept id="p3">**</ept> <ph id="ph1">\\&gt;</ph> <ph id="ph2">`x`</ph>.'
    )
    assert found == (
        '<trans-unit id="101" resname="0c05b-101" translate="yes" xml:space="preserve">'
        f'<source>{marked}</source><target state="translated" state-qualifier="leveraged-mt">{marked}</target>'
    )


def test_the_publisher_puts_units_in_one_group_and_metadata_in_the_header() -> None:
    data, _ = written([Unit("0c05b-101", "a", "b", ORIGIN, None, "front matter")], "xliff", layout="publisher")
    root = parsed(data)
    group = root.find(f"{X}file/{X}body/{X}group")
    assert dict(group.attrib) == {"id": "content", "extype": "content"}
    assert group.find(f"{X}trans-unit").get("restype") == "x-metadata"
    assert root.find(f"{X}file").get("original") == "b.md"
    said = {child.tag: child.text for child in root.find(f"{X}file/{X}header") if child.text}
    own = "{urn:locdocs:publisher-layout:1}"
    assert said == {
        f"{own}ms.openlocfilehash": "d" * 40,
        f"{own}ms.sourcegitcommit": "c" * 40,
        f"{own}ms.lasthandoff": "07/29/2020",
        f"{own}ms.openlocfilepath": "a/b.md",
        f"{own}ms.translationtype": "HT",
        f"{own}inline": "codes",
    }


def test_a_layout_is_asked_of_a_format_that_has_it() -> None:
    for name, layout in (("tmx", "publisher"), ("xliff", "other")):
        with pytest.raises(ValueError, match="has no layout"):
            written(document(("a", "b")), name, layout=layout)


def test_documents_of_several_languages_share_a_file(tmp_path: Path) -> None:
    pages = [document(("a", "b"), path=f"{locale}.md", locale=locale) for locale in ("es-ES", "ja-JP")]
    write(tmp_path / "a.xlf", pages)
    assert [(unit.path, unit.target_language) for unit in read_units(tmp_path / "a.xlf")] == [
        ("es-ES.md", "es-ES"),
        ("ja-JP.md", "ja-JP"),
    ]


def test_a_language_that_is_none_is_refused() -> None:
    with pytest.raises(LanguageError, match=r"page\.md: XLIFF cannot name the language 'es ES'"):
        written(document(("a", "b"), locale="es ES"), "xliff")


def test_neighbours_of_one_document_share_a_file() -> None:
    content = [Unit(str(number), "a", "b", ORIGIN) for number in range(2500)]
    root = parsed(written(content, "xliff")[0])
    assert [len(file.findall(f".//{X}trans-unit")) for file in root] == [2500]
    other = Unit("x", "a", "b", replace(ORIGIN, path="c.md"))
    root = parsed(written([content[0], other, content[1]], "xliff")[0])
    assert [file.get("original") for file in root] == ["a/b.md", "c.md", "a/b.md"]


def test_characters_that_xml_cannot_hold_are_replaced_and_counted() -> None:
    code = InlineCode("code", "code", "standalone", 0, 3, "`\x01`", None, 1, "")
    data, summary = written([Unit("1", "`\x01` \x00", "\ud800", ORIGIN, None, None, (code,), ())], "xliff")
    root = parsed(data)
    assert "".join(root.find(f".//{X}source").itertext()) == "`\ufffd` \ufffd"
    assert root.find(f".//{X}target").text == "\ufffd"
    assert summary.characters_replaced == 3
