"""Documents for the tests of structure, written short: ``{target|source}`` stands for a pair."""

from __future__ import annotations

import re
from itertools import count

import locdocs
from locdocs import Document
from tests.strategies import Pair

_BRACES = re.compile(r"\{\{(.*?)\|\|(.*?)\}\}", re.DOTALL)


def document(text: str, *, first: int = 101) -> Document:
    """The document of a text in which ``{{target||source}}`` is a pair; the numbers rise from ``first``."""
    numbers = count(first)
    return locdocs.parse(_BRACES.sub(lambda found: str(Pair(f"0c05b-{next(numbers)}", found[1], found[2])), text))
