"""The configuration of the validator: ``[tool.locdocs]`` in ``pyproject.toml``, or ``.locdocs.toml``.

The nearest file wins, and counts alone: the folder of the documents is asked first, then those around it. In one folder
``.locdocs.toml`` wins, then ``locdocs.toml``. A key, a rule or a value that nothing understands is an error, never
ignored.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any, Self, TypeVar, get_args

from locdocs.errors import ConfigError, UnknownRuleError
from locdocs.languages import is_language_tag
from locdocs.rules import Severity, find_rule
from locdocs.rules.registry import codes_of

__all__ = ["FILE_NAMES", "Config", "find_config", "read_config"]

_SHARED = "pyproject.toml"

FILE_NAMES = (".locdocs.toml", "locdocs.toml", _SHARED)
"""The files that are looked for, the one that wins first."""

T = TypeVar("T")
_EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What is looked for, and how it counts. Rules are named by code, prefix of codes, slug, or ``ALL``.

    In files the names have hyphens in place of underscores.

    :raises UnknownRuleError: a rule is named that there is not; the message names the nearest.
    :raises ConfigError: a severity that there is not; what is no language tag; an option that a rule does not have, or
        of another type.
    :raises TypeError: one text in place of several.
    """

    select: tuple[str, ...] | None = None
    """The rules to run in place of those that are on by default."""
    extend_select: tuple[str, ...] = ()
    """Rules to run besides."""
    ignore: tuple[str, ...] = ()
    """Rules not to run."""
    severity: Mapping[str, Severity] = field(default_factory=lambda: _EMPTY)
    """Other severities than those of the rules; the more specific entry counts."""
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _EMPTY)
    """Rules that are silent in some files, by pattern as in ``.gitignore``."""
    fail_on: Severity = "error"
    """The mildest severity that makes a run fail."""
    baseline: Path | None = None
    """The file of diagnostics that are known."""
    source_repo: Path | None = None
    """The English side: a git checkout, or a folder of English files."""
    target_language: str | None = None
    """The target language of documents that do not say it."""
    locale: str | None = None
    """The locale that documents should say they are in."""
    glossary: Path | None = None
    """The terms that targets should have, as a CSV file. It turns TX012 on."""
    memory: tuple[Path, ...] = ()
    """Translation memories that targets are compared with, in any format that is read. They turn CO004 on."""
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: _EMPTY)
    """Options of single rules, by code or slug, then by name."""
    path: Path | None = field(default=None, compare=False)
    """The file it was read from; paths in it are relative to its folder."""

    def __post_init__(self) -> None:
        several = {name: getattr(self, name) for name in ("select", "extend_select", "ignore", "memory")}
        several.update((f"per_file_ignores[{name!r}]", given) for name, given in self.per_file_ignores.items())
        for name, given in several.items():
            # A text is an iterable, too: of its letters.
            if isinstance(given, str | PurePath):
                raise TypeError(f"{name} must be a tuple, such as ({str(given)!r},), not {given!r}")
        _severity("fail_on", self.fail_on, None)
        for name, level in self.severity.items():
            _severity(f"severity[{name!r}]", level, None)
        _language("target_language", self.target_language, None)
        _language("locale", self.locale, None)
        for selector in (*(self.select or ()), *self.extend_select, *self.ignore, *self.severity):
            codes_of(selector)
        for selectors in self.per_file_ignores.values():
            for selector in selectors:
                codes_of(selector)
        object.__setattr__(self, "rules", {_code(name): _options(name, given) for name, given in self.rules.items()})

    @classmethod
    def from_table(cls, table: Mapping[str, Any], path: Path) -> Self:
        """The configuration that a table of a TOML file holds.

        :raises ConfigError: a key, rule or value that nothing understands; the message names the nearest key.
        """
        keys = {known.name.replace("_", "-"): known.name for known in fields(cls) if known.name != "path"}
        values: dict[str, Any] = {}
        for key, value in table.items():
            if key == "tool" and path.name != _SHARED:
                told = (
                    f"leave the table header [tool.locdocs] away; only {_SHARED} has it, here all keys are of locdocs"
                )
                raise ConfigError(f"unknown key {key!r}: {told}", path=path)
            if key not in keys:
                raise ConfigError(f"unknown key {key!r}{_nearest(key, keys)}", path=path)
            values[keys[key]] = _READERS[keys[key]](key, value, path)
        try:
            return cls(**values, path=path)
        except UnknownRuleError as error:
            raise ConfigError(error.message, path=path) from None
        except ConfigError as error:
            raise ConfigError(error.message, path=path) from None


