"""A pair goes on behind the end of its block.

## What it does

Reports segments of which the target or the source holds a blank line, the beginning of another block (a list item, a
heading, a quote, a fence, an HTML block) on a line of its own, or, in a table or behind the `#` marks of a heading, any
line break. A soft-wrapped line and the `>` that continues a quote are fine.

## Why

A segment is a sentence, a table cell, a list item or a heading. Markdown ends a paragraph at a blank line, and with it
the `<span>`: the page shows half a pair here and half a pair there.

## Example

```html
<span data-ttu-id="0c05b-101">Abra el panel.

Elija un filtro.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the panel. Choose a
filter.</span></span>
```

## Use instead

One pair for each block.

## Source

132 in 1,592,079 published pairs: 99.4 % of segments are one sentence, cell, item or heading, and only 1,300 targets hold
a line break at all (docs/format.md, "The pair"). None in the 99,797 pairs that the rule was measured on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.markdown import InlineCode
from locdocs.rules import Finding, SegmentFacts, segment_rule

__all__ = ["check"]

_BLANK_LINE = re.compile(r"(?:\r\n?+|\n)[ \t]*+(?:>[ \t]*+)*+(?:\r\n?|\n)")
_LINE_BREAK = re.compile(r"\r\n?|\n")
_HEADING = re.compile(r"[ \t>]*+(?:(?:[-+*]|[0-9]{1,9}[.)])[ \t]++)*+#{1,6}[ \t]")
_BLOCK_TAG = re.compile(
    r"(?:\r\n?|\n)[ ]{0,3}</?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figure|footer|form|"
    r"h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s/>])",
    re.IGNORECASE,
)


# What a line that ends the paragraph before it begins with, or nothing.
_MAY_BE_BLOCK = re.compile(r"(?:\r\n?+|\n)[ \t]*+(?:[-+*#|=~`<>:_0-9\r\n]|\Z)")


@segment_rule("SP010", "pair-crosses-blocks", severity="warning", its="markup", triggers=("\n", "\r"))
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield one finding a segment, in the target if it can be; the parser is asked where a block may begin in it."""
    segment = facts.segment
    before = _line_before(facts)
    ends_with_line = _HEADING.match(before) is not None
    may_be_block = _MAY_BE_BLOCK.search(segment.target) or _MAY_BE_BLOCK.search(segment.source)
    if not (may_be_block or ends_with_line or _is_in_row(facts, before)):
        return
    target, source = (
        _crossing(text, "line" if ends_with_line and block.kind == "heading" else block.kind, codes)
        for text, block, codes in (
            (segment.target, facts.blocks.target, facts.codes.target),
            (segment.source, facts.blocks.source, facts.codes.source),
        )
    )
    if target or source:
        yield facts.finding("the segment goes on behind the end of its block", target=target, source=source)


def _line_before(facts: SegmentFacts) -> str:
    """The line that a segment begins in, as far as the segment."""
    text, start = facts.document.text, facts.segment.start
    return text[max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1 : start]


def _is_in_row(facts: SegmentFacts, before: str) -> bool:
    """Whether the segment may stand in the row of a table."""
    end = facts.segment.end
    return "|" in before or facts.document.text[end : end + 3].lstrip().startswith("|")


def _crossing(text: str, kind: str, codes: tuple[InlineCode, ...]) -> tuple[int, int] | None:
    """Where a text leaves its block, if it does. A heading behind ``#`` marks and a cell end with their line."""
    blank = _BLANK_LINE.search(text)
    if blank:
        return blank.span()
    if kind in ("table cell", "line") and (found := _LINE_BREAK.search(text)):
        return found.span()
    for code in codes:
        if code.kind == "block" and code.text.strip("> \t\r\n"):
            return code.start, code.end
        # A mark of quotation after a break begins a quote; without the break it continues one.
        if code.kind == "block" and code.text.strip() and _LINE_BREAK.match(code.text):
            return code.start, code.end
    if kind != "html" and (found := _BLOCK_TAG.search(text)):
        return found.span()
    return None
