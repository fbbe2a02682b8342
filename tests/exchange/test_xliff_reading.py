"""XLIFF of both versions from other programs, back into units."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from locdocs.errors import ExchangeError, LocdocsError
from locdocs.exchange import read_units
from locdocs.units import Unit

NAMESPACE_1 = "urn:oasis:names:tc:xliff:document:1.2"
NAMESPACE_2 = "urn:oasis:names:tc:xliff:document:2.0"


def xliff(units: str, *, header: str = "", file: str = 'target-language="es-ES"', root: str = "") -> str:
    return (
        f'<xliff version="1.2" xmlns="{NAMESPACE_1}"{root}><file original="a.html" source-language="en" '
        f'datatype="html" {file}>{header}<body>{units}</body></file></xliff>'
    )


def xliff2(content: str, *, target: str = ' trgLang="es-ES"') -> str:
    return f'<xliff version="2.0" xmlns="{NAMESPACE_2}" srcLang="en"{target}><file id="f">{content}</file></xliff>'


def segment(source: str, target: str | None = None, data: str = "") -> str:
    texts = f"<source>{source}</source>" + ("" if target is None else f"<target>{target}</target>")
    return f'<unit id="u">{data}<segment>{texts}</segment></unit>'


def read(tmp_path: Path, content: str | bytes, **options: bool) -> list[Unit]:
    units, faults = with_faults(tmp_path, content, **options)
    assert faults == []
    return units


def with_faults(tmp_path: Path, content: str | bytes, **options: bool) -> tuple[list[Unit], list[str]]:
    file = tmp_path / "a.xlf"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    units = read_units(file, **options)
    return list(units), [f"{fault.line}: {fault.message}" for fault in units.faults]


def pairs(units: list[Unit]) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in units]


# XLIFF 1.2


def test_a_unit_says_where_it_comes_from(tmp_path: Path) -> None:
    (unit,) = read(tmp_path, xliff('<trans-unit id="7" resname="x"><source>a</source><target>b</target></trans-unit>'))
    assert unit[:3] == ("7", "a", "b")
    assert (unit.path, unit.source_language, unit.target_language) == ("a.html", "en", "es-ES")


def test_a_unit_without_a_target_has_an_empty_one(tmp_path: Path) -> None:
    units = read(tmp_path, xliff('<trans-unit id="1"><source>a</source></trans-unit>', file=""))
    assert pairs(units) == [("a", "")]
    assert units[0].target_language is None


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ('a <bpt id="1">&lt;b></bpt>b<ept id="1">&lt;/b></ept>', "a <b>b</b>"),
        ('<g id="1" ctype="bold">a <g id="2">b</g></g> c', "a b c"),
        ('a<x id="1" equiv-text="{{name}}"/>b<x id="2"/>', "a{{name}}b"),
        ('a<bx id="1" equiv-text="[B]"/>b<ex id="1"/>', "a[B]b"),
        ('<ph id="1">[img alt="<sub>words <it id="2" pos="open">*</it></sub>"]</ph>!', '[img alt="words *"]!'),
        ('<mrk mtype="seg" mid="1">a</mrk> <mrk mtype="protected">b</mrk>', "a b"),
        ("a<!-- no --> b<?no no?> c<![CDATA[<d>]]>", "a b c<d>"),
        ("  \n a\t&#13;", "  \n a\t\r"),
        ("", ""),
    ],
)
def test_inline_elements_become_the_text_they_hold(tmp_path: Path, marked: str, text: str) -> None:
    unit = f'<trans-unit id="1"><source>{marked}</source><target>{marked}</target></trans-unit>'
    assert pairs(read(tmp_path, xliff(unit))) == [(text, text)]


def test_alternatives_notes_and_segmented_sources_are_passed_over(tmp_path: Path) -> None:
    unit = """<group><trans-unit id="1"><source>a</source><seg-source><mrk mtype="seg" mid="0">x</mrk></seg-source>
        <target xml:lang="fr">b</target><note>n</note><alt-trans><source>c</source><target>d</target></alt-trans>
        </trans-unit><bin-unit id="2" mime-type="image/png"><bin-source><external-file href="x"/></bin-source>
        <trans-unit id="3"><source>e</source><target>f</target></trans-unit></bin-unit></group>"""
    units = read(tmp_path, xliff(unit))
    assert pairs(units) == [("a", "b"), ("e", "f")]
    assert [unit.target_language for unit in units] == ["fr", "es-ES"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    declared = encoding.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
    unit = '<trans-unit id="1"><source>é</source><target>漢</target></trans-unit>'
    content = f'<?xml version="1.0" encoding="{declared}"?>{xliff(unit)}'
    assert pairs(read(tmp_path, content.encode(encoding))) == [("é", "漢")]


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_versions_and_namespaces(tmp_path: Path, version: str) -> None:
    text = xliff('<trans-unit id="1"><source>a</source><target>b</target></trans-unit>')
    text = text.replace("1.2", version)
    bare = text.replace(f' xmlns="{NAMESPACE_1.replace("1.2", version)}"', "")
    prefixed = bare.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    prefixed = prefixed.replace("<x:xliff", f'<x:xliff xmlns:x="{NAMESPACE_1}"')
    for content in (text, bare, prefixed):
        assert pairs(read(tmp_path, content)) == [("a", "b")]


def test_a_file_of_the_publisher_says_where_it_comes_from(tmp_path: Path) -> None:
    said = {
        "ms.openlocfilehash": "d" * 40,
        "ms.sourcegitcommit": "c" * 40,
        "ms.lasthandoff": "7/9/2020",
        "ms.openlocfilepath": "articles\\keys\\sign-in.md",
    }
    elements = "".join(f"<e:{name}>{value}</e:{name}>" for name, value in said.items())
    header = f'<header><tool tool-id="m" tool-name="mark"/>{elements}</header>'
    unit = '<trans-unit id="117" translate="yes"><source>a</source><target state="translated">b</target></trans-unit>'
    (found,) = read(tmp_path, xliff(unit, header=header, root=' xmlns:e="urn:vendor"'))
    assert found.id == found.number == "117"
    origin = found.origin
    assert (origin.path, origin.source_hash, origin.source_commit) == ("articles/keys/sign-in.md", "d" * 40, "c" * 40)
    assert origin.last_handoff == date(2020, 7, 9)
    assert read_units(tmp_path / "a.xlf").tool == "mark"


def test_what_is_wrong_is_reported_with_its_line_and_the_rest_is_read(tmp_path: Path) -> None:
    content = xliff(
        "\n<trans-unit id='1'><target>b</target></trans-unit>\n<trans-unit id='2'><source>a</source></trans-unit>"
    )
    units, faults = with_faults(tmp_path, content)
    assert pairs(units) == [("a", "")]
    assert faults == ["2: a trans-unit has no source"]
    with pytest.raises(ExchangeError, match=r"a\.xlf:2: a trans-unit has no source"):
        list(read_units(tmp_path / "a.xlf", strict=True))


def test_a_file_without_a_source_language_is_reported_and_left_out(tmp_path: Path) -> None:
    one = xliff("<trans-unit id='1'><source>a</source></trans-unit>")
    _, faults = with_faults(tmp_path, one.replace('source-language="en" ', ""))
    assert faults == ["1: a file names no source language"]


# XLIFF 2


def test_a_unit_with_one_segment_has_its_id_and_one_with_several_has_several(tmp_path: Path) -> None:
    content = xliff2(
        '<group id="g"><unit id="a"><segment id="s"><source>1</source></segment></unit></group>'
        '<unit id="b" name="n"><segment id="s"><source>2</source><target order="2">3</target></segment><ignorable>'
        "<source> </source></ignorable><segment><source>4</source></segment></unit>"
    )
    assert [unit[:3] for unit in read(tmp_path, content)] == [("a", "1", ""), ("b#s", "2", "3"), ("b#2", "4", "")]


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ('a <pc id="1" dataRefStart="d1" dataRefEnd="d2">b <ph id="2" dataRef="d3"/></pc>', "a <b>b [\x01]</b>"),
        (
            '<sc id="1" dataRef="d1"/>a<ec startRef="1" dataRef="d2"/><ec id="3" isolated="yes" dataRef="d2"/>',
            "<b>a</b></b>",
        ),
        ('<ph id="1" equiv="{0}"/> <pc id="2" equivStart="[" equivEnd="]">a</pc><ph id="3"/>', "{0} [a]"),
        ('<ph id="1" dataRef="d3"/><ph id="2" copyOf="1"/>', "[\x01][\x01]"),
        (
            '<mrk id="1" type="term">a</mrk> <sm id="2"/>b<em startRef="2"/><cp hex="001F"/><cp hex="D800"/>',
            "a b\x1f\ud800",
        ),
        ("a<![CDATA[<&>]]>", "a<&>"),
    ],
)
def test_codes_become_the_markup_they_refer_to(tmp_path: Path, marked: str, text: str) -> None:
    data = (
        '<originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data>'
        '<data id="d3">[<cp hex="0001"/>]</data></originalData>'
    )
    assert pairs(read(tmp_path, xliff2(segment(marked, marked, data)))) == [(text, text)]


@pytest.mark.parametrize(
    ("unit", "fault"),
    [
        ('<unit id="u"/>', "a unit has no segment"),
        ('<unit id="u"><segment><target>a</target></segment></unit>', "a segment has no source"),
        (segment('<ph id="1" dataRef="d9"/>'), "a code refers to d9, which is not there"),
        (segment('<ph id="1" copyOf="2"/>'), "a code copies 2, which is not there"),
        (segment('a<ec startRef="1"/>'), "an ec ends nothing that an sc began"),
        (segment('a<cp hex="GG"/>'), "there is no character GG"),
        (segment('a<cp hex="110000"/>'), "there is no character 110000"),
        (segment("a", "b").replace("<target", '<target xml:lang="de"'), "a target is in de, and the file says es-ES"),
    ],
)
def test_what_is_wrong_is_left_out_and_the_rest_is_read(tmp_path: Path, unit: str, fault: str) -> None:
    units, faults = with_faults(tmp_path, xliff2(f"\n{unit}{segment('x', 'y')}"))
    assert pairs(units) == [("x", "y")]
    assert faults == [f"2: {fault}"]


def test_a_target_needs_a_target_language(tmp_path: Path) -> None:
    assert pairs(read(tmp_path, xliff2(segment("a"), target=""))) == [("a", "")]
    _, faults = with_faults(tmp_path, xliff2(segment("a", "b"), target=""))
    assert faults == ["1: a target, but the file names no target language (trgLang)"]


# Both


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (xliff("<trans-unit id='1'><source>a</source></trans-unit>")[:-20], "no well-formed XML"),
        (xliff2(segment("a"))[:-20], "no well-formed XML"),
        (f'<!DOCTYPE xliff [<!ENTITY a "b">]>{xliff("")}', "declares entities"),
        (f'<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]>{xliff2("")}', "declares entities"),
        (xliff2(segment("a")).replace(' srcLang="en"', ""), "names no source language"),
    ],
)
def test_a_file_that_cannot_be_read_gives_one_error(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(ExchangeError, match=message):
        with_faults(tmp_path, content)


@pytest.mark.parametrize(("content", "name"), [(xliff2(segment("a")), "xliff"), (xliff(""), "xliff2")])
def test_the_other_version_is_named(tmp_path: Path, content: str, name: str) -> None:
    (tmp_path / "a.xlf").write_text(content, "utf-8")
    assert read_units(tmp_path / "a.xlf").format != name
    with pytest.raises(ExchangeError, match="another format: xliff"):
        list(read_units(tmp_path / "a.xlf", format=name))


# The suite of OASIS


def suite(shared: Path, part: str) -> list[Path]:
    return sorted((shared / "suites" / "xliff-2.1").glob(f"{part}/*.xlf"))


def test_all_that_the_suite_calls_valid_is_read(shared: Path) -> None:
    files = [*suite(shared, "*/valid"), *suite(shared, "core/in-out")]
    assert len(files) == 77
    counts = {file.name: len(list(read_units(file, strict=True))) for file in files}
    assert [name for name, count in counts.items() if not count] == ["almostEmpty.xlf"]


def test_texts_of_the_suite(shared: Path) -> None:
    folder = shared / "suites" / "xliff-2.1" / "core" / "valid"
    found = {unit.id: unit for unit in read_units(folder / "everything-core.xlf")}
    assert list(found) == ["tu1#1", "tu1#2", "tu3", "tu3end", "tu2"]
    assert found["tu2"].source == "[b [#$tu3]   ]special text[/b [#t3end]   ] and more\n[rtl-data   ]."
    assert found["tu1#2"].target == "Contenu du segment."
    assert [unit.source for unit in read_units(folder / "withCDataSections.xlf")] == ["source & and < etc."]


def test_what_a_reader_must_notice_in_the_invalid_half(shared: Path) -> None:
    """The reader is no validator; it refuses what it cannot make sense of."""
    refused = []
    for file in suite(shared, "core/invalid"):
        try:
            list(read_units(file, strict=True))
        except LocdocsError:
            refused.append(file.stem.removeprefix("bad_"))
    assert len(refused) >= 18
    assert {"DataRefWithoutOriginalData", "SegmentWithoutSource", "UnitWithoutSegment", "WrongTargetLang"} <= {*refused}
