"""Characters that were lost, and UTF-8 that was read as Latin-1 or Windows-1252."""

from __future__ import annotations

import re

from locdocs.rules import SegmentFacts

__all__ = ["BYTE", "is_misread", "misread"]

# What the bytes 0x80 to 0xBF are in Latin-1 and in Windows-1252.
BYTE = "[\u0080-\u00bf" + bytes({*range(0x80, 0xA0)} - {0x81, 0x8D, 0x8F, 0x90, 0x9D}).decode("cp1252") + "]"
"""What a byte of a character of several bytes becomes, as a set of a regular expression."""
_CONTROL = "[\u0080-\u009f]"
_SIGN = "[\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf]"
_RARE = "[\u00a1-\u00a8\u00ac\u00ad\u00af\u00b1-\u00b3\u00b5\u00b6\u00b8\u00b9\u00bc-\u00bf]"
_MISREAD = re.compile(
    rf"""
      \ufffd+
    | &\#(?:0*65533|[xX]0*[fF]{{3}}[dD]);
    | \u00ef\u00bf\u00bd                                                    # U+FFFD itself
    | \u00c2(?=\u00a0) | (?<=[a-z\u00df-\u00ff])\u00c2(?=[ .,;:!?)]|\Z)      # a space that does not break
    | (?: (?<![A-Z])[\u00c2\u00c3] | [\u00c2\u00c3](?={_CONTROL}|{_SIGN}) ) {BYTE}   # Ã³
    | (?: [\u00c4-\u00df] {BYTE} ){{2,}}                                       # Ø§Ù„
    | [\u00c4-\u00df] {_CONTROL}
    | \u00e2 (?: \u20ac | \u0080 | \u201e | \u0084 ) {BYTE}                    # â€™
    | \u00ef (?: \u00bb \u00bf | \u00bc {BYTE} )                               # a byte order mark, full-width signs
    | \u00e3 [\u0080-\u0083\u20ac\u201a\u0192] {BYTE}                          # kana
    | [\u00e0-\u00ef] (?: [\u0080-\u009f\u00ad] {BYTE} | {BYTE} [\u0080-\u009f\u00ad] )
    | \u00e1 (?: \u00ba {BYTE} | \u00bb [\u00a1-\u00ba\u00bc-\u00bf] )      # Vietnamese
    | \u00e0 {_RARE} {BYTE}                                                   # Thai, the scripts of India
    | \u00f0 [\u0090-\u009f\u0178] {BYTE}{{2}}                               # emoji
    | [\u00e4-\u00e9] (?: {_RARE} {BYTE} | {BYTE} {_RARE} )
    | (?: [\u00e4-\u00e9] {BYTE}{{2}} ){{2,}}                                  # two Chinese characters
    """,
    re.VERBOSE,
)
# One of these is in each, or in each letter of several: so far behind it goes what it has become.
_LEAD = re.compile("[\u00c2-\u00f4\ufffd;]")
_LONGEST = 3
_ALONE = re.compile(r"\u00c2(?=[ .,;:!?)]|\Z)")
_MISREAD_LETTER = re.compile(f"[\u00ce-\u00df]{BYTE}")
_MISREAD_CHINESE = re.compile(rf"[\u00e3-\u00e9]{BYTE}{{2}}")


def misread(facts: SegmentFacts) -> list[re.Match[str]]:
    """Such runs in a target that its source does not have: U+FFFD, and what UTF-8 becomes in another encoding."""
    source, target = facts.segment.source, facts.segment.target
    found = list(_MISREAD.finditer(target))
    if not found and facts.profile.script != "LATIN":
        # A single letter is enough where the letters of Latin-1 are foreign.
        pattern = _MISREAD_CHINESE if facts.profile.script in ("CJK", "HANGUL") else _MISREAD_LETTER
        found = list(pattern.finditer(target))
    if not found and "\u00e2" not in facts.profile.accented:
        found = list(_ALONE.finditer(target))
    return [run for run in found if run[0] not in source]


def is_misread(facts: SegmentFacts, start: int, end: int) -> bool:
    """Whether a part of the target is, if only in part, what a letter has become; the space behind ``Â`` is such."""
    if not _LEAD.search(facts.segment.target, max(0, start - _LONGEST), end):
        return False
    return any(run.start() < end and start < run.end() + (run[0] == "\u00c2") for run in misread(facts))
