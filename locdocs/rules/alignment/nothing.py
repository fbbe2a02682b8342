"""Sources and targets that show their reader nothing: empty ones, and those that only seem to hold something."""

from __future__ import annotations

import re

from locdocs.rules.together import Together

__all__ = ["showing_nothing", "shows_nothing"]

_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_NOTHING = re.compile(
    rf"""
    (?: [\s{_UNSEEN}]
      | & (?: nbsp | ensp | emsp | thinsp | shy | zwnj | zwj | ZeroWidthSpace
            | \#0*(?: 32 | 160 | 173 | 819[2-9] | 820[0-7] | 8288 | 12288 )
            | \#x0*(?: 20 | a0 | ad | 200[0-9a-f] | 2060 | 3000 ) ) ;
      | <!-- .*? -->
      | < br \s*+ /?+ >
      | < (?P<tag> [a-z]++ ) > \s*+ </ (?P=tag) >
    )++
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_FIRST = f"&<{_UNSEEN}"
"""What such texts begin with, but for white space. The empty string is in it too."""


def shows_nothing(text: str) -> bool:
    """Whether a text is empty, or white space, characters without width, comments, line breaks and empty tags."""
    return not text or _NOTHING.fullmatch(text) is not None


def showing_nothing(texts: Together) -> list[int]:
    """The places of the texts that show nothing; few begin as these do, so that is looked at first."""
    few = [index for index, bare in enumerate(texts.stripped) if bare[:1] in _FIRST]
    return [index for index in few if shows_nothing(texts.parts[index])]
