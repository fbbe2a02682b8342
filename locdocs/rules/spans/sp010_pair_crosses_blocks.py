"""A pair goes on behind the end of its block.

## What it does

Reports segments of which the target or the source holds a blank line, the beginning of another block (a list item, a
heading, a quote, a fence, an HTML block) on a line of its own, or, in a table, any line break. A soft-wrapped line and
the `>` that continues a quote are fine.

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

_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*+(?:>[ \t]*+)*+(?:\r\n?|\n)")
_LINE_BREAK = re.compile(r"\r\n?|\n")
_BLOCK_TAG = re.compile(
    r"(?:\r\n?|\n)[ ]{0,3}</?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figure|footer|form|"
    r"h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s/>])",
    re.IGNORECASE,
)


# What a line that ends the paragraph before it begins with, or nothing.
_MAY_BE_BLOCK = re.compile(r"(?:\r\n?|\n)[ \t]*+(?:[-+*#|=~`<>:_0-9\r\n]|\Z)")


@segment_rule("SP010", "pair-crosses-blocks", severity="warning", its="markup", triggers=("\n", "\r"))
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield one finding a segment, in the target if it can be; the parser is asked where a block may begin in it."""
    segment = facts.segment
    if not (_MAY_BE_BLOCK.search(segment.target) or _MAY_BE_BLOCK.search(segment.source) or _is_in_row(facts)):
        return
    target = _crossing(segment.target, facts.blocks.target.kind, facts.codes.target)
    source = _crossing(segment.source, facts.blocks.source.kind, facts.codes.source)
    if target or source:
        yield facts.finding("the segment goes on behind the end of its block", target=target, source=source)


def _is_in_row(facts: SegmentFacts) -> bool:
    """Whether the segment may stand in the row of a table."""
    text = facts.document.text
    start, end = facts.segment.start, facts.segment.end
    return "|" in text[text.rfind("\n", 0, start) + 1 : start] or text[end : end + 3].lstrip().startswith("|")


def _crossing(text: str, kind: str, codes: tuple[InlineCode, ...]) -> tuple[int, int] | None:
    """Where a text leaves its block, if it does."""
    blank = _BLANK_LINE.search(text)
    if blank:
        return blank.span()
    if kind == "table cell" and (found := _LINE_BREAK.search(text)):
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