def find_config(start: PurePath | str) -> Path | None:
    """The file that configures a folder or file: the nearest, looking upwards; ``None`` where there is none.

    :raises ConfigError: a ``pyproject.toml`` on the way is no TOML.
    """
    folder = Path(start).absolute()
    for place in (folder, *folder.parents):
        for name in FILE_NAMES:
            path = place / name
            is_there = os.path.isfile(path)  # noqa: PTH113 - one that may not be looked at is not: pathlib raises then
            if is_there and (name != _SHARED or "locdocs" in _tables(path).get("tool", {})):
                return path
    return None


def read_config(path: PurePath | str) -> Config:
    """The configuration in a file: the table ``[tool.locdocs]`` of a ``pyproject.toml``, the whole of any other file.

    :raises ConfigError: it cannot be read, is no TOML, or holds what nothing understands.
    """
    file = Path(path)
    tables = _tables(file)
    if file.name == _SHARED:
        tables = _table("tool.locdocs", tables.get("tool", {}).get("locdocs", {}), file)
    return Config.from_table(tables, file)


def _tables(path: Path) -> dict[str, Any]:
    # Imported here: only needed where there is a file.
    import tomllib  # noqa: PLC0415

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror or error}", path=path) from None
    except ValueError as error:
        raise ConfigError(f"is no TOML: {error}", path=path) from None


def _code(name: str) -> str:
    return find_rule(name).code


def _options(name: str, given: Mapping[str, Any]) -> Mapping[str, Any]:
    rule = find_rule(name)
    for key, value in given.items():
        if key not in rule.options:
            raise ConfigError(f"{rule.name} has no option {key!r}{_nearest(key, rule.options)}")
        if type(value) is not type(rule.options[key]):
            wanted = type(rule.options[key]).__name__
            raise ConfigError(f"the option {key!r} of {rule.name} is of type {wanted}, not {type(value).__name__}")
    return dict(given)


def _table(key: str, value: Any, path: Path) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(f"{key} must be a table, not {value!r}", path=path)
    return value


def _texts(key: str, value: Any, path: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f"{key} must be a list of strings, not {value!r}", path=path)
    return tuple(value)


def _text(key: str, value: Any, path: Path) -> str:
    if not isinstance(value, str):
        raise ConfigError(f"{key} must be a string, not {value!r}", path=path)
    return value


def _file(key: str, value: Any, path: Path) -> Path:
    return path.parent / _text(key, value, path)


def _files(key: str, value: Any, path: Path) -> tuple[Path, ...]:
    return tuple(path.parent / name for name in _texts(key, [value] if isinstance(value, str) else value, path))


def _severity(key: str, value: Any, path: Path | None) -> Severity:
    for known in get_args(Severity):
        if value == known:
            severity: Severity = known
            return severity
    names = get_args(Severity)
    near = difflib.get_close_matches(str(value), names, n=1, cutoff=0.5)
    meant = f"; did you mean {near[0]!r}?" if near else ""
    raise ConfigError(f"{key} must be one of {', '.join(names)}, not {value!r}{meant}", path=path)


def _language(key: str, value: Any, path: Path | None) -> str | None:
    if value is not None and not (isinstance(value, str) and is_language_tag(value)):
        raise ConfigError(f"{key} must be a language tag such as es-ES, not {value!r}", path=path)
    return value


def _severities(key: str, value: Any, path: Path) -> dict[str, Severity]:
    return {name: _severity(f"{key}.{name}", given, path) for name, given in _table(key, value, path).items()}


def _text_lists(key: str, value: Any, path: Path) -> dict[str, tuple[str, ...]]:
    return {name: _texts(f"{key}.{name}", given, path) for name, given in _table(key, value, path).items()}


def _tables_of(key: str, value: Any, path: Path) -> dict[str, dict[str, Any]]:
    return {name: _table(f"{key}.{name}", given, path) for name, given in _table(key, value, path).items()}


_READERS = {
    "select": _texts,
    "extend_select": _texts,
    "ignore": _texts,
    "severity": _severities,
    "per_file_ignores": _text_lists,
    "fail_on": _severity,
    "baseline": _file,
    "source_repo": _file,
    "glossary": _file,
    "memory": _files,
    "target_language": _language,
    "locale": _language,
    "rules": _tables_of,
}


def _nearest(key: str, known: Iterable[str]) -> str:
    names = list(known)
    found = difflib.get_close_matches(key, names, n=1, cutoff=0.5)
    if found:
        return f"; did you mean {found[0]!r}?"
    return f"; there is {', '.join(names)}" if names else "; it has none"
