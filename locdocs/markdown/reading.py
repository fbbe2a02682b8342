"""One projection, parsed once: the blocks of its segments, and its tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from locdocs.front_matter import FrontMatter
from locdocs.markdown.blocks import read_blocks
from locdocs.markdown.columns import events_of
from locdocs.markdown.inline_codes import codes_in
from locdocs.markdown.plain import plain_text
from locdocs.markdown.tokens import MARKUP_HOLDERS, Markup, read_tokens
from locdocs.markdown.values import Block, InlineCode
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

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The block of each segment."""
        text = self.projection.text
        return read_blocks(text, self.begin, self.projection.spans, events_of(text, self.begin))

    @cached_property
    def markup(self) -> Markup:
        """All markup. Who asks for it seldom asks for blocks, too, and their events cost more than to parse again."""
        text = self.projection.text
        return read_tokens(text, self.begin, events_of(text, self.begin, holders=MARKUP_HOLDERS))

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.markup.tokens]

    def codes(self, index: int) -> tuple[InlineCode, ...]:
        """The inline codes of a segment, by its index; not yet matched with the other side."""
        return codes_in(self.projection.text, self.projection.spans[index], self.markup.tokens, self._starts)

    def plain(self, index: int, text: str) -> str:
        """The text of a segment as a reader sees it."""
        # Only a newline is seen otherwise in code, and the blocks cost as much as the markup.
        in_code = ("\n" in text or "\r" in text) and self.blocks[index].kind == "code"
        return plain_text(text, self.codes(index), in_code=in_code)

    def tokens_in(self, start: int, end: int) -> range:
        """The indices of the tokens that begin in a range."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def is_markup(self, offset: int) -> bool:
        """Whether an offset is inside a token or a block of code."""
        tokens, code_blocks, _ = self.markup
        index = bisect_right(self._starts, offset) - 1
        place = bisect_right(code_blocks, (offset, len(self.projection.text))) - 1
        return (index >= 0 and offset < tokens[index].end) or (place >= 0 and offset < code_blocks[place][1])
