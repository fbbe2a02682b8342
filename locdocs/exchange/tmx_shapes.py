"""The shape of a ``tu``: a pattern made from one of them that fits all that look alike.

Programs write the units of a memory by one template: the same elements and attributes in the same order, with the same
white space between them. A pattern made from one of them is mostly literal, so it goes through the next ones five times
as fast as a pattern that fits any unit. A shape says which groups of its pattern hold texts and ids, which hold what
decides what the unit means, and how to put a unit together again, to be read as an element once for all.

What a pattern fits is well-formed, if what :mod:`locdocs.exchange.tmx_plain` checks of whole stretches is added to it:
characters that XML does not allow, references and ``]]>`` in texts, attributes of inline elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

__all__ = ["Shape", "runs_of", "shape_of"]

_SPACE = r"[ \t\r\n]"
_NAME = r"(?:xml:(?:lang|space)(?!\S*:)|(?!xml)[A-Za-z_][0-9A-Za-z_.-]*+)"
_ATTRIBUTES = rf'(?:{_SPACE}++{_NAME}="[^"<]*+")*+'
_ATTRIBUTE = re.compile(rf'({_SPACE}++({_NAME})=")([^"<]*+)"')
# Inline elements with nothing but text in them.
_INLINE = "|".join(
    rf'{name}(?: [A-Za-z_][0-9A-Za-z_.-]*+="[^"<>&]*+")*+(?:/>|>[^<]*+</{name}>)'
    for name in ("bpt", "ept", "ph", "it", "hi", "ut")
)
_SEGMENT = rf"[^<]*+(?:<(?:{_INLINE})[^<]*+)*+"
_LEAF = rf"<(?:(?:prop|note){_ATTRIBUTES}{_SPACE}*+(?:/>|>[^<]*+</(?:prop|note)>)|seg>{_SEGMENT}</seg>)"
_LEAVES = rf"(?:{_SPACE}*+{_LEAF})*+{_SPACE}*+"
_UNIT = re.compile(
    rf"{_SPACE}*+<tu{_ATTRIBUTES}{_SPACE}*+>{_LEAVES}"
    rf"(?:<tuv{_ATTRIBUTES}{_SPACE}*+>{_LEAVES}</tuv>{_LEAVES})++</tu>"
)
_TOKEN = re.compile(
    rf"({_SPACE}*+)(?:<(?P<name>tuv?|prop|note|seg)(?P<attributes>{_ATTRIBUTES})(?P<close>{_SPACE}*+/?>)"
    rf"(?:(?<=<seg>)(?P<segment>{_SEGMENT})|(?P<text>[^<]*+)(?=</(?:prop|note)>))?+|</[a-z]++>)"
)
# What stands between what ends a value that does not matter: a reference, or a character beyond ASCII (RFC 3629, 4).
_OTHER = (
    r"&(?:lt|gt|amp|quot|apos);|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee][\x80-\xbf]{2}"
    r"|\xed[\x80-\x9f][\x80-\xbf]|\xef(?:[\x80-\xbe][\x80-\xbf]|\xbf[\x80-\xbd])"
    r"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_ASCII = r"[^{}<&\x00-\x08\x0b\x0c\x0e-\x1f\x80-\xff]*+"

# What reading makes use of; all else may be anything.
_KEY_ATTRIBUTES = {"tu": ("srclang",), "tuv": ("lang", "xml:lang")}
_KEY_PROPERTIES = ("x-file", "x-translation-type", "x-source-commit", "x-source-hash", "x-block")
_ID_PROPERTY = "x-segment-id"

Role = Literal["key", "id", "text", "any"]


class _Hole(NamedTuple):
    """A place in which units of a shape differ."""

    pattern: str
    role: Role
    filling: str = ""
    """What stands there in a template, if it is no group."""


class Shape(NamedTuple):
    """What units that look alike have in common."""

    pattern: bytes
    """Fits such a unit and the white space before it, up to ``end``."""
    end: bytes
    """What stands behind the last group."""
    groups: int
    """How many groups the pattern has."""
    keys: tuple[int, ...]
    """The groups, counted from 0, that decide what the unit means: languages, properties."""
    ids: tuple[int, ...]
    """The groups that hold what may be the unit's id."""
    texts: tuple[int, ...]
    """The groups that hold the content of the ``seg`` elements."""
    template: tuple[bytes | int, ...]
    """A unit up to ``end`` in pieces; a number stands for a group."""

    def filled(self, values: Sequence[bytes]) -> bytes:
        """A unit of this shape.

        :param values: what stands in each group.
        """
        return b"".join(piece if isinstance(piece, bytes) else values[piece] for piece in self.template) + self.end


