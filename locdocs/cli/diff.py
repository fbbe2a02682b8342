"""``locdocs diff``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

import click

from locdocs.cli.diff_text import TOLD, show, show_counts
from locdocs.cli.messages import counted, examples, note
from locdocs.cli.unreadable import Unreadable
from locdocs.cli.versions import VersionPair, versions
from locdocs.comparison import KINDS, Difference, SegmentChange, diff
from locdocs.model import Document, Segment

__all__ = ["command"]


@click.command(
    "diff",
    epilog=examples(
        "locdocs diff docs.es-es/page.md new/docs.es-es/page.md",
        "locdocs diff handoff-1/docs.es-es handoff-2/docs.es-es --stat",
        "locdocs diff HEAD~1:docs.es-es docs.es-es --only source --only both",
        "locdocs diff main:docs.es-es docs.es-es --format jsonl",
    ),
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--only",
    type=click.Choice(KINDS),
    multiple=True,
    help="Only segments that have changed so: added, removed, moved, or the source, the target, both. May be repeated.",
)
@click.option("--stat", is_flag=True, help="One line a document, with how many segments have changed.")
@click.option("--format", "format_name", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@click.option("--no-gitignore", is_flag=True, help="Read what .gitignore files leave out, too.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def command(
    *, old: str, new: str, only: tuple[str, ...], stat: bool, format_name: str, no_gitignore: bool, quiet: bool
) -> int:
    """Show what has changed between two versions of documents, segment by segment.

    OLD and NEW are two files, or two folders whose documents have the same names. REVISION:PATH is a version in git, as
    git calls it: the path is that from the top of the repository, or begins with ./. "-" is standard input.

    Segments are told by their texts, not by their ids: these change with every English version. Of each it says
    whether it was added, removed or moved, or which side has changed. Exit codes: 0 nothing has changed, 1 something
    has, 2 could not run.
    """
    counts: Counter[str] = Counter()
    unread = Unreadable()
    for version in versions(old, new, gitignore=not no_gitignore, on_error=unread):
        found = _chosen(diff(version.old, version.new), only)
        counts["documents"] += 1
        if not found.segments if only else not found:
            continue
        counts["changed"] += 1
        counts.update(change.kind for change in found.segments)
        if format_name == "jsonl":
            click.echo(
                json.dumps(_row(version, found), ensure_ascii=False, default=str).encode("utf-8", "backslashreplace")
            )
        elif stat:
            show_counts(version, found)
        else:
            show(version, found)
    if not quiet:
        note(_summary(counts) + unread.told())
    return unread.code or int(counts["changed"] > 0)


def _chosen(found: Difference, only: Collection[str]) -> Difference:
    """What was asked for: all, or the segments that have changed in some ways and nothing else."""
    if not only:
        return found
    chosen = tuple(change for change in found.segments if change.kind in only)
    return replace(found, segments=chosen, header=(), outside=False, renumbered=0)


def _summary(counts: Counter[str]) -> str:
    verb = "differs" if counts["documents"] == 1 else "differ"
    told = f"{counts['changed']:,} of {counted(counts['documents'], 'document')} {verb}"
    changes = ", ".join(f"{counts[kind]:,} {TOLD[kind]}" for kind in KINDS if counts[kind])
    return f"{told}: segments {changes}" if changes else told


def _row(version: VersionPair, found: Difference) -> dict[str, Any]:
    """A document as JSON."""
    return {
        "path": str(version.name),
        "document": {"old": "added", "new": "removed"}.get(version.missing, "changed"),
        "header": [change._asdict() for change in found.header],
        "outside": found.outside,
        "renumbered": found.renumbered,
        "segments": [dict(_of_change(found, change)) for change in found.segments],
    }


def _of_change(found: Difference, change: SegmentChange) -> Iterator[tuple[str, Any]]:
    yield "kind", change.kind
    yield "old", _of_segment(found.old, change.old)
    yield "new", _of_segment(found.new, change.new)


def _of_segment(document: Document, segment: Segment | None) -> dict[str, Any] | None:
    if segment is None:
        return None
    return {
        "id": segment.id,
        "line": document.location(segment).line,
        "source": segment.source,
        "target": segment.target,
    }
