"""TMX from this and other programs, back into units."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given

from locdocs.corpus import read_tree
from locdocs.errors import ExchangeError
from locdocs.exchange import read_units, write
from locdocs.units import InlineMode, Unit, units_of
from tests.exchange.strategies import origins, units

HEADER = '<header creationtool="x" srclang="{srclang}"/>'


def tmx(body: str, *, srclang: str = "en-US", version: str = "1.4", before: str = "", header: str = HEADER) -> str:
    return f'{before}<tmx version="{version}">{header.format(srclang=srclang)}<body>{body}</body></tmx>'


def tu(*variants: tuple[str, str], attributes: str = "", rest: str = "", lang: str = "xml:lang") -> str:
    return (
        f"<tu{attributes}>{rest}"
        + "".join(f'<tuv {lang}="{tag}"><seg>{text}</seg></tuv>' for tag, text in variants)
        + "</tu>"
    )


def read(tmp_path: Path, content: str | bytes, **options: bool) -> list[Unit]:
    file = tmp_path / "memory.tmx"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    units = read_units(file, **options)
    found = list(units)
    assert units.faults == []
    return found


def pairs(units: list[Unit]) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in units]


def faults(tmp_path: Path, content: str) -> tuple[list[Unit], list[str]]:
    file = tmp_path / "memory.tmx"
    file.write_text(content, "utf-8")
    units = read_units(file)
    return list(units), [str(fault) for fault in units.faults]


# The certification kit


class Expected(NamedTuple):
    """What a file of the kit must give."""

    units: int
    targets: set[str]
    """The target languages, in lower case."""
    ids: list[str]
    """The ids that it gives."""
    source: tuple[int, str]
    """A piece of one of the sources, and which."""
    target: tuple[int, str]
    """A piece of one of the targets, and which."""


KIT = {
    "ExportTest1A.tmx": Expected(4, {"fr-ca"}, [], (1, "[\t] and 2 [\t\t]"), (3, "\xa0=nbsp, ¤")),
    "ExportTest1B.tmx": Expected(2, {"fr-ca"}, [], (0, "&=amp, '=apos, \""), (1, "ÿ=yumlaut")),
    "ExportTest2A.tmx": Expected(6, {"fr-ca"}, list("123456"), (1, "</i></u>"), (3, "<b><i><u>gras")),
    "ImportTest1A.tmx": Expected(2, {"fr-ca"}, [], (0, "[\t\t   ]"), (1, "[  \t\t]")),
    "ImportTest1B.tmx": Expected(1, {"fr-ca"}, [], (0, "the segment"), (0, "du segment")),
    "ImportTest1C.tmx": Expected(12, {"en-gb", "ja-jp", "fr-ca", "es-es"}, [], (4, "Second"), (11, "UK")),
    "ImportTest1D.tmx": Expected(3, {"en-gb"}, [], (1, "™=U+2122"), (2, "“=U+201C")),
    "ImportTest1H.tmx": Expected(3, {"en-gb"}, [], (0, "à=agrave"), (2, "¤=U+00A4")),
    "ImportTest1I.tmx": Expected(1, {"ja-jp"}, [], (0, "[    ]"), (0, "[\u3000\u3000]")),
    "ImportTest1L.tmx": Expected(2, {"fr", "en-gb"}, ["tu001", "tu001"], (0, "the segment."), (0, "du segment.")),
    "ImportTest2A.tmx": Expected(7, {"fr-ca"}, list("12345"), (5, ': <img src="img.png"/>'), (0, "<u>chat</u>")),
    "ImportTest2B.tmx": Expected(7, {"fr-ca"}, list("12345"), (3, "First {\\b s"), (6, "une portion")),
}


@pytest.mark.parametrize("name", KIT)
def test_the_certification_kit_is_read(shared: Path, name: str) -> None:
    units = read_units(shared / "suites" / "tmx-certification" / name, strict=True)
    found = list(units)
    expected = KIT[name]
    assert len(found) == expected.units
    assert {unit.source_language.lower() for unit in found} == {"en-us"}
    assert {str(unit.target_language).lower() for unit in found} == expected.targets
    assert [unit.id for unit in found if unit.id] == expected.ids
    position, piece = expected.source
    assert piece in found[position].source
    position, piece = expected.target
    assert piece in found[position].target
    assert (units.format, units.inline, units.roots) == ("tmx", None, ())


def test_all_of_the_certification_kit_is_in_the_table(shared: Path) -> None:
    assert {file.name for file in (shared / "suites" / "tmx-certification").iterdir()} == set(KIT)


# What locdocs wrote


@pytest.mark.parametrize("inline", ["markdown", "plain", "codes"])
@pytest.mark.parametrize("block_kind", [False, True])
def test_the_samples_come_back(samples: Path, tmp_path: Path, inline: InlineMode, block_kind: bool) -> None:
    tree = read_tree(samples / "bilingual")
    write(tmp_path / "memory.tmx", tree, inline=inline, block_kind=block_kind)
    units = read_units(tmp_path / "memory.tmx", strict=True)
    assert list(units) == [
        unit._replace(source_codes=None, target_codes=None)
        for document in tree
        for unit in units_of(document, inline=inline, block_kind=block_kind)
        if unit.source and unit.target
    ]
    assert (units.inline, units.tool) == (inline, "locdocs")


def test_a_tuid_stands_in_for_properties_that_a_program_dropped(tmp_path: Path) -> None:
    found = read(tmp_path, tmx(tu(("en-US", "a"), ("es-ES", "b"), attributes=' tuid="a/b%20c.md~2#0c05b-p103~3"')))
    assert [(unit.path, unit.id, unit.number) for unit in found] == [("a/b c.md", "0c05b-p103", "p103")]


def test_dates_are_those_of_a_hand_over_only_in_files_of_locdocs(tmp_path: Path) -> None:
    one = tu(("en", "a"), ("es", "b"), attributes=' changedate="20200729T000000Z"')
    own = '<header creationtool="locdocs" srclang="en"/>'
    assert [unit.origin.last_handoff for unit in read(tmp_path, tmx(one, header=own))] == [date(2020, 7, 29)]
    assert [unit.origin.last_handoff for unit in read(tmp_path, tmx(one))] == [None]


# Which variant is the source


@pytest.mark.parametrize(
    ("srclang", "languages", "source"),
    [
        ("en-US", ["es", "en-US"], "en-US"),
        ("EN-us", ["es", "en_US"], "en_US"),
        ("en", ["es", "en-GB"], "en-GB"),
        ("en-US", ["es", "EN"], "EN"),
        ("en-US", ["en-GB", "EN"], "EN"),
        ("en-US", ["en-GB", "es"], "en-GB"),
        ("es", ["en", "es"], "es"),
        ("*all*", ["es", "en-GB"], "en-GB"),
        ("*ALL*", ["es", "de"], "es"),
    ],
)
def test_the_source_is_the_variant_in_the_source_language(
    tmp_path: Path, srclang: str, languages: list[str], source: str
) -> None:
    variants = [(language, language) for language in languages]
    assert [unit.source for unit in read(tmp_path, tmx(tu(*variants), srclang=srclang))] == [source]
    own = tu(*variants, attributes=f' srclang="{srclang}"')
    assert [unit.source for unit in read(tmp_path, tmx(own, srclang="fr"))] == [source]


def test_several_targets_are_several_units(tmp_path: Path) -> None:
    found = read(tmp_path, tmx(tu(("es", "a"), ("en", "b"), ("de", "c"), ("es", "d"), ("en", "e"))))
    assert [(unit.target_language, unit.source, unit.target) for unit in found] == [
        ("es", "b", "a"),
        ("de", "b", "c"),
        ("es", "b", "d"),
    ]


def test_properties_of_a_variant_go_before_those_of_its_unit(tmp_path: Path) -> None:
    def prop(kind: str, value: str) -> str:
        return f'<prop type="{kind}">{value}</prop>'

    variants = "".join(
        f'<tuv xml:lang="{tag}">{rest}<seg>{tag}</seg></tuv>'
        for tag, rest in (
            ("en", ""),
            ("es", prop("x-segment-id", "aaaaa-101")),
            ("ja", prop("x-segment-id", "bbbbb-101")),
        )
    )
    body = f"<tu>{prop('x-file', 'a.md')}{prop('x-segment-id', 'ccccc-101')}{variants}</tu>"
    found = read(tmp_path, tmx(body, srclang="en"))
    assert [(unit.path, unit.id) for unit in found] == [("a.md", "aaaaa-101"), ("a.md", "bbbbb-101")]


# Forms


def test_inline_elements_become_what_they_hold(tmp_path: Path) -> None:
    source = (
        'a <bpt i="1">[</bpt>b<ept i="1">](c <sub>"d"</sub>)</ept> <ph>`e`</ph> <it pos="begin">**</it>'
        '<hi type="x">f <hi>g</hi></hi><ut>{h}</ut> <ph/>i'
    )
    [unit] = read(tmp_path, tmx(tu(("en", source), ("es", "<hi/>"))))
    assert (unit.source, unit.target) == ('a [b](c "d") `e` **f g{h} i', "")


@pytest.mark.parametrize("version", ["1.1", "1.2", "1.3", "1.4"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1"])
@pytest.mark.parametrize("lang", ["lang", "xml:lang"])
def test_versions_and_encodings(tmp_path: Path, version: str, encoding: str, lang: str) -> None:
    name = encoding.removesuffix("-sig").removesuffix("-le")
    before = f'<?xml version="1.0" encoding="{name}"?>\n<!DOCTYPE tmx SYSTEM "tmx{version}.dtd">\n'
    text = tmx(tu(("en", "Sign in é"), ("es", "Iniciar sesión"), lang=lang), version=version, before=before)
    assert pairs(read(tmp_path, text.encode(encoding))) == [("Sign in é", "Iniciar sesión")]


def test_a_namespace_comments_and_cdata(tmp_path: Path) -> None:
    body = tu(("en", "a<!-- x </tu> -->b"), ("es", "<![CDATA[<c> & </tu>]]>"))
    text = tmx(body).replace("<tmx ", '<t:tmx xmlns:t="http://www.lisa.org/tmx14" ').replace("</tmx>", "</t:tmx>")
    assert pairs(read(tmp_path, tmx(body))) == [("ab", "<c> & </tu>")]
    assert pairs(read(tmp_path, text)) == [("ab", "<c> & </tu>")]
    inherited = tmx(body).replace("<tmx ", '<tmx xmlns="http://www.lisa.org/tmx14" ')
    assert pairs(read(tmp_path, inherited)) == [("ab", "<c> & </tu>")]


def test_the_format_is_known_without_a_suffix(tmp_path: Path) -> None:
    for name, encoding in (("memory", "utf-8"), ("memory.xml", "utf-16")):
        (tmp_path / name).write_bytes(tmx(tu(("en", "a"), ("es", "b"))).encode(encoding))
        units = read_units(tmp_path / name)
        assert (units.format, len(list(units))) == ("tmx", 1)


# What is wrong


GOOD = tu(("en-US", "a"), ("es", "b"))


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (tu(("fr", "a"), ("es", "b")), "a tu has no variant in its source language"),
        (tu(("en-US", "a")), "a tu has no variant in a target language"),
        ("<tu/>", "a tu has no variant in its source language"),
        ("<tu><tuv><seg>a</seg></tuv></tu>", "a variant names no language"),
        ('<tu><tuv xml:lang="en-US"/></tu>', "a variant holds no segment"),
    ],
)
def test_a_bad_unit_is_named_and_the_rest_is_read(tmp_path: Path, bad: str, message: str) -> None:
    text = tmx(f"\n{GOOD}\n{bad}\n{GOOD}\n")
    units, found = faults(tmp_path, text)
    assert pairs(units) == [("a", "b"), ("a", "b")]
    assert found == [f"{tmp_path / 'memory.tmx'}:3: {message}"]
    with pytest.raises(ExchangeError, match=message):
        list(read_units(tmp_path / "memory.tmx", strict=True))


def test_an_entity_that_nothing_explains_is_a_bad_unit(tmp_path: Path) -> None:
    before = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    units, found = faults(tmp_path, tmx(GOOD + tu(("en-US", "a&nbsp;b"), ("es", "b")) + GOOD, before=before))
    assert len(units) == 2
    assert found == [f"{tmp_path / 'memory.tmx'}:1: a segment holds an entity that nothing explains"]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (tmx(GOOD * 3)[:-40], "no well-formed XML"),
        (tmx(GOOD)[:-7], "no well-formed XML"),
        (tmx(GOOD + "<tu><tuv></tu>"), "no well-formed XML"),
        (tmx("&a;"), "no well-formed XML"),
        (tmx(tu(("en", "&a;"), ("es", "b"))), "no well-formed XML"),
        (tmx(tu(("en", "\x01"), ("es", "b"))), "no well-formed XML"),
        ("", "it is empty"),
        ("once upon a time", "no well-formed XML"),
        ("<html/>", "the root element is <html>, not <tmx>"),
        (tmx(tu(("en", "&l9;"), ("es", "b")), before=f'<!DOCTYPE tmx [<!ENTITY l0 "ha">{LAUGHS}]>'), "entities"),
        (
            tmx(tu(("en", "&a;"), ("es", "b")), before='<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/hosts">]>'),
            "entit",
        ),
    ],
)
def test_what_cannot_be_read_is_one_clear_error(tmp_path: Path, content: str, message: str) -> None:
    file = tmp_path / "memory.tmx"
    file.write_text(content, "utf-8")
    with pytest.raises(ExchangeError, match=message) as raised:
        list(read_units(file, format="tmx"))
    assert str(raised.value).startswith(str(file))


def test_the_error_of_a_truncated_file_names_its_line(tmp_path: Path) -> None:
    file = tmp_path / "memory.tmx"
    file.write_text(tmx(f"{GOOD}\n" * 2000 + "<tu>\n<tuv"), "utf-8")
    units = iter(read_units(file))
    with pytest.raises(ExchangeError, match=r"memory\.tmx:200[12]: "):
        list(units)


# Size


@pytest.mark.parametrize("text", ["plain", 'with <ph x="1">`code`</ph>'])
def test_memory_does_not_grow_with_the_file(tmp_path: Path, text: str) -> None:
    """A file ten times the size takes no more: measured in processes of their own, as the system sees it."""
    code = """if True:
        import resource, sys
        from locdocs.exchange import read_units
        print(sum(1 for _ in read_units(sys.argv[1])), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    """
    pytest.importorskip("resource")
    peaks = []
    for count in (5_000, 50_000):
        file = tmp_path / f"{count}.tmx"
        with file.open("w", encoding="utf-8") as out:
            out.write('<tmx version="1.4"><header srclang="en"/><body>\n')
            out.writelines(tu(("en", f"{text} {n} " * 10), ("es", f"{text} {n} " * 10)) + "\n" for n in range(count))
            out.write("</body></tmx>")
        ran = subprocess.run([sys.executable, "-c", code, file], capture_output=True, text=True, check=True)
        found, peak = map(int, ran.stdout.split())
        assert found == count
        peaks.append(peak)
    assert peaks[1] < peaks[0] * 1.15


# Properties


@given(units(origins(sources=("en-US", "en"), targets=("es-ES", "ja", "zh-Hans-CN"))))
def test_units_come_back(tmp_path_factory: pytest.TempPathFactory, expected: list[Unit]) -> None:
    file = tmp_path_factory.mktemp("tmx") / "memory.tmx"
    summary = write(file, expected)
    found = list(read_units(file, strict=True))
    if not summary.characters_replaced:
        expected = [unit._replace(origin=replace(unit.origin, path=xml(unit.path))) for unit in expected]
        assert found == expected
    assert [(unit.id, xml(unit.source), xml(unit.target)) for unit in found] == [
        (unit.id, xml(unit.source), xml(unit.target)) for unit in expected
    ]


def xml(text: str | None) -> str | None:
    """A text with what XML cannot hold replaced (XML 1.0, production 2)."""
    return text and re.sub("[^\\t\\n\\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
