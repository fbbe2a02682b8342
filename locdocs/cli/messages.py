"""What the command line says on standard error."""

from __future__ import annotations

import os

import click

__all__ = ["complain", "counted", "note"]


def complain(problem: object) -> None:
    """One line that says what went wrong."""
    click.echo(f"{_painted('error:', 'red')} {_one_line(str(problem))}", err=True)


def note(message: str) -> None:
    """One line about what was done."""
    click.echo(_one_line(message), err=True)


def counted(count: int, what: str) -> str:
    """``1 document``, ``1,200 documents``."""
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _painted(text: str, color: str) -> str:
    # click drops colour where standard error is no terminal
    return text if os.environ.get("NO_COLOR") else click.style(text, fg=color, bold=True)


def _one_line(text: str) -> str:
    return " ".join(text.split())
