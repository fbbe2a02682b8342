"""Addresses that stand by themselves, ``<https://example.com>`` and ``https://example.com``, and are lost in a target.

A translation may make a link of one, or put it into code: only what is nowhere in it is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from locdocs.rules import GroupFacts, SegmentFacts, TextFacts
from locdocs.rules.inline_codes.addresses import address_key, languages_of
from locdocs.rules.inline_codes.comparing import comparable
from locdocs.rules.inline_codes.other_links import with_other_links

__all__ = ["LostAddress", "is_its_own_text", "lost_addresses", "may_lack_addresses", "stands_alone"]

_MAIL = re.compile(r"<(?:mailto:)?(?P<to>[\w.+-]+@[\w-]+\.[\w.-]+)>")
_SCHEME = re.compile(r"\A(?:[a-z]+://|mailto:)", re.IGNORECASE)
_HTML = re.compile(r"""\s(?:href|src)\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)


class LostAddress(NamedTuple):
    """An address of the source. Offsets are characters of it."""

    address: str
    start: int
    end: int


def may_lack_addresses(group: GroupFacts) -> Iterator[int]:
    """The segments whose target has fewer of the signs of addresses."""
    sources, targets = group.sources.parts, group.targets.parts
    for sign, places in (("://", group.answers(with_other_links)), ("@", group.sources.holding("@"))):
        for index in places:
            if sources[index].count(sign) > targets[index].count(sign) and comparable(group.segments[index]):
                yield index


def lost_addresses(facts: SegmentFacts) -> Iterator[LostAddress]:
    """The addresses that the target lacks, where it has none in their place (that would be a changed one)."""
    source, target = facts.source, facts.target
    if source.text.count("://") > target.text.count("://"):
        languages = languages_of(facts.document)
        theirs, ours = ({_key(address, languages) for address in _all(side)} for side in (target, source))
        lost = [
            LostAddress(mark.value, mark.start, mark.end)
            for mark in source.of_kind("autolink", "url")
            if _key(mark.value, languages) not in theirs and _SCHEME.sub("", mark.value) not in target.text
        ]
        yield from lost[: len(lost) - len(theirs - ours)] if len(lost) > len(theirs - ours) else ()
    for found in _MAIL.finditer(source.text) if "@" in source.text else ():
        if found["to"] not in target.text and target.text.count("@") < source.text.count("@"):
            yield LostAddress(found["to"], *found.span())


def stands_alone(address: str, text: TextFacts, languages: tuple[str, str], *, marked: bool = False) -> bool:
    """Whether an address stands in a text by itself, so that a link to it on the other side is none too many.

    :param marked: only in angle brackets, where all Markdown makes a link of it.
    """
    wanted = _key(address, languages)
    marks = text.of_kind("autolink") if marked else text.of_kind("autolink", "url")
    alone = (*(mark.value for mark in marks), *_MAIL.findall(text.text))
    return any(_key(other, languages) == wanted for other in alone)


def is_its_own_text(link: str, address: str, languages: tuple[str, str]) -> bool:
    """Whether the text of a link is where it leads, so that nothing is lost where the address stands by itself.

    :param link: all of it, as it is written.
    """
    return _key(link.partition("](")[0].strip("[<>"), languages) == _key(address, languages)


def _all(text: TextFacts) -> Iterator[str]:
    """Where anything leads."""
    for mark in text.marks:
        if mark.kind in ("link", "image", "autolink", "url"):
            yield mark.value
        elif mark.kind == "tag":
            yield from _HTML.findall(text.text, mark.start, mark.end)


def _key(address: str, languages: tuple[str, str]) -> str:
    """An address without scheme, case and final slash, for those are no reason to call it lost."""
    return _SCHEME.sub("", address_key(address, languages).lower()).rstrip("/")
