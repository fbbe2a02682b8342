"""A link that is broken in the target only.

## What it does

Reports white space between the text of a link and its destination, `[text] (destination)`, where the source has the
destination in a link; and a link that never begins or never ends, `text](destination)` or `[text](destination`, where
the target has more of these than the source. The fix takes the white space out.

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
published"): machine translation spaces brackets like words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.rules import Finding, SegmentFacts, TextFacts, segment_rule

__all__ = ["check"]

_SPACED = re.compile(r"\](?P<space>\s+)\((?P<destination>[^()\s]+)")
_ADDRESS = re.compile(r"[a-z]+://|[~./#]|[^\s]+\.md\b")
_TAIL = "]("


@segment_rule(
    "IC003",
    "broken-link-syntax",
    severity="error",
    its="markup",
    fix="safe",
    triggers=("](", "] (", "]\u00a0("),
    when=lambda segment: "](" in segment[1] and "]" in segment[2],
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield spaced links first; then tails of links that are none, as many as the source does not have."""
    source, target = facts.source, facts.target
    if "] (" in target.text or "]\u00a0(" in target.text:
        yield from _spaced(facts)
    broken = _tails(target)
    if broken and len(broken) > len(_tails(source)):
        read = [sum(code.kind == "link" and code.role == "opening" for code in side) for side in facts.codes]
        if read[1] < read[0]:
            for start in broken[len(_tails(source)) :]:
                yield facts.finding(
                    "this is the destination of a link that does not end or begin", target=(start, start + 2)
                )


def _spaced(facts: SegmentFacts) -> Iterator[Finding]:
    source, target = facts.source, facts.target
    for found in _SPACED.finditer(target.text):
        destination = found["destination"]
        known = f"]({destination}" in source.text
        if _inside_code(target, found.start()) or found[0] in source.text:
            continue
        if known or (_ADDRESS.match(destination) and source.text.count(_TAIL) > target.text.count(_TAIL)):
            yield facts.finding(
                f"white space parts the text of the link from its destination, {destination!r}",
                target=found.span(),
                edits=[target.edit(*found.span("space"), "")],
                safe=known,
            )


def _tails(text: TextFacts) -> list[int]:
    """The offsets of each ``](`` that belongs to no link, image, code span or other markup."""
    found = [match.start() for match in re.finditer(re.escape(_TAIL), text.text)]
    return [at for at in found if not any(mark.start <= at < mark.end for mark in text.marks)]


def _inside_code(text: TextFacts, offset: int) -> bool:
    return any(mark.start <= offset < mark.end for mark in text.code_spans)
