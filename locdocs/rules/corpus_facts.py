"""What corpus rules are handed: all documents of a run together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import PurePosixPath
from typing import TypeVar

from locdocs.model import Document
from locdocs.rules.base import Finding
from locdocs.rules.context import Context
from locdocs.rules.facts import DocumentFacts
from locdocs.rules.records import Records

__all__ = ["CorpusFacts"]

T = TypeVar("T")


class CorpusFacts:
    """All documents of a run, as a rule sees them: what it gathered of them, and each of them to be read once more.

    A document goes by its number, from 0 on in the order in which they came.
    """

    def __init__(
        self,
        paths: Sequence[PurePosixPath],
        again: Callable[[Collection[int] | None], Iterator[Document]],
        records: Records,
        context: Context,
    ) -> None:
        self.paths = paths
        """The path of each document, by its number."""
        self._again = again
        self._records = records
        self.context = context
        """What comes from outside: the English side, options of rules."""

    @property
    def documents(self) -> Iterator[DocumentFacts]:
        """The documents, read anew each time they are gone through: keep nothing of them but what is small.

        This costs as much as reading the tree; ``some`` of them cost less.
        """
        return self._facts(None)

    def some(self, numbers: Collection[int]) -> Iterator[DocumentFacts]:
        """The documents of some numbers, in order; the others are not read again."""
        return self._facts(numbers) if numbers else iter(())

    def groups(self, *, varied: bool = False) -> Iterator[tuple[int, list[tuple[int, int]]]]:
        """What the rule gathered, by key: the values and the numbers of their documents, in order.

        The keys come in no order that can be relied on, so findings should not come in that order.

        :param varied: only keys that have several values.
        """
        return self._records.groups(varied=varied)

    def _facts(self, numbers: Collection[int] | None) -> Iterator[DocumentFacts]:
        for document in self._again(numbers):
            facts = DocumentFacts(document, self.context)
            yield facts
            facts.release()

    def option(self, rule: str, name: str, default: T) -> T:
        """What the configuration sets for a rule (by its code), else the default."""
        found: T = self.context.options.get(rule, {}).get(name, default)
        return found

    def finding(self, message: str, path: PurePosixPath) -> Finding:
        """A finding about a file that is not there; for all others ask the facts of a document or segment."""
        return Finding(message, 0, 0, None, path=path)
