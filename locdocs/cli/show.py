"""``locdocs show``."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

import click

from locdocs.cli.messages import examples, print_json, visible
from locdocs.cli.reading import STANDARD_STREAM, documents
from locdocs.errors import InputError, UnknownSegmentError
from locdocs.markdown import Block, structure
from locdocs.model import Document, Segment
from locdocs.parser import SOURCE_LANGUAGE

__all__ = ["command"]


class _Row(NamedTuple):
    """What is shown of a segment."""

    id: str
    number: str
    line: int
    block: str
    source: str
    target: str


@click.command(
    "show",
    epilog=examples(
        "locdocs show docs.es-es/page.md",
        "locdocs show docs.es-es/page.md#0c05b-103",
        "locdocs show docs.es-es/page.md#103",
        "locdocs show docs.es-es/page.md --format json",
    ),
)
@click.argument("file", metavar="FILE[#ID]")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(*, file: str, format_name: str) -> None:
    """Show the segments of a document as a table: number, block, source, target.

    On a terminal the texts are cut to its width; in a pipe every segment is a line with tabs between the columns. With
    the id of a segment, or its number, that segment is shown in full.
    """
    path, segment_id = _divided(file)
    [document] = documents(
        paths=(path,),
        root=None,
        no_gitignore=False,
        source_language=SOURCE_LANGUAGE,
        target_language=None,
        stdin_filename=None,
    )
    segments = document.segments if segment_id is None else _named(document, segment_id, path)
    rows = [_row(document, segment) for segment in segments]
    if format_name == "json":
        print_json([row._asdict() for row in rows])
    elif not rows:
        raise InputError("the document holds no span pair", path=path)
    elif segment_id is not None:
        for row in rows:
            _show_in_full(row)
    elif sys.stdout.isatty():
        _show_table(rows)
    else:
        click.echo("number\tblock\tsource\ttarget")
        for row in rows:
            click.echo("\t".join(map(visible, (row.number, row.block, row.source, row.target))))


def _divided(file: str) -> tuple[str, str | None]:
    """Path and segment id of an argument; a file whose name holds a ``#`` is a file."""
    path, mark, segment_id = file.rpartition("#")
    if not mark or os.path.lexists(file) or not segment_id:
        path, segment_id = file, ""
    if path != STANDARD_STREAM and os.path.isdir(path):  # noqa: PTH112
        raise InputError("is a folder; show one file", path=path)
    return path, segment_id or None


def _named(document: Document, segment_id: str, path: str) -> list[Segment]:
    found = document.segments.get(segment_id)
    matching = [found] if found else [segment for segment in document.segments if segment.number == segment_id]
    if not matching:
        numbers = [segment.number for segment in document.segments]
        advice = f"its numbers are {numbers[0]} to {numbers[-1]}" if numbers else "it holds no span pair"
        raise UnknownSegmentError(f"no segment has the id or number {segment_id!r}; {advice}", path=path)
    return matching


def _row(document: Document, segment: Segment) -> _Row:
    return _Row(
        segment.id,
        segment.number,
        document.location(segment).line,
        _block_name(structure(document).block(segment)),
        segment.source,
        segment.target,
    )


def _block_name(block: Block) -> str:
    if block.level:
        return f"{block.kind} {block.level}"
    if block.row:
        return f"{block.kind} {block.row},{block.column}"
    return block.kind


def _show_in_full(row: _Row) -> None:
    for name, value in row._asdict().items():
        click.echo(f"{name + ':':<8}{visible(str(value))}")


def _show_table(rows: list[_Row]) -> None:
    # Imported here: only people who look at a terminal need it.
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    table.add_column("number", no_wrap=True, style="dim")
    table.add_column("block", no_wrap=True)
    table.add_column("source", no_wrap=True, overflow="ellipsis", ratio=1)
    table.add_column("target", no_wrap=True, overflow="ellipsis", ratio=1)
    for row in rows:
        table.add_row(*(Text(visible(text)) for text in (row.number, row.block, row.source, row.target)))
    Console().print(table)
