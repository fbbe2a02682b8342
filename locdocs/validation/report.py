"""What a run found, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from locdocs.rules import SEVERITIES, Severity
from locdocs.rules.base import at_least
from locdocs.validation.diagnostic import Diagnostic

__all__ = ["Report"]


class Report:
    """Counts of diagnostics; keeps none of them.

    :param diagnostics: counted at once; or count them one by one with :meth:`add`, or as they go by with :meth:`watch`.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic] = ()) -> None:
        self.by_rule: Counter[str] = Counter()
        """By code."""
        self.by_severity: Counter[Severity] = Counter()
        """By severity."""
        self.fixable = 0
        """How many have a safe fix."""
        self.unsafely_fixable = 0
        """How many have a fix that may change the meaning."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def add(self, diagnostic: Diagnostic) -> None:
        """Count one more."""
        self.by_rule[diagnostic.code] += 1
        self.by_severity[diagnostic.severity] += 1
        self.fixable += bool(diagnostic.fix and diagnostic.fix.safe)
        self.unsafely_fixable += bool(diagnostic.fix and not diagnostic.fix.safe)

    def watch(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The diagnostics, counted as they go by."""
        for diagnostic in diagnostics:
            self.add(diagnostic)
            yield diagnostic

    def __repr__(self) -> str:
        return f"<Report: {self._counts() or 'nothing found'}>"

    @property
    def total(self) -> int:
        """How many there are."""
        return self.by_severity.total()

    @property
    def worst(self) -> Severity | None:
        """The worst severity there is; ``None`` where nothing was found."""
        return next((severity for severity in SEVERITIES if self.by_severity[severity]), None)

    def fails(self, limit: Severity = "error") -> bool:
        """Whether something at least as bad as a severity was found.

        :raises ValueError: it is no severity; the message says what there is.
        """
        return any(self.by_severity[severity] for severity in at_least(limit))

    def summary(self, documents: int, *, unread: int = 0) -> str:
        """One line for people.

        :param documents: in how many documents it was found.
        :param unread: how many others could not be read.
        """
        checked = _counted(documents, "document") + (f"; {unread:,} could not be read" if unread else "")
        if not self.total:
            return f"Nothing found in {checked}."
        return f"{self._counts()} in {checked}{self._fixes()}."

    def _fixes(self) -> str:
        safe, unsafe = self.fixable, self.unsafely_fixable
        if not safe:
            return f"; {unsafe:,} can be fixed with --unsafe-fixes" if unsafe else ""
        return f"; {safe:,} can be fixed with --fix" + (f" ({unsafe:,} more with --unsafe-fixes)" if unsafe else "")

    def _counts(self) -> str:
        # The severity is called so everywhere, and "infos" is no word.
        return ", ".join(
            f"{self.by_severity[severity]:,} {severity}"
            if severity == "info"
            else _counted(self.by_severity[severity], severity)
            for severity in SEVERITIES
            if self.by_severity[severity]
        )


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
