"""Units back from an exchange file, whoever wrote it.

``read_units`` is the way in. A format's module holds ``read(file, header, faults)``: a generator that yields units as
the file gives them and keeps nothing. Before its first unit it fills the :class:`Header` with what the file says of
itself. A row or element that is wrong goes to :class:`Faults` and the rest is read; a file that cannot be read at all
raises :class:`~locdocs.errors.ExchangeError`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path, PurePath
from typing import BinaryIO

from locdocs.errors import ExchangeError, InputError, UnknownFormatError
from locdocs.exchange.registry import Format, find_format, sniff_format
from locdocs.units import InlineMode, Origin, Unit

__all__ = ["Faults", "Header", "UnitFile", "read_units"]

_HEAD = 1 << 16
"""Bytes of a file that are looked at to recognize its format."""


@dataclass(slots=True)
class Header:
    """What an exchange file says of itself, as far as it says anything."""

    inline: InlineMode | None = None
    """How inline markup stands in the texts; ``None`` where the file does not say."""
    roots: tuple[str, ...] = ()
    """The folders or files that the paths of documents are relative to."""
    tool: str | None = None
    """The program that wrote the file."""


class Faults:
    """Where a reader reports what it has to leave out.

    :param path: the file that is read, for the messages.
    :param strict: raise the first fault instead of reading on.
    :param on_error: is handed each fault as it is found.
    """

    def __init__(
        self,
        path: PurePath | str | None = None,
        *,
        strict: bool = False,
        on_error: Callable[[ExchangeError], None] | None = None,
    ) -> None:
        self.path = path
        self._strict = strict
        self._on_error = on_error

    def report(self, message: str, *, line: int | None = None) -> None:
        """A row or element that is wrong and is left out.

        :param line: the line of the exchange file, or the row of a table, counted from 1.
        :raises ExchangeError: the reading is strict.
        """
        error = ExchangeError(message, path=self.path, line=line)
        if self._strict:
            raise error
        if self._on_error is not None:
            self._on_error(error)

    def fatal(self, message: str, *, line: int | None = None) -> ExchangeError:
        """The error to raise where the whole file cannot be read."""
        return ExchangeError(message, path=self.path, line=line)


class UnitFile:
    """The units of an exchange file, read from it each time they are asked for.

    ``inline``, ``roots`` and ``tool`` are what the file says of itself; asking for them reads its beginning.
    """

    def __init__(
        self,
        path: Path,
        format: Format,  # noqa: A002 - the one spelling for any format
        *,
        strict: bool = False,
        on_error: Callable[[ExchangeError], None] | None = None,
    ) -> None:
        self.path = path
        """The file."""
        self.faults: list[ExchangeError] = []
        """What was left out of the last reading, where nobody else was told (``on_error``)."""
        self._format = format
        self._strict = strict
        self._on_error = on_error
        self._header: Header | None = None

    def __repr__(self) -> str:
        return f"<UnitFile {self.path}: {self._format.name}>"

    @property
    def format(self) -> str:
        """The name of the file's format."""
        return self._format.name

    @property
    def inline(self) -> InlineMode | None:
        """How inline markup stands in the texts; ``None`` where the file does not say."""
        return self._known_header().inline

    @property
    def roots(self) -> tuple[str, ...]:
        """The folders or files that the paths of documents are relative to; empty where the file does not say."""
        return self._known_header().roots

    @property
    def tool(self) -> str | None:
        """The program that wrote the file; ``None`` where it does not say."""
        return self._known_header().tool

    def __iter__(self) -> Iterator[Unit]:
        """The units, in the order of the file.

        :raises ExchangeError: the file cannot be read; or, strictly, a row of it is wrong.
        :raises InputError: it is not there, or may not be read.
        """
        self.faults = []
        faults = Faults(self.path, strict=self._strict, on_error=self._on_error or self.faults.append)
        header = Header()
        with closing(self._read(header, faults)) as units:
            first = next(units, None)
            self._header = header
            if first is not None:
                found = chain([first], units)
                yield from found if header.inline is None else _of_mode(found, header.inline)

    def _known_header(self) -> Header:
        if self._header is None:
            header = Header()
            with closing(self._read(header, Faults(self.path))) as units:
                next(units, None)
            self._header = header
        return self._header

    def _read(self, header: Header, faults: Faults) -> Generator[Unit, None, None]:
        reader = self._format.read
        with _opened(self.path) as file:
            yield from reader(file, header, faults)


def read_units(
    path: PurePath | str,
    *,
    format: str | None = None,  # noqa: A002 - the one spelling for any format
    strict: bool = False,
    on_error: Callable[[ExchangeError], None] | None = None,
) -> UnitFile:
    """The units of an exchange file, from this or another program.

    The texts come back as they stand in a document where the file holds its markup: inline codes become the markup they
    stand for. A unit of several target languages gives one unit for each. ``unit.id`` is empty and ``unit.path`` is
    ``None`` where the file says nothing of them.

    :param path: the file; for a format of several files, any of them or the name they have in common.
    :param format: a name from :data:`~locdocs.exchange.FORMATS`; else the content of the file says, else its suffix.
    :param strict: raise at the first row or element that is wrong, instead of leaving it out.
    :param on_error: is handed what was left out; else :attr:`UnitFile.faults` lists it.
    :return: iterable again and again; the file is read as it is iterated, in flat memory. ``unit.origin.inline`` is the
        inline mode of the file.
    :raises UnknownFormatError: no such format, or nothing says what the format is.
    :raises InputError: the file is not there, or may not be read.
    """
    file = Path(path)
    chosen = find_format(format) if format is not None else None
    if not file.exists():
        named = chosen or _by_suffix(file)
        if named is not None and named.first_file and (first := file.with_name(file.name + named.first_file)).exists():
            return UnitFile(first, named, strict=strict, on_error=on_error)
    with _opened(file) as opened:
        head = opened.read(_HEAD)
    return UnitFile(file, chosen or sniff_format(head) or find_format(path=file), strict=strict, on_error=on_error)


def _of_mode(units: Iterable[Unit], mode: InlineMode) -> Iterator[Unit]:
    """Units that carry the inline mode of their file: who takes some of them out of it still knows."""
    given: Origin | None = None
    origin: Origin | None = None
    for unit in units:
        own = unit.origin
        if own.inline == mode:  # the reader gave it to all of a document at once
            yield unit
            continue
        if origin is None or own is not given:
            given, origin = own, replace(own, inline=mode)
        yield unit._replace(origin=origin)


def _by_suffix(file: Path) -> Format | None:
    try:
        return find_format(path=file)
    except UnknownFormatError:
        return None


def _opened(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", path=file) from None
