"""Text to Document, in stages that read off: decode, header, pairs, languages."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path, PurePath, PurePosixPath

from locdocs.errors import InputError
from locdocs.front_matter import FrontMatter, find_header, is_unterminated
from locdocs.markup import scan
from locdocs.model import Damage, Document, Segment
from locdocs.text import decode

__all__ = ["MAX_BYTES", "SOURCE_LANGUAGE", "parse", "read"]

SOURCE_LANGUAGE = "en-US"
"""The sources of this format are always English (docs/format.md, "Where the figures come from")."""

MAX_BYTES = 256 * 1024 * 1024
"""A larger file is no document but a mistake: reading holds a whole file in memory."""


# Where a line of the header begins, list markers passed over.
_LINE_START = re.compile(r"(?<![^\r\n])[-* \t]*+")


def parse(
    content: str | bytes,
    *,
    path: PurePath | str | None = None,
    source_language: str = SOURCE_LANGUAGE,
    target_language: str | None = None,
) -> Document:
    """Read a bilingual document from text or bytes. Never raises on content: see ``Document.damage``.

    :param content: the whole file; bytes that are not UTF-8 survive.
    :param path: what the document will be called in exports and messages; stored with forward slashes.
    :param source_language: the language of the sources.
    :param target_language: used where the header has no ``ms.contentlocale``.
    :raises TypeError: the content is neither text nor bytes.
    """
    if not isinstance(content, (str, bytes)):
        raise TypeError(f"text or bytes can be parsed, not {type(content).__name__}")
    text = decode(content) if isinstance(content, bytes) else content
    header = find_header(text)
    segments, damage = scan(text)
    if in_header := _header_damage(text, header, segments):
        damage = tuple(sorted((*in_header, *damage), key=lambda damage: (damage.start, damage.end)))
    return Document(
        text,
        None if path is None else PurePosixPath(PurePath(path).as_posix()),
        header,
        segments,
        damage,
        source_language,
        header.localization.content_locale or target_language,
    )


def read(
    path: PurePath | str,
    *,
    name: PurePath | str | None = None,
    source_language: str = SOURCE_LANGUAGE,
    target_language: str | None = None,
) -> Document:
    """Read a bilingual document from a file.

    :param path: the file.
    :param name: what the document is called, if not by its path.
    :raises InputError: the file is missing, is a folder, cannot be read, or is larger than :data:`MAX_BYTES`.
    """
    return parse(
        read_bytes(path),
        path=path if name is None else name,
        source_language=source_language,
        target_language=target_language,
    )


def read_bytes(path: PurePath | str) -> bytes:
    """The bytes of a file.

    :raises InputError: as for :func:`read`.
    """
    try:
        with Path(path).open("rb") as file:
            # A buffer of the greatest size for every file would cost more than half of the parsing.
            expected = min(os.fstat(file.fileno()).st_size, MAX_BYTES)
            data = file.read(expected + 1)
            if len(data) > expected:  # no plain file, or one that is being written
                data += file.read(MAX_BYTES + 1 - len(data))
    except FileNotFoundError:
        told = "is a link to a file that is not there" if Path(path).is_symlink() else "no such file"
        raise InputError(told, path=path) from None
    except IsADirectoryError:
        raise InputError("is a folder; use read_tree for folders", path=path) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", path=path) from None
    if len(data) > MAX_BYTES:
        raise InputError(f"is larger than {MAX_BYTES // 2**20} MiB, so it is no document", path=path)
    return data


def _header_damage(text: str, header: FrontMatter, segments: Sequence[Segment]) -> tuple[Damage, ...]:
    """What is wrong about the header that shows without reading YAML."""
    if is_unterminated(text, header):
        return (Damage("invalid-front-matter", 0, 3, None, "the front matter is not closed by a line '---'"),)
    if "tu-id" not in header.raw:
        return ()
    inside = list(takewhile(lambda segment: segment.start < header.end, segments))
    if not inside:
        return ()
    line_starts = {found.end() for found in _LINE_START.finditer(header.raw)}
    if any(segment.start in line_starts for segment in inside):
        kind, what = "front-matter-as-body", "the header was translated as body text"
    else:
        kind, what = "spans-in-front-matter", "span pairs stand inside values of the front matter"
    return (Damage(kind, inside[0].start, inside[-1].end, None, what),)
