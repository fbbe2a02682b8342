"""The reports for people and for programs: text, concise, JSON, JSON Lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import locdocs
from locdocs import Config, validate
from locdocs.errors import UnknownFormatError
from locdocs.model import Document
from locdocs.reporters import Run, find_reporter
from tests.strategies import texts
from tests.validation.documents import document, pair

SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "diagnostics.schema.json"
ONLY = Config(select=("AL001", "TX003", "TX005", "SP003"))


def reported(name: str, content: Document | list[Document], *, color: bool = False) -> str:
    run = validate(content, config=ONLY)
    return "".join(find_reporter(name)(Run(run, run.rules, run.paths, color)))


def test_concise_is_a_line_for_each() -> None:
    content = document(pair(101, "Abra 5.", "Open 6."), pair(102, "", "Close."))
    assert reported("concise", content) == (
        "docs/page.md:4:36: error TX003 the source says 6, the target 5 [number-changed]\n"
        "docs/page.md:6:93: error AL001 the source has no translation [empty-target]\n"
    )


def test_text_shows_both_sides_with_what_is_wrong_underlined() -> None:
    content = document(pair(101, "Abra los 5 paneles.", "Open the 6 dashboards."))
    assert reported("text", content) == (
        "docs/page.md:4:40: error TX003 the source says 6, the target 5 [number-changed]\n"
        "  source | Open the 6 dashboards.\n"
        "         |          ^\n"
        "  target | Abra los 5 paneles.\n"
        "         |          ^\n"
        "\n"
        "1 error in 1 document.\n"
    )


def test_text_shows_the_line_where_there_is_no_segment() -> None:
    content = document('Aquí: <span data-ttu-id="0c05b-101">Abra.</span> Y más.')
    assert '       4 | Aquí: <span data-ttu-id="0c05b-101">Abra.</span> Y más.\n' in reported("text", content)
    assert f"         |       {'^' * len('<span data-ttu-id=.0c05b-101.>')}\n" in reported("text", content)


def test_text_underlines_wide_characters_where_they_are() -> None:
    content = document(pair(101, "上限は 16 件です。", "The limit is 12 items."))
    assert "  target | 上限は 16 件です。\n         |        ^^\n" in reported("text", content)


def test_text_clips_long_texts_around_what_is_wrong() -> None:
    content = document(pair(101, "a " * 300 + "5" + " b" * 300, "6 c"))
    lines = reported("text", content).splitlines()
    target = next(line for line in lines if line.startswith("  target |"))
    assert len(target) < 125
    assert target.index("5") == lines[lines.index(target) + 1].index("^")


def test_a_document_does_not_drive_the_terminal() -> None:
    content = document(pair(101, "\x1b[31m 5\r\x9b\x07", "6 \x1b]0;x\x07"), path="docs/\x1b[2J.md")
    for name in ("text", "concise"):
        assert not set(reported(name, content)) & {"\x1b", "\r", "\x9b", "\x07"}


def test_colour_only_where_it_is_wanted() -> None:
    content = document(pair(101, "5", "6"))
    assert "\x1b[31merror TX003\x1b[0m" in reported("text", content, color=True)
    assert "\x1b" not in reported("text", content)


def test_text_sums_up() -> None:
    assert reported("text", document(pair(101, "Abra.", "Open."))) == "Nothing found in 1 document.\n"
    two = [document(pair(101, " 5 ", "6")), document(path="b.md")]
    assert reported("text", two).endswith("\n1 error, 2 warnings in 2 documents; 2 can be fixed with --fix.\n")


def test_text_says_how_to_get_a_fix() -> None:
    config = Config(select=("IC004", "TX005"))
    code = pair(101, "Use `abra`.", "Use `open`.")
    for pairs, summary in (
        ([code], "1 error in 1 document; 1 can be fixed with --unsafe-fixes."),
        (
            [code, pair(102, " Cierre.", "Close.")],
            "1 error, 1 warning in 1 document; 1 can be fixed with --fix (1 more with --unsafe-fixes).",
        ),
    ):
        run = validate(document(*pairs), config=config)
        text = "".join(find_reporter("text")(Run(run, run.rules, run.paths)))
        assert text.endswith(f"\n{summary}\n")
        assert text.count("     fix | with --unsafe-fixes: it may change the meaning\n\n") == 1
        assert text.count("     fix | with --fix\n\n") == len(pairs) - 1


def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(SCHEMA.read_bytes())
    return loaded


def test_json_is_what_the_schema_says() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema())
    for content in (
        document(),
        document(pair(101, " 5", "6"), pair(102, "", "a"), '<span data-ttu-id="0c05b-103">b</span>'),
    ):
        jsonschema.validate(json.loads(reported("json", content)), schema())


def test_the_schema_has_the_keys_that_json_has() -> None:
    content = document(pair(101, " 5", "6"))
    report = json.loads(reported("json", content))
    declared = schema()["$defs"]["diagnostic"]
    for found in report["diagnostics"]:
        assert list(found) == declared["required"] == list(declared["properties"])
    assert list(report["summary"]) == schema()["properties"]["summary"]["required"]


def test_json_lines_hold_the_same_objects() -> None:
    content = document(pair(101, " 5", "6"), pair(102, "", "a"))
    lines = [json.loads(line) for line in reported("jsonl", content).splitlines()]
    assert lines == json.loads(reported("json", content))["diagnostics"]
    assert len(lines) == 3


def test_json_lines_are_lines_to_every_reader() -> None:
    content = document(pair(101, "a\x85b\u2028c\u2029 5", "6"))
    lines = reported("jsonl", content).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(reported("json", content))["diagnostics"]
    assert any("\x85" in json.loads(line)["source"] + json.loads(line)["target"] for line in lines)


def test_offsets_in_json_find_the_offending_text() -> None:
    content = document(pair(101, " 5", "6"))
    for found in json.loads(reported("json", content))["diagnostics"]:
        assert content.text[found["offset"] : found["end_offset"]] == found["text"]


@given(texts())
def test_every_report_of_every_text_is_one_that_utf_8_can_hold(text: str) -> None:
    content = locdocs.parse(text, path="page.md", target_language="es-ES")
    run = list(validate(content))
    for name in ("json", "jsonl"):
        report = "".join(find_reporter(name)(Run(run)))
        report.encode("utf-8")
        for line in report.splitlines() if name == "jsonl" else [report]:
            json.loads(line)
    for name in ("text", "concise", "json", "jsonl"):
        assert all("\r" not in piece for piece in find_reporter(name)(Run(run)))


def test_an_unknown_format_is_an_error_that_lists_those_there_are() -> None:
    with pytest.raises(UnknownFormatError, match="there is text, concise, json, jsonl"):
        find_reporter("xml")
