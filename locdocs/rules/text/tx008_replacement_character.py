"""A character that was lost: U+FFFD, or UTF-8 that was read as something else.

## What it does

Reports the replacement character � in a target, as it is or as an entity, and runs like `Ã³`, `â€™`, `ï¿½` or `æ—¥æœ¬`,
which are what UTF-8 becomes when it is read as Latin-1 or Windows-1252; `Â` alone is what is left of a space that does
not break. What stands in the source too is left alone.

## Why

The reader sees a broken word. What was there can only be guessed, so there is no fix.

## Example

```text
source: The connection failed.
target: Error de conexi�n.
```

## Use instead

```text
source: The connection failed.
target: Error de conexión.
```

## Source

401 published targets with U+FFFD that their sources have not (docs/format.md, "The pair"); The Unicode Standard, 3.9,
"U+FFFD Substitution in Conversion". None on the five trees on which the rules are measured (99,797 pairs).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.rules import Finding, GroupFacts, SegmentFacts, segment_rule
from locdocs.rules.text.misread import BYTE, misread

__all__ = ["check"]

_SUSPECT = re.compile(rf"[\u00c2-\u00ef\ufffd](?:(?<=\ufffd)|{BYTE})")
# The same in UTF-8, to see whether there is any: it begins with one byte, and so the search for it is quick.
_SUSPECT_BYTES = re.compile(rb"\xc3[\x82-\xaf][\xc2\xc5\xc6\xcb\xe2]")
_LOST = re.compile("\ufffd".encode())
_MISREAD_BYTE = b"\xc3"


_ALONE = re.compile(rb"\xc3\x82(?![\x80-\xbf\xc3])")
_ENTITY = re.compile(rb"&#(?:0*65533|[xX]0*[fF]{3}[dD]);")


def _among(group: GroupFacts) -> Iterator[int]:
    targets, data = group.targets, group.targets.data
    some_misread = _MISREAD_BYTE in data  # in some languages next to never, and this is seen at once
    if _LOST.search(data) or (some_misread and _SUSPECT_BYTES.search(data)):
        yield from targets.matching(_SUSPECT)
    if some_misread:
        yield from targets.matching_bytes(_ALONE)
    yield from targets.matching_bytes(_ENTITY)


@segment_rule(
    "TX008",
    "replacement-character",
    severity="error",
    its="characters",
    among=_among,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield one finding for the segment, at the first character that the source does not have."""
    lost = misread(facts)
    if not lost:
        return
    if lost[0][0][0] == "\ufffd":
        message = "a character was lost here and U+FFFD stands in its place"
    else:
        message = f"{lost[0][0]!r} is UTF-8 that was read in another encoding"
    yield facts.finding(message + (f", and {len(lost) - 1} more" if lost[1:] else ""), target=lost[0].span())
