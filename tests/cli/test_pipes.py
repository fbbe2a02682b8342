"""Nobody reads the output to its end: a quiet end, as with other programs, and no half of the work."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from locdocs.exchange import FORMATS, read_units
from locdocs.exchange import write as write_units
from locdocs.units import Unit

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows no closed pipes of this kind")


def run_unread(*arguments: str | Path, messages: bool = True) -> tuple[int, str]:
    """Run a command whose output nobody reads (with ``messages=False``, nor its messages): exit code and messages."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "locdocs", *map(str, arguments)],
            stdout=writing,
            stderr=subprocess.PIPE if messages else writing,
            check=False,
        )
    finally:
        os.close(writing)
    return done.returncode, (done.stderr or b"").decode()


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "moses"])
def test_an_export_ends_quietly(samples: Path, name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    assert run_unread("export", samples / "bilingual" / "es-es", "--format", name) == (141, "")


def test_other_commands_end_quietly(samples: Path) -> None:
    page = samples / "bilingual/es-es/articles/get-started.md"
    for arguments in (
        ["--help"],
        ["show", "--help"],
        ["rule"],
        ["stats", page],
        ["show", page],
        ["show", f"{page}#107", "--format", "json"],
        ["render", page],
    ):
        assert run_unread(*arguments) == (141, ""), arguments


def test_mistakes_keep_their_exit_code_where_nobody_reads_about_them(tmp_path: Path) -> None:
    assert run_unread("show", tmp_path / "gone.md", messages=False)[0] == 2
    assert run_unread("show", messages=False)[0] == 2


@pytest.mark.parametrize("messages", [True, False])
def test_a_diff_that_nobody_reads_writes_nothing_either(samples: Path, tmp_path: Path, messages: bool) -> None:
    tree = shutil.copytree(samples / "bilingual/es-es", tmp_path / "es-es")
    before = {path: path.read_bytes() for path in tree.rglob("*.md")}
    file = tmp_path / "edited.jsonl"
    write_units(file, _louder(tree, file))
    assert run_unread("apply", file, "--to", tree, "--diff", messages=messages) == (141, "")
    assert {path: path.read_bytes() for path in tree.rglob("*.md")} == before


def test_all_documents_are_written_whoever_reads_the_messages(samples: Path, tmp_path: Path) -> None:
    tree = shutil.copytree(samples / "bilingual/es-es", tmp_path / "es-es")
    twin = shutil.copytree(tree, tmp_path / "twin" / "es-es")
    file = tmp_path / "edited.jsonl"
    write_units(file, _louder(tree, file))
    code, _ = run_unread("apply", file, "--to", tree, messages=False)
    wanted = subprocess.run([sys.executable, "-m", "locdocs", "apply", file, "--to", twin], check=False)
    assert code == wanted.returncode == 0
    assert {path.relative_to(tree): path.read_bytes() for path in tree.rglob("*.md")} == {
        path.relative_to(twin): path.read_bytes() for path in twin.rglob("*.md")
    }
    assert "¡¡" in (tree / "articles/get-started.md").read_text("utf-8")


def _louder(tree: Path, file: Path) -> list[Unit]:
    subprocess.run([sys.executable, "-m", "locdocs", "export", tree, "-q", "-o", file], check=True)
    return [unit._replace(target=unit.target + " ¡¡") for unit in read_units(file)]
