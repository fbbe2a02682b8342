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
from locdocs.comparison import KINDS, Difference, SegmentChange, Stretch, TextChange, diff
from locdocs.model import Document, Segment

__all__ = ["command"]

_ONLY = (*KINDS, "header", "text")


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
    type=click.Choice(_ONLY),
    multiple=True,
    help="Only segments that have changed so: added, removed, moved, or the source, the target, both; or the header; "
    "or the text outside of the segments. May be repeated.",
)
@click.option("--stat", is_flag=True, help="One line a document, with how much has changed.")
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
    whether it was added, removed or moved, or which side has changed. Of the header it says which keys have changed,
    and of the text outside of segments which lines: … stands in these for a segment. Exit codes: 0 nothing has changed,
    1 something has, 2 could not run.
    """
    counts: Counter[str] = Counter()
    unread = Unreadable()
    for version in versions(old, new, gitignore=not no_gitignore, on_error=unread):
        found = _chosen(diff(version.old, version.new), only)
        counts["documents"] += 1
        if not (found.segments or found.header or found.text if only else found or version.old_name):
            continue
        counts.update(_counts(version, found))
        if format_name == "jsonl":
            click.echo(json.dumps(_row(version, found), ensure_ascii=False).encode("utf-8", "backslashreplace"))
        elif stat:
            show_counts(version, found, whole=not only)
        else:
            show(version, found, whole=not only)
    if not quiet:
        note(_summary(counts) + unread.told())
    return unread.code or int(counts["changed"] > 0)


def _chosen(found: Difference, only: Collection[str]) -> Difference:
    """What was asked for: all, or some of it and nothing else."""
    if not only:
        return found
    return replace(
        found,
        segments=tuple(change for change in found.segments if change.kind in only),
        header=found.header if "header" in only else (),
        text=found.text if "text" in only else (),
        renumbered=0,
    )


def _counts(version: VersionPair, found: Difference) -> Counter[str]:
    """What counts of a document that differs. The header of one that a side does not have is no change of a header."""
    counts = Counter({"changed": 1}) + Counter(change.kind for change in found.segments)
    if version.missing:
        counts[{"old": "only in NEW", "new": "only in OLD"}[version.missing]] += 1
    else:
        counts.update(header=len(found.header), text=len(found.text), renamed=int(version.old_name is not None))
    return counts


def _summary(counts: Counter[str]) -> str:
    verb = "differs" if counts["documents"] == 1 else "differ"
    names = ", ".join(f"{counts[what]:,} {what}" for what in ("renamed", "only in OLD", "only in NEW") if counts[what])
    differ = f"{counts['changed']:,} of {counted(counts['documents'], 'document')} {verb}"
    told = [f"{differ} ({names})" if names else differ]
    changes = ", ".join(f"{counts[kind]:,} {TOLD[kind]}" for kind in KINDS if counts[kind])
    told += [f"segments {changes}"] if changes else []
    told += [f"headers {counted(counts['header'], 'change')}"] if counts["header"] else []
    told += [f"text outside of segments {counted(counts['text'], 'change')}"] if counts["text"] else []
    return told[0] + (f": {'; '.join(told[1:])}" if told[1:] else "")


def _row(version: VersionPair, found: Difference) -> dict[str, Any]:
    """A document as JSON."""
    return {
        "path": str(version.name),
        "document": {"old": "added", "new": "removed"}.get(
            version.missing, "changed" if version.old_name is None else "renamed"
        ),
        "old_path": None if version.old_name is None else str(version.old_name),
        "header": [
            {**change._asdict(), "old": _of_value(change.old), "new": _of_value(change.new)} for change in found.header
        ],
        "outside": found.outside,
        "text": [_of_text(change) for change in found.text],
        "renumbered": found.renumbered,
        "segments": [dict(_of_change(found, change)) for change in found.segments],
    }


def _of_value(value: object) -> Any:
    """A value of YAML; as text where JSON has none like it, such as a mapping of days."""
    try:
        return json.loads(json.dumps(value, default=str, allow_nan=False))
    except (TypeError, ValueError):
        return str(value)


def _of_text(change: TextChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "where": change.where,
        "old": _of_stretch(change.old),
        "new": _of_stretch(change.new),
    }


def _of_stretch(stretch: Stretch | None) -> dict[str, Any] | None:
    return None if stretch is None else {"line": stretch.line, "text": stretch.text}


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
