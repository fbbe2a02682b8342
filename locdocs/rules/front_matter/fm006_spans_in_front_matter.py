r"""A pair stands inside a value of the front matter.

## What it does

Reports every pair between the two lines `---`. The fix puts the target in the place of the pair. It is unsafe, for it
takes the English out of the file, and there is none where the header would say something else then, or be no
YAML.

## Why

The header holds plain text: the pair is published as it is, span tags and English included, as the title of the page or
the text that search engines show.

## Example

```yaml
title: "<span data-ttu-id=\"0c05b-101\">Panel</span><span class=\"sxs-lookup\"><span
data-stu-id=\"0c05b-101\">Dashboard</span></span>"
```

## Use instead

```yaml
title: "Panel"
```

## Source

4 pairs in one published file (docs/format.md, "Damage").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any

from locdocs.errors import FrontMatterError
from locdocs.front_matter import FrontMatter, find_header
from locdocs.markup import scan
from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.text import TextEdit, apply_edits

__all__ = ["check"]


@document_rule("FM006", "spans-in-front-matter", severity="error", its="markup", fix="unsafe", of_damage=True)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield the pairs inside of the header; the target can take the place of a pair."""
    if not facts.damage(check.slug):
        return
    header = facts.document.front_matter
    inside = list(takewhile(lambda segment: segment.start < header.end, facts.document.segments))
    edits = [TextEdit(segment.start, segment.end, segment.target) for segment in inside]
    is_same = _says_the_same(header, edits)
    for segment, edit in zip(inside, edits, strict=True):
        message = f"the pair {segment.id} stands in the front matter"
        yield facts.finding(message, segment.start, segment.end, segment=segment, edits=[edit] if is_same else ())


def _says_the_same(header: FrontMatter, edits: Iterable[TextEdit]) -> bool:
    """Whether the values of a header, pairs read as their targets, are the same after the edits."""
    try:
        before, after = dict(header), dict(find_header(apply_edits(header.raw, edits)))
    except (FrontMatterError, ValueError):
        return False
    return bool(_targets(before) == _targets(after))


def _targets(value: Any) -> Any:
    """A value of YAML with the targets in place of the pairs in its texts."""
    if isinstance(value, dict):
        return {key: _targets(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_targets(each) for each in value]
    if not isinstance(value, str):
        return value
    pairs, _ = scan(value)
    return apply_edits(value, [TextEdit(pair.start, pair.end, pair.target) for pair in pairs])
