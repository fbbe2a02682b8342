"""Files that cannot be read: told, counted, and no reason to leave the others alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from locdocs.cli.messages import complain
from locdocs.errors import LocdocsError

__all__ = ["COULD_NOT", "Unreadable"]

COULD_NOT = 2
"""The exit code of a run that could not do all that it was asked."""


class Unreadable:
    """What takes the errors of :func:`locdocs.read_tree`: each is told at once, and once, however often it comes."""

    def __init__(self) -> None:
        self._errors: dict[str, LocdocsError] = {}

    def __call__(self, error: LocdocsError) -> None:
        """Tell an error, if it is a new one."""
        if str(error) not in self._errors:
            self._errors[str(error)] = error
            complain(error)

    def __len__(self) -> int:
        return len(self._errors)

    def __bool__(self) -> bool:
        return bool(self._errors)

    def __iter__(self) -> Iterator[LocdocsError]:
        return iter(self._errors.values())

    @property
    def code(self) -> int:
        """The exit code of a run that found nothing wrong."""
        return COULD_NOT if self else 0

    def told(self, what: str = "could not be read") -> str:
        """What to add to the summary of a run: nothing, or how many there are."""
        return f"; {len(self):,} {what}" if self else ""

    def among(self, paths: Sequence[str]) -> Unreadable | None:
        """Itself; ``None`` for a single file, because nothing is left then, and the error is all there is to tell."""
        return self if len(paths) > 1 or any(Path(path).is_dir() for path in paths) else None
