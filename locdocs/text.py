"""Bytes in, bytes out: decoding without loss, places in a text, and edits to it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

__all__ = ["LineIndex", "TextEdit", "apply_edits", "clipped", "decode", "encode", "one_line"]

_LINE_BREAK = re.compile(r"\r\n?|\n")


def decode(data: bytes) -> str:
    """Text of UTF-8 bytes. Bytes that are not UTF-8 become lone surrogates, so that :func:`encode` gives them back.

    A byte order mark stays in the text as U+FEFF, and line breaks stay as they are.
    """
    return data.decode("utf-8", "surrogateescape")


def encode(text: str) -> bytes:
    """Bytes of a text that :func:`decode` made; the exact inverse.

    Surrogates that no byte stands behind (a text made in memory may hold any) are written in their three-byte form.
    """
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return b"".join(
            char.encode("utf-8", "surrogateescape" if "\udc80" <= char <= "\udcff" else "surrogatepass")
            for char in text
        )


_MOST_SHOWN = 60


def clipped(text: str) -> str:
    """A text as a ``repr`` shows it: in quotes, and of a long one the beginning, never a whole document."""
    return repr(text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1]}…")


# A document must not drive the terminal.
_CONTROLS = dict.fromkeys([*range(32), *range(0x7F, 0xA0)], "\N{REPLACEMENT CHARACTER}")


def one_line(text: str) -> str:
    """A text for a terminal: on one line, and without control characters."""
    return " ".join(text.split()).translate(_CONTROLS)


_FEW = 20


class LineIndex:
    """The lines of a text, to turn a character offset into a line and a column, both counted from 1.

    A line ends at LF, CRLF or a lone CR, as in CommonMark.
    """

    __slots__ = ("_asked", "_found", "_last", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = 0
        self._last = 0, 1  # an offset that was asked for, and its line: the next is mostly one behind it
        self._found: list[int] | None = None

    @property
    def _starts(self) -> list[int]:
        """The offsets at which lines begin."""
        if self._found is None:
            text = self._text
            if "\r" in text:
                self._found = [0, *(match.end() for match in _LINE_BREAK.finditer(text))]
            else:  # nearly always, and many times as fast
                self._found = [0, *(end + line for line, end in enumerate(accumulate(map(len, text.split("\n"))), 1))]
                del self._found[-1]
        return self._found

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of a character offset."""
        # To count costs less than to find all lines, for whoever asks for a few.
        self._asked += 1
        if self._found is None and self._asked <= _FEW and "\r" not in self._text:
            done, line = self._last if self._last[0] <= offset else (0, 1)
            line += self._text.count("\n", done, offset)
            self._last = offset, line
            return line, offset - self._text.rfind("\n", 0, offset)
        starts = self._starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def start_of(self, line: int) -> int:
        """Offset of the first character of a line (lines count from 1)."""
        return self._starts[line - 1]

    def __len__(self) -> int:
        return len(self._starts)


class TextEdit(NamedTuple):
    """Replace ``text[start:end]`` by ``new``; offsets are characters of the text before any edit."""

    start: int
    end: int
    new: str

    def __repr__(self) -> str:
        return f"<TextEdit {self.start} to {self.end}: {clipped(self.new)}>"


def apply_edits(text: str, edits: Iterable[TextEdit]) -> str:
    """The text with all edits applied at once.

    :raises ValueError: two edits overlap, or one lies outside the text.
    """
    parts: list[str] = []
    done = 0
    for start, end, new in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if start < done or end < start or end > len(text):
            raise ValueError(f"edits overlap or leave the text at offset {start}")
        parts += (text[done:start], new)
        done = end
    parts.append(text[done:])
    return "".join(parts)
