"""A page that shows source and target side by side, block by block, for people to look at.

Both projections are rendered by markdown-it-py. Each segment is wrapped in a tag of its own beforehand, so that the
page knows which sentence is whose translation: pointing at one lights up the other. What the file brings along in HTML
is cut down to a list of harmless tags: the page runs nothing of the document and fetches nothing.
"""

from __future__ import annotations

import html as html_module
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from locdocs.languages import direction
from locdocs.model import Document
from locdocs.projection import Projection, Side, project
from locdocs.views.page_template import PAGE, SCRIPT, STYLE

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag
    from markdown_it import MarkdownIt

__all__ = ["page"]

_SEGMENT_TAG = "loc-segment"
_HARMLESS_TAGS = frozenset(
    [
        "a",
        "b",
        "blockquote",
        "br",
        "caption",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "tt",
        "u",
        "ul",
        "var",
    ]
)
_HARMLESS_ATTRIBUTES = frozenset(["align", "class", "colspan", "dir", "href", "id", "lang", "name", "rowspan", "title"])
_HARMLESS_LINK = re.compile(r"(?:https?:|mailto:|#|[^:]*$)", re.IGNORECASE)
_ALERT = re.compile(r"\s*\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*", re.IGNORECASE)
_SEGMENTS_OF_BLOCK = re.compile(rf'<{_SEGMENT_TAG} data-s="(\d+)"')


class _Block(NamedTuple):
    """One top-level block of one side, rendered, and the segments it holds."""

    html: str
    segments: frozenset[int]


def page(document: Document) -> str:
    """The document as one HTML page without outside parts."""
    renderer = _renderer()
    rows = _align(list(_blocks(document, "source", renderer)), list(_blocks(document, "target", renderer)))
    target_language = document.target_language or ""
    cells = "\n".join(
        f'<div class="row"><div lang="{_text(document.source_language)}">{left}</div>'
        f'<div lang="{_text(target_language)}" dir="{direction(target_language)}">{right}</div></div>'
        for left, right in rows
    )
    title = str(document.path or "bilingual document")
    return PAGE.format(
        title=_text(title),
        style=STYLE,
        script=SCRIPT,
        facts="".join(f"<li>{_text(fact)}</li>" for fact in _facts(document)),
        damage=_damage(document),
        source=_text(document.source_language),
        target=_text(target_language or "target"),
        rows=cells,
    )


def _facts(document: Document) -> Iterator[str]:
    count = len(document.segments)
    yield f"{count} segment{'' if count == 1 else 's'}"
    localization = document.front_matter.localization
    kinds = {"MT": "machine translation", "HT": "human translation"}
    if localization.translation_type:
        yield kinds.get(localization.translation_type, localization.translation_type)
    if localization.last_handoff:
        yield f"handed off {localization.last_handoff}"
    if localization.source_commit:
        yield f"source commit {localization.source_commit[:10]}"


def _damage(document: Document) -> str:
    if not document.damage:
        return ""
    items = "".join(
        f"<li>line {document.location(damage).line}: {_text(damage.message)} <code>{damage.kind}</code></li>"
        for damage in document.damage
    )
    summary = f"Damage in this file: {len(document.damage)}"
    return f'<details class="damage"><summary>{summary}</summary><ul>{items}</ul></details>'


def _renderer() -> MarkdownIt:
    # Imported here: only this view needs a renderer.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _blocks(document: Document, side: Side, renderer: MarkdownIt) -> Iterator[_Block]:
    """The top-level blocks of one projection, rendered, each segment in a tag with its index."""
    projection = project(document, side)
    env: dict[str, object] = {}
    tokens = renderer.parse(_tagged(projection).encode("utf-8", "replace").decode("utf-8"), env)
    start = depth = 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            raw = renderer.renderer.render(tokens[start : index + 1], renderer.options, env)
            start = index + 1
            segments = frozenset(map(int, _SEGMENTS_OF_BLOCK.findall(raw)))
            yield _Block(_harmless(raw, document), segments)


def _tagged(projection: Projection) -> str:
    """The Markdown of a projection, each segment of one line in a tag of its own; the header is left out."""
    parts: list[str] = []
    done = projection.body_start
    for index, (start, end) in enumerate(projection.spans):
        content = projection.text[start:end]
        if start < done or not content.strip() or "\n" in content:
            continue
        parts += (
            projection.text[done:start],
            f'<{_SEGMENT_TAG} data-s="{index}">',
            content,
            f"</{_SEGMENT_TAG}>",
        )
        done = end
    parts.append(projection.text[done:])
    return "".join(parts)


def _align(left: list[_Block], right: list[_Block]) -> Iterator[tuple[str, str]]:
    """Rows of source and target blocks: one to one where both hold the same segments, else grouped."""
    if [block.segments for block in left] == [block.segments for block in right]:
        yield from ((one.html, other.html) for one, other in zip(left, right, strict=True))
        return
    rows = [(block.html, [""]) for block in left] or [("", [""])]
    row_of = {index: row for row, block in enumerate(left) for index in block.segments}
    current = 0
    for block in right:
        current = max(current, min((row_of.get(index, current) for index in block.segments), default=current))
        rows[current][1].append(block.html)
    yield from ((one, "".join(others)) for one, others in rows)


def _harmless(raw: str, document: Document) -> str:
    """A rendered block with segment tags as spans, and without anything that runs, fetches or escapes its cell."""
    from bs4 import BeautifulSoup, Comment  # noqa: PLC0415 - as above

    soup = BeautifulSoup(raw, "lxml")
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in soup.find_all(True):
        if tag.name == "blockquote":
            _mark_alert(tag, soup)
        if tag.name == _SEGMENT_TAG:
            _mark_segment(tag, document)
        elif tag.name == "img":
            tag.name = "span"
            tag.string = f"[{tag.get('alt') or tag.get('src') or 'image'}]"
            tag.attrs = {"class": "image"}
        elif tag.name in ("script", "style", "iframe", "object", "embed", "template"):
            tag.decompose()
        elif tag.name in _HARMLESS_TAGS:
            tag.attrs = {
                name: value
                for name, value in tag.attrs.items()
                if name in _HARMLESS_ATTRIBUTES and (name != "href" or _HARMLESS_LINK.match(str(value)))
            }
        elif tag.name not in ("html", "body"):
            tag.unwrap()
    return soup.body.decode_contents() if soup.body else ""


def _mark_alert(quote: Tag, soup: BeautifulSoup) -> None:
    """Set the marker of an alert, ``[!NOTE]``, apart from its text."""
    first = quote.find(string=lambda text: bool(text and text.strip()))
    marker = _ALERT.match(first) if first else None
    if not first or not marker:
        return
    label = soup.new_tag("strong", attrs={"class": "alert"})
    label.string = marker[1].upper()
    first.replace_with(label, soup.new_tag("br"), first[marker.end() :])


def _mark_segment(tag: Tag, document: Document) -> None:
    index = int(str(tag.get("data-s")))
    tag.name = "span"
    tag.attrs = {"class": "segment", "data-s": str(index), "title": document.segments[index].number}


def _text(text: str) -> str:
    return html_module.escape(text.encode("utf-8", "replace").decode("utf-8"))
