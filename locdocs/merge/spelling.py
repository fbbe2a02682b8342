r"""A new target as the document writes it.

What a format of exchange or a tool could not keep is put back (line breaks, white space at the edges), pipes in a table
cell become ``\|``, and literal asterisks become ``\*``: the format writes every literal asterisk of a pair so,
whether the author had escaped it or not (docs/format.md, "The target view").
"""

from __future__ import annotations

import re
import unicodedata

from locdocs.exchange.xml import replace_unheld
from locdocs.markdown import InlineCode, structure
from locdocs.markup import write_pair
from locdocs.merge.codes import is_tag
from locdocs.model import Document, Segment
from locdocs.parser import parse

__all__ = [
    "escape_asterisks",
    "escape_pipes",
    "escape_tags",
    "loose",
    "restore",
    "same_text",
    "unwanted_character",
]

_LINE_BREAK = re.compile(r"\r\n?|\n")
_BARE_PIPE = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_TAG = re.compile("<[A-Za-z/!?]")
_MOST_ROUNDS = 5
_KEPT_CONTROLS = frozenset("\t\n\r")
_NO_CHARACTER = frozenset("\ufffd\ufffe\uffff")


def loose(text: str) -> str:
    """What is left of a text on its way through any tool: no word changes, white space and odd characters may."""
    return " ".join(unicodedata.normalize("NFC", replace_unheld(text)[0]).split())


def same_text(new: str, old: str) -> bool:
    """Whether a text is the old one but for what XML makes of it: line breaks, characters that it cannot hold."""
    return new == old or _as_xml(new) == _as_xml(old)


def _as_xml(text: str) -> str:
    return _LINE_BREAK.sub("\n", replace_unheld(text)[0])


def restore(new: str, source: str, document: Document, segment: Segment) -> str:
    """A target with the line breaks of its segment, and the white space at its edges that a tool took from both texts.

    Where the segment has no line break it gets that of the document.

    :param source: the source that came with the new target; where it has lost white space, so has the target.
    """
    if source != segment.source:
        own, old = _edges(segment.source), _edges(segment.target)
        given, written = _edges(source), _edges(new)
        first = old[0] if given[0] != own[0] else written[0]
        last = old[1] if given[1] != own[1] else written[1]
        new = first + new.strip() + last
    if "\n" in new or "\r" in new:
        breaks = _LINE_BREAK.search(segment.target) or _LINE_BREAK.search(segment.source)
        new = _LINE_BREAK.sub(breaks[0] if breaks else _usual_line_break(document.text), new)
    return new


def _usual_line_break(text: str) -> str:
    return "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n"


def _edges(text: str) -> tuple[str, str]:
    inner = text.strip()
    start = text.find(inner)
    return text[:start], text[start + len(inner) :]


def unwanted_character(new: str, old: str) -> str | None:
    """A control character, a lone surrogate or U+FFFD that a new target has and the old one has not, or ``None``."""
    for char in dict.fromkeys(new):
        is_control = unicodedata.category(char) in ("Cc", "Cs") and char not in _KEPT_CONTROLS
        if (is_control or char in _NO_CHARACTER) and new.count(char) > old.count(char):
            return char
    return None


def escape_pipes(document: Document, segment: Segment, new: str) -> str:
    r"""A new target of a table cell with every pipe as ``\|``, in code spans too (GitHub Flavored Markdown, 4.10).

    A segment that has a bare pipe already is left to the check of the blocks.
    """
    if not _BARE_PIPE.search(new) or structure(document).block(segment, "target").kind != "table cell":
        return new
    if _BARE_PIPE.search(segment.target) or _BARE_PIPE.search(segment.source):
        return new
    return _BARE_PIPE.sub(r"\1\\|", new)


def escape_tags(document: Document, place: int, new: str) -> str:
    """A new target with every tag as text, ``&lt;b>``, that neither the source nor the old target of its segment had.

    An entity, because that is text in Markdown and inside raw HTML, where a backslash is none.
    """
    if not _TAG.search(new):
        return new
    segment = document.segments[place]
    known = {code.text for side in structure(document).inline_codes(segment) for code in side if is_tag(code)}
    escaped = new
    # What was hidden in a tag may be one now.
    for _ in range(_MOST_ROUNDS):
        alone = parse(write_pair(segment.id, escaped, ""))
        if [one.target for one in alone.segments] != [escaped]:
            break
        codes = structure(alone).inline_codes(alone.segments[0]).target
        starts = {code.start for code in codes if is_tag(code) and code.text not in known}
        if not starts:
            break
        escaped = "".join("&lt;" if offset in starts else char for offset, char in enumerate(escaped))
    return escaped


def escape_asterisks(document: Document, place: int, new: str, edited: Document | None = None) -> str:
    r"""The new target of a segment with every literal asterisk as ``\*``.

    What is literal and what is emphasis, code or a part of a tag, Markdown says. Where the document itself has bare
    literal asterisks in this segment, its writer read it differently, and it is left alone.

    :param document: the document without the new target.
    :param edited: the document with it; without, the target is read alone, so that no asterisk of it pairs with one of
        another segment.
    """
    segment = document.segments[place]
    if "*" not in new or structure(document).block(segment, "target").kind in ("code", "front matter"):
        return new
    codes = structure(document).inline_codes(segment)
    if any(_bare(segment.source, codes.source)) or any(_bare(segment.target, codes.target)):
        return new
    if edited is None:
        if any(code.isolated and "*" in code.text for side in codes for code in side):
            return new
        edited, place = parse(write_pair(segment.id, new, "")), 0
        if [one.target for one in edited.segments] != [new]:
            return new
    places = _bare(new, structure(edited).inline_codes(edited.segments[place]).target)
    return "".join(f"\\{char}" if offset in places else char for offset, char in enumerate(new))


def _bare(text: str, codes: tuple[InlineCode, ...]) -> set[int]:
    """The offsets of the asterisks that are text and have no backslash."""
    in_codes = {offset for code in codes for offset in range(code.start, code.end)}
    return {
        found.start()
        for found in re.finditer(r"\*", text)
        if found.start() not in in_codes and not _is_escaped(text, found.start())
    }


def _is_escaped(text: str, offset: int) -> bool:
    # In raw HTML Markdown knows no escapes, but the format writes them there, too.
    return (offset - len(text[:offset].rstrip("\\"))) % 2 == 1
