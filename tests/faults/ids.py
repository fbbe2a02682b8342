"""Faults of the ids: family ID."""

from __future__ import annotations

import re
from random import Random

from locdocs.model import Segment
from tests.faults.case import Case, Edit, Mutant, edited, fault, swap


def _with_ids(case: Case, segment: Segment, ttu: str, stu: str) -> str:
    text = case.text[segment.start : segment.end]
    middle = segment.target_end - segment.start
    first = text[:middle].replace(f'data-ttu-id="{segment.id}"', f'data-ttu-id="{ttu}"', 1)
    return first + text[middle:].replace(f'data-stu-id="{segment.id}"', f'data-stu-id="{stu}"', 1)


def _hex(random: Random, length: int = 5) -> str:
    return "".join(random.choice("0123456789abcdef") for _ in range(length))


@fault("ID001")
def mismatch(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: segment.target.strip() and segment.source.strip())
    if segment is None:
        return None
    prefix, dash, number = segment.id.rpartition("-")
    digits = int(number.lstrip("p"))
    free = 1 + max(int(other.number.lstrip("p")) for other in case.segments if other.number.lstrip("p").isdigit())
    variant, other = random.choice(
        [
            ("next number", f"{prefix}-{number.replace(str(digits), str(digits + 1))}"),
            ("far number", f"{prefix}-{free + random.randrange(900)}"),
            ("digits swapped", f"{prefix}-{number[:-2]}{number[-1]}{number[-2]}"),
            ("another prefix", f"{_hex(random)}{dash}{number}"),
            ("p added or lost", f"{prefix}-{number[1:] if number[0] == 'p' else 'p' + number}"),
        ]
    )
    if other == segment.id:
        return None
    ids = (other, segment.id) if random.random() < 0.5 else (segment.id, other)
    return swap(case, segment, _with_ids(case, segment, *ids), variant)


@fault("ID002")
def duplicate(case: Case, random: Random) -> Mutant | None:
    if len(case.segments) < 2:
        return None
    near = random.random() < 0.5
    if near:
        index = random.randrange(1, len(case.segments))
        first, second = case.segments[index - 1], case.segments[index]
    else:
        first, second = sorted(random.sample(case.segments, 2), key=lambda segment: segment.start)
    if first.id == second.id:
        return None
    return swap(case, second, _with_ids(case, second, first.id, first.id), "neighbour" if near else "far")


@fault("ID003")
def malformed(case: Case, random: Random) -> Mutant | None:
    segment = case.choose(random, lambda segment: re.fullmatch(r"[0-9a-f]{5}-p?[1-9]\d{2,}", segment.id))
    if segment is None:
        return None
    prefix, number = segment.id.split("-")
    bad = {
        "capitals": f"{prefix[:4]}A-{number}" if prefix.isdigit() else f"{prefix.upper()}-{number}",
        "four digits": f"{prefix[:4]}-{number}",
        "six digits": f"{prefix}{_hex(random, 1)}-{number}",
        "no hexadecimal digit": f"{prefix[:2]}g{prefix[3:]}-{number}",
        "short number": f"{prefix}-{number[:2]}" if len(number) == 3 else f"{prefix}-12",
        "leading zero": f"{prefix}-0{number}",
        "no hyphen": f"{prefix}{number}",
        "underscore": f"{prefix}_{number}",
        "another letter": f"{prefix}-q{number}",
        "letter after": f"{prefix}-{number}b",
        "no number": f"{prefix}-",
        "no prefix": number,
        "blank inside": f"{prefix} -{number}",
        "dash": f"{prefix}–{number}",
    }
    variant = random.choice(list(bad))
    return swap(case, segment, _with_ids(case, segment, bad[variant], bad[variant]), variant)


def _plain(segment: Segment) -> bool:
    return segment.number.isdigit()


@fault("ID004")
def order(case: Case, random: Random) -> Mutant | None:
    places = [
        index
        for index in range(1, len(case.segments))
        if _plain(case.segments[index - 1]) and _plain(case.segments[index])
    ]
    if not places:
        return None
    index = random.choice(places)
    first, second = case.segments[index - 1 : index + 1]
    if random.random() < 0.5:
        edits = [
            Edit(first.start, first.end, _with_ids(case, first, second.id, second.id)),
            Edit(second.start, second.end, _with_ids(case, second, first.id, first.id)),
        ]
        return edited(case, edits, (first.start, second.end), "ids of neighbours swapped")
    edits = [
        Edit(first.start, first.end, case.text[second.start : second.end]),
        Edit(second.start, second.end, case.text[first.start : first.end]),
    ]
    return edited(case, edits, (first.start, second.end), "neighbours swapped")


@fault("ID005")
def foreign_prefix(case: Case, random: Random) -> Mutant | None:
    if len(case.segments) < 4:
        return None
    count = random.randint(1, max(1, min(4, len(case.segments) // 3)))
    index = random.randrange(len(case.segments) - count + 1)
    prefix, edits = _hex(random), []
    pasted = case.segments[index : index + count]
    for segment in pasted:
        other = f"{prefix}-{segment.number}"
        edits.append(Edit(segment.start, segment.end, _with_ids(case, segment, other, other)))
    return edited(case, edits, (pasted[0].start, pasted[-1].end), f"{count} segments")


@fault("ID006")
def gap(case: Case, random: Random) -> Mutant | None:
    segments = case.segments
    if (
        not all(_plain(segment) for segment in segments)
        or len(segments) < 3
        or len(segments) != len(case.document.segments)
    ):
        return None
    places = [
        index
        for index in range(1, len(segments) - 1)
        if int(segments[index + 1].number) == int(segments[index - 1].number) + 2
    ]
    if not places:
        return None
    index = random.choice(places)
    before, lost, after = segments[index - 1 : index + 2]
    if random.random() < 0.5:
        end = lost.end + (case.text[lost.end : lost.end + 1] == " ")
        return edited(case, [Edit(lost.start, end, "")], (before.start, after.end), "a unit lost")
    step, edits = random.randint(1, 6), []
    for segment in segments[index:]:
        other = f"{segment.id.partition('-')[0]}-{int(segment.number) + step}"
        edits.append(Edit(segment.start, segment.end, _with_ids(case, segment, other, other)))
    return edited(case, edits, (before.start, lost.end), "the rest renumbered")
