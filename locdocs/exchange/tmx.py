"""TMX 1.4b, the format of translation memories.

One ``tu`` a segment with a ``tuid`` that no other has (path and id), the day of the hand-over as ``changedate``, and as
``prop``: ``x-file``, ``x-segment-id``, ``x-translation-type``, ``x-source-commit``, ``x-source-hash`` and, where asked
for, ``x-block``. The header says in ``x-inline`` how inline markup stands in the texts. Its ``srclang`` is that of the
first unit; a ``tu`` of another source language says so itself.

The file names no DTD: parsers that do not know where to find one would refuse to read it, and TMX asks for none. The
text is put together as strings, because a tree or an incremental XML writer costs five times as much; the tests hold
what is written against the DTD and a parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from locdocs.exchange.settings import Settings, Tally
from locdocs.exchange.xml import attribute, encode_strictly, escape, escape_all, replace_unheld
from locdocs.files import Output
from locdocs.units import InlineMode, Origin, Unit

if TYPE_CHECKING:
    from locdocs.markdown import InlineCode

__all__ = ["write"]

_HEADER = """\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="locdocs" creationtoolversion="{version}" segtype="sentence" o-tmf="locdocs" adminlang="en" \
srclang="{language}" datatype="{datatype}">
<prop type="x-inline">{inline}</prop>
</header>
<body>
"""
_FOOTER = b"</body>\n</tmx>\n"
_DATATYPE: dict[InlineMode, str] = {"markdown": "x-markdown", "plain": "plaintext", "codes": "x-markdown"}
# The names TMX recommends for what they mean; others begin with "x-".
_TYPES = {"bold": "bold", "italic": "italic", "link": "link", "image": "image", "line break": "lb"}
_WHITE_SPACE = re.compile(r"\s")
_PLAIN_IDS = re.compile(r"[-0-9a-z]*")


def write(batches: Iterable[Sequence[Unit]], output: Output, settings: Settings, tally: Tally) -> None:
    """Write a TMX file.

    :param batches: units, those of a batch with one origin.
    :param tally: gets the number of characters that XML cannot hold.
    """
    file = output.open()
    language: str | None = None
    names = _Names()
    for batch in batches:
        if language is None:
            language = batch[0].origin.source_language
            file.write(_header(language, settings).encode())
        frame = _frame(batch[0].origin, names.path(batch[0].origin), language)
        ids = [attribute(name) for name in names.ids(batch)]
        data = encode_strictly(_body(batch, ids, frame, settings))
        if data is None:
            held, replaced = _replace_unheld(batch)
            tally.characters_replaced += replaced
            data = _body(held, ids, frame, settings).encode()
        file.write(data)
    if language is None:
        file.write(_header("*all*", settings).encode())
    file.write(_FOOTER)


def _header(language: str, settings: Settings) -> str:
    from locdocs import __version__  # noqa: PLC0415 - the package imports this module

    return _HEADER.format(
        version=__version__,
        language=attribute(language),
        datatype=_DATATYPE[settings.inline],
        inline=settings.inline,
    )


class _Names:
    """Makes ``tuid``s: path, ``#``, id; where that was there before, a number behind it (``~2``).

    A tree names each path once and a document nearly always each id, so this is for lists of documents, for several
    folders that hold the same page, and for damaged files. It remembers a number for each document, some 60 bytes.
    """

    def __init__(self) -> None:
        self._paths: set[int] = set()
        self._origin: Origin | None = None
        self._path = ""
        self._ids: dict[str, int] = {}

    def path(self, origin: Origin) -> str:
        """The first half, for all units of a document."""
        if origin is not self._origin:
            self._origin, self._ids = origin, {}
            name = path = _without_white_space(origin.path or "")
            count = 1
            while hash(name) in self._paths:
                count += 1
                name = f"{path}~{count}"
            self._paths.add(hash(name))
            self._path = name
        return self._path

    def ids(self, batch: Sequence[Unit]) -> list[str]:
        """The second half, for each unit of the document that :meth:`path` was last asked for."""
        ids = [unit[0] for unit in batch]
        if not _PLAIN_IDS.fullmatch("".join(ids)):
            ids = [_without_white_space(segment_id) for segment_id in ids]
        count = len(self._ids)
        known = self._ids | dict.fromkeys(ids, 1)
        if len(known) == count + len(ids):
            self._ids = known
            return ids
        return [self._unique(segment_id) for segment_id in ids]

    def _unique(self, segment_id: str) -> str:
        name = segment_id
        while name in self._ids:
            self._ids[segment_id] += 1
            name = f"{segment_id}~{self._ids[segment_id]}"
        self._ids[name] = 1
        return name


def _without_white_space(text: str) -> str:
    return _WHITE_SPACE.sub(lambda found: f"%{ord(found[0]):02X}", text)


class _Frame(NamedTuple):
    """What stands around the variable parts of a ``tu``: the same for all units of a document."""

    before_tuid: str
    before_id: str
    before_block: str
    before_source: str
    before_target: str


_AFTER_TARGET = "</seg></tuv>\n</tu>\n"


def _frame(origin: Origin, path: str, language: str) -> _Frame:
    own_language = "" if origin.source_language == language else f' srclang="{attribute(origin.source_language)}"'
    date = f' changedate="{origin.last_handoff:%Y%m%d}T000000Z"' if origin.last_handoff else ""
    provenance = (
        _prop("x-translation-type", origin.translation_type)
        + _prop("x-source-commit", origin.source_commit)
        + _prop("x-source-hash", origin.source_hash)
    )
    return _Frame(
        f'<tu tuid="{attribute(path)}#',
        f'"{own_language}{date}>\n{_prop("x-file", origin.path)}<prop type="x-segment-id">',
        f"</prop>\n{provenance}",
        f'<tuv xml:lang="{attribute(origin.source_language)}"><seg>',
        f'</seg></tuv>\n<tuv xml:lang="{attribute(origin.target_language or "")}"><seg>',
    )


def _body(batch: Sequence[Unit], ids: Sequence[str], frame: _Frame, settings: Settings) -> str:
    count = len(batch)
    texts = escape_all([unit[0] for unit in batch] + [unit[1] for unit in batch] + [unit[2] for unit in batch])
    sources, targets = texts[count : 2 * count], texts[2 * count :]
    if settings.inline == "codes":
        sources = [_with_codes(unit.source, unit.source_codes or ()) for unit in batch]
        targets = [_with_codes(unit.target, unit.target_codes or ()) for unit in batch]
    blocks = [_prop("x-block", unit.block) for unit in batch] if settings.block_kind else repeat("", count)
    before_tuid, before_id, before_block, before_source, before_target = frame
    return "".join(
        [
            f"{before_tuid}{tuid}{before_id}{own_id}{before_block}{block}"
            f"{before_source}{source}{before_target}{target}{_AFTER_TARGET}"
            for tuid, own_id, block, source, target in zip(ids, texts[:count], blocks, sources, targets, strict=True)
        ]
    )


def _with_codes(text: str, codes: Sequence[InlineCode]) -> str:
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


def _replace_unheld(batch: Sequence[Unit]) -> tuple[list[Unit], int]:
    """A batch that XML can hold, and how many characters had to be replaced."""
    held, total = [], 0
    for unit in batch:
        texts, counts = zip(*map(replace_unheld, unit[:3]), strict=True)
        held.append(unit._replace(id=texts[0], source=texts[1], target=texts[2]))
        total += sum(counts)
    return held, total


def _prop(name: str, value: str | None) -> str:
    return f'<prop type="{name}">{escape(replace_unheld(value)[0])}</prop>\n' if value else ""
