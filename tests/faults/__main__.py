"""``python -m tests.faults [CORPUS] [--rule CODE]``: the table of rule, injected, found and recall.

Without a folder, the one that LOCDOCS_CORPUS names is used, or else the samples of this repository.
"""

from __future__ import annotations

import argparse
import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from tests.faults.measuring import FAULTS, Result, documents, measure, table

SAMPLES = Path(__file__).parents[2] / "samples"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, metavar="CORPUS", help="a folder of trees with bilingual/")
    parser.add_argument("--rule", action="append", metavar="CODE", help="only this rule, or rules that begin so")
    parser.add_argument("--count", type=int, default=200, help="how often each fault is injected")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show so many faults that were not found")
    options = parser.parse_args()
    files = documents(options.corpus or Path(os.environ.get("LOCDOCS_CORPUS") or SAMPLES))
    codes = [code for code in sorted(FAULTS) if not options.rule or code.startswith(tuple(options.rule))]
    one = partial(measure, files=files, count=options.count, seed=options.seed)
    if options.jobs > 1 and len(codes) > 1:
        with ProcessPoolExecutor(options.jobs) as pool:
            results = list(pool.map(one, codes))
    else:
        results = [one(code) for code in codes]
    print(*table(results), sep="\n")
    for result in results:
        if options.misses:
            show_misses(result, options.misses)
    existing = [result for result in results if result.exists and result.injected]
    return int(any(result.recall < FAULTS[result.code].required for result in existing))


def show_misses(result: Result, limit: int) -> None:
    print(
        f"\n{result.code} missed:",
        ", ".join(f"{name} {n} of {result.variants[name]}" for name, n in result.missed.most_common()),
    )
    for document, mutant in result.misses[:limit]:
        print(f"  {document.path} [{mutant.variant}]: {mutant.text[mutant.start : mutant.end][:700]!r}")


if __name__ == "__main__":
    raise SystemExit(main())
