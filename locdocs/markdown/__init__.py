"""What Markdown says in a document: blocks, inline codes, plain text, heading anchors, numbering.

``structure(document)`` gives a :class:`Structure`, worked out once, when asked for::

    found = structure(document)
    found.block(segment)              Block: kind, level, list_depth, ordered, row, column, header, quoted, alert,
                                             in_link, index, siblings; .previous and .next are indices or None
    found.block(segment, "target")    the same, as the target text has it
    found.inline_codes(segment)       Sides: .source and .target, each a tuple of InlineCode
    found.pieces(segment)             Sides: .source and .target, each a tuple of text pieces and InlineCode in order
    found.plain(segment)              Sides: .source and .target, each the text a reader sees
    found.headings                    Heading: level, start, end, source, segments, anchor, slug, slugs, anchor_is_own,
                                             anchor_fits
    found.numbering                   Step: previous, index, expected, actual, units, explained

``InlineCode``: ``kind`` (emphasis, strong, strikethrough, link, image, code, autolink, xref, html, comment, entity,
escape, docfx, line break, block), ``name`` (bold, italic, link, image, code, a tag's name, a docfx token's ..),
``role`` (opening, closing, standalone), ``start`` and ``end`` in the segment's own text, ``text``, ``pair`` (the same
number on both halves; ``None`` on an opening or closing code means that its other half is not in the segment:
``isolated``), ``x`` (the same number on a source code and the target code that stands for it), ``shown``,
``destination``, ``title``, ``label``. For TMX: a paired opening is ``bpt i=pair x=x``, a paired closing ``ept i=pair``,
an isolated half ``it x=x``, a standalone code ``ph x=x``.
"""

from locdocs.markdown.anchors import Anchor, Heading
from locdocs.markdown.numbering import PairlessUnit, Step, UnitKind
from locdocs.markdown.structure import Structure, structure
from locdocs.markdown.values import Block, BlockKind, CodeKind, CodeRole, InlineCode, Sides

__all__ = [
    "Anchor",
    "Block",
    "BlockKind",
    "CodeKind",
    "CodeRole",
    "Heading",
    "InlineCode",
    "PairlessUnit",
    "Sides",
    "Step",
    "Structure",
    "UnitKind",
    "structure",
]
