"""TMX 1.4b, the format of translation memories.

One ``tu`` a segment with a ``tuid`` that no other has (path and id), the day of the hand-over as ``changedate``, and as
``prop``: ``x-file``, ``x-segment-id``, ``x-translation-type``, ``x-source-commit``, ``x-source-hash`` and, where asked
for, ``x-block``. The header says in ``x-inline`` how inline markup stands in the texts, and in ``x-root`` what the
paths are relative to. Its ``srclang`` is that of the first unit; a ``tu`` of another source language says so itself.

The file names no DTD: parsers that do not know where to find one would refuse to read it, and TMX asks for none. The
text is put together as strings, because a tree or an incremental XML writer costs five times as much; the tests hold
what is written against the DTD and a parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from string import ascii_lowercase, digits
from typing import TYPE_CHECKING, NamedTuple

from locdocs.exchange.columns import columns_of, interleaved
from locdocs.exchange.settings import Settings, Tally
from locdocs.exchange.xml import Held, attribute, content, escape, held_texts
from locdocs.files import Output
from locdocs.units import InlineMode, Origin, Unit, UnitColumns

if TYPE_CHECKING:
    from locdocs.markdown import InlineCode

__all__ = ["FOOTER", "header", "prop", "segment_content", "write"]

_HEADER = """\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="locdocs" creationtoolversion="{version}" segtype="sentence" o-tmf="locdocs" adminlang="en" \
srclang="{language}" datatype="{datatype}">
<prop type="x-inline">{inline}</prop>
{roots}</header>
<body>
"""
FOOTER = b"</body>\n</tmx>\n"
_DATATYPE: dict[InlineMode, str] = {"markdown": "x-markdown", "plain": "plaintext", "codes": "x-markdown"}
# The names TMX recommends for what they mean; others begin with "x-".
_TYPES = {"bold": "bold", "italic": "italic", "link": "link", "image": "image", "line break": "lb"}
_WHITE_SPACE = re.compile(r"\s")
_PLAIN = f"{ascii_lowercase}{digits}-".encode()


def write(batches: Iterable[Sequence[Unit]], output: Output, settings: Settings, tally: Tally) -> None:
    """Write a TMX file.

    :param batches: units, those of a batch with one origin.
    :param tally: gets the number of characters that XML cannot hold.
    """
    file = output.open()
    language: str | None = None
    names = _Names()
    for batch in batches:
        columns = columns_of(batch)
        origin = columns.origin
        if language is None:
            language = origin.source_language
            file.write(header(language, settings))
        frame = _frame(origin, names.path(origin), language)
        file.write(b"".join(_pieces(columns, names, frame, settings, tally)))
    if language is None:
        file.write(header("*all*", settings))
    file.write(FOOTER)


def _pieces(columns: UnitColumns, names: _Names, frame: _Frame, settings: Settings, tally: Tally) -> Iterable[bytes]:
    """The ``tu``s of a batch in pieces, so that nothing is copied before all of it is joined."""
    ids, sources, targets = map(held_texts, (columns.ids, columns.sources, columns.targets))
    tally.characters_replaced += ids.replaced + sources.replaced + targets.replaced
    blocks = columns.blocks or () if settings.block_kind else ()
    codes = (columns.source_codes, columns.target_codes) if settings.inline == "codes" else (None, None)
    return interleaved(
        frame.before_tuid,
        (names.ids(ids.escaped), frame.before_id),
        (ids.escaped, frame.before_block),
        ([prop("x-block", block).encode() for block in blocks], frame.before_source),
        (_with_codes(sources, codes[0]), frame.before_target),
        (_with_codes(targets, codes[1]), _AFTER_TARGET),
        count=len(columns),
    )


def header(language: str, settings: Settings) -> bytes:
    """What stands before the first ``tu``, which has this source language."""
    from locdocs import __version__  # noqa: PLC0415 - the package imports this module

    return _HEADER.format(
        version=__version__,
        language=attribute(language),
        datatype=_DATATYPE[settings.inline],
        inline=settings.inline,
        roots="".join(prop("x-root", root) for root in settings.roots),
    ).encode()


class _Names:
    """Makes ``tuid``s: path, ``#``, id; where that was there before, a number behind it (``~2``).

    A tree names each path once and a document nearly always each id, so this is for lists of documents, for several
    folders that hold the same page, and for damaged files. It remembers a number for each document, some 60 bytes.
    """

    def __init__(self) -> None:
        self._paths: dict[int, int] = {}
        self._origin: Origin | None = None
        self._path = ""
        self._ids: dict[bytes, int] = {}

    def path(self, origin: Origin) -> str:
        """The first half, escaped, for all units of a document."""
        if origin != self._origin:
            self._origin, self._ids = origin, {}
            path = self._path = attribute(_WHITE_SPACE.sub(_percent_encoded, origin.path or ""))
            while (key := hash(self._path)) in self._paths:
                self._paths[hash(path)] += 1
                self._path = f"{path}~{self._paths[hash(path)]}"
            self._paths[key] = 1
        return self._path

    def ids(self, ids: Sequence[bytes]) -> Sequence[bytes]:
        """The second half for each unit of the document that :meth:`path` was last asked for, from escaped ids."""
        if not self._ids:
            self._ids = dict.fromkeys(ids, 1)
            if len(self._ids) == len(ids) and not b"".join(ids).translate(None, _PLAIN):
                return ids
            self._ids = {}
        return [self._unique(segment_id) for segment_id in ids]

    def _unique(self, segment_id: bytes) -> bytes:
        text = _WHITE_SPACE.sub(_percent_encoded, segment_id.decode().replace("&#13;", "\r"))
        plain = name = text.replace('"', "&quot;").encode()
        while name in self._ids:
            self._ids[plain] += 1
            name = b"%b~%d" % (plain, self._ids[plain])
        self._ids[name] = 1
        return name


def _percent_encoded(found: re.Match[str]) -> str:
    """White space as a ``tuid`` can hold it."""
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


class _Frame(NamedTuple):
    """What stands around the variable parts of a ``tu``: the same for all units of a document."""

    before_tuid: bytes
    before_id: bytes
    before_block: bytes
    before_source: bytes
    before_target: bytes


_AFTER_TARGET = b"</seg></tuv>\n</tu>\n"


def _frame(origin: Origin, path: str, language: str) -> _Frame:
    own_language = "" if origin.source_language == language else f' srclang="{attribute(origin.source_language)}"'
    date = f' changedate="{origin.last_handoff:%Y%m%d}T000000Z"' if origin.last_handoff else ""
    provenance = (
        prop("x-translation-type", origin.translation_type)
        + prop("x-source-commit", origin.source_commit)
        + prop("x-source-hash", origin.source_hash)
    )
    return _Frame(
        f'<tu tuid="{path}#'.encode(),
        f'"{own_language}{date}>\n{prop("x-file", origin.path)}<prop type="x-segment-id">'.encode(),
        f"</prop>\n{provenance}".encode(),
        f'<tuv xml:lang="{attribute(origin.source_language)}"><seg>'.encode(),
        f'</seg></tuv>\n<tuv xml:lang="{attribute(origin.target_language or "")}"><seg>'.encode(),
    )


def _with_codes(held: Held, codes: Sequence[Sequence[InlineCode] | None] | None) -> Sequence[bytes]:
    """The texts as XML writes them, with their inline codes."""
    if not codes:
        return held.escaped
    return [
        segment_content(text, own).encode() if own else escaped
        for text, own, escaped in zip(held.texts, codes, held.escaped, strict=True)
    ]


def segment_content(text: str, codes: Sequence[InlineCode]) -> str:
    """A text as the content of a ``seg``, level 2: its markup as ``bpt``, ``ept``, ``ph`` and ``it``."""
    parts: list[str] = []
    done = 0
    for code in codes:
        kind = _TYPES.get(code.name) or "x-" + _WHITE_SPACE.sub("-", code.name)
        markup = escape(text[code.start : code.end])
        common = f'x="{code.x}" type="{attribute(kind)}"'
        if code.role == "standalone":
            element = f"<ph {common}>{markup}</ph>"
        elif code.pair is None:
            element = f'<it pos="{"begin" if code.role == "opening" else "end"}" {common}>{markup}</it>'
        elif code.role == "opening":
            element = f'<bpt i="{code.pair}" {common}>{markup}</bpt>'
        else:
            element = f'<ept i="{code.pair}">{markup}</ept>'
        parts += (escape(text[done : code.start]), element)
        done = code.end
    parts.append(escape(text[done:]))
    return "".join(parts)


def prop(name: str, value: str | None) -> str:
    """A property on a line of its own; nothing where there is no value."""
    return f'<prop type="{name}">{content(value)}</prop>\n' if value else ""
