"""``python -m tests.judges CORPUS SHARED``: other programs judge what locdocs writes and offers; one line from each.

CORPUS is the folder of published trees, SHARED the one with ``schemas/``. Ends with 1 where a judge found something
wrong. The libraries of Python come with the extra ``judges``; npm's packages are installed for the run; without OmegaT
or Node, these judges say so and nothing else.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.judges import npm_readers, omegat, pre_commit, python_readers, schemas, workflows
from tests.judges.judging import Places, Verdict

JUDGES: dict[str, Callable[[Places], Verdict]] = {
    "schemas": schemas.judge,
    "omegat": omegat.judge,
    "python": python_readers.judge,
    "npm": npm_readers.judge,
    "pre-commit": pre_commit.judge,
    "workflows": workflows.judge,
}
MOST_PROBLEMS = 20


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.judges", description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--only", choices=JUDGES, action="append", help="this judge only, may be repeated")
    options = parser.parse_args()
    if not any(options.corpus.glob("*/bilingual")):
        parser.error(f"{options.corpus} holds no tree of published documents")
    failed = False
    for name in options.only or JUDGES:
        started = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            verdict = JUDGES[name](Places(options.corpus, options.shared, Path(folder)))
        failed |= bool(verdict.problems)
        if verdict.skipped:
            print(f"{name}: SKIPPED, {verdict.skipped}", flush=True)
            continue
        outcome = f"{len(verdict.problems)} PROBLEMS" if verdict.problems else "all is well"
        print(f"{name}: {outcome}; {verdict.counts} ({time.perf_counter() - started:.0f} s)", flush=True)
        for problem in verdict.problems[:MOST_PROBLEMS]:
            print(f"  {problem}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
