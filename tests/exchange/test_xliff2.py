"""XLIFF 2.1 as it is written: schemas, the rules beyond them, groups, codes, and units that come back as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import locdocs
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
from tests.exchange.xliff2_rules import violations
from tests.strategies import texts

X = "{urn:oasis:names:tc:xliff:document:2.0}"
MDA = "{urn:oasis:names:tc:xliff:metadata:2.0}"
ORIGIN = Origin("a/b.md", "en-US", "de-DE", "HT", "c" * 40, "d" * 40, date(2020, 7, 29))
LANGUAGES = ("ar-sa", "de-de", "es-es", "ja-jp", "zh-cn")

# Files of the suite that break a rule which the schema cannot express and which files of ours could break.
BROKEN = (
    "ConfusedIsolatedOnEc",
    "DataIdNotUnique",
    "DataRefWithoutOriginalData",
    "EcBeforeSc",
    "FileIdNotUnique",
    "GroupIdNotUnique",
    "InvalidDataRef",
    "InvalidDataRefEnd",
    "InvalidDataRefStart",
    "InvalidHexRangeOnCp",
    "InvalidIsolatedOnEc",
    "InvalidIsolatedOnSc",
    "InvalidTypeSubTypeValues",
    "IsolatedEcWithId",
    "MissingIsolatedOnEc",
    "MissingIsolatedOnSc",
    "NoTrgLang",
    "NonIsolatedEcWithoutStartRef",
    "PartIdNotUnique",
    "SubTypeWithoutType",
    "UnknownDataRefValue",
    "WrongSourceLang",
    "WrongTargetLang",
)


@pytest.fixture(scope="module")
def schema(shared: Path) -> etree.XMLSchema:
    return xliff_schemas.version_2(shared)


def parsed(data: bytes | Path) -> Any:
    return etree.fromstring(data if isinstance(data, bytes) else data.read_bytes())


def unit_of(content: Any, **options: Any) -> str:
    """The first unit, on one line, without its frame."""
    data = written(content, "xliff2", **options)[0]
    start = data.index(b"<unit")
    return data[data.index(b">", start) + 1 : data.index(b"</unit>")].decode().replace("\n", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("inline", INLINE_MODES)
def test_samples_are_valid(samples: Path, schema: Any, language: str, inline: InlineMode) -> None:
    tree = read_tree(samples / "bilingual" / language)
    for block_kind in (False, True):
        data, summary = written(tree, "xliff2", inline=inline, block_kind=block_kind)
        root = parsed(data)
        assert schema.validate(root), schema.error_log
        assert list(violations(root)) == []
        assert len(root.findall(f".//{X}segment")) == summary.segments > 10


@pytest.mark.parametrize("name", BROKEN)
def test_the_rules_are_those_of_the_suite(shared: Path, name: str) -> None:
    file = shared / "suites" / "xliff-2.1" / "core" / "invalid" / f"bad_{name}.xlf"
    assert list(violations(etree.parse(file).getroot()))


def test_the_rules_hold_for_what_the_suite_calls_valid(shared: Path) -> None:
    files = sorted((shared / "suites" / "xliff-2.1" / "core" / "valid").glob("*.xlf"))
    assert len(files) == 25
    assert {file.name: list(violations(etree.parse(file).getroot())) for file in files} == {
        file.name: [] for file in files
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("inline", ["markdown", "codes"])
def test_the_samples_come_back(samples: Path, tmp_path: Path, language: str, inline: InlineMode) -> None:
    tree = read_tree(samples / "bilingual" / language)
    write(tmp_path / "all.xlf", tree, format="xliff2", inline=inline)
    found = read_units(tmp_path / "all.xlf")
    assert list(found) == [unit for each in tree for unit in units_of(each) if unit.source and unit.target]
    assert (found.faults, found.format, found.inline, found.tool) == ([], "xliff2", inline, "locdocs")


@given(content=units(origins(targets=("es-ES",))))
def test_units_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, content: list[Unit]) -> None:
    file = tmp_path_factory.getbasetemp() / "units.xlf"
    summary = write(file, content, format="xliff2", inline="markdown")
    expected = [
        unit._replace(origin=replace(unit.origin, path=unit.origin.path and replace_unheld(unit.origin.path)[0]))
        for unit in content
    ]
    assert list(read_units(file)) == expected
    assert summary.characters_replaced == 0


@given(text=texts())
def test_any_document_is_valid_and_comes_back(schema: Any, tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    found = replace(locdocs.parse(text, path="page.md"), target_language="es-ES", cache={})
    expected = [unit for unit in units_of(found) if unit.source and unit.target]
    if not expected:
        return
    file = tmp_path_factory.getbasetemp() / "document.xlf"
    for inline in ("markdown", "codes"):
        write(file, found, format="xliff2", inline=inline)
        root = parsed(file)
        assert schema.validate(root), schema.error_log
        assert list(violations(root)) == []
        assert [unit[:3] for unit in read_units(file)] == [unit[:3] for unit in expected]


@given(ids=st.lists(st.text(st.sampled_from('aä-.1_ \t\n"<:~'), max_size=3), min_size=1, max_size=8))
def test_ids_of_any_sort_come_back(schema: Any, tmp_path_factory: pytest.TempPathFactory, ids: list[str]) -> None:
    file = tmp_path_factory.getbasetemp() / "ids.xlf"
    write(file, [Unit(segment_id, "a", "b", ORIGIN) for segment_id in ids], format="xliff2")
    root = parsed(file)
    assert schema.validate(root), schema.error_log
    assert list(violations(root)) == []
    assert [unit.id for unit in read_units(file)] == ids


def test_units_stand_in_groups_that_follow_the_headings() -> None:
    lines = [
        "{}",
        "# {} {}",
        "{}",
        '## <a name="x"></a>{}',
        "{}",
        "### {}",
        "## {}",
        "> # {}",
        "  # {}",
        "#{}",
        "    # {}",
    ]
    text = header(contentlocale="es-ES")
    number = 0
    for line in lines:
        ids = range(number + 1, number + 1 + line.count("{}"))
        number += len(ids)
        text += line.format(*(write_pair(f"0c05b-{each}", "b", "a") for each in ids)) + "\n\n"
    root = parsed(written(locdocs.parse(text, path="page.md"), "xliff2", inline="markdown")[0])

    def outline(element: Any) -> list[Any]:
        return [
            outline(child) if child.tag == f"{X}group" else int(child.get("id").partition("-")[2])
            for child in element
            if child.tag in (f"{X}group", f"{X}unit")
        ]

    assert outline(root[0]) == [1, [2, 3, 4, [5, 6, [7]], [8, 9]], [10, 11, 12]]


def test_states_and_the_direction_of_writing() -> None:
    for kind, state in (("HT", "final"), ("MT", "translated"), (None, "translated")):
        assert f'state="{state}"' in unit_of([Unit("1", "a", "b", replace(ORIGIN, translation_type=kind))])
    root = parsed(written(document(("a", "b"), locale="ar-SA"), "xliff2")[0])
    assert (root.get("trgLang"), root[0].get("trgDir")) == ("ar-SA", "rtl")


def test_what_is_known_of_a_document_is_metadata_and_comes_back(tmp_path: Path) -> None:
    write(tmp_path / "a.xlf", [Unit("1", "a", "b", ORIGIN)], format="xliff2")
    group = parsed(tmp_path / "a.xlf").find(f"{X}file/{MDA}metadata/{MDA}metaGroup")
    assert group.get("category") == "locdocs"
    assert [(meta.get("type"), meta.text) for meta in group] == [
        ("inline", "codes"),
        ("translation-type", "HT"),
        ("source-hash", "d" * 40),
        ("source-commit", "c" * 40),
        ("last-handoff", "2020-07-29"),
    ]
    assert [unit.origin for unit in read_units(tmp_path / "a.xlf")] == [ORIGIN]


def test_inline_codes_refer_to_their_markup() -> None:
    found = unit_of(document(("Open **the** [log](a.md) with `x`<br>.", "Abra **el** [log](a.md) con `x`<br>.")))
    assert found == (
        '<originalData><data id="d1">**</data><data id="d2">[</data><data id="d3">](a.md)</data>'
        '<data id="d4">`x`</data><data id="d5">&lt;br&gt;</data></originalData>'
        '<segment state="translated"><source>Open '
        '<pc id="1" dataRefStart="d1" dataRefEnd="d1" type="fmt" subType="xlf:b">the</pc> '
        '<pc id="2" dataRefStart="d2" dataRefEnd="d3" type="link">log</pc> with '
        '<ph id="3" dataRef="d4" type="other" subType="locdocs:code"/>'
        '<ph id="4" dataRef="d5" type="fmt" subType="xlf:lb"/>.'
        "</source><target>Abra "
        '<pc id="1" dataRefStart="d1" dataRefEnd="d1" type="fmt" subType="xlf:b">el</pc> '
        '<pc id="2" dataRefStart="d2" dataRefEnd="d3" type="link">log</pc> con '
        '<ph id="3" dataRef="d4" type="other" subType="locdocs:code"/>'
        '<ph id="4" dataRef="d5" type="fmt" subType="xlf:lb"/>.'
        "</target></segment>"
    )


def test_a_lone_half_is_isolated() -> None:
    found = unit_of(document(("a</b> <b>c", "a</b> <b>c")))
    kind = 'type="other" subType="locdocs:b"'
    assert f'<ec id="1" isolated="yes" dataRef="d1" {kind}/> <sc id="2" isolated="yes" dataRef="d2" {kind}/>c' in found


def test_pairs_that_overlap_are_halves(schema: Any, tmp_path: Path) -> None:
    codes = tuple(
        InlineCode("html", name, role, start, start + 3, "", pair, pair, "")
        for start, (name, role, pair) in enumerate(
            [("b", "opening", 1), ("i", "opening", 2), ("b", "closing", 1), ("i", "closing", 2)]
        )
    )
    codes = tuple(code._replace(start=4 * index, end=4 * index + 3) for index, code in enumerate(codes))
    write(
        tmp_path / "a.xlf", [Unit("1", "<b>x<i>y</b>z</i>"[:15], "b", ORIGIN, None, None, codes, ())], format="xliff2"
    )
    root = parsed(tmp_path / "a.xlf")
    assert schema.validate(root), schema.error_log
    assert list(violations(root)) == []
    assert [child.tag.removeprefix(X) for child in root.find(f".//{X}source")] == ["sc", "sc", "ec", "ec"]
    assert [unit.source for unit in read_units(tmp_path / "a.xlf")] == ["<b>x<i>y</b>z</i>"[:15]]


def test_a_block_is_a_note_where_it_is_asked_for(tmp_path: Path) -> None:
    text = f"{header(contentlocale='es-ES')}- {write_pair('0c05b-101', 'b', 'a')}\n"
    write(tmp_path / "a.xlf", locdocs.parse(text, path="page.md"), format="xliff2", block_kind=True)
    assert parsed(tmp_path / "a.xlf").find(f".//{X}note").attrib == {"category": "block"}
    assert [unit.block for unit in read_units(tmp_path / "a.xlf")] == ["list item"]


def test_characters_that_xml_cannot_hold_come_through(schema: Any, tmp_path: Path) -> None:
    text = "a\x00\x1f`\x01`\ud800\udcff\ufffe\uffff\r\n\t\x85\x7f"
    code = InlineCode("code", "code", "standalone", 3, 6, "`\x01`", None, 1, "")
    write(tmp_path / "a.xlf", [Unit("1", text, text, ORIGIN, None, None, (code,), ())], format="xliff2")
    root = parsed(tmp_path / "a.xlf")
    assert schema.validate(root), schema.error_log
    assert list(violations(root)) == []
    assert [unit[1:3] for unit in read_units(tmp_path / "a.xlf")] == [(text, text)]


def test_two_target_languages_are_refused_and_named() -> None:
    pages = [document(("a", "b"), path=f"{locale}.md", locale=locale) for locale in ("es-ES", "ja-JP")]
    with pytest.raises(LanguageError, match=r"ja-JP\.md: .* this document is in ja-JP, es-ES\.md in es-ES; write one"):
        written(pages, "xliff2")
    with pytest.raises(LanguageError, match=r"this document is in fr, a/b\.md in en-US"):
        written([Unit("1", "a", "b", ORIGIN), Unit("1", "a", "b", replace(ORIGIN, source_language="fr"))], "xliff2")


def test_neighbours_of_one_document_share_a_file() -> None:
    content = [Unit(str(number), "a", "b", ORIGIN) for number in range(2500)]
    root = parsed(written(content, "xliff2")[0])
    assert [len(file.findall(f".//{X}unit")) for file in root] == [2500]
    root = parsed(written([content[0], Unit("x", "a", "b", replace(ORIGIN, path="c.md")), content[1]], "xliff2")[0])
    assert [(file.get("id"), file.get("original")) for file in root] == [
        ("f1", "a/b.md"),
        ("f2", "c.md"),
        ("f3", "a/b.md"),
    ]
