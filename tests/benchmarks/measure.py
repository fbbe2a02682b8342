"""Measuring side by side: all cases of one table run in turn, in one process, and the best of several rounds counts."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

__all__ = ["Corpus", "Row", "best_times", "doubled", "load", "seconds", "table"]


class Corpus(NamedTuple):
    """Documents in memory, and where they came from."""

    paths: Sequence[Path]
    data: Sequence[bytes]
    texts: Sequence[str]

    @property
    def megabytes(self) -> float:
        return sum(map(len, self.data)) / 1e6


class Row(NamedTuple):
    """One line of a table: what was done, how long it took, and how that compares."""

    name: str
    seconds: float
    ratio: str
    limit: str = ""


def load(paths: Iterable[Path]) -> Corpus:
    """Read the files once."""
    found = list(paths)
    data = [path.read_bytes() for path in found]
    return Corpus(found, data, [each.decode("utf-8", "surrogateescape") for each in data])


def doubled(corpus: Corpus, run: Callable[[Corpus], object], at_least: float) -> Corpus:
    """The corpus as many times over as it takes for a run to last so many seconds."""
    if seconds(lambda: run(corpus)) >= at_least:
        return corpus
    twice = Corpus([*corpus.paths] * 2, [*corpus.data] * 2, [*corpus.texts] * 2)
    return doubled(twice, run, at_least)


def seconds(run: Callable[[], object]) -> float:
    """How long one run takes; what lies around from before is collected first."""
    gc.collect()
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def best_times(cases: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The shortest time of each case; the cases take turns, so that a slow moment of the machine hits them all."""
    best = dict.fromkeys(cases, float("inf"))
    for _ in range(rounds):
        for name, run in cases.items():
            best[name] = min(best[name], seconds(run))
    return best


def table(title: str, rows: Sequence[Row]) -> str:
    """The rows as text, under a title."""
    width = max(len(row.name) for row in rows)
    lines = [f"{row.name:<{width}}  {row.seconds:8.3f} s  {row.ratio:>12}  {row.limit}".rstrip() for row in rows]
    return "\n".join(["", title, "-" * len(title), *lines])
