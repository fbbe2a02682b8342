"""Whether the memory of an export grows with the number of files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.measure import Row

__all__ = ["rows", "tables"]

TIMES = 8
MOST_GROWTH = 1.1
FILES = 200


class Run(NamedTuple):
    """What one export took."""

    seconds: float
    peak: int
    """The most memory the process ever held, in the units of the platform."""


def export(folder: Path, output: Path) -> Run:
    """Export a folder in a process of its own."""
    command = [sys.executable, "-m", "locdocs", "export", "--quiet", str(folder), "-o", str(output)]
    command += ["--target-language", "es-ES"]
    started = time.perf_counter()
    with subprocess.Popen(command) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"the export ended with {process.returncode}")
    return Run(time.perf_counter() - started, usage.ru_maxrss)


def copies(paths: Sequence[Path], folder: Path, times: int) -> Path:
    """A folder with the files so many times over."""
    for time_ in range(times):
        for index, path in enumerate(paths):
            place = folder / str(time_) / str(index)
            place.mkdir(parents=True)
            shutil.copyfile(path, place / path.name)
    return folder


def rows(paths: Sequence[Path]) -> Iterator[Row]:
    """The peak memory of an export of the files, and of eight copies of each."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        once = export(copies(paths, root / "once", 1), root / "once.tmx")
        many = export(copies(paths, root / "many", TIMES), root / "many.tmx")
    yield Row(f"export {len(paths)} files to TMX", once.seconds, "1.00")
    limit = f"at most {MOST_GROWTH}"
    yield Row(f"export {TIMES} copies of each", many.seconds, f"{many.peak / once.peak:.2f}", limit)


def tables(paths: list[Path]) -> Iterator[tuple[str, list[Row]]]:
    """The table of this module, with its title."""
    step = max(1, len(paths) // FILES)
    yield "Peak memory", list(rows(paths[::step]))
