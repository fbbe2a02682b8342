"""The destination of a link was changed.

## What it does

Compares where the links, images, cross-reference links and bare addresses of both sides lead, in any order, and reports
a destination of the target that the source does not have, where the source has one that the target does not. The
language in an address may change: `/en-us/` may become `/es-es/` or nothing, `en.example.com` may become
`es.example.com`, `?hl=en` may become `?hl=es`. `%20` and a blank are the same, so are `&amp;` and `&`. Which
address stands in place of which is told by their likeness, by the texts of the links and by the order of the others.
The fix takes the address of the source where that is certain; it is unsafe, because there may be a better page in the
target language.

A link that is lost or added is IC001.

## Why

Paths, file names and anchors are not words: a changed one leads nowhere.

## Example

```text
source: See [the quotas](quotas.md#limits).
target: Consulte [las cuotas](cuotas.md#limits).
```

## Use instead

```text
source: See [the quotas](quotas.md#limits).
target: Consulte [las cuotas](quotas.md#limits).
```

## Source

89 of 122,750 published destinations differ (docs/format.md, "Quality of what is published"). On five trees (99,797
pairs) this rule finds 4; all were looked at, all are true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from locdocs.markdown import InlineCode
from locdocs.model import Segment
from locdocs.rules import Finding, SegmentFacts, TextFacts, segment_rule
from locdocs.rules.inline_codes.addresses import address_key, languages_of
from locdocs.rules.inline_codes.comparing import beyond, comparable, constructs, differ, quoted_apart
from locdocs.rules.inline_codes.links import broken_links
from locdocs.rules.inline_codes.other_links import with_other_links
from locdocs.rules.inline_codes.pairing import difference, in_likely_pairs
from locdocs.rules.inline_codes.places import opening_of
from locdocs.text import TextEdit

__all__ = ["check"]

_LEADS = ("link", "image", "reference", "autolink", "url")
_WRITTEN = re.compile(r"\]\(\s*+(?P<address><[^<>]*+>|\S+?)(?:\s+[\"'(].*)?\s*\)\Z", re.DOTALL)
_HTML_ADDRESS = re.compile(r"""\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


# What may be an address, as it is written. Each alternative begins with a character of its own: that is quick.
_ROUGH = re.compile(r"""\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*|\]\[[^\]]*|://[^\s()<>"'\]]*""")
_ROUGH_HTML = re.compile(r"""\b(?:href|src)\s*=\s*(?:"[^"]*|'[^']*)""", re.IGNORECASE)


class Address(NamedTuple):
    """Where something leads, and where that is written in its segment."""

    key: str
    address: str
    start: int
    end: int
    written: bool
    """Whether ``start`` and ``end`` are those of the address; else of the construct around it."""
    label: str = ""
    """The text of the link."""


def _may_differ(segment: Segment) -> bool:
    """Whether what may be an address differs."""
    source, target = segment[1], segment[2]
    if not comparable(segment):
        return False
    if source.count("https:") != target.count("https:") or differ(_ROUGH.findall(source), _ROUGH.findall(target)):
        return True
    tags = "<" in source or "<" in target
    return tags and differ(_ROUGH_HTML.findall(source), _ROUGH_HTML.findall(target))


@segment_rule(
    "IC002",
    "link-destination",
    severity="warning",
    its="markup",
    fix="unsafe",
    among=lambda group: group.answers(with_other_links),
    when=_may_differ,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Compare lightly; then with what the parser says of links, whose labels lead somewhere."""
    if _raw(facts.source) == _raw(facts.target):
        return
    languages = languages_of(facts.document)
    lightly = [list(_lightly(side, languages)) for side in (facts.source, facts.target)]
    if not beyond(lightly[0], lightly[1], _key) or not beyond(lightly[1], lightly[0], _key):
        return
    source, target = (
        [*_exactly(side, codes, languages)] or light
        for side, codes, light in zip((facts.source, facts.target), facts.codes, lightly, strict=True)
    )
    broken = any(broken_links(facts))  # how far an address goes is not known there
    for ours, theirs, certain, choice in in_likely_pairs(difference(source, target, _key, _label), _text, _label):
        if ours is None or theirs is None:
            continue
        edits: tuple[TextEdit, ...] = ()
        if certain and not broken and ours.written and theirs.written:
            edits = (facts.target.edit(theirs.start, theirs.end, facts.source.text[ours.start : ours.end]),)
        address, *others = quoted_apart(*map(_text, (theirs, *(choice or (ours,)))))
        said = f"is not in the source, whose {' and '.join(others)} the target lacks"
        yield facts.finding(
            f"the address {address} {said if choice else f'is {others[0]} in the source'}",
            target=(theirs.start, theirs.end),
            source=(ours.start, ours.end),
            edits=edits,
        )


def _key(address: Address) -> str:
    return address.key


def _text(address: Address) -> str:
    return address.address


def _label(address: Address) -> str:
    return address.label


def _raw(text: TextFacts) -> list[str]:
    """What leads somewhere, as it is written: the same in nearly all segments."""
    return sorted([mark.value for mark in text.marks if mark.kind in _LEADS]) + sorted(
        [text.text[mark.start : mark.end] for mark in text.marks if mark.kind == "tag" and mark.value in ("a", "img")]
    )


def _lightly(text: TextFacts, languages: tuple[str, str]) -> Iterator[Address]:
    for mark in text.marks:
        if mark.kind == "reference":
            yield Address(f"[{mark.value.casefold()}]", mark.value, mark.start, mark.end, written=False)
        elif mark.kind in _LEADS:
            yield _address(text, mark.value, mark.start, mark.end, languages)
        elif mark.kind == "tag" and mark.value in ("a", "img"):
            yield from _of_tag(text, mark.start, mark.end, languages)


def _exactly(text: TextFacts, codes: tuple[InlineCode, ...], languages: tuple[str, str]) -> Iterator[Address]:
    found = constructs(codes, "link", "image", "autolink")
    for each in found:
        closing = each.closing or each.code
        if each.code.destination is not None:
            yield _address(text, each.code.destination, closing.start, closing.end, languages)
    for mark in text.of_kind("url"):
        yield _address(text, mark.value, mark.start, mark.end, languages)
    for code in codes:
        if code.kind == "html" and code.name in ("a", "img"):
            yield from _of_tag(text, code.start, code.end, languages)


def _address(text: TextFacts, address: str, start: int, end: int, languages: tuple[str, str]) -> Address:
    """The address in a piece of markup, with its own place where it stands there as such."""
    key = address_key(address, languages)
    written = _WRITTEN.match(text.text[start:end])
    if written:
        opening = opening_of(text.text, start)
        label = "" if opening is None else text.text[opening + 1 : start].strip()
        first, last = written.span("address")
        return Address(key, address, start + first, start + last, written=True, label=label)
    if text.text[start:end] == f"<{address}>":
        return Address(key, address, start + 1, end - 1, written=True)
    return Address(key, address, start, end, written=text.text[start:end] == address)


def _of_tag(text: TextFacts, start: int, end: int, languages: tuple[str, str]) -> Iterator[Address]:
    for found in _HTML_ADDRESS.finditer(text.text, start, end):
        group = 1 if found[1] is not None else 2
        yield Address(address_key(found[group], languages), found[group], *found.span(group), written=True)
