"""Whether a new target has kept the inline codes of its segment.

It has, if it holds all codes of the source, each as the source or as the old target writes it (a link may lead to the
page of another language), or all codes of the old target. Codes are compared by kind and content: links and images by
where they lead, code spans by their code, tags and docfx tokens as they are written, emphasis by its kind. Escapes,
entities and line breaks may change: a translator may write a character in any way, but must not make a tag of one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from locdocs.markdown import InlineCode, Sides

__all__ = ["lost_codes"]

Key = tuple[str, ...]

_FREE = frozenset(("escape", "entity", "line break", "block"))
_OPENING_ANGLE = "<"


def lost_codes(old: Sides[tuple[InlineCode, ...]], new: Sequence[InlineCode]) -> tuple[str, ...]:
    """What a new target has lost or broken, as it would be written; empty where all is well.

    :param old: the codes of the source and of the old target, matched.
    :param new: the codes of the new target.
    """
    of_source = dict(_required(old.source))
    of_target = dict(_required(old.target))
    lost = _missing(of_source, of_target, new)
    if lost and not _missing(of_target, of_source, new):
        lost = ()
    return lost or _became_tags(old, new)


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


def _became_tags(old: Sides[tuple[InlineCode, ...]], new: Sequence[InlineCode]) -> tuple[str, ...]:
    """Angle brackets that were text, ``&lt;`` or an escape, and are a tag now."""
    known = {code.text for code in (*old.source, *old.target) if code.kind == "html"}
    tags = [code.text for code in new if code.kind == "html" and code.text not in known]
    angles = min(map(_angles, (old.source, old.target)))
    return tuple(tags) if tags and angles > _angles(new) else ()


def _angles(codes: Iterable[InlineCode]) -> int:
    return sum(code.kind in ("entity", "escape") and code.shown == _OPENING_ANGLE for code in codes)


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
