"""The anchor of a heading is not the one that its source gives.

## What it does

Publication writes `<a name="slug"></a>` behind the `#` marks of a heading, and makes the slug of the source heading.
Reports anchors that differ from that slug. An anchor of the author's own, one that no slug could be called like or that
shares no word with the heading, is left alone, unless it is nearly the slug, that of the translation or of another
heading of the document, that in upper case, or empty. Both ways to make a slug, that of 2017 and the one since, are
known. The fix writes the slug. Where the anchor is that of the first pairs of the heading alone, the line break behind
these was lost, and the heading goes on with what stood below it: this is said in its place, and the fix, which is not
safe, breaks the line before a sentence. Where the pairs of a heading are damaged, out of order, in code or without a
source, the heading is not certain: nothing is said of its anchor then.

## Why

Links into the page (`#set-up-a-filter`) are the same in all languages because the anchor is. With another one, they
lead to the top of the page.

## Example

```html
### <a name="set-up-filter"></a><span data-ttu-id="0c05b-101">Configurar un filtro</span><span
class="sxs-lookup"><span data-stu-id="0c05b-101">Set up a filter</span></span>
```

## Use instead

```html
### <a name="set-up-a-filter"></a><span data-ttu-id="0c05b-101">Configurar un filtro</span><span
class="sxs-lookup"><span data-stu-id="0c05b-101">Set up a filter</span></span>
```

## Source

The slug is right for 132,898 of 132,953 headings since 2018, and for 60,313 of 60,327 of 2017 (docs/format.md, "Heading
anchors"). Measured on 99,797 published pairs with 12,470 anchors: none reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from locdocs.markdown import Heading
from locdocs.markdown.anchors import slug_of
from locdocs.model import Document, Segment
from locdocs.rules import DocumentFacts, Finding, GroupFacts, document_rule
from locdocs.text import TextEdit

__all__ = ["check"]

_ANCHOR = re.compile(r"""#[ \t]*<a name=(?:"|&quot;)(?P<name>[^"<>&]*)(?:"|&quot;)>[ \t]*</a>""")
_TAG = "<a name="
_LINE_BREAKS = frozenset("\r\n")
_PLAIN = re.compile(r"[^<>\[\]]*")
_OPENING = re.compile(r"""<a name=(?:"|&quot;)""")
_REST = re.compile(r"[^\r\n]*")
_SOURCES = re.compile(
    r'<span data-ttu-id="[^"]*">.*?</span><span class="sxs-lookup"><span data-stu-id="[^"]*">(.*?)</span></span>'
)
_ONE_PAIR = re.compile(
    r"<span [^<>]*+>[^<>]*+</span><span [^<>]*+><span [^<>]*+>([^<>\[\]]*+)</span></span>[ \t]*+(?=[\r\n]|\Z)"
)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)|</?a\b[^<>]*>")
_NO_NAME = re.compile(r"[^\w-]")
_LIKE = 0.75
_SENTENCE = re.compile(r"[.!?:]\W*\Z")
# Left in what should be the source of a heading: its pairs were not all read, or not where they belong.
_LEFT_OVER = re.compile(r"(?:<|&lt;)/?[ \t]*span\b|[\"\s](?:data-[ts]tu-id|sxs-lookup)", re.IGNORECASE)
# With other damage the pair was read whole.
_UNCERTAIN = frozenset(
    (
        "unclosed-target-span",
        "unclosed-source-span",
        "target-without-source",
        "source-without-target",
        "gap-inside-pair",
        "nested-pair",
        "duplicate-id",
        "id-mismatch",
    )
)


def _documents(group: GroupFacts) -> Iterator[int]:
    """The documents with an anchor that does not fit, as far as that shows without the parser."""
    some_in_pairs = any(side.holding(_TAG) for side in (group.sources, group.targets))  # as next to never
    for place, (document, skeleton) in enumerate(zip(group.documents, group.skeletons, strict=True)):
        if _TAG not in skeleton:
            continue
        if some_in_pairs:
            fit = all(_fits(document.text, found) for found in _ANCHOR.finditer(document.text))
        else:
            fit = _fit_outside(document, skeleton)
        if not fit:
            yield place


def _fit_outside(document: Document, skeleton: str) -> bool:
    """Whether all anchors outside of pairs fit."""
    text, segments = document.text, document.segments
    place = done = 0
    at = skeleton.find(_TAG)
    while at >= 0:
        place += skeleton.count("\0", done, at)
        following = segments[place] if place < len(segments) else None
        if not following or not _fits_at_a_glance(skeleton, at, following[1]):
            pair = skeleton.find("\0", at)
            end, behind = (following.start, pair - at) if following else (len(text), len(skeleton) - at)
            found = _ANCHOR.match(text, max(text.rfind("#", 0, end - behind), 0))
            if found and not _fits(text, found):
                return False
        done = at
        at = skeleton.find(_TAG, at + 1)
    return True


def _fits_at_a_glance(skeleton: str, at: int, source: str) -> bool:
    """Whether an anchor is the slug of the pair behind it, which is all of its heading and plain text: nearly all."""
    anchor = _anchor_for(source)
    end = at + len(anchor)
    return anchor != "" and skeleton.startswith(anchor, at) and skeleton[end : end + 1] in _LINE_BREAKS


