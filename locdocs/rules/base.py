"""What a rule is, what it finds, and the decorators that declare one."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from inspect import cleandoc, unwrap
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, get_args

from locdocs.model import Document, Segment
from locdocs.text import TextEdit, clipped

if TYPE_CHECKING:
    from locdocs.rules.corpus_facts import CorpusFacts
    from locdocs.rules.facts import DocumentFacts, SegmentFacts
    from locdocs.rules.group_facts import GroupFacts

__all__ = [
    "FAMILIES",
    "SEVERITIES",
    "Default",
    "Finding",
    "FixKind",
    "IssueType",
    "Rule",
    "Scope",
    "Severity",
    "Spot",
    "at_least",
    "corpus_rule",
    "document_rule",
    "segment_rule",
]

Severity = Literal["error", "warning", "info"]
Default = Literal["on", "off", "lang", "src"]
FixKind = Literal["safe", "unsafe", "none"]
Scope = Literal["segment", "document", "corpus"]
IssueType = Literal[
    "terminology",
    "mistranslation",
    "omission",
    "untranslated",
    "addition",
    "duplication",
    "inconsistency",
    "grammar",
    "legal",
    "register",
    "locale-specific-content",
    "locale-violation",
    "style",
    "characters",
    "misspelling",
    "typographical",
    "formatting",
    "inconsistent-entities",
    "numbers",
    "markup",
    "pattern-problem",
    "whitespace",
    "internationalization",
    "length",
    "non-conformance",
    "uncategorized",
    "other",
]
"""The localization quality issue types of ITS 2.0 (W3C, 2013, section 8.17)."""

SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
"""From the worst to the mildest."""

_ISSUE_TYPES: Final[tuple[str, ...]] = get_args(IssueType)

FAMILIES: Final[Mapping[str, str]] = {
    "SP": "spans",
    "ID": "ids",
    "AL": "alignment",
    "IC": "inline_codes",
    "TX": "text",
    "FM": "front_matter",
    "CO": "corpus",
}
"""The folder of each family, by the letters its codes begin with."""

_CODE = re.compile(r"[A-Z]{2,8}[0-9]{3}")
_SECTION = re.compile("^## ", re.MULTILINE)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_WITHOUT_DOCSTRINGS = 2
"""From this level of optimization on (``python -OO``) there are no docstrings: nobody has forgotten one."""


def at_least(limit: Severity) -> tuple[Severity, ...]:
    """The severities at least as bad as one.

    :raises ValueError: it is none; the message says what there is.
    """
    if limit not in SEVERITIES:
        raise ValueError(f"{limit!r} is no severity; there is {', '.join(SEVERITIES)}")
    return SEVERITIES[: SEVERITIES.index(limit) + 1]


class Spot(NamedTuple):
    """A place in a file that is no document."""

    line: int
    """Counted from 1."""
    column: int
    """Characters, counted from 1."""
    line_text: str
    """The whole line."""


class Finding(NamedTuple):
    """Something that a rule found. The facts make it (``facts.finding(..)``): offsets are characters of the file."""

    message: str
    """One sentence for people, with the words that matter, without path and line."""
    start: int
    """Offset of the first character of the offending text."""
    end: int
    """Offset after its last character; equal to ``start`` where something is missing."""
    document: Document | None
    """The document in which it was found; ``None`` where there is none: see ``path``."""
    segment: Segment | None = None
    """The segment concerned."""
    related: tuple[int, int] | None = None
    """Another place in the document that explains it, usually on the source side: start and end."""
    edits: tuple[TextEdit, ...] = ()
    """The fix: edits of the file; none where there is no fix."""
    safe: bool | None = None
    """Whether the fix is safe, where that differs from what the rule says of its fixes."""
    path: PurePosixPath | None = None
    """The file concerned, where that is no document (a missing file)."""
    spot: Spot | None = None
    """Where ``start`` is in that file, if it is known: on one line."""

    def __repr__(self) -> str:
        name = (self.document.path if self.document else self.path) or "<text>"
        return f"<Finding in {name} at {self.start} to {self.end}: {clipped(self.message)}>"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it is called, how it counts, when it runs, and the function that checks.

    :raises ValueError: a code, slug, severity, default, kind of fix or issue type that there is not; no docstring.
    """

    code: str
    """``IC003``: the letters of the family and three digits."""
    slug: str
    """``broken-link-syntax``: accepted wherever the code is."""
    severity: Severity
    """How bad a finding is, if the configuration says nothing else."""
    default: Default
    """``on``; ``off``: only where it is selected; ``lang``: where the profile of the target language turns it on;
    ``src``: where the English side is at hand."""
    its: IssueType
    """The localization quality issue type of ITS 2.0."""
    fix: FixKind
    """What its fixes are, if it has any."""
    scope: Scope
    """What is handed to ``check``, one after the other."""
    triggers: tuple[str, ...]
    """Literal strings: a document (a segment, for rules of that scope) without any of them is never looked at."""
    differs: str
    """For rules of segment scope: ASCII characters. A segment in which they stand alike in source and target, as often
    and in the same order, is never looked at; letters and digits count as runs (``12`` is not ``1 2``), in whatever
    order."""
    when: Callable[[Segment], bool] | None
    """For rules of segment scope: a segment of which this is false is never looked at. The last to be asked."""
    options: Mapping[str, Any]
    """What the configuration may set for this rule: name and default."""
    check: Callable[[Any], Iterator[Finding]] = field(repr=False)
    """The generator from facts to findings."""
    gather: Callable[[DocumentFacts], Iterable[tuple[int, int]]] | None = field(default=None, repr=False)
    """For rules of corpus scope: what to note of each document as it goes by, as pairs of 64-bit numbers, a key and a
    value. ``check`` gets them back by key."""
    among: Callable[[GroupFacts], Iterable[int]] | None = field(default=None, repr=False)
    """What is worth a look, found out for some documents at once (``group.targets``, ``group.sources``): the places in
    ``GroupFacts.segments``, for rules of document scope those in ``GroupFacts.documents``. No other is looked at."""
    of_damage: bool = False
    """For rules of document scope: a document that reading had nothing to forgive in is never looked at."""

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code) or not _SLUG.fullmatch(self.slug):
            raise ValueError(f"{self.code} {self.slug}: a code is letters and three digits, a slug lower-case words")
        if isinstance(self.triggers, str):
            raise TypeError(f"{self.code}: triggers is a tuple of strings")
        known = {"severity": SEVERITIES, "default": get_args(Default), "fix": get_args(FixKind), "its": _ISSUE_TYPES}
        for name, values in known.items():
            value = getattr(self, name)
            if value not in values:
                raise ValueError(f"{self.code}: {name} is {value!r}; there is {', '.join(values)}")
        if not self.documentation and sys.flags.optimize < _WITHOUT_DOCSTRINGS:
            raise ValueError(f"{self.name} has no docstring; that of its module or of its function is its page")

    @property
    def family(self) -> str:
        """The letters that the code begins with."""
        return self.code.rstrip("0123456789")

    @property
    def name(self) -> str:
        """Code and slug, as messages have them."""
        return f"{self.code} {self.slug}"

    @property
    def documentation(self) -> str:
        """Its page: the docstring of its function if that has sections, else that of its module, else the former."""
        own = cleandoc(self.check.__doc__ or "").strip()
        if _SECTION.search(own):  # a module may hold several rules
            return own
        # Not by the name of the module: one that is run as a script, or by a test, is called otherwise.
        module = getattr(unwrap(self.check), "__globals__", {})
        return cleandoc(module.get("__doc__") or "").strip() or own


