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


def interleaved(before: bytes, *parts: tuple[Sequence[bytes], bytes], count: int) -> list[bytes]:
    """The pieces of so many units, one unit after the other.

    :param before: what each unit begins with.
    :param parts: in order, the values of all units (none: they are left out), and what stands behind each of them.
    """
    literals, columns = [before], []
    for values, after in parts:
        if values:
            columns.append(values)
            literals.append(after)
        else:
            literals[-1] += after
    first, *others = literals
    # The end of one unit and the beginning of the next are one piece.
    others[-1] += first
    width = 2 * len(columns)
    pieces = [piece for literal in others for piece in (b"", literal)] * count
    for place, values in enumerate(columns):
        pieces[2 * place :: width] = values
    pieces[-1] = literals[-1]
    return [first, *pieces]
