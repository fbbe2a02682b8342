"""What a target lacks, and what stands in its place: told by likeness and by what stands around, not by order alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Generic, NamedTuple, TypeVar

from locdocs.rules.inline_codes.comparing import beyond

__all__ = ["Difference", "Pair", "difference", "in_likely_pairs"]

T = TypeVar("T")
Text = Callable[[T], str]

_LIKE = 0.5
_SURELY_LIKE = 0.7
_NEARLY_THE_SAME = 0.7
_NOT_THE_SAME = 0.8
"""What likeness is worth where two texts are not the same."""
_MARGIN = 0.2
_LABEL_MARGIN = 0.4
_ENOUGH_OTHERS = 2
"""So many others in the order of the source show that the sentence kept it."""
_MOST = 8


class Difference(NamedTuple, Generic[T]):
    """What one side has and the other does not."""

    missing: list[T]
    added: list[T]
    certain: bool
    """Whether it is clear which of several equal ones of the target are those that were added."""
    kept: Sequence[T] = ()
    """What the source has and the target has too."""


class Pair(NamedTuple, Generic[T]):
    """What is missing, and what was added in its place; ``None`` where there is no such."""

    ours: T | None
    theirs: T | None
    certain: bool
    """Whether they belong together beyond doubt, so that one may be put in place of the other."""
    choice: Sequence[T]
    """All that are missing and may belong to it, where that cannot be told."""


def difference(
    source: Sequence[T],
    target: Sequence[T],
    key: Callable[[T], Hashable],
    label: Text[T] = lambda _: "",
) -> Difference[T]:
    """What the target lacks and what it has in addition; of several equal ones those that look like intruders.

    :param label: what stands with it and is like that of the source, such as the text of a link.
    """
    missing, added = beyond(source, target, key), beyond(target, source, key)
    there, more = Counter(map(key, target)), Counter(map(key, added))
    gone = {*map(key, missing)}
    kept = [item for item in source if key(item) not in gone]
    doubtful = [known for known, count in more.items() if count < there[known]]
    if not missing or not doubtful:
        return Difference(missing, added, certain=True, kept=kept)
    chosen: list[int] = [place for place, item in enumerate(target) if more[key(item)] == there[key(item)]]
    certain = True
    for known in doubtful:
        equal = [place for place, item in enumerate(target) if key(item) == known]
        labels = [label(item) for item in source if key(item) == known]
        places, sure = _by_label([label(target[place]) for place in equal], list(map(label, missing)), labels)
        places = [equal[place] for place in places]
        if not sure and len(missing) == len(added) == 1:
            in_order = _by_order([*map(key, source)], [*map(key, target)], key(missing[0]), equal)
            sure = len(in_order) == 1 and len(source) >= 2 + _ENOUGH_OTHERS
            places = in_order or places
        chosen += places[: more[known]]
        certain = certain and sure
    return Difference(missing, [target[place] for place in sorted(chosen)], certain, kept)


def _by_label(labels: Sequence[str], missing: Sequence[str], kept: Sequence[str]) -> tuple[list[int], bool]:
    """The places of equal ones, those first that look like what is missing; and whether there is no doubt of it."""

    def rank(place: int) -> float:
        return _best(labels[place], missing) - _best(labels[place], kept)

    order = sorted(range(len(labels)), key=rank, reverse=True)
    more = len(labels) - len(kept)
    return order, rank(order[more - 1]) - rank(order[more]) >= _LABEL_MARGIN


def _best(text: str, others: Sequence[str]) -> float:
    return max((_ratio(text, other) for other in others), default=0.0)


def _by_order(
    source: Sequence[Hashable], target: Sequence[Hashable], missing: Hashable, equal: Sequence[int]
) -> list[int]:
    """Of equal ones those in whose place what is missing makes the order that of the source."""
    return [place for place in equal if [*target[:place], missing, *target[place + 1 :]] == [*source]]


def in_likely_pairs(found: Difference[T], text: Text[T], label: Text[T] = lambda _: "") -> Iterator[Pair[T]]:
    """What is missing with what most likely stands in its place.

    What is like nothing is given to what is left, in order; ``choice`` says so. Where more is missing than was added,
    or less, something was lost or torn in two, and nothing is certain.
    """
    missing, added, certain, kept = found
    strange = {
        place for place, item in enumerate(added) if _is_like_others(text(item), map(text, missing), map(text, kept))
    }
    if len(missing) == len(added) == 1:
        yield Pair(missing[0], added[0], certain and not strange, missing if strange else ())
        return
    ours, theirs = [*range(len(missing))], [*range(len(added))]
    alike = {
        (one, other): _ratio(text(missing[one]), text(added[other]))
        for one in ours[:_MOST]
        for other in theirs[:_MOST]
        if other not in strange
    }
    likeness = {
        (one, other): like + _ratio(label(missing[one]), label(added[other])) / 2
        for (one, other), like in alike.items()
    }
    for (one, other), like in sorted(likeness.items(), key=lambda item: -item[1]):
        if like < _LIKE or one not in ours or other not in theirs:
            continue
        rivals = [pair for pair in alike if (pair[0] == one) != (pair[1] == other)]
        margin = like - max((likeness[pair] for pair in rivals), default=0.0)
        sure = (like >= _SURELY_LIKE and margin >= _MARGIN) or _is_misspelt(
            alike[one, other], max((alike[pair] for pair in rivals), default=0.0)
        )
        sure = sure and certain and not strange and len(missing) == len(added)
        ours.remove(one)
        theirs.remove(other)
        yield Pair(missing[one], added[other], sure, ())
    left = [missing[one] for one in ours]
    choice = left if len(ours) > 1 or len(theirs) > 1 else ()
    for place in range(max(len(ours), len(theirs))):
        before = left[place] if place < len(left) else None
        after = added[theirs[place]] if place < len(theirs) else None
        yield Pair(before, after, certain=False, choice=choice)


def _is_misspelt(like: float, rival: float) -> bool:
    """Whether no more than a few letters are not alike, and many more are not in what is most like it otherwise."""
    return like >= _NEARLY_THE_SAME and _NOT_THE_SAME - rival >= 2 * (_NOT_THE_SAME - like)


def _is_like_others(text: str, missing: Iterable[str], kept: Iterable[str]) -> bool:
    """Whether what was added looks like something that is not missing: then it is that, and more went wrong here."""
    others = [*kept]
    like = _best(text, others)
    return text not in others and like >= _LIKE and like >= _best(text, [*missing])


def _ratio(one: str, other: str) -> float:
    if one == other:
        return 1.0 if one else 0.0
    matcher = SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False)
    return _NOT_THE_SAME * matcher.ratio() if one and other else 0.0
