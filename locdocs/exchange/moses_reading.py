"""Parallel text read: two files of lines, with or without a third that says what they are.

Any of the files says where the others are: they have all but the suffix in common. What locdocs wrote has an ``.ids``
file (:mod:`locdocs.exchange.moses`), which also says the languages. Without it there have to be two files whose
suffixes are languages; the source is the English one, else the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO

from locdocs.exchange.characters import is_utf8
from locdocs.exchange.language_tags import closest_language
from locdocs.exchange.moses import COLUMNS, IDS, endings
from locdocs.exchange.reading import Faults, Header
from locdocs.exchange.rows import RowReading
from locdocs.units import Unit

__all__ = ["read"]

_LANGUAGE = re.compile(r"\.[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_ESCAPED = re.compile(r"\\([\\tnr])")
_MEANT = {"\\": "\\", "t": "\t", "n": "\n", "r": "\r"}


def read(file: BinaryIO, header: Header, faults: Faults) -> Iterator[Unit]:
    """The units of parallel text.

    :param file: any of its files, opened by its path.
    :param header: gets inline mode and roots.
    :param faults: get a line that is not UTF-8, or of which something else than the texts cannot be read.
    :raises ExchangeError: the other files are not there, or they have not the same number of lines.
    """
    base = Path(file.name).with_suffix("")
    ids = base.with_name(base.name + IDS)
    with ExitStack() as stack:
        lines = stack.enter_context(ids.open("rb")) if ids.is_file() else None
        known = _known(lines.readline()) if lines is not None else {}
        languages, paths = _texts(base, known, faults)
        files: list[BinaryIO] = [stack.enter_context(path.open("rb")) for path in paths]
        if lines is not None:
            lines.seek(0)
            files.append(lines)
        yield from RowReading(header, faults).units(_rows(files, languages, faults))


def _texts(base: Path, known: Mapping[str, str], faults: Faults) -> tuple[Mapping[str, str], list[Path]]:
    """The languages, as values of a row, and the files of source and target."""
    languages = {name: known[name] for name in ("source_language", "target_language") if known.get(name)}
    if len(languages) == 2:
        paths = [base.with_name(base.name + ending) for ending in endings(*languages.values())]
        if all(path.is_file() for path in paths):
            return languages, paths
    found = sorted(
        path
        for path in base.parent.iterdir()
        if path.with_suffix("") == base and path.suffix != IDS and _LANGUAGE.fullmatch(path.suffix) and path.is_file()
    )
    if len(found) != 2:
        names = ", ".join(path.name for path in found) or "none"
        raise faults.fatal(f"parallel text is two files {base.name}.LANGUAGE; there is {names}")
    tags = [path.suffix[1:] for path in found]
    source = closest_language("en", tags) or 0
    return {"source_language": tags[source], "target_language": tags[1 - source]}, [found[source], found[1 - source]]


def _rows(
    files: Iterable[BinaryIO], languages: Mapping[str, str], faults: Faults
) -> Iterator[tuple[int, Mapping[str, str]]]:
    for number, lines in enumerate(zip_longest(*files), 1):
        if None in lines:
            raise faults.fatal("the files have not the same number of lines: one of them ends before this", line=number)
        source, target, *known = lines
        row = {**languages, **_known(*known), "source": _text(source), "target": _text(target)}
        if is_utf8("".join(row.values())):
            yield number, row
        else:
            faults.report("is not UTF-8", line=number)


def _known(line: bytes = b"") -> dict[str, str]:
    """What the third file says of a line, as values of a row."""
    cells = _text(line).split("\t")
    return {
        name: _ESCAPED.sub(lambda found: _MEANT[found[1]], cell)
        for name, cell in zip(COLUMNS, cells, strict=False)
        if cell
    }


def _text(line: bytes) -> str:
    """A line without its end; what is no UTF-8 becomes surrogates."""
    return line.decode("utf-8", "surrogateescape").removesuffix("\n").removesuffix("\r")
