"""Diagnostics: findings with everything a reporter, a baseline or an editor wants to know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from locdocs.rules import Finding, IssueType, Rule, Severity
from locdocs.rules.base import Spot
from locdocs.text import TextEdit, clipped, one_line

__all__ = ["Diagnostic", "Fix", "diagnose"]

# What changes with every publication and so has no part in an identity: ids, wherever they stand.
_ID = re.compile(r"""(?P<attribute>data-[ts]tu-id\s*=\s*(?:\\?"|&quot;|')?)[^"'&<>\\]*|\b[0-9a-f]{5}-p?[0-9]+\b""")

_SHOWN = 3


class Fix(NamedTuple):
    """What would put an end to a diagnostic."""

    edits: tuple[TextEdit, ...]
    """Edits of the file, to be applied together."""
    safe: bool
    """Whether the meaning cannot suffer."""

    def __repr__(self) -> str:
        return f"<Fix {'safe' if self.safe else 'unsafe'}: {', '.join(map(repr, self.edits[:_SHOWN]))}>"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something a rule found, and where. Offsets are characters of the file; lines and columns count from 1."""

    code: str
    """The rule, such as ``IC003``."""
    slug: str
    """Its other name, such as ``broken-link-syntax``."""
    severity: Severity
    """``error``, ``warning`` or ``info``."""
    message: str
    """One sentence for people."""
    its_type: IssueType
    """The localization quality issue type of ITS 2.0."""
    path: PurePosixPath | None
    """The document's path; ``None`` for a text in memory."""
    offset: int
    """Where the offending text begins."""
    end_offset: int
    """Where it ends."""
    line: int
    column: int
    end_line: int
    end_column: int
    segment_id: str | None
    """The id of the segment concerned, as the file has it."""
    segment_number: str | None
    """The id without its prefix: the same in every publication, if nothing was added before."""
    text: str
    """The offending text; empty where something is missing."""
    source: str | None
    """The source of the segment concerned."""
    target: str | None
    """Its target."""
    source_start: int | None
    """Where its source begins in the file."""
    target_start: int | None
    """Where its target begins in the file."""
    related: tuple[int, int] | None
    """Another place in the file that explains it: where it begins and ends."""
    fix: Fix | None
    """What would put an end to it."""
    identity: str
    """32 hexadecimal digits that last: rule, path, source text, offending text and which of several equal ones it is.
    Edits elsewhere in the file and new segment ids do not change it."""
    line_text: str = field(default="", repr=False)
    """The line that ``offset`` stands in, for people to look at."""
    source_language: str | None = field(default=None, repr=False)
    """The language of the source."""
    target_language: str | None = field(default=None, repr=False)
    """The language of the target; ``None`` where nothing says it."""

    def __str__(self) -> str:
        """One line, as linters print it."""
        return one_line(f"{self._place}: {self.code} {self.message}")

    def __repr__(self) -> str:
        return f"<Diagnostic {self.code} {self.severity} {one_line(self._place)} {clipped(self.message)}>"

    @property
    def _place(self) -> str:
        return f"{self.path or '<text>'}:{self.line}:{self.column}"

    @property
    def name(self) -> str:
        """Code and slug."""
        return f"{self.code} {self.slug}"


class Occurrences:
    """Which of several equal findings one is, within a document."""

    def __init__(self) -> None:
        self._seen: dict[bytes, int] = {}

    def identity(self, rule: Rule, path: PurePosixPath | None, source: str, text: str) -> str:
        """The identity of the next finding of that kind."""
        lasting = _ID.sub(r"\g<attribute>", text) if "-" in text else text
        parts = (rule.code, str(path or ""), source, lasting)
        what = "\0".join(parts).encode("utf-8", "surrogatepass")
        key = blake2b(what, digest_size=16).digest()
        count = self._seen[key] = self._seen.get(key, 0) + 1
        return blake2b(key + str(count).encode(), digest_size=16).hexdigest()


def diagnose(
    found: Iterable[tuple[Rule, Finding]], severities: dict[str, Severity], occurrences: Occurrences
) -> Iterator[Diagnostic]:
    """Diagnostics of findings that are in the order of the text.

    :param severities: other severities than those of the rules, by code.
    :param occurrences: those of the document so far.
    """
    for rule, finding in found:
        severity = severities.get(rule.code, rule.severity)
        document, segment = finding.document, finding.segment
        fix = None
        if finding.edits:
            fix = Fix(finding.edits, rule.fix == "safe" if finding.safe is None else finding.safe)
        if document is None:
            yield _without_document(rule, finding, severity, occurrences)
            continue
        text = document.text[finding.start : finding.end]
        start = document.location(finding.start)
        end_line, end_column = start.line, start.column + len(text)
        if "\n" in text or "\r" in text:
            end = document.location(finding.end)
            end_line, end_column = end.line, end.column
        yield Diagnostic(
            code=rule.code,
            slug=rule.slug,
            severity=severity,
            message=finding.message,
            its_type=rule.its,
            path=document.path,
            offset=finding.start,
            end_offset=finding.end,
            line=start.line,
            column=start.column,
            end_line=end_line,
            end_column=end_column,
            segment_id=segment.id if segment else None,
            segment_number=segment.number if segment else None,
            text=text,
            source=segment.source if segment else None,
            target=segment.target if segment else None,
            source_start=segment.source_start if segment else None,
            target_start=segment.target_start if segment else None,
            related=finding.related,
            fix=fix,
            identity=occurrences.identity(rule, document.path, segment.source if segment else "", text),
            line_text=_line(document.text, finding.start, start.column),
            source_language=document.source_language,
            target_language=document.target_language,
        )


def _without_document(rule: Rule, finding: Finding, severity: Severity, occurrences: Occurrences) -> Diagnostic:
    spot, length = finding.spot or Spot(1, 1, ""), finding.end - finding.start
    return Diagnostic(
        code=rule.code,
        slug=rule.slug,
        severity=severity,
        message=finding.message,
        its_type=rule.its,
        path=finding.path,
        offset=finding.start,
        end_offset=finding.end,
        line=spot.line,
        column=spot.column,
        end_line=spot.line,
        end_column=spot.column + length,
        segment_id=None,
        segment_number=None,
        text=spot.line_text[spot.column - 1 : spot.column - 1 + length],
        source=None,
        target=None,
        source_start=None,
        target_start=None,
        related=None,
        fix=None,
        # A file of the configuration has no name among the documents, and where it lies is a matter of this machine.
        identity=occurrences.identity(rule, _lasting(finding.path), "", finding.message),
        line_text=spot.line_text,
    )


def _lasting(path: PurePosixPath | None) -> PurePosixPath | None:
    return PurePosixPath(path.name) if path and Path(path).is_absolute() else path


def _line(text: str, offset: int, column: int) -> str:
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    lone = text.find("\r", offset, end)
    return text[offset - column + 1 : end if lone < 0 else lone]
