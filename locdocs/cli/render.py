"""``locdocs render``."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Unpack

import click

from locdocs.cli.messages import counted, examples, note
from locdocs.cli.progress import watched
from locdocs.cli.reading import STANDARD_STREAM, Reading, documents, reading_options, refuse_folder_in_input
from locdocs.corpus import Tree
from locdocs.english import English, open_english
from locdocs.errors import OutputError
from locdocs.files import write_bytes
from locdocs.model import Document
from locdocs.parser import parse, read_bytes
from locdocs.text import encode
from locdocs.views import VIEWS, render

__all__ = ["command"]


@click.command(
    "render",
    epilog=examples(
        "locdocs render docs.es-es/page.md --view source",
        "locdocs render docs.es-es -o published",
        "locdocs render docs.es-es -o published --original ../docs",
        "locdocs render docs.es-es --view html -o review",
        "locdocs render docs.es-es --check",
    ),
)
@reading_options
@click.option("--view", type=click.Choice(VIEWS), default="target", show_default=True)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    default=STANDARD_STREAM,
    help='The folder to write to, at the same relative paths; "-", the default, is standard output, for one document.',
)
@click.option("--check", is_flag=True, help="Write nothing; list the files that would not come back byte for byte.")
@click.option(
    "--original",
    metavar="DIR",
    help="The English files, at the same relative paths: they settle which asterisks were escaped. In a git checkout "
    "each is read at the commit its document was made from.",
)
@click.option("--verbatim", is_flag=True, help="Segments as the files write them: nothing unescaped or repaired.")
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress.")
def command(
    *,
    view: str,
    output: str,
    check: bool,
    original: str | None,
    verbatim: bool,
    quiet: bool,
    **reading: Unpack[Reading],
) -> None:
    """Write a view of documents.

    target: the file in the target language, as it is published. source: the English original, as far as the documents
    hold it. bilingual: the documents themselves, put together from their parts. html: a page to read both side by side.
    Files that would not change are not touched.
    """
    if check:
        _check(documents(**reading), quiet=quiet)
        return
    found = watched(documents(**reading), "Rendering", quiet=quiet)
    context = click.get_current_context()
    english = _Originals(None if original is None else context.with_resource(open_english(original)))
    if output == STANDARD_STREAM:
        sys.stdout.buffer.write(_only(found, view, english, verbatim=verbatim))
        sys.stdout.buffer.flush()
    else:
        refuse_folder_in_input(output, reading["paths"])
        counts = _write(found, view, Path(output), english, verbatim=verbatim)
        if not quiet:
            note(f"{counted(counts[True], 'file')} written to {output}, {counts[False]:,} unchanged")
    if english.missing and not quiet:
        note(f"{counted(english.missing, 'document')} without an English file in {original}")


class _Originals:
    """The English files, and how many were not there."""

    def __init__(self, english: English | None) -> None:
        self._english = english
        self.missing = 0

    def of(self, document: Document) -> bytes | None:
        if self._english is None:
            return None
        found = self._english.original(document)
        self.missing += found is None
        return found


def _check(found: Tree | list[Document], *, quiet: bool) -> None:
    count = wrong = 0
    for name, data in _contents(found):
        count += 1
        if encode(render(parse(data), "bilingual")) != data:
            wrong += 1
            click.echo(name)
    if not quiet:
        note(f"{counted(count, 'document')} checked, {wrong:,} would not come back byte for byte")
    if wrong:
        click.get_current_context().exit(1)


def _contents(found: Tree | list[Document]) -> Iterator[tuple[str, bytes]]:
    if isinstance(found, Tree):
        yield from ((str(file.name), read_bytes(file.path)) for file in found.files())
    else:
        yield from ((str(document.path or STANDARD_STREAM), document.to_bytes()) for document in found)


def _only(found: Iterable[Document], view: str, english: _Originals, *, verbatim: bool) -> bytes:
    [first, *more] = _first_two(found)
    if more:
        raise OutputError("standard output takes one document; name a folder with -o")
    return encode(render(first, view, original=english.of(first), verbatim=verbatim))


def _first_two(found: Iterable[Document]) -> list[Document]:
    documents_ = iter(found)
    return [document for document, _ in zip(documents_, range(2), strict=False)]


def _write(found: Iterable[Document], view: str, folder: Path, english: _Originals, *, verbatim: bool) -> Counter[bool]:
    counts: Counter[bool] = Counter()
    written: set[Path] = set()
    for document in found:
        place = folder / _inside(document)
        if view == "html":
            place = place.with_suffix(".html")
        if place in written:
            raise OutputError("two documents would be written here; render one folder at a time", path=place)
        written.add(place)
        text = render(document, view, original=english.of(document), verbatim=verbatim)
        counts[write_bytes(place, encode(text))] += 1
    return counts


def _inside(document: Document) -> PurePosixPath:
    """The document's path, if it cannot lead out of a folder; else its last part."""
    path = document.path or PurePosixPath("document.md")
    return PurePosixPath(path.name) if path.is_absolute() or ".." in path.parts else path
