"""The sources of a document, word by word, held against English files.

White space is not kept by the format, so texts are compared as rows of words; nor are the texts of images, the locale
in links, and whether an author had escaped an asterisk (docs/format.md, "The source view").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from locdocs.front_matter import find_header
from locdocs.model import Document
from locdocs.projection import project
from locdocs.text import decode

__all__ = ["Difference", "Words", "differences", "quoted", "words_of_document", "words_of_file"]

# What the format does not keep, inside of words.
_NOT_KEPT = re.compile(
    r"""
      (?<=!\[) (?: [^\[\]] | \[ (?: [^\[\]] | \[ [^\[\]]*+ \] )*+ \] )*+ (?=\])       # the text of an image
    | (?<![\w-]) (?: alt | title | alt-text ) = (?: "[^"]*+" | '[^']*+' )
    | (?<=/) [eE][nN]-[uU][sS]/
    | \\ (?=[*`])
    """,
    re.VERBOSE,
)
_QUOTE_MARKS = re.compile(r"^[ \t]*+(?:>[ \t]?+)+", re.MULTILINE)
# Publication adds an anchor to headings that have none; where the author wrote one, both texts have it.
_ANCHOR = re.compile(r'(?<=\#)[ \t]*+<a name="[^"<>]*"></a>')
_MOST_WORDS = 12
_WORD = re.compile(r"\S+")
_HIDDEN = "\0"


class Words(NamedTuple):
    """A text as a row of words."""

    words: Sequence[str]
    starts: Sequence[int]
    """Where each begins in the text."""
    ends: Sequence[int]
    """Where each ends."""

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The range of the text of a range of words; where that is empty, the place before the word."""
        if start < end:
            return self.starts[start], self.ends[end - 1]
        if start < len(self.starts):
            return self.starts[start], self.starts[start]
        last = self.ends[-1] if self.ends else 0
        return last, last

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The same; where it is empty, all from the word before it to the one behind: either may have lost some."""
        first, last = self.place(start, end)
        return (self.ends[start - 1] if start == end and start else first), last


class Difference(NamedTuple):
    """Ranges of words, one in each of two rows, that differ; either may be empty."""

    start: int
    end: int
    other_start: int
    other_end: int


def words_of_document(document: Document) -> Words:
    """The words of the source text of a document without its header; offsets are those of the projection."""
    source = project(document, "source")
    return _words(source.text, source.body_start)


def words_of_file(content: bytes) -> Words:
    """The words of an English file without its header."""
    text = decode(content).removeprefix("\ufeff")
    return _words(text, find_header(text).end)


def differences(one: Words, other: Words) -> Iterator[Difference]:
    """Where two rows of words differ beyond white space, in order."""
    ours, theirs = one.words, other.words
    first = 0
    shortest = min(len(ours), len(theirs))
    while first < shortest and ours[first] == theirs[first]:
        first += 1
    last = 0
    while last < shortest - first and ours[-1 - last] == theirs[-1 - last]:
        last += 1
    rest, other_rest = ours[first : len(ours) - last], theirs[first : len(theirs) - last]
    for tag, start, end, other_start, other_end in SequenceMatcher(None, rest, other_rest).get_opcodes():
        if tag != "equal" and "".join(rest[start:end]) != "".join(other_rest[other_start:other_end]):
            yield Difference(start + first, end + first, other_start + first, other_end + first)


def _words(text: str, start: int) -> Words:
    # What goes is put out of sight first, so that offsets stay: blanks between words, a mark inside of them.
    body = text[start:].replace(_HIDDEN, " ").replace("\ufeff", " ")
    body = _ANCHOR.sub(_blank, _QUOTE_MARKS.sub(_blank, body))
    body = _NOT_KEPT.sub(lambda found: _HIDDEN * len(found[0]), body)
    words = [
        (found[0].replace(_HIDDEN, ""), start + found.start(), start + found.end()) for found in _WORD.finditer(body)
    ]
    words = [word for word in words if word[0]]
    return Words([word[0] for word in words], [word[1] for word in words], [word[2] for word in words])


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def quoted(words: Words, start: int, end: int) -> str:
    """A range of words for a message: in quotes, shortened, with the words around it where there are few."""
    if start == end:
        return "nothing"
    shown = words.words[start:end]
    text = " ".join(
        shown if len(shown) <= _MOST_WORDS else [*shown[: _MOST_WORDS // 2], "..", *shown[-_MOST_WORDS // 2 :]]
    )
    return f'"{text}"'
