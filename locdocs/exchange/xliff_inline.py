"""Inline codes as XLIFF 1.2 writes them: ``bpt`` and ``ept`` for a pair, ``it`` for a lone half, ``ph`` for the rest.

Each holds the Markdown it stands for, and the ``id`` is the same on both halves of a pair and on the code of the other
language that stands for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from locdocs.exchange.xml import attribute, escape

if TYPE_CHECKING:
    from locdocs.markdown import InlineCode

__all__ = ["with_codes"]

# The names that the standard has (XLIFF 1.2, section 2.4, "ctype"); others begin with "x-".
_DELIMITERS = {"bold": "bold", "italic": "italic", "link": "link"}
_PLACEHOLDERS = {"image": "image", "line break": "lb", "br": "lb"}
_WHITE_SPACE = re.compile(r"\s")


def with_codes(text: str, codes: Sequence[InlineCode]) -> bytes:
    """A text as the content of a ``source`` or ``target``.

    :param text: a text that XML can hold.
    :param codes: its inline codes, by rising offset.
    """
    parts: list[str] = []
    done = 0
    for code in codes:
        before_id, after_id, end = _tags(code.role, code.name, paired=code.pair is not None)
        parts += (
            escape(text[done : code.start]),
            before_id,
            str(code.x),
            after_id,
            escape(text[code.start : code.end]),
            end,
        )
        done = code.end
    parts.append(escape(text[done:]))
    return "".join(parts).encode()


@lru_cache(1000)
def _tags(role: str, name: str, *, paired: bool) -> tuple[str, str, str]:
    """What stands before the id of a code, behind it, and behind its markup."""
    own = "x-" + _WHITE_SPACE.sub("-", name)
    if role == "standalone":
        return '<ph id="', f'" ctype="{attribute(_PLACEHOLDERS.get(name, own))}">', "</ph>"
    kind = attribute(_DELIMITERS.get(name, own))
    if not paired:
        return '<it id="', f'" pos="{"open" if role == "opening" else "close"}" ctype="{kind}">', "</it>"
    if role == "opening":
        return '<bpt id="', f'" ctype="{kind}">', "</bpt>"
    return '<ept id="', '">', "</ept>"
