"""The exchange formats by name, by suffix and by content; a format's module is imported when it is used.

Another package adds a format of its own with one :class:`Format` and one line of packaging metadata::

    [project.entry-points."locdocs.exchange"]
    glossary = "acme_locdocs:GLOSSARY"      # GLOSSARY = Format("glossary", (".gls",), "acme_locdocs.glossary", "..")

The name of the entry point is the format's name. Its module holds ``write(batches, output, settings, tally)``, or
``read(file, header, faults)``, or both, as the modules of this package do. Names and suffixes of the formats here stay
theirs.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol

from locdocs.errors import UnknownFormatError
from locdocs.exchange.settings import Settings, Tally
from locdocs.files import Output
from locdocs.units import InlineMode, Unit

if TYPE_CHECKING:
    from locdocs.exchange.reading import Faults, Header

__all__ = ["ENTRY_POINTS", "FORMATS", "Format", "Reader", "Writer", "find_format", "sniff_format"]

ENTRY_POINTS = "locdocs.exchange"
"""The group of entry points by which other packages add formats."""


class Writer(Protocol):
    """What a format's module offers as ``write``."""

    def __call__(self, batches: Iterable[Sequence[Unit]], output: Output, settings: Settings, tally: Tally, /) -> None:
        """Write all batches to the output, as they come."""


class Reader(Protocol):
    """What a format's module offers as ``read``."""

    def __call__(self, file: BinaryIO, header: Header, faults: Faults, /) -> Iterator[Unit]:
        """The units of a file, as they come; the header is filled before the first one."""


class Format(NamedTuple):
    """An exchange format: its names, where its code is, how it is recognized, and what it has to be given."""

    name: str
    """What ``--format`` calls it."""
    suffixes: tuple[str, ...]
    """The file suffixes that mean it, with their dot, lower case."""
    module: str
    """The module that writes it, as ``write``."""
    title: str
    """Its name in the field, for help and messages."""
    needs_target_language: bool = True
    """Whether a unit without a target language cannot be written."""
    lines: bool = False
    """Whether the format holds the line a segment begins on."""
    reading_module: str = ""
    """The module that reads it, as ``read``, where it is not the one that writes it."""
    signature: str = ""
    """A pattern at which its content begins, after a byte order mark, white space and an XML prolog."""
    first_file: str = ""
    """What is appended to the name of the file that is opened to read it, for formats that are several files."""
    default_inline: InlineMode = "markdown"
    """How inline markup goes out where nobody says."""
    headings: bool = False
    """Whether the format groups segments by the headings they follow."""
    layouts: tuple[str, ...] = ()
    """Other ways to lay the format out, by the names that ``--layout`` knows."""
    options: tuple[str, ...] = ()
    """The settings that not every format has, but this one: ``spreadsheet_safe``, ``fuzzy_mt``."""

    @property
    def write(self) -> Writer:
        """The format's writer.

        :raises UnknownFormatError: this format can only be read.
        """
        writer: Writer | None = getattr(import_module(self.module), "write", None)
        if writer is None:
            raise UnknownFormatError(f"{self.title} can be read but not written")
        return writer

    @property
    def read(self) -> Reader:
        """The format's reader.

        :raises UnknownFormatError: this format can only be written.
        """
        reader: Reader | None = getattr(import_module(self.reading_module or self.module), "read", None)
        if reader is None:
            raise UnknownFormatError(f"{self.title} can be written but not read")
        return reader


