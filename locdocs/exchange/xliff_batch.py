"""Many units at once, column by column: what is the same for each of them costs next to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from locdocs.units import Unit

__all__ = ["Columns", "columns_of", "interleaved"]


class Columns(NamedTuple):
    """The values of the units of a batch, each in its order."""

    id: Sequence[str]
    source: Sequence[str]
    target: Sequence[str]
    block: Sequence[str | None]
    heading: Sequence[int | None]
    with_codes: Sequence[int]
    """The indices of the units that hold inline codes."""


def columns_of(batch: Sequence[Unit]) -> Columns:
    """The columns of a batch."""
    ids, sources, targets, _, _, blocks, source_codes, target_codes, headings, *_ = zip(*batch, strict=True)
    with_codes: Sequence[int] = ()
    if any(source_codes) or any(target_codes):
        with_codes = [index for index, codes in enumerate(zip(source_codes, target_codes, strict=True)) if any(codes)]
    return Columns(ids, sources, targets, blocks, headings, with_codes)


def interleaved(*parts: tuple[bytes, Sequence[bytes], bytes], count: int) -> list[bytes]:
    """The pieces of so many units, one unit after the other.

    :param parts: what each unit is made of, in order: what stands before a value, the values of all units (none: it is
        left out), and what stands behind it.
    """
    width = 3 * len(parts)
    pieces = [piece for before, _, after in parts for piece in (before, b"", after)] * count
    for place, (_, values, _) in enumerate(parts):
        if values:
            pieces[3 * place + 1 :: width] = values
    return pieces
