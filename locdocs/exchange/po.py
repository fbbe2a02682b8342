r"""PO, the catalogue of gettext: one entry a segment, in UTF-8.

==========================  ===========================================================================================
``msgctxt``                 path, ``#`` and segment id, which no other entry has: where a path or an id comes again,
                            a number follows (``~2``)
``msgid``, ``msgstr``       source and target
``#: page.md:12``           the document and the line on which the pair begins; a path with blanks or
                            colons stands between U+2068 and U+2069, as gettext has it
``#, fuzzy``                what a machine translated, only with ``fuzzy_mt``
``#. translation_type: MT`` and likewise ``source_commit``, ``source_hash``, ``last_handoff`` and, where it was asked
                            for, ``block``; ``line`` where there is no path
``Language``                the target language in the header (``es_ES``); the source language is ``X-Source-Language``
``X-Locdocs-Inline``        in the header: how inline markup stands in the texts; ``X-Locdocs-Roots``: what paths are
                            relative to, as JSON
==========================  ===========================================================================================

A catalogue is of one pair of languages: more than one is an error. It knows no inline codes: ``codes`` are written as
the Markdown they are. All of Unicode fits but U+0000 and lone surrogates (bytes of a document that were not UTF-8):
these become U+FFFD and are counted.

Written as a stream, because polib holds the whole catalogue; the tests hold what is written against polib and msgfmt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from json import dumps

from locdocs.exchange.characters import encoded
from locdocs.exchange.one_pair import OnePair
from locdocs.exchange.settings import Settings, Tally
from locdocs.files import Output
from locdocs.units import Origin, Unit

__all__ = ["INLINE_FIELD", "ROOTS_FIELD", "SOURCE_LANGUAGE_FIELD", "write"]

INLINE_FIELD = "X-Locdocs-Inline"
"""The field of the header that names the inline mode."""
ROOTS_FIELD = "X-Locdocs-Roots"
"""The field of the header that lists the roots, as JSON."""
SOURCE_LANGUAGE_FIELD = "X-Source-Language"
"""The field of the header that names the source language, as other editors know it, too."""

_ESCAPES = str.maketrans(
    {"\\": r"\\", '"': r"\"", "\t": r"\t", "\n": r"\n", "\r": r"\r", "\v": r"\v", "\b": r"\b", "\f": r"\f"}
)
_ODD = re.compile(r"[\s:]")
_LINE_BREAKS = re.compile(r"[\r\n]+")


def write(batches: Iterable[Sequence[Unit]], output: Output, settings: Settings, tally: Tally) -> None:
    """Write a PO catalogue.

    :param batches: units, those of a batch with one origin.
    :param tally: gets the number of characters that became U+FFFD.
    :raises LanguageError: the units are of more than one pair of languages.
    """
    file = output.open()
    names, languages = _Names(), OnePair("a PO catalogue")
    for batch in batches:
        origin = batch[0].origin
        if languages.first(origin):
            file.write(encoded(_header(origin, settings), tally))
        names.enter(origin)
        provenance = _provenance(origin)
        file.write(encoded("".join(_entry(unit, names, provenance, settings) for unit in batch), tally))


def _header(origin: Origin, settings: Settings) -> str:
    from locdocs import __version__  # noqa: PLC0415 - the package imports this module

    fields = {
        "Project-Id-Version": f"locdocs {__version__}",
        "Language": (origin.target_language or "").replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        SOURCE_LANGUAGE_FIELD: origin.source_language,
        INLINE_FIELD: settings.inline,
        ROOTS_FIELD: dumps(settings.roots) if settings.roots else "",
    }
    text = "".join(f"{name}: {_one_line(value)}\n" for name, value in fields.items() if value)
    return f'msgid ""\nmsgstr {_quoted(text)}\n'


def _provenance(origin: Origin) -> str:
    """What the entries of a document say alike."""
    known = {
        "translation_type": origin.translation_type,
        "source_commit": origin.source_commit,
        "source_hash": origin.source_hash,
        "last_handoff": origin.last_handoff.isoformat() if origin.last_handoff else None,
    }
    return "".join(f"#. {name}: {_one_line(value)}\n" for name, value in known.items() if value)


def _entry(unit: Unit, names: _Names, provenance: str, settings: Settings) -> str:
    block = f"#. block: {unit.block}\n" if settings.block_kind and unit.block else ""
    fuzzy = "#, fuzzy\n" if settings.fuzzy_mt and unit.origin.translation_type == "MT" else ""
    return (
        f"\n{provenance}{block}{_occurrence(unit)}{fuzzy}msgctxt {_quoted(names.name(unit))}\n"
        f"msgid {_quoted(unit.source)}\nmsgstr {_quoted(unit.target)}\n"
    )


def _occurrence(unit: Unit) -> str:
    if not unit.path:
        return "" if unit.line is None else f"#. line: {unit.line}\n"
    path = _one_line(unit.path)
    if _ODD.search(path):
        path = f"\u2068{path}\u2069"
    return f"#: {path}\n" if unit.line is None else f"#: {path}:{unit.line}\n"


def _one_line(text: str) -> str:
    return _LINE_BREAKS.sub(" ", text)


def _quoted(text: str) -> str:
    """A text as a string of the catalogue; one of several lines on several lines."""
    quoted = text.translate(_ESCAPES)
    if "\n" not in text[:-1]:
        return f'"{quoted}"'
    lines = [line.translate(_ESCAPES) for line in text.split("\n")]
    pieces = [f'"{line}\\n"' for line in lines[:-1]] + ([f'"{lines[-1]}"'] if lines[-1] else [])
    return "\n".join(['""', *pieces])


class _Names:
    """Makes the contexts: path, ``#`` and id, and a number where these were there before."""

    def __init__(self) -> None:
        self._documents: dict[int, int] = {}
        self._ids: dict[tuple[str, str], int] = {}
        self._origin: Origin | None = None
        self._round = 1

    def enter(self, origin: Origin) -> None:
        """A document begins, or goes on."""
        if origin != self._origin:
            self._origin, self._ids = origin, {}
            key = hash(origin.path)
            self._round = self._documents[key] = self._documents.get(key, 0) + 1

    def name(self, unit: Unit) -> str:
        """The context of a unit of that document."""
        # An entry is its context and its source: the same id with another source is another entry.
        key = unit.id, unit.source
        count = self._ids[key] = self._ids.get(key, 0) + 1
        suffix = f"~{self._round}.{count}" if count > 1 else f"~{self._round}" if self._round > 1 else ""
        return f"{unit.path or ''}#{unit.id}{suffix}"
