"""A pair stands in code.

## What it does

Reports pairs inside a fenced or indented block of code, or inside a code span that begins before the pair and ends
after it, and says in which line that code begins. Where a fence that closes it must have been lost, because none comes,
or one that opens code stands in it, this is said. Pairs that stand in the same code are reported once. Code that a
segment itself holds is what it should be, and ` ```text``` ` on one line is a code span, no fence.

## Why

In code, tags are no markup: the reader sees the `<span ..>` of both halves, in the middle of a command that they are to
copy.

## Example

````markdown
```console
<span data-ttu-id="0c05b-101">Abra el panel.</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">Open the
panel.</span></span>
```
````

## Use instead

````markdown
```console
Open the panel.
```
````

## Source

Code is not translated, so it has no pairs: 2 of 1,592,079 published ones stand in a real block of code
(docs/format.md, "The pair"). None in the 99,797 pairs that the rule was measured on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from locdocs.projection import Side
from locdocs.rules import DocumentFacts, Finding, GroupFacts, document_rule
from locdocs.rules.spans.surrounding_code import Code, read_code

__all__ = ["check"]

_FENCED = re.compile(
    r"^[^`~\r\n]*?(?P<marks>`{3,}+(?=[^`\r\n]*+$)|~{3,}+)[^\r\n]*+$.*?^[ \t>]*+(?P=marks)[`~]*+[ \t]*+$",
    re.MULTILINE | re.DOTALL,
)
_CODE_SPAN = re.compile(r"(?<!`)(`++)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_INDENTED = re.compile(r"\n(?: {4}|\t)[ \t]*+(?=<span data-ttu-id)")
_CONTAINER = re.compile(r"[ ]{0,3}(?:[-*+]|[0-9]{1,9}[.)]|:::)")


def _documents(group: GroupFacts) -> Iterator[int]:
    """Those in which code may be open where a segment begins; the parser costs too much to be asked of every one."""
    for place, (document, skeleton) in enumerate(zip(group.documents, group.skeletons, strict=True)):
        if _is_open_somewhere(skeleton) or _may_be_indented(document.text, skeleton):
            yield place


@document_rule("SP009", "pair-in-code", severity="error", its="markup", among=_documents)
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield the first pair of each piece of code that holds some."""
    structure = facts.structure
    codes: dict[Side, Sequence[Code]] = {}
    known: Code | None = None
    shifting: Code | None = None
    for index, segment in enumerate(facts.document.segments):
        side: Side = "source" if structure.block(segment).kind == "code" else "target"
        if side == "target" and structure.block(segment, "target").kind != "code":
            continue
        if side not in codes:
            codes[side] = read_code(facts, side)
        start, end = (facts.source if side == "source" else facts.target).spans[index]
        code = next((code for code in codes[side] if code.start <= start and end <= code.end), None)
        if code is None or code != known:
            message = _message(code, shifting, one_is_missing=_one_is_missing(codes[side]))
            yield facts.finding(message, segment.start, segment.end, segment=segment)
            if code and code.fence and not code.broken:
                shifting = shifting or code
        known = code


def _message(code: Code | None, before: Code | None, *, one_is_missing: bool) -> str:
    """What to say of a pair in code: what opens it, and what is missing as far as that is certain.

    :param before: a block of code above that held a pair and was closed: by what opens another, if a fence is missing.
    :param one_is_missing: whether a fence is missing in the document.
    """
    if code is None:
        return "the pair stands in code"
    if not code.marks:
        return f"the pair stands in code, as line {code.line} is indented like code"
    if not code.fence:
        return f"the pair stands in a code span, which {code.marks} in line {code.line} begins"
    said = f"the pair stands in code, which {code.fence} in line {code.line} opens"
    if one_is_missing and before and before.marks == code.marks == code.fence:
        return f"{said}; it would close a block, if that from line {before.line} were closed before the pair in it"
    if code.broken or (one_is_missing and not before):
        return f"{said}: the {code.marks} that closes it is missing before the pair"
    return f"{said} and {code.marks} in line {code.closed} closes"


def _one_is_missing(codes: Sequence[Code]) -> bool:
    """Whether the last fence opens code without end, and may have been the closing one of a block."""
    last = next((code for code in reversed(codes) if code.fence), None)
    return last is not None and last.closed is None and last.fence == last.marks


def _may_be_indented(text: str, skeleton: str) -> bool:
    """Whether a pair may stand in a block of code that is indented."""
    return ("    \0" in skeleton or ("\t" in skeleton and "\t\0" in skeleton)) and any(
        _follows_blank_line(text, found.start()) and _is_outside_lists(text, found.start() + 1)
        for found in _INDENTED.finditer(text)
    )


def _is_open_somewhere(skeleton: str) -> bool:
    """Whether code is open at the end of a part of the skeleton, each of which ends where a pair begins."""
    return any(_leaves_code_open(part) for sign in ("`", "~~~") for part in _parts_with(sign, skeleton))


def _parts_with(sign: str, skeleton: str) -> Iterator[str]:
    """The parts that hold a sign, but for what comes behind the last pair."""
    at = skeleton.find(sign)
    while at >= 0:
        end = skeleton.find("\0", at)
        if end < 0:
            return
        yield skeleton[skeleton.rfind("\0", 0, at) + 1 : end]
        at = skeleton.find(sign, end)


def _leaves_code_open(between: str) -> bool:
    if _holds_plain_fences(between):
        return False
    left = _CODE_SPAN.sub("", _FENCED.sub("", between))
    return "`" in left or "~~~" in left


def _holds_plain_fences(between: str) -> bool:
    """Whether all backticks are those of fenced blocks that end, as in nearly all documents."""
    fences = between.split("\n```")
    if between.count("`") != 3 * (len(fences) - 1) or len(fences) % 2 == 0 or "~~~" in between:
        return False
    return not any(ending.partition("\n")[0].strip() for ending in fences[2::2])


def _follows_blank_line(text: str, end: int) -> bool:
    """Whether the line that ends at an offset is blank."""
    return not text[text.rfind("\n", 0, end) + 1 : end].strip(" \t\r")


def _is_outside_lists(text: str, offset: int) -> bool:
    """Whether the nearest line above that is not indented begins no list item and no column."""
    while offset > 0:
        end = offset - 1
        offset = text.rfind("\n", 0, end) + 1
        line = text[offset:end]
        if _CONTAINER.match(line):
            return False
        if line[:1] not in ("", " ", "\t", "\r"):
            return True
    return True