def shape_of(unit: bytes, *, dated: bool) -> Shape | None:
    """The shape of a ``tu``; ``None`` where there is more to it than a pattern can say.

    :param unit: the element in UTF-8, with the white space before it.
    :param dated: whether ``changedate`` means something.
    """
    text = unit.decode("utf-8", "replace")
    if not _UNIT.fullmatch(text):
        return None
    *parts, last = _joined(list(_parts(text, dated=dated)))
    pattern: list[str] = []
    template: list[bytes | int] = []
    roles: dict[Role, list[int]] = {"key": [], "id": [], "text": []}
    count = 0
    for part in parts:
        if isinstance(part, str):
            pattern.append(re.escape(part))
            template.append(part.encode())
        elif part.role == "any":
            pattern.append(part.pattern)
            template.append(part.filling.encode())
        else:
            pattern.append(f"({part.pattern})")
            template.append(count)
            roles[part.role].append(count)
            count += 1
    return Shape(
        rf"\s*+{''.join(pattern)}".encode(),
        str(last).encode(),
        count,
        tuple(roles["key"]),
        tuple(roles["id"]),
        tuple(roles["text"]),
        tuple(template),
    )


def _parts(unit: str, *, dated: bool) -> Iterator[str | _Hole]:
    """A unit as literals and holes, without the white space before it."""
    named = f'"{_ID_PROPERTY}"' in unit
    for token in _TOKEN.finditer(unit):
        space, name = token[1] if token.start() else "", token["name"]
        if name is None:
            yield token[0]
            continue
        yield f"{space}<{name}"
        kind = None
        for before, attribute, value in _ATTRIBUTE.findall(token["attributes"]):
            yield before
            if name == "prop" and attribute == "type":
                kind = value
                yield value
            else:
                yield _value(name, attribute, dated=dated, named=named)
            yield '"'
        yield token["close"]
        if token["segment"] is not None:
            yield _Hole(_SEGMENT, "text")
        elif token["text"] is not None:
            yield _content(kind)


def _value(name: str, attribute: str, *, dated: bool, named: bool) -> _Hole:
    """The value of an attribute."""
    if attribute in _KEY_ATTRIBUTES.get(name, ()) or (dated and attribute == "changedate" and name in _KEY_ATTRIBUTES):
        return _Hole('[^"<]*+', "key")
    if name == "tu" and attribute == "tuid" and not named:
        # The id as it stands; one with "#" may be one of ours, from which path and id are taken.
        return _Hole(r'[^"<&#\s]*+', "id")
    # No id is a question mark, so a unit that does make use of its tuid is found out.
    return _Hole(_anything('"'), "any", "?" if attribute == "tuid" else "")


def _content(kind: str | None) -> _Hole:
    """The text of a property, or of a note."""
    if kind == _ID_PROPERTY:
        return _Hole(r"[^<&\]]*+", "id")
    if kind in _KEY_PROPERTIES:
        return _Hole("[^<]*+", "key")
    return _Hole(_anything(r"\]"), "any")


def _anything(end: str) -> str:
    """What fits text up to a character, as long as it is well-formed."""
    plain = _ASCII.format(end)
    return f"{plain}(?:(?:{_OTHER}){plain})*+"


def _joined(parts: Sequence[str | _Hole]) -> Iterator[str | _Hole]:
    """The parts, with literals side by side made one, and so keys with nothing but literals between them."""
    index = 0
    while index < len(parts):
        part, end = parts[index], index + 1
        if isinstance(part, str):
            while end < len(parts) and isinstance(parts[end], str):
                end += 1
            yield "".join(map(str, parts[index:end]))
        elif part.role == "key":
            for ahead in range(end, len(parts)):
                other = parts[ahead]
                if not isinstance(other, str):
                    if other.role != "key":
                        break
                    end = ahead + 1
            span = parts[index:end]
            yield _Hole("".join(re.escape(each) if isinstance(each, str) else each.pattern for each in span), "key")
        else:
            yield part
        index = end


def runs_of(keys: Sequence[Sequence[bytes]], count: int) -> Iterator[tuple[int, int]]:
    """Start and end of each run of units with the same keys.

    :param keys: what each of the groups that are keys holds for so many units.
    """
    varying = [column for column in keys if column.count(column[0]) != count]
    if not varying:
        yield 0, count
        return
    start = 0
    for _, run in groupby(zip(*varying, strict=True)):
        end = start + len(list(run))
        yield start, end
        start = end
