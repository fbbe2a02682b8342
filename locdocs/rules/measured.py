"""How rules did on published documents: what was counted and judged, ``measured.csv`` beside this module.

``python -m tests.precision --write`` makes that file from the verdicts in ``tests/precision/``. How these came about:
docs/explanation.md, "How precise the rules are".
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["MEASURED_FILE", "Measured", "measured"]

MEASURED_FILE = Path(__file__).with_name("measured.csv")
"""One line a rule that was run: its code and the fields of :class:`Measured`."""

_Z = 1.96
"""The quantile of the normal distribution for an interval of 95 %."""


class Measured(NamedTuple):
    """What a rule found in published documents, and how much of it is true. All numbers are counts."""

    hits: int
    """Findings, by default; of a rule that is off by default, where it is selected."""
    pairs: int
    """Segments looked at."""
    judged: int
    """Hits that were judged, each twice."""
    true_first: int
    """Those that are true by the first verdict."""
    true_second: int
    """Those that are true by the second."""
    agreed: int
    """Those of which both verdicts say the same."""

    @property
    def precision(self) -> float | None:
        """The share of judged hits that are true, the mean of both verdicts; ``None`` if none was judged."""
        return (self.true_first + self.true_second) / 2 / self.judged if self.judged else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the precision on more such documents is to be expected: the Wilson interval of 95 %.

        Two verdicts of one hit are one observation here: they are about the same text.
        """
        share, n = self.precision, self.judged
        if share is None:
            return None
        center, spread = share + _Z**2 / (2 * n), _Z * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
        low, high = ((center + sign * spread) / (1 + _Z**2 / n) for sign in (-1, 1))
        return max(low, 0.0), min(high, 1.0)


@cache
def measured() -> Mapping[str, Measured]:
    """What was measured, by the code of the rule. Rules that need more than the documents alone are not in it."""
    with MEASURED_FILE.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Measured(**{name: int(row[name]) for name in Measured._fields}) for row in csv.DictReader(file)
        }
