"""A code span was lost, added or edited.

## What it does

Compares the code spans of both sides by their exact content, in any order; doubled blanks, and one at the beginning or
the end, are a difference too. These are no changes:

- a placeholder in angle brackets that was translated, so that blanks or letters beyond ASCII stand in it:
  `copy <file name>` and `copy <nombre del archivo>`; a translated comment at the end of the code;
- one of several equal code spans less, where the sentence was made shorter: another is still there;
- a whole segment that was put into code and is otherwise untranslated.

Which code stands in place of which is told by their likeness and by the order of the others. The fix takes the code of
the source where that is certain; it is unsafe, because the source may be at fault. Backticks without a partner are
IC005.

## Why

Code is typed or searched for as it stands. Two code spans with nothing between them become one, backticks and all.

## Example

```text
source: Run `pack -o out`, then `push`.
target: Ejecute `paquete -o out` y luego `push`.
```

## Use instead

```text
source: Run `pack -o out`, then `push`.
target: Ejecute `pack -o out` y luego `push`.
```

## Source

128 of 80,960 published code spans differ (docs/format.md, "Quality of what is published"). On five trees (99,797
pairs) this rule finds 5; all were looked at, all are true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from locdocs.markdown import InlineCode
from locdocs.model import Segment
from locdocs.rules import Finding, SegmentFacts, TextFacts, segment_rule
from locdocs.rules.inline_codes.backticks import lone_runs
from locdocs.rules.inline_codes.comparing import beyond, comparable, differ, quoted, quoted_apart
from locdocs.rules.inline_codes.pairing import Difference, difference, in_likely_pairs
from locdocs.rules.light_markup import Mark

__all__ = ["check"]

_PLACEHOLDER = re.compile(r"<[^<>]*>")
_TRANSLATED = re.compile(r"<(?![^<>]*[‹›«»“”„–])(?=[^<>]*[^\W\x00-\x7f]|[^<>\s]+\s+[^<>\s])[^<>=\"/\s][^<>=\"/]*>")
_COMMENT = re.compile(r"(?:(?<=\s)(?:#|//|--)\s.*|/\*.*\*/|<!--.*-->)\Z", re.DOTALL)
_LINE_BREAK = re.compile(r"[^\S\n]*\n\s*")
_TICKS = re.compile(r"`{2,}")
_GAP = re.compile(r"\s\s|\s[.,;:)](?!\w)|\(\s|\A\s|\s\Z")


def _may_differ(segment: Segment) -> bool:
    """Whether what stands between two backticks differs; where they are doubled or escaped, that is not so easy."""
    source, target = segment[1], segment[2]
    if not comparable(segment):
        return False
    if "``" in source or "``" in target or "\\`" in source or "\\`" in target:
        return True
    return differ(source.split("`")[1::2], target.split("`")[1::2])


@segment_rule(
    "IC004",
    "code-span-changed",
    severity="error",
    its="markup",
    fix="unsafe",
    triggers=("`",),
    when=_may_differ,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Compare lightly, then ask the parser, then leave out what translators may do."""
    source, target = facts.source.code_spans, facts.target.code_spans
    if not (beyond(source, target, _content) or beyond(target, source, _content)):
        return
    if len(lone_runs(facts.target)) > len(lone_runs(facts.source)):
        return
    exactly = [_exactly(side) for side in facts.codes]
    if any(exactly):
        source, target = exactly
    missing, added, certain, kept = difference(source, target, _content)
    missing, added = _without_translations(missing, added)
    for joined, parts in _run_together(missing, added):
        missing = [mark for mark in missing if mark not in parts]
        added.remove(joined)
        yield facts.finding(
            f"the code spans {' and '.join(quoted(part.value) for part in parts)} have run together",
            target=_place(joined),
            source=(parts[0].start, parts[-1].end),
            edits=[facts.target.edit(at, at, " ") for at in _seams(joined)],
        )
    missing = [mark for mark in missing if added or not _is_merged(mark, target, facts.target)]
    yield from _changes(facts, Difference(missing, added, certain, kept))


