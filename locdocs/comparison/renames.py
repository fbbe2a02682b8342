"""Which document became which under another name: the same text, or for the most part the same segments."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from heapq import nsmallest
from pathlib import PurePosixPath
from typing import NamedTuple

from locdocs.model import Document

__all__ = ["Content", "content", "renamed"]

_MOST_SHARED = 8
"""A segment that more documents of a side hold than that tells none of them."""
_FEWEST = 2
"""So many segments must be the same where the text is not."""
_MOST_COMPARED = 3
"""So many documents that share the most of these with one are compared with it as a whole."""


class Content(NamedTuple):
    """What is kept of a document to know it again."""

    text: int
    """A hash of the whole text; 0 where there is none."""
    segments: AbstractSet[int]
    """Hashes of its segments, source and target."""


_Contents = Mapping[PurePosixPath, Content]
_Names = dict[PurePosixPath, PurePosixPath]


def content(document: Document) -> Content:
    """What a document is known by."""
    return Content(
        hash(document.text) if document.text.strip() else 0,
        frozenset(hash((segment.source, segment.target)) for segment in document.segments),
    )


def renamed(old: _Contents, new: _Contents) -> _Names:
    """The old name of each document that stands under another one; the time grows with the number of segments.

    :param old: the documents whose names are gone.
    :param new: those whose names are new.
    """
    found = _same_texts(old, new)
    taken = {*found.values()}
    old = {name: each for name, each in old.items() if name not in taken}
    new = {name: each for name, each in new.items() if name not in found}
    best, best_back = _best(new, old), _best(old, new)
    found.update((name, before) for name, before in best.items() if best_back.get(before) == name)
    return found


def _same_texts(old: _Contents, new: _Contents) -> _Names:
    """Those that are the same to the byte; of several, one after the other."""
    waiting: defaultdict[int, list[PurePosixPath]] = defaultdict(list)
    for name, each in reversed([*old.items()]):
        if each.text:
            waiting[each.text].append(name)
    return {name: names.pop() for name, each in new.items() if (names := waiting.get(each.text))}


def _best(wanted: _Contents, others: _Contents) -> _Names:
    """For each document the one other that holds most of its segments, and not many more, if there is just one."""
    holders: defaultdict[int, list[PurePosixPath]] = defaultdict(list)
    for name, each in others.items():
        for segment in each.segments:
            if len(holders[segment]) <= _MOST_SHARED:
                holders[segment].append(name)
    return {name: best for name, each in wanted.items() for best in _best_of(each, others, holders)}


def _best_of(
    content: Content, others: _Contents, holders: Mapping[int, list[PurePosixPath]]
) -> Iterator[PurePosixPath]:
    votes: Counter[PurePosixPath] = Counter()
    for segment in content.segments:
        names = holders.get(segment, ())
        if len(names) <= _MOST_SHARED:
            votes.update(names)
    shared = [
        (len(content.segments & others[name].segments), name)
        for name, _ in nsmallest(_MOST_COMPARED, votes.items(), key=_most_first)
    ]
    shared.sort(key=lambda each: -each[0])
    if not shared or (len(shared) > 1 and shared[0][0] == shared[1][0]):
        return
    count, name = shared[0]
    if count >= _FEWEST and 2 * count > max(len(content.segments), len(others[name].segments)):
        yield name


def _most_first(votes: tuple[PurePosixPath, int]) -> tuple[int, str]:
    return -votes[1], str(votes[0])
