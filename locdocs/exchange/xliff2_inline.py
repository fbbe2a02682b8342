"""Inline codes as XLIFF 2.1 writes them, and the native markup they refer to (``originalData``).

``pc`` is a pair, ``ph`` what stands alone, ``sc`` and ``ec`` are halves: alone, or of pairs that overlap others. The
``id`` of a code is that of its counterpart in the other language. A character that XML cannot hold is a ``cp`` element,
so every text comes through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from locdocs.exchange.xml import attribute, escape

if TYPE_CHECKING:
    from locdocs.markdown import InlineCode

__all__ = ["original_data", "text_with_codes", "with_code_points"]

_UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_A_NAME = re.compile(r"[\s:]")
# The types that the standard has (XLIFF 2.1, section 4.7.4, "type" and "subType").
_TYPES = {
    "bold": ("fmt", "xlf:b"),
    "italic": ("fmt", "xlf:i"),
    "strikethrough": ("fmt", "locdocs:strikethrough"),
    "line break": ("fmt", "xlf:lb"),
    "br": ("fmt", "xlf:lb"),
    "link": ("link", ""),
    "autolink": ("link", "locdocs:autolink"),
    "xref": ("link", "locdocs:xref"),
    "image": ("image", ""),
}

Escape = Callable[[str], str]


def with_code_points(text: str) -> str:
    """A text as element content, what XML cannot hold as ``cp`` (XLIFF 2.1, section 4.2.3.1)."""
    return _UNHELD.sub(lambda found: f'<cp hex="{ord(found[0]):04X}"/>', escape(text))


def text_with_codes(text: str, codes: Sequence[InlineCode], data: dict[str, str], escaped: Escape) -> bytes:
    """A text as the content of a ``source`` or ``target``.

    :param codes: its inline codes, by rising offset.
    :param data: the id of each piece of native markup of the unit; gets those that are new.
    :param escaped: :func:`with_code_points`, or what is faster where there is nothing for it to do.
    """
    closing = _whole_pairs(text, codes)
    parts: list[str] = []
    done = 0
    for code in codes:
        parts.append(escaped(text[done : code.start]))
        done = code.end
        kind = _type(code.name)
        reference = _reference(text[code.start : code.end], data)
        if code.role == "standalone":
            parts.append(f'<ph id="{code.x}" dataRef="{reference}"{kind}/>')
        elif code.pair is None:
            element = "sc" if code.role == "opening" else "ec"
            parts.append(f'<{element} id="{code.x}" isolated="yes" dataRef="{reference}"{kind}/>')
        elif code.pair not in closing:
            name = f'sc id="{code.x}"' if code.role == "opening" else f'ec startRef="{code.x}"'
            parts.append(f'<{name} dataRef="{reference}"{kind}/>')
        elif code.role == "opening":
            end = _reference(closing[code.pair], data)
            parts.append(f'<pc id="{code.x}" dataRefStart="{reference}" dataRefEnd="{end}"{kind}>')
        else:
            parts.append("</pc>")
    parts.append(escaped(text[done:]))
    return "".join(parts).encode()


def original_data(data: dict[str, str]) -> bytes:
    """The native markup of a unit, by its ids."""
    if not data:
        return b""
    elements = "".join(f'<data id="{name}">{with_code_points(markup)}</data>\n' for markup, name in data.items())
    return f"<originalData>\n{elements}</originalData>\n".encode()


def _reference(markup: str, data: dict[str, str]) -> str:
    return data.setdefault(markup, f"d{len(data) + 1}")


@lru_cache(1000)
def _type(name: str) -> str:
    kind, own = _TYPES.get(name) or ("other", f"locdocs:{_NOT_IN_A_NAME.sub('-', name)}")
    return f' type="{kind}"' + (f' subType="{attribute(own)}"' if own else "")


def _whole_pairs(text: str, codes: Sequence[InlineCode]) -> dict[int, str]:
    """The closing markup of each pair, if all pairs nest, as those of :mod:`locdocs.markdown` do; else nothing."""
    closing: dict[int, str] = {}
    opened: list[int] = []
    for code in codes:
        if code.pair is None:
            continue
        if code.role == "opening":
            opened.append(code.pair)
        elif opened and opened[-1] == code.pair:
            closing[opened.pop()] = text[code.start : code.end]
        else:
            return {}
    return {} if opened else closing
