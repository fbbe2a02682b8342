"""Parallel text: one segment a line, whatever was in it."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given

from locdocs.corpus import read_tree
from locdocs.errors import ExchangeError, InputError, LanguageError, OutputError
from locdocs.exchange import read_units, write
from locdocs.units import InlineMode, Unit, units_of
from tests.exchange.making import document
from tests.exchange.strategies import origins, units

LINE_BREAK = "\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"


def held(text: str | None) -> str | None:
    return text and re.sub("[\0\ud800-\udfff]", "\ufffd", text)


def one_line(text: str) -> str:
    return re.sub(LINE_BREAK, " ", held(text) or "")


def pairs(path: Path) -> list[tuple[str, str]]:
    found = read_units(path, format="moses")
    result = [(unit.source, unit.target) for unit in found]
    assert found.faults == []
    return result


@pytest.mark.parametrize("inline", ["markdown", "plain", "codes"])
def test_the_samples_come_back(samples: Path, tmp_path: Path, inline: InlineMode) -> None:
    documents = [found for found in read_tree(samples / "bilingual") if found.target_language == "es-ES"]
    base = tmp_path / "corpus.v1"
    summary = write(base, documents, format="moses", inline=inline, block_kind=True, roots=["docs", "a\tb\\"])
    assert {path.name for path in tmp_path.iterdir()} == {"corpus.v1.en", "corpus.v1.es", "corpus.v1.ids"}
    expected = [
        unit._replace(source_codes=None, target_codes=None, source=one_line(unit.source), target=one_line(unit.target))
        for each in documents
        for unit in units_of(each, inline=inline, block_kind=True, lines=True)
        if unit.source and unit.target
    ]
    for name in ("corpus.v1", "corpus.v1.en", "corpus.v1.es", "corpus.v1.ids"):
        found = read_units(tmp_path / name, format="moses", strict=True)
        assert list(found) == expected
        assert (found.format, found.inline, found.roots) == ("moses", inline, ("docs", "a\tb\\"))
    assert len((tmp_path / "corpus.v1.en").read_text("utf-8").splitlines()) == summary.segments


@given(expected=units(origins(targets=("es-ES",)), lines=True))
def test_every_text_comes_back_on_one_line(tmp_path_factory: pytest.TempPathFactory, expected: list[Unit]) -> None:
    folder = tmp_path_factory.mktemp("moses")
    summary = write(folder / "c", expected, format="moses")
    assert list(read_units(folder / "c", format="moses", strict=True)) == [
        unit._replace(
            source=one_line(unit.source),
            target=one_line(unit.target),
            origin=replace(unit.origin, path=held(unit.path)),
        )
        for unit in expected
    ]
    breaks = sum(len(re.findall(LINE_BREAK, text)) for unit in expected for text in (unit.source, unit.target))
    assert summary.line_breaks_replaced == breaks
    # As whoever reads it will: a line is a segment.
    for name, texts in (("c.en", [unit.source for unit in expected]), ("c.es", [unit.target for unit in expected])):
        assert (folder / name).read_text("utf-8").splitlines() == [one_line(text) for text in texts]


@pytest.mark.parametrize(
    ("source", "target", "names"),
    [
        ("en-US", "es-ES", {"c.en", "c.es", "c.ids"}),
        ("en-US", "en-GB", {"c.en-US", "c.en-GB", "c.ids"}),
        ("zh-Hans", "zh-Hant", {"c.zh-Hans", "c.zh-Hant", "c.ids"}),
    ],
)
def test_files_are_named_after_the_languages(tmp_path: Path, source: str, target: str, names: set[str]) -> None:
    write(tmp_path / "c", document(("a", "b"), locale=target, source_language=source), format="moses")
    assert {path.name for path in tmp_path.iterdir()} == names
    [unit] = read_units(tmp_path / "c", format="moses")
    assert (unit.source, unit.target, unit.source_language, unit.target_language) == ("a", "b", source, target)


def test_it_cannot_go_to_a_stream_or_be_of_several_languages(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="several files"):
        write(BytesIO(), document(("a", "b")), format="moses")
    with pytest.raises(LanguageError, match="parallel text holds one pair of languages"):
        write(tmp_path / "c", [document(("a", "b")), document(("a", "b"), locale="ja-JP")], format="moses")
    assert list(tmp_path.iterdir()) == []


def made(folder: Path, **files: str) -> Path:
    for suffix, content in files.items():
        (folder / f"c.{suffix}").write_text(content, "utf-8", errors="surrogateescape", newline="")
    return folder


@pytest.mark.parametrize("name", ["c.en", "c.ca"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_two_files_of_others(tmp_path: Path, name: str, newline: str) -> None:
    made(tmp_path, ca=f"Un{newline}{newline}Dos\u2028tres", en=f"One{newline}x{newline}Two", text="")
    found = list(read_units(tmp_path / name, format="moses"))
    assert [(unit.source, unit.target) for unit in found] == [("One", "Un"), ("x", ""), ("Two", "Dos\u2028tres")]
    assert {(unit.source_language, unit.target_language) for unit in found} == {("en", "ca")}


def test_ids_of_others(tmp_path: Path) -> None:
    """What other programs write there is not known; the first cell is taken for the id."""
    made(tmp_path, es="Uno\nDos\n", de="Eins\nZwei\n", ids="x.xml.gz\n\n")
    assert [(unit.id, unit.source, unit.target) for unit in read_units(tmp_path / "c", format="moses")] == [
        ("x.xml.gz", "Eins", "Uno"),
        ("", "Zwei", "Dos"),
    ]


def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    made(tmp_path, en="One\nTwo\udcff\nThree\nFour\n", es="1\n2\n3\n4\n", ids="a\nb\nc\t\tx\nd\n")
    found = read_units(tmp_path / "c", format="moses")
    assert [unit.source for unit in found] == ["One", "Four"]
    assert [(fault.line, fault.message) for fault in found.faults] == [
        (2, "is not UTF-8"),
        (3, "has no number as line"),
    ]


@pytest.mark.parametrize(
    "files",
    [
        {"en": "One\nTwo\n", "es": "Uno\n"},
        {"en": "One\n", "es": "Uno\nDos\n"},
        {"en": "One\nTwo\n", "es": "Uno\nDos\n", "ids": "a\n"},
        {"en": "One\n", "es": "Uno\n", "ids": "a\nb\n"},
    ],
)
def test_files_of_other_lengths_are_an_error(tmp_path: Path, files: dict[str, str]) -> None:
    made(tmp_path, **files)
    with pytest.raises(ExchangeError, match="not the same number of lines") as raised:
        list(read_units(tmp_path / "c.en", format="moses"))
    assert raised.value.line == 2


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"en": "One\n"}, "two files c.LANGUAGE; there is c.en"),
        ({"en": "", "es": "", "de": ""}, "there is c.de, c.en, c.es"),
        ({"ids": "a\n"}, "there is none"),
    ],
)
def test_missing_files_are_an_error(tmp_path: Path, files: dict[str, str], message: str) -> None:
    made(tmp_path, **files)
    with pytest.raises(ExchangeError, match=message):
        list(read_units(tmp_path / f"c.{next(iter(files))}", format="moses"))
    with pytest.raises(InputError):
        read_units(tmp_path / "other", format="moses")
