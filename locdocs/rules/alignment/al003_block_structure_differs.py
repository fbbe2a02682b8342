r"""The translation stands in another kind of block than its source.

## What it does

Compares the blocks of the source text and of the target text as Markdown reads them: headings and their levels, lists
and their depth, the rows and cells of tables, quotes, code and raw HTML. Reports the segments that stand in different
ones, but not those after them that do so for the same reason. The fix escapes what began the block: `25\. Februar`,
`\- 5 °C`, `\# 1`.

## Why

One character at the start of a target can make a list item, a heading or a fence of it, and change the page from there
on. Nobody sees that in the file.

## Example

```text
source: - February 25, 2020
target: - 25. Februar 2020
```

The target is a list in a list: a bullet, and in it the number 25.

## Use instead

```text
target: - 25\. Februar 2020
```

## Source

CommonMark 0.31.2, section 5.2 (list items). Measured on 99,797 published pairs: 16 reported, all looked at, 16 true
(dates that begin a numbered list).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import compress, count
from operator import itemgetter

from locdocs.markdown import Block
from locdocs.model import Segment
from locdocs.rules import DocumentFacts, Finding, GroupFacts, document_rule
from locdocs.rules.sections import Section
from locdocs.text import TextEdit

__all__ = ["check"]

_HTML_BLOCKS = (
    "address|article|aside|blockquote|body|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|"
    "footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|"
    "optgroup|option|p|param|pre|script|search|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|"
    "track|ul"
)
# What may begin a block, or end the one before, at the start of a line.
_BLOCK_START = re.compile(
    rf"""
    (?: (?P<indent> [ ]{{4,}} | [ ]{{0,3}}\t ) | [ ]{{0,3}} )
    (?:
        (?P<bullet> [-+*] ) (?=[ \t]|$)
      | (?P<number> [0-9]{{1,9}} ) (?P<point> [.)] ) (?=[ \t]|$)
      | (?P<heading> \#{{1,6}} ) (?=[ \t]|$)
      | (?P<quote> > )
      | (?P<fence> `{{3,}} (?=[^`\r\n]*$) | ~{{3,}} )
      | (?P<line> (?: =+ | -+ | (?:-[ \t]*){{3,}} | (?:_[ \t]*){{3,}} | (?:\*[ \t]*){{3,}} ) [ \t]* $ )
      | (?P<html> <!-- | <[?!] | </?(?i:{_HTML_BLOCKS})(?=[\s/>]|$) | </?[a-zA-Z][^<>]*>[ \t]*$ )
      | (?P<definition> \[ [^\[\]\r\n]+ \]: [ \t]*+ (?: $ | (?: <[^<>\r\n]*> | [^\s<]\S*+ ) [ \t]*+ (?= ["'(] | $ ) ) )
      | (?P<pipe> \| )
    )?+
    """,
    re.VERBOSE | re.MULTILINE,
)
# What begins no block, by three characters: another one than those, emphasis, code, a number without a point.
_NO_BLOCK = re.compile(r"[^-+*0-9#>`~=_<\[| \t\r\n]|[*_]{1,2}+[^*_\s]|`{1,2}+[^`\r\n]|[0-9]{1,2}+[^0-9.)\r\n]|\Z")
_PIPE = re.compile(r"(?<!\\)(?:\\\\)*\|")
_FIRST = frozenset("-+*0123456789#>`~=_<[| \t")
_CONTAINERS = re.compile(r"[ \t>]*+(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+|>[ \t]*+)*+(?:\[[ xX]\][ \t]+)?")
_OPEN_LINE = re.compile(r"[ \t>]*(?:(?:[-+*]|[0-9]{1,9}[.)])[ \t]+)*(?:#{1,6}[ \t]+)?\Z")
_NAMES = {
    "heading": "a heading",
    "list item": "a list item",
    "table cell": "a table cell",
    "block quote": "a quote",
    "html": "raw HTML",
    "code": "code",
    "definition": "a definition that nobody sees",
    "paragraph": "a paragraph",
    "front matter": "front matter",
}


@document_rule(
    "AL003",
    "block-structure-differs",
    severity="error",
    its="markup",
    fix="safe",
    among=lambda group: group.having(_worth_a_look),
)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield the segments whose blocks differ: what only follows from the one before is not told again."""
    suspects = [index for index in facts.among(_worth_a_look) if _may_begin_block(facts, index)]
    sections = {section.first: section for section in map(facts.section, suspects)}
    for first, section in sorted(sections.items()):
        yield from _in_section(facts, section, range(first, first + len(section.document)))


def _in_section(facts: DocumentFacts, section: Section, indices: range) -> Iterator[Finding]:
    differed = False
    structure = section.structure
    for index, there in zip(indices, section.document.segments, strict=True):
        segment = facts.document.segments[index]
        source, target = structure.block(there, "source"), structure.block(there, "target")
        differs = bool(segment.source.strip()) and (
            _shape(source) != _shape(target)
            or (source.kind == "table cell" and _pipes(segment[1]) != _pipes(segment[2]))
        )
        if differs and (not differed or _may_differ(segment)):
            yield facts.finding(
                _message(source, target),
                segment.target_start,
                segment.target_end,
                segment=segment,
                related=(segment.source_start, segment.source_end),
                edits=_fix(facts, segment),
            )
        differed = differs


def _worth_a_look(group: GroupFacts) -> Iterator[int]:
    """The segments that other blocks may begin in, or whose pipes differ."""
    found = {*group.triggered(("|",), differs="|"), *group.triggered(("\n",))}
    # Asked of all at once, for most begin with a letter, and these should cost next to nothing.
    sources, targets = group.sources.parts, group.targets.parts
    firsts = {*_with_first(sources), *_with_first(targets)}
    found.update(index for index in firsts if _may_begin_otherwise(sources[index][:3], targets[index][:3]))
    segments = group.segments
    return (index for index in found if _may_differ(segments[index]))


def _with_first(texts: Iterable[str]) -> Iterator[int]:
    """The places of the texts that begin with a character that may begin a block."""
    return compress(count(), map(_FIRST.__contains__, map(itemgetter(slice(1)), texts)))


@lru_cache(maxsize=1 << 14)  # texts begin in few ways
def _may_begin_otherwise(source: str, target: str) -> bool:
    """Whether two texts that begin with these characters may begin different blocks."""
    return not (_NO_BLOCK.match(source) and _NO_BLOCK.match(target))


def _may_begin_block(facts: DocumentFacts, index: int) -> bool:
    """Whether a segment stands where it may begin a block, or has something in it that does so wherever it stands."""
    segments, text = facts.document.segments, facts.text
    segment = segments[index]
    if any(sign in side for sign in "|\n\r" for side in segment[1:3]):
        return True
    line = max(text.rfind("\n", 0, segment.start), text.rfind("\r", 0, segment.start)) + 1
    before = segments[index - 1] if index else None
    if before is not None and before.end > line and not (before.source.strip() and before.target.strip()):
        return True  # the line may begin with this one
    return _CONTAINERS.fullmatch(text, line, segment.start) is not None


def _may_differ(segment: Segment) -> bool:
    """Whether the two sides may begin different blocks. The parser costs too much to be asked of every document."""
    source, target = segment[1], segment[2]
    if source == target:
        return False
    if target[:1] in _FIRST or source[:1] in _FIRST or "\n" in target or "\n" in source:
        return _starts(source) != _starts(target)
    return "|" in target and target.count("|") != source.count("|")


def _starts(text: str) -> list[str | None]:
    """What each line of a text may begin, and how many cells it may have."""
    if "\n" not in text and (_NO_BLOCK.match(text) or (text[0] == "[" and "]:" not in text)):
        found: list[str | None] = [None]  # most texts, at a glance
    else:
        found = [match.lastgroup for match in map(_BLOCK_START.match, text.splitlines() or [""]) if match]
    return [*found, str(text.count("|"))] if "|" in text else found


def _pipes(text: str) -> int:
    """How many cells a text ends: a pipe does so in code too, and not behind a backslash (GFM, "Tables")."""
    return len(_PIPE.findall(text)) if "|" in text else 0


def _shape(block: Block) -> tuple[object, ...]:
    return (
        block.kind,
        block.level,
        block.list_depth,
        block.ordered,
        block.row,
        block.column,
        block.header,
        block.quoted,
        block.alert,
        block.siblings,
    )


def _message(source: Block, target: Block) -> str:
    ours, theirs = _described(source), _described(target)
    if ours != theirs:
        return f"the source is {ours}, the target {theirs}"
    if source.kind == "table cell":
        return "the target has another number of cells than the source"
    return f"the target is {theirs} like the source, but begins or ends it elsewhere"


def _described(block: Block) -> str:
    name = _NAMES[block.kind]
    if block.kind == "heading":
        return f"{name} of level {block.level}"
    if block.kind == "table cell":
        return f"{name} in row {block.row}, column {block.column}"
    if block.list_depth:
        ordered = "numbered list" if block.ordered else "list"
        return f"{name} in a {ordered} of depth {block.list_depth}"
    return f"{name} in a quote" if block.quoted and block.kind != "block quote" else name


def _fix(facts: DocumentFacts, segment: Segment) -> list[TextEdit]:
    """A backslash before what begins the block, where the target begins one and the source does not."""
    line = facts.text.rfind("\n", 0, segment.start) + 1
    found = _BLOCK_START.match(segment.target)
    own = _BLOCK_START.match(segment.source)
    if not found or (own and own.lastgroup) or not _OPEN_LINE.match(facts.text[line : segment.start]):
        return []
    for group in ("bullet", "point", "heading", "quote"):
        if found[group]:
            place = segment.target_start + found.start(group)
            return [TextEdit(place, place, "\\")]
    return []
