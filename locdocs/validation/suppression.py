"""Comments in a document that silence rules, always by name.

::

    <!-- locdocs-disable-next-line IC003 -->          findings that begin on the line after the comment
    <!-- locdocs-disable IC003, TX005 --> .. <!-- locdocs-enable IC003, TX005 -->       those that begin between
    <!-- locdocs-disable-file broken-link-syntax -->  those of the whole file
    <!-- locdocs-disable-file IC003 -- why -->        the same, with a reason for people

One that is not written so has no effect, and is told like one that silences nothing. So is one that enables what no
comment before it has disabled.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from locdocs.commonmark import parse_events
from locdocs.errors import UnknownRuleError
from locdocs.model import Document
from locdocs.rules import Finding
from locdocs.rules.registry import codes_of
from locdocs.text import TextEdit
from locdocs.validation.misspelled import TRIGGERS, Misspelled, misspelled

__all__ = ["Suppressions", "read_suppressions"]

_COMMENT = re.compile(
    r"""<!--[ \t]*+ locdocs-(?P<verb> disable-next-line | disable-file | disable | enable ) :?+
        (?P<names> (?: [ \t,]++ (?: (?!--) [^\s,<>] )++ )*+ )
        (?P<reason> [ \t]++ --[ \t] (?: [^-]++ | -(?!->) )*+ )?+ \s*+ -->""",
    re.VERBOSE,
)


@dataclass(slots=True)
class _Name:
    """One name in one comment, and what it silences: findings that begin in a range of offsets."""

    name: str
    comment: int
    codes: frozenset[str]
    start: int
    end: int
    used: bool = False
    problem: str = "silences nothing"


@dataclass(slots=True)
class _Comment:
    verb: str
    start: int
    end: int
    names: list[str]
    reason: str
    """What stands behind the names: nothing, or two dashes and words for people."""


@dataclass(slots=True)
class Suppressions:
    """The comments of one document."""

    document: Document
    comments: list[_Comment] = field(default_factory=list)
    names: list[_Name] = field(default_factory=list)
    misspelled: list[Misspelled] = field(default_factory=list)
    """Comments that were meant to be such."""

    def __bool__(self) -> bool:
        return bool(self.comments or self.misspelled)

    def silences(self, code: str, offset: int) -> bool:
        """Whether a finding of a rule that begins at an offset is silenced. Remembers by which comments."""
        silent = False
        for name in self.names:
            if code in name.codes and name.start <= offset < name.end:
                name.used = silent = True
        return silent

    def codes(self) -> frozenset[str]:
        """The codes of all rules that some comment names."""
        return frozenset[str]().union(*(name.codes for name in self.names))

    def unused(
        self, ran: frozenset[str], later: frozenset[str] = frozenset(), *, last: bool = False, known: bool = True
    ) -> Iterator[Finding]:
        """A finding for each comment with a name that silences nothing; the fix takes these names out.

        And one for each that is misspelled: what to write there is for people to say.

        :param ran: the codes of the rules of the run: only of these it is known.
        :param later: those of them that look at all documents together. Comments that name one are left for the end.
        :param last: this is the end: the findings are those that were left.
        :param known: what these rules find in all documents is known at the end; else names that mean one of them are
            not judged.
        """
        for start, end, message in self.misspelled if not last else ():
            yield Finding(message, start, end, self.document)
        for index, comment in enumerate(self.comments):
            mine = [name for name in self.names if name.comment == index]
            idle = [name for name in mine if not name.used and (not name.codes or name.codes & ran)]
            if not known:
                idle = [name for name in idle if not name.codes & later]
            waits = known and any(name.codes & later for name in mine)
            if (mine and not idle) or waits != last:
                continue
            told = "; ".join(f"{name.name} {name.problem}" for name in idle) or "it names no rule"
            left = [name.name for name in mine if name not in idle]
            yield Finding(
                f"locdocs-{comment.verb}: {told}",
                comment.start,
                comment.end,
                self.document,
                # What a name was meant to be, only people know.
                edits=tuple(self._without(index, left)) if all(name.codes for name in idle) else (),
            )

    def _without(self, index: int, left: list[str]) -> Iterator[TextEdit]:
        """The edits that leave a comment with some of its names; one without names goes, with what ends it."""
        text, comment = self.document.text, self.comments[index]
        if left:
            yield TextEdit(
                comment.start, comment.end, f"<!-- locdocs-{comment.verb} {', '.join(left)}{comment.reason} -->"
            )
            return
        yield _removal(text, comment)
        if comment.verb == "disable":
            gone = frozenset[str]().union(*map(_known, comment.names))
            ending = _ending(self.comments, index, gone)
            if ending and all(_known(name) <= gone for name in ending.names):
                yield _removal(text, ending)


def _removal(text: str, comment: _Comment) -> TextEdit:
    """The edit that takes a comment out: with its line, if it has one, else with the blanks that parted it from text.

    Blanks behind it stay at the end of a line, where two are a line break.
    """
    start = max(text.rfind("\n", 0, comment.start), text.rfind("\r", 0, comment.start)) + 1
    line_end = re.compile(r"[ \t]*(?:\r\n?|\n)?").match(text, comment.end)
    end = line_end.end() if line_end else comment.end
    before = text[start : comment.start].rstrip(" \t")
    if not before:  # all of the line, or of what stands before the text in it
        return TextEdit(start if end == len(text) or text[end - 1] in "\r\n" else comment.start, end, "")
    parted = text[comment.end : comment.end + 1] in ("", " ", "\t", "\r", "\n")
    return TextEdit(start + len(before) if parted else comment.start, comment.end, "")


def read_suppressions(document: Document, skeleton: str) -> Suppressions:
    """The comments of a document. One in a block of code or a code span is an example and counts for nothing.

    :param skeleton: the text outside of the pairs, where comments stand.
    """
    text = document.text
    if not any(trigger in skeleton for trigger in TRIGGERS):
        return Suppressions(document)
    found = [match for match in _COMMENT.finditer(text) if not _inside_pair(document, match.start())]
    known = {match.start() for match in found}
    wrong = [comment for comment in misspelled(text, known) if not _inside_pair(document, comment.start)]
    if not found and not wrong:
        return Suppressions(document)
    code = [
        (event.start, event.end)
        for event in parse_events(text, document.front_matter.end)
        if event.name == "Code" or (event.name == "CodeBlock" and event.phase == "start")
    ]
    shown = [match for match in found if not _lies_in(code, match.start())]
    wrong = [comment for comment in wrong if not _lies_in(code, comment.start)]
    comments = [
        _Comment(
            match["verb"], *match.span(), match["names"].replace(",", " ").split(), (match["reason"] or "").rstrip()
        )
        for match in shown
    ]
    return Suppressions(document, comments, list(_names(document, comments)), wrong)


def _lies_in(ranges: Iterable[tuple[int, int]], offset: int) -> bool:
    return any(start <= offset < end for start, end in ranges)


def _inside_pair(document: Document, offset: int) -> bool:
    index = bisect_right(document.segments, offset, key=lambda segment: segment.start) - 1
    return index >= 0 and offset < document.segments[index].end


def _names(document: Document, comments: list[_Comment]) -> Iterator[_Name]:
    ended: list[tuple[_Comment, frozenset[str]]] = []
    for index, comment in enumerate(comments):
        for name in comment.names:
            try:
                codes = codes_of(name)
            except UnknownRuleError as error:
                yield _Name(name, index, frozenset(), 0, 0, problem=f"is no rule ({error.message})")
                continue
            if comment.verb == "enable":
                used = any(ending is comment and disabled <= codes for ending, disabled in ended)
                yield _Name(name, index, codes, 0, 0, used, "was not disabled before")
                continue
            if comment.verb == "disable" and (ending := _ending(comments, index, codes)):
                ended.append((ending, codes))
            yield _Name(name, index, codes, *_reach(document, comments, index, codes))


def _reach(document: Document, comments: list[_Comment], index: int, codes: frozenset[str]) -> tuple[int, int]:
    """The offsets between which findings must begin that a name in a comment silences."""
    comment, text = comments[index], document.text
    if comment.verb == "disable-file":
        return 0, len(text) + 1
    if comment.verb == "disable":
        ending = _ending(comments, index, codes)
        return comment.end, ending.start if ending else len(text) + 1
    line = re.compile(r"[^\r\n]*+(?:\r\n?|\n)").match(text, comment.end)
    if not line:
        return 0, 0
    following = re.compile(r"[^\r\n]*+(?:\r\n?|\n)?").match(text, line.end())
    return line.end(), (following.end() if following else line.end()) + (line.end() == len(text))


def _ending(comments: list[_Comment], index: int, codes: frozenset[str]) -> _Comment | None:
    """The comment that ends what a ``disable`` began for some codes."""
    for later in comments[index + 1 :]:
        if later.verb == "enable" and any(codes <= _known(name) for name in later.names):
            return later
    return None


def _known(name: str) -> frozenset[str]:
    try:
        return codes_of(name)
    except UnknownRuleError:
        return frozenset()
