"""What locdocs raises when it cannot do what was asked.

::

    LocdocsError                  everything below; catch this one at the edge of a pipeline
    ├── InputError                a path that is missing, unreadable, too large, or holds no document
    ├── OutputError               a file that could not be written
    ├── FrontMatterError          a YAML header that was asked for its values and is not YAML
    ├── LanguageError             no target language is known for a document
    ├── UnknownFormatError        no exchange format or view of that name or suffix
    ├── UnknownSegmentError       no segment of that id (also a KeyError)
    ├── ReplaceError              a new target that the document could not hold (also a ValueError)
    ├── ExchangeError             an exchange file, or a row of one, that cannot be read
    ├── MissingExtraError         a format that needs a library which is not installed
    ├── ConfigError               a configuration file that is not TOML, or says what nothing understands
    └── UnknownRuleError          no validation rule of that name, or one that cannot be used

The content of a document never raises: whatever is wrong inside is kept and listed in ``Document.damage``.
"""

from __future__ import annotations

from pathlib import PurePath

__all__ = [
    "ConfigError",
    "ExchangeError",
    "FrontMatterError",
    "InputError",
    "LanguageError",
    "LocdocsError",
    "MissingExtraError",
    "OutputError",
    "ReplaceError",
    "UnknownFormatError",
    "UnknownRuleError",
    "UnknownSegmentError",
]


class LocdocsError(Exception):
    """The root of everything locdocs raises on purpose.

    :param message: what went wrong and what to do, without the place.
    :param path: the file concerned, if there is one.
    :param line: the line concerned, counted from 1, if there is one.
    """

    def __init__(self, message: str, *, path: PurePath | str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line

    def __str__(self) -> str:
        place = [str(part) for part in (self.path, self.line) if part is not None]
        return ":".join([*place, f" {self.message}"]) if place else self.message

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.path, self.line)


def _rebuild(kind: type[LocdocsError], message: str, path: PurePath | str | None, line: int | None) -> LocdocsError:
    return kind(message, path=path, line=line)


class InputError(LocdocsError):
    """A path that is missing, unreadable, too large, or holds no document."""


class OutputError(LocdocsError):
    """A file that could not be written; nothing half-written is left behind."""


class FrontMatterError(LocdocsError):
    """The YAML header was asked for its values and is not YAML."""


class LanguageError(LocdocsError):
    """Nothing says what the target language of a document is."""


class UnknownFormatError(LocdocsError):
    """No exchange format or view goes by that name or suffix."""


class UnknownSegmentError(LocdocsError, KeyError):
    """The document has no segment of that id."""


class ReplaceError(LocdocsError, ValueError):
    """A new target would break its pair, or not read back as itself: the document could not hold it."""


class ExchangeError(LocdocsError):
    """An exchange file, or a row of one, that cannot be read: truncated, not of that format, or not safe to read."""


class MissingExtraError(LocdocsError):
    """A format needs a library that is not installed; the message says how to install it."""


class ConfigError(LocdocsError):
    """A configuration file that is not TOML, or says what nothing understands; or options that contradict it."""


class UnknownRuleError(LocdocsError):
    """No validation rule goes by that code, slug or prefix; or a rule that another package offers is none."""
