"""The header of a document: typed keys by pattern, other values when asked for, errors only then."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

import locdocs
from locdocs.errors import FrontMatterError
from locdocs.front_matter import FrontMatter, Localization


def header(body: str) -> FrontMatter:
    return locdocs.parse(f"---\n{body}\n---\ntext\n").front_matter


def test_values_are_those_of_yaml() -> None:
    found = header("title: 'Pegel: lesen'\nlist:\n- a\n- b\nms.date: 2020-04-02\n1: x")
    assert dict(found) == {"title": "Pegel: lesen", "list": ["a", "b"], "ms.date": date(2020, 4, 2), "1": "x"}
    assert len(found) == 4
    assert "title" in found
    assert found.get("none") is None


def test_no_header_is_an_empty_one() -> None:
    for text in ("", "text", "----\na: b\n---\n", " ---\na: b\n---\n", "x\n---\na: b\n---\n"):
        found = locdocs.parse(text).front_matter
        assert (found.raw, found.end, found.body, dict(found)) == ("", 0, "", {})
        assert found.localization == Localization()


def test_a_header_of_nothing_has_no_values() -> None:
    assert dict(header("")) == {}
    assert dict(header("# only a comment")) == {}


def test_both_closing_lines_of_yaml_are_known() -> None:
    assert dict(locdocs.parse("---\na: b\n...\nc: d\n").front_matter) == {"a": "b"}
    assert dict(locdocs.parse("--- \t\na: b\n--- \nc: d\n").front_matter) == {"a": "b"}
    assert dict(locdocs.parse("---\na: b\n---").front_matter) == {"a": "b"}
    assert dict(locdocs.parse("---\na: |\n  ---\n---\n").front_matter) == {"a": "---\n"}


def test_raw_body_and_end_are_places_in_the_text() -> None:
    text = "\ufeff---\r\ntitle: a\r\n---\r\nbody"
    found = locdocs.parse(text).front_matter
    assert text[found.end :] == "body"
    assert found.raw + "body" == text
    assert found.body == "title: a\r\n" == text[found.body_start : found.body_end]


@pytest.mark.parametrize(
    "body",
    [
        "title: a: b",
        "title: 'open",
        "- a\n- b",
        "just words",
        "a: \x00",
        "a: \udcff",
        "a: 2020-13-45",
        "a: !!bool x",
        "a: !!timestamp x",
        "a: !!python/object/apply:os.getcwd []",
        "? [1]\n: 2",
        "a: *nobody",
        "a: " + "[" * 30_000 + "]" * 30_000,
        "- " * 30_000 + "a",
    ],
    ids=lambda body: body[:12],
)
def test_what_is_no_yaml_is_an_error_when_a_value_is_asked_for(body: str) -> None:
    document = locdocs.parse(f"---\n{body}\nms.contentlocale: es-ES\n---\n")
    assert document.target_language == "es-ES"
    assert document.damage == ()
    with pytest.raises(FrontMatterError):
        dict(document.front_matter)


def test_the_error_names_the_line_of_the_file() -> None:
    with pytest.raises(FrontMatterError) as caught:
        _ = header("title: a\ndescription: b: c")["title"]
    assert caught.value.line == 3


def test_localization_keys_are_read_with_any_quotes_and_line_breaks() -> None:
    for line_break in ("\n", "\r\n", "\r"):
        lines = [
            "---",
            "title: a",
            "ms.openlocfilehash: 'aa'",
            'ms.locfileid: "12"  ',
            "ms.contentlocale:\t de-DE",
            "xms.translationtype: HT",
            " ms.lasthandoff: 01/02/2020",
            "---",
            "ms.sourcegitcommit: bb",
        ]
        found = locdocs.parse(line_break.join(lines)).front_matter
        assert found.localization == Localization(source_hash="aa", file_id="12", content_locale="de-DE")
        of_keys = [found.raw[start:end] for start, end in found.localization_lines()]
        assert of_keys == [line + line_break for line in lines[2:5]]


def test_a_header_of_localization_keys_only_is_told_from_others() -> None:
    assert header("ms.contentlocale: de-DE\nms.locfileid: '1'").localization_only
    assert not header("title: a\nms.contentlocale: de-DE").localization_only
    assert not header("").localization_only
    assert not locdocs.parse("").front_matter.localization_only


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("05/17/2020", date(2020, 5, 17)),
        ("5/7/2020", date(2020, 5, 7)),
        ("17/05/2020", None),
        ("2020-05-17", None),
        ("", None),
    ],
)
def test_the_date_of_the_hand_off(written: str, meant: date | None) -> None:
    assert header(f"ms.lasthandoff: {written}").localization.last_handoff_date == meant


def test_a_header_compares_hashes_and_pickles() -> None:
    one, other = header("title: a"), header("title: b")
    again = pickle.loads(pickle.dumps(one))
    assert one == again
    assert hash(one) == hash(again)
    assert one != other
    assert again["title"] == "a"
