"""``python -m tests.precision [CORPUS]``: how much of what rules find in published trees is true.

Fails if a rule is less precise than its severity asks. The trees are those in CORPUS or in the folder that
LOCDOCS_CORPUS names; without them hits are as they were counted last.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from locdocs.rules import find_rule
from locdocs.rules.measured import measured
from tests.precision.measuring import Found, find, is_under, measure, table, write_measured
from tests.precision.verdicts import FOLDER, import_round, read_all, write_verdicts


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.precision", description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, metavar="CORPUS", help="a folder of trees with bilingual/")
    parser.add_argument(
        "--import",
        dest="round",
        nargs=3,
        type=Path,
        metavar=("KEY", "FIRST", "SECOND"),
        help="add the verdicts of a round of judging",
    )
    parser.add_argument("--prune", action="store_true", help="drop the verdicts on hits that are no longer found")
    parser.add_argument("--write", action="store_true", help="write the figures that the package shows")
    options = parser.parse_args()
    corpus = options.corpus or (Path(folder) if (folder := os.environ.get("LOCDOCS_CORPUS")) else None)
    if (options.write or options.prune) and corpus is None:
        parser.error("--write and --prune need the trees: name their folder")
    if options.round:
        for code, count in import_round(*options.round).items():
            print(f"{code}: {count} verdicts added")
    found = find(corpus) if corpus else None
    if found and options.prune:
        prune(found)
    if found and options.write:
        write_measured(read_all(), found)
        print("written; now: locdocs rule --pages docs/rules\n")
    return report(found)


def prune(found: Found) -> None:
    for code, verdicts in read_all().items():
        kept = found.kept(code, verdicts)
        if len(kept) < len(verdicts):
            write_verdicts(FOLDER / f"{code}.csv", kept)


def report(found: Found | None) -> int:
    verdicts, known = read_all(), measured()
    figures = {}
    for code, before in known.items():
        hits, pairs = (found.hits[code], found.pairs) if found else (before.hits, before.pairs)
        figures[code] = measure(verdicts.get(code, ()), hits=hits, pairs=pairs)
    print(*table(figures), sep="\n")
    for code, judged in verdicts.items():
        gone = len(judged) - len(found.kept(code, judged)) if found else 0
        if gone:
            print(f"{code}: {gone} of {len(judged)} judged hits are no longer found")
    return int(any(is_under(find_rule(code), one) for code, one in figures.items()))


if __name__ == "__main__":
    raise SystemExit(main())