@lru_cache(maxsize=4096)  # many headings are in document after document
def _anchor_for(source: str) -> str:
    """The anchor of a heading that is one pair, with the null that stands for the pair; none for one with markup."""
    return f'{_TAG}"{slug_of(source)}"></a>\0' if _PLAIN.fullmatch(source) else ""


@document_rule(
    "AL009",
    "heading-anchor-mismatch",
    severity="warning",
    its="markup",
    fix="safe",
    among=_documents,
)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield the anchors that do not fit, by the parser."""
    for heading in facts.structure.headings:
        anchor = heading.anchor
        if anchor is None or (heading.anchor_fits and not _is_misspelt(facts, heading)) or not heading.segments:
            continue
        if not _is_certain(facts, heading):
            continue
        if place := _goes_on_at(facts, heading, anchor.name):
            yield _swallowed(facts, heading, place, anchor.name)
            continue
        segment = facts.document.segments[heading.segments[0]]
        opening = _OPENING.match(facts.text, anchor.start)
        start = opening.end() if opening else anchor.start
        yield facts.finding(
            f"the anchor of this heading should be {heading.slug!r}",
            start,
            start + len(anchor.name),
            segment=segment,
            related=(segment.source_start, segment.source_end),
            edits=[TextEdit(start, start + len(anchor.name), heading.slug)] if heading.slug else [],
        )


def _goes_on_at(facts: DocumentFacts, heading: Heading, name: str) -> int:
    """The place of the segment, among all, that stands behind those whose slug the anchor is; 0 where there is none."""
    spans, indices = facts.source.spans, heading.segments
    for index in indices[1:]:
        source = facts.source.text[spans[indices[0]][0] : spans[index - 1][1]]
        if name in (slug_of(_LINK.sub(r"\1", source)), slug_of(source, early=True)):
            return index
    return 0


def _swallowed(facts: DocumentFacts, heading: Heading, place: int, name: str) -> Finding:
    """What to say of a heading that goes on with a segment that stood below it."""
    text, segments = facts.text, facts.document.segments
    before, segment = segments[place - 1], segments[place]
    line = max(text.rfind("\n", 0, heading.start), text.rfind("\r", 0, heading.start)) + 1
    indent = text[line : heading.start]
    edits = []
    if not (text[before.end : segment.start] + indent).strip(" \t") and _SENTENCE.search(segment.source):
        line_break = "\r\n" if "\r\n" in text else "\n"
        edits = [TextEdit(before.end, segment.start, line_break * 2 + indent)]
    return facts.finding(
        f"the heading seems to go on with what stood below it: its anchor {name!r} ends before this",
        segment.start,
        segment.end,
        segment=segment,
        related=(before.source_start, before.source_end),
        edits=edits,
        safe=False,
    )


def _fits(text: str, found: re.Match[str]) -> bool:
    name, end = found["name"], found.end()
    whole = _ONE_PAIR.match(text, end)  # nearly all
    if whole and name == slug_of(whole[1]):
        return True
    rest = _REST.match(text, end)
    source = _SOURCES.sub(r"\1", rest[0] if rest else "")
    return name == slug_of(_LINK.sub(r"\1", source)) or name == slug_of(source, early=True)


def _is_misspelt(facts: DocumentFacts, heading: Heading) -> bool:
    """Whether an anchor that may be the author's own is none: nearly the slug, that of something else, or empty."""
    anchor = heading.anchor
    if anchor is None or not heading.anchor_is_own:
        return False
    target = " ".join(facts.document.segments[index].target for index in heading.segments)
    slug, name = (_NO_NAME.sub("", text.strip().lower().replace(" ", "-")) for text in (target, anchor.name))
    if not anchor.name or anchor.name == slug_of(target) or (name and name == slug):
        return True
    if anchor.name.lower() == heading.slug:
        return True
    if any(anchor.name == other.slug for other in facts.structure.headings):
        return True
    return SequenceMatcher(None, anchor.name, heading.slug, autojunk=False).ratio() >= _LIKE


def _is_certain(facts: DocumentFacts, heading: Heading) -> bool:
    """Whether the source of a heading is what it should be: its pairs are healthy, where they belong, and full."""
    segments, indices = facts.document.segments, heading.segments
    inside = segments[indices[0] : indices[-1] + 1]
    if inside[-1].source_end > heading.end or not all(segment.source.strip() for segment in inside):
        return False  # a line break cuts it off, or the source got lost
    around = segments[max(0, indices[0] - 1) : indices[-1] + 2]
    numbers = [int(segment.number) for segment in around if segment.number.isdecimal()]
    if numbers != sorted(numbers):
        return False  # pairs changed places: this one may be another heading's, or a sentence
    between = _between(facts.text, heading, inside)
    if "`" in between and any(facts.structure.block(segment).kind == "code" for segment in inside):
        return False
    return not _LEFT_OVER.search(between) and not any(
        damage.kind in _UNCERTAIN and damage.start < heading.end and heading.start < damage.end
        for damage in facts.document.damage
    )


def _between(text: str, heading: Heading, inside: Sequence[Segment]) -> str:
    """The line of a heading without its pairs."""
    starts = [*(segment.start for segment in inside), heading.end]
    ends = [heading.start, *(segment.end for segment in inside)]
    return "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