def _changes(facts: SegmentFacts, found: Difference[Mark]) -> Iterator[Finding]:
    """A finding for each code span that was lost, added or edited."""
    for ours, theirs, certain, choice in in_likely_pairs(found, _content):
        if theirs is None:
            if ours is not None:
                yield facts.finding(f"the code {quoted(ours.value)} is lost", source=_place(ours))
        elif ours is None:
            if facts.target.text.strip() != f"`{facts.source.text.strip()}`":
                yield facts.finding(f"the code {quoted(theirs.value)} is not in the source", target=_place(theirs))
        elif choice:
            code, *lost = quoted_apart(theirs.value, *(each.value for each in choice))
            yield facts.finding(
                f"the code {code} is not in the source, whose {' and '.join(lost)} the target lacks",
                target=_place(theirs),
                source=_place(ours),
            )
        else:
            written = facts.source.text[ours.start : ours.end]
            code, other = quoted_apart(theirs.value, ours.value)
            said = "has other blanks in it" if code == other else f"is {other}"
            yield facts.finding(
                f"the code {code} {said} in the source",
                target=_place(theirs),
                source=_place(ours),
                edits=[facts.target.edit(theirs.start, theirs.end, written)] if certain else (),
            )


def _content(mark: Mark) -> str:
    """The code as Markdown shows it: a line break is a blank, and one blank at each end is left out."""
    text = _LINE_BREAK.sub(" ", mark.value)
    return text[1:-1] if text[:1] == text[-1:] == " " and text.strip() else text


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


def _exactly(codes: Sequence[InlineCode]) -> tuple[Mark, ...]:
    """The code spans as the parser reads them; those that only begin or end here are left out."""
    return tuple(
        Mark("code", code.start, code.end, code.text.strip("`"))
        for code in codes
        if code.kind == "code" and code.role == "standalone"
    )


def _run_together(missing: Sequence[Mark], added: Sequence[Mark]) -> Iterator[tuple[Mark, list[Mark]]]:
    """The code spans of the target that are two or more of the source, such as ```a``b```; each with these."""
    by_content = {_content(mark): mark for mark in missing}
    for mark in added:
        contents = [part.strip() for part in _TICKS.split(mark.value)]
        if len(set(contents)) > 1 and by_content.keys() >= set(contents):
            yield mark, sorted(by_content[content] for content in set(contents))


def _seams(joined: Mark) -> Iterator[int]:
    """Where blanks belong in code spans that ran together: between two backticks in the middle."""
    start = joined.start + (joined.end - joined.start - len(joined.value)) // 2
    for found in _TICKS.finditer(joined.value):
        yield start + (found.start() + found.end()) // 2


def _without_translations(missing: list[Mark], added: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Both without code that differs in translated placeholders or comments only."""
    left: list[Mark] = []
    for mark in missing:
        found = next((other for other in added if _is_translation(_content(mark), _content(other))), None)
        if found is None:
            left.append(mark)
        else:
            added = [other for other in added if other is not found]
    return left, added


def _is_translation(ours: str, theirs: str) -> bool:
    comment = _COMMENT.search(ours)
    other = _COMMENT.search(theirs)
    if comment and other:
        ours, theirs = ours[: comment.start()], theirs[: other.start()]
    if ours == theirs:
        return bool(ours.strip())
    if "".join(ours.split()) == "".join(theirs.split()):
        return False
    return bool(_TRANSLATED.search(theirs)) and _PLACEHOLDER.sub("<>", ours) == _PLACEHOLDER.sub("<>", theirs)


def _is_merged(mark: Mark, there: Sequence[Mark], target: TextFacts) -> bool:
    """Whether equal code is still there, and nothing shows that this one was torn out."""
    content = _content(mark)
    return (
        any(_content(other) == content for other in there)
        and content not in target.prose
        and not _GAP.search(target.text)
    )
