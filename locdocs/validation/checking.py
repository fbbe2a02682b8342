"""Running the rules that look at one document. What is done for each rule and document is kept to the least.

A document has 40 to 90 segments, and there are 60 rules: a microsecond a rule is a microsecond a segment.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from inspect import isgeneratorfunction
from typing import Any

from locdocs.errors import LocdocsError
from locdocs.languages import Profile
from locdocs.model import Document
from locdocs.rules import DocumentFacts, Finding, GroupFacts, Rule
from locdocs.rules.candidates import Condition
from locdocs.validation.selection import Selected

__all__ = ["Checks", "check_of", "expect_finding", "naming"]

# What is asked for every document: the rule, its function, what must hold of segments, and which are worth a look.
_Prepared = tuple[Rule, Callable[[Any], Iterable[Finding]], Condition, Callable[[GroupFacts], Iterable[int]] | None]
_Languages = tuple[Profile, Profile, bool]
_Found = list[tuple[Rule, Finding]]


class Checks:
    """The rules that look at one document, by the language of its targets."""

    def __init__(self, selected: Iterable[Selected]) -> None:
        self._selected = [each for each in selected if each.rule.scope != "corpus"]
        self._running: dict[tuple[Profile, bool], tuple[_Prepared, ...]] = {}

    def findings(self, documents: Sequence[DocumentFacts]) -> list[_Found]:
        """What the rules find in each of some documents, rule by rule.

        A rule goes through all of them before the next begins: which segments are worth a look is asked of all at once,
        and what a processor has at hand of a rule serves for more than one document.
        An error in a rule says which rule and which document it was.
        """
        found: list[_Found] = [[] for _ in documents]
        alike: dict[_Languages, list[tuple[DocumentFacts, _Found]]] = {}
        for facts, its in zip(documents, found, strict=True):
            alike.setdefault((facts.profile, facts.source_profile, bool(facts.document.damage)), []).append(
                (facts, its)
            )
        for (profile, _, damaged), members in alike.items():
            group = GroupFacts([facts.document for facts, _ in members])
            for (facts, _), first in zip(members, (0, *group.ends), strict=False):
                facts.join(group, first)
            for prepared in self._running_in(profile, damaged=damaged):
                if prepared[0].scope == "segment":
                    _check_segments(prepared, group, members)
                else:
                    _check_documents(prepared, group, members)
        return found

    def _running_in(self, profile: Profile, *, damaged: bool) -> tuple[_Prepared, ...]:
        found = self._running.get((profile, damaged))
        if found is None:
            rules = (each.rule for each in self._selected if each.runs_in(profile))
            found = tuple(map(_prepared, (rule for rule in rules if damaged or not rule.of_damage)))
            self._running[profile, damaged] = found
        return found


def _check_segments(prepared: _Prepared, group: GroupFacts, members: Sequence[tuple[DocumentFacts, _Found]]) -> None:
    """Add what a rule finds in the segments that are worth a look."""
    rule, check, condition, among = prepared
    documents, ends = group.documents, group.ends
    try:
        places = group.meeting(condition, among(group) if among else None)
        for place in places:
            which = bisect_right(ends, place)
            facts, found = members[which]
            documents = (facts.document,)
            at = place - ends[which - 1] if which else place
            found += [(rule, expect_finding(rule, finding)) for finding in check(facts.segment(at))]
    except Exception as error:
        _name(error, rule, documents)
        raise


def _check_documents(prepared: _Prepared, group: GroupFacts, members: Sequence[tuple[DocumentFacts, _Found]]) -> None:
    """Add what a rule finds in the documents that are worth a look."""
    rule, check, _, among = prepared
    documents, triggers = group.documents, rule.triggers
    try:
        for facts, found in members if among is None else [members[place] for place in sorted({*among(group)})]:
            documents = (facts.document,)
            if not triggers or _holds_any(facts.text, triggers):
                found += [(rule, expect_finding(rule, finding)) for finding in check(facts)]
    except Exception as error:
        _name(error, rule, documents)
        raise


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


def expect_finding(rule: Rule, finding: Finding) -> Finding:
    """What a rule has yielded.

    :raises TypeError: it is no finding.
    :raises ValueError: it carries edits, and the rule declares no fix; it lies outside of the text, or, where the rule
        looks at segments, outside of its segment; or it ends before it begins.
    """
    if not isinstance(finding, Finding):
        raise TypeError(f"a rule yields findings (facts.finding(..)), not {finding!r}")
    document, segment = finding.document, finding.segment if rule.scope == "segment" else None
    if segment is not None:
        first, last = segment.start, segment.end
    else:
        first, last = 0, len(document.text) if document is not None else finding.end
    if not first <= finding.start <= finding.end <= last:
        raise _misplaced(rule, finding, (first, last))
    if finding.edits and rule.fix == "none":
        raise ValueError(
            f"the rule {rule.name} yields a finding with edits and declares no fix; say what its fixes are "
            '(fix="safe" or fix="unsafe")'
        )
    return finding


def _misplaced(rule: Rule, finding: Finding, room: tuple[int, int]) -> ValueError:
    """What is wrong with a finding that does not lie where it can."""
    start, end, (first, last) = finding.start, finding.end, room
    where = (finding.document.path if finding.document else finding.path) or "<text>"
    if end < start:
        what = "which ends before it begins"
    elif rule.scope == "segment":
        what = f"which leaves its segment ({first} to {last})"
    else:
        what = f"which leaves the text ({first} to {last})"
    return ValueError(f"the rule {rule.name} yields a finding in {where} from {start} to {end}, {what}")


def _holds_any(text: str, triggers: Iterable[str]) -> bool:
    return any(trigger in text for trigger in triggers)


@contextmanager
def naming(rule: Rule, document: Document | None) -> Iterator[None]:
    """See to it that an error in a rule says which rule and which document it was; ``None`` for all documents."""
    try:
        yield
    except Exception as error:
        _name(error, rule, (document,) if document else ())
        raise


def _name(error: Exception, rule: Rule, documents: Sequence[Document]) -> None:
    if not isinstance(error, LocdocsError):
        looked_at = ", ".join(str(document.path) for document in documents) or "all documents"
        error.add_note(f"while the rule {rule.name} looked at {looked_at}")
