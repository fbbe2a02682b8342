r"""What becomes of ``\*`` when one language is written: keep the backslash, or drop it.

Inside a pair the format writes every literal asterisk as ``\*``, whether the author had escaped it or not; the
published file has what the author had (docs/format.md, "The target view"). So the author's habit must be read off the
document:

1. Inside code nothing was added: keep.
2. A source without ``\*`` never had an escaped one: drop.
3. A document whose asterisks, all bare, would render as something else was written by someone who escapes: keep all.
   The same for someone who escapes outside pairs, or escapes brackets and underscores as a rule.
4. ``\* `` first on its line would begin a list when bare: keep. Behind a backslashed path (``\Config\*.config``) the
   backslash is the path's: keep. Next to a bare asterisk: keep where dropping it would change the rendering.
5. Else drop.

What the author wrote is the source, so the source's text decides; the target's asterisks follow one by one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from locdocs.commonmark import html, parse_events
from locdocs.model import Document
from locdocs.projection import Projection, Side, project

__all__ = ["ESCAPED", "escapes_to_drop", "outside_code"]

T = TypeVar("T")

ESCAPED = re.compile(r"\\\*")

_LINE_PREFIX = re.compile(r"[ \t>]*")
_TABLE_ROW = re.compile(r"[ \t>]*\||[^\n]*(?<!\\)\|[^\n]*$", re.MULTILINE)
# A backslash between two parts of a path, earlier in the same word.
_PATH = re.compile(r"[\w%:}.]\\+[\w%{]\S*$")
_BARE = re.compile(r"(?<![\\*])\*")
_IMAGE_TEXT = re.compile(r"!\[[^\[\]\n]*+\]")
# The tests of one asterisk render its block; a block with more of them than this is taken as it is, to stay linear.
_MOST_RENDERED = 40


def escapes_to_drop(document: Document, side: Side) -> list[int]:
    r"""Where ``\*`` loses its backslash: offsets of the backslashes in the target or source text, rising.

    Decided from the document alone. Linear in the text.
    """
    source = project(document, "source")
    if "\\*" not in project(document, side).text:
        return []
    in_source = _escapes_by_segment(source)
    decisions = _decide(document, source, in_source)
    if side == "source":
        return sorted(offset for offset, keep in decisions.items() if not keep)
    return list(_follow(document, in_source, decisions))


def outside_code(text: str, start: int) -> list[int]:
    r"""The offsets of every ``\*`` of a text that stands in no code span and no code block, rising."""
    found = [match.start() for match in ESCAPED.finditer(text, start)]
    if not found:
        return []
    code = [
        (event.start, event.end)
        for event in parse_events(text, start)
        if event.phase != "end" and event.name in ("Code", "CodeBlock")
    ]
    starts = [begin for begin, _ in code]
    return [offset for offset in found if not (index := bisect_right(starts, offset)) or offset >= code[index - 1][1]]


def _escapes_by_segment(projection: Projection) -> dict[int, list[int]]:
    r"""The offsets of the ``\*`` outside code, by the index of their segment; -1 for those outside pairs."""
    by_segment: dict[int, list[int]] = {}
    for offset in outside_code(projection.text, projection.body_start):
        index = projection.segment_at(offset)
        by_segment.setdefault(-1 if index is None else index, []).append(offset)
    return by_segment


def _decide(document: Document, source: Projection, in_source: dict[int, list[int]]) -> dict[int, bool]:
    """For each escape of the source text that stands in a pair: whether the author had it."""
    text = source.text
    inside = {index: offsets for index, offsets in in_source.items() if index >= 0}
    first = {offset for offsets in inside.values() for offset in offsets if _begins_line(text, offset)}
    if _author_escapes(document, source, inside, first, in_source.get(-1, ())):
        return dict.fromkeys((offset for offsets in inside.values() for offset in offsets), True)
    decisions: dict[int, bool] = {}
    for index, offsets in inside.items():
        begin, end = source.spans[index]
        touching = [offset for offset in offsets if _touches_bare(text, offset)]
        changing = _changing(text[begin:end], [offset - begin for offset in touching])
        for offset in offsets:
            word = text[begin:offset].rpartition(" ")[2]
            decisions[offset] = offset in first or offset - begin in changing or bool(_PATH.search(word))
    return decisions


def _author_escapes(
    document: Document,
    source: Projection,
    inside: dict[int, list[int]],
    first: set[int],
    outside: Iterable[int],
) -> bool:
    """Whether the document shows that its author escapes asterisks (step 3 of the module's list)."""
    text = source.text
    if any(not _in_image_text(text, offset) for offset in outside):
        return True
    sources = "\n".join(segment.source for segment in document.segments)
    if sources.count("\\[") >= 2 or sources.count("\\_") >= 3:
        return True
    telling = sorted(
        offset
        for index, offsets in inside.items()
        if not _holds_bare_literal(document.segments[index].source)
        for offset in offsets
        if offset not in first
    )
    if not telling:
        return False
    return html(without(text, telling), source.body_start) != html(text, source.body_start)


def _follow(document: Document, in_source: dict[int, list[int]], decisions: dict[int, bool]) -> Iterator[int]:
    """The escapes of the target text that lose their backslash, by the decisions about those of the source."""
    source, target = project(document, "source"), project(document, "target")
    for index, offsets in sorted(_escapes_by_segment(target).items()):
        if index < 0:
            continue
        sources = in_source.get(index, [])
        kept = [decisions[offset] for offset in sources]
        in_run = bool(sources) and _in_run(source.text, sources[0])
        for position, offset in enumerate(offsets):
            # A target may begin a line with the asterisk where its source does not; bare it would begin a list.
            begins_list = bool(sources) and not in_run and _begins_line(target.text, offset)
            if not begins_list and not decision_for(position, kept, default=False):
                yield offset


def decision_for(position: int, decisions: Sequence[T], *, default: T) -> T:
    """The decision for the k-th mark of a target: the one all marks of its source share, else that of the k-th."""
    if len(set(decisions)) == 1:
        return decisions[0]
    return decisions[position] if position < len(decisions) else default


def without(text: str, offsets: Iterable[int]) -> str:
    """The text without the single characters at some offsets, which rise."""
    return "".join(text[begin + 1 : end] for begin, end in pairwise([-1, *offsets, len(text)]))


def _begins_line(text: str, offset: int) -> bool:
    line = text.rfind("\n", 0, offset) + 1
    prefix = _LINE_PREFIX.match(text, line)
    return (
        prefix is not None
        and prefix.end() == offset
        and text[offset + 2 : offset + 3] == " "
        and not _TABLE_ROW.match(text, line)
    )


def _in_run(text: str, offset: int) -> bool:
    return text.startswith("\\*", offset + 2) or text.endswith("\\*", 0, offset)


def _touches_bare(text: str, offset: int) -> bool:
    return text[offset + 2 : offset + 3] == "*" or (text[offset - 1 : offset] == "*" and text[offset - 2] != "\\")


def _holds_bare_literal(text: str) -> bool:
    """Whether an asterisk of the text is literal although nothing escapes it: its author does not always escape."""
    if not _BARE.search(text):
        return False
    literal: int = sum(event.data.count("*") for event in parse_events(text) if event.name == "Text")
    return literal > len(outside_code(text, 0))


def _in_image_text(text: str, offset: int) -> bool:
    line_start, line_end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    return any(found.start() <= offset - line_start < found.end() for found in _IMAGE_TEXT.finditer(line))


def _changing(text: str, offsets: list[int]) -> set[int]:
    """Those of some escapes whose loss, alone, would change how the text renders."""
    if not offsets or len(offsets) > _MOST_RENDERED:
        return set()
    rendered = html(text)
    return {offset for offset in offsets if html(without(text, [offset])) != rendered}
