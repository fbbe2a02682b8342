"""The grammar of the span pair, and nothing else: find every pair of a text, write one.

::

    pair = <span data-ttu-id="ID">TARGET</span><span class="sxs-lookup"><span data-stu-id="ID">SOURCE</span></span>

Published pairs are byte-literal (docs/format.md, "The pair"), so one strict pattern reads a healthy file in one pass.
Only when that leaves span markup over is the text read again with care, :mod:`locdocs.damaged_markup`.
"""

from __future__ import annotations

import re

from locdocs.model import Damage, Segment, Segments

__all__ = ["PAIR", "scan", "write_pair"]

TARGET_OPENING = '<span data-ttu-id="{id}">'
LOOKUP = '</span><span class="sxs-lookup"><span data-stu-id="{id}">'
PAIR_ENDING = "</span></span>"

# Possessive repeats keep it linear: a failed pair is never tried in another way. TARGET ends at the lookup and holds no
# other pair; SOURCE holds no span of its own, because where such a source ends takes counting.
PAIR = re.compile(
    r"""
    <span\ data-ttu-id="(?P<id>[0-9a-f]{5}-p?[1-9][0-9]{2,}+)">
    (?P<target> [^<]*+ (?: < (?! /span><span\ class="sxs-lookup"> | span\ data-ttu-id ) [^<]*+ )*+ )
    </span><span\ class="sxs-lookup"><span\ data-stu-id="(?P=id)">
    (?P<source> [^<]*+ (?: < (?! /span></span> | span ) [^<]*+ )*+ )
    </span></span>
    """,
    re.VERBOSE,
)

_OPENING_LENGTH = len(TARGET_OPENING.format(id=""))
_LOOKUP_LENGTH = len(LOOKUP.format(id=""))
_ENDING_LENGTH = len(PAIR_ENDING)


def scan(text: str) -> tuple[Segments, tuple[Damage, ...]]:
    """Every pair of a text in order, and what had to be forgiven to read them. Linear in the text; never raises.

    :return: segments that do not overlap, and damage, both by rising offset.
    """
    segments = _strict_pairs(text)
    count = len(segments)
    # Healthy: every id attribute and every lookup class of the text belongs to a pair, and no id stands twice.
    if (
        text.count("tu-id") == 2 * count
        and text.count("sxs-lookup") == count
        and len({segment[0] for segment in segments}) == count
        and "TU-ID" not in text
    ):
        return Segments(segments), ()
    # Imported here: healthy files, nearly all there are, never need it.
    from locdocs.damaged_markup import scan_with_care  # noqa: PLC0415

    return scan_with_care(text)


def write_pair(segment_id: str, target: str, source: str) -> str:
    """The pair as the format writes it; the texts stand in it as they are."""
    return "".join((TARGET_OPENING.format(id=segment_id), target, LOOKUP.format(id=segment_id), source, PAIR_ENDING))


def _strict_pairs(text: str) -> list[Segment]:
    # split() gives text, id, target, source, text, ..: the offsets follow from the lengths. That is twice as fast as
    # asking match objects for them.
    pieces = iter(PAIR.split(text))
    offset = len(next(pieces))
    segments: list[Segment] = []
    append, new = segments.append, tuple.__new__
    for segment_id, target, source, between in zip(pieces, pieces, pieces, pieces, strict=True):
        id_length = len(segment_id)
        target_start = offset + _OPENING_LENGTH + id_length
        source_start = target_start + len(target) + _LOOKUP_LENGTH + id_length
        end = source_start + len(source) + _ENDING_LENGTH
        append(new(Segment, (segment_id, source, target, offset, end, target_start, source_start)))
        offset = end + len(between)
    return segments
