"""Paths that go out into a file or come in from one.

What goes out says nothing of the machine it was written on: no absolute path and no way up (``..``), so that the same
documents give the same bytes wherever they lie. What comes in is not trusted.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import PurePath, PureWindowsPath

__all__ = ["portable_path", "portable_root", "root_names", "stays_inside"]

# Nearly all paths of documents: nothing in them that some platform takes for a drive or a way up. A path object to find
# that out costs more than all else that is done for a document.
_PLAIN_PART = r"\.?[\w-][\w .-]*"
_PLAIN = re.compile(rf"(?:{_PLAIN_PART}/)*{_PLAIN_PART}")
_PLAIN_ELSEWHERE = re.compile(rf"/(?:{_PLAIN_PART}/)*({_PLAIN_PART})")


def stays_inside(path: str) -> bool:
    """Whether a path stays below the folder that it is put behind, on every platform."""
    if _PLAIN.fullmatch(path):
        return True
    windows = PureWindowsPath(path)
    outward = windows.is_absolute() or windows.drive or windows.root or ".." in windows.parts
    return bool(path) and "\0" not in path and not outward


def portable_path(path: PurePath | str) -> str:
    """The path of a document as files carry it: relative and POSIX; of one that leads elsewhere, the last part."""
    posix = path.as_posix() if isinstance(path, PurePath) else path
    if plain := _PLAIN_ELSEWHERE.fullmatch(posix):
        return plain[1]
    return posix if stays_inside(posix) else PureWindowsPath(posix).name or "document.md"


def portable_root(root: PurePath | str) -> str:
    """What paths are relative to, as files carry it: as it was given, or only the name of a folder elsewhere."""
    posix = PurePath(root).as_posix()
    return posix if stays_inside(posix) else _name(root)


def root_names(roots: Iterable[PurePath | str]) -> tuple[str, ...]:
    """The names of folders, whatever way they were given, each once; a root of the file system has none."""
    return tuple(dict.fromkeys(filter(None, map(_name, roots))))


def _name(folder: PurePath | str) -> str:
    return PurePath(os.path.abspath(folder)).name  # noqa: PTH100 - links in the path keep their names
