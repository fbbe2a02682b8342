"""The two halves of a pair have different ids.

## What it does

Reports a pair whose source half has another id than its target half. The pair is read under the id of the target. The
fix gives both the one that is well formed, no other pair has, and stands in order; where both do, or neither, there is
none. It is not safe: the halves may belong to two different pairs.

## Why

The id is all that says which source belongs to which target. A mismatch means that a half was pasted or edited by hand,
so the sentences may not be translations of each other.

## Example

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-102">Open the
panel.</span></span>
```

## Use instead

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span>
```

## Source

None in 1,591,991 published pairs (docs/format.md, "The pair"): it comes from editing by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from locdocs.model import Damage, Segment
from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.text import TextEdit

__all__ = ["check"]

_VALUE = r"""\s*=\s*(?:\\?"|&quot;|')?([^"'<>&\\\s]*)"""
_SOURCE_ID = re.compile(f"data-stu-id{_VALUE}", re.IGNORECASE)
_TARGET_ID = re.compile(f"data-ttu-id{_VALUE}", re.IGNORECASE)
_WELL_FORMED = re.compile(r"[0-9a-f]{5}-p?([0-9]+)")


@document_rule("ID001", "id-mismatch", severity="error", its="markup", fix="unsafe", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what reading reported; one half can take the id of the other, if it is plain which."""
    for damage in facts.damage(check.slug):
        yield facts.finding(damage.message, damage.start, damage.end, edits=_edits(facts, damage))


def _edits(facts: DocumentFacts, damage: Damage) -> list[TextEdit]:
    index = next((place for place, each in enumerate(facts.document.segments) if each.end > damage.start), None)
    source = _SOURCE_ID.search(facts.text, damage.start, damage.end)
    if index is None or source is None or not damage.id:
        return []
    target = _TARGET_ID.search(facts.text, facts.document.segments[index].start, damage.start)
    right = [half for half in (target, source) if half and _fits(facts.document.segments, index, half[1])]
    if len(right) != 1 or target is None:
        return []
    wrong = source if right[0] is target else target
    return [TextEdit(*wrong.span(1), right[0][1])]


def _fits(segments: Sequence[Segment], index: int, written: str) -> bool:
    """Whether an id may be that of a segment: well formed, that of no other, and between those of its neighbours."""
    found = _WELL_FORMED.fullmatch(written)
    if not found or any(other.id == written for place, other in enumerate(segments) if place != index):
        return False
    number = int(found[1])
    before, after = (
        _WELL_FORMED.fullmatch(segments[place].id) if 0 <= place < len(segments) else None
        for place in (index - 1, index + 1)
    )
    return (before is None or int(before[1]) < number) and (after is None or number < int(after[1]))
