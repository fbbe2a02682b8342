"""Every document of a corpus as XLIFF, held against the schemas, the rules beyond them, and what it was.

``python -m tests.judges.xliff [--every N] CORPUS SHARED``: the folder of published trees, and the one with the schemas.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from locdocs.corpus import read_tree
from locdocs.exchange import INLINE_MODES, Filters, read_units, write
from locdocs.model import Document
from locdocs.units import InlineMode, units_of
from tests.exchange import xliff_schemas
from tests.exchange.xliff2_rules import violations

__all__ = ["KINDS", "Kind", "documents", "problems", "schemas"]

EVERYTHING = Filters(contaminated=True)


class Kind(NamedTuple):
    """A way to write XLIFF."""

    format: str
    layout: str = ""


KINDS = (Kind("xliff"), Kind("xliff", "publisher"), Kind("xliff2"))


def schemas(shared: Path) -> dict[Kind, Any]:
    """What each kind has to be valid against."""
    makers = (xliff_schemas.strict, xliff_schemas.transitional, xliff_schemas.version_2)
    return {kind: make(shared) for kind, make in zip(KINDS, makers, strict=True)}


def documents(corpus: Path, every: int = 1) -> Iterator[Document]:
    """The documents of all trees, or one of so many; those without a language are given one."""
    for folder in sorted(corpus.glob("*/bilingual")):
        for index, document in enumerate(read_tree(folder, target_language="es-ES")):
            if index % every == 0 and any(segment.source and segment.target for segment in document):
                yield document


def problems(
    document: Document, file: Path, known: Mapping[Kind, Any], modes: Iterable[InlineMode] = INLINE_MODES
) -> Iterator[str]:
    """What is wrong with the exports of a document; nothing, if all is well.

    :param file: where to write them.
    """
    for mode in modes:
        expected = [unit[:3] for unit in units_of(document, inline=mode) if unit.source and unit.target]
        for kind in KINDS:
            write(file, document, format=kind.format, layout=kind.layout, inline=mode, filters=EVERYTHING)
            name = f"{document.path}, {' '.join(kind)}, {mode}"
            root = etree.parse(file).getroot()
            if not known[kind].validate(root):
                yield f"{name}: {known[kind].error_log.last_error}"
            if kind.format == "xliff2":
                yield from (f"{name}: {problem}" for problem in violations(root))
            if [unit[:3] for unit in read_units(file, strict=True)] != expected:
                yield f"{name}: it does not come back as it was"


def main() -> None:
    """Print what is wrong, and how much was looked at."""
    parser = argparse.ArgumentParser(prog="python -m tests.judges.xliff", description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--every", type=int, default=1, help="look at one document of so many")
    options = parser.parse_args()
    known = schemas(options.shared)
    count: Counter[str] = Counter()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for document in documents(options.corpus, options.every):
            count.update(documents=1, segments=len(document))
            for problem in problems(document, Path(folder, "a.xlf"), known):
                count.update(problems=1)
                print(problem, flush=True)
    exports = len(KINDS) * len(INLINE_MODES)
    print(
        f"{count['documents']} documents, {count['segments']} segments, {exports} exports of each: "
        f"{count['problems']} problems, {time.perf_counter() - started:.0f} s"
    )
    if count["problems"] or not count["documents"]:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
