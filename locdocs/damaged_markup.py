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

__all__ = ["scan_with_care"]

# A quote as an attribute may have it: plain, encoded (published in 84 pairs), escaped by YAML (4 pairs), or single.
_QUOTE = r"""(?: \\?" | &quot; | ' )"""
_ID = r"""(?P<id> [^"'<>&\\\s]*+ )"""
# The look-ahead makes sure of the tag's end first, so that no attribute is tried twice: reading stays linear.
_TAG = r"<span\b (?= [^<>]*+ > )"
_FLAGS = re.VERBOSE | re.IGNORECASE | re.ASCII
_TARGET_OPENING = re.compile(rf"{_TAG} [^<>]*? \bdata-ttu-id \s*+ = \s*+ {_QUOTE} {_ID} {_QUOTE} [^<>]*+ >", _FLAGS)
_SOURCE_OPENING = re.compile(
    rf"""
    (?: {_TAG} [^<>]*? sxs-lookup [^<>]*+ > \s*+ )?+
    {_TAG} [^<>]*? \bdata-stu-id \s*+ = \s*+ {_QUOTE} {_ID} {_QUOTE} [^<>]*+ >
    """,
    _FLAGS,
)
_LITERAL_TARGET_OPENING = re.compile(r'<span data-ttu-id="[^"&\\]*">')
_LITERAL_SOURCE_OPENING = re.compile(r'<span class="sxs-lookup"><span data-stu-id="[^"&\\]*">')
_ENCODED_MARKUP = re.compile(r"&lt;span\b[^<>\n]{0,80}?\bdata-[ts]tu-id", _FLAGS)
_WELL_FORMED_ID = re.compile(r"[0-9a-f]{5}-p?[1-9][0-9]{2,}")
_CLOSING = re.compile(r"</span\s*>", _FLAGS)
_PAIR_ENDING = re.compile(r"</span\s*></span\s*>", _FLAGS)
# What counts when the end of a source is looked for. Code spans hide what they hold; they end on their line.
_SPAN_OR_TICKS = re.compile(r"(?P<ticks>`++)|(?P<open><span\b)|(?P<close></span\s*>)|(?P<line>\n)", _FLAGS)


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
        # Target halves still without a source, by id: a later source half of that id means that pairs are nested.
        self.open_targets: dict[str, Damage] = {}
        self.withdrawn: set[Damage] = set()

    def run(self) -> tuple[Segments, tuple[Damage, ...]]:
        for opening, limit in self._openings():
            end = self._literal_pair(opening, limit) or self._pair(opening, limit)
            self._orphan_sources(end, limit)
        for found in _ENCODED_MARKUP.finditer(self.text):
            self._report(
                "encoded-span-markup",
                found.start(),
                found.end(),
                None,
                "span markup with encoded angle brackets is not read as a pair",
            )
        damage = [damage for damage in self.damage if damage not in self.withdrawn]
        return Segments(self.segments), tuple(sorted(damage, key=lambda damage: (damage.start, damage.end)))

    def _openings(self) -> Iterator[tuple[re.Match[str], int]]:
        """Each opening of a target half, with the offset where its stretch ends: the next opening, or the end."""
        openings = list(_TARGET_OPENING.finditer(self.text))
        self._orphan_sources(0, openings[0].start() if openings else len(self.text))
        starts = [*(opening.start() for opening in openings), len(self.text)]
        for opening, (_, limit) in zip(openings, pairwise(starts), strict=True):
            yield opening, limit

    def _literal_pair(self, opening: re.Match[str], limit: int) -> int:
        """Take a byte-literal pair; return its end, or 0 where there is none or another half stands inside it."""
        found = PAIR.match(self.text, opening.start())
        if not found or found.end() > limit or len(_SOURCE_OPENING.findall(found[0])) > 1:
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
        text, segment_id = self.text, opening["id"]
        lookup = self._lookup(opening, limit)
        if lookup is None:
            self._half_target(opening, limit)
            return opening.end()
        # A target that is not closed ends where its source half begins.
        closing = _closing_before(text, opening.end(), lookup.start()) or (lookup.start(), lookup.start())
        if text[closing[1] : lookup.start()].strip():
            self._report(
                "gap-inside-pair",
                closing[1],
                lookup.start(),
                segment_id,
                f"text stands between the two halves of {segment_id}, so they are not read as a pair",
            )
            return lookup.end()
        ending = _end_of_source(text, lookup.end(), limit)
        if ending is None:
            self._report(
                "unclosed-source-span",
                lookup.start(),
                lookup.end(),
                segment_id,
                f"the source of {segment_id} is not closed by </span></span>, so it is not read as a pair",
            )
            return lookup.end()
        segment = Segment(
            segment_id,
            text[lookup.end() : ending[0]],
            text[opening.end() : closing[0]],
            opening.start(),
            ending[1],
            opening.end(),
            lookup.end(),
        )
        self._add(segment)
        self._faults_of(segment, opening, closing, lookup)
        return segment.end

    def _lookup(self, opening: re.Match[str], limit: int) -> re.Match[str] | None:
        """The source half that belongs to a target half: the first of its id, else the first."""
        first = None
        for found in _SOURCE_OPENING.finditer(self.text, opening.end(), limit):
            if found["id"] == opening["id"]:
                return found
            first = first or found
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
        if not _WELL_FORMED_ID.fullmatch(segment.id):
            self._report(
                "malformed-id",
                segment.start,
                segment.target_start,
                segment.id,
                f"{segment.id!r} is no segment id: five hexadecimal digits, '-', a number from 100",
            )
        self.seen.add(segment.id)
        self.segments.append(segment)

    def _faults_of(
        self, segment: Segment, opening: re.Match[str], closing: tuple[int, int], lookup: re.Match[str]
    ) -> None:
        """Report what was irregular about a pair that could be read."""
        irregular = [
            half[0]
            for half, literal in ((opening, _LITERAL_TARGET_OPENING), (lookup, _LITERAL_SOURCE_OPENING))
            if not literal.fullmatch(half[0])
        ]
        pair = segment.start, segment.end, segment.id
        if any("&quot;" in tag or '\\"' in tag for tag in irregular):
            self._report("encoded-span-markup", *pair, f"quotes in the tags of {segment.id} are encoded")
        elif irregular:
            self._report("irregular-span-attributes", *pair, f"a tag is not as the format writes it: {irregular[0]}")
        if closing[0] == closing[1]:
            self._report("unclosed-target-span", *pair, f"the target of {segment.id} is not closed by </span>")
        elif closing[1] != lookup.start():
            self._report(
                "gap-inside-pair",
                closing[1],
                lookup.start(),
                segment.id,
                f"white space stands between the two halves of {segment.id}",
            )
        if lookup["id"] != segment.id:
            self._report(
                "id-mismatch",
                *lookup.span(),
                segment.id,
                f"the source half of {segment.id} says {lookup['id']}",
            )

    def _half_target(self, opening: re.Match[str], limit: int) -> None:
        """Report a target half that no source half follows."""
        segment_id = opening["id"]
        closed = _CLOSING.search(self.text, opening.end(), limit)
        kind = "target-without-source" if closed else "unclosed-target-span"
        what = "has no source half" if closed else "is not closed"
        self._report(kind, opening.start(), opening.end(), segment_id, f"the target half of {segment_id} {what}")
        self.open_targets[segment_id] = self.damage[-1]

    def _orphan_sources(self, start: int, limit: int) -> None:
        """Report the source halves between two stretches that no target half precedes."""
        orphans = list(_SOURCE_OPENING.finditer(self.text, start, limit))
        starts = [orphan.start() for orphan in orphans]
        for orphan, end in zip(orphans, [*starts[1:], limit], strict=False):
            segment_id = orphan["id"]
            half = self.open_targets.pop(segment_id, None)
            if half is None:
                self._report(
                    "source-without-target",
                    *orphan.span(),
                    segment_id,
                    f"the source half of {segment_id} has no target half before it",
                )
                continue
            self.withdrawn.add(half)
            ending = _end_of_source(self.text, orphan.end(), end)
            self._report(
                "nested-pair",
                half.start,
                ending[1] if ending else orphan.end(),
                segment_id,
                f"other pairs stand inside {segment_id}; these are read, the outer one is not",
            )

    def _report(self, kind: str, start: int, end: int, segment_id: str | None, message: str) -> None:
        self.damage.append(Damage(kind, start, end, segment_id, message))


