"""An edited target file held against the target view: which change belongs to which segment, and which to none.

A change inside a target is its new text. One that reaches over the text between targets is taken apart only where there
is exactly one way to do it: as many pieces as there were, with the same text between them, and a sentence ending before
each mere blank. Everything else is outside: reported, and left to people.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from locdocs.differences import Hunk, text_hunks
from locdocs.merge.target_text import Slot, TargetText
from locdocs.text import TextEdit, apply_edits

__all__ = ["Alignment", "align"]

_SENTENCE_END = re.compile(r"""[.!?:;。！？：；؟۔…][)\]}"'»”’」』）*_`]*\Z""")
_UNINDENTED = re.compile(r"\n(?=[^ \t\n])")
_INSIDE = 5
"""The highest rank: a change that is inside of a target, with text of it before and behind."""
_MOST_SLIDES = 200
"""How many characters a change is moved to find the target that it belongs to."""


class Alignment(NamedTuple):
    """The changes of an edited target file."""

    targets: dict[Slot, str]
    """The new text of each slot that has one, as the edited file writes it."""
    outside: list[Hunk]
    """What belongs to no slot, or to nobody knows which."""


class _Group(NamedTuple):
    """Changes that go together, and the new texts of the slots that they belong to."""

    targets: dict[Slot, str]
    hunks: list[Hunk]


def align(view: TargetText, edited: str) -> Alignment:
    """Find the new text of each slot.

    :param edited: the edited file, with LF line breaks.
    """
    owners: list[Slot | None] = []
    hunks: list[Hunk] = []
    found = text_hunks(view.text, edited)
    for hunk, following in zip(found, [*found[1:], None], strict=True):
        lowest = hunks[-1].end if hunks else 0
        highest = following.start if following else len(view.text)
        slot, moved = _slot_of(view, edited, hunk, lowest, highest)
        owners.append(slot)
        hunks.append(moved)
    inside: defaultdict[Slot, list[Hunk]] = defaultdict(list)
    groups: list[_Group] = []
    outside: list[Hunk] = []
    for hunk, owner in zip(hunks, owners, strict=True):
        if owner is not None:
            inside[owner].append(hunk)
        elif pieces := _taken_apart(view, edited, hunk, hunks):
            first, last = min(pieces).start, max(pieces).end
            groups.append(_Group(pieces, [one for one in hunks if first <= one.start and one.end <= last]))
        else:
            outside.append(hunk)
    # Those that were taken apart come later: they hold the others.
    groups[:0] = [_Group({slot: _with(view.text, edited, slot, own)}, own) for slot, own in inside.items()]
    return _checked(view.text, edited, *_undisturbed(view.slots, groups, outside))


def _undisturbed(
    slots: Sequence[Slot], groups: list[_Group], outside: list[Hunk]
) -> tuple[dict[Slot, str], list[Hunk]]:
    """The new texts that no change reaches into which nobody can place; a slot is taken as a whole or not at all."""
    waiting, left = list(outside), set(outside)
    while waiting:
        touched = set(_touched(slots, waiting.pop()))
        for group in [group for group in groups if touched & group.targets.keys()]:
            groups.remove(group)
            waiting += set(group.hunks) - left
            left |= set(group.hunks)
    return {slot: new for group in groups for slot, new in group.targets.items()}, sorted(left)


def _checked(old: str, new: str, targets: dict[Slot, str], outside: list[Hunk]) -> Alignment:
    """The alignment, proved: new texts and outside changes together make the edited file of the view."""
    edits = [TextEdit(slot.start, slot.end, text) for slot, text in targets.items()]
    edits += [TextEdit(hunk.start, hunk.end, new[hunk.new_start : hunk.new_end]) for hunk in outside]
    try:
        proved = apply_edits(old, edits) == new
    except ValueError:
        proved = False
    if not proved:
        return Alignment({}, text_hunks(old, new))
    return Alignment({slot: text for slot, text in targets.items() if text != old[slot.start : slot.end]}, outside)


def _slot_of(view: TargetText, edited: str, hunk: Hunk, lowest: int, highest: int) -> tuple[Slot | None, Hunk]:
    """The slot that a change belongs to, and the change, moved where it can be said in several ways."""
    ranked = [(*_rank(view, edited, moved), moved) for moved in _slides(view.text, edited, hunk, lowest, highest)]
    slot, rank, moved = max(ranked, key=lambda one: one[1])
    added = edited[moved.new_start : moved.new_end]
    if hunk.start == hunk.end and "\n" in added and any(rank < _INSIDE for _, rank, _ in ranked):
        # Lines that were put in beside a target are none of it; those that go on with a value of the header are.
        goes_on = slot is not None and slot.field is not None and not _UNINDENTED.search(added)
        slot = slot if goes_on else None
    return (slot, moved) if slot is not None and rank else (None, hunk)


