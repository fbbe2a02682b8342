"""A character that was lost: U+FFFD, or UTF-8 that was read as something else.

## What it does

Reports the replacement character � in a target, and runs like `Ã³`, `â€™` or `æ—¥æœ¬`, which are what UTF-8 becomes
when it is read as Latin-1 or Windows-1252. What stands in the source too is left alone.

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
from collections.abc import Iterable, Iterator

from locdocs.rules import DocumentFacts, Finding, SegmentFacts, segment_rule

__all__ = ["check"]

# What the bytes 0x80 to 0xBF are in Latin-1 and in Windows-1252.
_BYTE = "[\u0080-\u00bf" + bytes({*range(0x80, 0xA0)} - {0x81, 0x8D, 0x8F, 0x90, 0x9D}).decode("cp1252") + "]"
_CONTROL = "[\u0080-\u009f]"
_SIGN = "[\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf]"
_RARE = "[\u00a1-\u00a8\u00ac\u00ad\u00af\u00b1-\u00b3\u00b5\u00b6\u00b8\u00b9\u00bc-\u00bf]"
_MISREAD = re.compile(
    rf"""
      \ufffd+
    | (?: (?<![A-Z])[\u00c2\u00c3] | [\u00c2\u00c3](?={_CONTROL}|{_SIGN}) ) {_BYTE}   # Ã³
    | (?: [\u00c4-\u00df] {_BYTE} ){{2,}}                                       # Ø§Ù„
    | [\u00c4-\u00df] {_CONTROL}
    | \u00e2 (?: \u20ac | \u0080 | \u201e | \u0084 ) {_BYTE}                    # â€™
    | \u00ef (?: \u00bb \u00bf | \u00bc {_BYTE} )                               # a byte order mark, full-width signs
    | \u00e3 [\u0080-\u0083\u20ac\u201a\u0192] {_BYTE}                          # kana
    | [\u00e0-\u00ef] (?: {_CONTROL} {_BYTE} | {_BYTE} {_CONTROL} )
    | [\u00e4-\u00e9] (?: {_RARE} {_BYTE} | {_BYTE} {_RARE} )
    | (?: [\u00e4-\u00e9] {_BYTE}{{2}} ){{2,}}                                  # two Chinese characters
    """,
    re.VERBOSE,
)
_MISREAD_CHINESE = re.compile(rf"[\u00e3-\u00e9]{_BYTE}{{2}}")
_SUSPECT = re.compile(rf"[\u00c2-\u00ef\ufffd](?:(?<=\ufffd)|{_BYTE})")
# The same in UTF-8, to see whether there is any: it begins with one byte, and so the search for it is quick.
_SUSPECT_BYTES = re.compile(rb"\xc3[\x82-\xaf][\xc2\xc5\xc6\xcb\xe2]")
_LOST = "\ufffd".encode()


def _among(facts: DocumentFacts) -> Iterable[int]:
    targets = facts.targets
    if _LOST in targets.data or _SUSPECT_BYTES.search(targets.data):
        return targets.matching(_SUSPECT)
    return ()


@segment_rule(
    "TX008",
    "replacement-character",
    severity="error",
    its="characters",
    among=_among,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield one finding for the segment, at the first character that the source does not have."""
    source, target = facts.segment.source, facts.segment.target
    misread = list(_MISREAD.finditer(target))
    if not misread and facts.profile.script != "LATIN":
        misread = list(_MISREAD_CHINESE.finditer(target))
    lost = [found for found in misread if found[0] not in source]
    if not lost:
        return
    if lost[0][0][0] == "\ufffd":
        message = "a character was lost here and U+FFFD stands in its place"
    else:
        message = f"{lost[0][0]!r} is UTF-8 that was read in another encoding"
    yield facts.finding(message + (f", and {len(lost) - 1} more" if lost[1:] else ""), target=lost[0].span())
