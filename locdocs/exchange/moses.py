r"""Parallel text, as Moses and OPUS have it: one segment a line, the two languages in files of their own.

``-o corpus`` makes ``corpus.en`` and ``corpus.es``, named after the languages (``corpus.en-US`` where both begin
alike), and ``corpus.ids`` with what is known of each line, between tabs:

    id, path, line, source language, target language, translation type, source commit, source hash, last hand-over,
    inline mode, kind of block, roots (JSON)

These are the columns of :mod:`locdocs.exchange.rows`; a tab, newline or backslash in one is ``\t``, ``\n``, ``\r`` or
``\\``. This is the one format that loses something: a line break inside a segment (LF, CR and whatever else some reader
ends a line at: VT, FF, FS, GS, RS, U+0085, U+2028, U+2029) becomes a space, and is counted. U+0000 and lone surrogates
(bytes of a document that were not UTF-8) become U+FFFD and are counted. There are no inline codes: ``codes`` are
written as the Markdown they are. A corpus is of one pair of languages: more than one is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from json import dumps
from typing import BinaryIO

from locdocs.exchange.characters import encoded
from locdocs.exchange.one_pair import OnePair
from locdocs.exchange.settings import Settings, Tally
from locdocs.files import Output
from locdocs.units import Unit

__all__ = ["COLUMNS", "IDS", "endings", "write"]

IDS = ".ids"
"""The ending of the file that says what the lines are."""

COLUMNS = (
    "id",
    "path",
    "line",
    "source_language",
    "target_language",
    "translation_type",
    "source_commit",
    "source_hash",
    "last_handoff",
    "inline",
    "block",
    "roots",
)
"""What stands on each line of that file."""
_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def write(batches: Iterable[Sequence[Unit]], output: Output, settings: Settings, tally: Tally) -> None:
    """Write the three files.

    :param batches: units, those of a batch with one origin.
    :param tally: gets the number of characters that became U+FFFD, and of line breaks that became spaces.
    :raises LanguageError: the units are of more than one pair of languages.
    :raises OutputError: the output is a stream.
    """
    files: list[BinaryIO] = []
    languages = OnePair("parallel text")
    for batch in batches:
        origin = batch[0].origin
        if languages.first(origin):
            names = endings(origin.source_language, origin.target_language or "")
            files = [output.open(ending) for ending in (*names, IDS)]
        columns = (
            "".join(f"{_one_line(unit.source, tally)}\n" for unit in batch),
            "".join(f"{_one_line(unit.target, tally)}\n" for unit in batch),
            "".join(f"{_known(unit, settings)}\n" for unit in batch),
        )
        for file, text in zip(files, columns, strict=True):
            file.write(encoded(text, tally))


def endings(source: str, target: str) -> tuple[str, str]:
    """How the two files end: the languages, as short as tells them apart."""
    short = source.partition("-")[0], target.partition("-")[0]
    return (f".{short[0]}", f".{short[1]}") if short[0] != short[1] else (f".{source}", f".{target}")


def _one_line(text: str, tally: Tally) -> str:
    text, count = _LINE_BREAK.subn(" ", text)
    tally.line_breaks_replaced += count
    return text


def _known(unit: Unit, settings: Settings) -> str:
    """What is known of a line, in the order of the columns."""
    origin = unit.origin
    values = (
        unit.id,
        origin.path,
        unit.line,
        origin.source_language,
        origin.target_language,
        origin.translation_type,
        origin.source_commit,
        origin.source_hash,
        origin.last_handoff,
        settings.inline,
        unit.block if settings.block_kind else None,
        dumps(settings.roots) if settings.roots else None,
    )
    return "\t".join("" if value is None else str(value).translate(_ESCAPES) for value in values)
