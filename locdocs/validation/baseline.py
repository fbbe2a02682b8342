"""The baseline: diagnostics that are known and not to be reported again, as a JSON file.

An entry is found again by its identity (:class:`~locdocs.validation.Diagnostic`), so that edits elsewhere in the file
and a new publication with new segment ids void none of them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath
from typing import Any, NamedTuple

from locdocs.errors import ConfigError
from locdocs.files import write_bytes
from locdocs.validation.diagnostic import Diagnostic

__all__ = ["Baseline", "Known", "read_baseline", "write_baseline"]

VERSION = 1
_MOST_TEXT = 80


class Known(NamedTuple):
    """An entry: a diagnostic that is known."""

    code: str
    path: str
    identity: str
    text: str
    """How the offending text begins, for people who read the file."""


@dataclass(slots=True)
class Baseline:
    """The entries of a baseline, and which of them a run has met."""

    path: PurePosixPath | None = None
    """Where it was read from."""
    entries: dict[str, Known] = field(default_factory=dict)
    """By identity."""
    met: set[str] = field(default_factory=set)
    """The identities of those that a run has met."""
    _by_path: defaultdict[str, list[Known]] = field(default_factory=lambda: defaultdict(list), repr=False)

    def __repr__(self) -> str:
        return f"<Baseline {self.path or 'of no file'}: {len(self.entries)} entries, {len(self.met)} met>"

    def holds(self, diagnostic: Diagnostic) -> bool:
        """Whether a diagnostic is known. Remembers that it was met."""
        if diagnostic.identity not in self.entries:
            return False
        self.met.add(diagnostic.identity)
        return True

    def unused(self, path: PurePosixPath | None, codes: frozenset[str]) -> Iterator[Known]:
        """The entries about a file that were not met, of the rules that ran."""
        if not self._by_path:
            for entry in self.entries.values():
                self._by_path[entry.path].append(entry)
        for entry in self._by_path.get(str(path or ""), ()):
            if entry.identity not in self.met and entry.code in codes:
                yield entry


def read_baseline(path: PurePath | str) -> Baseline:
    """The baseline in a file.

    :raises ConfigError: the file cannot be read, or is no baseline.
    """
    try:
        content = json.loads(Path(path).read_bytes())
        if content["version"] != VERSION:
            raise ConfigError(f"is a baseline of version {content['version']!r}, not {VERSION}", path=path)
        entries = [_entry(entry) for entry in content["diagnostics"]]
    except OSError as error:
        raise ConfigError(f"the baseline cannot be read: {error.strerror or error}", path=path) from None
    except (ValueError, KeyError, TypeError):
        raise ConfigError("is no baseline; write one with --write-baseline", path=path) from None
    return Baseline(PurePosixPath(PurePath(path).as_posix()), {entry.identity: entry for entry in entries})


def _entry(entry: dict[str, Any]) -> Known:
    values = Known(entry["rule"], entry["path"], entry["identity"], entry["text"])
    if not all(isinstance(value, str) for value in values):
        raise ValueError("not all texts")
    return values


def write_baseline(path: PurePath | str, diagnostics: Iterable[Diagnostic], *, keep: Iterable[Known] = ()) -> int:
    """Write a baseline of diagnostics: one line each, sorted, so that version control shows what changed.

    :param keep: entries of another baseline to write besides, in its order.
    :return: how many there are.
    :raises OutputError: the file could not be written.
    """
    entries = {diagnostic.identity: diagnostic for diagnostic in diagnostics}
    lines = sorted(
        [
            *(
                (str(found.path or ""), found.code, found.offset, found.identity, found.text)
                for found in entries.values()
            ),
            *((entry.path, entry.code, place, entry.identity, entry.text) for place, entry in enumerate(keep)),
        ]
    )
    rows = ",\n".join(
        "    "
        + json.dumps(
            {"rule": code, "path": name, "identity": identity, "text": text[:_MOST_TEXT]},
            ensure_ascii=not text[:_MOST_TEXT].isprintable(),
        )
        for name, code, _, identity, text in lines
    )
    body = f"[\n{rows}\n  ]" if rows else "[]"
    content = f'{{\n  "version": {VERSION},\n  "diagnostics": {body}\n}}\n'
    write_bytes(path, content.encode("utf-8", "backslashreplace"))
    return len(lines)
