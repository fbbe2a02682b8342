"""``python -m tests.benchmarks [FOLDER ..]``: one run, all ratios.

Without a folder, the one that LOCDOCS_CORPUS names is measured, or else the samples of this repository.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from tests.benchmarks import export, memory, reading, tmx_reading, writing
from tests.benchmarks.measure import load, table

SAMPLES = Path(__file__).parents[2] / "samples"


def documents(folders: list[Path]) -> list[Path]:
    """The bilingual files of some folders; the other halves of a corpus are left out."""
    found = (path for folder in folders for path in sorted(folder.rglob("*.md")))
    return [path for path in found if path.parent != SAMPLES and not {"source", "target"} & set(path.parts)]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--seconds", type=float, default=1.0, help="how long a run of L lasts at least")
    parser.add_argument("--rounds", type=int, default=5, help="the median of so many counts")
    options = parser.parse_args()
    paths = documents(options.folders or [Path(os.environ.get("LOCDOCS_CORPUS") or SAMPLES)])
    corpus = load(paths)
    for title, rows in reading.tables(paths, corpus, options.seconds, options.rounds):
        print(table(title, rows), flush=True)
    for title, rows in export.tables(paths, corpus, options.seconds, options.rounds):
        print(table(title, rows), flush=True)
    for title, rows in writing.tables(paths, corpus):
        print(table(title, rows), flush=True)
    for title, rows in tmx_reading.tables(paths):
        print(table(title, rows), flush=True)
    for title, rows in memory.tables(paths):
        print(table(title, rows), flush=True)


if __name__ == "__main__":
    main()
