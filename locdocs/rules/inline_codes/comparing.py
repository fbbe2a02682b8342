"""What the rules about inline codes share: comparing both sides as multisets, and constructs as the parser reads them.

A translation may put inline codes in another order, so only what is there and how often counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations, zip_longest
from typing import NamedTuple, TypeVar

from locdocs.markdown import InlineCode
from locdocs.model import Segment

__all__ = ["Construct", "beyond", "comparable", "constructs", "differ", "in_pairs", "quoted", "quoted_apart"]

T = TypeVar("T")

_LONGEST_QUOTE = 60
_MOST_ALIKE = 46
"""So many characters may be alike at the beginning: what differs can be seen behind them."""
_KEPT_ALIKE = 24


class Construct(NamedTuple):
    """A whole inline construct: a link with its text, a code span, a tag. Offsets are characters of its segment."""

    kind: str
    """``link``, ``image``, ``code`` and so on, as :class:`locdocs.markdown.InlineCode` has it."""
    start: int
    end: int
    code: InlineCode
    """The code that opens it, or all of it; the closing code where it was opened before the segment."""
    closing: InlineCode | None
    """The code that closes it, if it is in the segment."""


def comparable(segment: Segment) -> bool:
    """Whether there is something to compare: two sides that are not the same. A side without text is for family AL."""
    return segment[1] != segment[2] and bool(segment[1]) and bool(segment[2])


def differ(ours: list[str], theirs: list[str]) -> bool:
    """Whether two lists hold other strings, or not as often: in most the order is the same, too."""
    return ours != theirs and sorted(ours) != sorted(theirs)


def beyond(these: Sequence[T], others: Iterable[T], key: Callable[[T], Hashable]) -> list[T]:
    """Those of ``these`` that ``others`` do not have, or not so often; of equal ones the last."""
    left = Counter(map(key, others))
    found: list[T] = []
    for item in these:
        known = key(item)
        if left[known] > 0:
            left[known] -= 1
        else:
            found.append(item)
    return found


def in_pairs(missing: Sequence[T], added: Sequence[T]) -> Iterator[tuple[T | None, T | None]]:
    """What is missing with what stands in its place, the k-th with the k-th; ``None`` where there is no such."""
    return zip_longest(missing, added)


def constructs(codes: Iterable[InlineCode], *kinds: str) -> list[Construct]:
    """The constructs of some kinds, in order of their beginning."""
    chosen = [code for code in codes if code.kind in kinds]
    closings = {code.pair: code for code in chosen if code.role == "closing" and code.pair is not None}
    found: list[Construct] = []
    for code in chosen:
        if code.role == "closing":
            if code.pair is None:
                found.append(Construct(code.kind, code.start, code.end, code, code))
            continue
        closing = closings.get(code.pair) if code.pair is not None else None
        end = closing.end if closing else code.end
        found.append(Construct(code.kind, code.start, end, code, closing))
    return found


def quoted(text: str) -> str:
    """A text as messages quote it: on one line, in quotes, and not too long."""
    line = " ".join(text.split())
    shown = repr(line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 2] + "..")
    return shown.replace("\\\\", "\\")  # Markdown is full of backslashes, and people look for what stands there


def quoted_apart(*texts: str) -> list[str]:
    """Texts that differ, as messages quote them: of long ones that begin alike, the part in which they differ.

    Where the quotes are the same all the same, only white space differs.
    """
    lines = [" ".join(text.split()) for text in texts]
    alike = max((_beginning_alike(*two) for two in combinations(lines, 2) if two[0] != two[1]), default=0)
    if alike > _MOST_ALIKE and max(map(len, lines)) > _LONGEST_QUOTE:
        lines = [f"..{line[alike - _KEPT_ALIKE :]}" for line in lines]
    return list(map(quoted, lines))


def _beginning_alike(text: str, other: str) -> int:
    """How many characters two texts that differ have in common at their beginning."""
    differing = (place for place, (ours, theirs) in enumerate(zip(text, other, strict=False)) if ours != theirs)
    return next(differing, min(len(text), len(other)))
