"""Measuring side by side: all cases of one table run in turn, and the median of several rounds counts.

What is measured is the time of the processor, so that what else the machine does matters less.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

__all__ = ["Corpus", "Row", "doubled", "load", "median_times", "medians", "seconds", "table"]


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
    """How much time of the processor one run takes; what lies around from before is collected first.

    That goes for the C library, too: small blocks that a tree of lxml has given back it puts together again when
    somebody asks for a larger one, and whoever ran next would pay for it.
    """
    gc.collect()
    bytearray(1 << 16)
    started = time.process_time()
    run()
    return time.process_time() - started


def median_times(cases: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The usual time of each case; the cases take turns, so that a slow moment of the machine hits them all."""
    return medians({name: lambda run=run: seconds(run) for name, run in cases.items()}, rounds)  # type: ignore[misc]


def medians(cases: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The same for cases that measure themselves."""
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, measured in cases.items():
            times[name].append(measured())
    return {name: median(taken) for name, taken in times.items()}


def table(title: str, rows: Sequence[Row]) -> str:
    """The rows as text, under a title."""
    width = max(len(row.name) for row in rows)
    lines = [f"{row.name:<{width}}  {row.seconds:8.3f} s  {row.ratio:>12}  {row.limit}".rstrip() for row in rows]
    return "\n".join(["", title, "-" * len(title), *lines])
