"""Rules of other packages: ten lines are enough, and what is wrong with one is said in one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from locdocs import Config, validate
from locdocs.rules import (
    CorpusFacts,
    DocumentFacts,
    Finding,
    GroupFacts,
    Rule,
    SegmentFacts,
    corpus_rule,
    document_rule,
    registry,
    segment_rule,
)
from tests.cli.running import Result
from tests.validation.documents import document, pair

PAGE = document(pair(101, "Abra!", "Open."))
RULE_OF_ANOTHER_PACKAGE = '''"""Exclamation marks are for readers who shout.

## What it does
"""
from locdocs.rules import segment_rule

@segment_rule("ACME001", "no-shouting", severity="warning", its="style", triggers=("!",))
def check(facts):
    at = facts.target.prose.find("!")
    if at >= 0:
        yield facts.finding("the target shouts", target=(at, at + 1))
'''


def install(folder: Path, rule: str, *, entry: str = "acme_rules:check") -> None:
    (folder / "acme_rules.py").write_text(rule)
    info = folder / "acme_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[locdocs.rules]\nno-shouting = {entry}\n")
    (folder / "page.md").write_text(PAGE.text, "utf-8")


def run(folder: Path, *arguments: str) -> Result:
    code = f"import sys; sys.path.insert(0, {str(folder)!r}); from locdocs.cli import main; sys.exit(main())"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, cwd=folder, check=False)
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_another_package_adds_a_rule_in_ten_lines(tmp_path: Path) -> None:
    install(tmp_path, RULE_OF_ANOTHER_PACKAGE)
    assert run(tmp_path, "validate", "-q", "page.md", "--select", "ACME,SP", "--format", "concise") == (
        0,
        "page.md:4:35: warning ACME001 the target shouts [no-shouting]\n",
        "",
    )
    assert run(tmp_path, "rule", "no-shouting").out.startswith("ACME001 no-shouting\n")
    assert run(tmp_path, "validate", "-q", "page.md", "--select", "SP", "--format", "concise") == (0, "", "")


WITHOUT_DOCSTRING = RULE_OF_ANOTHER_PACKAGE.split('"""')[2]


@pytest.mark.parametrize(
    ("rule", "entry", "message"),
    [
        ("import not_there\n", "acme_rules:check", "cannot be loaded: ModuleNotFoundError: No module"),
        ("", "acme_rules:check", "cannot be loaded: AttributeError: "),
        ("", "acme rules", "cannot be loaded: "),
        ("def check(:\n", "acme_rules:check", "cannot be loaded: SyntaxError: "),
        ("import sys\nsys.exit(3)\n", "acme_rules:check", "cannot be loaded: SystemExit: 3"),
        ("def check(facts):\n    yield\n", "acme_rules:check", "leads to no rule but to an object of type function"),
        (
            RULE_OF_ANOTHER_PACKAGE.replace("ACME001", "acme"),
            "acme_rules:check",
            "ValueError: acme no-shouting: a code",
        ),
        (RULE_OF_ANOTHER_PACKAGE.replace("warning", "warn"), "acme_rules:check", "there is error, warning, info"),
        (
            RULE_OF_ANOTHER_PACKAGE.partition("shout.")[2].partition('"""')[2],
            "acme_rules:check",
            "has no docstring; that of its module or of",
        ),
        (RULE_OF_ANOTHER_PACKAGE.replace("ACME001", "SP001"), "acme_rules:check", "has the code or slug of another"),
    ],
)
def test_an_entry_point_that_leads_to_no_rule_is_named_with_its_package(
    tmp_path: Path, rule: str, entry: str, message: str
) -> None:
    install(tmp_path, rule, entry=entry)
    for arguments in (("validate", "page.md", "--select", "SP"), ("rule",)):
        code, out, err = run(tmp_path, *arguments)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert err.startswith("error: the entry point 'no-shouting' of the package acme-rules (locdocs.rules: acme")
        assert message in err


