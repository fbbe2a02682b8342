"""TSV: as CSV, with tabs (:mod:`locdocs.exchange.csv`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from locdocs.exchange.csv import read, write_separated
from locdocs.exchange.settings import Settings, Tally
from locdocs.files import Output
from locdocs.units import Unit

__all__ = ["read", "write"]


def write(batches: Iterable[Sequence[Unit]], output: Output, settings: Settings, tally: Tally) -> None:
    """Write a TSV file.

    :param batches: units, those of a batch with one origin.
    :param tally: gets the number of characters that became U+FFFD.
    """
    write_separated(batches, output, settings, tally, "\t")