def segment_rule(
    code: str,
    slug: str,
    *,
    severity: Severity,
    its: IssueType,
    default: Default = "on",
    fix: FixKind = "none",
    triggers: tuple[str, ...] = (),
    differs: str = "",
    among: Callable[[GroupFacts], Iterable[int]] | None = None,
    when: Callable[[Segment], bool] | None = None,
    options: Mapping[str, Any] | None = None,
) -> Callable[[Callable[[SegmentFacts], Iterator[Finding]]], Rule]:
    """Declare a rule that looks at one segment after the other; :class:`Rule` explains the arguments."""
    return lambda check: Rule(
        code, slug, severity, default, its, fix, "segment", triggers, differs, when, options or {}, check, among=among
    )


def document_rule(
    code: str,
    slug: str,
    *,
    severity: Severity,
    its: IssueType,
    default: Default = "on",
    fix: FixKind = "none",
    triggers: tuple[str, ...] = (),
    among: Callable[[GroupFacts], Iterable[int]] | None = None,
    of_damage: bool = False,
    options: Mapping[str, Any] | None = None,
) -> Callable[[Callable[[DocumentFacts], Iterator[Finding]]], Rule]:
    """Declare a rule that looks at one document after the other; :class:`Rule` explains the arguments."""
    return lambda check: Rule(
        code,
        slug,
        severity,
        default,
        its,
        fix,
        "document",
        triggers,
        "",
        None,
        options or {},
        check,
        among=among,
        of_damage=of_damage,
    )


def corpus_rule(
    code: str,
    slug: str,
    *,
    severity: Severity,
    its: IssueType,
    default: Default = "on",
    fix: FixKind = "none",
    options: Mapping[str, Any] | None = None,
    gather: Callable[[DocumentFacts], Iterable[tuple[int, int]]] | None = None,
) -> Callable[[Callable[[CorpusFacts], Iterator[Finding]]], Rule]:
    """Declare a rule that looks at all documents together, once; :class:`Rule` explains the arguments."""
    return lambda check: Rule(
        code, slug, severity, default, its, fix, "corpus", (), "", None, options or {}, check, gather
    )
