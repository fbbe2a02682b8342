"""Which rules run."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from locdocs import Config, validate
from locdocs.errors import ConfigError, UnknownRuleError
from locdocs.rules import Severity, all_rules
from tests.validation.documents import document, pair


def codes(**config: object) -> set[str]:
    return {rule.code for rule in validate((), config=Config(**config)).rules}  # type: ignore[arg-type]


def test_by_default_the_rules_run_that_are_on_and_those_for_languages() -> None:
    assert codes() == {rule.code for rule in all_rules() if rule.default in ("on", "lang")}


@pytest.mark.parametrize("name", ["AL001", "al001", "empty-target", "Empty-Target"])
def test_a_rule_is_named_by_code_or_slug(name: str) -> None:
    assert codes(select=(name,)) == {"AL001"}


def test_a_prefix_names_a_family() -> None:
    found = codes(select=("SP",))
    assert {"SP001", "SP007"} <= found
    assert all(code.startswith("SP") for code in found)


def test_ignored_rules_do_not_run() -> None:
    assert codes() - codes(ignore=("SP", "AL001")) >= {"SP001", "AL001"}


def test_the_more_specific_selector_wins() -> None:
    assert codes(select=("SP",), ignore=("SP001",)) & {"SP001", "SP002"} == {"SP002"}
    assert codes(ignore=("SP",), extend_select=("SP001",)) & {"SP001", "SP002"} == {"SP001"}
    assert codes(select=("SP001",), ignore=("ALL",)) == {"SP001"}


def test_between_equals_ignoring_wins() -> None:
    assert codes(select=("SP001", "SP002"), ignore=("SP001",)) == {"SP002"}
    assert codes(select=("SP",), ignore=("SP",)) == set()


def test_all_selects_what_is_off_by_default() -> None:
    off = {rule.code for rule in all_rules() if rule.default == "off"}
    assert off - codes(select=("ALL",)) == {"CO004"}  # there is no memory to compare with


def test_a_glossary_turns_on_the_rule_that_goes_by_it() -> None:
    terms = Path("terms.csv")
    assert "TX012" in codes(glossary=terms)
    assert "TX012" not in codes() | codes(glossary=terms, ignore=("TX",)) | codes(glossary=terms, select=("SP",))


def test_a_rule_that_needs_the_english_side_says_so_when_it_is_named() -> None:
    needy = [rule for rule in all_rules() if rule.default == "src"]
    for rule in needy:
        with pytest.raises(ConfigError, match="source-repo"):
            codes(select=(rule.code,))
    assert not {rule.code for rule in needy} & codes(select=("ALL",))


def test_an_unknown_name_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(UnknownRuleError, match="did you mean 'empty-target'"):
        Config(select=("empty-targt",))
    with pytest.raises(UnknownRuleError, match="no rule is called 'ZZ'"):
        Config(ignore=("ZZ",))


def test_severities_are_overridden_by_the_most_specific_name() -> None:
    content = document(pair(101, "", "Open the panel."), pair(102, "Abra 5.", "Open 6."))
    config = Config(select=("AL001", "TX003"), severity={"ALL": "info", "number-changed": "warning"})
    assert {found.code: found.severity for found in validate(content, config=config)} == {
        "AL001": "info",
        "TX003": "warning",
    }


def test_the_more_specific_severity_counts_in_whatever_order_they_stand() -> None:
    entries: list[tuple[str, Severity]] = [("TX003", "warning"), ("TX", "error"), ("ALL", "info"), ("TX00", "info")]
    content = document(pair(101, "Abra 5.", "Open 6."))
    for order in permutations(entries):
        config = Config(select=("TX003",), severity=dict(order))
        assert [found.severity for found in validate(content, config=config)] == ["warning"]


def test_rules_for_languages_run_where_the_profile_says_so_or_where_they_are_named() -> None:
    for rule in all_rules():
        if rule.default == "lang":
            [selected] = validate((), config=Config(select=(rule.code,)))._selected
            assert selected.named
