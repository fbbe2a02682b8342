"""The markup of a projection as a row of tokens: the delimiters of inline constructs, each with its range.

The parser gives the range of a whole construct, ``**bold**`` or ``[text](address)``. Where its delimiters end and its
text begins follows from what stands inside. One pass over the events, tokens by rising start; they do not overlap.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import unquote

from locdocs.commonmark import Event
from locdocs.markdown.docfx import docfx_tokens
from locdocs.markdown.values import CodeKind, CodeRole

__all__ = ["MARKUP_HOLDERS", "Markup", "Token", "read_tokens"]

_HTML = re.compile(
    r"""
      <!-- (?: [^-]++ | -(?!->) )*+ (?: --> | \Z )                                          # a comment
    | < /?+ [A-Za-z] [^<>"']*+ (?: (?: "[^"]*+" | '[^']*+' ) [^<>"']*+ )*+ >                  # a tag
    | & (?: \#[0-9]{1,7} | \#[xX][0-9A-Fa-f]{1,6} | [A-Za-z][A-Za-z0-9]*+ ) ;                 # an entity
    """,
    re.VERBOSE,
)
_TAG_NAME = re.compile(r"</?([A-Za-z][\w:-]*)")
_VOID_TAGS = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_XREF_TEXT = re.compile(r"[?&](?:text|title|alt)=([^&]*)")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Token(NamedTuple):
    """A delimiter, or a construct without text in it. Offsets are characters of the projection."""

    start: int
    end: int
    kind: CodeKind
    name: str
    role: CodeRole
    group: int
    """The number of the construct, the same for its two halves; 0 for what is no half, and for HTML tags, which pair
    within a segment only."""
    shown: str = ""
    destination: str | None = None
    title: str | None = None
    label: str | None = None


class Markup(NamedTuple):
    """The markup of a projection; offsets are characters of it."""

    tokens: tuple[Token, ...]
    """The tokens by rising start; they do not overlap."""
    code_blocks: tuple[tuple[int, int], ...]
    """Start and end of each block of code."""
    headings: tuple[tuple[int, int], ...]
    """Start and end of each heading, ATX or underlined."""


class _Open(NamedTuple):
    start: int
    kind: CodeKind
    name: str
    group: int
    length: int
    details: tuple[str | None, str | None, str | None]


_DELIMITED: dict[str, tuple[CodeKind, str]] = {
    "Emphasis": ("emphasis", "italic"),
    "Strong": ("strong", "bold"),
    "Strikethrough": ("strikethrough", "strikethrough"),
    "Link": ("link", "link"),
    "Image": ("image", "image"),
}


MARKUP_HOLDERS = frozenset((*_DELIMITED, "HtmlBlock", "CodeBlock", "Heading"))
"""What holds other events and is looked at here."""


def read_tokens(text: str, start: int, events: Iterable[Event]) -> Markup:
    """The markup of a projection.

    :param text: the projection.
    :param start: where its Markdown begins.
    :param events: what the parser says about it; of what holds others, :data:`MARKUP_HOLDERS` are enough.
    """
    reading = _Sweep(text, start)
    reading.take(events)
    reading.gap(len(text))
    tokens = tuple(_with_docfx(text, start, reading))
    return Markup(tokens, tuple(reading.code_blocks), tuple(reading.headings))


class _Sweep:
    """One pass over the events. ``done`` is how far the text is accounted for; up to the next event lies a gap."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.done = start
        self.tokens: list[Token] = []
        self.open: list[_Open] = []
        self.code_blocks: list[tuple[int, int]] = []
        self.headings: list[tuple[int, int]] = []
        self.groups = 0
        self.whole_until = -1
        self.damaged = bool(_SURROGATE.search(text))

    def take(self, events: Iterable[Event]) -> None:
        text = self.text
        for phase, name, start, end, data in events:
            if start < self.whole_until:
                continue
            if name == "Text" or name == "SoftBreak":  # noqa: PLR1714 - most are one of these, and few say anything
                if start > self.done:
                    self.gap(start)
                self.done = max(self.done, end)
                if name == "Text" and text[start] == "&":
                    self.entity(start, end, data)
            elif phase == "leaf":
                self.leaf(name, start, end, data)
            elif name in _DELIMITED:
                if phase == "start":
                    self.opening(name, start, end, data)
                else:
                    self.closing(name, end)
            elif phase == "start":
                self.block(name, start, end)

    def block(self, name: str, start: int, end: int) -> None:
        if name == "HtmlBlock":
            self.html_block(start, end)
        elif name == "CodeBlock":
            self.code_blocks.append((start, end))
        elif name == "Heading":
            self.headings.append((start, end))

    def entity(self, start: int, end: int, shown: str) -> None:
        text = self.text
        if text[end - 1] == ";" and text[start:end] != shown and self.tokens_end() <= start:
            self.add(start, end, "entity", "entity", shown=shown)

    def gap(self, until: int) -> None:
        """Account for text that no event covers: a backslash, or markup of blocks."""
        text, done = self.text, self.done
        if done >= until:
            return
        self.done = until
        if text[until - 1] == "\\" and text[until : until + 1]:
            if text[done : until - 1].strip():
                self.add(done, until - 1, "block", "block")
            self.add(until - 1, until + 1, "escape", "escape", shown=text[until])
        elif not text[done:until].isspace():
            self.add(done, until, "block", "block")

    def leaf(self, name: str, start: int, end: int, data: Any) -> None:
        self.gap(start)
        self.done = max(self.done, end)
        text = self.text
        if name == "Code":
            shown = text[start:end].strip("`") if self.damaged and "?" in data else data
            self.add(start, end, "code", "code", shown=shown)
        elif name == "InlineHtml":
            self.html(start, end)
        elif name == "HardBreak":
            self.add(start, end, "line break", "line break", shown="\n")
        elif name == "Rule":
            self.add(start, end, "block", "block")

    def opening(self, name: str, start: int, end: int, data: Any) -> None:
        self.gap(start)
        kind, stable = _DELIMITED[name]
        details: tuple[str | None, str | None, str | None] = (None, None, None)
        if name in ("Link", "Image"):
            if data["link_type"] in ("Autolink", "Email"):
                self.autolink(start, end, data["dest_url"])
                return
            details = data["dest_url"], data["title"] or None, data["id"] or None
        length = _delimiter_length(name, self.text, start)
        self.groups += 1
        self.open.append(_Open(start, kind, stable, self.groups, length, details))
        self.tokens.append(Token(start, start + length, kind, stable, "opening", self.groups, "", *details))
        self.done = start + length

    def closing(self, name: str, end: int) -> None:
        if not self.open or self.open[-1].name != _DELIMITED[name][1]:
            return
        opened = self.open.pop()
        if name in ("Link", "Image"):
            start = self.text.find("]", self.done, end)
            start = start if start >= 0 else self.done
        else:
            start = end - opened.length
        self.gap(start)
        self.tokens.append(Token(start, end, opened.kind, opened.name, "closing", opened.group, "", *opened.details))
        self.done = end

    def autolink(self, start: int, end: int, destination: str) -> None:
        self.whole_until = end
        self.done = end
        if destination.lower().startswith("xref:"):
            self.add(start, end, "xref", "xref", shown=_shown_xref(destination[5:]), destination=destination)
        else:
            self.add(start, end, "autolink", "autolink", shown=self.text[start + 1 : end - 1], destination=destination)

    def html_block(self, start: int, end: int) -> None:
        """Tags, comments and entities of raw HTML; Markdown says nothing inside."""
        self.gap(start)
        for found in _HTML.finditer(self.text, start, end):
            if found[0][0] == "<":
                self.html(*found.span())
            elif (shown := unescape(found[0])) != found[0]:
                self.add(*found.span(), "entity", "entity", shown=shown)
        self.whole_until = self.done = end

    def html(self, start: int, end: int) -> None:
        tag = self.text[start:end]
        named = _TAG_NAME.match(tag)
        if tag.startswith("<!--"):
            self.add(start, end, "comment", "comment")
        elif not named:
            self.add(start, end, "html", tag[:2])
        else:
            name = named[1].lower()
            if tag[1] == "/":
                self.add(start, end, "html", name, role="closing")
            elif tag.endswith("/>") or name in _VOID_TAGS:
                self.add(start, end, "html", name, shown="\n" if name == "br" else "")
            else:
                self.add(start, end, "html", name, role="opening")

    def tokens_end(self) -> int:
        return self.tokens[-1].end if self.tokens else 0

    def add(
        self,
        start: int,
        end: int,
        kind: CodeKind,
        name: str,
        *,
        role: CodeRole = "standalone",
        shown: str = "",
        destination: str | None = None,
    ) -> None:
        self.tokens.append(Token(start, end, kind, name, role, 0, shown, destination))


def _delimiter_length(name: str, text: str, start: int) -> int:
    if name in ("Emphasis", "Link"):
        return 1
    return 1 if name == "Strikethrough" and not text.startswith("~~", start) else 2


def _shown_xref(uid: str) -> str:
    """What stands for a cross reference: the text it asks for, else the name of the thing."""
    named = _XREF_TEXT.search(uid)
    return unquote(named[1]) if named else unquote(uid.partition("?")[0]).removesuffix("*")


def _with_docfx(text: str, start: int, reading: _Sweep) -> Iterable[Token]:
    """The tokens, with those that stand inside a docfx token replaced by it."""
    tokens = reading.tokens
    found = list(docfx_tokens(text, start))
    if not found:
        yield from tokens
        return
    starts = [token.start for token in tokens]
    done = 0
    for first, last, name, shown in found:
        index = bisect_left(starts, first, done)
        if index and tokens[index - 1].end > first and index - 1 >= done:
            continue  # in a code span, a comment, a tag
        if index < len(tokens) and tokens[index].start == first and tokens[index].kind == "link":
            continue  # an ordinary link whose text begins with an exclamation mark
        place = bisect_right(reading.code_blocks, (first, len(text))) - 1
        if place >= 0 and first < reading.code_blocks[place][1]:
            continue  # in a block of code
        until = bisect_left(starts, last, index)
        if until > index and tokens[until - 1].end > last:
            continue
        yield from tokens[done:index]
        yield Token(first, last, "docfx", name, "standalone", 0, shown)
        done = until
    yield from tokens[done:]
