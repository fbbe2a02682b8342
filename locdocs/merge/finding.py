"""Which file the path in an exchange file means.

Paths come from outside and are not trusted: one that leads out of what was given (as an absolute path, by ``..`` or by
a link) finds nothing. A file that has moved is found below the name of its old folder, or by the hash of its English
file.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath, PurePosixPath
from typing import Literal, NamedTuple

from locdocs.corpus import Tree, read_tree
from locdocs.errors import InputError, LocdocsError
from locdocs.front_matter import Localization, find_header
from locdocs.merge.applying import same_language
from locdocs.model import Document
from locdocs.parser import read, read_bytes
from locdocs.paths import stays_inside
from locdocs.text import decode
from locdocs.units import Origin

__all__ = ["Destination", "Missing"]

_SHOWN = 3

MissingReason = Literal["unsafe-path", "no-document", "several-documents", "other-language", "no-segment", "unreadable"]


class Missing(NamedTuple):
    """Why no file was found."""

    reason: MissingReason
    message: str
    """One sentence for people."""


class Destination:
    """The documents that edited translations go back into: folders, with all folders in them, and files."""

    def __init__(
        self,
        paths: Sequence[PurePath | str],
        *,
        gitignore: bool = True,
        on_error: Callable[[LocdocsError], None] | None = None,
    ) -> None:
        """Raises InputError where a path does not exist.

        :param on_error: is handed the error of each document or folder that cannot be read; without it the error is
            raised.
        """
        self.tree: Tree = read_tree(*paths, gitignore=gitignore, on_error=on_error)
        self._on_error = on_error
        self._found: dict[tuple[object, ...], Path | Missing] = {}
        self._by_hash: Mapping[str, list[Path]] | None = None
        self._all: Mapping[str, Path] | None = None
        self._known: dict[str, Path] = {}

    def find(self, origin: Origin, roots: Iterable[str] = ()) -> Path | Missing:
        """The file that units of an origin belong to.

        The answer stays the same, whatever becomes of the files: units are asked about twice.

        :param roots: what the path of the origin is relative to, as the exchange file says.
        """
        roots = tuple(roots)
        key = origin.path, origin.target_language, origin.source_hash, roots
        if key not in self._found:
            self._found[key] = self._find(origin, roots)
        return self._found[key]

    def read(self, path: Path) -> Document | None:
        """The document at a path, called by that path; ``None`` where it cannot be read and somebody takes errors."""
        try:
            return read(path, name=PurePosixPath(path.as_posix()))
        except InputError as error:
            self._take(error)
            return None

    def _take(self, error: InputError) -> None:
        if self._on_error is None:
            raise error
        self._on_error(error)

    def _find(self, origin: Origin, roots: Sequence[str]) -> Path | Missing:
        if origin.path is None:
            return self.only_file or Missing(
                "no-document",
                "the exchange file does not say which document its units belong to; name one file, or match by source",
            )
        inner = _without_way_up(origin.path)
        wanted = [PurePosixPath(inner)] if stays_inside(inner) else []
        rooted = [PurePosixPath(root) / path for root in roots if stays_inside(root) for path in wanted]
        found = {_real(file): file for file in self._below(origin.path, [*wanted, *rooted])}
        files = list(found.values()) or self._ending(rooted) or self._with_hash(origin.source_hash)
        if not files:
            for link in self._broken_links(wanted):
                return Missing("unreadable", f"{link} is a link to a file that is not there")
            return _nothing(origin.path, self.where, leads_out=not wanted or inner != origin.path)
        found_one = _the_one({file: self._localization(file) for file in files}, origin)
        # The same file may be found by several names; it goes by the first.
        return found_one if isinstance(found_one, Missing) else self._known.setdefault(_real(found_one), found_one)

    @property
    def where(self) -> str:
        """What was given, for messages."""
        shown = ", ".join(map(str, self.tree.paths[:_SHOWN]))
        return shown if len(self.tree.paths) <= _SHOWN else f"{shown}, .."

    def _below(self, given: str, wanted: Iterable[PurePosixPath]) -> Iterator[Path]:
        """The files that some paths can mean, each below what was given."""
        for base in self.tree.paths:
            for path in wanted:
                yield from _files(base, path)
            yield from _absolute(base, given)

    def _broken_links(self, wanted: Iterable[PurePosixPath]) -> Iterator[Path]:
        """The links of some paths, below what was given, that lead to nothing."""
        paths = (base / path for base in self.tree.paths for path in wanted)
        return (path for path in paths if path.is_symlink() and not os.path.exists(path))  # noqa: PTH110

    def _ending(self, wanted: Iterable[PurePosixPath]) -> list[Path]:
        """The documents, however deep, whose paths end with one that begins with the name of its folder."""
        endings = [f"/{path.as_posix()}" for path in wanted]
        if not endings:
            return []
        if self._all is None:
            self._all = {_posix(file.path): file.path for file in self.tree.files()}
        return [file for name, file in self._all.items() if any(map(name.endswith, endings))]

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
                own = self._localization(file.path)
                if own and own.source_hash:
                    table[own.source_hash].append(file.path)
            self._by_hash = table
        return self._by_hash.get(source_hash, [])

    def _localization(self, path: Path) -> Localization | None:
        """The localization keys of a document; ``None`` for one that cannot be read."""
        try:
            return find_header(decode(read_bytes(path))).localization
        except InputError as error:
            self._take(error)
            return None


def _real(path: Path) -> str:
    return os.path.realpath(path)


def _posix(path: Path) -> str:
    return Path(os.path.abspath(path)).as_posix()  # noqa: PTH100 - links in the path keep their names


def _without_way_up(path: str) -> str:
    """A path without the ``..`` at its beginning: what is left may be found below what was given."""
    while path.startswith("../"):
        path = path[3:]
    return path


def _absolute(base: Path, path: str) -> Iterator[Path]:
    """The file of an absolute path, where that is the file that was given, or one of the folder."""
    if "\0" in path or not os.path.isabs(path):  # noqa: PTH117 - the path may be none
        return
    real, top = os.path.realpath(path), os.path.realpath(base)
    if real == top and not base.is_dir():
        yield base
    elif real.startswith(top.rstrip(os.sep) + os.sep) and os.path.isfile(real):  # noqa: PTH113
        yield base / os.path.relpath(real, top)


def _nothing(path: str, where: str, *, leads_out: bool) -> Missing:
    if leads_out:
        advice = "name the one document with --to, or match by source"
        return Missing("unsafe-path", f"the path {path!r} leads out of what was given; {advice}")
    return Missing(
        "no-document",
        f"there is no document {path} in {where}; name with --to the folder in which this path begins, or the one "
        "document if it is called otherwise, or match by source",
    )


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


def _the_one(found: Mapping[Path, Localization | None], origin: Origin) -> Path | Missing:
    """The one of several files that has the language of the units, and the English file."""
    if len(found) == 1:
        [(only, localization)] = found.items()
        if localization is None:  # whoever reads it is told so
            return only
    keys = {file: localization for file, localization in found.items() if localization is not None}
    if len(keys) < len(found):
        unread = next(file for file in found if file not in keys)
        told = f"the path {origin.path} can mean {len(found)} documents, of which {unread} could not be read"
        return Missing("unreadable", told)
    right = [file for file in keys if same_language(origin.target_language, keys[file].content_locale)]
    if not right:
        languages = ", ".join(sorted({keys[file].content_locale or "" for file in keys}))
        return Missing("other-language", f"the targets are {origin.target_language}, the document is {languages}")
    if len(right) > 1:
        hashed = [file for file in right if keys[file].source_hash == origin.source_hash]
        right = hashed if len(hashed) == 1 else right
    if len(right) > 1:
        names = ", ".join(map(str, right[:_SHOWN])) + (", .." if len(right) > _SHOWN else "")
        return Missing(
            "several-documents",
            f"the path {origin.path} can mean {len(right)} documents: {names}; name with --to the folder of one",
        )
    return right[0]
