"""The target is not the one that the translation memory has for the source.

## What it does

With a translation memory (`--memory FILE`, or `memory = "approved.tmx"` in the configuration; any format that can be
read, and several files), reports segments whose source is in the memory, in the target language of the document, but
with other targets only. Where the memory has several targets for a source, each of them will do.

Texts are compared by their words: white space, bold, code, links, escapes and entities may be written in another way.
Sources of fewer than `min-words` words (1 if the configuration says nothing else) are left alone. A language without
its region (`es`) counts for all regions; another region (`es-MX` for `es-ES`) does not count. What cannot be read in a
memory is left out.

On where a memory is given.

## Why

A memory holds what somebody has approved. Where a document says it in another way, one of the two is out of date.

## Example

```text
memory: Save the view.   Guarde la vista.
source: Save the view.
target: Guarda la vista.
```

## Use instead

The target of the memory; or the new one, in the memory, too.

## Source

TMX 1.4b is what memories are exchanged in. Measured on trees of one publisher, each against the memory of another: 245
reported, 20 looked at, all of them another wording. Against its own memory, in six formats and kinds of inline markup,
a tree has no conflict, but for targets that are damaged so that plain text lacks a part of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, document_rule

__all__ = ["check"]

_CODE = "CO004"
_OPTION = "min-words"
_MIN_WORDS = 1
_SHOWN = 100
_MOST = 3


@document_rule(
    _CODE,
    "memory-conflict",
    severity="warning",
    its="inconsistency",
    default="off",
    options={_OPTION: _MIN_WORDS},
)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield the segments whose target the memory has not, and whose source it has."""
    if facts.context.memory is None:
        return
    memory = facts.context.once("memory", facts.context.memory)
    min_words = facts.option(_CODE, _OPTION, _MIN_WORDS)
    language = facts.document.target_language
    for index, segment in enumerate(facts.document.segments):
        if not segment.target.strip() or len(segment.source.split()) < min_words:
            continue
        others = memory.others(segment.source, segment.target, language)
        if others:
            told = " or ".join(f'"{_shortened(other)}"' for other in others[:_MOST])
            more = ", among others" if len(others) > _MOST else ""
            yield facts.segment(index).finding(f"the memory has {told} for this source{more}")


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + ".."
