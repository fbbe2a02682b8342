r"""JSON Lines: one object a segment, in UTF-8, each on a line that ends with LF.

==================  ===================================================================================================
key                 value
==================  ===================================================================================================
locdocs             1, the version of these keys; a key never changes its meaning within a version
path                the document, POSIX, relative to the folder that was read; ``null`` for a text in memory
id                  the segment's id in the document, such as ``"0c05b-103"``
number              the id without its prefix: with path and source it joins languages and versions
line                the line of the document on which the pair begins, counted from 1; ``null`` where it is not known
source, target      the two texts
source_language     such as ``"en-US"``
target_language     such as ``"es-ES"``; ``null`` where nothing says so
translation_type    ``"MT"`` (machine), ``"HT"`` (human) or ``null``
source_commit       commit of the English repository, or ``null``
source_hash         SHA-1 of the English file, or ``null``
last_handoff        the day of the hand-over, ``"2020-07-29"``, or ``null``
inline              how inline markup stands in the texts: ``"markdown"``, ``"plain"`` or ``"codes"``
block               the kind of block the segment stands in; only where it was asked for
source_codes,       the inline codes of the texts, only with ``"codes"``: a list of objects with ``start`` and ``end``
target_codes        (characters of the text, Unicode code points), ``role``, ``kind``, ``pair`` (both halves of a pair
                    have the same number; ``null`` for other codes) and ``x`` (the same number in both texts)
roots               the names of the folders that ``path`` is relative to: a list; only where they are known
==================  ===================================================================================================

Every text comes through: a byte that was not UTF-8 is the escape of a lone surrogate (``\udc80`` to ``\udcff``), which
not every reader of JSON takes. U+0085, U+2028 and U+2029 are written as escapes, because some readers end lines there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from json import JSONEncoder
from typing import TYPE_CHECKING, Any

from locdocs.exchange.settings import Settings, Tally
from locdocs.files import Output
from locdocs.units import Unit

if TYPE_CHECKING:
    from locdocs.markdown import InlineCode

__all__ = ["VERSION", "code_object", "encoded_line", "write"]

VERSION = 1
"""The version of the keys."""

_encode = JSONEncoder(ensure_ascii=False).encode
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


def write(batches: Iterable[Sequence[Unit]], output: Output, settings: Settings, tally: Tally) -> None:  # noqa: ARG001
    """Write a JSON Lines file.

    :param batches: units, those of a batch with one origin.
    :param tally: left alone: JSON holds every character.
    """
    file = output.open()
    for batch in batches:
        text = "".join(_lines(batch, settings))
        if _LINE_ENDS.search(text):
            text = _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
        # A lone surrogate is written as "\\udc80", which is how JSON spells it.
        file.write(text.encode("utf-8", "backslashreplace"))


def encoded_line(entry: dict[str, Any]) -> bytes:
    """One object as a line."""
    text = _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", _encode(entry))
    return f"{text}\n".encode("utf-8", "backslashreplace")


def _lines(batch: Sequence[Unit], settings: Settings) -> Iterator[str]:
    origin = batch[0].origin
    # What all lines share is encoded once: most of a line.
    beginning = _encode({"locdocs": VERSION, "path": origin.path})[:-1]
    provenance = _encode(
        {
            "source_language": origin.source_language,
            "target_language": origin.target_language,
            "translation_type": origin.translation_type,
            "source_commit": origin.source_commit,
            "source_hash": origin.source_hash,
            "last_handoff": origin.last_handoff.isoformat() if origin.last_handoff else None,
            "inline": settings.inline,
        }
    )[1:-1]
    for unit in batch:
        own = _encode(
            {"id": unit.id, "number": unit.number, "line": unit.line, "source": unit.source, "target": unit.target}
        )[1:-1]
        asked_for: dict[str, Any] = {}
        if settings.block_kind:
            asked_for["block"] = unit.block
        if settings.inline == "codes":
            asked_for["source_codes"] = [code_object(code) for code in unit.source_codes or ()]
            asked_for["target_codes"] = [code_object(code) for code in unit.target_codes or ()]
        if settings.roots:
            asked_for["roots"] = settings.roots
        ending = f", {_encode(asked_for)[1:]}" if asked_for else "}"
        yield f"{beginning}, {own}, {provenance}{ending}\n"


def code_object(code: InlineCode) -> dict[str, Any]:
    """An inline code as it stands in ``source_codes`` and ``target_codes``."""
    return {
        "start": code.start,
        "end": code.end,
        "role": code.role,
        "kind": code.kind,
        "pair": code.pair,
        "x": code.x,
    }
