"""The YAML header of a document: kept as it is, the localization keys read by pattern, the rest when asked.

Almost every pipeline wants the six localization keys and nothing else, so these come from one pattern over the header
(they are always the last keys, in one order: docs/format.md, "Front matter"). Only :class:`FrontMatter` used as a
mapping reads the YAML, through python-frontmatter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from locdocs.errors import FrontMatterError
from locdocs.text import clipped

__all__ = ["FrontMatter", "Localization", "find_header", "is_unterminated"]

_HEADER = re.compile(
    r"""
    \ufeff? ---[ \t]*(?:\r\n|\n|\r)                     # the opening line
    (?P<body> (?: (?!(?:---|\.\.\.)[ \t]*(?:[\r\n]|\Z)) [^\r\n]*+ (?:\r\n|\n|\r) )*+ )
    (?:---|\.\.\.) [ \t]* (?:\r\n|\n|\r|\Z)             # the closing line
    """,
    re.VERBOSE,
)
_OPENING = re.compile(r"\ufeff?---[ \t]*[\r\n]")
# The look-behind for the start of a line comes second: a pattern that begins with letters is found three times as fast.
_LOCALIZATION_KEY = re.compile(
    r"""
    ms\. (?<![^\r\n]ms\.) (openlocfilehash|sourcegitcommit|translationtype|contentlocale|lasthandoff|locfileid):
    ([^\r\n]*+) (?:\r\n|\n|\r|\Z)
    """,
    re.VERBOSE,
)
# Lines of which YAML makes a key and a text without fail; most headers hold no others, and reading YAML is slow.
_ODD_CHARACTER = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_NO_CHARACTER = re.compile("[\ud800-\udfff]")
_BYTES = range(0xDC80, 0xDD00)
"""What reading makes of the bytes that are not UTF-8."""
_PLAIN_VALUE = r"""
    [ ]++ (?: "[^"\\\r\n]*+" | '[^'\r\n]*+'
          | [^\s\-?:,\[\]{}\#&*!|>'"%@`] (?: [^\r\n:\#]++ | :(?![ \r\n]) | (?<![ ])\# )*+ )
"""
_PLAIN_LINES = re.compile(
    rf"""
    (?: [\w.-]++:
        (?: [ ]*+ \r?\n (?P<indent>[ ]*+) - {_PLAIN_VALUE} [ ]*+ \r?\n
            (?: (?P=indent) - {_PLAIN_VALUE} [ ]*+ \r?\n )*+
          | (?: {_PLAIN_VALUE} )?+ [ ]*+ \r?\n )
    )*+
    """,
    re.VERBOSE | re.ASCII,
)
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True, slots=True)
class Localization:
    """The six keys that the localization system writes at the end of a header; ``None`` where a key is absent.

    The values are as the file writes them, without quotes. What they mean: docs/format.md, "Front matter".
    """

    source_hash: str | None = None
    """``ms.openlocfilehash``: SHA-1 of the English file's bytes, 40 hexadecimal digits."""
    source_commit: str | None = None
    """``ms.sourcegitcommit``: the commit of the English repository, 40 hexadecimal digits."""
    translation_type: str | None = None
    """``ms.translationtype``: ``MT`` (machine) or ``HT`` (human)."""
    content_locale: str | None = None
    """``ms.contentlocale``: the language of the targets, such as ``es-ES``."""
    last_handoff: str | None = None
    """``ms.lasthandoff``: ``MM/DD/YYYY``."""
    file_id: str | None = None
    """``ms.locfileid``: decimal digits; absent from files of 2017."""

    def __repr__(self) -> str:
        values = ((name, getattr(self, name)) for name in KEY_OF_FIELD)
        return f"Localization({', '.join(f'{name}={clipped(value)}' for name, value in values if value is not None)})"

    @property
    def last_handoff_date(self) -> date | None:
        """``last_handoff`` as a date, or ``None`` where it is absent or no date."""
        found = _DATE.fullmatch(self.last_handoff or "")
        if not found:
            return None
        month, day, year = map(int, found.groups())
        try:
            return date(year, month, day)
        except ValueError:
            return None


KEY_OF_FIELD = {
    "source_hash": "openlocfilehash",
    "source_commit": "sourcegitcommit",
    "translation_type": "translationtype",
    "content_locale": "contentlocale",
    "last_handoff": "lasthandoff",
    "file_id": "locfileid",
}
"""For each field of :class:`Localization` the key that holds it, without ``ms.``."""

_FIELD_OF_KEY = {key: field for field, key in KEY_OF_FIELD.items()}


@dataclass(frozen=True, slots=True)
class FrontMatter(Mapping[str, Any]):
    """The header of a document: a mapping of its YAML values, and the six localization keys as a typed record.

    A document without a header has an empty one (``raw == ""``). Looking up a value reads the YAML and raises
    :class:`~locdocs.errors.FrontMatterError` where it is none; ``localization`` and ``raw`` never do.
    """

    raw: str
    """The header as it stands in the file, both ``---`` lines included; empty where there is none."""
    localization: Localization = field(compare=False)
    body_start: int = field(compare=False)
    """Offset of the first character between the ``---`` lines."""
    body_end: int = field(compare=False)
    """Offset of the closing ``---`` line."""
    _values: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def __repr__(self) -> str:
        lines = len(self.raw.splitlines())
        return f"<FrontMatter of {lines} lines: {self.localization!r}>" if lines else "<FrontMatter: none>"

    @property
    def end(self) -> int:
        """Offset of the first character after the header; 0 where there is none."""
        return len(self.raw)

    @property
    def body(self) -> str:
        """The YAML text between the two ``---`` lines."""
        return self.raw[self.body_start : self.body_end]

    @property
    def localization_only(self) -> bool:
        """Whether the header holds localization keys and nothing else: then the English file has no header at all."""
        body = self.body.strip()
        # Nearly all headers begin with another key.
        return body.startswith("ms.") and not _LOCALIZATION_KEY.sub("", body).strip()

    def localization_lines(self) -> tuple[tuple[int, int], ...]:
        """The offsets (start, end) of the lines that hold localization keys, line breaks included."""
        return tuple(
            (self.body_start + found.start(), self.body_start + found.end())
            for found in _LOCALIZATION_KEY.finditer(self.body)
        )

    def _read(self) -> dict[str, Any]:
        if not self._values and self.body.strip():
            self._values.update(_yaml_values(self.body))
        return self._values

    def __getitem__(self, key: str) -> Any:
        return self._read()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def __hash__(self) -> int:
        return hash(self.raw)

    def __reduce__(self) -> tuple[object, ...]:
        return find_header, (self.raw,)


def find_header(text: str) -> FrontMatter:
    """The header at the start of a text (a byte order mark may stand before it); an empty one where there is none."""
    found = _HEADER.match(text)
    if not found:
        return _NO_HEADER
    values = {_FIELD_OF_KEY[key]: _unquoted(value) for key, value in _LOCALIZATION_KEY.findall(found["body"])}
    return FrontMatter(found[0], Localization(**values), found.start("body"), found.end("body"))


def is_unterminated(text: str, header: FrontMatter) -> bool:
    """Whether a text begins like a header that is never closed, so that none was found."""
    return not header.raw and _OPENING.match(text) is not None


def _unquoted(value: str) -> str:
    value = value.strip(" \t")
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


# Each level of nesting takes one of the characters that are counted; libyaml runs out of stack at some 20,000 levels.
_MOST_INDICATORS = 5_000

# What PyYAML lets through from making values: no such day, an unknown word after a tag, lists a thousand deep.
_VALUE_ERRORS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def check_values(header: FrontMatter) -> None:
    """Make sure that a header is YAML, without reading it where that shows at a glance.

    :raises FrontMatterError: it is not.
    """
    if _ODD_CHARACTER.search(header.body) or not _PLAIN_LINES.fullmatch(header.body):
        len(header)


def _not_utf8(body: str, found: re.Match[str]) -> FrontMatterError:
    """What to say of the first character that is none: nearly always a byte that was not UTF-8."""
    code = ord(found[0])
    what = f"U+{code:04X} in the front matter is half of a character"
    if code in _BYTES:
        byte = f"0x{code - 0xDC00:02X}"
        what = f"the byte {byte} in the front matter is not UTF-8: the file was saved in another encoding"
    return FrontMatterError(what, line=len((body[: found.start()] + ".").splitlines()) + 1)


_NO_HEADER = FrontMatter("", Localization(), 0, 0)


def _yaml_values(body: str) -> dict[str, Any]:
    # Imported here: yaml is slow to load, and most runs never look at a value.
    import yaml  # noqa: PLC0415
    from frontmatter.default_handlers import YAMLHandler  # noqa: PLC0415

    if sum(map(body.count, "[{-?:")) > _MOST_INDICATORS:
        raise FrontMatterError("the front matter is no list of metadata: too large, or nested too deeply")
    if found := _NO_CHARACTER.search(body):
        raise _not_utf8(body, found)
    try:
        values = YAMLHandler().load(body)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise FrontMatterError(
            f"the front matter is not YAML: {problem}; put values that hold ':' or '#' in quotes",
            line=mark.line + 2 if mark else None,
        ) from None
    except _VALUE_ERRORS as error:
        raise FrontMatterError(f"a value of the front matter cannot be read: {error}") from None
    if values is None:  # comments only
        return {}
    if not isinstance(values, dict):
        raise FrontMatterError("the front matter is not a list of 'key: value' lines", line=2)
    return {str(key): value for key, value in values.items()}
