"""Fixes: edits that diagnostics offer, applied and proved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from locdocs.config import Config
from locdocs.model import Document
from locdocs.parser import parse
from locdocs.text import TextEdit, apply_edits
from locdocs.validation.diagnostic import Diagnostic
from locdocs.validation.running import Validation

__all__ = ["Fixed", "fix"]

_MOST_ROUNDS = 20

_Key = tuple[str, str | None]


class Fixed(NamedTuple):
    """What became of a document."""

    document: Document
    """The document with the fixes; the same one where nothing was fixed."""
    fixed: tuple[Diagnostic, ...]
    """The diagnostics with a fix that are gone: by their own fixes, or by one that mended several."""
    refused: tuple[Diagnostic, ...]
    """Those whose fixes would have changed other segments or made new findings; they were not applied."""

    def __repr__(self) -> str:
        name = self.document.path or "<text>"
        return f"<Fixed {name}: {len(self.fixed)} fixed, {len(self.refused)} refused>"


def fix(
    document: Document,
    diagnostics: Iterable[Diagnostic] | None = None,
    *,
    unsafe: bool = False,
    config: Config | None = None,
) -> Fixed:
    """The document with the fixes of its diagnostics.

    Fixes that overlap are applied one after the other, in rounds. Each round is proved by reading the text again: the
    segments that no edit touches are as before, reading forgives nothing more, and no rule finds what it did not find
    before. A fix that fails is left out. What comes out has nothing left to fix: doing it again changes nothing.

    :param diagnostics: only what these are about is fixed; without them, all that the rules find.
    :param unsafe: apply fixes too that may change the meaning.
    :param config: which rules run; those about many documents do not.
    """
    alone = _for_one_document(config or Config())
    before, first = document, _found(document, alone)
    found = first
    wanted = None if diagnostics is None else {_key(diagnostic) for diagnostic in diagnostics}
    done: list[Diagnostic] = []
    refused: dict[str, Diagnostic] = {}

    def offered(diagnostic: Diagnostic) -> bool:
        fix = diagnostic.fix
        return fix is not None and (fix.safe or unsafe) and (wanted is None or _key(diagnostic) in wanted)

    for _ in range(_MOST_ROUNDS):
        left = [diagnostic for diagnostic in found if offered(diagnostic) and diagnostic.identity not in refused]
        if not left:
            break
        step = _round(document, found, _without_overlaps(left), alone)
        document, found = step.document, step.found
        done += step.fixed
        refused.update((diagnostic.identity, diagnostic) for diagnostic in step.refused)
    fixed = () if document is before else _gone(filter(offered, first), first, found, done)
    return Fixed(document, tuple(fixed), tuple(refused.values()))


def _gone(
    offered: Iterable[Diagnostic], before: list[Diagnostic], after: list[Diagnostic], applied: Iterable[Diagnostic]
) -> list[Diagnostic]:
    """Those of the diagnostics that no rule finds any more.

    Of several like each other, some of which are left, those whose own fixes were applied are gone first.
    """
    count = Counter(map(_key, before)) - Counter(map(_key, after))
    own = {diagnostic.identity for diagnostic in applied}
    gone: list[Diagnostic] = []
    for diagnostic in sorted(offered, key=lambda each: each.identity not in own):
        if count[_key(diagnostic)] > 0:
            count[_key(diagnostic)] -= 1
            gone.append(diagnostic)
    return sorted(gone, key=lambda each: (each.offset, each.end_offset, each.code))


class _Step(NamedTuple):
    document: Document
    found: list[Diagnostic]
    fixed: Sequence[Diagnostic]
    refused: Sequence[Diagnostic]


def _round(document: Document, found: list[Diagnostic], chosen: list[Diagnostic], config: Config) -> _Step:
    """Apply fixes that do not overlap: all at once, or one by one where that cannot be proved."""
    after = _applied(document, chosen)
    now = _found(after, config)
    if _is_proved(document, after, chosen) and not _news(found, now):
        return _Step(after, now, chosen, ())
    if len(chosen) == 1:
        return _Step(document, found, (), chosen)
    # Half by half, from the end, so that the offsets of the first half still hold.
    middle = len(chosen) // 2
    last = _round(document, found, chosen[middle:], config)
    first = _round(last.document, last.found, chosen[:middle], config)
    return _Step(first.document, first.found, [*first.fixed, *last.fixed], [*first.refused, *last.refused])


def _applied(document: Document, diagnostics: Iterable[Diagnostic]) -> Document:
    return parse(
        apply_edits(document.text, _edits(diagnostics)),
        path=document.path,
        source_language=document.source_language,
        target_language=document.target_language,
    )


def _edits(diagnostics: Iterable[Diagnostic]) -> list[TextEdit]:
    return sorted({edit for diagnostic in diagnostics if diagnostic.fix for edit in diagnostic.fix.edits})


def _without_overlaps(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics whose fixes can be applied together; those that come first win."""
    chosen: list[Diagnostic] = []
    end = -1
    for diagnostic in sorted(diagnostics, key=lambda each: _edits([each])[0]):
        edits = _edits([diagnostic])
        if edits[0].start > end:
            chosen.append(diagnostic)
            end = edits[-1].end
    return chosen


def _is_proved(before: Document, after: Document, diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether the segments that no edit touches are as they were, and reading forgives nothing more."""
    edits = _edits(diagnostics)
    untouched = Counter(
        (segment.id, segment.source, segment.target)
        for segment in before.segments
        if not any(edit.start <= segment.end and segment.start <= edit.end for edit in edits)
    )
    left = Counter((segment.id, segment.source, segment.target) for segment in after.segments)
    forgiven = Counter(damage.kind for damage in before.damage)
    now = Counter(damage.kind for damage in after.damage)
    # An edit of a whole pair, as in the front matter, means to take it out.
    taken_out = sum(
        any(edit.start <= segment.start and segment.end <= edit.end for edit in edits) for segment in before.segments
    )
    return untouched <= left and len(after.segments) >= len(before.segments) - taken_out and now <= forgiven


def _news(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> bool:
    """Whether a rule finds more in some segment than before."""
    return not Counter(map(_key, after)) <= Counter(map(_key, before))


def _key(diagnostic: Diagnostic) -> _Key:
    return diagnostic.code, diagnostic.segment_id


def _found(document: Document, config: Config) -> list[Diagnostic]:
    return list(Validation(document, config, document_only=True))


def _for_one_document(config: Config) -> Config:
    """The configuration without what needs all documents: a baseline knows nothing of texts half fixed.

    Nor is a memory read again for each of them: the rule that needs it fixes nothing.
    """
    return replace(config, baseline=None, memory=(), ignore=(*config.ignore, "CO004"))
