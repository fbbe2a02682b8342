"""``locdocs render``."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Unpack

import click

from locdocs.cli.messages import counted, examples, note
from locdocs.cli.originals import Originals, only_files, opened_originals, tell_of_originals
from locdocs.cli.progress import watched
from locdocs.cli.reading import STANDARD_STREAM, Reading, documents, reading_options, refuse_folder_in_input
from locdocs.cli.unreadable import Unreadable
from locdocs.corpus import Tree
from locdocs.errors import InputError, OutputError
from locdocs.files import write_bytes
from locdocs.model import Document
from locdocs.parser import parse, read_bytes
from locdocs.text import encode
from locdocs.views import VIEWS, render

__all__ = ["command"]

_AS_WRITTEN = ("bilingual", "html")
"""The views that know no English file and change no spelling."""
_FILE_SUFFIXES = (".md", ".markdown", ".html", ".htm", ".txt")


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
) -> int:
    """Write a view of documents.

    target: the file in the target language, as it is published. source: the English original, as far as the documents
    hold it. bilingual: the documents themselves, put together from their parts. html: a page to read both side by side.
    Files that would not change are not touched. What cannot be read is told, the rest is written: exit code 2.
    """
    _refuse_idle(view, output, original, check=check, verbatim=verbatim)
    unread = Unreadable()
    # Standard output takes one document, so nothing is left where that cannot be read.
    takes_several = check or output != STANDARD_STREAM
    tree = documents(unread.among(reading["paths"]) if takes_several else None, **reading)
    if check:
        return _check(tree, unread, quiet=quiet)
    found = watched(tree, "Rendering", quiet=quiet)
    english = None if original is None else _opened(original, tree)
    if output == STANDARD_STREAM:
        sys.stdout.buffer.write(_only(found, view, english, verbatim=verbatim))
        sys.stdout.buffer.flush()
    else:
        _refuse_file(output)
        refuse_folder_in_input(output, reading["paths"])
        counts = _write(found, view, Path(output), english, verbatim=verbatim)
        if not quiet:
            note(f"{counted(counts[True], 'file')} written to {output}, {counts[False]:,} unchanged{unread.told()}")
    if english and not quiet:
        tell_of_originals(english, original)
    return unread.code


def _opened(folder: str, documents_: Tree | list[Document]) -> Originals:
    """The English files; documents that were named themselves are called by paths from here."""
    named = only_files(documents_)
    base = documents_.base if isinstance(documents_, Tree) else None
    here = Path.cwd() if base is None and named else base
    return click.get_current_context().with_resource(opened_originals(folder, here, named=named))


def _original(document: Document, english: Originals | None) -> bytes | None:
    return english.original(document) if english else None


def _refuse_idle(view: str, output: str, original: str | None, *, check: bool, verbatim: bool) -> None:
    """Options that would do nothing are a misunderstanding."""
    idle = [name for name, given in (("--original", original is not None), ("--verbatim", verbatim)) if given]
    if idle and view in _AS_WRITTEN:
        raise click.UsageError(f"{idle[0]} has no meaning with --view {view}, which shows segments as the files do")
    idle += ["--output"] if output != STANDARD_STREAM else []
    if check and idle:
        raise click.UsageError(f"{idle[0]} has no meaning with --check, which writes nothing")


def _refuse_file(output: str) -> None:
    """Keep a folder from being made, or looked for, where somebody means a file."""
    path = Path(output)
    if path.is_dir():
        return
    if path.exists():
        raise OutputError("is a file; name a folder with -o, or redirect standard output for one document", path=output)
    if path.suffix.lower() in _FILE_SUFFIXES:
        raise OutputError("is no folder; name one with -o, or redirect standard output: > FILE", path=output)


def _check(found: Tree | list[Document], unread: Unreadable, *, quiet: bool) -> int:
    count = wrong = 0
    for name, data in _contents(found, unread):
        count += 1
        if encode(render(parse(data), "bilingual")) != data:
            wrong += 1
            click.echo(name)
    if not quiet:
        note(f"{counted(count, 'document')} checked, {wrong:,} would not come back byte for byte{unread.told()}")
    return unread.code or int(wrong > 0)


def _contents(found: Tree | list[Document], unread: Unreadable) -> Iterator[tuple[str, bytes]]:
    if not isinstance(found, Tree):
        yield from ((str(document.path or STANDARD_STREAM), document.to_bytes()) for document in found)
        return
    for file in found.files():
        try:
            yield str(file.name), read_bytes(file.path)
        except InputError as error:
            unread(error)


def _only(found: Iterable[Document], view: str, english: Originals | None, *, verbatim: bool) -> bytes:
    [first, *more] = _first_two(found)
    if more:
        raise OutputError("standard output takes one document; name a folder with -o")
    return encode(render(first, view, original=_original(first, english), verbatim=verbatim))


def _first_two(found: Iterable[Document]) -> list[Document]:
    documents_ = iter(found)
    return [document for document, _ in zip(documents_, range(2), strict=False)]


def _write(
    found: Iterable[Document], view: str, folder: Path, english: Originals | None, *, verbatim: bool
) -> Counter[bool]:
    counts: Counter[bool] = Counter()
    written: set[Path] = set()
    for document in found:
        place = folder / _inside(document)
        if view == "html":
            place = place.with_suffix(".html")
        if place in written:
            raise OutputError("two documents would be written here; render one folder at a time", path=place)
        written.add(place)
        text = render(document, view, original=_original(document, english), verbatim=verbatim)
        counts[write_bytes(place, encode(text))] += 1
    return counts


def _inside(document: Document) -> PurePosixPath:
    """The document's path, if it cannot lead out of a folder; else its last part."""
    path = document.path or PurePosixPath("document.md")
    return PurePosixPath(path.name) if path.is_absolute() or ".." in path.parts else path
