"""How fast an export is from file to file, against the loop that anybody would write instead."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path

from locdocs.corpus import read_tree
from locdocs.exchange import write
from tests.benchmarks.measure import Corpus, Row, doubled, median_times
from tests.benchmarks.reading import LAZY

__all__ = ["CASES", "plain_loop", "rows", "tables", "to_tmx"]

LOOP = "the loop: L, html.escape, write"
TMX = "locdocs, to TMX"
MOST_TMX = 2.2


def plain_loop(paths: Sequence[Path], output: Path) -> None:
    """The lazy pattern on each file, each half escaped, the least there is of a ``tu`` written."""
    with output.open("w", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
        for path in paths:
            for segment_id, target, source in LAZY.findall(path.read_bytes().decode("utf-8", "surrogateescape")):
                file.write(
                    f'<tu tuid="{segment_id}"><tuv xml:lang="en-US"><seg>{escape(source)}</seg></tuv>'
                    f'<tuv xml:lang="es-ES"><seg>{escape(target)}</seg></tuv></tu>\n'
                )


def _writer(name: str, **options: bool | str) -> Callable[[Sequence[Path], Path], None]:
    def run(paths: Sequence[Path], output: Path) -> None:
        output.unlink(missing_ok=True)  # else the time to compare old and new would count
        write(output, read_tree(*paths, target_language="es-ES"), format=name, **options)  # type: ignore[arg-type]

    return run


to_tmx = _writer("tmx")
CASES: dict[str, Callable[[Sequence[Path], Path], None]] = {
    LOOP: plain_loop,
    TMX: to_tmx,
    "the same, each pair once": _writer("tmx", dedupe=True),
    "the same, best targets, two passes": _writer("tmx", best_target=True),
    "locdocs, to JSON Lines": _writer("jsonl"),
}


def rows(paths: Sequence[Path], rounds: int) -> Iterator[Row]:
    """Times and their ratio to the loop; reading the files is part of all of them."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "memory")
        cases = {name: lambda run=run: run(paths, output) for name, run in CASES.items()}
        times = median_times(cases, rounds)
    for name, taken in times.items():
        limit = f"at most {MOST_TMX}" if name == TMX else ""
        yield Row(name, taken, f"{taken / times[LOOP]:.2f}", limit)


def tables(paths: list[Path], corpus: Corpus, at_least: float, rounds: int) -> Iterator[tuple[str, list[Row]]]:
    """The table of this module, with its title."""
    large = doubled(corpus, lambda some: [LAZY.findall(text) for text in some.texts], at_least)
    megabytes = f"{corpus.megabytes:.1f} MB in {len(paths)} files, {len(large.paths) // len(paths)} times"
    yield f"Export, from file to file: {megabytes}", list(rows(large.paths, rounds))
