"""Hypothesis strategies for documents: healthy ones from the grammar, damaged ones, and soups of markup.

A healthy document comes with the pairs that were put into it, so that a test can say what reading must give. Damage
operators take a text and give a worse one; :func:`texts` mixes everything, and most of what it gives holds segments.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from hypothesis import strategies as st

__all__ = ["Pair", "Written", "damaged_texts", "documents", "random_texts", "soups", "target_texts", "texts"]


class Pair(NamedTuple):
    """A pair as it was put into a document."""

    id: str
    target: str
    source: str

    def __str__(self) -> str:
        return (
            f'<span data-ttu-id="{self.id}">{self.target}</span>'
            f'<span class="sxs-lookup"><span data-stu-id="{self.id}">{self.source}</span></span>'
        )


class Written(NamedTuple):
    """A healthy document: its text, and the pairs in it."""

    text: str
    pairs: tuple[Pair, ...]


SENTENCES = (
    ("Abra el panel y elija un filtro.", "Open the dashboard and choose a filter."),
    ("La cuota se aplica a cada almacén.", "The quota applies to each vault."),
    ("Löschen Sie die Momentaufnahme erst am Ende.", "Delete the snapshot only at the end."),
    ("Über 25 Stationen melden sich stündlich.", "More than 25 stations report every hour."),
    ("設定を保存してから再起動します。", "Save the settings, then restart."),
    ("値は 3 つまで選べます。", "You can choose up to three values."),
    ("افتح السجل ثم اختر التاريخ.", "Open the log, then choose the date."),
    ("لا تحذف الملف.", "Do not delete the file."),
    ("Mirefold", "Mirefold"),
    ("OK", "OK"),
)

# What a text of a pair may hold besides words; each stands alike in source and target.
ORNAMENTS = (
    " **12**",
    " `code`",
    " ``a ` b``",
    " [a](b.md)",
    " <xref:A.B>",
    " &lt;T&gt; &amp;",
    " \\* \\_ \\`",
    ' &quot;x&quot; "y"',
    "<br>",
    "\n",
    "\r\n",
    "\u00a0",
    " \ufffd",
    "  ",
    " $1 %s {0}",
    ' <a name="x"></a>',
    " data-ttu-id sxs-lookup",
    "\U0001f600",
)
# Markup that only counting can read past.
AUTHOR_SPANS = (
    ' <span class="no-loc">Mirefold</span>',
    ' <span lang="en">a <span>b</span> c</span>',
    " `<span>`",
    " `</span>`",
    " `</span></span>`",
    " ``<span> ` </span></span>``",
)

_words = st.sampled_from(SENTENCES)
_ornament = st.one_of(st.sampled_from(ORNAMENTS), st.sampled_from(ORNAMENTS), st.sampled_from(AUTHOR_SPANS))


@st.composite
def _pair(draw: st.DrawFn, segment_id: str) -> Pair:
    target, source = draw(_words)
    for ornament in draw(st.lists(_ornament, max_size=2)):
        target, source = target + ornament, source + ornament
    kind = draw(st.integers(0, 19))
    if kind == 0:
        return Pair(segment_id, target, "")
    if kind == 1:
        return Pair(segment_id, target + draw(_ornament), source)
    if kind == 2:
        return Pair(segment_id, f"**{target}**", f"**{source}**")
    return Pair(segment_id, target, source)


# Where pairs stand; each {} is one pair.
BLOCKS = (
    "{}",
    "{} {}",
    "{}{}",
    '## <a name="a-b"></a>{}',
    "- {}\n  - {}",
    "1. {}",
    "| {} | `x` |\n| --- | --- |\n| {} | {}<br>{} |",
    "> [!NOTE]\n> {}",
    "> {}<br/>{}",
    "[{}](a.md)",
    "{} [{}](#a-b) {}",
    "![alt](media/a.png) {}",
    '<td rowspan="2">{}</td>',
    "```\ncode\n```\n{}",
    "```<span>```\n{}",
    '<span class="note">{}</span>',
    "{}<!-- a -->",
    "`x` {} `y`",
    "plain text & &quot;more&quot;",
    ':::image source="a.png" alt-text="b":::',
    "<span>text</span>",
    "",
)
HEADERS = (
    "",
    "",
    "---\ntitle: a\n---\n",
    '---\ntitle: "a: b"\nms.openlocfilehash: 0a\nms.contentlocale: es-ES\nms.locfileid: "12"\n---\n',
    "---\r\nms.translationtype: MT\r\nms.contentlocale: ja-JP\r\n---\r\n",
    "---\rms.contentlocale: ar-SA\r---\r",
    "\ufeff---\ndescription: |\n  x\n---\n",
    "\ufeff",
)


@st.composite
def documents(draw: st.DrawFn, *, max_blocks: int = 5) -> Written:
    """A healthy document and the pairs in it, in order."""
    header = draw(st.sampled_from(HEADERS))
    prefix = draw(st.sampled_from(("0c05b", "d78f1", "00000")))
    pairs: list[Pair] = []
    blocks = []
    for block in draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=max_blocks)):
        letter = draw(st.sampled_from(("", "", "", "p")))
        own = [draw(_pair(f"{prefix}-{letter}{101 + len(pairs) + index}")) for index in range(block.count("{}"))]
        pairs += own
        blocks.append(block.format(*own))
    between = draw(st.sampled_from(("\n\n", "\n", "\r\n\r\n")))
    ending = draw(st.sampled_from(("", "\n", "\n\n", " \ufeff\n")))
    return Written(header + between.join(blocks) + ending, tuple(pairs))


_PAIR = re.compile(r"<span data-ttu-id=.*?</span></span>", re.DOTALL)
_TAG = re.compile(r"</?span\b[^<>]*>")
_OPENING = re.compile(r'<span (?:data-ttu-id|class="sxs-lookup"><span data-stu-id)="[^"<>]*">')
_ID = re.compile(r"[0-9a-f]{5}-p?[0-9]+")

FRAGMENTS = (
    "<span",
    "<span>",
    "</span>",
    "</span></span>",
    '<span data-ttu-id="0c05b-101">',
    '<span data-ttu-id="0c05b-102"',
    '<span class="sxs-lookup">',
    '<span data-stu-id="0c05b-101">',
    '</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">',
    "<SPAN DATA-TTU-ID='0c05b-103'>",
    "<span data-ttu-id=&quot;0c05b-104&quot;>",
    '<span data-ttu-id=\\"0c05b-105\\">',
    "<span data-ttu-id=>",
    "&lt;span data-ttu-id=",
    "data-ttu-id",
    "sxs-lookup",
    "`",
    "```",
    "\\",
    "---\n",
    "\n---\n",
    "\n\n",
    "\r",
    "\x00",
    "\ufeff",
    "\udcff",
    "\ud800",
    ">",
    "<",
    '"',
    "&quot;",
    " ",
    "a",
    str(Pair("0c05b-101", "Uno.", "One.")),
    str(Pair("0c05b-102", "Dos.", "Two.")),
)

random_texts = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("\x00\r\n\u2028\u00a0\ufeff\ufffd`<>&\"'\\*-"),
        st.characters(categories=["Cs"]),
    ),
    max_size=20,
)
"""Any characters: controls, lone surrogates, line breaks of all kinds."""

soups = st.lists(st.one_of(st.sampled_from(FRAGMENTS), random_texts), max_size=12).map("".join)
"""Pieces of span markup and anything else, in any order."""

target_texts = st.one_of(
    st.builds("".join, st.lists(st.one_of(_words.map(lambda words: words[0]), _ornament), max_size=4)),
    random_texts,
    soups,
)
"""What somebody may want to write into a target."""


def _replaced(text: str, found: re.Match[str], new: str) -> str:
    return text[: found.start()] + new + text[found.end() :]


def _one_of(draw: st.DrawFn, pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return draw(st.sampled_from(found)) if found else None


def _drop_tag(draw: st.DrawFn, text: str) -> str:
    found = _one_of(draw, _TAG, text)
    return _replaced(text, found, "") if found else text


def _duplicate_pair(draw: st.DrawFn, text: str) -> str:
    found = _one_of(draw, _PAIR, text)
    return _replaced(text, found, found[0] + draw(st.sampled_from(("", " ", "\n\n"))) + found[0]) if found else text


def _encode_quotes(draw: st.DrawFn, text: str) -> str:
    found = _one_of(draw, _OPENING, text)
    if not found:
        return text
    encoded = draw(st.sampled_from(("&quot;", '\\"', "'")))
    which = draw(st.sampled_from((0, 1, -1)))
    if which == 0:
        return _replaced(text, found, found[0].replace('"', encoded))
    if which == 1:
        return _replaced(text, found, found[0].replace('"', encoded, 1))
    # From here to the end of a later image, as it was published.
    return text[: found.start()] + text[found.start() :].replace('"', encoded, draw(st.integers(1, 9)))


def _rewrite_tag(draw: st.DrawFn, text: str) -> str:
    found = _one_of(draw, _OPENING, text)
    if not found:
        return text
    rewrite = draw(
        st.sampled_from(
            (
                str.upper,
                lambda tag: tag.replace("<span ", '<span class="x" '),
                lambda tag: tag.replace('">', '" dir="ltr">'),
                lambda tag: tag.replace("<span ", "<span\n  "),
                lambda tag: tag.replace('="', ' = "'),
                lambda tag: tag.replace('"', ""),
                lambda tag: tag.replace('">', ">"),
                lambda tag: tag.replace("><", "> <"),
                lambda tag: tag.removesuffix(">"),
                lambda tag: tag.replace("<", "&lt;").replace(">", "&gt;"),
            )
        )
    )
    return _replaced(text, found, rewrite(found[0]))


def _change_id(draw: st.DrawFn, text: str) -> str:
    found = _one_of(draw, _ID, text)
    new = draw(st.sampled_from(("0c05b-101", "0c05b-999", "0C05B-101", "x", "", "a b", "0c05b-011")))
    return _replaced(text, found, new) if found else text


def _nest_pair(draw: st.DrawFn, text: str) -> str:
    found = _one_of(draw, re.compile(r"(?<=\d\">)"), text)
    inner = Pair("0c05b-" + draw(st.sampled_from(("101", "801", "p802"))), "dentro", "inside")
    return _replaced(text, found, str(inner)) if found else text


def _open_gap(draw: st.DrawFn, text: str) -> str:
    found = _one_of(draw, re.compile(r'(?=<span class="sxs-lookup">)'), text)
    return (
        _replaced(text, found, draw(st.sampled_from((" ", "\n", "\u00a0", "\n\n", "texto", " <br> "))))
        if found
        else text
    )


def _cut(draw: st.DrawFn, text: str) -> str:
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return draw(st.sampled_from((text[:start], text[end:], text[:start] + text[end:])))


def _insert(draw: st.DrawFn, text: str) -> str:
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.one_of(st.sampled_from(FRAGMENTS), random_texts)) + text[at:]


def _into_header(draw: st.DrawFn, text: str) -> str:
    pair = str(Pair("0c05b-901", "título", "title"))
    line = draw(
        st.sampled_from((f"title: '{pair}'", f"{pair}", 'title: "' + pair.replace('"', '\\"') + '"', "---", "- x"))
    )
    return f"---\n{line}\n" + draw(st.sampled_from(("---\n", ""))) + text


OPERATORS: tuple[Callable[[st.DrawFn, str], str], ...] = (
    _drop_tag,
    _duplicate_pair,
    _encode_quotes,
    _rewrite_tag,
    _change_id,
    _nest_pair,
    _open_gap,
    _cut,
    _insert,
    _into_header,
)


@st.composite
def damaged_texts(draw: st.DrawFn) -> str:
    """A healthy document after one to four accidents."""
    text = draw(documents()).text
    for operator in draw(st.lists(st.sampled_from(OPERATORS), min_size=1, max_size=4)):
        text = operator(draw, text)
    return text


def texts() -> st.SearchStrategy[str]:
    """Every sort of text: mostly damaged documents, some healthy ones, some soup."""
    return st.one_of(damaged_texts(), damaged_texts(), damaged_texts(), documents().map(lambda made: made.text), soups)
