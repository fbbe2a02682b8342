"""``locdocs export``."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple, Unpack

import click

from locdocs.cli.filtering import Filtering, filter_options, filters_of, reading_of
from locdocs.cli.messages import counted, examples, note
from locdocs.cli.originals import Originals, only_files, opened_originals, tell_of_originals
from locdocs.cli.progress import watched
from locdocs.cli.reading import STANDARD_STREAM, Reading, documents, reading_options, refuse_input_as_output
from locdocs.cli.unreadable import Unreadable
from locdocs.corpus import Tree
from locdocs.exchange import FORMATS, INLINE_MODES, Format, Summary, find_format, write, write_joined
from locdocs.model import Document
from locdocs.paths import root_names
from locdocs.units import InlineMode

__all__ = ["command"]


class _Options(Reading, Filtering):
    """The values of the options that other modules declare."""


@click.command(
    "export",
    epilog=examples(
        "locdocs export docs.es-es -o memory.tmx",
        "locdocs export docs.es-es -o pairs.jsonl --block-kind",
        "locdocs export docs.es-es/page.md -o page.xlf",
        "locdocs export docs.es-es docs.de-de -o memory.tmx --best-target --inline plain",
        "locdocs export docs.es-es --format jsonl -o - | head -n 3",
        "locdocs export docs.es-es docs.ja-jp --multilingual -o memory.tmx",
        "locdocs export docs.es-es -o human.tmx --translation-type HT --min-words 3 --without IC,TX003",
        "git show HEAD:docs/page.md | locdocs export - --stdin-filename docs/page.md -o page.tmx",
    ),
)
@reading_options
@click.option("-o", "--output", metavar="FILE", default="-", help='The file to write, "-" for standard output.')
@click.option("--format", "format_name", metavar="|".join(FORMATS), help="Default: what the suffix of FILE means.")
@click.option(
    "--inline",
    type=click.Choice(INLINE_MODES),
    help="Markup in the texts: as it is, left out, or marked as inline codes. Default: codes in XLIFF, else markdown.",
)
@click.option(
    "--layout", default="", metavar="publisher", help="XLIFF 1.2 as the publisher of the documents lays it out."
)
@click.option("--block-kind", is_flag=True, help="Say for each segment where it stands: heading, table cell, ..")
@click.option("--dedupe", is_flag=True, help="Each source and target once.")
@click.option(
    "--best-target",
    is_flag=True,
    help="Each source once: a human's target before a machine's, then the most frequent, then the first. Reads the "
    "documents twice.",
)
@click.option(
    "--spreadsheet-safe",
    is_flag=True,
    help="CSV and TSV: keep spreadsheets from taking a cell for a formula. Reading the file undoes it.",
)
@click.option("--fuzzy-mt", is_flag=True, help="PO: mark what a machine translated as fuzzy.")
@click.option(
    "--multilingual",
    is_flag=True,
    help="Join the same pages in several languages, a folder for each: one source with all its targets.",
)
@click.option(
    "--source-repo",
    metavar="DIR",
    help="The English side, a git checkout or a folder: with it titles and descriptions go out, too.",
)
@filter_options
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress.")
def command(
    *,
    output: str,
    format_name: str | None,
    inline: InlineMode | None,
    layout: str,
    block_kind: bool,
    dedupe: bool,
    best_target: bool,
    spreadsheet_safe: bool,
    fuzzy_mt: bool,
    multilingual: bool,
    source_repo: str | None,
    quiet: bool,
    **options: Unpack[_Options],
) -> int:
    """Write the pairs of documents to an exchange file: a TMX translation memory, XLIFF, JSON Lines, ..

    Pairs without a source or without a target are left out, and the summary counts them. The same input gives the same
    bytes. The file appears when all of it is written; a run that fails leaves what was there before. A document that
    cannot be read is told and left out of the file: exit code 2.
    """
    reading = reading_of(options)
    filters = filters_of(options)
    to_stream = output == STANDARD_STREAM
    chosen = find_format(format_name, None if to_stream else output)
    _refuse_foreign(chosen, layout, spreadsheet_safe=spreadsheet_safe, fuzzy_mt=fuzzy_mt)
    if not to_stream:
        refuse_input_as_output(output, reading["paths"])
    unread = Unreadable()
    on_error = unread.among(reading["paths"])
    destination: str | BinaryIO = sys.stdout.buffer if to_stream else output
    if multilingual:
        if best_target or layout or fuzzy_mt or source_repo:
            raise click.UsageError("--multilingual goes without --best-target, --layout, --fuzzy-mt and --source-repo.")
        folders = [_outgoing(reading | {"paths": (path,)}, on_error) for path in reading["paths"]]
        summary = write_joined(
            destination,
            [watched(folder.documents, "Exporting", quiet=quiet) for folder in folders],
            format=format_name,
            inline=inline,
            block_kind=block_kind,
            dedupe=dedupe,
            filters=filters,
            roots=[root for folder in folders for root in folder.roots],
            spreadsheet_safe=spreadsheet_safe,
        )
    else:
        found = _outgoing(reading, on_error)
        english = _english(source_repo, found) if source_repo else None
        summary = write(
            destination,
            watched(found.documents, "Exporting", quiet=quiet),
            format=format_name,
            inline=inline,
            block_kind=block_kind,
            dedupe=dedupe,
            best_target=best_target,
            layout=layout,
            roots=found.roots,
            spreadsheet_safe=spreadsheet_safe,
            fuzzy_mt=fuzzy_mt,
            filters=filters,
            english=english,
        )
        if english and not quiet:
            tell_of_originals(english, source_repo)
    if not quiet:
        note(_told(summary, "standard output" if to_stream else output) + unread.told("unreadable and left out"))
    return unread.code


def _refuse_foreign(chosen: Format, layout: str, **options: bool) -> None:
    """Refuse options that the format does not have."""
    if layout and layout not in chosen.layouts:
        raise click.UsageError(f"{chosen.title} has no layout {layout!r}.")
    for option, given in options.items():
        if given and option not in chosen.options:
            raise click.UsageError(f"{chosen.title} has no --{option.replace('_', '-')}.")


class _Outgoing(NamedTuple):
    """Documents, named as files carry them."""

    documents: Tree | list[Document]
    roots: tuple[str, ...]
    """The names of the folders that their paths are relative to."""
    base: Path | None
    """Where that folder is, if there is one."""


def _outgoing(reading: Reading, on_error: Unreadable | None) -> _Outgoing:
    found = documents(on_error, **reading)
    if isinstance(found, Tree):
        tree = found.portable()
        return _Outgoing(tree, tree.roots, tree.base)
    # Standard input is called as the file of that name would be.
    [document] = found
    if document.path is None:
        return _Outgoing(found, (), None)
    folder = Path.cwd() / document.path.parent
    return _Outgoing([replace(document, path=PurePosixPath(document.path.name))], root_names([folder]), folder)


def _english(folder: str, found: _Outgoing) -> Originals:
    named = only_files(found.documents)
    return click.get_current_context().with_resource(opened_originals(folder, found.base, named=named))


def _told(summary: Summary, place: str) -> str:
    told = f"{counted(summary.segments, 'segment')} of {counted(summary.documents, 'document')} written to {place}"
    if summary.documents_without_segments:
        told += f" ({counted(summary.documents_without_segments, 'document')} without a pair)"
    if summary.joined:
        told += "; " + ", ".join(
            f"{counted(count, 'segment')} in {counted(languages, 'language')}"
            for languages, count in summary.joined.items()
        )
    if dropped := ", ".join(f"{count:,} {reason}" for reason, count in summary.dropped.items()):
        told += f"; left out: {counted(sum(summary.dropped.values()), 'segment')} ({dropped})"
    if summary.characters_replaced:
        told += f"; {counted(summary.characters_replaced, 'character')} that the format cannot hold became U+FFFD"
    if summary.line_breaks_replaced:
        told += f"; {counted(summary.line_breaks_replaced, 'line break')} inside segments became spaces"
    return told
