"""The facts about one text: the source or the target of a segment."""

from __future__ import annotations

import re
from typing import NamedTuple

from locdocs.languages import Profile
from locdocs.rules.lazily import lazy
from locdocs.rules.light_emphasis import Emphasis, read_emphasis
from locdocs.rules.light_markup import Mark, blanked, read_marks
from locdocs.rules.numbers import Number, read_numbers
from locdocs.text import TextEdit

__all__ = ["TextFacts", "Word"]

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_BRACKET = re.compile(r"[()\[\]{}（）［］｛｝「」『』【】〔〕《》〈〉]")


class Word(NamedTuple):
    """A word, or a bracket. Offsets are characters of the source or target it stands in."""

    text: str
    start: int
    end: int


class TextFacts:
    """The source or the target of a segment. Offsets are characters of ``text``."""

    def __init__(self, text: str, offset: int, language: Profile) -> None:
        self.text = text
        """As the file writes it."""
        self.offset = offset
        """Where it begins in the file."""
        self.language = language
        """The profile of its language."""

    @lazy
    def marks(self) -> tuple[Mark, ...]:
        """Its inline markup, read lightly: code, links, images, tags, xrefs, docfx tokens, entities, escapes, URLs."""
        return read_marks(self.text)

    def of_kind(self, *kinds: str) -> list[Mark]:
        """The inline markup of some kinds."""
        return [mark for mark in self.marks if mark.kind in kinds]

    @lazy
    def code_spans(self) -> tuple[Mark, ...]:
        """Its code spans; ``value`` is their content."""
        return tuple(self.of_kind("code")) if "`" in self.text else ()

    @lazy
    def links(self) -> tuple[Mark, ...]:
        """Its links and images with a destination (``value``), and references (``value`` is the label)."""
        return tuple(self.of_kind("link", "image", "reference")) if "]" in self.text else ()

    @lazy
    def tags(self) -> tuple[Mark, ...]:
        """Its HTML tags; ``value`` is the name in lower case, with ``/`` in front where it closes."""
        return tuple(self.of_kind("tag")) if "<" in self.text else ()

    @lazy
    def xrefs(self) -> tuple[Mark, ...]:
        """Its ``<xref:uid>``; ``value`` is the uid."""
        return tuple(self.of_kind("xref")) if "<" in self.text else ()

    @lazy
    def docfx(self) -> tuple[Mark, ...]:
        """Its docfx tokens; ``value`` is the name, such as ``NOTE`` or ``image``."""
        return tuple(self.of_kind("docfx"))

    @lazy
    def entities(self) -> tuple[Mark, ...]:
        """Its HTML entities; ``value`` is how they are written."""
        return tuple(self.of_kind("entity")) if "&" in self.text else ()

    @lazy
    def emphasis(self) -> Emphasis:
        """How much of it is bold and italic, read lightly."""
        return read_emphasis(self.text, self.marks)

    @lazy
    def prose(self) -> str:
        """The text with blanks in place of all markup, so that offsets stay the same; the text of links stays."""
        return blanked(self.text, self.marks)

    @lazy
    def words(self) -> tuple[Word, ...]:
        """The words of the prose; where words have no spaces between them (Chinese, Japanese), runs of characters."""
        return tuple(Word(found[0], *found.span()) for found in _WORD.finditer(self.prose))

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """The same words, each once, for who does not ask where they stand."""
        return frozenset(_WORD.findall(self.prose))

    @lazy
    def brackets(self) -> tuple[Word, ...]:
        """The brackets of the prose, half-width and full-width."""
        return tuple(Word(found[0], *found.span()) for found in _BRACKET.finditer(self.prose))

    @lazy
    def numbers(self) -> tuple[Number, ...]:
        """The numbers of the prose, each with the values it may stand for in this language."""
        return read_numbers(self.prose, self.language)

    def edit(self, start: int, end: int, new: str) -> TextEdit:
        """An edit of the file that replaces ``text[start:end]``."""
        return TextEdit(self.offset + start, self.offset + end, new)
