"""Which file the path in an exchange file means.

Paths come from outside and are not trusted: one that is absolute, or leads out of the folder that was given (by ``..``
or by a link), finds nothing. A file that has moved is found by the hash of its English file.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Literal, NamedTuple

from locdocs.corpus import Tree, read_tree
from locdocs.front_matter import Localization, find_header
from locdocs.merge.applying import same_language
from locdocs.parser import read_bytes
from locdocs.text import decode
from locdocs.units import Origin

__all__ = ["Destination", "Missing"]

MissingReason = Literal["unsafe-path", "no-document", "several-documents", "other-language"]


class Missing(NamedTuple):
    """Why no file was found."""

    reason: MissingReason
    message: str
    """One sentence for people."""


class Destination:
    """The documents that edited translations go back into: folders, with all folders in them, and files."""

    def __init__(self, paths: Sequence[PurePath | str], *, gitignore: bool = True) -> None:
        """Raises InputError where a path does not exist."""
        self.tree: Tree = read_tree(*paths, gitignore=gitignore)
        self._by_hash: Mapping[str, list[Path]] | None = None
        self._known: dict[str, Path] = {}

    def find(self, origin: Origin, roots: Iterable[str] = ()) -> Path | Missing:
        """The file that units of an origin belong to.

        :param roots: what the path of the origin is relative to, as the exchange file says.
        """
        if origin.path is None:
            return self.only_file or Missing(
                "no-document",
                "the exchange file does not say which document its units belong to; name one file, or match by source",
            )
        if not is_safe(origin.path):
            return Missing("unsafe-path", f"the path {origin.path!r} leads out of the folder that was given")
        inner = PurePosixPath(origin.path)
        wanted = [inner, *(PurePosixPath(root) / inner for root in roots if is_safe(root))]
        found = {_real(file): file for base in self.tree.paths for path in wanted for file in _files(base, path)}
        files = list(found.values()) or self._with_hash(origin.source_hash)
        if not files:
            return Missing("no-document", f"there is no document {origin.path}")
        found_one = _the_one(files, origin)
        # The same file may be found by several names; it goes by the first.
        return found_one if isinstance(found_one, Missing) else self._known.setdefault(_real(found_one), found_one)

    @property
    def only_file(self) -> Path | None:
        """The document, where one file and nothing else was given."""
        [first, *others] = self.tree.paths
        return None if others or first.is_dir() else first

    def _with_hash(self, source_hash: str | None) -> list[Path]:
        """The documents made from one English file: where it has moved, they have moved too."""
        if source_hash is None:
            return []
        if self._by_hash is None:
            table: defaultdict[str, list[Path]] = defaultdict(list)
            for file in self.tree.files():
                own = _localization(file.path).source_hash
                if own:
                    table[own].append(file.path)
            self._by_hash = table
        return self._by_hash.get(source_hash, [])


def _real(path: Path) -> str:
    return os.path.realpath(path)


def is_safe(path: str) -> bool:
    """Whether a path stays below the folder that it is put behind, on every platform."""
    windows = PureWindowsPath(path)
    outward = windows.is_absolute() or windows.drive or windows.root or ".." in windows.parts
    return bool(path) and "\0" not in path and not outward


def _files(base: Path, path: PurePosixPath) -> Iterator[Path]:
    """The files that a relative path can mean below a folder, or the file that was named, where its path ends alike."""
    if not base.is_dir():
        own = PurePosixPath(base.as_posix()).parts
        count = min(len(own), len(path.parts))
        if own[-count:] == path.parts[-count:]:
            yield base
        return
    top = os.path.realpath(base)
    around = Path(os.path.abspath(base)).parts  # noqa: PTH100 - links in the path keep their names
    for count in range(len(path.parts)):
        # A path that was relative to a folder further up begins with the names of the folders between.
        if count and around[-count:] != path.parts[:count]:
            continue
        file = base.joinpath(*path.parts[count:])
        real = os.path.realpath(file)
        if os.path.isfile(real) and real.startswith(top.rstrip(os.sep) + os.sep):  # noqa: PTH113
            yield file


def _the_one(files: Sequence[Path], origin: Origin) -> Path | Missing:
    """The one of several files that has the language of the units, and the English file."""
    keys = {file: _localization(file) for file in files}
    right = [file for file in files if same_language(origin.target_language, keys[file].content_locale)]
    if not right:
        languages = ", ".join(sorted({keys[file].content_locale or "" for file in files}))
        return Missing("other-language", f"the targets are {origin.target_language}, the document is {languages}")
    if len(right) > 1:
        hashed = [file for file in right if keys[file].source_hash == origin.source_hash]
        right = hashed if len(hashed) == 1 else right
    if len(right) > 1:
        names = ", ".join(map(str, right[:3]))
        return Missing("several-documents", f"the path {origin.path} can mean {len(right)} documents: {names}")
    return right[0]


def _localization(path: Path) -> Localization:
    return find_header(decode(read_bytes(path))).localization
