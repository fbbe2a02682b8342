"""Writing whole files or nothing."""

from __future__ import annotations

import os
import sys
from io import BytesIO
from pathlib import Path

import pytest

from locdocs.errors import OutputError
from locdocs.files import opened_output, write_bytes

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing(path: Path, error: BaseException, *endings: str) -> None:
    """Write to some files, then fail."""
    with opened_output(path) as output:
        for ending in endings:
            output.open(ending).write(b"after")
        raise error


def test_the_file_appears_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with opened_output(path) as output:
        output.open().write(b"one")
        assert not path.exists()
    assert path.read_bytes() == b"one"
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_an_error_leaves_what_was_there(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"before")
    with pytest.raises(error):
        failing(path, error(), "")
    assert path.read_bytes() == b"before"
    assert names(tmp_path) == ["a.txt"]


def test_a_file_that_would_not_change_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"same")
    os.utime(path, (1, 1))
    with opened_output(path) as output:
        output.open().write(b"same")
    assert write_bytes(path, b"same") is False
    assert path.stat().st_mtime == 1
    assert write_bytes(path, b"other") is True
    assert path.read_bytes() == b"other"


def test_several_files_appear_together(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="late"):
        failing(tmp_path / "a", ValueError("late"), ".es", ".en")
    assert names(tmp_path) == []
    with opened_output(tmp_path / "a") as output:
        output.open(".es").write(b"uno")
        output.open(".en").write(b"one")
    assert names(tmp_path) == ["a.en", "a.es"]


def test_a_stream_is_flushed_and_left_open() -> None:
    stream = BytesIO()
    with opened_output(stream) as output:
        output.open().write(b"one")
    assert stream.getvalue() == b"one"
    with pytest.raises(OutputError, match="several files"), opened_output(stream) as output:
        output.open(".es")


@pytest.mark.parametrize(
    ("place", "told"),
    [("missing/a.txt", "folder does not exist"), ("file/a.txt", "not a folder"), ("folder", "folder")],
)
def test_what_cannot_be_written_says_why(tmp_path: Path, place: str, told: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    if sys.platform == "win32" and place.startswith("file"):
        told = ""
    with pytest.raises(OutputError, match=told) as caught, opened_output(tmp_path / place) as output:
        output.open()
    assert str(tmp_path / place) in str(caught.value)


def test_folders_are_made_for_a_whole_file(tmp_path: Path) -> None:
    assert write_bytes(tmp_path / "a" / "b" / "c.txt", b"one")
    with pytest.raises(OutputError):
        write_bytes(tmp_path / "a" / "b" / "c.txt" / "d.txt", b"one")


@posix
def test_links_and_modes_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_bytes(b"before")
    path.chmod(0o640)
    link.symlink_to(path)
    write_bytes(link, b"after")
    assert link.is_symlink()
    assert path.read_bytes() == b"after"
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_devices_are_written_to_and_not_replaced() -> None:
    with opened_output("/dev/null") as output:
        output.open().write(b"one")
    with pytest.raises(OutputError, match="disk is full"), opened_output("/dev/full") as output:
        output.open().write(b"one")
    assert not Path("/dev/full").is_file()
