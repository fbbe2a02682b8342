"""The inline codes of a segment: the tokens of a projection cut to it, halves paired, source and target matched."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from locdocs.markdown.tokens import Token
from locdocs.markdown.values import CodeRole, InlineCode, Sides

__all__ = ["codes_in", "match_sides", "pieces_of"]

InlineCodes = tuple[InlineCode, ...]
_X = InlineCode._fields.index("x")


def codes_in(text: str, span: tuple[int, int], tokens: Sequence[Token], starts: Sequence[int]) -> InlineCodes:
    """The codes of the segment that stands at ``span`` in a projection, not yet matched (``x`` is 0).

    :param text: the projection.
    :param tokens: its tokens, by rising start.
    :param starts: where they start, to find the first.
    """
    first, last = span
    index = bisect_right(starts, first) - 1
    if index < 0 or tokens[index].end <= first:
        index += 1
    until = bisect_left(starts, last, index)
    if index == until:
        return ()  # as most
    cut = list(_cut(text, span, tokens[index:until]))
    pairs = _pairs(cut)
    offset = span[0]
    return tuple(
        InlineCode(
            token.kind,
            token.name,
            token.role,
            token.start - offset,
            token.end - offset,
            text[token.start : token.end],
            pairs.get(index),
            0,
            token.shown,
            token.destination,
            token.title,
            token.label,
        )
        for index, token in enumerate(cut)
    )


def match_sides(source: InlineCodes, target: InlineCodes) -> Sides[InlineCodes]:
    """The codes of both sides with ``x`` given: equal codes first, k-th to k-th, then codes of one kind and name.

    The second round keeps a link a link when its address was localized.
    """
    if not source and not target:
        return Sides((), ())
    ours = list(_units(source))
    if len(source) == len(target) and all(map(_is_counterpart, source, target)):
        numbers = {index: number for number, unit in enumerate(ours, 1) for index in unit.members}
        return Sides(_numbered(source, numbers), _numbered(target, numbers))
    return Sides(*map(_numbered, (source, target), _numbers(ours, list(_units(target)))))


def _numbered(codes: InlineCodes, numbers: dict[int, int]) -> InlineCodes:
    # Past the constructor, as in the scanner: ``_replace`` takes ten times as long.
    new = tuple.__new__
    return tuple(new(InlineCode, (*code[:_X], numbers[index], *code[_X + 1 :])) for index, code in enumerate(codes))


def _is_counterpart(ours: InlineCode, theirs: InlineCode) -> bool:
    """Whether two codes at the same place are the same; so they are in nearly every segment."""
    return (
        ours.text == theirs.text and ours.role == theirs.role and ours.pair == theirs.pair and ours.kind == theirs.kind
    )


def pieces_of(text: str, codes: Iterable[InlineCode]) -> Iterator[str | InlineCode]:
    """The text and the codes of one side in order; put together they are ``text`` again. No text piece is empty."""
    done = 0
    for code in codes:
        if code.start > done:
            yield text[done : code.start]
        yield code
        done = code.end
    if done < len(text):
        yield text[done:]


def _cut(text: str, span: tuple[int, int], tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens in a span. One that crosses its border is cut there and becomes a half without its other half."""
    first, last = span
    done = first
    for token in tokens:
        start, end = max(token.start, done), min(token.end, last)
        if start >= end:
            continue
        cut = start > token.start or end < token.end
        if (token.kind == "block" or (cut and token.kind == "line break")) and not _is_mere_markup(text[start:end]):
            continue
        if cut:
            if start == first and end == last:
                continue  # the segment stands inside of it: all of it is text
            token = _part(token, start, end, text)  # noqa: PLW2901 - what is left of it
        done = end
        yield token


def _is_mere_markup(text: str) -> bool:
    """Whether a text that no reader sees is markup: not a definition or the language of a fence, nor white space."""
    return not text.isspace() and not any(map(str.isalpha, text))


