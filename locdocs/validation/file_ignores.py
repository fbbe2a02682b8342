"""``per-file-ignores``: rules that are silent in some files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from locdocs.rules import Finding
from locdocs.rules.registry import codes_of
from locdocs.validation.diagnostic import Diagnostic
from locdocs.validation.entries import ConfigFile

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

__all__ = ["FileIgnores"]

_KEY = "per-file-ignores"


class FileIgnores:
    """The patterns, with the codes that each silences, and whether it has silenced anything."""

    def __init__(self, patterns: Mapping[str, tuple[str, ...]], path: Path | None) -> None:
        self._path = path
        self._entries: list[tuple[str, GitIgnoreSpec, dict[str, frozenset[str]]]] = []
        self._used: set[tuple[str, str]] = set()
        if patterns:
            # Imported here: only needed where there are patterns.
            from pathspec import GitIgnoreSpec  # noqa: PLC0415

            for pattern, selectors in patterns.items():
                codes = {selector: codes_of(selector) for selector in selectors}
                self._entries.append((pattern, GitIgnoreSpec.from_lines([pattern]), codes))

    def __bool__(self) -> bool:
        return bool(self._entries)

    def silence(self, diagnostic: Diagnostic) -> bool:
        """Whether a pattern silences a diagnostic. Remembers which did."""
        silent = False
        if diagnostic.path is not None:
            for pattern, spec, codes in self._entries:
                for selector, meant in codes.items():
                    if diagnostic.code in meant and spec.match_file(diagnostic.path.as_posix()):
                        self._used.add((pattern, selector))
                        silent = True
        return silent

    def unused(self, ran: frozenset[str], documents: Iterable[PurePosixPath]) -> Iterator[Finding]:
        """A finding for each pattern that matches no document of a run, or for each of its rules that it silenced not.

        :param ran: the codes of the rules of the run.
        """
        names = [document.as_posix() for document in documents]
        file = ConfigFile(self._path)
        for pattern, spec, codes in self._entries:
            if any(meant & ran for meant in codes.values()) and not any(map(spec.match_file, names)):
                yield file.about(_KEY, pattern, f"{_KEY}: no document matches {pattern!r}")
                continue
            for selector, meant in codes.items():
                if (pattern, selector) not in self._used and meant & ran:
                    yield file.about(_KEY, pattern, f"{_KEY}: {selector} is silent in {pattern!r} anyway")
