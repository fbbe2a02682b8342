"""Which segments a rule looks at: never fewer than meet its conditions, and for strings and functions no others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

import locdocs
from locdocs.model import Segment
from locdocs.rules.candidates import Candidates, Condition
from locdocs.rules.together import Together
from tests.strategies import texts

TRIGGERS = st.lists(st.sampled_from(["a", "](", "`", ".", "\n", "é", "\0", "no such"]), max_size=3).map(tuple)
DIFFERS = st.sampled_from(["", "*", "`", "()[]", "<>", "0123456789", "&;"])


def candidates_of(segments: Sequence[Segment]) -> Candidates:
    sides = Together([segment.source for segment in segments]), Together([segment.target for segment in segments])
    return Candidates(segments, *sides)


def alike(segment: Segment, characters: str) -> bool:
    if characters.isalnum():
        runs = re.compile(f"[{characters}]+").findall
        return sorted(runs(segment.source)) == sorted(runs(segment.target))
    kept = [[char for char in text if char in characters] for text in (segment.source, segment.target)]
    return kept[0] == kept[1]


@given(texts(), TRIGGERS, DIFFERS, st.booleans())
def test_the_segments_are_those_that_meet_the_conditions(
    text: str, triggers: tuple[str, ...], differs: str, ask: bool
) -> None:
    segments = locdocs.parse(text).segments
    when = (lambda segment: len(segment.target) % 2 == 0) if ask else None
    expected = [
        index
        for index, segment in enumerate(segments)
        if (not triggers or any(trigger in segment.source or trigger in segment.target for trigger in triggers))
        and not (differs and alike(segment, differs))
        and (when is None or when(segment))
    ]
    candidates = candidates_of(segments)
    for _ in range(2):
        assert list(candidates.meeting(Condition(triggers, differs, when))) == expected


def test_a_null_in_a_text_moves_no_other() -> None:
    segments = [Segment("0c05b-101", "a\0b", "a", 0, 10, 1, 5), Segment("0c05b-102", "*c*", "c", 10, 20, 11, 15)]
    assert list(candidates_of(segments).meeting(Condition(differs="*"))) == [1]


def test_no_segments() -> None:
    assert list(candidates_of([]).meeting(Condition(differs="*"))) == []
    assert list(candidates_of([]).meeting(Condition(("a",)))) == []
