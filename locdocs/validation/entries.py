"""Where the entries of a baseline or a configuration stand in their file, for findings about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath, PurePosixPath

from locdocs.rules import Finding
from locdocs.rules.base import Spot
from locdocs.text import LineIndex, decode
from locdocs.validation.baseline import Baseline, Known

__all__ = ["ConfigFile", "findings_about"]

_IDENTITY = re.compile(r'"identity"\s*:\s*"([^"\\]*)"')


class ConfigFile:
    """A configuration as text; where it cannot be read, or there is none, nothing is found in it."""

    def __init__(self, path: PurePath | None) -> None:
        self._path = PurePosixPath(path.as_posix()) if path else None
        self._text = _text(path)
        self._lines = LineIndex(self._text)

    def about(self, table: str, key: str, message: str) -> Finding:
        """A finding about a key in a table: at the key if it is plain where that stands, else about the file."""
        span = _key_in(self._text, table, key)
        if span is None:
            return Finding(message, 0, 0, None, path=self._path)
        return Finding(message, *span, None, path=self._path, spot=_spot(self._lines, self._text, span))


def findings_about(baseline: Baseline, entries: Iterable[Known]) -> Iterator[Finding]:
    """A finding for each entry of a baseline that is out of date, at the entry."""
    text, lines, spans = "", LineIndex(""), dict[str, tuple[int, int]]()
    for entry in entries:
        if not text:  # read once, and only where something is to be told
            text = _text(baseline.path)
            lines = LineIndex(text)
            spans = {found[1]: found.span(1) for found in _IDENTITY.finditer(text)}
        message = (
            f"the baseline entry {entry.identity} ({entry.code} in {entry.path}: {entry.text!r}) is out of date"
            f"; write {baseline.path.name if baseline.path else 'the baseline'} anew (--write-baseline)"
        )
        span = spans.get(entry.identity)
        spot = _spot(lines, text, span) if span else None
        yield Finding(message, *(span or (0, 0)), None, path=baseline.path, spot=spot)


def _key_in(text: str, table: str, key: str) -> tuple[int, int] | None:
    """Where a key stands behind the name of its table, as text: written as TOML writes most."""
    named = re.compile(rf"^[^#\n]*(?<![\w-]){re.escape(table)}(?![\w-])", re.MULTILINE)
    # A pyproject.toml holds tables of other programs, some of the same name.
    begin = named.search(text, text.rfind("\n", 0, max(0, text.find("tool.locdocs"))) + 1)
    written = rf"""^(?:[^#\n]*?[{{,.\s])??(?P<key>(?P<quote>["']?){re.escape(key)}(?P=quote))[ \t]*="""
    found = begin and re.compile(written, re.MULTILINE).search(text, begin.start())
    return found.span("key") if found else None


def _spot(lines: LineIndex, text: str, span: tuple[int, int]) -> Spot:
    line, column = lines.line_column(span[0])
    start = span[0] - column + 1
    return Spot(line, column, text[start:].partition("\n")[0].rstrip("\r"))


def _text(path: PurePath | None) -> str:
    try:
        return decode(Path(path).read_bytes()) if path else ""
    except OSError:
        return ""