def _slides(old: str, new: str, hunk: Hunk, lowest: int, highest: int) -> Iterator[Hunk]:
    """A change, and the same change said otherwise: what was put in or taken out may begin a few characters off.

    ``a b b c`` from ``a b c`` is a second ``b`` before the first, or behind it.
    """
    yield hunk
    start, end, new_start, new_end = hunk
    if start == end:
        text, first, last = new, new_start, new_end
    elif new_start == new_end:
        text, first, last = old, start, end
    else:
        return
    part = text[first:last]
    for step in range(1, min(start - lowest, _MOST_SLIDES) + 1):
        if old[start - step] != part[-1 - (step - 1) % len(part)]:
            break
        yield Hunk(start - step, end - step, new_start - step, new_end - step)
    for step in range(1, min(highest - end, _MOST_SLIDES) + 1):
        if old[end + step - 1] != part[(step - 1) % len(part)]:
            break
        yield Hunk(start + step, end + step, new_start + step, new_end + step)


def _rank(view: TargetText, edited: str, hunk: Hunk) -> tuple[Slot | None, int]:
    """The slot that holds a change, and how well."""
    index = bisect_right(view.slots, hunk.start, key=lambda slot: slot.start) - 1
    ranks = [(_rank_in(slot, view.text, edited, hunk), slot) for slot in view.slots[max(index - 1, 0) : index + 1]]
    rank, best = max(ranks, key=lambda pair: pair[0], default=(0, None))
    return (best, rank) if rank else (None, 0)


def _rank_in(slot: Slot, text: str, edited: str, hunk: Hunk) -> int:
    """How well a slot holds a change: inside, whole, or beside its text; 0 for not at all.

    What was put in between two sentences belongs to the one before if it is a sentence, too, or if that one had no end;
    else it is the beginning of the next.
    """
    if slot.start < hunk.start and hunk.end < slot.end:
        return _INSIDE
    if hunk.start < slot.start or hunk.end > slot.end:
        return 0
    if hunk.start < hunk.end:
        return 4
    added = edited[hunk.new_start : hunk.new_end]
    if hunk.start == slot.start:
        return 2
    return 3 if _SENTENCE_END.search(added.rstrip()) or not _SENTENCE_END.search(text, slot.start, slot.end) else 1


def _with(old: str, new: str, slot: Slot, hunks: Iterable[Hunk]) -> str:
    """The text of a slot with the changes in it."""
    parts: list[str] = []
    done = slot.start
    for hunk in hunks:
        parts += (old[done : hunk.start], new[hunk.new_start : hunk.new_end])
        done = hunk.end
    parts.append(old[done : slot.end])
    return "".join(parts)


def _touched(slots: Sequence[Slot], hunk: Hunk) -> Sequence[Slot]:
    """The slots that a change overlaps."""
    first = bisect_right(slots, hunk.start, key=lambda slot: slot.end)
    last = first
    while last < len(slots) and slots[last].start < hunk.end:
        last += 1
    return slots[first:last]


def _taken_apart(view: TargetText, edited: str, hunk: Hunk, hunks: Sequence[Hunk]) -> dict[Slot, str]:
    """The new texts of all slots that a change reaches into, where there is one way to tell them; else nothing."""
    slots = _touched(view.slots, hunk)
    if len(slots) < 2 or hunk.start < slots[0].start or hunk.end > slots[-1].end or slots[0].field:
        return {}
    start, end = slots[0].start, slots[-1].end
    new_start, new_end = _moved(hunks, start, after=False), _moved(hunks, end, after=True)
    glue = [view.text[one.end : other.start] for one, other in pairwise(slots)]
    if new_start is None or new_end is None or "" in glue:
        return {}
    before, after = _split(view.text[start:end], glue), _split(edited[new_start:new_end], glue)
    if after is None or before != [view.text[slot.start : slot.end] for slot in slots]:
        return {}
    return dict(zip(slots, after, strict=True))


def _moved(hunks: Sequence[Hunk], offset: int, *, after: bool) -> int | None:
    """Where an offset of the view is in the edited file; ``None`` where it stands inside a change.

    :param after: behind what was put in at this offset, not before it.
    """
    index = bisect_left(hunks, offset, key=lambda hunk: hunk.start) - 1
    if after and index + 1 < len(hunks) and hunks[index + 1].start == hunks[index + 1].end == offset:
        index += 1
    if index < 0:
        return offset
    return offset + hunks[index].new_end - hunks[index].end if hunks[index].end <= offset else None


def _split(text: str, glue: Sequence[str]) -> list[str] | None:
    """The pieces of a text with some text between them, where there is exactly one way to cut it."""
    # For each piece but the last: the places where it may end, and in how many ways.
    ways: list[dict[int, tuple[int, int]]] = [{0: (1, -1)}]
    for between in glue:
        ends: dict[int, tuple[int, int]] = {}
        for found in re.finditer(re.escape(between), text):
            if between.isspace() and not _SENTENCE_END.search(text, max(found.start() - 20, 0), found.start()):
                continue
            for begin, (count, _) in ways[-1].items():
                if begin < found.start():
                    known = ends.get(found.end(), (0, begin))
                    ends[found.end()] = known[0] + count, begin
        if not ends:
            return None
        ways.append(ends)
    total = sum(count for begin, (count, _) in ways[-1].items() if begin < len(text))
    if total != 1:
        return None
    cuts = [next(begin for begin in ways[-1] if begin < len(text))]
    for step in reversed(ways[1:]):
        cuts.append(step[cuts[-1]][1])
    cuts.reverse()
    stops = [cut - len(between) for cut, between in zip(cuts[1:], glue, strict=True)]
    return [text[first:last] for first, last in zip(cuts, [*stops, len(text)], strict=True)]
