"""The values that a structure gives: all frozen, comparable, hashable and picklable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar

from locdocs.text import clipped

__all__ = ["Block", "BlockKind", "CodeKind", "CodeRole", "InlineCode", "Sides"]

T = TypeVar("T")

BlockKind = Literal[
    "heading", "paragraph", "list item", "table cell", "block quote", "html", "front matter", "code", "definition"
]
CodeKind = Literal[
    "emphasis",
    "strong",
    "strikethrough",
    "link",
    "image",
    "code",
    "autolink",
    "xref",
    "html",
    "comment",
    "entity",
    "escape",
    "docfx",
    "line break",
    "block",
]
CodeRole = Literal["opening", "closing", "standalone"]


class Sides(NamedTuple, Generic[T]):
    """The same thing about the source and about the target of a segment."""

    source: T
    target: T

    def __repr__(self) -> str:
        source, target = (clipped(side) if isinstance(side, str) else repr(side) for side in self)
        return f"Sides(source={source}, target={target})"


@dataclass(frozen=True, slots=True)
class Block:
    """The block of Markdown in which a segment stands."""

    kind: BlockKind
    """What the block is. A paragraph in a list item is ``list item``, in a block quote (and in no item) ``block
    quote``. ``code`` is a segment inside a fence, an indented code block or a code span that is larger than it;
    ``definition`` one that no reader sees because it stands in a link definition or in no block at all."""
    level: int | None
    """1 to 6 for a heading."""
    list_depth: int
    """In how many lists the block stands; 0 outside of lists."""
    ordered: bool | None
    """Whether the innermost list is numbered; ``None`` outside of lists."""
    row: int | None
    """Row of the table, counted from 1; the header is row 1."""
    column: int | None
    """Column of the table, counted from 1; ``None`` for a cell beyond those of the header, which no reader sees."""
    header: bool
    """Whether this is a cell of a table's header."""
    quoted: bool
    """Whether the block stands in a block quote, however deep."""
    alert: str | None
    """NOTE, TIP, IMPORTANT, WARNING or CAUTION, where a block quote around it begins with such a marker."""
    in_link: bool
    """Whether the segment stands in the text of a link that begins and ends outside of it."""
    index: int
    """The segment's index in ``Document.segments``."""
    siblings: tuple[int, ...]
    """The indices of all segments of this block in the order of the text, this one included."""

    @property
    def previous(self) -> int | None:
        """Index of the segment before this one in the same block, or ``None``."""
        place = self.siblings.index(self.index)
        return self.siblings[place - 1] if place else None

    @property
    def next(self) -> int | None:
        """Index of the segment after this one in the same block, or ``None``."""
        place = self.siblings.index(self.index) + 1
        return self.siblings[place] if place < len(self.siblings) else None


class InlineCode(NamedTuple):
    """A piece of a segment that is markup and not text.

    What comes in two halves has an opening and a closing code with the same ``pair``; between them stands text, which
    may hold other codes. A half whose other half is not in the segment has no ``pair``: see :attr:`isolated`.
    """

    kind: CodeKind
    """What it is. ``block`` is markup of blocks inside a segment, such as the ``>`` of a wrapped line."""
    name: str
    """A stable name for writers: bold, italic, strikethrough, link, image, code, autolink, xref, comment, entity,
    escape, line break, block; for ``html`` the tag's name in lower case, for ``docfx`` the token's (``INCLUDE``)."""
    role: CodeRole
    """Opening and closing for the halves of a pair, standalone for the rest."""
    start: int
    """Offset in the segment's own text; add the segment's ``source_start`` or ``target_start`` for the file."""
    end: int
    """Offset after the last character."""
    text: str
    """The markup as it is written."""
    pair: int | None
    """The number of the pair, the same for both halves; counted from 1 within a text."""
    x: int
    """The number of the counterpart: a source code and the target code that stands for it have the same one. Halves of
    a pair share theirs. Counted from 1 in the order of the source; codes that only the target has come after."""
    shown: str
    """What a reader sees of it: a character, code, an address; empty for what only has an effect."""
    destination: str | None = None
    """Of links, images, autolinks and xrefs (both halves): where they lead, escapes resolved."""
    title: str | None = None
    """Of links and images: the title, if there is one."""
    label: str | None = None
    """Of reference links and images: the label of the definition."""

    def __repr__(self) -> str:
        return f"<InlineCode {self.name} {self.role} at {self.start}: {clipped(self.text)}>"

    @property
    def isolated(self) -> bool:
        """Whether it is one half of a pair whose other half is not in the segment (``it`` in TMX and XLIFF)."""
        return self.role != "standalone" and self.pair is None

    @property
    def identity(self) -> tuple[str, ...]:
        """What it is and leads to: counterparts of different identity were changed in translation."""
        if self.destination is not None:
            return self.kind, self.destination
        return (self.kind,) if self.kind in _ALIKE else (self.kind, self.text)


_ALIKE = {"emphasis", "strong", "strikethrough", "line break"}
