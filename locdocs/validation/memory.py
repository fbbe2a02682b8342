"""Translation memories for rule CO004: the units of exchange files, handed to the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

from locdocs.exchange import read_units
from locdocs.rules.memory import Memory

__all__ = ["memory_opener"]


def memory_opener(paths: Iterable[Path]) -> Callable[[], Memory] | None:
    """What reads some memories when a rule asks for them; ``None`` where there are none.

    :raises InputError: a file is not there, or may not be read.
    :raises UnknownFormatError: nothing says what format a file has.
    """
    files = [read_units(path) for path in paths]
    return (lambda: Memory(chain.from_iterable(files))) if files else None
