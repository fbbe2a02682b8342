"""More or less of the target is emphasised than of the source.

## What it does

Counts the bold and the italic stretches of both sides, as Markdown reads them (`<b>`, `<strong>`, `<i>` and `<em>`
count too), and reports a difference. Where the delimiters are all there and do not work, that is IC007. In Chinese,
quotation marks or brackets may stand for emphasis: `“保存”` or `[儲存]` for `**Save**`.

## Why

Names of buttons and menus are bold, so that readers find them; machine translation drops the marks when it moves words.

## Example

```text
source: Select **Save**, then **Close**.
target: Seleccione **Guardar** y luego Cerrar.
```

## Use instead

```text
source: Select **Save**, then **Close**.
target: Seleccione **Guardar** y luego **Cerrar**.
```

## Source

Bold counts differ in 1,076 of 226,424 published segments (docs/format.md, "Quality of what is published"). It is an
information and no warning: most of these sentences read well without. On five trees (99,797 pairs) this rule finds
224; 20 were looked at, all are true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.rules import Finding, SegmentFacts, TextFacts, segment_rule
from locdocs.rules.inline_codes.comparing import comparable

__all__ = ["check"]

_TAGS = ({"b", "strong"}, {"i", "em"})
_ESCAPED = re.compile(r"(?:\\\*)+")
_QUOTED = re.compile(
    r"""“ [^“”]+ ” | 「 [^「」]+ 」 | 『 [^『』]+ 』 | 《 [^《》]+ 》 | 【 [^【】]+ 】 | " [^"]+ " | ［ [^［］]+ ］
    | \[ [^\[\]]+ \] (?! [(\[] )""",
    re.VERBOSE,
)


@segment_rule(
    "IC006",
    "emphasis-count",
    severity="info",
    its="markup",
    differs="*_",
    when=comparable,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Compare lightly, and no more: the parser agrees on 230 of 231, and to ask it costs more than all else."""
    ours, theirs = _emphasised(facts.source), _emphasised(facts.target)
    if ours == theirs:
        return
    if sum(theirs) < sum(ours) and _delimiters(facts.source, ours) == _delimiters(facts.target, theirs):
        return
    if facts.profile.quotes_for_emphasis and 0 <= sum(ours) - sum(theirs) <= _more_quoted(facts):
        return
    counts = [
        f"{before} {name} in the source, {after} in the target"
        for name, before, after in zip(("bold", "italic"), ours, theirs, strict=True)
        if before != after
    ]
    yield facts.finding("; ".join(counts))


def _more_quoted(facts: SegmentFacts) -> int:
    """How much more of the target than of the source stands in quotation marks or brackets."""
    return len(_QUOTED.findall(facts.target.text)) - len(_QUOTED.findall(facts.source.text))


def _emphasised(text: TextFacts) -> list[int]:
    """The number of bold and of italic stretches."""
    return [
        count + sum(mark.value in names for mark in text.tags)
        for count, names in zip(text.emphasis, _TAGS, strict=False)
    ]


def _delimiters(text: TextFacts, emphasised: list[int]) -> int:
    """The number of runs of delimiters, those included that emphasise nothing."""
    return 2 * sum(emphasised) + text.emphasis.left + len(_ESCAPED.findall(text.text))
