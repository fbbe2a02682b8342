"""The command line: what is parsed, printed and exited with. Everything else is a function of the package.

Results go to standard output and messages to standard error. Exit codes: 0 done, 1 findings (files that a check found
wanting), 2 could not run, 130 interrupted, 141 nobody read the output to its end (``.. | head``).
"""

from __future__ import annotations

import difflib
import signal
import sys
import traceback
import warnings
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from types import FrameType
from typing import Any, NoReturn

import click

from locdocs import __version__
from locdocs.cli.messages import complain, examples, note, outlived, silence, tell
from locdocs.errors import LocdocsError

__all__ = ["commands", "main"]

_COMMANDS = {
    "apply": "Put edited translations back into the documents they came from.",
    "diff": "Show what has changed between two versions of documents.",
    "export": "Write the pairs of documents to an exchange file.",
    "render": "Write a view of documents: target, source, bilingual or HTML.",
    "rule": "Explain a rule of the validator, or list them.",
    "show": "Show the segments of a document as a table.",
    "stats": "Count what documents hold.",
    "validate": "Check documents by rules.",
}


_READER_GONE = 141
"""What a shell says of a program that a closed pipe has ended."""


class _ReaderGoneError(Exception):
    """The reader of standard output has gone. Its own class, because click makes exit code 1 of the system's error."""


class _Commands(click.Group):
    """The commands, each imported when it is asked for."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        try:
            return super().make_context(*args, **kwargs)
        except BrokenPipeError as error:
            raise _ReaderGoneError from error

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise _ReaderGoneError from error

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's interface
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"locdocs.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        near = difflib.get_close_matches(args[0], _COMMANDS, n=1)
        if near and args[0] not in _COMMANDS:
            ctx.fail(f"No such command {args[0]!r}. Did you mean {near[0]!r}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "locdocs export docs.es-es -o memory.tmx",
        "locdocs show docs.es-es/articles/sign-in.md",
        "locdocs render docs.es-es --view target -o published",
        "locdocs stats docs.es-es",
    ),
)
@click.version_option(__version__, prog_name="locdocs", message="%(prog)s %(version)s")
def commands() -> None:
    """Read side-by-side localized Markdown, and give its pairs.

    A folder is read with all folders in it (*.md, except what .gitignore leaves out), a file named outright always, and
    "-" is standard input or output. Exit codes: 0 done, 1 a check found something, 2 could not run.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    :param arguments: the arguments; else those of the process.
    :return: the exit code.
    """
    _speak_utf8()
    if arguments is None:
        signal.signal(signal.SIGTERM, _terminated)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _warn
            code = commands.main(arguments, prog_name="locdocs", standalone_mode=False)
        if sys.stdout is not None:  # as when it was closed from the start
            sys.stdout.flush()
    except (_ReaderGoneError, BrokenPipeError):
        silence(sys.stdout)
        return _READER_GONE
    except click.ClickException as error:
        with outlived(sys.stderr):
            error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted; no file was left half-written")
        return 130
    except (LocdocsError, OSError) as error:
        complain(error)
        # What a full disk did not take is still in the buffer: Python would try again at its end, and exit with 120.
        try:
            if sys.stdout is not None:
                sys.stdout.flush()
        except OSError:
            silence(sys.stdout)
        return 2
    except Exception as error:  # noqa: BLE001 - a fault of ours, or of a rule or format of another package
        tell("".join(traceback.format_exception(error)).rstrip("\n"))
        complain("; ".join([f"{type(error).__name__}: {error}", *getattr(error, "__notes__", ())]))
        return 2
    return code if isinstance(code, int) else 0


def _warn(message: Warning | str, *_: object, **__: object) -> None:
    """A warning of the package, such as that of a broken format of another one, as one line."""
    note(f"warning: {message}")


def _terminated(signum: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 - the interface of signal handlers
    """A polite end is an interruption: what is half-written is cleaned up."""
    raise KeyboardInterrupt


def _speak_utf8() -> None:
    """UTF-8 and LF on every platform; bytes of documents that are not UTF-8 come out as they went in."""
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")
