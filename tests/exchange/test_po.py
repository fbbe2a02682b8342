"""PO: read back by us, by polib and by msgfmt."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locdocs.corpus import read_tree
from locdocs.errors import ExchangeError, LanguageError
from locdocs.exchange import read_units, write
from locdocs.model import Document
from locdocs.units import InlineMode, Origin, Unit, units_of
from tests.exchange.making import document, written
from tests.exchange.strategies import origins, units

ONE_PAIR = origins(targets=("es-ES",))


def pairs(path: Path) -> list[tuple[str, str]]:
    found = read_units(path)
    result = [(unit.source, unit.target) for unit in found]
    assert found.faults == []
    return result


def save(folder: Path, text: str, name: str = "a.po", encoding: str = "utf-8") -> Path:
    (folder / name).write_bytes(text.encode(encoding, "surrogateescape"))
    return folder / name


def held(text: str | None) -> str | None:
    return text and re.sub("[\0\ud800-\udfff]", "\ufffd", text)


def spanish(samples: Path) -> list[Document]:
    return [found for found in read_tree(samples / "bilingual") if found.target_language == "es-ES"]


# Our own


@pytest.mark.parametrize("inline", ["markdown", "plain", "codes"])
@pytest.mark.parametrize("fuzzy", [False, True])
def test_the_samples_come_back(samples: Path, tmp_path: Path, inline: InlineMode, fuzzy: bool) -> None:
    documents = spanish(samples)
    write(tmp_path / "a.po", documents, inline=inline, block_kind=True, roots=["docs", 'a "b"'], fuzzy_mt=fuzzy)
    found = read_units(tmp_path / "a.po", strict=True)
    assert list(found) == [
        unit._replace(source_codes=None, target_codes=None)
        for each in documents
        for unit in units_of(each, inline=inline, block_kind=True, lines=True)
        if unit.source and unit.target
    ]
    assert (found.format, found.inline, found.roots, found.tool) == ("po", inline, ("docs", 'a "b"'), "locdocs")


@settings(max_examples=300)
@given(expected=units(ONE_PAIR, lines=True))
def test_every_text_comes_back(tmp_path_factory: pytest.TempPathFactory, expected: list[Unit]) -> None:
    file = tmp_path_factory.mktemp("po") / "a.po"
    summary = write(file, expected)
    assert list(read_units(file, strict=True)) == [
        unit._replace(
            source=held(unit.source), target=held(unit.target), origin=replace(unit.origin, path=held(unit.path))
        )
        for unit in expected
    ]
    assert (summary.characters_replaced > 0) == any(
        held(text) != text for unit in expected for text in (unit.source, unit.target, unit.path)
    )


@given(expected=units(ONE_PAIR, lines=True))
def test_polib_reads_every_text(tmp_path_factory: pytest.TempPathFactory, expected: list[Unit]) -> None:
    file = tmp_path_factory.mktemp("po") / "a.po"
    write(file, expected, fuzzy_mt=True)
    catalogue = polib.pofile(str(file), check_for_duplicates=True)
    assert [(entry.msgid, entry.msgstr, entry.fuzzy) for entry in catalogue] == [
        (held(unit.source), held(unit.target), unit.origin.translation_type == "MT") for unit in expected
    ]
    assert catalogue.metadata["Language"] == "es_ES"


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
def test_msgfmt_reads_the_samples(samples: Path, tmp_path: Path) -> None:
    summary = write(tmp_path / "a.po", [*spanish(samples), *spanish(samples)])
    command = ["msgfmt", "--check-format", "--check-domain", "--statistics", "-o", str(tmp_path / "a.mo")]
    ran = subprocess.run([*command, str(tmp_path / "a.po")], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert f"{summary.segments} translated messages" in ran.stderr
    assert len(polib.mofile(str(tmp_path / "a.mo"))) == summary.segments


def test_an_entry_says_where_it_comes_from() -> None:
    origin = Origin("a b/c.md", "en-US", "es-ES", "MT", "c" * 40)
    data, _ = written(
        [Unit("0c05b-103", 'A "b"\n', "C\\d\n\ne", origin, 12, "heading")], "po", block_kind=True, fuzzy_mt=True
    )
    assert data.decode().split("\n\n", 1)[1] == (
        "#. translation_type: MT\n"
        f"#. source_commit: {'c' * 40}\n"
        "#. block: heading\n"
        "#: \u2068a b/c.md\u2069:12\n"
        "#, fuzzy\n"
        'msgctxt "a b/c.md#0c05b-103"\n'
        'msgid "A \\"b\\"\\n"\n'
        'msgstr ""\n"C\\\\d\\n"\n"\\n"\n"e"\n'
    )


def test_contexts_are_unique(tmp_path: Path) -> None:
    """Where a path or an id comes again a number tells them apart; it is gone when they are read."""
    origin, other = Origin("a.md", "en", "es"), Origin("b.md", "en", "es")
    one = Unit("0c05b-101", "One", "Uno", origin)
    expected = [one, one, one._replace(target="Una"), one._replace(origin=other), one, one]
    write(tmp_path / "a.po", expected)
    contexts = [entry.msgctxt for entry in polib.pofile(str(tmp_path / "a.po"))]
    assert len(set(contexts)) == len(contexts)
    assert contexts[0] == "a.md#0c05b-101"
    assert list(read_units(tmp_path / "a.po")) == expected


def test_a_catalogue_is_of_one_pair_of_languages(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="one pair of languages: this is en-US to ja-JP, after en-US to es-ES"):
        write(tmp_path / "a.po", [document(("One", "Uno")), document(("One", "一"), locale="ja-JP")])
    assert not (tmp_path / "a.po").exists()


# Those of others

OTHER = """\
# Somebody wrote this.
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: site 2\\n"
"Language: pt_BR\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#: src/page.html:12 src/other.html:3
msgid "Save"
msgstr "Salvar"

