"""What has changed of the header, key by key; line by line where its keys cannot be told.

Keys are told by pattern and compared as they are written, so a header that is no YAML has them, too. The YAML is read
for the values, and to make sure that the keys are those which it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from locdocs.comparison.values import HeaderChange, HeaderKind
from locdocs.differences import row_hunks
from locdocs.errors import FrontMatterError
from locdocs.front_matter import FrontMatter
from locdocs.model import Document

__all__ = ["header_changes"]

_LINE = re.compile(r"[^\r\n]*+(?:\r\n?|\n|\Z)")
_KEY = re.compile(r"([^\s#:\-\[\]{}&*!|>'\"%@`,?][^:]*+(?::(?!\s|\Z)[^:]*+)*+):(?=\s|\Z)")
# A value that is repeated by reference can be longer than any file: nobody wants to see that.
_ANCHOR, _REFERENCE = re.compile(r"(?<!\S)&\w"), re.compile(r"(?<!\S)\*\w")


class _Entry(NamedTuple):
    """A key with all lines that belong to it."""

    line: int
    """The first of them, counted from 0 in the header."""
    value: str
    """What stands behind the colon, white space at the ends of lines left out."""


class _Header:
    """A header as it is written."""

    def __init__(self, header: FrontMatter) -> None:
        self.lines = [line.rstrip() for line in _LINE.findall(header.raw.removeprefix("\ufeff"))]
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        self.values = _values(header)
        entries = list(self._entries())
        self.entries = dict(entries)
        known = len(self.entries) == len(entries)
        self.is_known = known and (self.values is None or self.values.keys() == self.entries.keys())
        """Whether the keys are those of the YAML. Where it is none nobody can say more."""

    def _entries(self) -> Iterator[tuple[str, _Entry]]:
        key, begin, rest = "", 0, [""]
        for number, line in enumerate(self.lines[1:-1], 1):
            found = _KEY.match(line)
            if not found:
                rest.append(line)
                continue
            if key:
                yield key, _Entry(begin, "\n".join(rest).strip())
            key, begin, rest = found[1].rstrip(), number, [line[found.end() :]]
        if key:
            yield key, _Entry(begin, "\n".join(rest).strip())

    def value(self, key: str, *, as_written: bool) -> Any:
        """A value; ``None`` where there is no such key."""
        if key not in self.entries:
            return None
        return self.entries[key].value if as_written or self.values is None else self.values[key]


def header_changes(old: Document, new: Document) -> Iterator[HeaderChange]:
    """The keys that have changed, in the order of the new document."""
    if old.front_matter.raw == new.front_matter.raw:
        return
    before, after = _Header(old.front_matter), _Header(new.front_matter)
    found = list(_of_keys(before, after)) if before.is_known and after.is_known else []
    # Nothing of that sort: it is the order of the keys, a comment, or what only a person can read.
    yield from found or _of_lines(before.lines, after.lines)


def _of_keys(before: _Header, after: _Header) -> Iterator[HeaderChange]:
    as_written = None in (before.values, after.values)
    for key in dict.fromkeys((*after.entries, *before.entries)):
        old, new = before.entries.get(key), after.entries.get(key)
        if old and new and old.value == new.value:
            continue
        kind: HeaderKind = "removed" if new is None else "added" if old is None else "changed"
        was, now = (header.value(key, as_written=as_written) for header in (before, after))
        if old and new and was == now:
            kind, was, now = "rewritten", old.value, new.value
        yield HeaderChange(key, was, now, kind, old and old.line + 1, new and new.line + 1)


def _of_lines(before: Sequence[str], after: Sequence[str]) -> Iterator[HeaderChange]:
    for start, end, new_start, new_end in row_hunks(before, after):
        was = "\n".join(before[start:end]) if end > start else None
        now = "\n".join(after[new_start:new_end]) if new_end > new_start else None
        kind: HeaderKind = "removed" if now is None else "added" if was is None else "changed"
        places = None if was is None else start + 1, None if now is None else new_start + 1
        yield HeaderChange("", was, now, kind, *places)


def _values(header: FrontMatter) -> dict[str, Any] | None:
    """The values by key; ``None`` where the header cannot be read, or better were not."""
    if _ANCHOR.search(header.body) and _REFERENCE.search(header.body):
        return None
    try:
        return dict(header)
    except FrontMatterError:
        return None
