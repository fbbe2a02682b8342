"""A git repository: which files there are at a commit, and what they hold."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path, PurePosixPath
from posixpath import normpath

__all__ = ["Repository", "open_repository", "top_of"]


class Repository:
    """A git repository, asked for files through one process that stays. Paths are relative to the folder opened."""

    def __init__(self, folder: Path, prefix: str) -> None:
        """Made by :func:`open_repository`.

        :param folder: a folder of its working tree.
        :param prefix: the path of the folder from the top of the tree, with a slash behind it.
        """
        self._folder = folder
        self._prefix = prefix
        self._process = subprocess.Popen(
            [*_git(folder), "cat-file", "--batch"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._commits: dict[str, bool] = {}

    def has(self, commit: str) -> bool:
        """Whether the repository holds a commit."""
        if commit not in self._commits:
            self._commits[commit] = self._ask(f"{commit}^{{commit}}")[0] == b"commit"
        return self._commits[commit]

    def read(self, commit: str, path: PurePosixPath) -> bytes | None:
        """A file at a commit; ``None`` where there is none."""
        kind, data = self._ask(self._name(commit, path))
        return data if kind == b"blob" else None

    def is_folder(self, commit: str, path: PurePosixPath) -> bool:
        """Whether there is a folder at a commit."""
        return self._ask(self._name(commit, path))[0] == b"tree"

    def files(self, commit: str, folder: PurePosixPath) -> list[PurePosixPath]:
        """The paths of all files in a folder at a commit, relative to that folder, in order."""
        listed = subprocess.run(
            [*_git(self._folder), "ls-tree", "-r", "-z", "--name-only", "--full-tree", self._name(commit, folder)],
            capture_output=True,
            check=True,
        )
        return sorted(map(PurePosixPath, filter(None, os.fsdecode(listed.stdout).split("\0"))))

    def _name(self, commit: str, path: PurePosixPath) -> str:
        name = normpath(f"{self._prefix}{path}")
        return f"{commit}:{'' if name == '.' else name}"

    def _ask(self, name: str) -> tuple[bytes, bytes]:
        """The type of an object and what it holds; nothing where there is none."""
        if "\n" in name or self._process.stdin is None or self._process.stdout is None:
            return b"", b""
        self._process.stdin.write(name.encode("utf-8", "surrogateescape") + b"\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline().split()
        if len(answer) != 3 or not answer[2].isdigit():
            return b"", b""
        return answer[1], self._process.stdout.read(int(answer[2]) + 1)[:-1]

    def close(self) -> None:
        """End the process."""
        with suppress(OSError), self._process:
            pass


def open_repository(folder: Path) -> Repository | None:
    """The repository that a folder belongs to, to be closed when it is done with; ``None`` where there is none."""
    prefix = _asked(folder, "--show-prefix")
    return None if prefix is None else Repository(folder, prefix)


def top_of(folder: Path) -> Path | None:
    """The top of the working tree that a folder belongs to; ``None`` where there is none."""
    top = _asked(folder, "--show-toplevel")
    return Path(top) if top else None


def _git(folder: Path) -> tuple[str, ...]:
    return "git", "-C", str(folder)


def _asked(folder: Path, what: str) -> str | None:
    try:
        found = subprocess.run([*_git(folder), "rev-parse", what], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):  # no git here, or no repository
        return None
    return os.fsdecode(found.stdout).strip("\n")
