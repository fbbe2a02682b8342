"""Places in the skeleton of a document: where they stand in the file, and whether Markdown reads them as plain text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from locdocs.markdown.columns import events_of
from locdocs.rules import DocumentFacts
from locdocs.rules.code_blocks import is_in_code
from locdocs.rules.lazily import lazy

__all__ = ["Outside"]

_PAIR = "\0"
_NOT_READ = frozenset({"CodeBlock", "HtmlBlock", "Image"})


class Outside:
    """The skeleton of a document, in which a null stands for each pair."""

    def __init__(self, facts: DocumentFacts) -> None:
        self._facts = facts
        self.skeleton = facts.skeleton
        """All text outside of the pairs."""

    @lazy
    def can_be_placed(self) -> bool:
        """Whether each null is a pair: a file may hold nulls of its own, and then no place is certain."""
        return self.skeleton.count(_PAIR) == len(self._facts.document.segments)

    def to_file(self, offset: int) -> int:
        """The offset in the file of an offset of the skeleton; that of a null is where its pair begins."""
        pairs = bisect_left(self._pairs, offset)
        begin = self._pairs[pairs - 1] + 1 if pairs else 0
        document = self._facts.document
        there = document.segments[pairs - 1].end if pairs else document.front_matter.end
        return there + offset - begin

    def pair_behind(self, offset: int) -> int:
        """The place in the document of the first segment at an offset of the skeleton or behind it."""
        return bisect_left(self._pairs, offset)

    def is_plain(self, offset: int) -> bool:
        """Whether the character at an offset is no code, no markup, no comment and no mathematics: readers see it.

        What is read as a link, an image or a definition does not show its brackets.
        """
        return self.is_plain_in_file(self.to_file(offset))

    def is_code(self, offset: int) -> bool:
        """Whether the character at an offset is in a fenced block or a code span."""
        return is_in_code(self._facts, self.to_file(offset))

    def is_plain_in_file(self, place: int) -> bool:
        """The same for an offset of the file, which may be in a target."""
        facts = self._facts
        if is_in_code(facts, place) or bisect_left(self._mathematics, place) % 2:
            return False
        there = facts.target.from_file(place)
        texts = self._texts
        index = bisect_right(texts, (there, len(facts.text))) - 1
        return index >= 0 and there < texts[index][1]

    @lazy
    def _pairs(self) -> list[int]:
        """Where the pairs stand in the skeleton."""
        return _places(_PAIR, self.skeleton, 0)

    @lazy
    def _mathematics(self) -> list[int]:
        """Where mathematics begins and ends in the file."""
        return _places("$$", self._facts.text, self._facts.document.front_matter.end)

    @lazy
    def _texts(self) -> list[tuple[int, int]]:
        """Start and end of each piece of text in the target text, by rising start."""
        return sorted(self._read())

    def _read(self) -> Iterator[tuple[int, int]]:
        target, not_read = self._facts.target, 0
        for event in events_of(target.text, target.body_start):
            if event.name in _NOT_READ:
                not_read += (event.phase == "start") - (event.phase == "end")
            elif event.name == "Text" and not not_read:
                yield event.start, event.end


def _places(sought: str, text: str, start: int) -> list[int]:
    """Where something stands in a text, from an offset on."""
    return [found.start() for found in re.compile(re.escape(sought)).finditer(text, start)]
