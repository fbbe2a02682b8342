"""The target is the source, word for word.

## What it does

Reports segments whose target is equal to the source, if there is anything to translate: at least `min-words` words
(1 unless the configuration says otherwise) outside code, addresses and other markup. Off by default.

## Why

It may be a sentence nobody translated. Most often it is a name that nobody should translate, so this is a rule to
select for a while, with a higher `min-words`, when a tree is looked through.

## Example

```text
source: Open the panel.
target: Open the panel.
```

## Use instead

```text
source: Open the panel.
target: Abra el panel.
```

## Source

164,365 of 1,592,079 published pairs, 10.3 % (docs/format.md, "The pair"): too many to be faults. For prose that was
left in English there is [TX002](TX002.md).
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import Finding, SegmentFacts, segment_rule

__all__ = ["check"]

_MIN_WORDS = 1


@segment_rule(
    "TX001",
    "same-as-source",
    severity="info",
    its="untranslated",
    default="off",
    when=lambda segment: segment[1] == segment[2] and bool(segment[2]),
    options={"min-words": _MIN_WORDS},
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield one finding where enough words are the same."""
    if facts.document.source_profile.language == facts.profile.language:
        return
    words = sum(any(char.isalpha() for char in word.text) for word in facts.target.words)
    if words >= max(facts.document.option("TX001", "min-words", _MIN_WORDS), 1):
        yield facts.finding("the target is the same as the source")
