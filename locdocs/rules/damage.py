"""From what reading had to forgive to findings: many rules are nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules.base import Finding
from locdocs.rules.facts import DocumentFacts

__all__ = ["from_damage"]


def from_damage(facts: DocumentFacts, kind: str) -> Iterator[Finding]:
    """A finding for each damage of a kind; kinds are slugs of rules.

    :param kind: the rule's slug.
    """
    for damage in facts.damage(kind):
        yield facts.finding(damage.message, damage.start, damage.end)
