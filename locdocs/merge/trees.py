"""Edited translations back into many documents, one document at a time, with memory that follows the largest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path, PurePath, PurePosixPath
from typing import NamedTuple

from locdocs.corpus import SourceFile, read_tree
from locdocs.discovery import SUFFIX
from locdocs.errors import InputError, LanguageError, LocdocsError
from locdocs.merge.applying import Batch, apply_batches, batch_of, in_language
from locdocs.merge.finding import Destination, Missing
from locdocs.merge.memory import Memory, Units
from locdocs.merge.target_files import apply_target
from locdocs.merge.values import Result
from locdocs.model import Document
from locdocs.parser import read
from locdocs.units import Origin, Unit, origin_of

__all__ = ["FileResult", "Stray", "apply_memory", "apply_target_files", "apply_units", "is_target_file"]


class FileResult(NamedTuple):
    """What came of one document."""

    path: Path
    """The file."""
    before: Document
    result: Result
    edited: Path | None = None
    """The edited target-language file it comes from; ``None`` for units."""


class Stray(NamedTuple):
    """Units that no document could be found for."""

    origin: Origin
    missing: Missing
    units: int
    """How many there are."""


def apply_units(
    files: Sequence[Units],
    destination: Destination,
    *,
    force: bool = False,
    only_changed: bool = False,
    target_language: str | None = None,
) -> Iterator[FileResult | Stray]:
    """Put the units of exchange files back into the documents that they name. Nothing is written.

    The files are read twice: first as a whole, so that one that breaks off half-way changes nothing, and to see which
    documents come up more than once; units of these are held until the last one is there.

    :param destination: where the documents are.
    :param force: as for :func:`locdocs.apply`, like ``only_changed`` and ``target_language``.
    :raises ExchangeError: a file cannot be read.
    :raises InputError: there is no unit in them; or a document cannot be read, and ``destination`` takes no errors.
    """
    runs = Counter(place for units in files for place, _ in _runs(units, destination, target_language))
    if not runs:
        raise InputError("holds no unit: there is nothing to apply")
    pending: dict[Path, list[Batch]] = {}
    strays: Counter[Stray] = Counter()
    for units in files:
        for place, run in _runs(units, destination, target_language):
            if isinstance(place, Stray):
                strays[place] += sum(1 for _ in run)
                continue
            pending.setdefault(place, []).append(batch_of([unit for _, unit in run], units))
            runs[place] -= 1
            if not runs[place]:
                batches, document = pending.pop(place), destination.read(place)
                if document is None:
                    yield _unread(place, batches)
                    continue
                result = apply_batches(document, batches, force=force, only_changed=only_changed)
                yield FileResult(place, document, result)
    for stray, count in strays.items():
        yield stray._replace(units=count)


def _runs(
    units: Units, destination: Destination, language: str | None
) -> Iterator[tuple[Path | Stray, Iterator[tuple[object, Unit]]]]:
    """Units in runs of one document, each with where that is."""
    return groupby(_placed(units, destination, language), key=itemgetter(0))


def _placed(units: Units, destination: Destination, language: str | None) -> Iterator[tuple[Path | Stray, Unit]]:
    """The units of a file, each with the document that it belongs to."""
    known: dict[tuple[str | None, str | None, str | None], Path | Stray] = {}
    for unit in in_language(units, language):
        origin = unit.origin
        key = origin.path, origin.target_language, origin.source_hash
        if key not in known:
            found = destination.find(origin, units.roots)
            known[key] = Stray(origin, found, 0) if isinstance(found, Missing) else found
        yield known[key], unit


def _unread(path: Path, batches: Sequence[Batch]) -> Stray:
    """The units of a document that cannot be read."""
    return Stray(batches[0].units[0].origin, _unreadable(path), sum(len(batch.units) for batch in batches))


def _unreadable(path: Path) -> Missing:
    return Missing("unreadable", f"{path} could not be read")


def apply_memory(
    files: Iterable[Units], destination: Destination, *, force: bool = False, target_language: str | None = None
) -> Iterator[FileResult | Stray]:
    """Put the targets of translation memories into all documents, by source. Nothing is written.

    What finds no place is counted at the end.

    :param destination: where the documents are.
    :param force: as for :func:`locdocs.apply`, like ``target_language``.
    :raises ExchangeError: a file cannot be read.
    :raises InputError: there is no unit in them; or a document cannot be read, and ``destination`` takes no errors.
    :raises LanguageError: a unit names no target language, and the documents have several.
    """
    memories = list(files)
    memory = Memory(destination.tree, plain=any(units.inline == "plain" for units in memories))
    languages = sorted(filter(None, memory.languages))
    first: Unit | None = None
    for units in memories:
        for unit in in_language(units, target_language):
            first = first or unit
            if unit.target_language is None and len(languages) > 1:
                raise LanguageError(
                    f"names no target language, and there are documents in {', '.join(languages)}: give those of one "
                    "language, or --target-language",
                    path=units.path,
                )
            memory.add(unit, units)
    if first is None:
        raise InputError("holds no unit: there is nothing to apply")
    for file, document in destination.tree.with_files():
        named = replace(document, path=PurePosixPath(file.path.as_posix()), cache={})
        batches = memory.batches(named)
        if batches:
            yield FileResult(file.path, named, apply_batches(named, batches, match="source", force=force))
    for reason, count in memory.left.items():
        yield Stray(first.origin, Missing(reason, "no document has a place for it"), count)


def is_target_file(path: PurePath | str) -> bool:
    """Whether a path is Markdown, or a folder, which can only be one of Markdown, and no exchange file."""
    return Path(path).is_dir() or PurePath(path).suffix.lower() == SUFFIX


def apply_target_files(
    paths: Iterable[PurePath | str],
    destination: Destination,
    *,
    force: bool = False,
    on_error: Callable[[LocdocsError], None] | None = None,
) -> Iterator[FileResult | Stray]:
    """Take the changes that somebody made to target-language files back into their documents. Nothing is written.

    :param paths: Markdown files, or folders of them, laid out like the documents.
    :param destination: where the documents are; for one edited file it may be the one document.
    :param force: as for :func:`locdocs.apply`.
    :param on_error: is handed the error of each edited file that cannot be read; without it the error is raised.
    :raises InputError: a file cannot be read, holds span pairs, or no language where its
        document has one: it is no target-language file.
    """
    for given in map(Path, paths):
        for file, edited in _edited(given, on_error):
            if edited.segments:
                raise InputError("holds span pairs: give the target-language file, or an exchange file", path=file.path)
            names = [str(file.name)] if given.is_dir() else _endings(given)
            found = _document_of(edited, names, destination)
            if isinstance(found, Missing):
                yield Stray(origin_of(edited), found, 1)
                continue
            document = destination.read(found)
            if document is None:
                yield Stray(origin_of(edited), _unreadable(found), 1)
            else:
                _check_language(edited, document, file.path)
                yield FileResult(found, document, apply_target(document, edited.text, force=force), file.path)


def _edited(given: Path, on_error: Callable[[LocdocsError], None] | None) -> Iterator[tuple[SourceFile, Document]]:
    """The edited files that a path means, called by their paths."""
    for file in read_tree(given, on_error=on_error).files():
        try:
            edited = read(file.path, name=PurePosixPath(file.path.as_posix()))
        except InputError as error:
            if on_error is None:
                raise
            on_error(error)
        else:
            yield file, edited


def _check_language(edited: Document, document: Document, path: Path) -> None:
    """Make sure that an edited file is not the English one: all of its text would be taken for translations."""
    wanted = document.front_matter.localization.content_locale
    if wanted and edited.front_matter.localization.content_locale is None:
        raise InputError(
            f"is no {wanted} file: it has no ms.contentlocale; give an edited copy of what 'locdocs render' writes",
            path=path,
        )


def _endings(path: Path) -> list[str]:
    """The path of an edited file, and what may be left of it where the documents are: its endings, longest first."""
    parts = [part for part in path.parts if part not in (path.anchor, "..")]
    return ["/".join(parts[count:]) for count in range(len(parts))]


def _document_of(edited: Document, names: Sequence[str], destination: Destination) -> Path | Missing:
    """The document that a target-language file was made of. Its header still says of which English file."""
    only = destination.only_file
    if only is not None:
        return only
    origin = origin_of(edited)
    found: Path | Missing = Missing("no-document", "there is no document for it")
    for name in names:
        found = destination.find(replace(origin, path=name))
        if not isinstance(found, Missing):
            break
    if isinstance(found, Missing) and found.reason == "no-document":
        by_hash = ", nor one made from the same English file (ms.openlocfilehash)" if origin.source_hash else ""
        advice = (
            "name with --to the folder laid out like the edited files, or the one document if it is called otherwise"
        )
        told = f"there is no document {' or '.join(names)} in {destination.where}{by_hash}; {advice}"
        return found._replace(message=told)
    return found
