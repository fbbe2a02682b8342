"""The file of what is known, as ``locdocs validate`` writes it, and whether it is about the documents of a run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path, PurePath
from typing import NamedTuple

from locdocs.cli.unreadable import Unreadable
from locdocs.errors import InputError
from locdocs.text import clipped
from locdocs.validation import Baseline, Validation, read_baseline, write_baseline
from locdocs.validation.baseline import Known

__all__ = ["Look", "Written", "told_of_others", "write_known"]


class Look(NamedTuple):
    """What a run looks at."""

    top: Path
    """The folder that names are relative to."""
    paths: Sequence[str]
    """The folders and files that were given."""
    only_changed: bool
    """Whether it leaves out what has not changed."""
    unreadable: Unreadable
    """Gets what cannot be read."""


class Written(NamedTuple):
    """What was written: how many entries."""

    found: int
    kept: int
    """Those of before, about files that were not looked at."""


def write_known(file: Path, run: Validation, look: Look) -> Written:
    """Write what a run finds; the entries about files that it does not look at stay.

    :raises ConfigError: there is a file that is no baseline.
    :raises InputError: something could not be read; what is known of it would be lost.
    :raises OutputError: the file could not be written.
    """
    # What cannot be read would be lost; better to know before the run.
    before = read_baseline(file) if file.is_file() and file.stat().st_size else Baseline()
    found = {diagnostic.identity: diagnostic for diagnostic in run}
    if look.unreadable:
        raise InputError("not written, because not everything could be read", path=file)
    kept = [entry for entry in _unseen(before, run, look) if entry.identity not in found]
    written = write_baseline(file, found.values(), keep=kept)
    return Written(written - len(kept), len(kept))


def told_of_others(baseline: Baseline, run: Validation, top: Path) -> str | None:
    """What to say where the names in a baseline are neither those of the documents of a run, nor those of other files.

    Then they most likely begin at another folder.
    """
    known = sorted({entry.path for entry in baseline.entries.values()})
    names = list(map(str, run.paths))
    if not (known and names) or not set(known).isdisjoint(names) or any((top / path).exists() for path in known):
        return None
    root = _root_of(known[0], names, top)
    where = f"--root {_from_here(root)}" if root else "--root DIR, the folder that it was written for,"
    return (
        f"no document of this run is in the baseline {_from_here(baseline.path or '')}: its names begin at another "
        f"folder ({clipped(known[0])}; here {clipped(names[0])}); give {where} or write it anew (--write-baseline)"
    )


def _root_of(known: str, names: Iterable[str], top: Path) -> Path | None:
    """The folder that a name in a baseline seems to be relative to: in that of this run, or around it."""
    inside = (top / name.removesuffix(f"/{known}") for name in names if name.endswith(f"/{known}"))
    around = (folder for folder in top.absolute().parents if (folder / known).is_file())
    return next(chain(inside, around), None)


def _from_here(path: PurePath | str) -> str:
    """A path as somebody in the working folder writes it."""
    try:
        return PurePath(os.path.relpath(path)).as_posix()
    except ValueError:  # drives of Windows have nothing in common
        return str(path)


def _unseen(before: Baseline, run: Validation, look: Look) -> Iterator[Known]:
    """The entries that the run cannot say anything about."""
    seen = {"" if str(path) == "<text>" else str(path) for path in run.paths}
    folders = [os.path.realpath(path) for path in look.paths if Path(path).is_dir()]
    everything = not look.only_changed and len(folders) == len(look.paths)
    together = {rule.code for rule in run.rules if rule.scope == "corpus"}
    for entry in before.entries.values():
        if entry.path in seen:
            # Of some documents, a rule that looks at all together finds less.
            if not everything and entry.code in together:
                yield entry
        elif look.only_changed or not any(_lies_in(look.top / entry.path, folder) for folder in folders):
            yield entry


def _lies_in(file: Path, folder: str) -> bool:
    return Path(os.path.realpath(file)).is_relative_to(folder)
