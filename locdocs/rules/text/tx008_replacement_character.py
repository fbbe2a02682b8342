"""A character that was lost: U+FFFD, UTF-8 that was read as something else, or bytes that are no UTF-8.

## What it does

Reports the replacement character � in a target, as it is or as an entity, and runs like `Ã³`, `â€™`, `ï¿½` or `æ—¥æœ¬`,
which are what UTF-8 becomes when it is read as Latin-1 or Windows-1252; `Â` alone is what is left of a space that does
not break. What stands in the source too is left alone.

And bytes that are not UTF-8, because the file was saved in another encoding (`ü` as the one byte 0xFC): once for each
segment that holds some in its target, else in its source, and once for all outside of the segments. The front matter is
for [FM002](FM002.md).

## Why

The reader sees a broken word, and other tools do not read such a file at all. What was there can only be guessed, so
there is no fix.

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

from locdocs.rules import DocumentFacts, Finding, GroupFacts, SegmentFacts, document_rule
from locdocs.rules.text.misread import BYTE, misread

__all__ = ["check"]

_SUSPECT = re.compile(rf"[\u00c2-\u00ef\ufffd](?:(?<=\ufffd)|{BYTE})")
# The same in UTF-8, to see whether there is any: it begins with one byte, and so the search for it is quick.
_SUSPECT_BYTES = re.compile(rb"\xc3[\x82-\xaf][\xc2\xc5\xc6\xcb\xe2]")
_LOST = re.compile("\ufffd".encode())
_MISREAD_BYTE = b"\xc3"
_ALONE = re.compile(rb"\xc3\x82(?![\x80-\xbf\xc3])")
_ENTITY = re.compile(rb"&#(?:0*65533|[xX]0*[fF]{3}[dD]);")
# What reading makes of a byte that is not UTF-8; and how that begins where it is written as if it were a character.
_BYTE = re.compile("[\udc80-\udcff]")
_BYTE_BEGINS = b"\xed\xb2", b"\xed\xb3"


def _documents(group: GroupFacts) -> Iterator[int]:
    yield from group.having(_segments)
    for place, text in enumerate(group.skeletons):
        if not text.isascii() and _holds_bytes(text):
            yield place


def _segments(group: GroupFacts) -> Iterator[int]:
    for side in (group.targets, group.sources):
        if b"\xed" in side.data and any(map(side.data.__contains__, _BYTE_BEGINS)):
            yield from side.matching(_BYTE)
    targets, data = group.targets, group.targets.data
    some_misread = _MISREAD_BYTE in data  # in some languages next to never, and this is seen at once
    if _LOST.search(data) or (some_misread and _SUSPECT_BYTES.search(data)):
        yield from targets.matching(_SUSPECT)
    if some_misread:
        yield from targets.matching_bytes(_ALONE)
    yield from targets.matching_bytes(_ENTITY)


def _holds_bytes(text: str) -> bool:
    """Whether a text holds bytes that are not UTF-8: to write it is quicker than to search it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


@document_rule("TX008", "replacement-character", severity="error", its="characters", among=_documents)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what is found in the segments that are worth a look, then bytes outside of segments."""
    for index in facts.among(_segments):
        segment = facts.segment(index)
        yield from _bytes_in(segment)
        yield from _lost_in(segment)
    if _holds_bytes(facts.skeleton):
        found = _BYTE.finditer(facts.text, facts.document.front_matter.end)
        outside = [byte for byte in found if facts.segment_at(byte.start()) is None]
        if outside:
            yield facts.finding(_no_utf8(outside), *outside[0].span())


def _bytes_in(facts: SegmentFacts) -> Iterator[Finding]:
    """One finding at the first byte of the target that is not UTF-8, else of the source."""
    target, source = (list(_BYTE.finditer(text)) for text in (facts.segment.target, facts.segment.source))
    if target:
        yield facts.finding(_no_utf8(target), target=target[0].span())
    elif source:
        yield facts.finding(_no_utf8(source), source=source[0].span())


def _no_utf8(found: list[re.Match[str]]) -> str:
    more = f", and {len(found) - 1} more" if found[1:] else ""
    return f"the byte 0x{ord(found[0][0]) - 0xDC00:02X} is not UTF-8{more}: the file was saved in another encoding"


def _lost_in(facts: SegmentFacts) -> Iterator[Finding]:
    """One finding for the segment, at the first character that the source does not have."""
    lost = misread(facts)
    if not lost:
        return
    if lost[0][0][0] == "\ufffd":
        message = "a character was lost here and U+FFFD stands in its place"
    else:
        message = f"{lost[0][0]!r} is UTF-8 that was read in another encoding"
    yield facts.finding(message + (f", and {len(lost) - 1} more" if lost[1:] else ""), target=lost[0].span())
