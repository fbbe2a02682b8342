"""Many units at once, column by column: what is the same for each of them costs next to nothing."""

from __future__ import annotations

from collections.abc import Sequence

from locdocs.units import Origin, Unit, UnitColumns

__all__ = ["columns_of", "interleaved", "origin_of_batch", "with_codes"]


def columns_of(batch: Sequence[Unit]) -> UnitColumns:
    """The columns of a batch: those it has, or those of the units, which are of one origin."""
    if isinstance(batch, UnitColumns):
        return batch
    ids, sources, targets, _, lines, blocks, source_codes, target_codes, headings, *_ = zip(*batch, strict=True)
    origin = batch[0].origin
    return UnitColumns(origin, ids, sources, targets, lines, blocks, source_codes, target_codes, headings=headings)


def origin_of_batch(batch: Sequence[Unit]) -> Origin:
    """Where the units of a batch come from, without making one of them."""
    return batch.origin if isinstance(batch, UnitColumns) else batch[0].origin


def with_codes(columns: UnitColumns) -> Sequence[int]:
    """The indices of the units that hold inline codes."""
    sources, targets = columns.source_codes or (), columns.target_codes or ()
    if not any(sources) and not any(targets):
        return ()
    return [index for index in range(len(columns)) if any(column[index] for column in (sources, targets) if column)]


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
