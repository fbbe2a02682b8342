"""Judge: DTD and schemas. Every tree in every XML format, every layout and all inline modes.

XLIFF 2.1 is held against the rules that its schema cannot express, too, and the ids of TMX have to be unique.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from locdocs.exchange import INLINE_MODES, Summary, write
from locdocs.model import Document
from locdocs.units import InlineMode
from tests.exchange import xliff_schemas
from tests.exchange.xliff2_rules import violations
from tests.judges.judging import Places, Verdict, by_language, documents_of

__all__ = ["judge"]


class Kind(NamedTuple):
    """A way to write XML, and what it has to be valid against."""

    format: str
    layout: str
    schema: Any
    unit: str
    """The element that there is one of for each segment."""


def judge(places: Places) -> Verdict:
    kinds = list(_kinds(places.shared))
    problems: list[str] = []
    trees = files = units = 0
    everything: list[Document] = []
    for name, folder in places.trees():
        documents = documents_of(folder)
        everything += documents
        trees += 1
        for inline in INLINE_MODES:
            for kind in kinds:
                groups = by_language(documents) if kind.format == "xliff2" else [documents]
                for group in groups:
                    summary, found = _judged(kind, group, inline, places.work / "exported")
                    problems += (f"{name}, {kind.format} {kind.layout} {inline}: {problem}" for problem in found)
                    files += 1
                    units += summary.segments
        for document in documents:
            document.cache.clear()  # what the Markdown says is worked out once a tree, and need not be kept
    summary, found = _judged(kinds[0], everything, "markdown", places.work / "exported")
    problems += (f"all trees in one TMX: {problem}" for problem in found)
    return Verdict(f"{trees} trees in {files + 1} files, {units + summary.segments:,} units", problems)


def _kinds(shared: Path) -> Iterator[Kind]:
    yield Kind("tmx", "", etree.DTD(str(shared / "schemas" / "tmx14.dtd")), "{*}tu")
    yield Kind("xliff", "", xliff_schemas.strict(shared), "{*}trans-unit")
    yield Kind("xliff", "publisher", xliff_schemas.transitional(shared), "{*}trans-unit")
    yield Kind("xliff2", "", xliff_schemas.version_2(shared), "{*}segment")


def _judged(kind: Kind, documents: list[Document], inline: InlineMode, file: Path) -> tuple[Summary, list[str]]:
    """Write the documents; the summary, and what is wrong with the file."""
    summary = write(file, documents, format=kind.format, layout=kind.layout, inline=inline)
    root = etree.parse(file, etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)).getroot()
    problems = []
    if not kind.schema.validate(root):
        problems.append(f"not valid: {kind.schema.error_log.last_error}")
    elements = root.findall(f".//{kind.unit}")
    if len(elements) != summary.segments or not elements:
        problems.append(f"{len(elements)} units instead of {summary.segments}")
    if kind.format == "tmx" and len({element.get("tuid") for element in elements}) != len(elements):
        problems.append("a tuid comes twice")
    if kind.format == "xliff2":
        problems += violations(root)
    return summary, problems
