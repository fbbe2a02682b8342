"""Documents made of pairs, for tests."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import locdocs
from locdocs.exchange import Summary, write
from locdocs.markup import write_pair
from locdocs.model import Document


def header(**keys: str) -> str:
    return "".join(("---\n", *(f"ms.{key}: {value}\n" for key, value in keys.items()), "---\n"))


def document(
    *pairs: tuple[str, str],
    path: str | None = "page.md",
    locale: str | None = "es-ES",
    kind: str | None = "MT",
    prefix: str = "0c05b",
    **options: Any,
) -> Document:
    """A document of pairs (source, target), each a paragraph."""
    keys = {"translationtype": kind, "contentlocale": locale}
    lines = [write_pair(f"{prefix}-{101 + index}", target, source) for index, (source, target) in enumerate(pairs)]
    text = header(**{key: value for key, value in keys.items() if value}) + "\n\n".join(lines) + "\n"
    return locdocs.parse(text, path=path, **options)


def written(content: Any, name: str, **options: Any) -> tuple[bytes, Summary]:
    """The bytes of an export, and its summary."""
    stream = BytesIO()
    summary = write(stream, content, format=name, **options)
    return stream.getvalue(), summary
