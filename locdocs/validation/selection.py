"""Which rules run: by code, prefix or slug, by default, by language, and by what is at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from locdocs.errors import ConfigError
from locdocs.languages import Profile
from locdocs.rules import Rule, Severity
from locdocs.rules.registry import ALL, codes_of, load_rule, rule_names

__all__ = ["Selected", "select_rules", "severities_of"]


class Selected(NamedTuple):
    """A rule that runs, and whether somebody named it."""

    rule: Rule
    named: bool
    """Whether its own code or slug was selected: then it runs whatever the language profile says."""

    def runs_in(self, profile: Profile) -> bool:
        """Whether it runs on documents of a language."""
        return self.named or self.rule.default != "lang" or self.rule.code in profile.rules


def select_rules(
    *,
    select: Iterable[str] | None = None,
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    source_at_hand: bool = False,
    memory_at_hand: bool = False,
    glossary_at_hand: bool = False,
) -> tuple[Selected, ...]:
    """The rules to run, in the order of the catalogue.

    The more specific selector wins: ``ignore=["IC"], extend_select=["IC003"]`` runs IC003. Between equals, ignoring
    wins. A prefix takes the rules that are off by default too.

    :param select: what runs in place of the default.
    :param source_at_hand: whether the English side is there.
    :param memory_at_hand: whether there is a translation memory, which turns on the rule that compares with it.
    :param glossary_at_hand: whether there is a glossary, which turns on the rule that goes by it.
    :raises UnknownRuleError: a selector means no rule.
    :raises ConfigError: a rule that needs the English side or a memory is named, and it is not there.
    """
    turned_on = {code for code, at_hand in ((_MEMORY, memory_at_hand), (_GLOSSARY, glossary_at_hand)) if at_hand}
    chosen = _specificity([*(select or ()), *extend_select])
    ignored = _specificity(ignore)
    result = []
    for code in rule_names():
        by_selector, by_ignore = chosen.get(code, -1), ignored.get(code, -1)
        if by_ignore >= max(by_selector, 0) or (select is not None and by_selector < 0):
            continue
        rule = load_rule(code)
        named = by_selector == _EXACT
        if by_selector < 0 and rule.default == "off" and code not in turned_on:
            continue
        lacking = _lacking(rule, source_at_hand=source_at_hand, memory_at_hand=memory_at_hand)
        if lacking:
            if named:
                raise ConfigError(f"{rule.name} needs {lacking}")
            continue
        result.append(Selected(rule, named))
    return tuple(result)


_EXACT = 100
_MEMORY, _GLOSSARY = "CO004", "TX012"


def _lacking(rule: Rule, *, source_at_hand: bool, memory_at_hand: bool) -> str | None:
    """What a rule cannot do without and is not there."""
    if rule.default == "src" and not source_at_hand:
        return "the English documents: say where they are (source-repo)"
    if rule.code == _MEMORY and not memory_at_hand:
        return "a translation memory: say where it is (--memory FILE, or memory in the configuration)"
    return None


def _specificity(selectors: Iterable[str]) -> Mapping[str, int]:
    """How specific the best selector of each code is: 0 for ``ALL``, the length of a prefix, most for a name."""
    found: dict[str, int] = {}
    for selector in selectors:
        codes = codes_of(selector)
        wanted = selector.strip()
        exact = len(codes) == 1 and (wanted.upper() in codes or wanted.lower() in rule_names().values())
        rank = _EXACT if exact else 0 if wanted.upper() == ALL else len(wanted)
        for code in codes:
            found[code] = max(found.get(code, -1), rank)
    return found


def severities_of(overrides: Mapping[str, Severity]) -> dict[str, Severity]:
    """Severity by code, from selectors; the more specific one wins.

    :raises UnknownRuleError: a selector means no rule.
    """
    found: dict[str, Severity] = {}
    for selector, severity in sorted(overrides.items(), key=lambda item: max(_specificity([item[0]]).values())):
        found.update(dict.fromkeys(codes_of(selector), severity))
    return found
