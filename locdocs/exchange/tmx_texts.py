"""The texts of many segments at once, from what stands in a TMX file: decoded, without tags and references.

What is checked here is what patterns leave open (:mod:`locdocs.exchange.tmx_shapes`): UTF-8, characters that XML does
not allow, references, ``]]>``, and attributes that stand twice in a tag.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

__all__ = ["texts_of"]

_HELD = bytes([9, 10, 13, *range(32, 256)])
_TAG = re.compile("(<[^>]*+>)")
_ATTRIBUTE = re.compile(' ([^ =]++)="[^"]*+"')
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_NUMBER = re.compile("#(?:([0-9]{1,9})|x([0-9A-Fa-f]{1,8}))")
# XML 1.0, production 2, without white space.
_CHARACTERS = range(0x20, 0xD800), range(0xE000, 0xFFFE), range(0x10000, 0x110000)
_SEPARATOR = b"\0"


def texts_of(ids: Sequence[Sequence[bytes]], contents: Sequence[Sequence[bytes]]) -> list[list[str]] | None:
    """Ids, and the texts of segments, from what stands in the file: many at the price of one.

    :return: in the same order; ``None`` where one of them is more than text with simple inline elements, or no XML.
    """
    columns = [*ids, *contents]
    count = len(columns[0])
    data = _SEPARATOR.join(chain.from_iterable(columns))
    if len(data.translate(None, _HELD)) != len(columns) * count - 1:
        return None
    try:
        text = _text_of(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None
    if text is None:
        return None
    texts = text.split(_SEPARATOR.decode())
    return [texts[start : start + count] for start in range(0, len(texts), count)]


def _text_of(content: str) -> str | None:
    """Content without references and without the tags of inline elements, each of which is the text that it holds.

    :return: ``None`` where there are references to other entities, an attribute stands twice, or it is not well-formed.
    """
    if "\r" in content:
        content = content.replace("\r\n", "\n").replace("\r", "\n")
    if "\ufffe" in content or "\uffff" in content:
        return None
    if "<" in content:
        pieces = _TAG.split(content)
        if any(map(_is_ambiguous, set(pieces[1::2]))):
            return None
        content = "".join(pieces[::2])
    if ">" in content and "]]>" in content:  # the first is many times as fast, and mostly enough
        return None
    if "&" not in content:
        return content
    first, *others = content.split("&")
    parts = [first]
    for other in others:
        name, end, following = other.partition(";")
        character = _ENTITIES.get(name) or _character(name)
        if character is None or not end:
            return None
        parts += character, following
    return "".join(parts)


@lru_cache(1000)
def _is_ambiguous(tag: str) -> bool:
    names = _ATTRIBUTE.findall(tag)
    return len(set(names)) != len(names)


def _character(name: str) -> str | None:
    """The character that a reference by number stands for; ``None`` where XML has none."""
    number = _NUMBER.fullmatch(name)
    if number is None:
        return None
    code = int(number[1]) if number[1] else int(number[2], 16)
    return chr(code) if code in (9, 10, 13) or any(code in characters for characters in _CHARACTERS) else None
