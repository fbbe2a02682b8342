"""Edited translations back into a document: matched, spelled as the document writes them, checked, proved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

from locdocs.markdown import structure
from locdocs.merge.header import apply_values, field_of
from locdocs.merge.matching import Candidate, match_units, quoted, refusal
from locdocs.merge.spelling import escape_tags, loose, restore, same_text
from locdocs.merge.taking import Wanted, take
from locdocs.merge.values import MATCHES, Match, Refusal, Result
from locdocs.model import Document, expect_document
from locdocs.units import InlineMode, Origin, Unit

__all__ = ["Batch", "apply", "apply_batches", "batch_of", "in_language", "same_language"]

_SHOWN = 3
_WITHOUT_LINE_BREAKS = frozenset(["moses"])
_CODES_BESIDE_THE_TEXT = frozenset(["jsonl", "csv", "tsv", "xlsx", "parquet", "po", "moses"])
"""The formats whose texts are Markdown in the mode ``codes``, too."""


def apply(
    document: Document,
    units: Iterable[Unit],
    *,
    match: Match = "unit",
    inline: InlineMode | None = None,
    force: bool = False,
    only_changed: bool = False,
    target_language: str | None = None,
) -> Result:
    r"""Put edited translations back into a document. New targets replace old ones, every other byte stays.

    Nothing is guessed: a target that does not fit to the letter is refused, with a reason and a place, and the others
    are taken. Literal asterisks are written as the format writes them, ``\*``, and pipes in table cells as ``\|``.
    Where the file of the units marks inline codes, a tag that neither source nor old target had was typed as text, and
    is written as such: ``&lt;b>``.

    :param units: what :func:`locdocs.read_units` gives, or units made in any other way. Those of another document or of
        another target language are passed over.
    :param match: ``unit``: number and source say which segment a unit is meant for, or a source that stands once in the
        document. ``source``: every segment with the source of a unit is meant, as for a translation memory; units
        that are not needed are passed over.
    :param inline: how inline markup stands in the texts; else what the file says that the units were read from, which
        each carries (``unit.origin.inline``), or what ``units`` says as a whole; else ``markdown``. A ``plain`` target
        is refused where there is markup.
    :param force: take targets that have lost or broken an inline code.
    :param only_changed: pass over units that fit no segment, or only one whose source has changed, where some segment
        of the document has their target as it is: nobody edited them.
    :param target_language: the language of units that name none; else they are for a document of any language.
    :return: the edited document and what became of each unit.
    :raises ValueError: ``match`` is neither.
    :raises TypeError: ``document`` is no document, or ``units`` are none: read a file with :func:`locdocs.read_units`,
        and take an edited target-language file back with :func:`locdocs.merge.apply_target`.
    """
    expect_document(document)
    if isinstance(units, (str, bytes)):
        raise TypeError(f"units are applied, as locdocs.read_units gives them, not {type(units).__name__}")
    if match not in MATCHES:
        raise ValueError(f"match is one of {', '.join(MATCHES)}, not {match!r}")
    own: defaultdict[InlineMode | None, list[Unit]] = defaultdict(list)
    for unit in in_language(map(_checked, units), target_language):
        if _same_document(unit, document):
            own[inline or unit.origin.inline].append(unit)
    batches = [batch_of(some, units, inline=mode) for mode, some in own.items()]
    return apply_batches(document, batches, match=match, force=force, only_changed=only_changed)


def _checked(unit: Unit) -> Unit:
    if not isinstance(unit, Unit):
        raise TypeError(f"units are applied, as locdocs.read_units gives them, not {type(unit).__name__}")
    return unit


class Batch(NamedTuple):
    """Units that come from one file."""

    units: Sequence[Unit]
    inline: InlineMode | None
    """How inline markup stands in their texts."""
    lossy: bool
    """Whether their format cannot hold line breaks, so that a lost one is no edit."""
    marked: bool
    """Whether their format marks inline codes in the texts, so that all else in these is text."""


def batch_of(own: Sequence[Unit], file: object, *, inline: InlineMode | None = None) -> Batch:
    """Some units of a file, with what it says of itself.

    :param file: what :func:`locdocs.read_units` gives, or any other collection of units.
    :param inline: how inline markup stands in the texts, if not as the file says.
    """
    mode, name = inline or getattr(file, "inline", None), getattr(file, "format", None)
    marked = mode == "codes" and name not in _CODES_BESIDE_THE_TEXT
    return Batch(own, mode, lossy=name in _WITHOUT_LINE_BREAKS, marked=marked)


def apply_batches(
    document: Document,
    batches: Iterable[Batch],
    *,
    match: Match = "unit",
    force: bool = False,
    only_changed: bool = False,
) -> Result:
    """Put units back into the document that they are known to belong to; :func:`apply` says how.

    :param batches: the units; those of another target language are passed over.
    """
    values: list[Unit] = []
    candidates: list[Candidate] = []
    refused: list[Refusal] = []
    unknown: list[Unit] = []
    for units, inline, lossy, marked in batches:
        own: list[Unit] = []
        for unit in units:
            if same_language(unit.origin.target_language, document.target_language):
                (values if match == "unit" and field_of(document, unit) else own).append(unit)
        matched = match_units(document, own, match=match, inline=inline, lossy=lossy)
        candidates += [one._replace(marked=marked) for one in matched.candidates]
        refused += matched.refused
        unknown += matched.unknown
    if only_changed:
        held = {segment.target for segment in document.segments}
        refused = [one for one in refused if one.unit.target not in held]
        unknown = [unit for unit in unknown if unit.target not in held]
    wanted, unchanged, conflicting = _wanted(document, candidates, match)
    taken = take(document, wanted, force=force)
    header = apply_values(taken.document, document, values)
    return Result(
        header.document,
        applied=(*header.applied, *taken.applied),
        refused=tuple(sorted((*header.refused, *refused, *conflicting, *taken.refused), key=_offset)),
        unknown=tuple(unknown),
        unchanged=(*header.unchanged, *unchanged, *taken.unchanged),
    )


def _same_document(unit: Unit, document: Document) -> bool:
    """Whether a unit is meant for a document, by what is said of its path, if anything is."""
    path = unit.origin.path
    return path is None or document.path is None or _same_path(PurePosixPath(path), document.path)


def _same_path(given: PurePosixPath, own: PurePosixPath) -> bool:
    """Whether one path ends with the other: exports name documents from some folder on."""
    count = min(len(given.parts), len(own.parts))
    return count == 0 or given.parts[-count:] == own.parts[-count:]


def in_language(units: Iterable[Unit], language: str | None) -> Iterator[Unit]:
    """Units, those that name no target language as of this one, if there is one."""
    known: dict[tuple[Origin, InlineMode | None], Origin] = {}
    for unit in units:
        origin = unit.origin
        if language is None or origin.target_language is not None:
            yield unit
            continue
        key = origin, origin.inline
        if key not in known:
            known[key] = replace(origin, target_language=language)
        yield unit._replace(origin=known[key])


def same_language(given: str | None, own: str | None) -> bool:
    """Whether two tags can mean one language: ``es`` fits ``es-ES``, ``es-MX`` does not; where nothing is said, yes."""
    if given is None or own is None:
        return True
    first, second = given.replace("_", "-").casefold().split("-"), own.replace("_", "-").casefold().split("-")
    count = min(len(first), len(second))
    return first[:count] == second[:count]


def _wanted(
    document: Document, candidates: Iterable[Candidate], match: Match
) -> tuple[dict[int, Wanted], list[Unit], list[Refusal]]:
    """The new target of each segment; units that change nothing; and those that contradict each other."""
    by_segment: defaultdict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_segment[candidate.place].append(candidate)
    wanted: dict[int, Wanted] = {}
    unchanged: dict[int, Unit] = {}
    refused: list[Refusal] = []
    for place, several in sorted(by_segment.items()):
        distinct = {one.unit.target: one for one in several}
        stays = [one for one in distinct.values() if _is_unchanged(document, one)]
        # A memory that holds the target of a segment among others has nothing against it.
        if len(stays) == len(distinct) or (stays and match == "source"):
            unchanged.update((id(one.unit), one.unit) for one in several)
        elif len(distinct) > 1:
            texts = ", ".join([*map(quoted, list(distinct)[:_SHOWN]), *([".."] if len(distinct) > _SHOWN else [])])
            message = f"there are {len(distinct)} different targets for one segment: {texts}"
            refused.extend(refusal(document, one.unit, place, "conflicting-targets", message) for one in several)
        else:
            first = several[0]
            new = restore(first.unit.target, first.unit.source, document, document.segments[place])
            new = escape_tags(document, place, new) if first.marked else new
            if same_text(new, document.segments[place].target):
                unchanged.update((id(one.unit), one.unit) for one in several)
            else:
                wanted[place] = Wanted(first.unit, new, plain=first.form == "plain")
    return wanted, list(unchanged.values()), refused


def _is_unchanged(document: Document, candidate: Candidate) -> bool:
    """Whether the document has this target, but for what a format or a tool could not keep of source and target."""
    segment, new = document.segments[candidate.place], candidate.unit.target
    if candidate.form == "plain":
        return loose(new) == loose(structure(document).plain(segment).target)
    return same_text(new, segment.target) or (candidate.form == "loose" and loose(new) == loose(segment.target))


def _offset(refused: Refusal) -> int:
    return -1 if refused.location is None else refused.location.offset
