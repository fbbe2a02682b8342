"""Fixes: applied, proved, and done only once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import locdocs
from locdocs import Config, Report, fix, validate
from locdocs.model import Document
from locdocs.rules import Finding, Rule, SegmentFacts, registry, segment_rule
from tests.strategies import texts
from tests.validation.documents import document, pair

WHITE_SPACE = Config(select=("TX005",))


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Rule]]:
    rules: dict[str, Rule] = {}
    monkeypatch.setattr(registry, "_others", lambda: rules)
    for cached in (registry.rule_names, registry.load_rule):
        cached.cache_clear()
    yield rules
    for cached in (registry.rule_names, registry.load_rule):
        cached.cache_clear()


def test_a_fix_changes_what_it_says_and_nothing_else() -> None:
    content = document(pair(101, " Abra. ", "Open."), pair(102, "Cierre.", "Close."))
    fixed = fix(content, config=WHITE_SPACE)
    assert fixed.document.text == content.text.replace("> Abra. <", ">Abra.<")
    assert len(fixed.fixed) == 2
    assert fixed.refused == ()
    assert (fixed.document.path, fixed.document.target_language) == (content.path, content.target_language)


def test_a_document_without_anything_to_fix_is_given_back() -> None:
    content = document(pair(101, "Abra.", "Open."))
    assert fix(content).document is content


def test_only_what_is_asked_for_is_fixed() -> None:
    content = document(pair(101, " Abra.", "Open."), pair(102, " Cierre.", "Close."))
    first, _ = validate(content, config=WHITE_SPACE)
    assert fix(content, [first], config=WHITE_SPACE).document.segments[1].target == " Cierre."
    assert fix(content, [], config=WHITE_SPACE).document is content


def test_unsafe_fixes_only_where_they_are_wanted(added: dict[str, Rule]) -> None:
    @segment_rule("ZZ001", "no-b", severity="info", its="other", fix="unsafe", triggers=("b",))
    def check(facts: SegmentFacts) -> Iterator[Finding]:
        at = facts.target.text.find("b")
        if at >= 0:
            yield facts.finding("b", target=(at, at + 1), edits=[facts.target.edit(at, at + 1, "")])

    added["ZZ001"] = check
    content = document(pair(101, "abba", "a"))
    config = Config(select=("ZZ001",))
    assert fix(content, config=config).document is content
    assert fix(content, unsafe=True, config=config).document.segments[0].target == "aa"


def test_a_fix_that_breaks_a_pair_is_refused(added: dict[str, Rule]) -> None:
    @segment_rule("ZZ001", "vandal", severity="info", its="other", fix="safe")
    def check(facts: SegmentFacts) -> Iterator[Finding]:
        segment = facts.segment
        if segment.target == "Abra.":
            edits = [facts.target.edit(0, len(segment.target) + len("</span>"), "")]
            yield facts.finding("broken", edits=edits)
        elif segment.target.startswith("x"):
            yield facts.finding("x", edits=[facts.target.edit(0, 1, "")])

    added["ZZ001"] = check
    content = document(pair(101, "xa", "a"), pair(102, "Abra.", "Open."), pair(103, "xb", "b"))
    fixed = fix(content, config=Config(select=("ZZ001",)))
    assert [segment.target for segment in fixed.document] == ["a", "Abra.", "b"]
    assert [diagnostic.segment_number for diagnostic in fixed.refused] == ["102"]
    assert len(fixed.fixed) == 2


def test_what_the_fix_of_another_mends_counts_as_fixed(added: dict[str, Rule]) -> None:
    @segment_rule("ZZ001", "shouts", severity="info", its="other", fix="safe")
    def check(facts: SegmentFacts) -> Iterator[Finding]:
        """One finding a mark; all of them are mended by one edit, or by edits that overlap."""
        text = facts.target.text
        marks = [at for at, letter in enumerate(text) if letter == "!"]
        for at in marks:
            first = marks[0] if text.startswith("a") else at
            yield facts.finding("shouts", target=(at, at + 1), edits=[facts.target.edit(first, marks[-1] + 1, ".")])

    added["ZZ001"] = check
    content = document(pair(101, "a!!!", "a"), pair(102, "b", "b"), pair(103, "c!!", "c"))
    config = Config(select=("ZZ001",))
    found = list(validate(content, config=config))
    fixed = fix(content, config=config)
    assert [segment.target for segment in fixed.document] == ["a.", "b", "c."]
    assert (list(fixed.fixed), Report(found).fixable) == (found, 5)


def test_a_fix_that_makes_a_new_finding_is_refused(added: dict[str, Rule]) -> None:
    @segment_rule("ZZ001", "emptier", severity="info", its="other", fix="safe")
    def check(facts: SegmentFacts) -> Iterator[Finding]:
        if facts.segment.target:
            yield facts.finding("text", edits=[facts.target.edit(0, len(facts.target.text), "")])

    added["ZZ001"] = check
    content = document(pair(101, "Abra.", "Open."))
    assert fix(content, config=Config(select=("ZZ001",))).document.segments[0].target == ""
    fixed = fix(content, config=Config(select=("ZZ001", "AL001")))
    assert fixed.document is content
    assert len(fixed.refused) == 1


def test_fixes_that_never_end_come_to_an_end(added: dict[str, Rule]) -> None:
    @segment_rule("ZZ001", "grower", severity="info", its="other", fix="safe")
    def check(facts: SegmentFacts) -> Iterator[Finding]:
        yield facts.finding("more", target=(0, 1), edits=[facts.target.edit(0, 0, "a")])

    added["ZZ001"] = check
    assert fix(document(pair(101, "Abra.", "Open.")), config=Config(select=("ZZ001",))).document


@settings(max_examples=80)
@given(texts(), st.booleans())
def test_for_every_text_fixes_are_done_once_and_make_nothing_worse(text: str, unsafe: bool) -> None:
    content = locdocs.parse(text, path="page.md", target_language="es-ES")
    fixed = fix(content, unsafe=unsafe)
    assert fix(fixed.document, unsafe=unsafe).document is fixed.document
    assert counted(fixed.document) <= counted(content)
    assert len(fixed.document.segments) >= len(content.segments)


def counted(content: Document) -> Counter[tuple[str, str | None]]:
    found = validate(content, config=Config(ignore=("CO",)))
    return Counter((diagnostic.code, diagnostic.segment_id) for diagnostic in found)


@pytest.mark.parametrize(
    ("lookup", "mended"),
    [
        ("<span>", True),
        ('<span class="sxs">\n', True),
        ('<span class="sxs-lookup"><span class="sxs-lookup">', False),
        ('<span data-ttu-id="0c05b-102"><span class="sxs-lookup">', False),
        ("<b>", False),
    ],
)
def test_a_source_half_gets_its_class_back(lookup: str, mended: bool) -> None:
    good = pair(101, "Abra.", "Open.")
    bad = document(good.replace('<span class="sxs-lookup">', lookup))
    fixed = fix(bad, config=Config(select=("SP005",))).document
    assert (fixed.text == document(good).text) == mended
    assert any("is not <span" in diagnostic.message for diagnostic in validate(bad)) == mended
