"""``locdocs apply``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import click

from locdocs.cli.changes import Changes
from locdocs.cli.messages import examples, note
from locdocs.cli.reading import STANDARD_STREAM, language_tag
from locdocs.cli.unreadable import Unreadable
from locdocs.exchange import FORMATS
from locdocs.exchange.reading import UnitFile, read_units
from locdocs.merge.finding import Destination
from locdocs.merge.trees import FileResult, Stray, apply_memory, apply_target_files, apply_units, is_target_file
from locdocs.merge.values import MATCHES, Match

__all__ = ["command"]


class _Command(click.Command):
    """A command whose ``--to`` takes all paths that follow, up to the next option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, list(_with_each_path(args)))


def _with_each_path(args: Iterable[str]) -> Iterator[str]:
    """The arguments with a ``--to`` of its own for each path."""
    collecting, first = False, True
    for arg in args:
        if arg == "--to":
            collecting, first = True, True
        elif arg.startswith("-") and arg != "-":
            collecting = False
        elif collecting and not first:
            yield "--to"
        else:
            first = False
        yield arg


@click.command(
    "apply",
    cls=_Command,
    epilog=examples(
        "locdocs apply edited.xlf --to docs.es-es",
        "locdocs apply edited.xlf --to docs.es-es --diff",
        "locdocs apply memory.tmx --match source --to docs.es-es docs.es-mx",
        "locdocs apply page.es.md --to docs.es-es/articles/page.md",
    ),
)
@click.argument("edited", nargs=-1, required=True, metavar="EDITED..")
@click.option("--to", "paths", multiple=True, required=True, metavar="PATH..", help="The documents: folders or files.")
@click.option("--format", "format_name", metavar="|".join(FORMATS), help="Default: what EDITED holds.")
@click.option(
    "--match",
    type=click.Choice(MATCHES),
    default="unit",
    show_default=True,
    help="Find segments by document, number and source, or, for a translation memory, all with the source of a unit.",
)
@click.option(
    "--target-language",
    metavar="TAG",
    callback=language_tag,
    help="The language of units that name none, as in a table without such a column.",
)
@click.option("--force", is_flag=True, help="Take targets that have lost or broken inline codes, or have new tags.")
@click.option(
    "--only-changed",
    is_flag=True,
    help="Say nothing of units that fit no segment any more, or one whose source has changed, where the document has "
    "their target as it is: nobody edited them.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be done.")
@click.option("--diff", is_flag=True, help="Show what would change, as a patch; write nothing.")
@click.option("--strict", is_flag=True, help="Stop at the first row of EDITED that cannot be read.")
@click.option("--no-gitignore", is_flag=True, help="Look at what .gitignore files leave out, too.")
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress.")
def command(
    *,
    edited: tuple[str, ...],
    paths: tuple[str, ...],
    format_name: str | None,
    match: Match,
    target_language: str | None,
    force: bool,
    only_changed: bool,
    dry_run: bool,
    diff: bool,
    strict: bool,
    no_gitignore: bool,
    quiet: bool,
) -> int:
    """Put edited translations back into the documents they came from.

    EDITED is an exchange file that locdocs or another program wrote, or an edited target-language Markdown file (or a
    folder of them). New targets replace old ones and no other byte changes. What does not fit to the letter is refused
    and reported, never guessed: exit code 1. Documents that do not change are not touched. One that cannot be read is
    told, and the others get their translations: exit code 2.
    """
    if only_changed and match == "source":
        raise click.UsageError("--only-changed has no meaning with --match source")
    if STANDARD_STREAM in edited:
        raise click.UsageError('"-" cannot be applied: EDITED is read twice, so give a file (./- if it is called so)')
    unread = Unreadable()
    destination = Destination(paths, gitignore=not no_gitignore, on_error=unread.among(paths))
    changes = Changes(dry_run=dry_run, diff=diff)
    files = [
        read_units(path, format=format_name, strict=strict, on_error=changes.fault)
        for path in edited
        if format_name or not is_target_file(path)
    ]
    results = _results(
        files, destination, match=match, force=force, only_changed=only_changed, target_language=target_language
    )
    for one in _watched(results, quiet=quiet):
        changes.take(one)
    if not format_name:
        targets = filter(is_target_file, edited)
        for one in apply_target_files(targets, destination, force=force, on_error=unread.among(edited)):
            changes.take(one)
    if not quiet:
        note(changes.told() + unread.told())
    return unread.code or int(changes.incomplete)


def _results(
    files: list[UnitFile],
    destination: Destination,
    *,
    match: Match,
    force: bool,
    only_changed: bool,
    target_language: str | None,
) -> Iterable[FileResult | Stray]:
    if not files:
        return ()
    if match == "source":
        return apply_memory(files, destination, force=force, target_language=target_language)
    return apply_units(files, destination, force=force, only_changed=only_changed, target_language=target_language)


def _watched(results: Iterable[FileResult | Stray], *, quiet: bool) -> Iterator[FileResult | Stray]:
    """The results, with a sign of life where somebody can see it: nobody knows how many there will be."""
    if quiet or not sys.stderr.isatty():
        yield from results
        return
    # Imported here: only people who look at a terminal need it.
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status("Applying"):
        yield from results