FORMATS: dict[str, Format] = {
    known.name: known
    for known in (
        Format(
            "tmx",
            (".tmx",),
            "locdocs.exchange.tmx",
            "TMX 1.4b translation memory",
            reading_module="locdocs.exchange.tmx_reading",
            signature=r"<(?:[\w.-]+:)?tmx[\s>/]",
        ),
        Format(
            "xliff",
            (".xlf", ".xliff"),
            "locdocs.exchange.xliff",
            "XLIFF 1.2",
            reading_module="locdocs.exchange.xliff_reading",
            signature=r"<(?:[\w.-]+:)?xliff\s[^>]*?\bversion\s*=\s*[\"']1\.",
            default_inline="codes",
            layouts=("publisher",),
        ),
        Format(
            "xliff2",
            (),
            "locdocs.exchange.xliff2",
            "XLIFF 2.1",
            reading_module="locdocs.exchange.xliff2_reading",
            signature=r"<(?:[\w.-]+:)?xliff\s[^>]*?\bversion\s*=\s*[\"']2\.",
            default_inline="codes",
            headings=True,
        ),
        Format(
            "jsonl",
            (".jsonl", ".ndjson"),
            "locdocs.exchange.jsonl",
            "JSON Lines, one object a segment",
            needs_target_language=False,
            lines=True,
            reading_module="locdocs.exchange.jsonl_reading",
            signature=r"\{\s*[\"}]",
        ),
        Format(
            "po",
            (".po", ".pot"),
            "locdocs.exchange.po",
            "PO, the catalogue of gettext",
            lines=True,
            reading_module="locdocs.exchange.po_reading",
            signature=r"(?:#[^\n]*\n\s*)*msg(?:id|ctxt)\s+\"",
            options=("fuzzy_mt",),
        ),
        Format(
            "csv",
            (".csv",),
            "locdocs.exchange.csv",
            "CSV, a table with commas",
            needs_target_language=False,
            lines=True,
            options=("spreadsheet_safe",),
        ),
        Format(
            "tsv",
            (".tsv", ".tab"),
            "locdocs.exchange.tsv",
            "TSV, a table with tabs",
            needs_target_language=False,
            lines=True,
            options=("spreadsheet_safe",),
        ),
        Format(
            "xlsx",
            (".xlsx",),
            "locdocs.exchange.xlsx",
            "XLSX workbook",
            needs_target_language=False,
            lines=True,
            reading_module="locdocs.exchange.xlsx_reading",
            signature=r"PK\x03\x04",
        ),
        Format(
            "parquet",
            (".parquet",),
            "locdocs.exchange.parquet",
            "Parquet",
            lines=True,
            reading_module="locdocs.exchange.parquet_reading",
            signature="PAR1",
        ),
        Format(
            "moses",
            (),
            "locdocs.exchange.moses",
            "parallel text, one segment a line",
            lines=True,
            reading_module="locdocs.exchange.moses_reading",
            first_file=".ids",
        ),
    )
}
"""The formats of this package."""

_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>)*", re.DOTALL)


def find_format(name: str | None = None, path: PurePath | str | None = None) -> Format:
    """The format of that name, else the one that the path's suffix means.

    :raises UnknownFormatError: there is none; the message lists those there are.
    """
    if name is not None:
        found = FORMATS.get(name) or _added().get(name)
        if found is None and name in _loaded()[1]:
            raise UnknownFormatError(_loaded()[1][name])
        if found is None:
            raise UnknownFormatError(f"no exchange format is called {name!r}; there is {_names()}{_near(name)}")
        return found
    if path is None:
        raise UnknownFormatError(f"name the format: {_names()}")
    suffix = PurePath(path).suffix.lower()
    for known in _formats():
        if suffix in known.suffixes:
            return known
    problem = f"the suffix {suffix!r} means no exchange format" if suffix else "without a suffix, no format is known"
    every = [each for known in _formats() for each in known.suffixes]
    told = f"{problem}; name it ({_names()}) or use {', '.join(every)}"
    raise UnknownFormatError(told + _near(suffix, every), path=path)


def sniff_format(head: bytes) -> Format | None:
    """The format whose signature a file begins with, whatever the file is called.

    :param head: the first few thousand bytes of the file.
    """
    text = _decoded(head)
    prolog = _PROLOG.match(text)
    start = prolog.end() if prolog else 0
    for known in _formats():
        if known.signature and re.compile(known.signature).match(text, start):
            return known
    return None


def _decoded(head: bytes) -> str:
    """Text enough to recognize a format: wrong bytes do not matter."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8")):
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    for beginning, encoding in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
        if head.startswith(beginning):
            return head.decode(encoding, "replace")
    return head.decode("utf-8", "replace")


def _formats() -> Iterator[Format]:
    """All formats; other packages are not asked before those of this one are through."""
    yield from FORMATS.values()
    yield from _added().values()


def _added() -> Mapping[str, Format]:
    """The formats that other packages add, by name."""
    return _loaded()[0]


@cache
def _loaded() -> tuple[Mapping[str, Format], Mapping[str, str]]:
    """The formats that other packages add, by name, and what is wrong with those that cannot be loaded.

    One that is broken must not stop the others: who wants another format is warned and goes on.
    """
    # Imported here: the formats of this package do without.
    from importlib.metadata import entry_points  # noqa: PLC0415

    added: dict[str, Format] = {}
    broken: dict[str, str] = {}
    for point in entry_points(group=ENTRY_POINTS):
        try:
            found = point.load()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever the code of another package does
            broken[point.name] = f"the format {point.name!r} ({point.value}) cannot be loaded: {error}"
            continue
        if isinstance(found, Format):
            added[point.name] = found
        else:
            broken[point.name] = f"the format {point.name!r} ({point.value}) is not a locdocs.exchange.Format"
    for problem in broken.values():
        warnings.warn(problem, stacklevel=2)
    return added, broken


def _names() -> str:
    return ", ".join([*FORMATS, *_added()])


def _near(name: str, known: Iterable[str] = FORMATS) -> str:
    return f"; did you mean {found[0]}?" if (found := get_close_matches(name, known, n=1)) else ""
