"""Running the rules that look at one document. What is done for each rule and document is kept to the least.

A document has 40 to 90 segments, and there are 60 rules: a microsecond a rule is a microsecond a segment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from inspect import isgeneratorfunction
from typing import Any

from locdocs.errors import LocdocsError
from locdocs.languages import Profile
from locdocs.model import Document
from locdocs.rules import DocumentFacts, Finding, Rule
from locdocs.rules.candidates import Condition
from locdocs.validation.selection import Selected

__all__ = ["Checks", "check_of", "expect_finding", "naming"]

# What is asked for every document: the rule, its function, what must hold of segments, and which are worth a look.
_Prepared = tuple[Rule, Callable[[Any], Iterable[Finding]], Condition, Callable[[DocumentFacts], Iterable[int]] | None]


class Checks:
    """The rules that look at one document, by the language of its targets."""

    def __init__(self, selected: Iterable[Selected]) -> None:
        self._selected = [each for each in selected if each.rule.scope != "corpus"]
        self._running: dict[tuple[Profile, bool], tuple[_Prepared, ...]] = {}

    def findings(self, documents: Sequence[DocumentFacts]) -> list[list[tuple[Rule, Finding]]]:
        """What the rules find in each of some documents, rule by rule.

        A rule goes through all of them before the next begins: what a processor has at hand of a rule serves for more
        than one document, and small documents are checked faster.
        An error in a rule says which rule and which document it was.
        """
        found: list[list[tuple[Rule, Finding]]] = [[] for _ in documents]
        alike: dict[tuple[Profile, bool], list[int]] = {}
        for place, facts in enumerate(documents):
            alike.setdefault((facts.profile, bool(facts.document.damage)), []).append(place)
        for (profile, damaged), places in alike.items():
            for prepared in self._running_in(profile, damaged=damaged):
                for place in places:
                    try:
                        found[place] += _findings(prepared, documents[place])
                    except Exception as error:
                        _name(error, prepared[0], documents[place].document)
                        raise
        return found

    def _running_in(self, profile: Profile, *, damaged: bool) -> tuple[_Prepared, ...]:
        found = self._running.get((profile, damaged))
        if found is None:
            rules = (each.rule for each in self._selected if each.runs_in(profile))
            found = tuple(map(_prepared, (rule for rule in rules if damaged or not rule.of_damage)))
            self._running[profile, damaged] = found
        return found


def _findings(prepared: _Prepared, facts: DocumentFacts) -> list[tuple[Rule, Finding]]:
    rule, check, condition, among = prepared
    if rule.scope == "segment":
        places = facts.meeting(condition, among(facts) if among else None)
        return [(rule, expect_finding(finding)) for place in places for finding in check(facts.segment(place))]
    if _is_triggered(rule, facts.text):
        return [(rule, expect_finding(finding)) for finding in check(facts)]
    return []


def _prepared(rule: Rule) -> _Prepared:
    return rule, check_of(rule), Condition(rule.triggers, rule.differs, rule.when), rule.among


def check_of(rule: Rule) -> Callable[[Any], Iterable[Finding]]:
    """The function of a rule; one that is no generator is seen to: what it returns must be findings."""
    if isgeneratorfunction(rule.check):
        return rule.check

    def check(facts: Any) -> Iterable[Finding]:
        found: Any = rule.check(facts)
        if isinstance(found, Finding) or not isinstance(found, Iterable):
            what = "a finding" if isinstance(found, Finding) else repr(found)
            raise TypeError(f"the rule {rule.name} returned {what}; a rule yields its findings")
        return found

    return check


def expect_finding(finding: Finding) -> Finding:
    """What a rule has yielded.

    :raises TypeError: it is no finding.
    """
    if not isinstance(finding, Finding):
        raise TypeError(f"a rule yields findings (facts.finding(..)), not {finding!r}")
    return finding


def _is_triggered(rule: Rule, text: str) -> bool:
    return not rule.triggers or any(trigger in text for trigger in rule.triggers)


@contextmanager
def naming(rule: Rule, document: Document | None) -> Iterator[None]:
    """See to it that an error in a rule says which rule and which document it was; ``None`` for all documents."""
    try:
        yield
    except Exception as error:
        _name(error, rule, document)
        raise


def _name(error: Exception, rule: Rule | None, document: Document | None) -> None:
    if rule is not None and not isinstance(error, LocdocsError):
        error.add_note(f"while the rule {rule.name} looked at {document.path if document else 'all documents'}")
