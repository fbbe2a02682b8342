"""The exchange formats by name and by suffix; a format's module is imported when it is used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple, Protocol

from locdocs.errors import UnknownFormatError
from locdocs.exchange.settings import Settings, Tally
from locdocs.files import Output
from locdocs.units import Unit

__all__ = ["FORMATS", "Format", "Writer", "find_format"]


class Writer(Protocol):
    """What a format's module offers as ``write``."""

    def __call__(self, batches: Iterable[Sequence[Unit]], output: Output, settings: Settings, tally: Tally, /) -> None:
        """Write all batches to the output, as they come."""


class Format(NamedTuple):
    """An exchange format: its names, where its code is, and what it has to be given."""

    name: str
    """What ``--format`` calls it."""
    suffixes: tuple[str, ...]
    """The file suffixes that mean it, with their dot, lower case."""
    module: str
    """The module that writes it."""
    title: str
    """Its name in the field, for help and messages."""
    needs_target_language: bool = True
    """Whether a unit without a target language cannot be written."""
    lines: bool = False
    """Whether the format holds the line a segment begins on."""

    @property
    def write(self) -> Writer:
        """The format's writer."""
        writer: Writer = import_module(self.module).write
        return writer


FORMATS: dict[str, Format] = {
    known.name: known
    for known in (
        Format("tmx", (".tmx",), "locdocs.exchange.tmx", "TMX 1.4b translation memory"),
        Format(
            "jsonl",
            (".jsonl", ".ndjson"),
            "locdocs.exchange.jsonl",
            "JSON Lines, one object a segment",
            needs_target_language=False,
            lines=True,
        ),
    )
}


def find_format(name: str | None = None, path: PurePath | str | None = None) -> Format:
    """The format of that name, else the one that the path's suffix means.

    :raises UnknownFormatError: there is none; the message lists those there are.
    """
    if name is not None:
        if name in FORMATS:
            return FORMATS[name]
        raise UnknownFormatError(f"no exchange format is called {name!r}; there is {_names()}")
    if path is None:
        raise UnknownFormatError(f"name the format: {_names()}")
    suffix = PurePath(path).suffix.lower()
    for known in FORMATS.values():
        if suffix in known.suffixes:
            return known
    problem = f"the suffix {suffix!r} means no exchange format" if suffix else "without a suffix, no format is known"
    raise UnknownFormatError(f"{problem}; name it ({_names()}) or use {_suffixes()}", path=path)


def _names() -> str:
    return ", ".join(FORMATS)


def _suffixes() -> str:
    return ", ".join(suffix for known in FORMATS.values() for suffix in known.suffixes)
