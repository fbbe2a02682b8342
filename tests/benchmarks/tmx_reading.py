"""How fast TMX is read, against translate-toolkit, which holds a file as a whole; each run in a process of its own.

``python -m tests.benchmarks.tmx_reading READER FILE SMALL_FILE`` is such a run: it reads the small file, so that all is
loaded, then the other one, and prints the time that this took the processor.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from locdocs.corpus import read_tree
from locdocs.exchange import read_units, write
from tests.benchmarks.measure import Row, medians, seconds

__all__ = ["READERS", "rows", "tables"]

MODES = ("markdown", "codes")
LEAST_TOOLKIT = 3


def read(file: Path) -> int:
    """Every unit of a file."""
    return sum(1 for _ in read_units(file))


def _toolkit(file: Path) -> Any:
    return import_module("translate.storage.tmx").tmxfile.parsefile(str(file))


def parse(file: Path) -> int:
    """What translate-toolkit does before the first text can be asked for."""
    return len(_toolkit(file).units)


def parse_and_read(file: Path) -> int:
    """The same, and each text asked for."""
    return len([(unit.source, unit.target) for unit in _toolkit(file).units])


READERS: dict[str, Callable[[Path], int]] = {
    "locdocs": read,
    "translate-toolkit": parse,
    "translate-toolkit, texts read": parse_and_read,
}


def timed(reader: str, file: Path, small: Path) -> float:
    """The time that a reader takes for a file, in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.tmx_reading", reader, str(file), str(small)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def rows(paths: list[Path], rounds: int) -> Iterator[Row]:
    """Times, and how many times as long translate-toolkit takes for the same file."""
    toolkit = find_spec("translate") is not None
    with tempfile.TemporaryDirectory() as folder:
        files = {mode: Path(folder, f"{mode}.tmx") for mode in MODES}
        for mode, file in files.items():
            write(file, read_tree(*paths, target_language="es-ES"), inline=mode)  # type: ignore[arg-type]
        small = Path(folder, "small.tmx")
        write(small, read_tree(paths[0], target_language="es-ES"))
        if toolkit:
            files["as translate-toolkit writes it"] = Path(folder, "toolkit.tmx")
            _written_by_toolkit(files["markdown"], files["as translate-toolkit writes it"])
        for name, file in files.items():
            cases = {
                reader: partial(timed, reader, file, small) for reader in READERS if toolkit or reader == "locdocs"
            }
            times = medians(cases, rounds)
            for reader, taken in times.items():
                limit = f"at least {LEAST_TOOLKIT}" if reader == "translate-toolkit" else ""
                yield Row(f"{reader}, {name}", taken, f"{taken / times['locdocs']:.1f}", limit)


def _written_by_toolkit(memory: Path, file: Path) -> None:
    made = import_module("translate.storage.tmx").tmxfile(sourcelanguage="en-US")
    for unit in read_units(memory):
        made.addtranslation(unit.source, "en-US", unit.target, "es-ES")
    with file.open("wb") as output:
        made.serialize(output)


def tables(paths: list[Path], *, rounds: int = 5) -> Iterator[tuple[str, list[Row]]]:
    """The table of this module, with its title."""
    yield "Reading TMX", list(rows(paths, rounds))


if __name__ == "__main__":
    reader, *names = sys.argv[1:]
    large, small = map(Path, names)
    READERS[reader](small)
    print(seconds(lambda: READERS[reader](large)))
