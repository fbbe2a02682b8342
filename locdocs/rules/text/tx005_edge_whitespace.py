"""White space at the edge of a target that its source does not have, or the other way round.

## What it does

Reports white space at the beginning or end of a target where the source has none and the text around brings its own;
and white space at the edge of a source that is missing in the target, so that two words run together. The fix makes the
target as the source is. White space that is what is left of a letter that was read in another encoding is for
[TX008](TX008.md) and [TX009](TX009.md) to tell.

## Why

At the beginning of a line, white space can turn a paragraph into code or take an item out of its list; elsewhere the
page shows a gap, or two words without one. It also makes the segment a different one in every memory.

## Example

```text
source: "Open the panel."
target: " Abra el panel."
```

## Use instead

```text
source: "Open the panel."
target: "Abra el panel."
```

## Source

Edge white space in 3,081 targets and 1,306 sources of 1.59 million published pairs (docs/format.md, "The pair").
On five trees (99,797 pairs) this rule finds 55; 49 were looked at, all are true.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import Finding, SegmentFacts, segment_rule
from locdocs.rules.text.misread import is_misread

__all__ = ["check"]

_MARKS = ".,:;!?"


@segment_rule(
    "TX005",
    "edge-whitespace",
    severity="warning",
    its="whitespace",
    fix="safe",
    among=lambda group: {*group.targets.padded(), *group.sources.padded()},
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield at most one finding for each edge."""
    source, target = facts.segment.source, facts.segment.target
    if not source.strip() or not target.strip():
        return
    before, after = _neighbours(facts)
    heads = source[: len(source) - len(source.lstrip())], target[: len(target) - len(target.lstrip())]
    tails = source[len(source.rstrip()) :], target[len(target.rstrip()) :]
    yield from _edge(facts, "begins", heads, start=0, meeting=before + target.lstrip()[0])
    yield from _edge(facts, "ends", tails, start=len(target.rstrip()), meeting=target.rstrip()[-1] + after)


def _edge(facts: SegmentFacts, verb: str, edges: tuple[str, str], *, start: int, meeting: str) -> Iterator[Finding]:
    """A finding about one edge.

    :param edges: the white space there, of the source and of the target.
    :param start: where the white space of the target begins.
    :param meeting: the characters that meet when there is no white space at this edge.
    """
    source, target = edges
    place = start, start + len(target)
    together = len(meeting) == 2 and all(char.isalnum() or char in _MARKS for char in meeting)
    if target and not source and not together and not _was_a_letter(facts, start, target):
        edits = [facts.target.edit(*place, "")]
        yield facts.finding(f"the target {verb} with white space, the source does not", target=place, edits=edits)
    elif source and not target and together and facts.profile.spaced:
        edits = [facts.target.edit(*place, source)]
        message = f"the source {verb} with white space, the target does not, and words run together"
        yield facts.finding(message, target=place, edits=edits)


def _was_a_letter(facts: SegmentFacts, start: int, space: str) -> bool:
    """Whether white space is what is left of a character that was read in another encoding (``Ã`` and U+00A0)."""
    return "\u0085" in space or is_misread(facts, start, start + len(space))


def _neighbours(facts: SegmentFacts) -> tuple[str, str]:
    """The characters right before and right after the target in the target text; empty at its ends."""
    text, segments, index = facts.document.text, facts.document.document.segments, facts.index
    segment = segments[index]
    before = segments[index - 1] if index and segments[index - 1].end == segment.start else None
    after = segments[index + 1] if index + 1 < len(segments) and segments[index + 1].start == segment.end else None
    return (
        before.target[-1:] if before else text[max(segment.start - 1, 0) : segment.start],
        after.target[:1] if after else text[segment.end : segment.end + 1],
    )
