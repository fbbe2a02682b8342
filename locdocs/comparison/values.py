"""What a comparison gives: changes of segments, of the header and of the text outside of pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from locdocs.model import Document, Segment
from locdocs.text import clipped

__all__ = [
    "KINDS",
    "TEXT_KINDS",
    "Difference",
    "HeaderChange",
    "HeaderKind",
    "Kind",
    "SegmentChange",
    "Stretch",
    "TextChange",
    "TextKind",
    "Where",
]

Kind = Literal["added", "removed", "moved", "source", "target", "both"]

KINDS: tuple[Kind, ...] = ("added", "removed", "moved", "source", "target", "both")
"""``added`` and ``removed``; ``moved``: the same texts in another place; which side has changed otherwise."""

HeaderKind = Literal["added", "removed", "changed", "rewritten"]
"""``rewritten``: the same value in other words of YAML, such as with quotes."""

TextKind = Literal["added", "removed", "moved", "changed"]

TEXT_KINDS: tuple[TextKind, ...] = ("added", "removed", "moved", "changed")
"""``moved``: the same lines in another place."""

Where = Literal["code", "beside", "between"]
"""``code``: in a fence, or the fence itself; ``beside``: on lines that hold pairs, such as the address of a link or the
mark of a list; ``between``: on lines without any."""


class SegmentChange(NamedTuple):
    """A segment that has changed."""

    kind: Kind
    old: Segment | None
    """The segment as it was; ``None`` where it was added."""
    new: Segment | None
    """The segment as it is; ``None`` where it was removed."""

    def __repr__(self) -> str:
        segment = self.new or self.old
        name = clipped(segment.id)[1:-1] if segment else "none"
        if self.old is None or self.new is None or self.kind == "moved":
            told = f"{clipped(segment.source)} -> {clipped(segment.target)}" if segment else ""
        else:
            sides = [side for side in ("source", "target") if self.kind in (side, "both")]
            told = ", ".join(_became(getattr(self.old, side), getattr(self.new, side)) for side in sides)
        return f"<SegmentChange {self.kind} {name}: {told}>"


class HeaderChange(NamedTuple):
    """A key of the front matter that has changed."""

    key: str
    """The key; empty for lines that are no key with a value, or of a header whose keys cannot be told: the values are
    these lines then."""
    old: object
    """The value as it was; ``None`` where the key was added. In a header that is no YAML, and where the value is
    ``rewritten``, it is as the file writes it."""
    new: object
    """The value as it is; ``None`` where the key was removed."""
    kind: HeaderKind = "changed"
    old_line: int | None = None
    """The line on which the key was, counted from 1; ``None`` where it was added."""
    new_line: int | None = None
    """The line on which the key is, counted from 1; ``None`` where it was removed."""

    def __repr__(self) -> str:
        told = _became(*(None if value is None else _plain(value) for value in (self.old, self.new)))
        return f"<HeaderChange {self.kind} {clipped(self.key)[1:-1] or 'lines'}: {told}>"


class Stretch(NamedTuple):
    """Whole lines of one version that are not, or not only, pairs."""

    line: int
    """The first of them, counted from 1."""
    text: str
    """The lines, with ``…`` in place of each pair; without the line break at their end."""
    start: int
    """Offset of the first character in ``Document.text``."""
    end: int
    """Offset after the last character, where the lines are as the file writes them."""

    def __repr__(self) -> str:
        return f"<Stretch line {self.line}: {clipped(self.text)}>"


class TextChange(NamedTuple):
    """Lines whose text outside of pairs has changed: code, addresses, images, markup of blocks."""

    kind: TextKind
    where: Where
    old: Stretch | None
    """The lines as they were; ``None`` where they were added."""
    new: Stretch | None
    """The lines as they are; ``None`` where they were removed."""

    def __repr__(self) -> str:
        lines = " -> ".join(dict.fromkeys(str(one.line) for one in (self.old, self.new) if one))
        texts = (None if one is None else one.text for one in (self.old, self.new))
        return f"<TextChange {self.kind} {self.where} line {lines}: {_became(*texts)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Difference:
    """What has changed in a document. It is false where nothing has, to the byte."""

    old: Document
    new: Document
    segments: tuple[SegmentChange, ...]
    """The segments that have changed, in the order of the new document; one that was removed where it was."""
    header: tuple[HeaderChange, ...]
    """The keys of the front matter that have changed, in the order of the new document."""
    text: tuple[TextChange, ...]
    """The lines whose text outside of pairs has changed, in the order of the new document."""
    renumbered: int
    """How many segments have the same texts in the same order, and other ids."""

    @property
    def outside(self) -> bool:
        """Whether the text between the pairs has changed: code, addresses, alternative texts, markup of blocks."""
        return bool(self.text)

    def __bool__(self) -> bool:
        return self.old.text != self.new.text

    def __repr__(self) -> str:
        told = [
            *_of_kinds("segments", [change.kind for change in self.segments]),
            *_of_kinds("header", [change.kind for change in self.header]),
            *_of_kinds("text", [change.kind for change in self.text]),
            *([f"{self.renumbered} renumbered"] if self.renumbered else []),
        ]
        nothing = "nothing but white space or markup of the pairs" if self else "nothing"
        name = clipped(str(self.new.path or self.old.path or "<text>"))[1:-1]
        return f"<Difference {name}: {'; '.join(told) or nothing}>"


def _of_kinds(what: str, kinds: Sequence[str]) -> Iterator[str]:
    if kinds:
        yield f"{what} {', '.join(f'{count} {kind}' for kind, count in sorted(Counter(kinds).items()))}"


def _became(old: str | None, new: str | None) -> str:
    if old is None or new is None or old == new:
        return clipped((new if old is None else old) or "")
    return f"{clipped(old)} became {clipped(new)}"


def _plain(value: object) -> str:
    return value if isinstance(value, str) else str(value)
