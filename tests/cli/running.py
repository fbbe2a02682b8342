"""Run the command line, in this process or as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from locdocs.cli import main


class Result(NamedTuple):
    """What a run came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


def run_process(*arguments: str | Path, stdin: bytes | None = None, cwd: Path | None = None, **env: str) -> Result:
    """Run ``python -m locdocs`` as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "locdocs", *map(str, arguments)],
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **env},
        check=False,
    )
    return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command line in this process."""

    def run(*arguments: str | Path) -> Result:
        capfdbinary.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as exit_:
            code = int(exit_.code or 0)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode("utf-8"), err.decode("utf-8"))

    return run
