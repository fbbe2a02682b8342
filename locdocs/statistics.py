"""What documents hold: segments, words, languages, translation types, damage, and how much of the text is in pairs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from locdocs.fences import fenced
from locdocs.front_matter import find_header
from locdocs.model import Document
from locdocs.projection import project

__all__ = ["Count", "Statistics", "measure", "target_length", "text_lines"]

_UNSPACED = frozenset({"ja", "zh", "yue", "th", "lo", "km", "my", "bo"})
"""Languages written without spaces between words: their length is counted in characters."""

_NO_TEXT = re.compile(
    r"""
    <[^<>]*+>                               # tags, comments, autolinks
    | !\[[^\]]*+\] (?: \([^)]*+\) )?        # images
    | \[![^\]]*+\] (?: \([^)]*+\) )?        # docfx tokens: [!NOTE], [!INCLUDE [..](..)]
    | ^\s*+ (?: \[[^\]]*+\]: | ::: ) .*     # link definitions, docfx blocks
    | &[#\w]++;
    """,
    re.VERBOSE,
)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How much there is of one kind."""

    documents: int
    segments: int
    source_words: int
    """Words of the sources as white space separates them, markup included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageCount(Count):
    """How much there is in one target language."""

    target_length: int
    """Words of the targets, or characters without white space: ``target_unit`` says which."""
    target_unit: str
    """``word``, or ``character`` in languages that put no spaces between words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """What some documents hold."""

    documents: int
    documents_without_segments: int
    segments: int
    source_words: int
    """Words of the sources as white space separates them, markup included."""
    same_as_source: int
    """Segments whose target equals their source: names, code, and what was left untranslated."""
    empty_source: int
    """Segments without a source."""
    empty_target: int
    """Segments without a target."""
    text_lines: int
    """Lines of the documents that hold text: see :func:`text_lines`."""
    covered_lines: int
    """How many of them a segment stands in."""
    languages: Mapping[str, LanguageCount]
    """By target language; the empty string stands for documents that do not say it."""
    translation_types: Mapping[str, Count]
    """By ``MT`` and ``HT``; the empty string stands for documents that do not say it."""
    damage: Mapping[str, int]
    """What reading had to forgive, by kind."""

    @property
    def coverage(self) -> float | None:
        """The share of text lines that a segment stands in; ``None`` where there is no text."""
        return self.covered_lines / self.text_lines if self.text_lines else None


@dataclass(slots=True)
class _Totals:
    documents: int = 0
    segments: int = 0
    source_words: int = 0
    target_length: int = 0

    def add(self, document: Document, words: int, length: int) -> None:
        self.documents += 1
        self.segments += len(document.segments)
        self.source_words += words
        self.target_length += length

    def count(self) -> Count:
        return Count(documents=self.documents, segments=self.segments, source_words=self.source_words)

    def language_count(self, language: str) -> LanguageCount:
        return LanguageCount(
            documents=self.documents,
            segments=self.segments,
            source_words=self.source_words,
            target_length=self.target_length,
            target_unit="character" if _is_unspaced(language) else "word",
        )


@dataclass(slots=True)
class _Sums:
    all: _Totals = field(default_factory=_Totals)
    counts: Counter[str] = field(default_factory=Counter)
    damage: Counter[str] = field(default_factory=Counter)
    languages: dict[str, _Totals] = field(default_factory=dict)
    types: dict[str, _Totals] = field(default_factory=dict)

    def add(self, document: Document) -> None:
        words = sum(len(segment.source.split()) for segment in document.segments)
        language = document.target_language or ""
        length = sum(target_length(segment.target, language) for segment in document.segments)
        self.all.add(document, words, length)
        self.languages.setdefault(language, _Totals()).add(document, words, length)
        kind = document.localization.translation_type or ""
        self.types.setdefault(kind, _Totals()).add(document, words, length)
        self.damage.update(damage.kind for damage in document.damage)
        covered = list(text_lines(document))
        self.counts.update(
            {
                "without segments": not document.segments,
                "same": sum(segment.source == segment.target for segment in document.segments),
                "empty source": sum(not segment.source for segment in document.segments),
                "empty target": sum(not segment.target for segment in document.segments),
                "lines": len(covered),
                "covered": sum(covered),
            }
        )


def measure(documents: Iterable[Document]) -> Statistics:
    """What some documents hold, in one pass; they are not kept.

    :param documents: a tree, or any iterable of documents.
    """
    sums = _Sums()
    for document in documents:
        sums.add(document)
    return Statistics(
        documents=sums.all.documents,
        documents_without_segments=sums.counts["without segments"],
        segments=sums.all.segments,
        source_words=sums.all.source_words,
        same_as_source=sums.counts["same"],
        empty_source=sums.counts["empty source"],
        empty_target=sums.counts["empty target"],
        text_lines=sums.counts["lines"],
        covered_lines=sums.counts["covered"],
        languages={name: totals.language_count(name) for name, totals in sorted(sums.languages.items())},
        translation_types={name: totals.count() for name, totals in sorted(sums.types.items())},
        damage=dict(sorted(sums.damage.items())),
    )


def target_length(text: str, language: str) -> int:
    """Length of a text in words, or without white space in characters where the language puts no spaces.

    :param language: a language tag such as ``ja-JP``.
    """
    words = text.split()
    return sum(map(len, words)) if _is_unspaced(language) else len(words)


def text_lines(document: Document) -> Iterator[bool]:
    """For each line of a document's body that holds text, in order: whether a segment stands in it.

    The lines are those of the target text. A line holds text when letters are left without its tags, images, link
    definitions and docfx tokens; fenced code holds none.
    """
    projection = project(document, "target")
    offset = find_header(projection.text).end
    ends = [end for _, end in projection.spans]
    lines = projection.text[offset:].splitlines(keepends=True)
    for line, is_code in zip(lines, fenced(lines), strict=True):
        start, offset = offset, offset + len(line)
        if not is_code and _LETTER.search(line) and _LETTER.search(_NO_TEXT.sub("", line)):
            following = bisect_left(ends, start + 1)
            yield following < len(ends) and projection.spans[following][0] < offset


def _is_unspaced(language: str) -> bool:
    return language.partition("-")[0].lower() in _UNSPACED
