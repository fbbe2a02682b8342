"""What validating costs, next to reading: ``python -m tests.benchmarks.validate [FOLDER ..]``.

Without folders, the trees under LOCDOCS_CORPUS (their ``bilingual/``). Prints the cost of reading a tree, of reading
and validating it at the defaults, and their ratio (the project promises at most 12); how many times as long the
standard checks of translate-toolkit take for the same pairs (at least 10), where that is installed; then what each rule
costs alone, in microseconds a segment, with the facts it asks for. Rules that share facts cost less together.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from locdocs.config import Config
from locdocs.corpus import Tree, read_tree
from locdocs.errors import ConfigError
from locdocs.model import Document
from locdocs.rules import all_rules
from locdocs.validation import validate

MOST = 12.0


def main(arguments: list[str]) -> int:
    folders = [Path(argument) for argument in arguments] or sorted(
        Path(os.environ["LOCDOCS_CORPUS"]).glob("*/bilingual")
    )
    trees = [read_tree(folder) for folder in folders]
    worst = 0.0
    print(f"{'tree':40} {'segments':>9} {'reading':>9} {'validating':>11} {'ratio':>6}   findings")
    for tree in trees:
        reading = best_of(3, lambda tree=tree: count(tree))
        validating = best_of(3, lambda tree=tree: found(tree))
        worst = max(worst, validating / reading)
        findings = " ".join(f"{code}:{number}" for code, number in sorted(found(tree).items()))
        name = "/".join(tree.root.parts[-2:])
        print(
            f"{name:40} {count(tree):9,} {reading:8.3f}s {validating:10.3f}s {validating / reading:6.1f}   {findings}"
        )
    print(f"\nworst ratio {worst:.1f}, limit {MOST}\n")
    compare_with_standard_checks(trees)
    documents = [document for tree in trees for document in tree]
    segments = sum(map(len, documents))
    nothing = best_of(3, lambda: run(documents, ("ALL",), ("ALL",)))
    print(
        f"{'rule alone':45} {'µs a segment':>12}   findings on {segments:,} segments; nothing at all: "
        f"{nothing / segments * 1e6:.2f} µs"
    )
    for rule in all_rules():
        cost = best_of(2, lambda code=rule.code: run(documents, (code,))) - nothing
        number = run(documents, (rule.code,)) if rule.default != "src" else 0
        print(f"{rule.name:45} {cost / segments * 1e6:12.2f}   {number:,}")
    return int(worst > MOST)


def compare_with_standard_checks(trees: list[Tree]) -> None:
    """Print how many times as long as validating the standard checks of translate-toolkit take, with all in memory."""
    try:
        from translate.filters.checks import CheckerConfig, StandardChecker, StandardUnitChecker, TeeChecker
        from translate.storage.base import TranslationUnit
    except ModuleNotFoundError:
        print("translate-toolkit is not installed: nothing to compare with\n")
        return
    all_ours = all_theirs = 0.0
    for tree in trees:
        documents = list(tree)
        units = []
        for segment in (segment for document in documents for segment in document):
            unit = TranslationUnit(segment.source)
            unit.target = segment.target
            units.append(unit)
        config = CheckerConfig(targetlanguage=(documents[0].target_language or "und").partition("-")[0])
        checker = TeeChecker(config, checkerclasses=[StandardChecker, StandardUnitChecker])  # what pofilter runs
        theirs = best_of(1, lambda units=units, checker=checker: [checker.run_filters(unit) for unit in units])
        ours = best_of(3, lambda documents=documents: run(documents, None))
        all_ours, all_theirs = all_ours + ours, all_theirs + theirs
        name = "/".join(tree.root.parts[-2:])
        print(f"{name:40} {len(units):9,} pairs: translate-toolkit takes {theirs / ours:.1f} times as long")
    print(f"{'all':40} {'':9}        translate-toolkit takes {all_theirs / all_ours:.1f} times as long\n")


def count(tree: Tree) -> int:
    return sum(len(document) for document in tree)


def found(tree: Tree) -> Counter[str]:
    return Counter(diagnostic.code for diagnostic in validate(tree))


def run(documents: Iterable[Document], select: tuple[str, ...] | None, ignore: tuple[str, ...] = ()) -> int:
    for document in documents:
        document.cache.clear()
    config = Config(select=select, ignore=ignore, source_repo=None)
    try:
        return sum(1 for _ in validate(documents, config=config))
    except ConfigError:  # a rule that needs the English side
        return 0


def best_of(times: int, work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