def test_an_exception_in_a_rule_is_no_finding(tmp_path: Path) -> None:
    install(tmp_path, RULE_OF_ANOTHER_PACKAGE.replace("at >= 0", "at >= zero"))
    code, _, err = run(tmp_path, "validate", "page.md", "--select", "ACME")
    assert code == 2
    assert err.splitlines()[-1] == (
        "error: NameError: name 'zero' is not defined; while the rule ACME001 no-shouting looked at page.md"
    )
    assert "acme_rules.py" in err


def test_without_a_docstring_of_the_module_that_of_the_function_is_the_page(tmp_path: Path) -> None:
    rule = WITHOUT_DOCSTRING.replace("(facts):\n", '(facts):\n    """Nobody shouts.\n\n    ## Why\n    """\n')
    install(tmp_path, rule)
    assert run(tmp_path, "rule", "ACME001").out.endswith("\n\nNobody shouts.\n\n## Why\n")


def test_a_docstring_with_sections_wins_over_that_of_the_module(tmp_path: Path) -> None:
    for docstring, page in (
        ("Nobody shouts.\n\n    ## Why\n    It is loud.\n    ", "\n\nNobody shouts.\n\n## Why\nIt is loud.\n"),
        ("Yield the marks: no ## section.", "\n\nExclamation marks are for readers who shout.\n\n## What it does\n"),
    ):
        folder = tmp_path / str(len(docstring))
        folder.mkdir()
        install(folder, RULE_OF_ANOTHER_PACKAGE.replace("(facts):\n", f'(facts):\n    """{docstring}"""\n'))
        assert run(folder, "rule", "ACME001").out.endswith(page)


def test_edits_without_a_declared_fix_are_refused(tmp_path: Path) -> None:
    install(
        tmp_path, RULE_OF_ANOTHER_PACKAGE.replace("at + 1))", "at + 1), edits=[facts.target.edit(at, at + 1, '.')])")
    )
    code, _, err = run(tmp_path, "validate", "page.md", "--select", "ACME")
    assert code == 2
    assert err.splitlines()[-1] == (
        "error: ValueError: the rule ACME001 no-shouting yields a finding with edits and declares no fix; say what its "
        'fixes are (fix="safe" or fix="unsafe"); while the rule ACME001 no-shouting looked at page.md'
    )


def test_python_without_docstrings_runs_all_rules(tmp_path: Path) -> None:
    install(tmp_path, RULE_OF_ANOTHER_PACKAGE)
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from locdocs.cli import main; sys.exit(main())"
    arguments = [sys.executable, "-OO", "-c", code, "validate", "page.md", "-q", "--format", "concise"]
    done = subprocess.run(arguments, capture_output=True, cwd=tmp_path, check=False)
    assert (done.returncode, b"ACME001" in done.stdout) == (0, True), done


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


@pytest.mark.parametrize("what", ["nothing", "one finding", "a text"])
@pytest.mark.parametrize("scope", ["segment", "corpus"])
def test_a_rule_that_yields_no_findings_is_named(added: dict[str, Rule], what: str, scope: str) -> None:
    def given(facts: SegmentFacts) -> object:
        return {"nothing": None, "one finding": facts.finding("here"), "a text": ["here"]}[what]

    def of_all(facts: CorpusFacts) -> object:
        return next(given(segment) for each in facts.documents for segment in each.segments)

    if scope == "segment":
        added["ZZ003"] = segment_rule("ZZ003", "returns", severity="info", its="other")(given)  # type: ignore[arg-type]
    else:
        added["ZZ003"] = corpus_rule("ZZ003", "returns", severity="info", its="other")(of_all)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="yields") as caught:
        list(validate(PAGE, config=Config(select=("ZZ",))))
    assert "ZZ003 returns" in f"{caught.value} {caught.value.__notes__}"


def test_a_rule_may_return_a_list(added: dict[str, Rule]) -> None:
    def check(facts: SegmentFacts) -> list[Finding]:
        return [facts.finding("here")]

    added["ZZ003"] = segment_rule("ZZ003", "list", severity="info", its="other")(check)  # type: ignore[arg-type]
    assert [found.message for found in validate(PAGE, config=Config(select=("ZZ",)))] == ["here"]


