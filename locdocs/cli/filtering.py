"""The options that keep segments out of an export."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypedDict, TypeVar, cast, get_args

import click

from locdocs.cli.reading import Reading
from locdocs.config import Config
from locdocs.exchange import Filters
from locdocs.markdown import BlockKind
from locdocs.model import Document, Segment
from locdocs.validation import validate

__all__ = ["Filtering", "filter_options", "filters_of", "reading_of"]

_Command = TypeVar("_Command", bound=Callable[..., Any])
_BLOCKS = get_args(BlockKind)


class Filtering(TypedDict):
    """The values of :func:`filter_options`."""

    translation_type: tuple[str, ...]
    block: tuple[str, ...]
    min_words: int
    max_words: int | None
    no_same_as_source: bool
    keep_contaminated: bool
    without: tuple[str, ...]


_OPTIONS = (
    click.option(
        "--translation-type",
        multiple=True,
        metavar="HT|MT",
        help="Only what a human (HT) or a machine (MT) translated, as the documents say.",
    ),
    click.option(
        "--block",
        multiple=True,
        type=click.Choice(_BLOCKS),
        metavar="KIND",
        help=f"Only segments that stand in such a block: {', '.join(_BLOCKS)}.",
    ),
    click.option("--min-words", type=click.IntRange(min=0), default=0, help="Only sources of at least so many words."),
    click.option("--max-words", type=click.IntRange(min=1), help="Only sources of at most so many words."),
    click.option("--no-same-as-source", is_flag=True, help="No segments whose target is the source."),
    click.option(
        "--keep-contaminated",
        is_flag=True,
        help='Keep sources of 2017 that machine translation leaked into ("hello" for "the"); they are left out else.',
    ),
    click.option(
        "--without",
        multiple=True,
        metavar="RULES",
        help='No segments in which these rules find something: codes, prefixes or slugs ("locdocs rule" lists them), '
        "DEFAULT for all that are on by default.",
    ),
)


def filter_options(command: _Command) -> _Command:
    """Give a command the options that keep segments out."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def filters_of(options: Filtering) -> Filters:
    """The filters that the options mean."""
    return Filters(
        translation_types=options["translation_type"],
        blocks=options["block"],
        min_words=options["min_words"],
        max_words=options["max_words"],
        same_as_source=not options["no_same_as_source"],
        contaminated=options["keep_contaminated"],
        reject=_rejecting(options["without"]) if options["without"] else None,
    )


def reading_of(options: Mapping[str, Any]) -> Reading:
    """The values that say what to read, without those of other options."""
    return cast("Reading", {name: options[name] for name in Reading.__annotations__})


def _rejecting(names: tuple[str, ...]) -> Callable[[Document], Collection[Segment]]:
    rules = tuple(name.strip() for value in names for name in value.split(",") if name.strip())
    config = Config(select=None if "DEFAULT" in rules else rules)

    def found(document: Document) -> Collection[Segment]:
        ids = {diagnostic.segment_id for diagnostic in validate(document, config=config)}
        return [segment for segment in document.segments if segment.id in ids]

    return found
