"""Which segments have other links in the target than in the source: most have the same, and it is cheap to tell."""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import GroupFacts

__all__ = ["with_other_joints", "with_other_links"]

_SIGNS = ("](", "][", "://", "<a ", "<img ")
_JOINTS = ("](", "][")


def with_other_links(group: GroupFacts) -> Iterator[int]:
    """The segments with links or addresses, but those whose links are all plain and lead to the same, in one order."""
    sources, targets = group.sources.parts, group.targets.parts
    return (place for place in group.triggered(_SIGNS) if not _has_same_links(sources[place], targets[place]))


def with_other_joints(group: GroupFacts) -> Iterator[int]:
    """The segments in which the brackets of links touch less or more often: blanks between change no order of signs."""
    sources, targets = group.sources.parts, group.targets.parts
    for place in group.answers(with_other_links):
        if any(sources[place].count(joint) != targets[place].count(joint) for joint in _JOINTS):
            yield place


def _has_same_links(source: str, target: str) -> bool:
    count = source.count("](")
    if count != target.count("](") or "][" in source or "][" in target or "<" in source or "<" in target:
        return False
    addresses = ""
    if count == 1:
        start = source.find("](") + 2
        addresses = source[start : source.find(")", start) + 1]
        if not addresses or f"]({addresses}" not in target:
            return False
    elif count:
        ours, theirs = ([part.partition(")")[0] for part in side.split("](")[1:]] for side in (source, target))
        if ours != theirs:
            return False
        addresses = "".join(ours)
    # A title that holds a bracket goes on behind it.
    return (
        "(" not in addresses
        and source.count("://") == target.count("://") == addresses.count("://")
        and not (addresses.count('"') % 2 or addresses.count("'") % 2)
    )
