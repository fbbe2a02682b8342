"""The grammar of the span pair, and nothing else: find every pair of a text, write one.

::

    pair = <span data-ttu-id="ID">TARGET</span><span class="sxs-lookup"><span data-stu-id="ID">SOURCE</span></span>

Published pairs are byte-literal (docs/format.md, "The pair"), so one strict pattern reads a healthy file in one pass.
Only when that leaves span markup over is the text read again with care, :mod:`locdocs.damaged_markup`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.model import Damage, Segment, Segments

__all__ = ["PAIR", "scan", "write_pair"]

TARGET_OPENING = '<span data-ttu-id="{id}">'
LOOKUP = '</span><span class="sxs-lookup"><span data-stu-id="{id}">'
PAIR_ENDING = "</span></span>"

# Possessive repeats keep it linear: a failed pair is never tried in another way. Neither text holds a span tag: where
# one that does ends takes counting.
PAIR = re.compile(
    r"""
    <span\ data-ttu-id="(?P<id>[0-9a-f]{5}-p?[1-9][0-9]{2,}+)">
    (?P<target> [^<]*+ (?: < (?! /? (?i:span) ) [^<]*+ )*+ )
    </span><span\ class="sxs-lookup"><span\ data-stu-id="(?P=id)">
    (?P<source> [^<]*+ (?: < (?! /? (?i:span) ) [^<]*+ )*+ )
    </span></span>
    """,
    re.VERBOSE,
)

# What is left of a damaged or unusual pair after the strict ones are taken out. The closing tags are the end of a pair
# whose source seemed to end earlier, in a code span; blanks are what machine translation puts in. No search that
# ignores case: it would cost as much as the reading.
_LEFTOVERS = ("tu-id", "TU-ID", "tu-Id", "sxs-lookup", "</span></span>", "tu - id")

_OPENING_LENGTH = len(TARGET_OPENING.format(id=""))
_LOOKUP_LENGTH = len(LOOKUP.format(id=""))
_ENDING_LENGTH = len(PAIR_ENDING)


def scan(text: str) -> tuple[Segments, tuple[Damage, ...]]:
    """Every pair of a text in order, and what had to be forgiven to read them. Linear in the text; never raises.

    :return: segments that do not overlap, and damage, both by rising offset.
    """
    pieces = PAIR.split(text)
    ids, skeleton = pieces[1::4], "".join(pieces[::4])
    if len(set(ids)) == len(ids) and not any(leftover in skeleton for leftover in _LEFTOVERS):
        return Segments(_segments(pieces)), ()
    # Imported here: healthy files, nearly all there are, never need it.
    from locdocs.damaged_markup import scan_with_care  # noqa: PLC0415

    return scan_with_care(text)


def write_pair(segment_id: str, target: str, source: str) -> str:
    """The pair as the format writes it; the texts stand in it as they are."""
    return "".join((TARGET_OPENING.format(id=segment_id), target, LOOKUP.format(id=segment_id), source, PAIR_ENDING))


def _segments(pieces: list[str]) -> Iterator[Segment]:
    """The segments of a text that the strict pattern has split into text, id, target, source, text, id and so on."""
    # The offsets follow from the lengths: twice as fast as asking match objects for them.
    each = iter(pieces)
    offset = len(next(each))
    new = tuple.__new__
    for segment_id, target, source, between in zip(each, each, each, each, strict=True):
        id_length = len(segment_id)
        target_start = offset + _OPENING_LENGTH + id_length
        source_start = target_start + len(target) + _LOOKUP_LENGTH + id_length
        end = source_start + len(source) + _ENDING_LENGTH
        yield new(Segment, (segment_id, source, target, offset, end, target_start, source_start))
        offset = end + len(between)
