"""Running the rules that look at one document. What is done for each rule and document is kept to the least.

A document has 40 to 90 segments, and there are 60 rules: a microsecond a rule is a microsecond a segment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from locdocs.errors import LocdocsError
from locdocs.languages import Profile
from locdocs.model import Document
from locdocs.rules import DocumentFacts, Finding, Rule
from locdocs.validation.selection import Selected

__all__ = ["Checks", "naming"]


class Checks:
    """The rules that look at one document, by the language of its targets."""

    def __init__(self, selected: Iterable[Selected]) -> None:
        self._selected = [each for each in selected if each.rule.scope != "corpus"]
        self._by_language: dict[Profile, tuple[Rule, ...]] = {}

    def findings(self, facts: DocumentFacts) -> Iterator[tuple[Rule, Finding]]:
        """What the rules find in one document, rule by rule.

        An error in a rule says which rule and which document it was.
        """
        rule = None
        try:
            for rule in self._running_in(facts.profile):
                if rule.scope == "segment":
                    check = rule.check
                    for index in _places(rule, facts):
                        for finding in check(facts.segment(index)):
                            yield rule, finding
                elif _is_triggered(rule, facts.text):
                    for finding in rule.check(facts):
                        yield rule, finding
        except Exception as error:
            _name(error, rule, facts.document)
            raise

    def _running_in(self, profile: Profile) -> tuple[Rule, ...]:
        rules = self._by_language.get(profile)
        if rules is None:
            rules = tuple(each.rule for each in self._selected if each.runs_in(profile))
            self._by_language[profile] = rules
        return rules


def _places(rule: Rule, facts: DocumentFacts) -> Iterable[int]:
    """The segments that a rule looks at."""
    among = rule.among
    if among is not None and not (rule.triggers or rule.differs or rule.when):
        return sorted(among(facts))
    return facts.triggered(rule.triggers, rule.when, rule.differs, among(facts) if among else None)


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
