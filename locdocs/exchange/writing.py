"""The export: documents or units in, a file out, in one pass and with flat memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath, PurePosixPath
from typing import BinaryIO, TypeVar

from locdocs.english import English
from locdocs.errors import InputError, LanguageError
from locdocs.exchange.columns import origin_of_batch
from locdocs.exchange.filters import Filters
from locdocs.exchange.registry import Format, find_format
from locdocs.exchange.selection import Selection, document_units
from locdocs.exchange.settings import INLINE_MODES, Settings, Summary, Tally, summarize
from locdocs.files import opened_output
from locdocs.model import Document
from locdocs.paths import portable_path, portable_root
from locdocs.units import InlineMode, Unit

__all__ = ["portable", "portable_document", "write"]

_Content = TypeVar("_Content")

_BATCH = 1000
"""Units that come without a document are written this many at a time."""


def write(
    output: PurePath | str | BinaryIO,
    content: Document | Iterable[Document | Unit],
    *,
    format: str | None = None,  # noqa: A002 - the one spelling for any output format
    inline: InlineMode | None = None,
    block_kind: bool = False,
    dedupe: bool = False,
    best_target: bool = False,
    layout: str = "",
    roots: Sequence[PurePath | str] | None = None,
    spreadsheet_safe: bool = False,
    fuzzy_mt: bool = False,
    filters: Filters | None = None,
    english: English | None = None,
) -> Summary:
    """Write segments to an exchange file: one pass, memory that does not grow with the number of documents.

    Segments with an empty source or an empty target are left out and counted; all others are written, those whose
    target equals their source too. The same input gives the same bytes, wherever it lies: documents are named by
    relative paths, one with an absolute path or a way up (``..``) by its file's name.

    :param output: the file, replaced as a whole when all is written; or a binary stream.
    :param content: a document, a tree, or any iterable of documents or units.
    :param format: a name from :data:`~locdocs.exchange.FORMATS`; else the suffix of ``output`` says.
    :param inline: ``markdown``, ``plain`` or ``codes``; :class:`~locdocs.exchange.Settings` explains them. Left open,
        what is usual in the format: ``codes`` in XLIFF, else ``markdown``; ``plain`` where the content is an exchange
        file that says so. Units taken out of such a file one by one need ``inline="plain"`` here: what is written
        says of all units how their texts are, and nobody looks at them before.
    :param block_kind: say for each segment what kind of block it stands in (documents only).
    :param dedupe: each source and target once; keeps 16 bytes for each distinct pair.
    :param best_target: each source once, with its best target; reads ``content`` twice, so no one-time iterator.
    :param layout: another layout that the format has: ``publisher`` for XLIFF 1.2.
    :param roots: what the paths of documents are relative to; the file says so, of folders elsewhere only the name.
        Else what a tree says of itself.
    :param spreadsheet_safe: CSV and TSV: keep spreadsheets from taking cells for formulas; reading undoes it.
    :param fuzzy_mt: PO: mark what a machine translated as ``fuzzy``.
    :param filters: what else to leave out; without it, contaminated sources (:class:`~locdocs.exchange.Filters`).
    :param english: the English side (:func:`locdocs.english.open_english`): with it the title and the description of
        documents go out, too, as units called ``title`` and ``description``.
    :return: what was written and what was not.
    :raises UnknownFormatError: no such format, or no such suffix.
    :raises InputError: there was no segment to write; or a document of a tree cannot be read.
    :raises LanguageError: the format needs a target language and nothing says what it is.
    :raises OutputError: the file could not be written; what was there before is still there.
    :raises ValueError: an unknown inline mode or layout, an option that the format does not have, or ``best_target``
        with a one-time iterator.
    """
    chosen = find_format(format, output if isinstance(output, (str, PurePath)) else None)
    content = portable(content)
    settings = Settings(
        inline=inline or ("plain" if getattr(content, "inline", None) == "plain" else chosen.default_inline),
        block_kind=block_kind,
        dedupe=dedupe,
        best_target=best_target,
        roots=_roots(content) if roots is None else tuple(map(portable_root, roots)),
        layout=layout,
        spreadsheet_safe=spreadsheet_safe,
        fuzzy_mt=fuzzy_mt,
    )
    _check(settings, chosen)
    items: Iterable[Document | Unit] = (content,) if isinstance(content, Document) else content
    filters = filters or Filters()
    selection = Selection(settings, filters)
    if best_target:
        if iter(items) is items:
            raise ValueError("best_target reads the content twice: hand in a tree or a list, not a one-time iterator")
        for batch in _batches(items, chosen, settings, Tally(), filters, english=english):
            selection.survey(batch)
    tally = Tally()
    with opened_output(output) as files:
        batches = _selected(
            _batches(items, chosen, settings, tally, filters, english=english), selection, tally, chosen
        )
        chosen.write(batches, files, settings, tally)
        if not tally.segments:
            raise InputError(_nothing(tally))
    return summarize(chosen.name, tally)


def _check(settings: Settings, chosen: Format) -> None:
    if settings.inline not in INLINE_MODES:
        raise ValueError(f"inline is one of {', '.join(INLINE_MODES)}, not {settings.inline!r}")
    if settings.layout and settings.layout not in chosen.layouts:
        raise ValueError(f"{chosen.title} has no layout {settings.layout!r}")
    for option in ("spreadsheet_safe", "fuzzy_mt"):
        if getattr(settings, option) and option not in chosen.options:
            raise ValueError(f"{chosen.title} has no option {option}")


def _roots(content: object) -> tuple[str, ...]:
    """What a tree says of itself; other content says nothing."""
    return tuple(getattr(content, "roots", ()))


def portable(content: _Content) -> _Content:
    """Documents as files carry them, where a tree is handed in: it knows how to name them."""
    named: _Content = getattr(content, "portable", lambda: content)()
    return named


def portable_document(document: Document) -> Document:
    """The document, called by a path that says nothing of this machine."""
    if document.path is None:
        return document
    path = portable_path(document.path)
    if path == str(document.path):
        return document
    return Document(
        document.text,
        PurePosixPath(path),
        document.front_matter,
        document.segments,
        document.damage,
        document.source_language,
        document.target_language,
    )


def _batches(
    items: Iterable[Document | Unit],
    chosen: Format,
    settings: Settings,
    tally: Tally,
    filters: Filters,
    *,
    english: English | None,
) -> Iterator[Sequence[Unit]]:
    """The units of each document; units that come on their own in bounded groups of one origin."""
    pending: list[Unit] = []
    for item in items:
        if isinstance(item, Unit):
            if pending and (len(pending) == _BATCH or item.origin != pending[0].origin):
                yield pending
                pending = []
            pending.append(item)
            continue
        if not isinstance(item, Document):
            raise TypeError(f"documents or units can be written, not {type(item).__name__}")
        if pending:
            yield pending
            pending = []
        tally.documents += 1
        if item.segments:
            units = document_units(
                portable_document(item),
                settings,
                filters,
                tally.dropped,
                lines=chosen.lines,
                headings=chosen.headings,
                english=english,
            )
            if units:
                yield units
        else:
            tally.without_segments += 1
    if pending:
        yield pending


def _selected(
    batches: Iterable[Sequence[Unit]], selection: Selection, tally: Tally, chosen: Format
) -> Iterator[Sequence[Unit]]:
    for batch in batches:
        units = selection.choose(batch, tally.dropped)
        if units:
            origin = origin_of_batch(units)
            if chosen.needs_target_language and not origin.target_language:
                raise LanguageError(
                    "nothing says what language the targets are in: the file has no ms.contentlocale; "
                    "give the target language (--target-language, or target_language= in Python)",
                    path=origin.path or "<text>",
                )
            tally.segments += len(units)
            yield units


def _nothing(tally: Tally) -> str:
    if tally.dropped:
        reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(tally.dropped.items()))
        return f"no segment to write: all were left out ({reasons})"
    if not tally.documents:
        return "no segment to write: there is no document"
    if tally.documents == 1:
        return "no segment to write: the document holds no span pair"
    return f"no segment to write: none of {tally.documents} documents holds a span pair"
