"""What an export was asked for, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import get_args

from locdocs.units import InlineMode

__all__ = ["INLINE_MODES", "Settings", "Summary", "Tally", "summarize"]

INLINE_MODES: tuple[InlineMode, ...] = get_args(InlineMode)
"""The ways in which inline markup can go out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options that every format has."""

    inline: InlineMode = "markdown"
    """``markdown``: the texts as the files write them. ``plain``: what a reader sees. ``codes``: the Markdown, with
    emphasis, links, code spans and the like marked as inline codes in the way of the format."""
    block_kind: bool = False
    """Whether each unit says what kind of block it stands in."""
    dedupe: bool = False
    """Each source and target once."""
    best_target: bool = False
    """Each source once, with its best target: human over machine, then the most frequent, then the first."""
    roots: tuple[str, ...] = ()
    """The names of the folders that the paths of documents are relative to; the file names them, to come back."""
    layout: str = ""
    """One of the format's own layouts (:attr:`~locdocs.exchange.Format.layouts`); empty for its usual one."""
    spreadsheet_safe: bool = False
    """CSV and TSV: keep spreadsheets from taking a cell for a formula, in a way that reading undoes."""
    fuzzy_mt: bool = False
    """PO: mark what a machine translated as ``fuzzy``."""


@dataclass(slots=True)
class Tally:
    """The counts of an export while it runs."""

    documents: int = 0
    without_segments: int = 0
    segments: int = 0
    characters_replaced: int = 0
    line_breaks_replaced: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    joined: Counter[int] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What an export did."""

    format: str
    """The format's name."""
    documents: int
    """How many documents were read; 0 where units were handed in."""
    documents_without_segments: int
    """How many of them hold no pair."""
    segments: int
    """How many segments were written."""
    dropped: Mapping[str, int]
    """How many were not, by reason: ``empty source``, ``empty target``, ``repeated``, ``other target``; what a filter
    left out: ``other translation type``, ``other block``, ``too short``, ``too long``, ``same as source``,
    ``contaminated source``, ``rejected``; and ``too long for a cell``. docs/reference/formats.md explains them."""
    joined: Mapping[int, int] = field(default_factory=dict)
    """Across languages: how many of the segments have one target, two targets and so on."""
    characters_replaced: int
    """How many characters became U+FFFD, because the format cannot hold them."""
    line_breaks_replaced: int = 0
    """How many line breaks became spaces: in parallel text, which is one segment a line."""


def summarize(name: str, tally: Tally) -> Summary:
    """The counts as a value."""
    return Summary(
        format=name,
        documents=tally.documents,
        documents_without_segments=tally.without_segments,
        segments=tally.segments,
        dropped=dict(sorted(tally.dropped.items())),
        joined={targets: count for targets, count in sorted(tally.joined.items(), reverse=True) if count},
        characters_replaced=tally.characters_replaced,
        line_breaks_replaced=tally.line_breaks_replaced,
    )
