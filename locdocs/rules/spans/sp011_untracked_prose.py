"""Text that a translator should see stands outside of all pairs.

## What it does

Reports runs of text in paragraphs, headings, lists and tables that belong to no pair: at least `min-words` words of it
(3 if the configuration says nothing else), or as many characters where words have no spaces between them. Code,
addresses, alternative texts of images, raw HTML, comments, docfx tokens, the front matter, and documents without any
pair are left alone. Off by default.

## Why

Text without a pair was written into the translated file by hand, or was never handed to translation: no memory knows
it, and the next hand-off wipes it out.

## Example

```html
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span> Esta frase la añadió alguien.
```

## Use instead

Put the sentence into the English file, and have it translated.

## Source

Publication puts a pair around every translatable unit but the alternative texts of images (docs/format.md, "The id").
Of 99,797 published pairs, 2 lines were reported, both true: bold captions of images without a pair.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from locdocs.markdown.columns import events_of
from locdocs.markdown.docfx import docfx_tokens
from locdocs.projection import Projection
from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.rules.light_markup import blanked, read_marks

__all__ = ["check"]

_LETTERS = re.compile(r"(?<![\w@.])[^\W\d_]+(?![\w@]|\.[^\W\d_])")
_NOT_READ = frozenset({"CodeBlock", "Image", "HtmlBlock"})
_BLOCKS = frozenset({"Paragraph", "Heading", "TableCell", "Item"})
_OPTION = "min-words"
_MIN_WORDS = 3


@document_rule(
    "SP011", "untracked-prose", severity="info", its="omission", default="off", options={_OPTION: _MIN_WORDS}
)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield a finding for each run of text."""
    if not facts.document.segments:
        return
    target = facts.target
    wanted = facts.option(check.code, _OPTION, _MIN_WORDS)
    # As the parser may take brackets of docfx apart, what stands in them is blanked, and so are addresses.
    prose = blanked(target.text, read_marks(target.text))
    for start, end in _runs(target, list(docfx_tokens(target.text, target.body_start))):
        words = _LETTERS.findall(prose[start:end])
        if len(words) >= wanted or (not facts.profile.spaced and sum(map(len, words)) >= 2 * wanted):
            yield facts.finding_in("target", "this text belongs to no pair", start, end)


def _runs(target: Projection, tokens: list[tuple[int, int, str, str]]) -> Iterator[tuple[int, int]]:
    """The runs of text outside of segments, each within one block and with no segment in it."""
    starts = [token[0] for token in tokens]
    key = blocks = 0
    run: tuple[int, int] | None = None
    for start, end, blocks in _texts(target):
        place = bisect_right(starts, start) - 1
        if place >= 0 and start < tokens[place][1]:
            continue
        for first, last in _outside_of_segments(target, start, end):
            if run and blocks == key and not _segments_between(target, run[1], first):
                run = run[0], last
                continue
            if run:
                yield run
            run, key = (first, last), blocks
    if run:
        yield run


def _texts(target: Projection) -> Iterator[tuple[int, int, int]]:
    """Start and end of each piece of text that readers see as such, and the number of its block."""
    blocks = not_read = 0
    for event in events_of(target.text, target.body_start):
        if event.name in _NOT_READ:
            not_read += (event.phase == "start") - (event.phase == "end")
        elif event.name in _BLOCKS:
            blocks += 1
        elif event.name == "Text" and not not_read:
            yield event.start, event.end, blocks


def _segments_between(target: Projection, start: int, end: int) -> bool:
    index = bisect_right(target.spans, (start, start)) - 1
    return any(first >= start and last <= end for first, last in target.spans[max(index, 0) : index + 3])


def _outside_of_segments(target: Projection, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a range that no segment covers, without white space around them."""
    spans = target.spans
    index = max(bisect_right(spans, (start, len(target.text))) - 1, 0)
    while start < end:
        while index < len(spans) and spans[index][1] <= start:
            index += 1
        first, last = spans[index] if index < len(spans) else (end, end)
        piece = target.text[start : max(min(first, end), start)]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = max(last, start + 1)
