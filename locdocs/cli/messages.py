"""What the command line says: messages on standard error, and values as JSON on standard output."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

import click

__all__ = [
    "complain",
    "counted",
    "examples",
    "note",
    "outlived",
    "print_json",
    "silence",
    "tell",
    "visible",
    "warn",
]

_VISIBLE_CONTROLS = {
    **{code: 0x2400 + code for code in range(32)},
    ord("\n"): "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}",
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(range(0x80, 0xA0), "\N{REPLACEMENT CHARACTER}"),
}
"""Control characters as pictures: a document must not drive the terminal."""


def complain(problem: object) -> None:
    """One line that says what went wrong."""
    tell(f"{_painted('error:', 'red')} {_one_line(str(problem))}")


def warn(message: str) -> None:
    """One line about what people should know though the work was done."""
    tell(f"{_painted('warning:', 'yellow')} {_one_line(message)}")


def note(message: str) -> None:
    """One line about what was done."""
    tell(_one_line(message))


def tell(message: str) -> None:
    """A message as it is. Where nobody reads standard error any more, the work goes on."""
    with outlived(sys.stderr):
        click.echo(message, err=True)


@contextmanager
def outlived(stream: IO[str]) -> Iterator[None]:
    """Go on behind the block if the reader of a stream has gone (``.. | head``); nothing more is written to it."""
    try:
        yield
    except BrokenPipeError:
        silence(stream)


def silence(stream: IO[str]) -> None:
    """Let everything that is or will be written to a stream go nowhere: its reader has gone."""
    with suppress(OSError, ValueError):  # no file is behind it
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def counted(count: int, what: str) -> str:
    """``1 document``, ``1,200 documents``."""
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def print_json(value: object) -> None:
    """A value as JSON; a byte that was not UTF-8 is the escape of a lone surrogate."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace"))


def visible(text: str) -> str:
    """A text on one line, with control characters as pictures: a document must not drive the terminal."""
    return text.translate(_VISIBLE_CONTROLS)


def examples(*lines: str) -> str:
    """The end of a help text: example command lines, kept on lines of their own."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


def _painted(text: str, color: str) -> str:
    # click drops colour where standard error is no terminal
    return text if os.environ.get("NO_COLOR") else click.style(text, fg=color, bold=True)


def _one_line(text: str) -> str:
    return " ".join(text.split())
