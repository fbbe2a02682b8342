"""XLIFF 2.1 (core and the metadata module).

One ``file`` a document: ``original`` is its path. What else is known of it stands in its ``mda:metadata``, category
``locdocs``: ``inline``, ``root``, ``translation-type``, ``source-hash``, ``source-commit``, ``last-handoff``. One
``unit`` with one ``segment`` for each segment of the document, with its id; where that is no name in XML's sense
(``NMTOKEN``), or stands twice, the unit's ``name`` has it. Units that follow a heading stand in a ``group``, groups of
lower headings inside those of higher ones. What a human translated is ``final``, all else ``translated``. Where it was
asked for, a note of the category ``block`` says what a segment stands in.

A file has one source and one target language: XLIFF 2 has room for no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from locdocs.errors import LanguageError
from locdocs.exchange.columns import columns_of, interleaved, with_codes
from locdocs.exchange.settings import Settings, Tally
from locdocs.exchange.xliff2_inline import original_data, text_with_codes, with_code_points
from locdocs.exchange.xliff_names import UnitIds, language_of
from locdocs.exchange.xml import attribute, content, escape, escape_all
from locdocs.files import Output
from locdocs.languages import direction
from locdocs.units import Origin, Unit, UnitColumns

if TYPE_CHECKING:
    from locdocs.markdown import InlineCode

__all__ = ["CATEGORY", "METADATA", "NAMESPACE", "write"]

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
CATEGORY = "locdocs"
"""The category of our metadata."""

_ROOT = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="{namespace}" xmlns:mda="{metadata}" version="2.1" srcLang="{source}" trgLang="{target}" \
xml:space="preserve">
"""
_FILE_END = b"</file>\n"
_END = b"</xliff>\n"
_NOT_IN_A_NAME = re.compile(r"[^-.0-9A-Z_a-z]")


class _Groups:
    """The groups that are open in a file: the levels of their headings, and how many there were."""

    def __init__(self) -> None:
        self._levels: list[int] = []
        self._count = 0

    def heading(self, level: int) -> bytes:
        """What ends the groups that a heading ends, and begins its own."""
        before = len(self._levels)
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        ended = before - len(self._levels)
        self._levels.append(level)
        self._count += 1
        return b"</group>\n" * ended + b'<group id="g%d">\n' % self._count

    def end(self) -> bytes:
        """What ends all groups, and the file."""
        return b"</group>\n" * len(self._levels) + _FILE_END


class _Frame(NamedTuple):
    """What stands around the variable parts of a unit: the same for all units of a document."""

    before_id: bytes
    after_id: bytes
    before_source: bytes
    before_target: bytes
    after_target: bytes


def write(batches: Iterable[Sequence[Unit]], output: Output, settings: Settings, tally: Tally) -> None:  # noqa: ARG001
    """Write an XLIFF 2.1 file.

    :param batches: units, those of a batch with one origin; neighbours of one origin share a ``file``.
    :param tally: left alone: XLIFF 2 holds every character.
    :raises LanguageError: a document has other languages than the first one, or one that is no language tag.
    """
    file = output.open()
    ids = UnitIds("name", _name)
    first = origin = None
    groups, frame, count = _Groups(), _frame(None), 0
    for batch in batches:
        columns = columns_of(batch)
        if columns.origin != origin:
            file.write(groups.end() if origin else _root(columns.origin))
            origin = columns.origin
            first = first or origin
            _check_languages(origin, first)
            count += 1
            file.write(_file(origin, count, settings))
            ids.begin_file()
            groups, frame = _Groups(), _frame(origin.translation_type)
        file.write(b"".join(_pieces(columns, ids, groups, frame)))
    if origin:
        file.write(groups.end() + _END)


def _root(origin: Origin) -> bytes:
    return _ROOT.format(
        namespace=NAMESPACE,
        metadata=METADATA,
        source=language_of(origin.source_language, origin),
        target=language_of(origin.target_language, origin),
    ).encode()


def _check_languages(origin: Origin, first: Origin) -> None:
    for one, other in (
        (origin.source_language, first.source_language),
        (origin.target_language, first.target_language),
    ):
        if one != other:
            raise LanguageError(
                f"XLIFF 2.1 has one source and one target language in a file: this document is in {one}, "
                f"{first.path or 'the first'} in {other}; write one file for each language, or XLIFF 1.2",
                path=origin.path or "<text>",
            )


def _file(origin: Origin, number: int, settings: Settings) -> bytes:
    said = [
        ("inline", settings.inline),
        *(("root", root) for root in settings.roots),
        ("translation-type", origin.translation_type),
        ("source-hash", origin.source_hash),
        ("source-commit", origin.source_commit),
        ("last-handoff", origin.last_handoff.isoformat() if origin.last_handoff else None),
    ]
    metadata = "".join(f'<mda:meta type="{name}">{content(value)}</mda:meta>\n' for name, value in said if value)
    path = "" if origin.path is None else f' original="{attribute(origin.path)}"'
    from_right = ' trgDir="rtl"' if direction(origin.target_language or "") == "rtl" else ""
    return (
        f'<file id="f{number}"{path}{from_right}>\n'
        f'<mda:metadata>\n<mda:metaGroup category="{CATEGORY}">\n{metadata}</mda:metaGroup>\n</mda:metadata>\n'
    ).encode()


def _frame(translation_type: str | None) -> _Frame:
    state = "final" if translation_type == "HT" else "translated"
    return _Frame(
        b'<unit id="',
        b'">\n',
        f'<segment state="{state}">\n<source>'.encode(),
        b"</source>\n<target>",
        b"</target>\n</segment>\n</unit>\n",
    )


def _pieces(columns: UnitColumns, ids: UnitIds, groups: _Groups, frame: _Frame) -> Iterable[bytes]:
    """The units of a batch in pieces, so that nothing is copied before all of it is joined."""
    count, coded = len(columns), with_codes(columns)
    blocks = columns.blocks if columns.blocks and any(columns.blocks) else ()
    before = list(map(_note, blocks)) or [b""] * (count if coded else 0)
    data: dict[int, dict[str, str]] = {index: {} for index in coded}
    sources = _texts(columns.sources, columns.source_codes, data)
    targets = _texts(columns.targets, columns.target_codes, data)
    for index in coded:
        before[index] += original_data(data[index])
    headings = columns.headings if columns.headings and any(columns.headings) else ()
    return interleaved(
        b"",
        ([groups.heading(level) if level else b"" for level in headings], frame.before_id),
        (ids.values(columns.ids), frame.after_id),
        (before, frame.before_source),
        (sources, frame.before_target),
        (targets, frame.after_target),
        count=count,
    )


def _texts(
    texts: Sequence[str],
    codes: Sequence[Sequence[InlineCode] | None] | None,
    data: Mapping[int, dict[str, str]],
) -> Sequence[bytes]:
    """The sources or the targets of a batch, as XLIFF writes them.

    :param data: for each unit that has inline codes, the ids of its native markup; gets those that are new.
    """
    escaped = escape_all(texts)
    escape_one = with_code_points if escaped is None else escape
    written = [with_code_points(text).encode() for text in texts] if escaped is None else escaped
    if codes:
        for index, known in data.items():
            written[index] = text_with_codes(texts[index], codes[index] or (), known, escape_one)
    return written


def _note(block: str | None) -> bytes:
    if not block:
        return b""
    return f'<notes>\n<note category="block">{content(block)}</note>\n</notes>\n'.encode()


def _name(segment_id: str) -> str:
    """A segment's id as a name token (XML 1.0, production 7), as plain as they come."""
    return _NOT_IN_A_NAME.sub("_", segment_id) or "_"
