"""Comments that silence rules."""

from __future__ import annotations

import pytest

from locdocs import Config, fix, validate
from locdocs.model import Document
from tests.validation.documents import document, pair

CONFIG = Config(select=("TX003", "AL001", "CO005"))
BAD = pair(101, "Son 5.", "They are 6.")
ABRA = pair(100, "Abra.", "Open.")
LATER = pair(102, "Son 7.", "They are 8.")


def found(content: Document, config: Config = CONFIG) -> list[tuple[str, int]]:
    return [(diagnostic.code, diagnostic.line) for diagnostic in validate(content, config=config)]


@pytest.mark.parametrize(
    "name", ["TX003", "number-changed", "tx003", "TX", "AL001, TX003", "AL001 TX003", "TX003 -- it is 5 there"]
)
def test_next_line(name: str) -> None:
    content = document(f"<!-- locdocs-disable-next-line {name} -->\n{BAD}\n{LATER}")
    assert [code for code, line in found(content) if line == 5] == []
    assert ("TX003", 6) in found(content)


def test_a_colon_behind_the_verb_is_forgiven() -> None:
    assert found(document(f"<!-- locdocs-disable-next-line: TX003 -->\n{BAD}")) == []


@pytest.mark.parametrize("end", ["-->", " -->", "\t-->", " -- why-->"])
def test_the_space_before_the_end_may_be_missing(end: str) -> None:
    assert found(document(f"<!--locdocs-disable-next-line TX003{end}\n{BAD}")) == []


FORMS = "<!-- locdocs-disable-next-line {0} --> or <!-- locdocs-disable {0} --> or <!-- locdocs-disable-file {0} -->"


@pytest.mark.parametrize(
    ("comment", "right"),
    [
        ("<!-- locdocs-ignore TX003 -->", FORMS.format("TX003")),
        ("<!-- locdocs-ignore-file: TX003, AL001 -->", "<!-- locdocs-disable-file TX003, AL001 -->"),
        ("<!-- locdocs: disable TX003 -->", "<!-- locdocs-disable TX003 -->"),
        ("<!-- locdocs: disable-file number-changed -->", "<!-- locdocs-disable-file number-changed -->"),
        ("<!-- locdocs disable TX003 -- it is a fact -->", "<!-- locdocs-disable TX003 -->"),
        ("<!-- locdocs-disable-nextline TX003 -->", "<!-- locdocs-disable-next-line TX003 -->"),
        ("<!-- locdocs-disable_next_line TX003 -->", "<!-- locdocs-disable-next-line TX003 -->"),
        ("<!-- locdocs-disable-line TX003 -->", "<!-- locdocs-disable-next-line TX003 -->"),
        ("<!-- Locdocs-Disable TX003 -->", "<!-- locdocs-disable TX003 -->"),
        ("<!-- locdocs-dissable TX003 -->", "<!-- locdocs-disable TX003 -->"),
        ("<!-- locdocs-disable(TX003) -->", "<!-- locdocs-disable TX003 -->"),
        ("<!-- locdocs-disable TX003 <b> -->", "<!-- locdocs-disable TX003 -->"),
        ("<!-- locdocs-enabled TX003 -->", "<!-- locdocs-enable TX003 -->"),
        ("<!-- locdocs: noqa -->", FORMS.format("RULE")),
        ("<!-- locdocs-disable-fil a rule -->", "<!-- locdocs-disable-file RULE -->"),
        ("<!--\nlocdocs-disable-file TX003\n-->", "<!-- locdocs-disable-file TX003 -->"),
    ],
)
def test_a_misspelled_comment_is_told_with_what_to_write(comment: str, right: str) -> None:
    content = document(comment, BAD)
    diagnostics = [each for each in validate(content, config=CONFIG) if each.code == "CO005"]
    assert [(each.offset, each.text) for each in diagnostics] == [(content.text.index("<!--"), comment)]
    assert diagnostics[0].message.endswith(f"has no effect; write {right}")
    assert "TX003" in {code for code, _ in found(content)}
    assert fix(content, config=CONFIG).document is content


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- locdocs exports this page -->",
        "<!-- locdocs: see the README -->",
        "<!-- locdocs-generated, do not edit -->",
        "<!-- locdocs on a Tuesday",
        "<!-- locdocs -->",
        "<!-- disable TX003 -->",
    ],
)
def test_a_comment_about_something_else_is_none(comment: str) -> None:
    assert "CO005" not in {code for code, _ in found(document(comment, BAD))}


def test_many_comments_that_do_not_end_take_no_long_time() -> None:
    found(document("<!-- locdocs-ignore " * 20_000))


