"""A heading, list item or table around pairs is written so that Markdown does not read it, or pairs stand in a comment.

## What it does

Looks at what stands outside of the pairs, where the marks of blocks are:

- `##` in front of a pair or its anchor without a blank; `-`, `+`, `*` or `1.` in front of a pair without one;
- a blank that is none for Markdown (no-break space, ideographic space) behind such a mark;
- signs in their place that Markdown does not know: `•`, `＃`;
- a row of dashes with more or fewer cells than the head above it: the table is shown as a paragraph with lines in it;
- pairs in a comment, which nobody sees.

Code, raw HTML and emphasis (`*word*`) are left alone. The fixes write a blank or the mark that is meant; they are
unsafe, as a text may begin with a sign like that. A table and a comment have no fix.

## Why

Source and target share what stands outside of the pairs, so no comparison of the two can find it, and the page shows
`##` and `•` to its readers, or a table as a heap of words.

## Example

```text
-<span data-ttu-id="0c05b-102">Abra la vista.</span><span class="sxs-lookup">...
```

## Use instead

```text
- <span data-ttu-id="0c05b-102">Abra la vista.</span><span class="sxs-lookup">...
```

## Source

CommonMark 0.31.2, sections 4.2 (ATX headings) and 5.2 (list items); GitHub Flavored Markdown, "Tables". On five trees
(99,797 pairs) it finds one heading, in two languages of the same page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, GroupFacts, document_rule
from locdocs.rules.outside import Outside
from locdocs.text import TextEdit

__all__ = ["check"]

_ODD = "•◦▪＃－＊"
_MEANT = dict(zip(_ODD, "---#-*", strict=True))
_NO_BLANKS = "\u00a0\u202f\u3000"
_MARK = re.compile(
    rf"""
    ^ [ \t>]*+ (?:
        (?P<heading> \#{{1,6}} ) [{_NO_BLANKS}]*+ (?= \0 | <a [ ] (?:name|id)= )
      | (?P<item> [-+*] | [0-9]{{1,9}}[.)] ) [{_NO_BLANKS}]*+ (?= \0 )
      | (?P<odd> [{_ODD}] ) [ \t{_NO_BLANKS}]*+ (?= \0 | <a [ ] (?:name|id)= )
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
# The same at a glance. They begin with a literal, and look behind from there: that is searched many times as fast.
_BEFORE_PAIR = re.compile(rf"\0(?:(?<=[-#+*{_NO_BLANKS}]\0)|(?<=[0-9][.)]\0))")
_BEFORE_ANCHOR = re.compile(r"#<a ")
_COMMENT = re.compile(r"<!--(?:[^\0-]++|-(?!->))*+\0")
_CELL_OF_DASHES = re.compile(r"\|[ \t]*+:?-")
_DASHES = re.compile(r"[ \t>]*+\|?+(?:[ \t]*+:?-++:?[ \t]*+\|)*+[ \t]*+(?::?-++:?[ \t]*+)?+\r?")
_PIPE = re.compile(r"(?<!\\)\|")


def _documents(group: GroupFacts) -> Iterator[int]:
    return group.showing(_may_be_broken)


def _may_be_broken(skeleton: str) -> bool:
    """A first look that costs little."""
    return (
        _BEFORE_PAIR.search(skeleton) is not None
        or _BEFORE_ANCHOR.search(skeleton) is not None
        or any(map(skeleton.__contains__, _ODD))
        or any(f"{blank}<a " in skeleton for blank in _NO_BLANKS if blank in skeleton)
        or _COMMENT.search(skeleton) is not None
        or any(_broken_tables(skeleton))
    )


@document_rule("SP013", "broken-block-mark", severity="warning", its="markup", fix="unsafe", among=_documents)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what the skeleton has: marks, then comments; then tables, as the target has them."""
    outside = Outside(facts)
    if outside.can_be_placed:
        yield from _marks(facts, outside)
        for found in _COMMENT.finditer(outside.skeleton):
            if not outside.is_code(found.start()):
                start = outside.to_file(found.start())
                yield facts.finding("nobody sees the pairs in this comment", start, start + len("<!--"))
    if any(_broken_tables(facts.skeleton)):
        yield from _tables(facts)


def _marks(facts: DocumentFacts, outside: Outside) -> Iterator[Finding]:
    for found in _MARK.finditer(outside.skeleton):
        kind = next(name for name in ("heading", "item", "odd") if found[name])
        if _is_read_otherwise(facts, outside, found):
            continue
        mark, start, end = found[kind], outside.to_file(found.start(kind)), outside.to_file(found.end())
        meant = _MEANT.get(mark, mark)
        what = "heading" if meant[0] == "#" else "list item"
        lacks = "an ordinary blank" if end - start > len(mark) else "a blank"
        said = f"Markdown has '{meant} ' for that" if kind == "odd" else f"it needs {lacks} behind it"
        yield facts.finding(f"{mark!r} begins no {what}: {said}", start, end, edits=[TextEdit(start, end, f"{meant} ")])


def _is_read_otherwise(facts: DocumentFacts, outside: Outside, found: re.Match[str]) -> bool:
    """Whether a mark stands in code or raw HTML, or is an asterisk of emphasis."""
    if outside.is_code(found.end() - 1):
        return True
    index = outside.pair_behind(found.end())
    if index == len(facts.document.segments):
        return True
    segment = facts.document.segments[index]
    if facts.structure.block(segment).kind in ("html", "code"):
        return True
    if found["item"] != "*":
        return False
    start, end = found.start(), outside.skeleton.find("\n", found.end())
    line = outside.skeleton[start : end if end >= 0 else None]
    return line.count("*") > 1 or "*" in segment.target or "*" in segment.source


def _broken_tables(text: str) -> Iterator[tuple[int, int]]:
    """Where rows of dashes stand that do not have as many cells as the row above them."""
    done = 0
    for found in _CELL_OF_DASHES.finditer(text):
        if found.start() < done:
            continue
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", start)
        done = end = len(text) if end < 0 else end
        head = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
        row = text[start:end]
        if "|" in head and _DASHES.fullmatch(row) and not _DASHES.fullmatch(head) and _cells(head) != _cells(row):
            yield start, end


def _cells(row: str) -> int:
    return len(_PIPE.findall(row.strip("> \t\r").removeprefix("|").removesuffix("|"))) + 1


def _tables(facts: DocumentFacts) -> Iterator[Finding]:
    target = facts.target
    for start, end in _broken_tables(target.text):
        above = target.text.rfind("\n", 0, max(start - 1, 0)) + 1
        index = bisect_left(target.spans, (above, 0))
        if index == len(target.spans) or target.spans[index][0] >= start:
            continue  # no pair in its head
        head, row = target.text[above : start - 1], target.text[start:end].strip("> \t\r")
        if facts.structure.block(facts.document.segments[index], "target").kind not in ("code", "html", "table cell"):
            at = target.text.index(row, start)
            message = f"the head has {_cells(head)} cells and the row of dashes below it {_cells(row)}: it is no table"
            yield facts.finding_in("target", message, at, at + len(row))
