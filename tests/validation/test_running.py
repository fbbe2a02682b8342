"""Running rules: lazily, in bounded memory, over one document or many."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import locdocs
from locdocs import Config, Report, validate
from locdocs.config import read_config
from locdocs.errors import InputError
from locdocs.model import Document
from locdocs.rules import CorpusFacts, DocumentFacts, Finding, Rule, SegmentFacts, corpus_rule, registry, segment_rule
from locdocs.validation import rereading
from tests.validation.documents import document, pair

BAD = document(pair(101, "", "Open the panel."), pair(102, "Abra.", "Open."))
ONLY = Config(select=("AL001", "CO005"))


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Rule]]:
    """Rules of another package, to be filled before anything is asked of the registry."""
    rules: dict[str, Rule] = {}
    monkeypatch.setattr(registry, "_others", lambda: rules)
    caches = (registry.rule_names, registry.load_rule)
    for cached in caches:
        cached.cache_clear()
    yield rules
    for cached in caches:
        cached.cache_clear()


def test_a_diagnostic_says_what_and_where() -> None:
    [found] = validate(BAD, config=ONLY)
    assert (found.code, found.slug, found.severity, found.its_type) == ("AL001", "empty-target", "error", "omission")
    assert BAD.text[found.offset : found.end_offset] == found.text == "Open the panel."
    assert (found.line, found.end_line) == (4, 4)
    assert BAD.location(found.offset).column == found.column
    assert (found.segment_id, found.segment_number) == ("0c05b-101", "101")
    assert (found.source, found.target) == ("Open the panel.", "")
    assert str(found.path) == "docs/page.md"
    assert found.line_text == BAD.text.splitlines()[3]
    assert hash(found) == hash(next(validate(BAD, config=ONLY)))


def test_diagnostics_come_in_the_order_of_the_text() -> None:
    content = document(pair(101, " Son 5. ", "They are 6."), pair(102, "", "Open."))
    offsets = [found.offset for found in validate(content)]
    assert offsets == sorted(offsets)
    assert len(offsets) >= 4


def test_documents_are_read_when_their_diagnostics_are_asked_for() -> None:
    asked: list[int] = []

    def documents() -> Iterator[Document]:
        for number in range(5):
            asked.append(number)
            yield document(pair(101, "", "Open."), path=f"{number}.md")

    run = validate(documents(), config=ONLY)
    assert asked == []
    next(run)
    assert asked == [0]
    next(run)
    # The others in small groups.
    assert asked == [0, 1, 2, 3, 4]
    assert run.documents == 2


def test_what_was_read_before_an_error_is_told() -> None:
    def documents() -> Iterator[Document]:
        for number in range(4):
            yield document(pair(101, "", "Open."), path=f"{number}.md")
        raise InputError("it cannot be read", path="4.md")

    found = []
    with pytest.raises(InputError, match="cannot be read"):
        found += (str(diagnostic.path) for diagnostic in validate(documents(), config=ONLY))
    assert found == ["0.md", "1.md", "2.md", "3.md"]


def test_documents_are_let_go_of_without_waiting_for_the_collector() -> None:
    alive: list[weakref.ref[Document]] = []
    most = 0

    class Traced(Document):
        __slots__ = ("__weakref__",)

    def documents() -> Iterator[Document]:
        nonlocal most
        for number in range(30):
            one = document(
                pair(101, "Son 5, [aquí] (a.md) **b**.", "They are 6, [here](a.md) **b**."), path=f"{number}.md"
            )
            traced = Traced(*(getattr(one, name) for name in Document.__slots__))
            alive.append(weakref.ref(traced))
            del one
            yield traced
            del traced
            most = max(most, sum(reference() is not None for reference in alive))

    gc.disable()
    try:
        assert Report(validate(documents(), config=Config(ignore=("CO",)))).total
    finally:
        gc.enable()
    # Those of a group, and the one before.
    assert most <= 17


def test_rules_that_are_not_selected_are_not_asked(added: dict[str, Rule]) -> None:
    @segment_rule("ZZ001", "never", severity="error", its="other", default="off")
    def check(facts: SegmentFacts) -> Iterator[Finding]:
        raise AssertionError(facts)

    added["ZZ001"] = check
    list(validate(BAD))
    with pytest.raises(AssertionError) as caught:
        list(validate(BAD, config=Config(select=("ZZ",))))
    assert caught.value.__notes__ == ["while the rule ZZ001 never looked at docs/page.md"]


def test_a_rule_sees_only_segments_with_its_trigger(added: dict[str, Rule]) -> None:
    seen: list[str] = []

    def rule(**conditions: object) -> None:
        @segment_rule("ZZ001", "seen", severity="info", its="other", **conditions)  # type: ignore[arg-type]
        def check(facts: SegmentFacts) -> Iterator[Finding]:
            seen.append(facts.segment.number)
            yield from ()

        added["ZZ001"] = check
        registry.load_rule.cache_clear()

    content = document(pair(101, "a.b", "a"), pair(102, "c", "[c"), pair(103, "x::y", "x"))
    for conditions, expected in (
        ({"triggers": ("[",)}, ["102"]),
        ({"triggers": ("[", ".")}, ["101", "102"]),
        ({"triggers": ("a.b", "::")}, ["101", "103"]),
        ({"triggers": ("(",)}, []),
        ({"when": lambda segment: segment.source == "x"}, ["103"]),
        ({"triggers": (".", ":"), "when": lambda segment: segment.source == "x"}, ["103"]),
        ({}, ["101", "102", "103"]),
    ):
        seen.clear()
        rule(**conditions)
        list(validate(content, config=Config(select=("ZZ001",))))
        assert seen == expected, conditions


def test_corpus_rules_go_through_one_time_iterators_as_often_as_they_like(added: dict[str, Rule]) -> None:
    @corpus_rule("ZZ002", "twice", severity="info", its="inconsistency")
    def check(facts: CorpusFacts) -> Iterator[Finding]:
        count = sum(len(each.document) for each in facts.documents)
        for each in facts.documents:
            for segment in each.segments:
                yield segment.finding(f"one of {count}")

    added["ZZ002"] = check
    documents = [document(pair(101, "Abra.", "Open."), path=f"{number}.md") for number in range(3)]
    config = Config(select=("ZZ002",))
    expected = [("0.md", "one of 3"), ("1.md", "one of 3"), ("2.md", "one of 3")]
    for content in (documents, iter(documents), (each for each in documents)):
        assert [(str(found.path), found.message) for found in validate(content, config=config)] == expected


@pytest.mark.parametrize("kept", [0, 100, 1 << 24])
def test_corpus_rules_gather_as_documents_go_by_and_read_few_again(
    added: dict[str, Rule], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    monkeypatch.setattr(rereading, "_KEPT", kept)

    def gather(facts: DocumentFacts) -> Iterator[tuple[int, int]]:
        return ((len(segment.source), len(segment.target)) for segment in facts.document.segments)

    @corpus_rule("ZZ002", "lengths", severity="info", its="inconsistency", gather=gather)
    def check(facts: CorpusFacts) -> Iterator[Finding]:
        groups = dict(facts.groups(varied=True))
        assert groups == {5: [(5, 0), (6, 2), (5, 3)]}
        assert dict(facts.groups()) == {**groups, 6: [(7, 1)]}
        assert [str(facts.paths[number]) for number in (0, 3)] == ["0.md", "3.md"]
        assert not list(facts.some(()))
        for each in facts.some({2, 0}):
            yield from (segment.finding("here") for segment in each.segments)

    added["ZZ002"] = check
    targets = [("Abra.", "Open."), ("Cierre.", "Close."), ("Abran.", "Open."), ("Abre.", "Open.")]
    documents = [document(pair(101, *both), path=f"{number}.md") for number, both in enumerate(targets)]
    for each in documents:
        (tmp_path / str(each.path)).write_bytes(each.to_bytes())
    for content in (documents, iter(documents), locdocs.read_tree(tmp_path)):
        found = validate(content, config=Config(select=("ZZ002",)))
        assert [str(diagnostic.path) for diagnostic in found] == ["0.md", "2.md"]


def test_an_error_in_what_a_corpus_rule_gathers_names_the_document(added: dict[str, Rule]) -> None:
    def gather(facts: DocumentFacts) -> Iterator[tuple[int, int]]:
        raise AssertionError(facts)

    added["ZZ002"] = corpus_rule("ZZ002", "broken", severity="info", its="other", gather=gather)(lambda _: iter(()))
    with pytest.raises(AssertionError) as caught:
        list(validate(BAD, config=Config(select=("ZZ002",))))
    assert caught.value.__notes__ == ["while the rule ZZ002 broken looked at docs/page.md"]


def test_comments_about_corpus_rules_are_judged_at_the_end(added: dict[str, Rule]) -> None:
    @corpus_rule("ZZ002", "all", severity="info", its="inconsistency")
    def check(facts: CorpusFacts) -> Iterator[Finding]:
        for each in facts.documents:
            for segment in each.segments:
                yield segment.finding("here")

    added["ZZ002"] = check
    used = document(f"<!-- locdocs-disable-next-line ZZ002 -->\n{pair(101, 'Abra.', 'Open.')}", path="used.md")
    unused = document("<!-- locdocs-disable-file ZZ002 -->", path="unused.md")
    config = Config(select=("ZZ002", "CO005"))
    found = list(validate([used, unused], config=config, whole=True))
    assert [(each.code, str(each.path)) for each in found] == [("CO005", "unused.md")]
    assert list(validate([used, unused], config=config)) == []  # other documents may hold what the rule finds
    both = document("<!-- locdocs-disable-file ZZ002, TX003 -->", path="both.md")
    config = Config(select=("ZZ002", "TX003", "CO005"))
    [part] = validate(both, config=config)
    assert "TX003 silences nothing" in part.message
    assert "ZZ002" not in part.message
    [whole] = validate(both, config=config, whole=True)
    assert "ZZ002 silences nothing" in whole.message


def test_per_file_ignores_and_those_without_effect() -> None:
    config = Config(select=("AL001", "CO005"), per_file_ignores={"docs/*": ("AL",), "other/*": ("empty-target",)})
    assert list(validate(BAD, config=config)) == []
    [leftover] = validate(BAD, config=config, whole=True)
    assert leftover.code == "CO005"
    assert leftover.message == "per-file-ignores: no document matches 'other/*'"
    config = Config(select=("AL001", "TX003", "CO005"), per_file_ignores={"docs/*": ("AL", "TX003")})
    [leftover] = validate(BAD, config=config, whole=True)
    assert leftover.message == "per-file-ignores: TX003 is silent in 'docs/*' anyway"


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        (".locdocs.toml", '# "no/*" = 1\n[per-file-ignores]\n# "no/*" = 1\n"no" = ["AL"]\n"no/*" = ["AL"]\n', (5, 1)),
        (".locdocs.toml", 'per-file-ignores = { "docs/*" = ["AL"], "no/*" = ["AL"] }\n', (1, 41)),
        (".locdocs.toml", "[per-file-ignores]\r\n  'no/*' = [\r\n  'AL001',\r\n]\r\n", (2, 3)),
        (".locdocs.toml", '[per-file-ignores]\n"no/\\u002A" = ["AL001"]\n', (1, 1)),
        (
            "pyproject.toml",
            '[tool.ruff.per-file-ignores]\n"no/*" = ["D"]\n[tool.locdocs.per-file-ignores]\n"no/*" = ["AL"]\n',
            (4, 1),
        ),
    ],
)
def test_an_entry_without_effect_is_told_at_its_line(
    tmp_path: Path, name: str, text: str, place: tuple[int, int]
) -> None:
    (tmp_path / name).write_bytes(text.encode())
    config = replace(read_config(tmp_path / name), select=("AL001", "CO005"))
    leftover = list(validate(document(), config=config, whole=True))[-1]
    assert leftover.message == "per-file-ignores: no document matches 'no/*'"
    assert (leftover.line, leftover.column) == place
    assert leftover.text.strip("'\"") == ("no/*" if place != (1, 1) else "")
    assert leftover.line_text == (text.splitlines()[place[0] - 1] if place != (1, 1) else "")


def test_damaged_and_empty_documents_are_no_problem() -> None:
    for text in ("", "---\n", "<span data-ttu-id=", "\ufeff", "\x00\udcff", "---\n- a: [\n---\n", "[](" * 50):
        list(validate(locdocs.parse(text)))


@pytest.mark.parametrize(
    "text",
    [
        "---\n\n# Title\n\nA rule stands above.\n",
        "---\n\nNote: mind: the gap, {please.\n\n---\n\nMore.\n",
        "Title\n=======\n\n- <a name='x'></a>one [two] (three) **four **\n",
        "---\ntitle: {{ cookiecutter.title }}\n---\n# {{ cookiecutter.title }}  \n",
        "# One\n\n# One\n\n```html\n<span>a</span>\n```\n\n> [!NOTE]\n> <br> the the  end\n",
        "",
    ],
)
def test_files_that_are_no_side_by_side_documents_are_left_alone(text: str) -> None:
    assert list(validate(locdocs.parse(text, path="notes/page.md"))) == []


def test_the_report_counts() -> None:
    content = document(pair(101, "", "Open."), pair(102, "Abra. ", "Open."), pair(103, "5", "6"))
    report = Report(validate(content, config=Config(select=("AL001", "TX003", "TX005"))))
    assert report.by_rule == {"AL001": 1, "TX003": 1, "TX005": 1}
    assert report.by_severity == {"error": 2, "warning": 1}
    assert (report.total, report.worst, report.fixable) == (3, "error", 1)
    assert report.fails()
    assert not Report().fails("info")
    with pytest.raises(ValueError, match="'warn' is no severity; there is error, warning, info"):
        report.fails("warn")  # type: ignore[arg-type]
    assert Report().worst is None