def _closing_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The last ``</span>`` between two offsets, or ``None``.

    The last, because author spans inside a target close before it does.
    """
    found = None
    for found in _CLOSING.finditer(text, start, end):  # noqa: B007 - the last one is wanted
        pass
    return found.span() if found else None


def _end_of_source(text: str, start: int, limit: int) -> tuple[int, int] | None:
    """Where a source ends: offsets of the first and after the last character of its ``</span></span>``.

    That is the first place where the spans of the source balance, not counting those in code spans; where they never
    do, the first ``</span></span>`` of all (docs/format.md, "Where a pair ends").
    """
    first = _PAIR_ENDING.search(text, start, limit)
    if first is None:
        return None
    depth = 0
    hidden_until = start
    tokens = list(_SPAN_OR_TICKS.finditer(text, start, limit))
    ends_of_code = _ends_of_code(tokens)
    for index, token in enumerate(tokens):
        if token.start() < hidden_until:
            continue
        if token["ticks"]:
            hidden_until = ends_of_code.get(index, token.end())
        elif token["open"]:
            depth += 1
        elif token["close"] and depth:
            depth -= 1
        elif token["close"]:
            ending = _PAIR_ENDING.match(text, token.start(), limit)
            return (ending or first).span()
    return first.span()


def _ends_of_code(tokens: list[re.Match[str]]) -> dict[int, int]:
    """By index of each run of backticks that can open a code span: the offset where that code span ends."""
    ends: dict[int, int] = {}
    next_of_length: dict[int, int] = {}
    for index in reversed(range(len(tokens))):
        token = tokens[index]
        if token["line"]:
            next_of_length.clear()
        elif token["ticks"]:
            length = len(token["ticks"])
            if length in next_of_length:
                ends[index] = next_of_length[length]
            next_of_length[length] = token.end()
    return ends
