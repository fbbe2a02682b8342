"""What all commands that read documents have in common: their arguments, and the documents these mean."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypedDict, TypeVar, Unpack

import click

from locdocs.corpus import Tree, read_tree
from locdocs.discovery import SUFFIX
from locdocs.errors import LocdocsError, OutputError
from locdocs.languages import is_language_tag
from locdocs.model import Document
from locdocs.parser import SOURCE_LANGUAGE, parse

__all__ = [
    "STANDARD_STREAM",
    "Reading",
    "documents",
    "language_tag",
    "reading_options",
    "refuse_folder_in_input",
    "refuse_input_as_output",
]

STANDARD_STREAM = "-"

_Command = TypeVar("_Command", bound=Callable[..., Any])


def language_tag(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001
    """The value of an option that takes a language tag, checked."""
    if value is not None and not is_language_tag(value):
        raise click.BadParameter(f"{value!r} is no language tag such as es-ES")
    return value


_OPTIONS = (
    click.argument("paths", nargs=-1, required=True, metavar="PATH.."),
    click.option("--root", metavar="DIR", help="Name documents relative to DIR, not to the PATH that was given."),
    click.option("--no-gitignore", is_flag=True, help="Read what .gitignore files leave out, too."),
    click.option("--source-language", metavar="TAG", default=SOURCE_LANGUAGE, show_default=True, callback=language_tag),
    click.option(
        "--target-language",
        metavar="TAG",
        callback=language_tag,
        help="For documents that do not say it (ms.contentlocale). Without it the other documents and the names of "
        "the folders are asked.",
    ),
    click.option("--stdin-filename", metavar="NAME", help='What to call the document that "-" reads.'),
)


def reading_options(command: _Command) -> _Command:
    """Give a command the PATH arguments and the options that say how to read them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Reading(TypedDict):
    """The values of :func:`reading_options`."""

    paths: tuple[str, ...]
    root: str | None
    no_gitignore: bool
    source_language: str
    target_language: str | None
    stdin_filename: str | None


def documents(
    on_error: Callable[[LocdocsError], None] | None = None, **reading: Unpack[Reading]
) -> Tree | list[Document]:
    """The documents that the arguments mean, to be read as often as one likes.

    :param on_error: is handed the error of each file that cannot be read; without it the error is raised.
    :raises InputError: a path does not exist.
    """
    paths = reading["paths"]
    if STANDARD_STREAM not in paths:
        return read_tree(
            *paths,
            root=reading["root"],
            gitignore=not reading["no_gitignore"],
            source_language=reading["source_language"],
            target_language=reading["target_language"],
            on_error=on_error,
        )
    if len(paths) > 1:
        raise click.UsageError('"-" reads one document; it cannot be combined with other paths')
    return [
        parse(
            sys.stdin.buffer.read(),
            path=reading["stdin_filename"],
            source_language=reading["source_language"],
            target_language=reading["target_language"],
        )
    ]


def refuse_input_as_output(output: str, paths: Iterable[str]) -> None:
    """Keep an output file from replacing a file that is read, or from being read the next time.

    :raises OutputError: it is one of the paths, or a Markdown file in one of the folders.
    """
    file = Path(os.path.realpath(output))
    for path in paths:
        given = Path(os.path.realpath(path))
        if file == given and not given.is_dir():
            raise OutputError("is read as input; write to another file", path=output)
        if file.suffix.lower() == SUFFIX and given.is_dir() and file.is_relative_to(given):
            raise OutputError(f"would be read as a document of {path}; write it elsewhere", path=output)


def refuse_folder_in_input(folder: str, paths: Iterable[str]) -> None:
    """Keep an output folder out of the folders that are read.

    :raises OutputError: it is one of them or lies in one.
    """
    inner = Path(os.path.realpath(folder))
    for path in paths:
        outer = Path(os.path.realpath(path))
        if outer.is_dir() and inner.is_relative_to(outer):
            raise OutputError(f"lies in the folder that is read, {path}; write it elsewhere", path=folder)
