"""``locdocs stats``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Unpack

import click

from locdocs.cli.messages import counted, examples, print_json
from locdocs.cli.progress import watched
from locdocs.cli.reading import Reading, documents, reading_options
from locdocs.cli.unreadable import Unreadable
from locdocs.statistics import LanguageCount, Statistics, measure

__all__ = ["command"]


@click.command(
    "stats",
    epilog=examples(
        "locdocs stats docs.es-es",
        "locdocs stats docs.es-es docs.ja-jp",
        "locdocs stats docs.es-es --format json | jq .languages",
    ),
)
@reading_options
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def command(*, format_name: str, quiet: bool, **reading: Unpack[Reading]) -> int:
    """Count what documents hold: segments, words, languages, machine and human translation, damage.

    Words are counted in the sources, as white space separates them. Coverage is the share of lines with text, code and
    markup left aside, in which a segment stands.
    """
    unread = Unreadable()
    found = measure(watched(documents(unread.among(reading["paths"]), **reading), "Counting", quiet=quiet))
    if format_name == "json":
        print_json({**asdict(found), "coverage": found.coverage})
    else:
        for name, value in _lines(found):
            click.echo(f"{name:<20} {value}".rstrip())
    return unread.code


def _lines(found: Statistics) -> Iterator[tuple[str, str]]:
    yield "documents", f"{found.documents:,}"
    yield "  without a pair", f"{found.documents_without_segments:,}"
    yield "segments", f"{found.segments:,}"
    yield "  target = source", f"{found.same_as_source:,}"
    yield "  empty source", f"{found.empty_source:,}"
    yield "  empty target", f"{found.empty_target:,}"
    yield "source words", f"{found.source_words:,}"
    coverage = "-" if found.coverage is None else f"{found.coverage:.1%} of {found.text_lines:,} lines with text"
    yield "coverage", coverage
    for title, counts in (("translated by", found.translation_types), ("into", found.languages)):
        yield title, ""
        for name, count in counts.items():
            told = ", ".join(
                (
                    counted(count.documents, "document"),
                    counted(count.segments, "segment"),
                    counted(count.source_words, "source word"),
                )
            )
            if isinstance(count, LanguageCount):
                told += f", {counted(count.target_length, f'target {count.target_unit}')}"
            yield f"  {name or 'not said'}", told
    yield "damage", "" if found.damage else "none"
    for kind, number in found.damage.items():
        yield f"  {kind}", f"{number:,}"
