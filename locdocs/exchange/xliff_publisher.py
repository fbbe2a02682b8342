r"""XLIFF 1.2 as the publisher of the documents hands it to translators (docs/format.md, "The publisher's own XLIFF").

Valid against the transitional schema. What differs from the usual layout:

* ``original`` is the file's name. The header holds ``ms.openlocfilehash``, ``ms.sourcegitcommit``, ``ms.lasthandoff``
  (MM/DD/YYYY), ``ms.openlocfilepath`` (the path), and ``ms.translationtype``, ``inline``, ``root``, which locdocs needs
  to bring the file back. They stand in a namespace of their own, ``urn:locdocs:publisher-layout:1``; the publisher's
  is not used, because what it may hold is not known.
* All units stand in one group with the id ``content``, and the id of a unit is the number of the segment, ``117`` of
  ``0c05b-117``; ``resname`` is the segment's id. Units of the front matter have the restype ``x-metadata`` and the ids
  ``101``, the title, and ``102``, the description; ``resname`` says which.
* Paired codes are numbered ``p1``, ``p2``, .., others ``ph1``, ``ph2``, ..; the title of a link or an image is text
  between two codes of its own. There is no skeleton: the document itself is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from locdocs.exchange.settings import Settings
from locdocs.exchange.xliff_layout import NAMESPACE, Frame, Layout, MarkedUp, file_attributes, tool
from locdocs.exchange.xml import content, escape
from locdocs.units import Origin

if TYPE_CHECKING:
    from locdocs.markdown import InlineCode

__all__ = ["PUBLISHER", "PUBLISHER_NAMESPACE"]

PUBLISHER_NAMESPACE = "urn:locdocs:publisher-layout:1"
"""The namespace of what the header says of a document."""

_NUMBERS = {"title": "101", "description": "102"}

# The second half of a link or image, cut at its title. Whatever the cut, put together it is the same again.
_TITLE = re.compile(r"""(\])(\(.*?\s(["']))(.+)(\3\s*\))""", re.DOTALL)


def _file(origin: Origin, settings: Settings) -> str:
    said = [
        ("ms.openlocfilehash", origin.source_hash),
        ("ms.sourcegitcommit", origin.source_commit),
        ("ms.lasthandoff", f"{origin.last_handoff:%m/%d/%Y}" if origin.last_handoff else None),
        ("ms.openlocfilepath", origin.path),
        ("ms.translationtype", origin.translation_type),
        ("inline", settings.inline),
        *(("root", root) for root in settings.roots),
    ]
    return (
        file_attributes(origin, PurePosixPath(origin.path or "").name, "xml")
        + "<header>\n"
        + tool()
        + "".join(f"<l:{name}>{content(value)}</l:{name}>\n" for name, value in said if value)
        + '</header>\n<body>\n<group id="content" extype="content">\n'
    )


def _frame(origin: Origin) -> Frame:
    qualifier = ' state-qualifier="leveraged-mt"' if origin.translation_type == "MT" else ""
    return Frame(
        b'<trans-unit id="',
        b' translate="yes" xml:space="preserve">\n<source>',
        f'</source>\n<target state="translated"{qualifier}>'.encode(),
        b"</target>\n",
        b"</trans-unit>\n",
    )


def _restype(block: str | None) -> bytes:
    return b' restype="x-metadata"' if block == "front matter" else b""


def _number(segment_id: str) -> str:
    return _NUMBERS.get(segment_id) or segment_id.rpartition("-")[2]


class _Numbers:
    """The ids of the codes of a unit: the same for a code of the source and its counterpart in the target."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], str] = {}
        self._pairs, self._others = count(1), count(1)

    def pair(self, x: int, part: str = "pair") -> str:
        return self._known.setdefault((part, x), "") or self._new(part, x, f"p{next(self._pairs)}")

    def other(self, x: int) -> str:
        return self._known.setdefault(("other", x), "") or self._new("other", x, f"ph{next(self._others)}")

    def _new(self, part: str, x: int, name: str) -> str:
        self._known[part, x] = name
        return name


def _marked_up(
    source: str, source_codes: Sequence[InlineCode], target: str, target_codes: Sequence[InlineCode]
) -> MarkedUp:
    numbers = _Numbers()
    return (
        "".join(_pieces(source, source_codes, numbers)).encode(),
        "".join(_pieces(target, target_codes, numbers)).encode(),
    )


def _pieces(text: str, codes: Sequence[InlineCode], numbers: _Numbers) -> Iterator[str]:
    done = 0
    for code in codes:
        yield escape(text[done : code.start])
        markup = text[code.start : code.end]
        done = code.end
        if code.role == "standalone":
            yield f'<ph id="{numbers.other(code.x)}">{escape(markup)}</ph>'
        elif code.pair is None:
            position = "open" if code.role == "opening" else "close"
            yield f'<it id="{numbers.pair(code.x)}" pos="{position}">{escape(markup)}</it>'
        elif code.role == "opening":
            yield f'<bpt id="{numbers.pair(code.x)}">{escape(markup)}</bpt>'
        elif code.title and (parts := _TITLE.fullmatch(markup)):
            own, of_title = numbers.pair(code.x), numbers.pair(code.x, "title")
            yield f'<ept id="{own}">{parts[1]}</ept><bpt id="{of_title}">{escape(parts[2])}</bpt>'
            yield f'{escape(parts[4])}<ept id="{of_title}">{escape(parts[5])}</ept>'
        else:
            yield f'<ept id="{numbers.pair(code.x)}">{escape(markup)}</ept>'
    yield escape(text[done:])


PUBLISHER = Layout(
    f'<xliff version="1.2" xmlns="{NAMESPACE}" xmlns:l="{PUBLISHER_NAMESPACE}">\n',
    _file,
    b"</group>\n</body>\n</file>\n",
    _frame,
    _number,
    _marked_up,
    _restype,
    lambda _: b"",
)
"""The publisher's layout."""
