"""Verdicts on what rules find in published documents: by place, without a word of their text."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from locdocs.files import write_bytes

__all__ = ["FOLDER", "Place", "Verdict", "import_round", "read_all", "read_verdicts", "write_verdicts"]

FOLDER = Path(__file__).parent
_WORDS = {"true": True, "false": False}


class Place(NamedTuple):
    """Where a hit is."""

    tree: str
    path: str
    offset: int
    """Of its first character, in characters of the file."""
    number: str
    """That of its segment; empty for a hit outside of segments."""


class Verdict(NamedTuple):
    """Whether a hit is true, judged twice."""

    place: Place
    first: bool
    second: bool


_COLUMNS = ("tree", "path", "number", "offset", "first", "second")


def read_verdicts(path: Path) -> list[Verdict]:
    """The verdicts in a file.

    :raises ValueError: it is not as :func:`write_verdicts` writes it.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    if not rows or tuple(rows[0]) != _COLUMNS:
        raise ValueError(f"{path.name}: the columns must be {', '.join(_COLUMNS)}")
    found = []
    for line, row in enumerate(rows[1:], start=2):
        try:
            tree, name, number, offset, first, second = row
            found.append(Verdict(Place(tree, name, int(offset), number), _WORDS[first], _WORDS[second]))
        except (ValueError, KeyError):
            raise ValueError(f"{path.name}, line {line}: not tree, path, number, offset and two verdicts") from None
    return found


def read_all(folder: Path = FOLDER) -> Mapping[str, list[Verdict]]:
    """All verdicts, by rule."""
    return {path.stem: read_verdicts(path) for path in sorted(folder.glob("*.csv"))}


def write_verdicts(path: Path, verdicts: Iterable[Verdict]) -> None:
    """Write a file of verdicts, in the order of their places."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for (tree, name, offset, number), first, second in sorted(verdicts):
        writer.writerow((tree, name, number, offset, str(first).lower(), str(second).lower()))
    write_bytes(path, text.getvalue().encode())


def import_round(key: Path, first: Path, second: Path, folder: Path = FOLDER) -> Mapping[str, int]:
    """Add a round of judging to the files; how many verdicts are new, by rule.

    :param key: JSON Lines: ``hit`` (any name), ``rule``, ``_tree``, ``_path``, ``_number`` and ``_offset`` of each hit.
    :param first: JSON Lines: ``hit`` and ``true`` for each hit of the key. All else, such as reasons, is left behind.
    :param second: the same by whoever judged without sight of the first.
    :raises ValueError: a hit has no verdict or two, a verdict no hit, or a hit has other verdicts already.
    """
    hits = _by_hit(key)
    said = [{hit: row["true"] for hit, row in _by_hit(path).items()} for path in (first, second)]
    for path, verdicts in zip((first, second), said, strict=True):
        if verdicts.keys() != hits.keys():
            odd = sorted(verdicts.keys() ^ hits.keys())
            raise ValueError(f"{path.name}: without verdict or not in the key: {', '.join(odd)}")
        if not all(isinstance(verdict, bool) for verdict in verdicts.values()):
            raise ValueError(f"{path.name}: a verdict is true or false")
    by_rule: dict[str, list[Verdict]] = defaultdict(list)
    for hit, row in hits.items():
        place = Place(row["_tree"], row["_path"], row["_offset"], row["_number"] or "")
        by_rule[row["rule"]].append(Verdict(place, said[0][hit], said[1][hit]))
    merged = {code: _merged(folder / f"{code}.csv", verdicts) for code, verdicts in by_rule.items()}
    for code, (verdicts, _) in merged.items():
        write_verdicts(folder / f"{code}.csv", verdicts)
    return {code: new for code, (_, new) in sorted(merged.items())}


def _by_hit(path: Path) -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for row in _rows(path):
        if row["hit"] in rows:
            raise ValueError(f"{path.name}: {row['hit']} stands twice")
        rows[row["hit"]] = row
    return rows


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def _merged(path: Path, news: Iterable[Verdict]) -> tuple[list[Verdict], int]:
    """What the file holds and what is new, and how many of these there are."""
    known = {verdict.place: verdict for verdict in read_verdicts(path)} if path.exists() else {}
    before = len(known)
    for verdict in news:
        if known.setdefault(verdict.place, verdict) != verdict:
            raise ValueError(f"{path.name}: {verdict.place} was judged otherwise before")
    return list(known.values()), len(known) - before
