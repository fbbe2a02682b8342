"""How fast TMX and XLIFF are written from documents in memory: with each inline mode, and against translate-toolkit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import locdocs
from locdocs.exchange import write
from locdocs.model import Document
from tests.benchmarks.measure import Corpus, Row, median_times

__all__ = ["CASES", "MODES", "TOOLKIT", "rows", "tables"]

MODES = ("markdown", "plain", "codes")
LEAST_TOOLKIT = {"tmx": 15, "xliff": 15, "xliff2": 15}
MOST_CODES = 3.0


class _Nowhere(BytesIO):
    """Takes a file and keeps nothing, as an export holds nothing of what it has written.

    To find memory for 20 MB takes the system about a quarter of the time in which they are written, or none at all,
    depending on what ran before.
    """

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        return len(data)


def _writer(name: str, inline: str) -> Callable[[Sequence[Document]], None]:
    def run(documents: Sequence[Document]) -> None:
        write(_Nowhere(), documents, format=name, inline=inline)  # type: ignore[arg-type]
        if inline != "markdown":
            for document in documents:
                document.cache.clear()  # else the structure would be worked out in the first round only

    return run


def _toolkit_tmx(documents: Sequence[Document]) -> None:
    made = import_module("translate.storage.tmx").tmxfile(sourcelanguage="en-US")
    for document in documents:
        for segment in document:
            made.addtranslation(segment.source, "en-US", segment.target, "es-ES")
    made.serialize(_Nowhere())


def _toolkit(module: str, store: str) -> Callable[[Sequence[Document]], None]:
    def run(documents: Sequence[Document]) -> None:
        storage = import_module(f"translate.storage.{module}")
        made = getattr(storage, store)(sourcelanguage="en-US", targetlanguage="es-ES")
        for document in documents:
            for segment in document:
                unit = made.addsourceunit(segment.source)
                unit.target = segment.target
        made.serialize(_Nowhere())

    return run


CASES: dict[str, dict[str, Callable[[Sequence[Document]], None]]] = {
    name: {mode: _writer(name, mode) for mode in MODES} for name in ("tmx", "xliff", "xliff2")
}
TOOLKIT = {
    "tmx": _toolkit_tmx,
    "xliff": _toolkit("xliff", "xlifffile"),
    "xliff2": _toolkit("xliff2", "Xliff2File"),
}


def rows(documents: Sequence[Document], rounds: int) -> Iterator[Row]:
    """Times, and their ratio: translate-toolkit's to the same texts as they are, the others to the plain ones."""
    for name, cases in CASES.items():
        runs: dict[str, Callable[[], object]] = {mode: partial(run, documents) for mode, run in cases.items()}
        if find_spec("translate") is not None:
            runs["translate-toolkit"] = partial(TOOLKIT[name], documents)
        times = median_times(runs, rounds)
        for mode, taken in times.items():
            if mode in cases:
                limit = f"at most {MOST_CODES}" if mode == "codes" else ""
                yield Row(f"locdocs, {name}, {mode}", taken, f"{taken / times['plain']:.2f}", limit)
            else:
                ratio = f"{taken / times['markdown']:.1f}"
                yield Row(f"{mode}, {name}", taken, ratio, f"at least {LEAST_TOOLKIT[name]}")


def tables(paths: list[Path], corpus: Corpus, *, rounds: int = 3) -> Iterator[tuple[str, list[Row]]]:
    """The table of this module, with its title."""
    pages = zip(paths, corpus.data, strict=True)
    documents = [locdocs.parse(data, path=path, target_language="es-ES") for path, data in pages]
    # XLIFF 2 has one target language a file.
    documents = [replace(document, target_language="es-ES", cache={}) for document in documents if len(document)]
    yield f"Writing {sum(map(len, documents)):,} segments from memory", list(rows(documents, rounds))
