"""Glossaries are read as the documentation says, and what nothing understands is an error that says where."""

from __future__ import annotations

from pathlib import Path

import pytest

import locdocs
from locdocs.config import Config, read_config
from locdocs.errors import ConfigError
from locdocs.markup import write_pair
from locdocs.rules.glossary import Term, read_glossary
from locdocs.validation import validate

PAIR = (
    '<span data-ttu-id="0c05b-101">Abra la pantalla.</span><span class="sxs-lookup">'
    '<span data-stu-id="0c05b-101">Open the dashboard.</span></span>\n'
)


def written(folder: Path, text: str) -> Path:
    path = folder / "terms.csv"
    path.write_bytes(text.encode())
    return path


def test_columns_come_in_any_order_and_status_and_language_may_be_missing(tmp_path: Path) -> None:
    path = written(tmp_path, '\ufeffTarget,Source\r\npanel,dashboard\r\n\r\n"filtro, nuevo",new filter\r\n')
    assert read_glossary(path) == (
        Term("dashboard", "panel", "preferred", ""),
        Term("new filter", "filtro, nuevo", "preferred", ""),
    )


def test_a_term_is_for_a_language_or_a_locale() -> None:
    term = Term("dashboard", "panel", "preferred", "es")
    assert term.is_for("es-ES")
    assert term.is_for("ES")
    assert not term.is_for("de-DE")
    assert not term.is_for(None)
    assert term._replace(language="").is_for(None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "names its columns"),
        ("term,translation\ndashboard,panel\n", "names its columns"),
        ("source,target,status\ndashboard,panel,banned\n", "line 2: a status"),
        ("source,target,status\n\ndashboard,,\n", "line 3: a term is missing"),
        ("source,target,status\n,panel,preferred\n", "line 2: a term is missing"),
        ('source,target\n"dashboard,panel\n', "no CSV"),
    ],
)
def test_what_nothing_understands_is_an_error(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        read_glossary(written(tmp_path, text))


def test_a_glossary_that_is_not_there_is_an_error_of_the_run(tmp_path: Path) -> None:
    document = locdocs.parse(PAIR, target_language="es-ES")
    config = Config(select=("TX012",), glossary=tmp_path / "none.csv")
    with pytest.raises(ConfigError, match="cannot be read"):
        list(validate(document, config=config))


def test_the_path_in_a_configuration_is_relative_to_it(tmp_path: Path) -> None:
    written(tmp_path, "source,target\ndashboard,panel\n")
    (tmp_path / ".locdocs.toml").write_text('select = ["term"]\nglossary = "terms.csv"\n', "utf-8")
    config = read_config(tmp_path / ".locdocs.toml")
    [found] = validate(locdocs.parse(PAIR, target_language="es-ES"), config=config)
    assert found.code == "TX012"
    assert found.text == "dashboard"
    assert "'panel'" in found.message


def test_names_in_camel_case_are_an_option() -> None:
    document = locdocs.parse(PAIR.replace("Open the dashboard", "Open DashBoard"), target_language="es-ES")
    assert len(list(validate(document, config=Config(select=("TX012",))))) == 1
    assert not list(validate(document, config=Config(select=("TX012",), rules={"TX012": {"names": False}})))


def findings(folder: Path, rows: str, source: str, target: str) -> list[str]:
    glossary = written(folder, f"source,target,status\n{rows}\n")
    content = locdocs.parse(write_pair("0c05b-101", target, source) + "\n", target_language="es-ES")
    return [found.message for found in validate(content, config=Config(select=("TX012",), glossary=glossary))]


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        ("See mirego.org now.", "Vea mirego.org ahora.", 0),
        ("See MireGo.org now.", "Vea la página ahora.", 0),
        ("Open C:\\MireGo\\Keys now.", "Abra la carpeta ahora.", 0),
        ("Run `MireGo` or mirego-cli.", "Ejecute la herramienta.", 0),
        ("Use mirego.", "Use otro.", 0),
        ("Use MireGo.", "Use Mirego.", 1),
        ("Use MireGo's keys.", "Use otras claves.", 1),
        ("Use MireGo, or MireGo.", "Use MireGo o Mirego.", 1),
        ("Use MireGo.", "Use `MireGo`.", 0),
    ],
)
def test_a_name_counts_as_a_whole_word_in_its_own_spelling(
    tmp_path: Path, source: str, target: str, count: int
) -> None:
    found = findings(tmp_path, "MireGo,,do-not-translate", source, target)
    assert len([message for message in found if "is not to be translated" in message]) == count


def test_a_name_of_two_words_may_stand_on_two_lines(tmp_path: Path) -> None:
    row = "Mirefold Go,,do-not-translate"
    assert not findings(tmp_path, row, "Open Mirefold Go.", "Abra Mirefold\nGo.")
    assert findings(tmp_path, row, "Open Mirefold\nGo.", "Abra Mirefold Vaya.")


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("Share the filter.", 1),
        ("Share. Filters are new.", 1),
        ("**Filter** the list.", 1),
        ("Open the Filter Company page.", 0),
        ("Open filter.json or /filter/ now.", 0),
        ("Unfiltered, prefilter.", 0),
    ],
)
def test_a_term_counts_as_a_whole_word_with_a_capital_only_where_a_sentence_begins(
    tmp_path: Path, source: str, count: int
) -> None:
    assert len(findings(tmp_path, "filter,filtro,preferred", source, "Abra la lista.")) == count


def test_a_term_inside_of_a_longer_name_is_not_asked_for(tmp_path: Path) -> None:
    rows = "go,ir,preferred\nMirefold Go,,do-not-translate"
    assert not findings(tmp_path, rows, "Open Mirefold Go.", "Abra Mirefold Go.")


@pytest.mark.parametrize("text", ["source;target;status\ndashboard;panel;\n", "source\ttarget\n"])
def test_other_separators_are_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match="commas are expected between the columns of a glossary"):
        read_glossary(written(tmp_path, text))


def test_the_glossary_of_the_documentation_is_one(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs/reference/command-line.md").read_text("utf-8")
    text = page.partition("### The glossary")[2].partition("```text\n")[2].partition("```")[0]
    assert [term.status for term in read_glossary(written(tmp_path, text))] == [
        "preferred",
        "forbidden",
        "do-not-translate",
    ]
