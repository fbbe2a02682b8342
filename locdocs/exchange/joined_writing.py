"""The export across languages: the trees of several languages in, one file out, in one pass and with flat memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import PurePath
from typing import BinaryIO

from locdocs.errors import InputError, LanguageError, UnknownFormatError
from locdocs.exchange.filters import Filters
from locdocs.exchange.joined import JoinedUnit, join_units, same_pages
from locdocs.exchange.joined_formats import JOINED_WRITERS
from locdocs.exchange.registry import find_format
from locdocs.exchange.selection import Selection, document_units
from locdocs.exchange.settings import Settings, Summary, Tally, summarize
from locdocs.exchange.writing import portable, portable_document
from locdocs.files import opened_output
from locdocs.model import Document
from locdocs.paths import portable_root
from locdocs.units import InlineMode, Unit

__all__ = ["write_joined"]


def write_joined(
    output: PurePath | str | BinaryIO,
    trees: Sequence[Iterable[Document]],
    *,
    format: str | None = None,  # noqa: A002 - the one spelling for any output format
    inline: InlineMode | None = None,
    block_kind: bool = False,
    dedupe: bool = False,
    filters: Filters | None = None,
    roots: Sequence[PurePath | str] = (),
    spreadsheet_safe: bool = False,
) -> Summary:
    """Write the segments of the same pages in several languages, one source with all its targets.

    Documents are joined by path, segments by number and source. What one language has otherwise, because it was
    published from another version, is written with the targets there are; ``Summary.joined`` counts by number of
    targets.

    :param output: the file, replaced as a whole when all is written; or a binary stream.
    :param trees: one for each language, each iterable again and again, its documents by rising path.
    :param format: ``tmx``, ``jsonl``, ``csv``, ``tsv`` or ``xlsx``; else the suffix of ``output`` says.
    :param inline: as for :func:`locdocs.write`.
    :param block_kind: as for :func:`locdocs.write`.
    :param dedupe: each source with the same targets once.
    :param filters: what to leave out; without it, contaminated sources.
    :param roots: what the paths of documents are relative to; the file says so, of folders elsewhere only the name.
    :param spreadsheet_safe: as for :func:`locdocs.write`.
    :raises UnknownFormatError: no such format, or one that holds a single target.
    :raises LanguageError: nothing says the language of a document, or two trees are in one.
    :raises InputError: there was no segment to write; or a document cannot be read; or the trees are out of order.
    :raises OutputError: the file could not be written; what was there before is still there.
    """
    chosen = find_format(format, output if isinstance(output, (str, PurePath)) else None)
    if chosen.name not in JOINED_WRITERS:
        raise UnknownFormatError(
            f"{chosen.title} holds one target language; several go into {', '.join(JOINED_WRITERS)}"
        )
    settings = Settings(
        inline=inline or chosen.default_inline,
        block_kind=block_kind,
        roots=tuple(dict.fromkeys(map(portable_root, roots))),
        spreadsheet_safe=spreadsheet_safe,
    )
    filters = filters or Filters()
    trees = [portable(tree) for tree in trees]
    languages = [_language(tree) for tree in trees]
    if repeated := [language for language, count in Counter(languages).items() if count > 1]:
        raise LanguageError(f"two of the folders are in {repeated[0]}; name one folder for each language")
    tally = Tally()
    with opened_output(output) as files:
        pages = _counted(_pages(trees, settings, filters, tally), tally, dedupe=dedupe)
        JOINED_WRITERS[chosen.name](pages, languages, files, settings, tally)
        if not tally.segments:
            raise InputError("no segment to write: no document holds a span pair that is not left out")
    return summarize(chosen.name, tally)


def _language(tree: Iterable[Document]) -> str:
    """The target language of a tree: that of its first document with a pair."""
    first = next((document for document in tree if document.segments), None)
    if first is None:
        raise InputError("none of its documents holds a span pair", path=str(getattr(tree, "root", "")) or None)
    return _target_language(first)


def _target_language(document: Document) -> str:
    if not document.target_language:
        raise LanguageError("nothing says what language the targets are in; give --target-language", path=document.path)
    return document.target_language


def _pages(
    trees: Sequence[Iterable[Document]], settings: Settings, filters: Filters, tally: Tally
) -> Iterator[list[JoinedUnit]]:
    """The joined units of one page after the other."""
    for documents in same_pages(trees):
        units: list[Sequence[Unit]] = []
        seen: set[str] = set()
        for document in documents:
            tally.documents += 1
            if not document.segments:
                tally.without_segments += 1
                continue
            language = _target_language(document)
            if language in seen:
                raise LanguageError(f"the same page stands twice in {language}", path=document.path)
            seen.add(language)
            found = document_units(portable_document(document), settings, filters, tally.dropped, lines=True)
            units.append(Selection(settings, filters).choose(found, tally.dropped) if found else ())
        if any(units):
            yield join_units(units)


def _counted(pages: Iterable[list[JoinedUnit]], tally: Tally, *, dedupe: bool) -> Iterator[list[JoinedUnit]]:
    """The pages as they go out, counted by number of targets; each source with the same targets once, if asked for."""
    seen: set[bytes] = set()
    for page in pages:
        chosen = page
        if dedupe:
            chosen = []
            for unit in page:
                key = _digest(unit)
                if key in seen:
                    tally.dropped["repeated"] += 1
                else:
                    seen.add(key)
                    chosen.append(unit)
        tally.segments += len(chosen)
        tally.joined.update(len(unit.variants) for unit in chosen)
        if chosen:
            yield chosen


def _digest(unit: JoinedUnit) -> bytes:
    texts = [unit.source, *(f"{variant.target_language}\0{variant.target}" for variant in unit.variants)]
    joined = "".join(f"{len(text)}:{text}" for text in texts)
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).digest()
