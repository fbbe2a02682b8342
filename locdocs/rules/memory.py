"""A translation memory to compare targets with: in a temporary file, whatever its size."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from locdocs.units import Unit

if TYPE_CHECKING:
    from sqlite3 import Connection

__all__ = ["Memory", "words_alone"]

_LINK = re.compile(r"!?\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_MARKUP = re.compile(r"\\(?=[!-/:-@\[-`{-~])|[*`]|(?<!\w)_+|_+(?!\w)")
_LOOSE = re.compile(r"[\s\[\]()!<>\\*_`]+")
_CACHE_KIB = 16 * 1024

Row = tuple[int, str, int, str]


class Memory:
    """The units of translation memories, by source.

    Texts are compared by their words alone (:func:`words_alone`): what one program writes as code, bold or a link, and
    another as plain text, is the same. Units whose source or target has none are left out.
    """

    def __init__(self, units: Iterable[Unit]) -> None:
        # Imported here: most runs have no memory.
        import sqlite3  # noqa: PLC0415

        # Without a name the database is a temporary file, which is gone when it is closed. Only one thread at a time
        # asks for diagnostics, but it need not be the one that asked first.
        self._database: Connection = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        run = self._database.execute
        run(f"PRAGMA cache_size = -{_CACHE_KIB}")
        run("PRAGMA journal_mode = OFF")
        run("PRAGMA synchronous = OFF")
        run("CREATE TABLE unit (source INTEGER, language TEXT, target INTEGER, text TEXT)")
        run("BEGIN")
        # The target languages that there are, and those asked for: as first written, by how they are compared.
        self._held: dict[str, str] = {}
        self._asked: dict[str, str] = {}
        self._database.executemany("INSERT INTO unit VALUES (?, ?, ?, ?)", _rows(units, self._held))
        run("COMMIT")
        run("CREATE INDEX by_source ON unit (source)")

    def others(self, source: str, target: str, language: str | None) -> tuple[str, ...]:
        """The targets that the memory has for a source and a language, if the given one is not among them.

        :param language: the target language. A unit counts where its language is the same, or one of the two says less
            (``es`` and ``es-ES``), or it says none.
        """
        words = words_alone(source)
        if not words:
            return ()
        asked = _language(language)
        self._asked.setdefault(asked, language or "unknown")
        found = self._database.execute(
            "SELECT language, target, text FROM unit WHERE source = ? ORDER BY rowid", (_number(words),)
        ).fetchall()
        known = {number: text for tag, number, text in reversed(found) if _is_for(tag, asked)}
        if not known or _number(words_alone(target)) in known:
            return ()
        # Plain text may look like a link that it never was: rarely reached, so this may take its time.
        own = _spellings(target)
        if any(own & _spellings(text) for text in known.values()):
            return ()
        return tuple(reversed(known.values()))

    @property
    def idle(self) -> str | None:
        """One sentence where targets were asked for, and the memory has no unit in any of their languages."""
        if not self._asked or any(_is_for(held, asked) for held in self._held for asked in self._asked):
            return None
        wanted = ", ".join(sorted(self._asked.values()))
        held = f"its target language is {', '.join(sorted(self._held.values()))}" if self._held else "it holds no pairs"
        return f"the memory has nothing for the target language of the documents, {wanted}: {held}"

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def words_alone(text: str) -> str:
    """What is left of a text without inline markup, escapes, entities and more than single spaces."""
    if "[" in text:
        text = _LINK.sub(r"\1", text)
    if "<" in text:
        text = _TAG.sub("", text)
    text = _MARKUP.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def _spellings(text: str) -> set[str]:
    """A text without spaces and the marks of links, with and without their destinations."""
    return {_LOOSE.sub("", each) for each in (words_alone(text), html.unescape(text))}


def _rows(units: Iterable[Unit], languages: dict[str, str]) -> Iterator[Row]:
    for unit in units:
        source, target = words_alone(unit.source), words_alone(unit.target)
        if source and target:
            # A lone surrogate, which no database takes, is only shown.
            text = " ".join(unit.target.split()).encode("utf-8", "replace").decode()
            language = _language(unit.target_language)
            languages.setdefault(language, unit.target_language or "")
            yield _number(source), language, _number(target), text


def _number(text: str) -> int:
    """64 bits that stand for a text, as databases count."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _language(tag: str | None) -> str:
    return (tag or "").strip().replace("_", "-").lower()


@lru_cache(maxsize=1000)
def _is_for(tag: str, asked: str) -> bool:
    return not tag or tag == asked or (bool(asked) and (tag.startswith(f"{asked}-") or asked.startswith(f"{tag}-")))
