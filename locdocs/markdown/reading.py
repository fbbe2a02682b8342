"""One projection, parsed once: the blocks of its segments, and its tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from locdocs.front_matter import FrontMatter
from locdocs.markdown.blocks import read_blocks
from locdocs.markdown.columns import events_of
from locdocs.markdown.inline_codes import codes_in
from locdocs.markdown.plain import plain_text
from locdocs.markdown.tokens import read_tokens
from locdocs.markdown.values import InlineCode
from locdocs.projection import Projection

__all__ = ["Reading"]


class Reading:
    """What Markdown says in the source text or in the target text of a document."""

    def __init__(self, projection: Projection, front_matter: FrontMatter, *, header_holds_pairs: bool) -> None:
        self.projection = projection
        self.begin = front_matter.end
        """Where the Markdown begins: the end of the header, which pairs inside of it move."""
        if header_holds_pairs:
            self.begin = bisect_left(range(len(projection.text)), front_matter.end, key=projection.to_file)
        events = list(events_of(projection.text, self.begin))
        self.blocks = read_blocks(projection.text, self.begin, projection.spans, events)
        self.tokens, self.code_blocks, self.headings = read_tokens(projection.text, self.begin, events)
        self._starts = [token.start for token in self.tokens]

    def codes(self, index: int) -> tuple[InlineCode, ...]:
        """The inline codes of a segment, by its index; not yet matched with the other side."""
        return codes_in(self.projection.text, self.projection.spans[index], self.tokens, self._starts)

    def plain(self, index: int, text: str) -> str:
        """The text of a segment as a reader sees it."""
        return plain_text(text, self.codes(index), in_code=self.blocks[index].kind == "code")

    def tokens_in(self, start: int, end: int) -> range:
        """The indices of the tokens that begin in a range."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def is_markup(self, offset: int) -> bool:
        """Whether an offset is inside a token or a block of code."""
        index = bisect_right(self._starts, offset) - 1
        place = bisect_right(self.code_blocks, (offset, len(self.projection.text))) - 1
        return (index >= 0 and offset < self.tokens[index].end) or (place >= 0 and offset < self.code_blocks[place][1])
