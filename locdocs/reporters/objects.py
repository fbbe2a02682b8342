"""A diagnostic as a JSON object; ``docs/schemas/diagnostics.schema.json`` says what it holds."""

from __future__ import annotations

import re
from typing import Any

from locdocs.validation import Diagnostic

__all__ = ["as_object", "clean"]

_SURROGATE = re.compile("[\ud800-\udfff]")


def as_object(diagnostic: Diagnostic) -> dict[str, Any]:
    """The object, with keys in a fixed order. Offsets are characters from 0, lines and columns count from 1."""
    fix = diagnostic.fix
    return {
        "code": diagnostic.code,
        "slug": diagnostic.slug,
        "severity": diagnostic.severity,
        "message": clean(diagnostic.message),
        "its_type": diagnostic.its_type,
        "path": None if diagnostic.path is None else clean(str(diagnostic.path)),
        "offset": diagnostic.offset,
        "end_offset": diagnostic.end_offset,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "end_line": diagnostic.end_line,
        "end_column": diagnostic.end_column,
        "segment_id": _maybe(diagnostic.segment_id),
        "segment_number": _maybe(diagnostic.segment_number),
        "text": clean(diagnostic.text),
        "source": _maybe(diagnostic.source),
        "target": _maybe(diagnostic.target),
        "related": None if diagnostic.related is None else list(diagnostic.related),
        "fix": None
        if fix is None
        else {
            "safe": fix.safe,
            "edits": [{"start": edit.start, "end": edit.end, "new": clean(edit.new)} for edit in fix.edits],
        },
        "identity": diagnostic.identity,
    }


def clean(text: str) -> str:
    """The text without what JSON in UTF-8 cannot hold: bytes that were no UTF-8 become U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def _maybe(text: str | None) -> str | None:
    return None if text is None else clean(text)
