"""Files written whole or not at all.

What is written goes to a temporary file in the folder of the target and takes its place when all of it is there. An
error, a full disk or an interrupted run leaves what was there before, and a file whose bytes would not change is not
touched. What is no regular file (a device, a pipe, a stream) cannot be replaced and is written straight to.
"""

from __future__ import annotations

import errno
import filecmp
import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import BinaryIO

from locdocs.errors import OutputError

__all__ = ["Output", "opened_output", "write_bytes"]

_ADVICE = {
    errno.ENOSPC: "the disk is full; free some space or write elsewhere",
    errno.EACCES: "no permission to write here; choose another place",
    errno.EPERM: "no permission to write here; choose another place",
    errno.EROFS: "the file system is read-only; choose another place",
    errno.ENOENT: "the folder does not exist; make it first",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.EISDIR: "is a folder; name a file",
}
_serial = itertools.count()


class Output:
    """One or several files that belong together, being written: all of them appear, or none."""

    def __init__(self, target: PurePath | str | BinaryIO) -> None:
        self.name = str(target) if isinstance(target, (str, PurePath)) else "the output stream"
        self._stream = None if isinstance(target, (str, PurePath)) else target
        self._path = Path(os.path.realpath(target)) if isinstance(target, (str, PurePath)) else None
        self._temporary: list[tuple[Path, Path, BinaryIO]] = []
        self._direct: list[BinaryIO] = []

    def open(self, ending: str = "") -> BinaryIO:
        """A binary file to write to, closed later by whoever opened the output.

        :param ending: appended to the file's name, for formats that are several files (``.es``, ``.ids``).
        :raises OutputError: the file cannot be made, or a second one is asked of a stream.
        """
        if self._path is None:
            if ending or self._stream is None:
                raise OutputError("this format is several files and cannot be written to a stream; name a file")
            return self._stream
        path = self._path.with_name(self._path.name + ending) if ending else self._path
        try:
            return self._open(path)
        except OSError as error:
            raise _output_error(error, path) from None

    def _open(self, path: Path) -> BinaryIO:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
        if path.exists() and not path.is_file():
            device = path.open("wb")
            self._direct.append(device)
            return device
        temporary = path.with_name(f".{path.name[:100]}.{os.getpid()}-{next(_serial)}.tmp")
        file = temporary.open("xb")
        self._temporary.append((temporary, path, file))
        return file

    def commit(self) -> None:
        """Put everything in its place."""
        for device in self._direct:
            device.close()
        for _, _, file in self._temporary:
            file.close()
        if self._stream is not None:
            self._stream.flush()
        while self._temporary:
            temporary, path, _ = self._temporary[0]
            _take_place(temporary, path)
            del self._temporary[0]

    def discard(self) -> None:
        """Leave everything as it was."""
        for temporary, _, file in self._temporary:
            with suppress(OSError):  # closing flushes, and the disk may be full
                file.close()
            with suppress(OSError):
                temporary.unlink()
        for device in self._direct:
            with suppress(OSError):
                device.close()
        self._temporary.clear()
        self._direct.clear()


def _take_place(temporary: Path, path: Path) -> None:
    if path.exists():
        if filecmp.cmp(temporary, path, shallow=False):
            temporary.unlink()
            return
        shutil.copymode(path, temporary)
    temporary.replace(path)


@contextmanager
def opened_output(target: PurePath | str | BinaryIO) -> Iterator[Output]:
    """An output for the length of a ``with`` block: in its place when the block ends well, gone when it does not.

    :param target: a path, or a binary stream, which is flushed and left open.
    :raises OutputError: it could not be written; nothing half-written is left behind.
    """
    output = Output(target)
    try:
        yield output
        output.commit()
    except BrokenPipeError:  # the reader has gone: no error of ours, and none of the file's
        output.discard()
        raise
    except OSError as error:
        output.discard()
        raise _output_error(error, output.name) from None
    except BaseException:
        output.discard()
        raise


def write_bytes(path: PurePath | str, data: bytes) -> bool:
    """Write a whole file, its folders included.

    :return: whether the file changed; one that holds these bytes already is not touched.
    :raises OutputError: it could not be written; what was there is still there.
    """
    file = Path(path)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_file() and file.read_bytes() == data:
            return False
    except OSError as error:
        raise _output_error(error, path) from None
    with opened_output(file) as output:
        output.open().write(data)
    return True


def _output_error(error: OSError, path: PurePath | str) -> OutputError:
    advice = _ADVICE.get(error.errno or 0)
    return OutputError(f"cannot be written: {advice or error.strerror or error}", path=path)
