"""Writing the tags of a pair that was read as the format writes them: the fix of the rules about tags."""

from __future__ import annotations

import re
from typing import NamedTuple

from locdocs.markup import scan, write_pair
from locdocs.model import Segment
from locdocs.rules import DocumentFacts
from locdocs.span_tags import QUOTE, SOURCE_OPENING, id_of
from locdocs.text import TextEdit

__all__ = ["LiteralTags", "literal_tags"]

# All that tags have to say. The name of an attribute that is not among it is left over.
_SAID = re.compile(
    rf"""
    (?: <|&lt; ) /? \s*+ span\b
    | (?<= [\s"';] ) (?: data-[ts]tu-id \s*+ = \s*+ {QUOTE}*+ [0-9a-f]{{5}}-p?[0-9]++ | class \s*+ = \s*+ {QUOTE}*+ \s*+ sxs-lookup \s*+ )
      (?: {QUOTE} )*+ (?= [\s>&] | \Z )
    | &gt; | [\s>]
    """,
    re.VERBOSE | re.IGNORECASE,
)


class LiteralTags(NamedTuple):
    """How the tags of a pair become literal."""

    edits: tuple[TextEdit, ...]
    """The edits; none where what comes out would not be read as the same segment."""
    is_lossless: bool
    """Whether the tags say nothing that would be lost, such as ``lang=`` or another class."""


def literal_tags(facts: DocumentFacts, segment: Segment) -> LiteralTags:
    """The edits that write the tags of a pair as the format does; what stands between them stays as it is."""
    text = facts.text
    # In the header other quotes are what keeps the YAML whole.
    in_header = segment.start < facts.document.front_matter.end
    lookup = SOURCE_OPENING.search(text, segment.target_end, segment.source_start)
    is_same = lookup is not None and id_of(lookup) == segment.id and lookup.start() > segment.target_end
    segments, damage = scan(write_pair(segment.id, segment.target, segment.source))
    # The last ">" at the start of a line may be the mark of a quote below a tag that was cut off.
    is_cut = text[segment.source_end : segment.end - 1].rstrip(" \t").endswith("\n")
    if in_header or is_cut or not is_same or damage or [each[:3] for each in segments] != [segment[:3]]:
        return LiteralTags((), is_lossless=True)
    places = (
        (segment.start, segment.target_start),
        (segment.target_end, segment.source_start),
        (segment.source_end, segment.end),
    )
    literal = write_pair(segment.id, "\0", "\0").split("\0")
    edits = [
        TextEdit(start, end, tags)
        for (start, end), tags in zip(places, literal, strict=True)
        if text[start:end] != tags
    ]
    return LiteralTags(tuple(edits), not any(_SAID.sub("", text[edit.start : edit.end]) for edit in edits))
