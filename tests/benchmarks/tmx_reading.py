"""How fast a TMX file is read, against translate-toolkit, which holds it as a whole."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from locdocs.corpus import read_tree
from locdocs.exchange import read_units, write
from tests.benchmarks.measure import Row, best_times

__all__ = ["rows", "tables"]

MODES = ("markdown", "codes")
LEAST_TOOLKIT = 3


def read(file: Path) -> int:
    """Every unit of a file."""
    return sum(1 for _ in read_units(file))


def parse(file: Path) -> int:
    """What translate-toolkit does before the first text can be asked for."""
    return len(import_module("translate.storage.tmx").tmxfile.parsefile(str(file)).units)


def rows(paths: list[Path], rounds: int) -> Iterator[Row]:
    """Times, and how many times as long translate-toolkit takes for the same file."""
    with tempfile.TemporaryDirectory() as folder:
        for mode in MODES:
            file = Path(folder, f"{mode}.tmx")
            write(file, read_tree(*paths, target_language="es-ES"), inline=mode)  # type: ignore[arg-type]
            cases = {"locdocs": lambda file=file: read(file)}
            if find_spec("translate") is not None:
                cases["translate-toolkit"] = lambda file=file: parse(file)
            times = best_times(cases, rounds)
            for name, taken in times.items():
                other = name != "locdocs"
                limit = f"at least {LEAST_TOOLKIT}" if other else ""
                yield Row(f"{name}, {mode}", taken, f"{taken / times['locdocs']:.1f}", limit)


def tables(paths: list[Path], *, rounds: int = 3) -> Iterator[tuple[str, list[Row]]]:
    """The table of this module, with its title."""
    yield "Reading TMX", list(rows(paths, rounds))