def test_a_document_rule_may_say_which_documents_are_worth_a_look(added: dict[str, Rule]) -> None:
    """By their segments, or by what stands outside of them; the others are not handed to it."""

    def check(facts: DocumentFacts) -> Iterator[Finding]:
        yield facts.finding("looked at", 0, 1)

    def shouting(group: GroupFacts) -> frozenset[int]:
        return group.targets.holding("!")

    def among(group: GroupFacts) -> set[int]:
        return {*group.having(shouting), *group.showing(lambda text: "TODO" in text)}

    added["ZZ003"] = document_rule("ZZ003", "some", severity="info", its="other", among=among)(check)
    calm = pair(101, "Abra.", "Open.")
    pages = [
        document(calm, calm, path="calm.md"),
        document(calm, pair(102, "¡Abra!", "Open!"), pair(103, "¡Cierre!", "Close!"), path="loud.md"),
        document(path="empty.md"),
        document(calm, path="calm-too.md"),
        document(calm, "TODO", path="todo.md"),
        document(pair(101, "¡Pare!", "Stop!"), path="last.md"),
    ]
    # A document may be handed in twice; the first one is a group of its own.
    found = validate([*pages, pages[1]], config=Config(select=("ZZ",)))
    assert [str(each.path) for each in found] == ["loud.md", "todo.md", "last.md", "loud.md"]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"severity": "warn"}, "ZZ003: severity is 'warn'; there is error, warning, info"),
        ({"its": "nonsense"}, "ZZ003: its is 'nonsense'; there is terminology, mistranslation, "),
        ({"default": "yes"}, "ZZ003: default is 'yes'; there is on, off, lang, src"),
        ({"fix": "maybe"}, "ZZ003: fix is 'maybe'; there is safe, unsafe, none"),
    ],
)
def test_a_declaration_with_a_value_that_there_is_not(values: dict[str, str], message: str) -> None:
    for declare in (segment_rule, corpus_rule):
        with pytest.raises(ValueError, match=message):
            declare("ZZ003", "values", **{"severity": "info", "its": "other", **values})(lambda _: iter(()))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ((0, 99_999_999), "from 0 to 99999999, which leaves the text (0 to "),
        ((-1, 1), "from -1 to 1, which leaves the text (0 to "),
        ((5, 3), "from 5 to 3, which ends before it begins"),
    ],
)
def test_a_finding_that_lies_nowhere_names_rule_and_document(
    added: dict[str, Rule], places: tuple[int, int], told: str
) -> None:
    def of_document(facts: DocumentFacts) -> Iterator[Finding]:
        yield facts.finding("here", *places)

    def of_all(facts: CorpusFacts) -> Iterator[Finding]:
        yield from (each.finding("here", *places) for each in facts.documents)

    for rule in (
        document_rule("ZZ003", "nowhere", severity="info", its="other")(of_document),
        corpus_rule("ZZ003", "nowhere", severity="info", its="other")(of_all),
    ):
        added["ZZ003"] = rule
        registry.load_rule.cache_clear()
        with pytest.raises(ValueError, match=r"ZZ003 nowhere yields a finding in docs/page\.md") as caught:
            list(validate(PAGE, config=Config(select=("ZZ",))))
        assert told in str(caught.value)


@pytest.mark.parametrize("places", [(0, 999), (-40, 1), (3, 1), (0, 90)])
def test_a_finding_that_leaves_its_segment_names_rule_and_document(
    added: dict[str, Rule], places: tuple[int, int]
) -> None:
    def check(facts: SegmentFacts) -> Iterator[Finding]:
        yield facts.finding("here", target=places)

    added["ZZ003"] = segment_rule("ZZ003", "nowhere", severity="info", its="other")(check)
    page = document(pair(101, "Abra!", "Open."), pair(102, "Cierre.", "Close."))
    with pytest.raises(
        ValueError, match=r"ZZ003 nowhere yields .* docs/page.md from .*, which (leaves its|ends)"
    ) as caught:
        list(validate(page, config=Config(select=("ZZ",))))
    assert caught.value.__notes__ == ["while the rule ZZ003 nowhere looked at docs/page.md"]
