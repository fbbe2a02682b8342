"""Small documents for tests of the engine."""

from __future__ import annotations

import locdocs
from locdocs.model import Document

__all__ = ["HEADER", "document", "pair"]

HEADER = "---\nms.contentlocale: es-ES\n---\n"


def pair(number: int, target: str, source: str, *, prefix: str = "0c05b") -> str:
    segment_id = f"{prefix}-{number}"
    return (
        f'<span data-ttu-id="{segment_id}">{target}</span>'
        f'<span class="sxs-lookup"><span data-stu-id="{segment_id}">{source}</span></span>'
    )


def document(*blocks: str, path: str = "docs/page.md") -> Document:
    return locdocs.parse(HEADER + "\n\n".join(blocks) + "\n", path=path)