def test_a_reason_stays_when_a_name_goes() -> None:
    content = document(f"<!-- locdocs-disable-next-line TX003, AL001 -- it is 5 there -->\n{BAD}")
    fixed = fix(content, config=CONFIG).document.text
    assert "<!-- locdocs-disable-next-line TX003 -- it is 5 there -->" in fixed


def test_between_disable_and_enable() -> None:
    content = document(
        BAD, "<!-- locdocs-disable TX003 -->", LATER, "<!-- locdocs-enable TX003 -->", pair(103, "9", "8")
    )
    assert found(content) == [("TX003", 4), ("TX003", 12)]


def test_disable_without_enable_reaches_to_the_end() -> None:
    assert found(document(BAD, "<!-- locdocs-disable TX003 -->", LATER)) == [("TX003", 4)]


def test_disable_file_counts_from_anywhere() -> None:
    assert found(document(BAD, LATER, "<!-- locdocs-disable-file TX003 -->")) == []


def test_a_comment_silences_only_what_it_names() -> None:
    content = document(f"<!-- locdocs-disable-next-line AL001 -->\n{BAD}")
    assert found(content) == [("CO005", 4), ("TX003", 5)]


def test_a_comment_that_names_nothing_silences_nothing() -> None:
    assert found(document(f"<!-- locdocs-disable-next-line -->\n{BAD}")) == [("CO005", 4), ("TX003", 5)]


def test_a_comment_in_code_or_in_a_segment_is_an_example() -> None:
    for comment in ("<!-- locdocs-disable-file TX003 -->", "<!-- locdocs-ignore TX003 -->"):
        _assert_example(comment)


def _assert_example(comment: str) -> None:
    for example in (f"```html\n{comment}\n```", f"Write `{comment}`.", pair(103, comment, comment)):
        assert ("TX003", 4) in found(document(BAD, example))
        assert "CO005" not in {code for code, _ in found(document(BAD, example))}


def test_a_comment_about_a_rule_that_does_not_run_is_left_alone() -> None:
    content = document("<!-- locdocs-disable-file AL001 -->", BAD)
    assert found(content, Config(select=("TX003", "CO005"))) == [("TX003", 6)]


def test_an_unused_range_is_removed_whole() -> None:
    content = document(BAD, "<!-- locdocs-disable AL001 -->", LATER, "<!-- locdocs-enable AL001 -->", "Fin.")
    fixed = fix(content, config=CONFIG)
    assert "locdocs-" not in fixed.document.text
    assert [diagnostic.code for diagnostic in fixed.fixed] == ["CO005"]
    assert [(segment.source, segment.target) for segment in fixed.document] == [
        (segment.source, segment.target) for segment in content
    ]


def test_only_the_unused_name_of_a_comment_is_removed() -> None:
    content = document(f"<!-- locdocs-disable-next-line TX003, AL001 -->\n{BAD}")
    fixed = fix(content, config=CONFIG).document
    assert "<!-- locdocs-disable-next-line TX003 -->" in fixed.text
    assert found(fixed) == []


def test_line_breaks_of_any_kind() -> None:
    for newline in ("\n", "\r\n", "\r"):
        text = document(f"<!-- locdocs-disable-next-line TX003 -->\n{BAD}").text.replace("\n", newline)
        import locdocs

        assert found(locdocs.parse(text)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{ABRA} <!-- locdocs-disable-next-line TX003 -->", ABRA),
        (f"{ABRA} \t<!-- locdocs-disable-next-line TX003 -->\n\nx", f"{ABRA}\n\nx"),
        # Two blanks behind the comment break the line, and go on to.
        (f"{ABRA}  <!-- locdocs-disable-next-line TX003 -->  \nx", f"{ABRA}  \nx"),
        (f"{ABRA} <!-- locdocs-disable-next-line TX003 --> x", f"{ABRA} x"),
        (f"{ABRA} <!-- locdocs-disable-next-line TX003 -->x", f"{ABRA} x"),
        (f"  <!-- locdocs-disable-next-line TX003 --> {ABRA}", f"  {ABRA}"),
        (f"> <!-- locdocs-disable-next-line TX003 -->\n> {ABRA}", f">\n> {ABRA}"),
        (f"{ABRA}\n\n  <!-- locdocs-disable-next-line TX003 -->\n\nx", f"{ABRA}\n\n\nx"),
    ],
)
def test_a_comment_leaves_no_blanks_behind(before: str, after: str) -> None:
    fixed = fix(document(before), config=Config(select=("TX003", "CO005"))).document
    assert fixed.text == document(after).text
