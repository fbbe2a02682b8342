"""The HTML tags of source and target differ.

## What it does

Compares the HTML tags of both sides in any order: their names, and their attributes but for those that are text (`alt`,
`title`, `aria-label` ..). Case, quotes and `<br/>` for `<br>` do not count, and the language in an address may change.
These are no differences either:

- bold or italic text that is marked in Markdown on one side and in HTML on the other;
- the superscript of an English ordinal, `4<sup>th</sup>`, which other languages have not;
- a name in angle brackets that is no tag of HTML, where the source has it: that is a placeholder, see IC009.

## Why

A tag that is not closed changes the rest of the page; a translated one is not shown at all.

## Example

```text
source: Press <kbd>Enter</kbd> twice.
target: Presione <kbd>Entrar dos veces.
```

## Use instead

```text
source: Press <kbd>Enter</kbd> twice.
target: Presione <kbd>Entrar</kbd> dos veces.
```

## Source

494 in 1.58 million published pairs by a rough counter; the elements are those of the HTML standard, with the obsolete
ones that documents still hold. On five trees (99,797 pairs) this rule finds none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from locdocs.markdown import InlineCode
from locdocs.model import Segment
from locdocs.rules import Finding, SegmentFacts, TextFacts, segment_rule
from locdocs.rules.inline_codes.addresses import address_key, languages_of
from locdocs.rules.inline_codes.comparing import beyond, comparable, differ, in_pairs
from locdocs.rules.inline_codes.emphasis import emphasised
from locdocs.rules.inline_codes.html_elements import HTML_ELEMENTS

__all__ = ["check"]

_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_TEXT_ATTRIBUTES = frozenset(
    ("alt", "title", "aria-label", "summary", "placeholder", "label", "lang", "xml:lang", "dir", "content")
)
_ADDRESSES = frozenset(("href", "src", "cite", "action", "data"))
_STYLES = frozenset(("b", "strong", "i", "em"))
_ORDINAL = re.compile(r"\d\s*<sup>\s*(?:st|nd|rd|th)\s*</sup>", re.IGNORECASE)


_ROUGH = re.compile(r"<[^<>]*>")


class _Tag(NamedTuple):
    name: str
    """In lower case, with a slash in front where it closes."""
    attributes: frozenset[tuple[str, str]]
    start: int
    end: int


def _may_differ(segment: Segment) -> bool:
    """Whether what stands in angle brackets differs."""
    return comparable(segment) and differ(_ROUGH.findall(segment[1]), _ROUGH.findall(segment[2]))


@segment_rule(
    "IC008",
    "html-tag-mismatch",
    severity="warning",
    its="markup",
    triggers=("<",),
    when=_may_differ,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Compare lightly, then as the parser reads both sides."""
    ours = [facts.source.text[mark.start : mark.end] for mark in facts.source.tags]
    theirs = [facts.target.text[mark.start : mark.end] for mark in facts.target.tags]
    if sorted(ours) == sorted(theirs):
        return
    languages = languages_of(facts.document)
    source, target = (
        list(_tags(side, codes, languages))
        for side, codes in zip((facts.source, facts.target), facts.codes, strict=True)
    )
    missing, added = beyond(source, target, _key), beyond(target, source, _key)
    missing, added = _unlike(facts, missing, added)
    for before, after in in_pairs(missing, added):
        if after is None and before is not None:
            if before.name.strip("/") in HTML_ELEMENTS:
                tag = facts.source.text[before.start : before.end]
                yield facts.finding(f"the tag {tag} is lost", source=(before.start, before.end))
        elif after is not None:
            tag = facts.target.text[after.start : after.end]
            there = (before.start, before.end) if before else None
            message = f"the tag {tag} is not in the source"
            if before:
                message = f"the tag {tag} is {facts.source.text[before.start : before.end]} in the source"
            yield facts.finding(message, target=(after.start, after.end), source=there)


def _key(tag: _Tag) -> tuple[str, frozenset[tuple[str, str]]]:
    """What must stay; of a name that is no element only that it is one, for it may be translated."""
    if tag.name.strip("/") not in HTML_ELEMENTS:
        return "", frozenset()
    return tag.name, tag.attributes


def _unlike(facts: SegmentFacts, missing: list[_Tag], added: list[_Tag]) -> tuple[list[_Tag], list[_Tag]]:
    """Both without what a translation may change."""
    styles = [tag.name for tag in (*missing, *added) if tag.name.strip("/") in _STYLES]
    if styles and 2 * sum(name.startswith("/") for name in styles) == len(styles):
        source, target = facts.codes
        if emphasised(source) == emphasised(target):
            missing = [tag for tag in missing if tag.name.strip("/") not in _STYLES]
            added = [tag for tag in added if tag.name.strip("/") not in _STYLES]
    if len(missing) % 2 == 0 and not added:
        ordinals = [found.span() for found in _ORDINAL.finditer(facts.source.text)]
        missing = [tag for tag in missing if not any(start < tag.start < end for start, end in ordinals)]
    return missing, added


def _tags(text: TextFacts, codes: tuple[InlineCode, ...], languages: tuple[str, str]) -> Iterator[_Tag]:
    for code in codes:
        if code.kind == "html" and code.text[1:2] not in ("!", "?"):
            closing = code.text[1] == "/"
            attributes = () if closing else _attributes(text.text[code.start : code.end], code.name, languages)
            yield _Tag("/" * closing + code.name, frozenset(attributes), code.start, code.end)


def _attributes(tag: str, name: str, languages: tuple[str, str]) -> Iterator[tuple[str, str]]:
    for found in _ATTRIBUTE.finditer(tag, 1 + len(name)):
        attribute = found[1].lower()
        if attribute in _TEXT_ATTRIBUTES:
            continue
        value = unescape(found[2] or found[3] or found[4] or "")
        yield attribute, address_key(value, languages) if attribute in _ADDRESSES else value
