"""Whether a new target has kept the inline codes of its segment.

It has, if it holds all codes of the source, each as the source or as the old target writes it (a link may lead to the
page of another language), or all codes of the old target. Codes are compared by kind and content: links and images by
where they lead, code spans by their code, tags and docfx tokens as they are written, emphasis by its kind. Escapes,
entities and line breaks may change. Emphasis, code spans and the like may be added; tags and comments of HTML not: one
that neither text had is a slip, or text that would be read as a tag.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from locdocs.markdown import InlineCode, Sides

__all__ = ["added_tags", "is_tag", "lost_codes"]

Key = tuple[str, ...]

_FREE = frozenset(("escape", "entity", "line break", "block"))
_TAGS = frozenset(("html", "comment"))
_SHOWN = 5


def lost_codes(old: Sides[tuple[InlineCode, ...]], new: Sequence[InlineCode]) -> str | None:
    """What a new target has lost or broken, as one sentence; ``None`` where it has all.

    :param old: the codes of the source and of the old target, matched.
    :param new: the codes of the new target.
    """
    of_source = dict(_required(old.source))
    of_target = dict(_required(old.target))
    lost = _missing(of_source, of_target, new)
    if lost and _missing(of_target, of_source, new):
        return f"the new target has lost or broken {_listed(lost)}"
    return None


def added_tags(old: Sides[tuple[InlineCode, ...]], new: Sequence[InlineCode]) -> str | None:
    """Which tags and comments neither side had, or halves of a pair now stand alone, as one sentence; else ``None``.

    The parameters are those of :func:`lost_codes`.
    """
    known = {code.text for side in old for code in side if is_tag(code)}
    alone = [Counter(code.text for code in side if _is_alone(code)) for side in old]
    more_alone = Counter(code.text for code in new if _is_alone(code)) - (alone[0] | alone[1])
    added = [code.text for code in new if is_tag(code) and (code.text not in known or code.text in more_alone)]
    return f"the new target holds what neither its source nor the old target has: {_listed(added)}" if added else None


def _listed(codes: Sequence[str]) -> str:
    shown = list(dict.fromkeys(codes))
    return ", ".join([*shown[:_SHOWN], *([".."] if len(shown) > _SHOWN else [])])


def _missing(
    wanted: dict[int, InlineCode], alternatives: dict[int, InlineCode], new: Sequence[InlineCode]
) -> tuple[str, ...]:
    """Those of the wanted codes that the new target holds neither as they are nor as their counterparts."""
    held = Counter(_key(code) for _, code in _required(new, numbered=False))
    waiting: list[tuple[int, InlineCode]] = []
    for number, code in wanted.items():
        if held[_key(code)]:
            held[_key(code)] -= 1
        else:
            waiting.append((number, code))
    lost: list[str] = []
    for number, code in waiting:
        other = alternatives.get(number)
        if other is not None and held[_key(other)]:
            held[_key(other)] -= 1
        else:
            lost.append(_shown(code))
    return tuple(lost)


def is_tag(code: InlineCode) -> bool:
    """Whether a code is a tag or a comment of HTML."""
    return code.kind in _TAGS


def _is_alone(code: InlineCode) -> bool:
    return is_tag(code) and code.role != "standalone" and code.pair is None


def _required(codes: Iterable[InlineCode], *, numbered: bool = True) -> Iterator[tuple[int, InlineCode]]:
    """The codes that must not get lost, a pair once, with the number that their counterpart shares."""
    for place, code in enumerate(codes):
        if code.kind not in _FREE and not (code.role == "closing" and code.pair is not None):
            yield code.x if numbered else place, code


def _key(code: InlineCode) -> Key:
    role = "pair" if code.pair is not None else code.role
    if code.kind == "code" and code.role == "standalone":
        return role, code.kind, code.shown
    return role, *code.identity


def _shown(code: InlineCode) -> str:
    if code.kind in ("link", "image") and code.destination is not None:
        return f"{'!' if code.kind == 'image' else ''}[..]({code.destination})"
    if code.kind in ("emphasis", "strong", "strikethrough") and code.pair is not None:
        return f"{code.text}..{code.text}"
    return code.text
