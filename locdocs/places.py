"""What documents are called, and where somebody who reads a report opens them.

A document is known by its name: baselines, fingerprints and ``per-file-ignores`` hold to it, so it must not depend on
the folder in which a command runs. A path in a report has to open: from the working folder for people, from the top of
the repository for services.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath, PurePosixPath
from typing import NamedTuple

from locdocs.config import Config
from locdocs.validation import Diagnostic

__all__ = ["Places", "common_folder", "covers", "name_of", "name_root", "places_for"]

_FOR_PEOPLE = frozenset({"text", "concise", "diff"})
_BY_NAME = frozenset({"json", "jsonl"})


class Places(NamedTuple):
    """How names become paths in a report."""

    top: Path
    """The folder that names are relative to."""
    base: Path
    """The folder that paths are to be relative to."""

    def shown(self, name: PurePosixPath) -> PurePosixPath:
        """The path of a document: relative to ``base``, or absolute where it lies outside."""
        path = Path(os.path.abspath(self.top / name))  # noqa: PTH100 - links stay
        return PurePosixPath((path.relative_to(self.base) if path.is_relative_to(self.base) else path).as_posix())

    def diagnostics(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The diagnostics, with paths for names."""
        for diagnostic in found:
            path = diagnostic.path
            yield diagnostic if path is None else replace(diagnostic, path=self.shown(path))


def common_folder(paths: Sequence[PurePath | str]) -> Path:
    """The folder that all paths lie in; the working folder where there is none."""
    given = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - links stay
    if not given:
        return Path.cwd()
    try:
        return Path(os.path.commonpath([path if path.is_dir() else path.parent for path in given]))
    except ValueError:  # drives of Windows have nothing in common
        return Path.cwd()


def covers(paths: Sequence[PurePath | str], config: Path | None) -> bool:
    """Whether one of the paths is the folder of the configuration, or holds it."""
    return config is not None and any(
        Path(os.path.realpath(config)).parent.is_relative_to(os.path.realpath(path)) for path in paths
    )


def name_root(paths: Sequence[PurePath | str], root: PurePath | str | None, config: Config) -> Path | None:
    """The folder that names are relative to: ``root``, else that of the configuration, else the working folder.

    Documents outside of these are named relative to the folder they have in common; ``None``, for files that are called
    as they were given.
    """
    if root is not None:
        return Path(root)
    base, common = _usual_root(config), common_folder(paths)
    if common.is_relative_to(base):
        return base
    return common if any(Path(path).is_dir() for path in paths) else None


def name_of(path: PurePath | str, root: Path | None) -> PurePosixPath:
    """The name of a document that is at hand without its file: relative to ``root`` where it lies in it."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - links stay
    named = whole.relative_to(root) if root and whole.is_relative_to(root) else whole
    return PurePosixPath(named.as_posix())


def places_for(
    report: str, paths: Sequence[PurePath | str], root: PurePath | str | None, config: Config
) -> Places | None:
    """How names become paths in a format of reports, or in a ``diff``.

    :return: ``None`` where documents go by their names: in JSON, which other runs are compared with.
    """
    if report in _BY_NAME:
        return None
    here = Path.cwd()
    top = here / (name_root(paths, root, config) or here)
    if report in _FOR_PEOPLE:
        return Places(top, here)
    if root is not None:
        return Places(top, Path(os.path.abspath(root)))  # noqa: PTH100 - links stay
    common = common_folder(paths)
    return Places(top, _repository(common) or (here if common.is_relative_to(here) else top))


def _usual_root(config: Config) -> Path:
    return config.path.parent.absolute() if config.path else Path.cwd()


def _repository(folder: Path) -> Path | None:
    """The top of the git repository around a folder. Git is not asked: a container may have none."""
    return next((around for around in (folder, *folder.parents) if (around / ".git").exists()), None)
