"""The tags of a pair as loosely as people and tools have written them, and where a source ends.

The patterns know any attribute order, any quotes (encoded, escaped, single, missing), extra attributes and upper case.
Each is linear: a tag is made sure of before its attributes are looked at, and repeats are possessive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = [
    "HALF_TAG",
    "LOOKUP",
    "QUOTE",
    "SOURCE_OPENING",
    "TARGET_OPENING",
    "WELL_FORMED_ID",
    "LooseEnds",
    "closes",
    "closing_before",
    "code_spans",
    "encoded_closing_before",
    "end_of_source",
    "id_of",
    "is_closed",
    "is_encoded",
    "is_literal",
    "is_lookup_without_class",
    "loose_ends",
    "next_ending",
]

_FLAGS = re.VERBOSE | re.IGNORECASE | re.ASCII

# A quote as an attribute may have it: plain, encoded (published in 84 pairs) or that twice, escaped by YAML (4 pairs),
# or single.
QUOTE = r"""(?: \\?" | &(?: amp; )*+(?: quot | \#34 | \#x22 ); | ' )"""
"""A quote as an attribute may have it, for verbose patterns that ignore case."""
_ID = rf"""(?: {QUOTE} (?P<id> (?: (?! {QUOTE} ) [^<>] )*+ ) {QUOTE}? | (?P<bare_id> [^"'<>&\\\s]++ ) )"""
# The look-ahead makes sure of the tag's end first, so that no attribute is tried twice.
_TAG = r"<span\b (?= [^<>]*+ > )"

TARGET_OPENING = re.compile(rf"{_TAG} [^<>]*? \bdata-ttu-id \s*+ = \s*+ {_ID} [^<>]*+ >", _FLAGS)
"""A tag that opens a target half. Its id: ``found["id"]``, or ``found["bare_id"]`` where it has no quotes."""

SOURCE_OPENING = re.compile(
    rf"""
    (?: {_TAG} [^<>]*? sxs-lookup [^<>]*+ > \s*+ )?+
    {_TAG} [^<>]*? \bdata-stu-id \s*+ = \s*+ {_ID} [^<>]*+ >
    """,
    _FLAGS,
)
"""The tags that open a source half, with or without the outer one."""

LOOKUP = '<span class="sxs-lookup">'
"""The tag around a source half, as the format writes it."""

HALF_TAG = re.compile(r"<span\b [^<>]*? \bdata-(?P<half>[ts])tu-id [^<>]*+ (?P<end>>?)", _FLAGS)
"""Any tag that means to open a half, finished or not."""

WELL_FORMED_ID = re.compile(r"[0-9a-f]{5}-p?[1-9][0-9]{2,}")

_LITERAL_TAGS = re.compile(
    r"""
    <span\ data-ttu-id="[^"&\\<>]*+">
    | <span\ class="sxs-lookup"><span\ data-stu-id="[^"&\\<>]*+">
    | (?:</span>){0,2}
    """,
    re.VERBOSE,
)
_ENCODED = re.compile(r"&(?:amp;)*+(?:quot|#34|#x22|lt|gt);|\\\"", re.IGNORECASE)
# No blank line: what comes behind that is the mark of a quote, not the end of the tag.
_END = r"</span [^\S\r\n]*+ (?: \r?\n [^\S\r\n]*+ )?+ >"
_CLOSING = re.compile(_END, _FLAGS)
_ENCODED_SPAN = re.compile(r"&lt; (?: span\b | (?P<closing> /span\s* (?: &gt; | > ) \s*+ ) )", _FLAGS)
_OPENING = re.compile(r"<span\b", _FLAGS)
_LOOKUP_WITHOUT_CLASS = re.compile(
    r"\s*+ <span\b (?! [^<>]* (?: sxs-lookup | \bdata-[ts]tu-id ) ) [^<>]*+ > \s*+ (?= <span\b [^<>]* \bdata-stu-id )",
    _FLAGS,
)
_PAIR_ENDING = re.compile(_END + _END, _FLAGS)
_OPENING_OR_ENDING = re.compile(rf"<span\b|(?P<ending>{_END}{_END})", _FLAGS)
# What counts when the end of a source is looked for. Code spans hide what they hold; they end on their line.
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
_SPAN_TAG = re.compile(r"<(?P<closing>/?)span\b (?P<rest>[^<>]*+>)?+", _FLAGS)
_SPAN_OR_TICKS = re.compile(rf"(?P<ticks>`++)|(?P<open><span\b)|(?P<close>{_END})|(?P<line>\n)", _FLAGS)
_TICKS_OR_LINE = re.compile(r"(?P<ticks>`++)|(?P<line>\n)")


def is_literal(tags: str) -> bool:
    """Whether the tags that open or close a half are as the format writes them."""
    return _LITERAL_TAGS.fullmatch(tags) is not None


def is_encoded(tags: str) -> bool:
    """Whether a tag has encoded or escaped quotes or angle brackets."""
    return _ENCODED.search(tags) is not None


def is_lookup_without_class(text: str, start: int, end: int) -> bool:
    """Whether nothing stands between two offsets but the outer tag of a source half, without its class."""
    found = _LOOKUP_WITHOUT_CLASS.match(text, start)
    return found is not None and found.end() == end


def id_of(opening: re.Match[str]) -> str:
    """The id that an opening tag gives its half, as it is written there."""
    bare: str | None = opening["bare_id"]
    return opening["id"] if bare is None else bare


def is_closed(text: str, start: int, end: int) -> bool:
    """Whether a ``</span>`` stands between two offsets."""
    return _CLOSING.search(text, start, end) is not None


def closes(text: str, start: int, end: int) -> bool:
    """Whether more spans end between two offsets than begin."""
    return len(_CLOSING.findall(text, start, end)) > len(_OPENING.findall(text, start, end))


def closing_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The last ``</span>`` between two offsets, or ``None``.

    The last, because author spans inside a target close before it does.
    """
    found = None
    for found in _CLOSING.finditer(text, start, end):  # noqa: B007 - the last one is wanted
        pass
    return found.span() if found else None


def encoded_closing_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The encoded ``</span>`` that ends right before an offset, with the white space behind it, or ``None``.

    Not one that closes an encoded span of the text before it: a target may write about tags.
    """
    depth, found = 0, None
    for found in _ENCODED_SPAN.finditer(text, start, end):
        depth += -1 if found["closing"] else 1
    if found is None or not found["closing"] or found.end() != end or depth >= 0 or closes(text, start, end):
        return None
    return found.span()


class LooseEnds(NamedTuple):
    """The span tags of a text that have no partner in it."""

    closing: int
    """How many close what the text did not open."""
    opening: int
    """How many open what the text does not close."""


def loose_ends(text: str) -> LooseEnds:
    """The span tags of a text without a partner, those in code spans not counted. A tag that is cut off has none.

    A text without any may stand in a pair: every reader, whether it counts tags or takes the first that closes after
    those that opened, ends the half at the same place.
    """
    closing = depth = cut_off = 0
    if _SPAN_TAG.search(text):
        for tag in _SPAN_TAG.finditer(_CODE_SPAN.sub("", text)):
            if not tag["closing"]:
                cut_off += not tag["rest"]
                depth += bool(tag["rest"])
            elif depth and tag["rest"]:
                depth -= 1
            else:
                closing += 1
    return LooseEnds(closing, depth + cut_off)


def next_ending(text: str, start: int, end: int) -> int | None:
    """Offset after the first ``</span></span>`` between two offsets, where no span opens before it; else ``None``."""
    found = _OPENING_OR_ENDING.search(text, start, end)
    return found.end() if found and found["ending"] else None


def end_of_source(text: str, start: int, limit: int) -> tuple[int, int] | None:
    """Where a source ends: offsets of the first and after the last character of its ``</span></span>``.

    That is the first place where the spans of the source balance, not counting those in code spans; where they never
    do, the first ``</span></span>`` of all (docs/format.md, "Where a pair ends").
    """
    first = _PAIR_ENDING.search(text, start, limit)
    if first is None:
        return None
    depth = 0
    hidden_until = start
    tokens = list(_SPAN_OR_TICKS.finditer(text, start, limit))
    ends_of_code = _ends_of_code(tokens)
    for index, token in enumerate(tokens):
        if token.start() < hidden_until:
            continue
        if token["ticks"]:
            hidden_until = ends_of_code.get(index, 0) if not _is_escaped(text, token.start()) else 0
        elif token["open"]:
            depth += 1
        elif token["close"] and depth:
            depth -= 1
        elif token["close"]:
            ending = _PAIR_ENDING.match(text, token.start(), limit)
            return (ending or first).span()
    return first.span()


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where code spans begin and end; they end on their line."""
    tokens = list(_TICKS_OR_LINE.finditer(text))
    ends_of_code = _ends_of_code(tokens)
    end = 0
    for index, token in enumerate(tokens):
        if index in ends_of_code and token.start() >= end and not _is_escaped(text, token.start()):
            end = ends_of_code[index]
            yield token.start(), end


def _is_escaped(text: str, offset: int) -> bool:
    """Whether a backslash takes the meaning of the character at an offset."""
    before = offset
    while before and text[before - 1] == "\\":
        before -= 1
    return (offset - before) % 2 == 1


def _ends_of_code(tokens: list[re.Match[str]]) -> dict[int, int]:
    """By index of each run of backticks that can open a code span: the offset where that code span ends."""
    ends: dict[int, int] = {}
    next_of_length: dict[int, int] = {}
    for index in reversed(range(len(tokens))):
        token = tokens[index]
        if token["line"]:
            next_of_length.clear()
        elif token["ticks"]:
            length = len(token["ticks"])
            if length in next_of_length:
                ends[index] = next_of_length[length]
            next_of_length[length] = token.end()
    return ends
