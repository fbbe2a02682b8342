"""Counting what rules find in the published trees, and how much of what was judged is true."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import locdocs
from locdocs.config import Config
from locdocs.files import write_bytes
from locdocs.rules import Rule, all_rules, find_rule
from locdocs.rules.measured import MEASURED_FILE, Measured
from locdocs.rules.pages import is_own
from locdocs.validation import validate
from tests.precision.verdicts import Place, Verdict

__all__ = [
    "REQUIRED",
    "TREES",
    "WANTED",
    "Found",
    "find",
    "is_under",
    "measure",
    "own_rules",
    "table",
    "write_measured",
]

TREES = ("console-docs.es-es", "nuget-docs.es-es", "nuget-docs.ja-jp", "partner-center.de-de", "partner-center.es-es")
"""The trees that the project holds its rules against."""

WANTED = 20
"""So many hits of a rule are judged, or all."""

REQUIRED = {"error": 0.9, "warning": 0.7, "info": 0.0}
"""The precision that a rule needs for its severity."""

_NEEDS_A_MEMORY = "CO004"


@dataclass
class Found:
    """What rules find in the trees."""

    pairs: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    places: dict[str, set[Place]] = field(default_factory=lambda: defaultdict(set))

    def has(self, code: str, place: Place) -> bool:
        """Whether a hit is still found: there, or elsewhere in its segment."""
        if place in self.places[code]:
            return True
        segments = {found[:2] + found[3:] for found in self.places[code]}
        return bool(place.number) and place[:2] + place[3:] in segments

    def kept(self, code: str, verdicts: Iterable[Verdict]) -> list[Verdict]:
        """The verdicts on hits that are still found."""
        return [verdict for verdict in verdicts if self.has(code, verdict.place)]


def own_rules() -> list[Rule]:
    """The rules of this package that can run without the English documents and a memory."""
    own = filter(is_own, all_rules())
    return [rule for rule in own if rule.default != "src" and rule.code != _NEEDS_A_MEMORY]


def find(corpus: Path) -> Found:
    """Run all rules that are on by default over the trees, each tree for itself; and those that are off, by name."""
    found = Found()
    config = Config(extend_select=tuple(rule.code for rule in own_rules() if rule.default == "off"))
    for tree in TREES:
        run = validate(locdocs.read_tree(corpus / tree / "bilingual"), config=config)
        for hit in run:
            found.hits[hit.code] += 1
            found.places[hit.code].add(Place(tree, str(hit.path), hit.offset, hit.segment_number or ""))
        found.pairs += run.segments
    return found


def measure(verdicts: Iterable[Verdict], *, hits: int, pairs: int) -> Measured:
    """The figures of one rule."""
    said = [(verdict.first, verdict.second) for verdict in verdicts]
    firsts, seconds = sum(first for first, _ in said), sum(second for _, second in said)
    return Measured(hits, pairs, len(said), firsts, seconds, sum(first == second for first, second in said))


def is_under(rule: Rule, figures: Measured) -> bool:
    """Whether a rule that runs by default is not precise enough for its severity."""
    return (
        rule.default != "off" and figures.precision is not None and figures.precision < REQUIRED[rule.severity] - 1e-9
    )


def write_measured(verdicts: Mapping[str, list[Verdict]], found: Found, path: Path = MEASURED_FILE) -> None:
    """Write the figures that the package shows."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("code", *Measured._fields))
    for rule in own_rules():
        figures = measure(verdicts.get(rule.code, ()), hits=found.hits[rule.code], pairs=found.pairs)
        writer.writerow((rule.code, *figures))
    write_bytes(path, text.getvalue().encode())


def table(figures: Mapping[str, Measured]) -> Iterator[str]:
    """The lines of the table: rules that found something or were judged."""
    yield (
        f"{'rule':34} {'severity':8} {'runs':4} {'hits':>5} {'judged':>6} {'first':>5} {'second':>6} {'agreed':>6} "
        f"{'precision':>9} {'95 % interval':>13} {'wanted':>6}"
    )
    for code, one in figures.items():
        if one.hits or one.judged:
            rule = find_rule(code)
            share = low = "-"
            if one.precision is not None and one.interval is not None:
                share, low = f"{one.precision:.1%}", f"{one.interval[0]:.0%} to {one.interval[1]:.0%}"
            sign = "!" if is_under(rule, one) else ""
            wanted = f"{REQUIRED[rule.severity]:.0%}" if rule.default != "off" and REQUIRED[rule.severity] else "-"
            yield (
                f"{rule.name:34} {rule.severity:8} {rule.default:4} {one.hits:5} {one.judged:6} {one.true_first:5} "
                f"{one.true_second:6} {one.agreed:6} {share:>9} {low:>13} {wanted:>6}{sign}"
            )
