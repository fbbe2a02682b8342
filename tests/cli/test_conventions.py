"""What holds for every command: help, version, streams, encodings, exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import locdocs
from tests.cli.running import Run, run_process

COMMANDS = ("diff", "export", "render", "rule", "show", "stats", "validate")


def test_version(run: Run) -> None:
    assert run("--version").out == f"locdocs {locdocs.__version__}\n"
    assert run_process("--version").out == f"locdocs {locdocs.__version__}\n"


def test_help_lists_the_commands(run: Run) -> None:
    result = run("--help")
    assert result.code == 0
    for command in COMMANDS:
        assert f"  {command} " in result.out
    assert "Examples:" in result.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples_on_lines_of_their_own(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    examples = lines[lines.index("  Examples:") + 1 :]
    assert len(examples) >= 3
    assert all(f"locdocs {command}" in line for line in examples)
    assert all(len(line) <= 100 for line in lines)
    assert run(command, "-h").out == result.out


@pytest.mark.parametrize(
    "arguments", [["nope"], ["export"], ["export", "--nope", "x"], ["stats", "--format", "xml", "x"]]
)
def test_wrong_usage_is_exit_2_on_standard_error(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "Error: " in result.err


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("valdate", "No such command 'valdate'. Did you mean 'validate'?\n"),
        ("Export", "No such command 'Export'. Did you mean 'export'?\n"),
        ("nope", "No such command 'nope'.\n"),
    ],
)
def test_a_misspelled_command_is_told_with_the_nearest(run: Run, written: str, told: str) -> None:
    result = run(written, "docs")
    assert (result.code, result.err.rpartition("Error: ")[2]) == (2, told)


def test_examples_in_help_are_true(run: Run, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for language in ("es", "de"):
        (tmp_path / f"docs.{language}-{language}").symlink_to(samples / "bilingual" / f"{language}-{language}")
    for command in ("export", "render", "stats"):
        for line in run(command, "--help").out.partition("Examples:\n")[2].splitlines():
            arguments = line.split("|")[0].split()[1:]
            if not {"git", "docs.ja-jp", "docs.es-es/page.md", "../docs"} & set(line.split()):
                assert run(*arguments).code == 0, line


def test_output_is_utf8_wherever_it_runs(samples: Path) -> None:
    path = samples / "bilingual/ja-jp/articles/signal-states.md"
    for env in ({"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        result = run_process("show", path, **env)
        assert result.code == 0, result.err
        assert "シグナルの状態" in result.out
        assert "\r" not in result.out


def test_standard_input_and_output(samples: Path) -> None:
    path = samples / "bilingual/de-de/articles/command-line.md"
    piped = run_process(
        "export",
        "-",
        "--stdin-filename",
        "articles/command-line.md",
        "--format",
        "tmx",
        "-o",
        "-",
        stdin=path.read_bytes(),
    )
    named = run_process("export", "articles/command-line.md", "--format", "tmx", cwd=samples / "bilingual/de-de")
    assert piped.code == named.code == 0
    assert piped.out == named.out
    assert "19 segments of 1 document written to standard output" in piped.err


def test_a_reader_that_goes_away_is_no_error(samples: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "locdocs", "export", str(samples / "bilingual"), "--format", "tmx"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    process.wait()
    assert b"Traceback" not in error


def test_nothing_on_standard_error_when_quiet(run: Run, samples: Path, tmp_path: Path) -> None:
    result = run("export", samples / "bilingual", "-o", tmp_path / "memory.tmx", "--quiet")
    assert result == (0, "", "")


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
@pytest.mark.parametrize("color", [True, False])
def test_colour_and_progress_are_for_terminals(samples: Path, tmp_path: Path, color: bool) -> None:
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "80", **({} if color else {"NO_COLOR": "1"})}
    error = on_terminal(["export", "/missing.md", "-o", str(tmp_path / "a.tmx")], env)
    assert ("\x1b[" in error) is color
    assert "/missing.md: no such file" in error
    told = on_terminal(["export", str(samples / "bilingual"), "-o", str(tmp_path / "b.tmx")], env)
    assert "Exporting" in told
    assert "303 segments" in told
    assert "Exporting" not in on_terminal(
        ["export", str(samples / "bilingual"), "-o", str(tmp_path / "b.tmx"), "-q"], env
    )


def on_terminal(arguments: list[str], env: dict[str, str]) -> str:
    """What a person sees who runs it on a terminal."""
    master, slave = os.openpty()
    process = subprocess.Popen([sys.executable, "-m", "locdocs", *arguments], stdout=slave, stderr=slave, env=env)
    os.close(slave)
    seen = b""
    try:
        while chunk := os.read(master, 4096):
            seen += chunk
    except OSError:  # the other end is closed
        pass
    process.wait()
    os.close(master)
    return seen.decode("utf-8")


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
def test_a_table_is_cut_to_the_width_of_the_terminal(samples: Path) -> None:
    path = samples / "bilingual/de-de/articles/command-line.md"
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "70", "NO_COLOR": "1"}
    import re

    seen = re.sub(r"\x1b\[[0-9;]*m", "", on_terminal(["show", str(path)], env)).splitlines()
    assert seen[0].split() == ["number", "block", "source", "target"]
    assert len(seen) == 1 + len(locdocs.read(path).segments)
    assert max(map(len, seen)) <= 70
    assert any("…" in line for line in seen)
