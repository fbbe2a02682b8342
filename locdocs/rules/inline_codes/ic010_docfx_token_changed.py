r"""A docfx token or a cross reference was lost, added or altered.

## What it does

Compares, in any order, the tokens of both sides that docfx adds to Markdown: `[!INCLUDE [..](..)]`,
`[!code-csharp[..](..)]`, `<xref:..>`, `:::image ..:::`. Their text may be translated (the text of links, titles,
`alt-text`, `?text=`); case in names and escapes do not count.

The markers of alerts stand outside of the segments, where there is nothing to compare them with. There it reports

- a name that docfx does not have, `> [!IMPORTANTE]` or `[!div clase="..."]`;
- a marker that is none: `> [NOTE]`, `> [! NOTE]`, `> \[!NOTE\]`, `> ［!NOTE］`, `::row:::`, `: ::image`;
- a row, column, zone or moniker of three colons that does not end, or did not begin;
- an alternative text whose quotation marks are not one pair: `alt-text="the "main" view"`, `alt-text=«the view»`.

The fix takes the token of the source where it is certain which, or the name that is most like it; it is unsafe. That of
quotation marks is safe.

## Why

The reader sees the token in place of what it stands for, and the build reports a broken reference.

## Example

```markdown
> [!IMPORTANTE]
> Consulte <xref:sistema.archivos>.
```

## Use instead

```markdown
> [!IMPORTANT]
> Consulte <xref:system.files>.
```

## Source

273 published targets hold a translated marker, and 4 of 29,691 cross references differ (docs/format.md, "What else is
in these files" and "Quality of what is published"). On five trees (99,797 pairs) this rule finds none, in 84 files
picked for their oddities 5, all true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from locdocs.rules import DocumentFacts, Finding, GroupFacts, SegmentFacts, TextFacts, document_rule
from locdocs.rules.code_blocks import is_in_code
from locdocs.rules.inline_codes.comparing import comparable, quoted, quoted_apart
from locdocs.rules.inline_codes.docfx_attributes import torn_texts
from locdocs.rules.inline_codes.docfx_colons import colon_tokens
from locdocs.rules.inline_codes.docfx_markers import containers, markers, unbalanced, unpaired
from locdocs.rules.inline_codes.docfx_tokens import ALERTS, token_key, xref_key
from locdocs.rules.inline_codes.pairing import difference, in_likely_pairs
from locdocs.text import TextEdit

__all__ = ["check"]


class _Token(NamedTuple):
    key: str
    text: str
    start: int
    end: int


def _with_tokens(group: GroupFacts) -> Iterable[int]:
    return group.triggered(("[!", "<xref:", "<XREF:", ":::"), comparable)


def _documents(group: GroupFacts) -> set[int]:
    colons = (place for place, text in enumerate(group.skeletons) if ":::" in text)
    return {*group.having(_with_tokens), *group.showing(_holds_other_markers), *colons}


@document_rule(
    "IC010",
    "docfx-token-changed",
    severity="error",
    its="markup",
    fix="unsafe",
    among=_documents,
)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what differs inside of segments, then the markers outside of them."""
    for index in facts.among(_with_tokens):
        yield from _in_segment(facts.segment(index))
    yield from _outside(facts)


def _in_segment(facts: SegmentFacts) -> Iterator[Finding]:
    ours, theirs = list(_tokens(facts.source)), list(_tokens(facts.target))
    for before, after, certain, choice in in_likely_pairs(difference(ours, theirs, _key), _text):
        if after is None and before is not None:
            yield facts.finding(f"{quoted(before.text)} is lost", source=(before.start, before.end))
        elif after is not None:
            there = (before.start, before.end) if before else None
            others = choice or ((before,) if before else ())
            token, *lost = quoted_apart(*map(_text, (after, *others)))
            said = f"{lost[0]} in the source" if before and not choice else "not in the source"
            if choice:
                said += f", whose {' and '.join(lost)} the target lacks"
            edits = [facts.target.edit(after.start, after.end, before.text)] if before and certain else ()
            yield facts.finding(f"{token} is {said}", target=(after.start, after.end), source=there, edits=edits)


def _key(token: _Token) -> str:
    return token.key


def _text(token: _Token) -> str:
    return token.text


def _tokens(text: TextFacts) -> Iterator[_Token]:
    for mark in text.of_kind("docfx", "xref"):
        written = text.text[mark.start : mark.end]
        if mark.kind == "xref":
            yield _Token(f"<{xref_key(mark.value)}>", written, mark.start, mark.end)
        elif written.startswith("["):
            yield _Token(token_key(written), written, mark.start, mark.end)
    for key, start, end in colon_tokens(text):
        yield _Token(key, text.text[start:end], start, end)


def _outside(facts: DocumentFacts) -> Iterator[Finding]:
    """The markers outside of segments that docfx does not know, or does not recognise; else containers left open."""
    skeleton = facts.skeleton
    clean = True
    if facts.shows(_holds_other_markers):
        for start, end, good in sorted(markers(facts.text, facts.document.front_matter.end)):
            if facts.text[start:end] == good or not _is_outside(facts, start):
                continue
            clean = False
            edits = [TextEdit(start, end, good)] if good else ()
            message = f"{facts.text[start:end]} is no token of docfx{_instead(facts.text[start:end], good)}"
            yield facts.finding(message, start, end, edits=edits)
    if clean and unbalanced(skeleton):
        tokens = containers(facts.text, facts.document.front_matter.end)
        for token in unpaired(token for token in tokens if _is_outside(facts, token.start())):
            what = "ends what did not begin" if token["end"] else f"has no :::{token['name']}-end:::"
            yield facts.finding(f"{token[0]} {what}", *token.span())
    for torn in torn_texts(facts):
        edits = [TextEdit(torn.start, torn.end, torn.mended)] if torn.mended else []
        said = f": write {torn.mended}" if torn.mended else ", and those within it are written &quot;"
        message = f"the quotation marks of this alternative text are not one pair{said}"
        yield facts.finding(message, torn.start, torn.end, edits=edits, safe=True)


def _holds_other_markers(skeleton: str) -> bool:
    return any(skeleton[start:end] != good for start, end, good in markers(skeleton, 0))


def _instead(written: str, good: str) -> str:
    """What docfx knows in place of a token: the one meant, and of a name that is none all there are."""
    like = f", {good} is" if good else ""
    known = not set(ALERTS).isdisjoint(re.findall(r"\w+", written.upper()))
    is_alert = good.strip("[!]") in ALERTS or (not good and written.endswith("]"))
    return f"{like}; its alerts are {', '.join(ALERTS)}" if is_alert and not known else like


def _is_outside(facts: DocumentFacts, start: int) -> bool:
    return facts.segment_at(start) is None and not is_in_code(facts, start)
