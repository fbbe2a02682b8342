"""The headings of a document, the anchors that publication wrote into them, and the anchors they should have.

``<a name="slug"></a>`` stands behind the ``#`` marks of every ATX heading that had no anchor of its own, and the slug
is made of the source heading (docs/format.md, "Heading anchors"). In 2017 the slug was made in another way.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from locdocs.markdown.reading import Reading

__all__ = ["Anchor", "Heading", "read_headings", "slug_of"]

_OPENING = re.compile(
    r"""
    [ ]{0,3} (?P<marks> \#{1,6} ) [ \t]*+
    (?P<anchor> <a\ name= (?:"|&quot;) (?P<name> [^"<>&]*+ ) (?:"|&quot;) > [ \t]*+ </a> )?+
    """,
    re.VERBOSE,
)
_CLOSING_MARKS = re.compile(r"(?:(?<=[ \t])|\A)#++[ \t]*+\Z")
# No heading in CommonMark, which asks for a blank behind the marks; publication gave it an anchor all the same.
_TIGHT_HEADING = re.compile(r"""^[ \t>]*+(?P<marks>\#{1,6})<a\ name=[^\r\n]*+""", re.VERBOSE | re.MULTILINE)
_NO_SLUG = {False: re.compile(r"[^a-z0-9_ -]"), True: re.compile(r"[^a-z0-9 -]")}
_WORD = re.compile(r"[a-z0-9]+")


class Anchor(NamedTuple):
    """The anchor right behind the marks of a heading. Offsets are characters of the file."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading:
    """An ATX heading. Offsets are characters of the file."""

    level: int
    """1 to 6."""
    start: int
    """Offset of the first ``#``."""
    end: int
    """Offset after the last character of its line."""
    source: str
    """The source text of the heading, Markdown included, without marks and anchor."""
    segments: tuple[int, ...]
    """Indices of the segments in it."""
    anchor: Anchor | None
    """The anchor behind its marks, if there is one."""
    slug: str
    """The anchor's name as this document's generation of the format makes it from the source."""
    slugs: tuple[str, str]
    """The slugs of both generations: since 2018, and of 2017."""

    anchor_is_own: bool
    """Whether the anchor is the author's and was not made from the heading: no slug could be called like it, or it has
    not one word of the heading."""

    @property
    def anchor_fits(self) -> bool:
        """Whether the anchor is what it should be; an own anchor, or none, is never wrong."""
        return self.anchor is None or self.anchor.name == self.slug or self.anchor_is_own


def slug_of(text: str, *, early: bool = False) -> str:
    """The slug of a heading: lower case, of ASCII only letters, digits, ``_`` and ``-``, each space a ``-``.

    :param text: the source heading; links and images are replaced by their text before, but not in 2017.
    :param early: the rule of 2017, which drops ``_`` too.
    """
    if text.isascii() and text.replace(" ", "").isalnum():  # most headings
        return text.strip().lower().replace(" ", "-")
    return _NO_SLUG[early].sub("", text.strip().lower()).replace(" ", "-")


def read_headings(reading: Reading, *, early: bool) -> tuple[Heading, ...]:
    """The ATX headings of a document, in order.

    :param reading: what Markdown says in its source text.
    :param early: whether the document looks like one of 2017; it decides where the headings' own anchors do not.
    """
    found = list(_found(reading))
    fitting = [
        sum(heading.anchor is not None and heading.anchor.name == heading.slugs[rule] for heading in found)
        for rule in (0, 1)
    ]
    rule = int(early) if fitting[0] == fitting[1] else int(fitting[1] > fitting[0])
    return tuple(_with_rule(heading, rule) for heading in found)


def _with_rule(heading: Heading, rule: int) -> Heading:
    slug = heading.slugs[rule]
    own = False
    if heading.anchor is not None and heading.anchor.name not in heading.slugs:
        name = heading.anchor.name
        own = bool(_NO_SLUG[bool(rule)].search(name)) or not set(_WORD.findall(name)) & set(_WORD.findall(slug))
    return replace(heading, slug=slug, anchor_is_own=own)


def _found(reading: Reading) -> Iterator[Heading]:
    """The headings with the slugs of both rules; which one counts is not decided yet."""
    projection = reading.projection
    text = projection.text
    places = set(reading.markup.headings)
    if "#<a" in text:
        places.update(
            match.span("marks")[:1] + match.span()[1:]
            for match in _TIGHT_HEADING.finditer(text, reading.begin)
            if not reading.is_markup(match.start("marks"))
        )
    for start, end in sorted(places):
        opening = _OPENING.match(text, start, end)
        if not opening:
            continue  # underlined
        line_end = start + len(text[start:end].rstrip("\r\n"))
        first = opening.end()
        last = first + len(_CLOSING_MARKS.sub("", text[first:line_end]))
        source = text[first:last]
        slugs = slug_of(_without_links(reading, first, last)), slug_of(source, early=True)
        spans = projection.spans
        segments = range(bisect_left(spans, (start, start)), bisect_left(spans, (line_end, line_end + 1)))
        anchor = None
        if opening["anchor"]:
            anchor = Anchor(opening["name"], *projection.file_range(*opening.span("anchor")))
        # The bounds as the file has them, pairs included: the line ends where its last character does.
        file_start, file_end = projection.file_range(start, line_end)
        yield Heading(
            level=len(opening["marks"]),
            start=file_start,
            end=file_end,
            source=source.strip(),
            segments=tuple(segments),
            anchor=anchor,
            slug="",
            slugs=slugs,
            anchor_is_own=False,
        )


def _without_links(reading: Reading, start: int, end: int) -> str:
    """The text of a heading with links and images replaced by their text, and without ``<a ..>`` and ``</a>``."""
    text, tokens = reading.projection.text, reading.markup.tokens
    parts: list[str] = []
    done = start
    for index in reading.tokens_in(start, end):
        token = tokens[index]
        if token.kind in ("link", "image") or (token.kind == "html" and token.name == "a"):
            parts.append(text[done : token.start])
            done = min(token.end, end)
    parts.append(text[done:end])
    return "".join(parts)
