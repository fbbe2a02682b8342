"""What rules need from outside of the documents: the English side, a memory, a glossary, the settings of rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from locdocs.english import English, open_english
from locdocs.rules.memory import Memory

__all__ = ["Context"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Context:
    """What rules need from outside of the documents."""

    source_repo: Path | None = None
    """The English side: a git checkout, or a folder of English files."""
    locale: str | None = None
    """The locale that the documents should say they are in."""
    glossary: Path | None = None
    """The file of the terms that targets should have."""
    folders: tuple[PurePosixPath, ...] = ()
    """The folders all of whose documents are looked at, by the names that the paths of documents begin with."""
    memory: Callable[[], Memory] | None = None
    """Opens the memory that targets are compared with, where one was given."""
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What the configuration sets for single rules: by code, then by name."""
    cache: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, key: str, make: Callable[[], T]) -> T:
        """What ``make`` gives, worked out once in a run and kept under ``key``."""
        if key not in self.cache:
            self.cache[key] = make()
        found: T = self.cache[key]
        return found

    @property
    def english(self) -> English | None:
        """The English side, opened when it is first asked for; ``None`` where none was given."""
        folder = self.source_repo
        return None if folder is None else self.once("english", lambda: open_english(folder, below=self.folders))

    @property
    def idle_memory(self) -> str | None:
        """One sentence where a memory was opened that has nothing for the languages of the documents."""
        memory: Memory | None = self.cache.get("memory")
        return None if memory is None else memory.idle

    def close(self) -> None:
        """Let go of what was opened."""
        for opened in ("english", "memory"):
            if opened in self.cache:
                self.cache.pop(opened).close()
