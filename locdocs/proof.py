"""Proof that the sources of a document are the English file it was made from.

``ms.openlocfilehash`` is the SHA-1 of the English file's bytes (docs/format.md, "Front matter"). Where the source view
of a document hashes to it, with LF or CRLF line breaks, every source is proved to the letter.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from locdocs.asterisks import ESCAPED
from locdocs.front_matter import find_header
from locdocs.model import Document, expect_document
from locdocs.projection import project
from locdocs.text import decode, encode
from locdocs.views import render

__all__ = ["Proof", "hashes_of", "prove"]

_IMAGE = re.compile(r"!\[[^\]]|\b(?:alt|alt-text|title)\s*=\s*[\"'][^\"']", re.IGNORECASE)
_ANCHOR = re.compile(r"""^(#{1,6}[ \t]*+)<a name="[^"<>&\r\n]*+"></a>""", re.MULTILINE)
_ADDED_BLANK = re.compile(r"(?<=[*_)\]]) (?=[.,;:])")

Verdict = Literal["proved", "proved but for", "disproved", "not provable"]


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of an attempt at proof; true when it is proved, be it but for what the format does not keep."""

    verdict: Verdict
    reason: str
    """One sentence for people: why, and what would help."""
    exceptions: tuple[str, ...] = ()
    """With ``proved but for``: what differs, all of it things that the format does not keep."""

    def __bool__(self) -> bool:
        return self.verdict in ("proved", "proved but for")


def prove(document: Document, *, original: str | bytes | None = None) -> Proof:
    """Whether the sources of a document are the English file that ``ms.openlocfilehash`` names.

    Without the original this can be shown only for a document whose header holds localization keys and nothing else:
    other headers have a title and description that the file no longer holds in English.

    :param original: the English file, which must itself hash right; then differences are named.
    """
    expect_document(document)
    wanted = document.front_matter.localization.source_hash
    if wanted is None:
        return Proof("not provable", "the header has no ms.openlocfilehash")
    if original is not None:
        return _prove_with(document, original, wanted)
    if not document.front_matter.localization_only:
        return Proof(
            "not provable",
            "the English title and description are not in this file; give the English original",
        )
    if any(wanted in hashes_of(view) for view in _source_views(document)):
        return Proof("proved", "the source view hashes to ms.openlocfilehash")
    if _IMAGE.search(project(document, "source").text):
        return Proof(
            "not provable",
            "the texts of images stand outside of the pairs, in the target language; give the English original",
        )
    return Proof(
        "disproved",
        "the source view does not hash to ms.openlocfilehash; give the English original to see whether it is only what "
        "the format does not keep (tabs, no-break spaces, soft wraps, alternative texts)",
    )


def _source_views(document: Document) -> Iterator[str]:
    """The source view, and other ways to write what the format leaves open: one that hashes right is the right one."""
    source = project(document, "source")
    # Nearly always this is it, and found without the parser.
    yield _ANCHOR.sub(r"\1", source.text[source.body_start :])
    view = render(document, "source")
    verbatim = render(document, "source", verbatim=True)
    views = dict.fromkeys((view, verbatim, ESCAPED.sub("*", verbatim)))
    yield from views
    # A blank behind emphasis or a link that the English has not: now and then the format adds one.
    yield from (_ADDED_BLANK.sub("", text) for text in views)


def hashes_of(text: str | bytes) -> set[str]:
    """SHA-1 of a text as it is, with LF and with CRLF line breaks: 40 hexadecimal digits each."""
    data = encode(text) if isinstance(text, str) else text
    unix = data.replace(b"\r\n", b"\n")
    forms = (data, unix, unix.replace(b"\n", b"\r\n"))
    return {hashlib.sha1(form, usedforsecurity=False).hexdigest() for form in forms}


def _prove_with(document: Document, original: str | bytes, wanted: str) -> Proof:
    if wanted not in hashes_of(original):
        return Proof("not provable", "the English original given does not hash to ms.openlocfilehash: another version")
    english = _body(decode(original) if isinstance(original, bytes) else original)
    ours = _body(render(document, "source", original=original))
    for count in range(len(_NOT_KEPT) + 1):
        for names in combinations(_NOT_KEPT, count):
            if _without(ours, names) == _without(english, names):
                if not names:
                    return Proof("proved", "the source view equals the English original")
                return Proof("proved but for", f"differs only in {', '.join(names)}", names)
    everything = tuple(_NOT_KEPT)
    place = _first_difference(_without(ours, everything), _without(english, everything))
    return Proof("disproved", f"the sources differ from the English original, first at: {place}")


def _body(text: str) -> str:
    """A source text without header and without the blank lines after it, with LF line breaks."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return text[find_header(text).end :].lstrip("\n")


def _without(text: str, names: tuple[str, ...]) -> str:
    for name in names:
        text = _NOT_KEPT[name](text)
    return text


def _without_white_space(text: str) -> str:
    # \s covers tabs, no-break spaces and line breaks; soft-wrapped lines of a quote lose their ">" with the line.
    return re.sub(r"\s+", "", re.sub(r"(?m)^[ \t]*(?:>[ \t]?)+", "", text))


def _without_image_texts(text: str) -> str:
    text = re.sub(r"!\[(?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*+\])*+\])*+\]", "![]", text)
    return re.sub(r"""\b(alt|title|alt-text)=("[^"]*+"|'[^']*+')""", r"\1=", text, flags=re.IGNORECASE)


def _without_locale(text: str) -> str:
    return text.replace("/en-us/", "/").replace("/en-US/", "/")


# The order matters: image texts are found before their white space is gone.
_NOT_KEPT: dict[str, Callable[[str], str]] = {
    "alternative texts": _without_image_texts,
    "the locale in links": _without_locale,
    "white space": _without_white_space,
}


def _first_difference(ours: str, english: str) -> str:
    pairs = enumerate(zip(ours, english, strict=False))
    index = next((index for index, (a, b) in pairs if a != b), min(len(ours), len(english)))
    return repr(ours[max(index - 20, 0) : index + 20])
