"""The values that reading gives: Document, Segment, Damage, Location. All frozen, comparable, hashable and picklable.

Offsets count characters of ``Document.text`` from 0; lines and columns count from 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, NamedTuple, Self, SupportsIndex, overload

from locdocs.errors import UnknownSegmentError
from locdocs.front_matter import FrontMatter, Localization
from locdocs.text import LineIndex, clipped, encode

__all__ = ["Damage", "Document", "Location", "Segment", "Segments", "expect_document"]


class Segment(NamedTuple):
    """A source text and its target text: one span pair.

    A named tuple, because a corpus holds millions of them and nothing else is as fast to make (docs/explanation.md).
    """

    id: str
    """The id as the file writes it, such as ``0c05b-103``; opaque, and new with every publication."""
    source: str
    """The source text as the file writes it, Markdown included; may be empty."""
    target: str
    """The target text as the file writes it, Markdown included."""
    start: int
    """Offset of the pair's first character."""
    end: int
    """Offset after the pair's last character."""
    target_start: int
    """Offset of the first character of ``target``."""
    source_start: int
    """Offset of the first character of ``source``."""

    @property
    def number(self) -> str:
        """The id without its prefix: ``103``, or ``p103`` for a whole paragraph kept as one segment.

        With the path and the source text, this joins languages and versions, where ids do not.
        """
        return self.id.rpartition("-")[2]

    @property
    def target_end(self) -> int:
        """Offset after the last character of ``target``."""
        return self.target_start + len(self.target)

    @property
    def source_end(self) -> int:
        """Offset after the last character of ``source``."""
        return self.source_start + len(self.source)

    def __repr__(self) -> str:
        return f"<Segment {clipped(self.id)[1:-1]}: {clipped(self.source)} -> {clipped(self.target)}>"


class Damage(NamedTuple):
    """Something that reading had to forgive. Nothing is lost: the text is as it was."""

    kind: str
    """The slug of the validation rule that names it, such as ``encoded-span-markup``."""
    start: int
    """Offset of the first character concerned."""
    end: int
    """Offset after the last character concerned."""
    id: str | None
    """The segment id written there, if there is one."""
    message: str
    """One sentence for people."""

    def __repr__(self) -> str:
        return f"<Damage {self.kind} at {self.start} to {self.end}: {clipped(self.message)}>"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a document."""

    path: PurePosixPath | None
    """The document's path, if it has one."""
    offset: int
    """Characters from the start of the text."""
    line: int
    """Counted from 1."""
    column: int
    """Characters, counted from 1."""

    def __str__(self) -> str:
        return f"{self.path or '<text>'}:{self.line}:{self.column}"


class Segments(tuple[Segment, ...]):
    """The segments of a document in the order of the text; ``segments["0c05b-103"]`` finds one by its id."""

    _by_id: dict[str, Segment]

    def __new__(cls, segments: Iterable[Segment] = ()) -> Self:
        """Make the sequence from any iterable of segments."""
        return super().__new__(cls, segments)

    @overload
    def __getitem__(self, key: SupportsIndex | str) -> Segment: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Segment, ...]: ...
    def __getitem__(self, key: SupportsIndex | slice | str) -> Segment | tuple[Segment, ...]:
        if not isinstance(key, str):
            return super().__getitem__(key)
        found = self.get(key)
        if found is None:
            raise UnknownSegmentError(f"no segment has the id {key!r}")
        return found

    def get(self, key: str) -> Segment | None:
        """The segment of that id (the first, where an id stands twice), or ``None``."""
        try:
            index = self._by_id
        except AttributeError:
            index = self._by_id = {segment.id: segment for segment in reversed(self)}
        return index.get(key)

    def __repr__(self) -> str:
        ends = " .. ".join(clipped(segment.id)[1:-1] for segment in (*self[:1], *self[1:][-1:]))
        return f"<{len(self)} segment{'' if len(self) == 1 else 's'}{f': {ends}' if ends else ''}>"

    def __reduce__(self) -> tuple[object, ...]:
        return Segments, (tuple(self),)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Document:
    """One bilingual file: its text, and what was found in it.

    Two documents are equal when their text, path and languages are; all else follows from these.
    """

    text: str
    """The whole file: UTF-8 decoded with surrogate escapes, byte order mark and line breaks as they are."""
    path: PurePosixPath | None
    """Where it came from: relative to the folder that was read, POSIX, or as given; ``None`` for a text in memory."""
    front_matter: FrontMatter
    """The YAML header, a mapping; ``front_matter.localization`` has the localization keys, typed."""
    segments: Segments
    """The span pairs, in the order of the text."""
    damage: tuple[Damage, ...]
    """What reading had to forgive, in the order of the text."""
    source_language: str
    """The language of the sources, such as ``en-US``."""
    target_language: str | None
    """The language of the targets, such as ``es-ES``; ``None`` where nothing says so."""
    cache: dict[str, Any] = field(default_factory=dict, repr=False)
    """Room for what is worked out once (structure, projections); never compared, never pickled."""

    @property
    def localization(self) -> Localization:
        """Short for ``front_matter.localization``."""
        return self.front_matter.localization

    def to_bytes(self) -> bytes:
        """The bytes of the file, exactly as they were read."""
        return encode(self.text)

    def location(self, place: Segment | Damage | int) -> Location:
        """Line and column of a segment, a damage or a character offset.

        :raises ValueError: the offset is not in the text; its end is.
        :raises TypeError: it is none of these.
        """
        if not isinstance(place, (int, Segment, Damage)):
            raise TypeError(f"a segment, a damage or an offset has a location, not {type(place).__name__}")
        offset = place if isinstance(place, int) else place.start
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"the offset {offset} is not in the text, which has {len(self.text)} characters")
        if "lines" not in self.cache:
            self.cache["lines"] = LineIndex(self.text)
        line, column = self.cache["lines"].line_column(offset)
        return Location(self.path, offset, line, column)

    def __repr__(self) -> str:
        name = "<text>" if self.path is None else str(self.path)
        languages = f"{self.source_language} to {self.target_language or 'unknown'}"
        counts = f"{len(self.segments)} segment{'' if len(self.segments) == 1 else 's'}"
        return f"<Document {name}: {counts}, {languages}{f', damage: {len(self.damage)}' if self.damage else ''}>"

    def __iter__(self) -> Iterator[Segment]:
        return iter(self.segments)

    def __len__(self) -> int:
        return len(self.segments)

    def __bool__(self) -> bool:
        return True

    def _key(self) -> tuple[object, ...]:
        return self.text, self.path, self.source_language, self.target_language

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Document) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __getstate__(self) -> tuple[object, ...]:
        return (
            self.text,
            self.path,
            self.front_matter,
            self.segments,
            self.damage,
            self.source_language,
            self.target_language,
        )

    def __setstate__(self, state: tuple[object, ...]) -> None:
        names = (
            "text",
            "path",
            "front_matter",
            "segments",
            "damage",
            "source_language",
            "target_language",
            "cache",
        )
        for name, value in zip(names, (*state, {}), strict=True):
            object.__setattr__(self, name, value)


def expect_document(value: object) -> None:
    """Make sure that somebody handed in a document, and not its path, its text or several.

    :raises TypeError: it is none.
    """
    if not isinstance(value, Document):
        raise TypeError(f"a document is needed, as locdocs.read or locdocs.parse gives it, not {type(value).__name__}")
