"""Reading span markup that is not byte-literal: what can be understood becomes segments, all of it is reported.

:func:`locdocs.markup.scan` comes here when its strict pattern leaves span markup over. The text is walked once, from
one opening of a target to the next; each such stretch holds at most one pair, so no part is read more than a few times
and the whole stays linear. The innermost pair wins: where a pair stands inside another, the outer halves stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from locdocs.markup import PAIR
from locdocs.model import Damage, Segment, Segments
from locdocs.span_tags import (
    HALF_TAG,
    LOOKUP,
    SOURCE_OPENING,
    TARGET_OPENING,
    WELL_FORMED_ID,
    closes,
    closing_before,
    encoded_closing_before,
    end_of_source,
    id_of,
    is_closed,
    is_encoded,
    is_literal,
    is_lookup_without_class,
    next_ending,
)
from locdocs.unread_markup import unread_markup

__all__ = ["scan_with_care"]

_BLANK_LINE = re.compile(r"(?:\n|\r\n?+)[ \t]*+[\r\n]")


def scan_with_care(text: str) -> tuple[Segments, tuple[Damage, ...]]:
    """Segments and damage of a text whose span markup is not all byte-literal; both by rising offset."""
    return _Scan(text).run()


class _Scan:
    """One walk over one text; what was found gathers in ``segments`` and ``damage``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.segments: list[Segment] = []
        self.damage: list[Damage] = []
        self.seen: set[str] = set()
        # Halves that wait for their other half. When that comes after all, pairs are nested and the report changes.
        self.open_targets: dict[str, Damage] = {}
        self.open_sources: list[Damage] = []
        self.withdrawn: set[Damage] = set()

    def run(self) -> tuple[Segments, tuple[Damage, ...]]:
        for opening, limit in self._openings():
            count = len(self.segments)
            end = self._literal_pair(opening, limit) or self._pair(opening, limit)
            if len(self.segments) > count:
                end = self._endings_of_outer_sources(end, limit)
            self._orphan_sources(end, limit)
        self._broken_tags()
        damage = [damage for damage in self.damage if damage not in self.withdrawn]
        damage += unread_markup(self.text, self.segments, damage)
        return Segments(self.segments), tuple(sorted(damage, key=lambda damage: (damage.start, damage.end)))

    def _openings(self) -> Iterator[tuple[re.Match[str], int]]:
        """Each opening of a target half, with the offset where its stretch ends: the next opening, or the end."""
        openings = list(TARGET_OPENING.finditer(self.text))
        self._orphan_sources(0, openings[0].start() if openings else len(self.text))
        starts = [*(opening.start() for opening in openings), len(self.text)]
        for opening, (_, limit) in zip(openings, pairwise(starts), strict=True):
            yield opening, limit

    def _literal_pair(self, opening: re.Match[str], limit: int) -> int:
        """Take a byte-literal pair; return its end, or 0 where there is none.

        A source with a backtick may hold its first closing tags in a code span: that takes more care.
        """
        found = PAIR.match(self.text, opening.start())
        if not found or found.end() > limit or "`" in found["source"]:
            return 0
        self._add(
            Segment(
                found["id"],
                found["source"],
                found["target"],
                *found.span(),
                found.start("target"),
                found.start("source"),
            )
        )
        return found.end()

    def _pair(self, opening: re.Match[str], limit: int) -> int:
        """Take the pair that begins here as well as it can be understood; return where reading goes on."""
        text, segment_id = self.text, id_of(opening)
        lookup = self._lookup(opening, limit)
        if lookup is None:
            self._half_target(opening, limit)
            return opening.end()
        # A target that is not closed ends where its source half begins.
        halves = opening.end(), lookup.start()
        closing = encoded_closing_before(text, *halves) or closing_before(text, *halves) or (halves[1], halves[1])
        if gap := text[closing[1] : lookup.start()].strip():
            what = f"text stands between the two halves of {segment_id}, so they are not read as a pair"
            if is_lookup_without_class(text, closing[1], lookup.start()):
                what = f"the tag {gap} between the two halves of {segment_id} is not {LOOKUP}, so they are no pair"
            self._report("gap-inside-pair", closing[1], lookup.start(), segment_id, what)
            return lookup.end()
        ending = end_of_source(text, lookup.end(), limit)
        if ending is None:
            self._report(
                "unclosed-source-span",
                *lookup.span(),
                segment_id,
                f"the source of {segment_id} is not closed by </span></span>, so it is not read as a pair",
            )
            self.open_sources.append(self.damage[-1])
            return lookup.end()
        target, source = text[opening.end() : closing[0]], text[lookup.end() : ending[0]]
        segment = Segment(segment_id, source, target, opening.start(), ending[1], opening.end(), lookup.end())
        self._add(segment)
        self._irregular_tags(segment, [opening[0], text[slice(*closing)], lookup[0], text[slice(*ending)]])
        self._faults_between_halves(segment, closing, lookup)
        self._orphan_sources(opening.end(), lookup.start(), inside=True)
        self._orphan_sources(lookup.end(), ending[0], inside=True)
        return segment.end

    def _lookup(self, opening: re.Match[str], limit: int) -> re.Match[str] | None:
        """The source half that belongs to a target half: the first of its id, else the first in its paragraph."""
        first = None
        for found in SOURCE_OPENING.finditer(self.text, opening.end(), limit):
            if id_of(found) == id_of(opening):
                return found
            first = first or found
        if first and _BLANK_LINE.search(self.text, opening.end(), first.start()):
            return None
        return first

    def _add(self, segment: Segment) -> None:
        if segment.id in self.seen:
            self._report(
                "duplicate-id",
                segment.start,
                segment.end,
                segment.id,
                f"the id {segment.id} stands twice in this file; it finds the first",
            )
        self._malformed_id(segment.id, (segment.start, segment.target_start))
        self.seen.add(segment.id)
        self.segments.append(segment)

    def _malformed_id(self, segment_id: str, place: tuple[int, int]) -> None:
        """Report an id that is none."""
        if not WELL_FORMED_ID.fullmatch(segment_id):
            what = f"{segment_id!r} is no segment id: five hexadecimal digits, '-', a number from 100"
            self._report("malformed-id", *place, segment_id, what)

    def _irregular_tags(self, segment: Segment, tags: list[str]) -> None:
        """Report the tags of a pair that are not as the format writes them."""
        irregular = [tag for tag in tags if not is_literal(tag)]
        pair = segment.start, segment.end, segment.id
        if any(is_encoded(tag) for tag in irregular):
            what = "angle brackets" if any("&lt;" in tag.lower() for tag in irregular) else "quotes"
            self._report("encoded-span-markup", *pair, f"{what} in the tags of {segment.id} are encoded")
        elif irregular:
            self._report("irregular-span-attributes", *pair, f"a tag is not as the format writes it: {irregular[0]}")

    def _faults_between_halves(self, segment: Segment, closing: tuple[int, int], lookup: re.Match[str]) -> None:
        """Report how the two halves of a pair that was read do not fit together."""
        if closing[0] == closing[1]:
            self._report(
                "unclosed-target-span",
                segment.start,
                segment.target_end,
                segment.id,
                f"the target of {segment.id} is not closed by </span>",
            )
        elif closing[1] != lookup.start():
            self._report(
                "gap-inside-pair",
                closing[1],
                lookup.start(),
                segment.id,
                f"white space stands between the two halves of {segment.id}",
            )
        source_id = id_of(lookup)
        if source_id != segment.id:
            self._report("id-mismatch", *lookup.span(), segment.id, f"the source half of {segment.id} says {source_id}")
            self._malformed_id(source_id, lookup.span())

    def _half_target(self, opening: re.Match[str], limit: int) -> None:
        """Report a target half that no source half follows."""
        segment_id = id_of(opening)
        closed = is_closed(self.text, opening.end(), limit)
        kind = "target-without-source" if closed else "unclosed-target-span"
        what = "has no source half" if closed else "is not closed"
        self._report(kind, *opening.span(), segment_id, f"the target half of {segment_id} {what}")
        self.open_targets[segment_id] = self.damage[-1]

    def _endings_of_outer_sources(self, end: int, limit: int) -> int:
        """Close the sources that a pair was found in; return the offset after their last closing tag."""
        while self.open_sources and (ending := next_ending(self.text, end, limit)):
            self._nested(self.open_sources.pop(), ending)
            end = ending
        return end

    def _orphan_sources(self, start: int, limit: int, *, inside: bool = False) -> None:
        """Report the source halves between two offsets that no target half precedes.

        :param inside: they stand in a target or source that was read, so they close no outer pair.
        """
        orphans = list(SOURCE_OPENING.finditer(self.text, start, limit))
        starts = [*(orphan.start() for orphan in orphans), limit]
        for orphan, (_, end) in zip(orphans, pairwise(starts), strict=True):
            segment_id = id_of(orphan)
            outer = None if inside else self.open_targets.pop(segment_id, None)
            if outer and not self._is_closed(outer):
                ending = end_of_source(self.text, orphan.end(), end)
                self._nested(outer, ending[1] if ending else orphan.end())
            else:
                what = f"the source half of {segment_id} has no target half {'right ' if outer else ''}before it"
                self._report("source-without-target", *orphan.span(), segment_id, what)

    def _is_closed(self, outer: Damage) -> bool:
        """Whether a target half ends before the next one begins; what follows does not stand inside of it then."""
        following = TARGET_OPENING.search(self.text, outer.end)
        return closes(self.text, outer.end, following.start() if following else len(self.text))

    def _nested(self, outer: Damage, end: int) -> None:
        """Change the report about a half into one about the pair around other pairs that it turned out to be."""
        self.withdrawn.add(outer)
        what = f"other pairs stand inside {outer.id}; these are read, the outer one is not"
        self._report("nested-pair", outer.start, end, outer.id, what)

    def _broken_tags(self) -> None:
        """Report the tags that are cut off, or give no id: no half begins there."""
        for found in HALF_TAG.finditer(self.text):
            side, pattern = ("target", TARGET_OPENING) if found["half"] in "tT" else ("source", SOURCE_OPENING)
            if not found["end"]:
                self._report(f"unclosed-{side}-span", *found.span(), None, f"the tag of a {side} half is cut off")
            elif not pattern.match(self.text, found.start()):
                self._report("malformed-id", *found.span(), None, f"the tag of a {side} half gives no id")

    def _report(self, kind: str, start: int, end: int, segment_id: str | None, message: str) -> None:
        self.damage.append(Damage(kind, start, end, segment_id, message))