#, fuzzy
#| msgid "Old"
msgctxt "menu"
msgid "New"
msgstr ""
"No"
"vo"

msgid "not yet"
msgstr ""

#: x.c:1
msgid "one file"
msgid_plural "%d files"
msgstr[0] "um arquivo"
msgstr[1] "%d arquivos"
#. no empty line before
msgid "tab\\there"
msgstr "tabulação\\taqui"

#~ msgid "gone"
#~ msgstr "ido"
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_catalogues_of_others(tmp_path: Path, encoding: str, newline: str) -> None:
    text = OTHER.replace("charset=UTF-8", f"charset={encoding.removesuffix('-sig').upper()}").replace("\n", newline)
    file = save(tmp_path, text, "noname", encoding)
    found = read_units(file, strict=True)
    assert [(unit.id, unit.path, unit.line, unit.source, unit.target) for unit in found] == [
        ("", "src/page.html", 12, "Save", "Salvar"),
        ("menu", None, None, "New", "Novo"),
        ("", None, None, "not yet", ""),
        ("", "x.c", 1, "one file", "um arquivo"),
        ("", "x.c", 1, "%d files", "%d arquivos"),
        ("", None, None, "tab\there", "tabulação\taqui"),
    ]
    assert {(unit.source_language, unit.target_language) for unit in found} == {("", "pt-BR")}
    assert (found.format, found.inline, found.tool) == ("po", None, "site")


def test_empty_lines_inside_an_entry(tmp_path: Path) -> None:
    file = save(tmp_path, '\n\n#: a.c:3\n\nmsgid "One"\n\nmsgstr "Uno"\n\n\nmsgid "Two"\nmsgstr "Dos"')
    assert [(unit.path, unit.source) for unit in read_units(file)] == [("a.c", "One"), (None, "Two")]


# What is wrong


@pytest.mark.parametrize(
    ("bad", "line", "message"),
    [
        ('msgid "a"b"\nmsgstr "c"', 4, "unescaped double quote found"),
        ('msgid "a"\nnonsense\nmsgstr "c"', 5, "is no line of a PO catalogue"),
        ('msgstr "c"', 4, "is no line of a PO catalogue"),
        ('msgid "a\udcff"\nmsgstr "c"', 4, "is not UTF-8"),
        ('msgid "a"\nmsgstr "c', 5, "a string is not closed"),
        ('msgid "a"\nmsgstr "c\\"', 5, "a string is not closed"),
        ('msgid "a"\nmsgstr "', 5, "a string is not closed"),
        ('msgid "a"\nmsgstr ""\n"c\n"d"', 6, "a string is not closed"),
        ('msgid "a\nmsgstr "c"', 4, "a string is not closed"),
        ('msgid_plural "a"\nmsgstr[0] c"', 5, "a string is not closed"),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"', 4, "an entry has no msgstr"),
    ],
)
def test_a_bad_entry_is_named_and_the_rest_is_read(tmp_path: Path, bad: str, line: int, message: str) -> None:
    good = 'msgid "One"\nmsgstr "Uno"\n'
    file = save(tmp_path, f"{good}\n{bad}\n\n{good}")
    found = read_units(file)
    assert [(unit.source, unit.target) for unit in found] == [("One", "Uno")] * 2
    [fault] = found.faults
    assert fault.line == line
    assert fault.message.startswith(message)
    with pytest.raises(ExchangeError, match=message):
        list(read_units(file, strict=True))


@given(data=st.data())
def test_a_catalogue_that_is_cut_off_gives_no_half_text(tmp_path_factory: pytest.TempPathFactory, data: Any) -> None:
    """Wherever: its units are those of the whole one, and the last may be without its end only at the end of a line."""
    folder = tmp_path_factory.mktemp("po")
    whole = (
        'msgid "One."\nmsgstr "Uno."\n\n#: a.c:1\nmsgctxt "b"\nmsgid "Two \\"words\\"."\nmsgstr "Dos \\"palabras\\"."\n'
    )
    cut = data.draw(st.integers(len('msgid "One."\nmsgstr "Uno."'), len(whole)))
    found = read_units(save(folder, whole[:cut]))
    read = [(unit.source, unit.target) for unit in found]
    assert read == [("One.", "Uno."), ('Two "words".', 'Dos "palabras".')][: len(read)]
    begun = 'msgid "' in whole[30:cut]
    assert len(read) + len(found.faults) >= 1 + begun


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "holds no entry"),
        ("once upon a time", "holds no entry"),
        ('msgid ""\nmsgstr "Content-Type: text/plain; charset=nonsense\\n"\n', "character set that is not known"),
    ],
)
def test_what_cannot_be_read_is_one_clear_error(tmp_path: Path, content: str, message: str) -> None:
    file = save(tmp_path, content)
    with pytest.raises(ExchangeError, match=message) as raised:
        list(read_units(file))
    assert str(raised.value).startswith(str(file))