def _part(token: Token, start: int, end: int, text: str) -> Token:
    if token.kind in ("block", "docfx", "line break"):
        return token._replace(start=start, end=end)
    role: CodeRole = token.role if token.role != "standalone" else "closing" if start > token.start else "opening"
    shown = text[start:end].strip("`<>") if token.shown else ""
    return token._replace(start=start, end=end, role=role, group=-1, shown=shown)


class _Frame(NamedTuple):
    """What is open inside one construct of Markdown: the indices of tags, and how many there are of each name."""

    group: int
    tags: list[int]
    names: Counter[str]


def _pairs(tokens: Sequence[Token]) -> dict[int, int]:
    """The number of the pair for each token whose other half is in the same segment.

    Constructs of Markdown nest. A closing tag closes the last open tag of its name inside the same construct; tags that
    were opened in between stay alone, as ``<li>`` or ``<p>`` may.
    """
    partner: dict[int, int] = {}
    opened: dict[int, int] = {}
    frames = [_Frame(0, [], Counter())]
    for index, token in enumerate(tokens):
        if token.role == "standalone" or token.group < 0:
            continue
        if token.group and token.role == "opening":
            opened[token.group] = index
            frames.append(_Frame(token.group, [], Counter()))
        elif token.group in opened:
            while frames[-1].group != token.group:
                del opened[frames.pop().group]
            frames.pop()
            partner[opened.pop(token.group)] = index
        elif token.group:
            # It was opened before the segment, so all that is open in the segment stands inside of it, for ever alone.
            opened.clear()
            frames = [_Frame(0, [], Counter())]
        elif (opening := _tag(tokens, index, frames[-1])) is not None:
            partner[opening] = index
    numbers: dict[int, int] = {}
    for number, opening in enumerate(sorted(partner), 1):
        numbers[opening] = numbers[partner[opening]] = number
    return numbers


def _tag(tokens: Sequence[Token], index: int, frame: _Frame) -> int | None:
    """Note an opening tag; for a closing tag, the index of the tag that it closes."""
    name = tokens[index].name
    if tokens[index].role == "opening":
        frame.tags.append(index)
        frame.names[name] += 1
        return None
    if not frame.names[name]:
        return None
    while True:
        opening = frame.tags.pop()
        frame.names[tokens[opening].name] -= 1
        if tokens[opening].name == name:
            return opening


class _Unit(NamedTuple):
    """What gets one number: a code, or the two halves of a pair."""

    keys: tuple[tuple[str, ...], tuple[str, ...]]
    """What its counterpart is known by: first what it is and leads to, then only its kind and name."""
    members: tuple[int, ...]


def _units(codes: InlineCodes) -> Iterator[_Unit]:
    closing = {code.pair: index for index, code in enumerate(codes) if code.pair and code.role == "closing"}
    for index, code in enumerate(codes):
        if code.pair is None:
            yield _Unit(((code.role, *code.identity), (code.role, code.kind, code.name)), (index,))
        elif code.role == "opening":
            members = index, closing[code.pair]
            yield _Unit((("pair", *code.identity), ("pair", code.kind, code.name)), members)


def _numbers(ours: list[_Unit], theirs: list[_Unit]) -> tuple[dict[int, int], dict[int, int]]:
    """The number of each code of both sides, by its index."""
    found: dict[int, int] = {}
    left = dict(enumerate(ours, 1))
    for rank in (0, 1):
        waiting: defaultdict[tuple[str, ...], deque[int]] = defaultdict(deque)
        for number, unit in left.items():
            waiting[unit.keys[rank]].append(number)
        for place, unit in enumerate(theirs):
            if place not in found and waiting.get(unit.keys[rank]):
                found[place] = waiting[unit.keys[rank]].popleft()
                del left[found[place]]
    count = len(ours)
    of_target: dict[int, int] = {}
    for place, unit in enumerate(theirs):
        if place not in found:
            count += 1
        of_target.update(dict.fromkeys(unit.members, found.get(place, count)))
    return {index: number for number, unit in enumerate(ours, 1) for index in unit.members}, of_target
