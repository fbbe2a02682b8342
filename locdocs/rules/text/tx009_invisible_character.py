"""A character that nobody sees, in the target only.

## What it does

Reports zero-width spaces and joiners, byte order marks, soft hyphens, fillers and control characters in targets,
variation selectors behind Latin letters and white space, letters that are written as a letter and a combining accent
where one character would do, and, outside of languages that are written from right to left, marks that set the
direction of writing. What stands in the source too is left alone. Joiners are left alone where
scripts need them: only Latin, Cyrillic and East Asian text is looked at, and emoji may be joined. The fix takes the
character out, or writes letter and accent as one. A soft hyphen in what [TX008](TX008.md) reports
as misread, such as `Ã` and U+00AD for `í`, is half of a letter and left alone. Controls from U+0080 to U+009F are what
is left of a letter that was read in another encoding, by which it can be found again: they are reported once a segment
and not taken out, and where TX008 reports the segment, not at all.

## Why

Search, comparison and links fail on what looks the same but is not.

## Example

```text
source: "Open the panel."
target: "Abra el[U+200B] panel."
```

## Use instead

```text
source: "Open the panel."
target: "Abra el panel."
```

## Source

8 targets with such characters in 15 published trees, 7 more with marks of direction outside Arabic; in Arabic these
stand in 273 and are right. Unicode Standard Annex 9 and 15. None on the five trees on which the rules are measured
(99,797 pairs).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from locdocs.rules import Finding, GroupFacts, SegmentFacts, segment_rule
from locdocs.rules.text.misread import is_misread, misread

__all__ = ["check"]

_INVISIBLE = re.compile(
    r"""
      (?P<control> [\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f] )
    | (?P<space> [\u200b\u2060\ufeff\u180e\u2028\u2029] )
    | (?P<joiner> (?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]) [\u200c\u200d]+ )
    | (?P<filler> [\u00ad\u115f\u1160\u2061-\u2064\u2800\u3164\uffa0] )
    | (?P<variation> (?<=[0-9A-Za-z\u00c0-\u024f\s]) [\ufe00-\ufe0f] (?!\u20e3) )
    | (?P<direction> [\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069] )
    """,
    re.VERBOSE,
)
_OF_ANOTHER_ENCODING = re.compile("[\u0080-\u009f]")
_ACCENTED = re.compile(r"\w[\u0300-\u036f\u0653-\u0655\u3099\u309a]+")
_NO_JOINERS = frozenset({"LATIN", "CYRILLIC", "CJK", "HANGUL"})


# Any of these; a null parts the texts.
_SUSPECT = re.compile(
    "[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u0300-\u036f\u061c\u0653-\u0655\u115f\u1160\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\u2800\u3099\u309a\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)


_CONTROLS = bytes(byte for byte in range(1, 128) if (byte < 32 and byte not in b"\t\n\r") or byte == 127)
_OTHER_BYTES = bytes(byte for byte in range(256) if byte not in _CONTROLS)


# The bytes with which these begin in UTF-8; what else begins with E3 or EF is common in Chinese and Japanese.
_FIRST_BYTES = [bytes([byte]) for byte in b"\xc2\xcc\xcd\xd8\xd9\xe1\xe2"]
_OF_COMMON_BYTES = "\u3099\u309a\u3164\ufe0e\ufe0f\ufeff\uffa0"


def _among(group: GroupFacts) -> Iterable[int]:
    """The segments with such a character; most documents have none, which is seen at once."""
    targets = group.targets
    data = targets.data
    if (
        data.translate(None, _OTHER_BYTES)
        or any(map(data.__contains__, _FIRST_BYTES))
        or any(map(targets.text.__contains__, _OF_COMMON_BYTES))
    ):
        return targets.matching(_SUSPECT)
    return ()


@segment_rule(
    "TX009",
    "invisible-character",
    severity="warning",
    its="characters",
    fix="safe",
    among=_among,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield a finding for each character, or letter with accents."""
    source, target = facts.segment.source, facts.target
    for found in _INVISIBLE.finditer(target.text):
        if found[0] in source or not _is_wrong(facts, found.lastgroup) or is_misread(facts, *found.span()):
            continue
        message = f"an invisible character: {_names(found[0])}"
        yield facts.finding(message, target=found.span(), edits=[target.edit(*found.span(), "")])
    yield from _of_another_encoding(facts)
    for found in _ACCENTED.finditer(target.text):
        one = unicodedata.normalize("NFC", found[0])
        if one != found[0] and found[0] not in source:
            message = f"{found[0]!r} is written as letter and accent"
            yield facts.finding(message, target=found.span(), edits=[target.edit(*found.span(), one)])


def _of_another_encoding(facts: SegmentFacts) -> Iterator[Finding]:
    """Controls that no text has: one finding for all, and no fix."""
    source = facts.segment.source
    controls = [found for found in _OF_ANOTHER_ENCODING.finditer(facts.segment.target) if found[0] not in source]
    if controls and not any(run[0][0] != "\ufffd" for run in misread(facts)):
        more = f", and {len(controls) - 1} more" if controls[1:] else ""
        message = f"an invisible character: {_names(controls[0][0])}{more}; it may be a letter in another encoding"
        yield facts.finding(message, target=controls[0].span())


def _names(characters: str) -> str:
    return ", ".join(f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip() for char in characters)


def _is_wrong(facts: SegmentFacts, kind: str | None) -> bool:
    if kind == "direction":
        return facts.profile.direction == "ltr"
    return kind != "joiner" or facts.profile.script in _NO_JOINERS
