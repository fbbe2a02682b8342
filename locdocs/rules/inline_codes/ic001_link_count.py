"""The target has more or fewer links or images than the source.

## What it does

Counts the links and the images of both sides, as Markdown reads them, and reports those that the target has lost, and
those that it has in addition. Links whose brackets broke are left to IC003.

An address that stands by itself, `<https://example.com>` or `https://example.com`, may become a link or be put into
code. It is lost where it is nowhere in the target.

## Why

A lost link takes a way out of the page; a translated label of a reference, `[texto][]`, is a link no more.

## Example

```text
source: See [the quotas](quotas.md) and [the limits](limits.md).
target: Consulte [las cuotas](quotas.md) y los límites.
```

## Use instead

```text
source: See [the quotas](quotas.md) and [the limits](limits.md).
target: Consulte [las cuotas](quotas.md) y [los límites](limits.md).
```

## Source

87 in 1.58 million published pairs. On five trees (99,797 pairs) this rule finds none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from locdocs.markdown import InlineCode
from locdocs.model import Segment
from locdocs.rules import Finding, GroupFacts, SegmentFacts, TextFacts, segment_rule
from locdocs.rules.inline_codes.addresses import address_key, languages_of
from locdocs.rules.inline_codes.bare_addresses import is_its_own_text, lost_addresses, may_lack_addresses, stands_alone
from locdocs.rules.inline_codes.comparing import beyond, comparable, constructs, quoted
from locdocs.rules.inline_codes.links import broken_links, fold_label, labels_of, with_links_that_may_differ
from locdocs.rules.inline_codes.other_links import with_other_joints

__all__ = ["check"]

_SHORT = re.compile(r"\[(?P<label>[^\[\]]+)\](?:\[\])?(?![\[(:])")


class _Link(NamedTuple):
    kind: str
    destination: str
    start: int
    end: int


_KINDS = {"link": "link", "reference": "link", "image": "image"}


def _worth_a_look(group: GroupFacts) -> set[int]:
    """The segments whose brackets stand otherwise in the target, and those with others that stand alone."""
    found = {*group.triggered(("[",), among=group.answers(with_links_that_may_differ))}
    found.update(group.triggered(when=comparable, among=group.answers(with_other_joints)))
    found.update(group.triggered(("[",), _short_may_differ, among=group.in_documents_holding("]:")))
    found.update(group.answers(may_lack_addresses))
    return found


def _short_may_differ(segment: Segment) -> bool:
    return comparable(segment) and _SHORT.findall(segment[1]) != _SHORT.findall(segment[2])


@segment_rule(
    "IC001",
    "link-count",
    severity="error",
    its="markup",
    among=_worth_a_look,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield the links and images that were lost or added, then the addresses without a link."""
    yield from _links_and_images(facts)
    for lost in lost_addresses(facts):
        yield facts.finding(f"the address {quoted(lost.address)} is lost", source=(lost.start, lost.end))


def _links_and_images(facts: SegmentFacts) -> Iterator[Finding]:
    """Compare lightly, then ask the parser, then look for what explains the difference."""
    if _lightly(facts.source) == _lightly(facts.target) and not _short_differ(facts):
        return
    source, target = (list(_links(side)) for side in facts.codes)
    if not source and not target:
        # Inside of HTML, Markdown is text: the marks count, so that a link is not lost there unseen.
        source, target = (list(_marked(side)) for side in (facts.source, facts.target))
    ours, theirs = (Counter(link.kind for link in links) for links in (source, target))
    if ours == theirs or any(broken_links(facts)):
        return
    languages = languages_of(facts.document)

    def key(link: _Link) -> tuple[str, str]:
        return link.kind, address_key(link.destination, languages)

    lost, added = beyond(source, target, key), beyond(target, source, key)
    for kind in ("link", "image"):
        difference = theirs[kind] - ours[kind]
        counts = f"{ours[kind]} in the source, {theirs[kind]} in the target"
        found = [link for link in (added if difference > 0 else lost) if link.kind == kind]
        for link in found[: abs(difference)]:
            where, place = quoted(link.destination), (link.start, link.end)
            if difference > 0:
                if not stands_alone(link.destination, facts.source, languages):
                    yield facts.finding(f"the {kind} to {where} is not in the source: {counts}", target=place)
            elif not (
                is_its_own_text(facts.source.text[link.start : link.end], link.destination, languages)
                and stands_alone(link.destination, facts.target, languages, marked=True)
            ):
                yield facts.finding(f"the {kind} to {where} is lost: {counts}", source=place)


def _lightly(text: TextFacts) -> list[str]:
    return sorted([_KINDS[mark.kind] if mark.value else "collapsed" for mark in text.links])


def _short_differ(facts: SegmentFacts) -> bool:
    """Whether the sides differ in references whose text is their label: ``[text]`` and ``[text][]``."""
    labels = labels_of(facts)
    if not labels:
        return False
    ours, theirs = (
        sum(fold_label(found["label"]) in labels for found in _SHORT.finditer(side.text))
        for side in (facts.source, facts.target)
    )
    return ours != theirs


def _links(codes: Iterable[InlineCode]) -> Iterator[_Link]:
    for each in constructs(codes, "link", "image"):
        yield _Link(each.kind, each.code.destination or each.code.text, each.start, each.end)


def _marked(text: TextFacts) -> Iterator[_Link]:
    for mark in text.of_kind("link", "image"):
        yield _Link(mark.kind, mark.value, mark.start, mark.end)
