r"""A link or an image that is broken in the target only, or outside of the pairs.

## What it does

Reports what is left of a link that the source has whole:

- white space or other brackets between the text and the destination or label: `[text] (destination)`, `[text][ label]`,
  `[text]（destination）`;
- a link that has lost a bracket, or whose destination has blanks in it: `text](destination)`, `[text](destination`,
  `[text]destination)`;
- a text or destination in other brackets, `[text][https://example.com]`, `(text)[file.md]`, `[text]{file.md}`, and a
  mark that parts them, `[text].(file.md)`;
- an exclamation mark that is no longer part of an image: `! [text](image.png)`;
- a title that tears its link or image apart, or was torn off: `![text](image.png "the "main" view")`,
  `![text](image.png "the main view)`, `![text](image.png «the main view»)`, `![text](image.png) "the main view"`.

Brackets and addresses often stand outside of the pairs, as images always do, and both sides share them. There it
reports what is plainly a link or an image, and plain text to Markdown: all of the above but `[text][ label]`, which is
a link, and

- `! [text][label]` and `！[text](image.png)`;
- a definition that counts for nothing, `[label] : destination`, `[label]：destination`, `[label]:` or
  `[label]: my file.md`, and the only one that no reference names where the only label that is named is not defined;
- a tab whose address was translated or has other signs, `# [Linux](#Registerkarte/linux)`, where it is not the only
  one, and one whose id has letters that docfx does not read.

Code, comments, raw HTML and mathematics are left alone. The fix puts the link together where there is one way only:
where the source has the same destination or label, or where brackets, blanks and quotation marks leave no choice.

## Why

The reader sees brackets and an address in place of a link.

## Example

```text
source: See [the quotas](quotas.md).
target: Consulte [las cuotas] (quotas.md).
```

## Use instead

```text
source: See [the quotas](quotas.md).
target: Consulte [las cuotas](quotas.md).
```

## Source

174 targets in 15 published trees with `] (` that their sources do not have (docs/format.md, "Quality of what is
published"): machine translation spaces brackets like words. On five trees (99,797 pairs) this rule finds none, in 84
files picked for their oddities 51; 20 were looked at, all are true. Outside of the pairs it finds none in either. Which
ids of tabs docfx reads is its source code's word (`TabGroupAggregator`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, GroupFacts, SegmentFacts, document_rule
from locdocs.rules.inline_codes.comparing import comparable
from locdocs.rules.inline_codes.links import broken_links, with_links_that_may_differ
from locdocs.rules.inline_codes.links_outside import broken_outside, with_odd_links_outside
from locdocs.rules.inline_codes.other_links import with_other_joints, with_other_links
from locdocs.rules.inline_codes.titles import titles_may_differ, titles_outside
from locdocs.rules.together import BLANK, Together

__all__ = ["check"]


# What a broken link may look like. Each begins with one literal character, so that the search for it is quick.
_SUSPECTS = (
    re.compile(
        rb"""\](?:%b+[\[(]|%b*+\\?(?:\xef\xbc\x88|\\)|\[%b|\([^()\s\0]*+(?:\s+(?!["'(<)])|\)(?<=\\\))))"""
        % (BLANK, BLANK, BLANK),
    ),
    re.compile(rb"!%b+\[" % BLANK),
)
_OTHERS = ("］", "】")
_SUSPECT_WITH_OTHERS = re.compile(r"[］】](?:\s+[\[(]|\s*\\?[（\\])")


def _worth_a_look(group: GroupFacts) -> set[int]:
    """The segments whose brackets stand otherwise in the target, and those with something between them."""
    found = {*group.triggered(("](", "]["), differs="[]()", among=group.answers(with_links_that_may_differ))}
    found.update(group.triggered(("](", "]["), comparable, among=_suspicious(group.targets)))
    found.update(group.triggered(when=comparable, among=group.answers(with_other_joints)))
    found.update(group.triggered(when=titles_may_differ, among=group.answers(with_other_links)))
    return found


def _suspicious(targets: Together) -> Iterator[int]:
    for suspect in _SUSPECTS:
        yield from targets.matching_bytes(suspect)
    for other in filter(targets.text.__contains__, _OTHERS):
        yield from (index for index in targets.holding(other) if _SUSPECT_WITH_OTHERS.search(targets.parts[index]))


def _documents(group: GroupFacts) -> set[int]:
    return {*group.having(_worth_a_look), *with_odd_links_outside(group)}


@document_rule(
    "IC003",
    "broken-link-syntax",
    severity="error",
    its="markup",
    fix="safe",
    among=_documents,
)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield what is left of each broken link in the pairs, then outside of them."""
    for index in facts.among(_worth_a_look):
        yield from _in_segment(facts.segment(index))
    for place in broken_outside(facts):
        yield facts.finding(place.message, place.start, place.end, edits=place.edits, safe=place.safe)


def _in_segment(facts: SegmentFacts) -> Iterator[Finding]:
    for broken in broken_links(facts):
        yield facts.finding(broken.message, target=(broken.start, broken.end), edits=broken.edits)
    for start, end, edits in titles_outside(facts.source, facts.target):
        yield facts.finding("the title of the link stands behind it", target=(start, end), edits=edits)
