"""Sections: what ends one, and what makes a document one section."""

from __future__ import annotations

import pytest

import locdocs
from locdocs.rules import Context, DocumentFacts

PAIR = (
    '<span data-ttu-id="0c05b-{0}">{1}</span><span class="sxs-lookup"><span data-stu-id="0c05b-{0}">{2}</span></span>'
)
PAIRS = [
    PAIR.format(101 + at, *texts)
    for at, texts in enumerate(
        [("Vistas", "Views"), ("Abra el `panel`.", "Open the `panel`."), ("Filtros", "Filters"), ("Cierre.", "Close.")]
    )
]


def firsts(text: str) -> list[int]:
    document = locdocs.parse(text.format(*PAIRS))
    facts = DocumentFacts(document, Context())
    return [facts.section(index).first for index in range(len(document))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# {0}\n\n{1}\n\n## {2}\n\n- {3}\n", [0, 0, 2, 2]),
        ("---\ntitle: a\n---\n\n# {0}\r\n\r\n{1}\r\n\r\n## {2}\r\n\r\n{3}\r\n", [0, 0, 2, 2]),
        ("# {0}\n\n{1}\n## {2}\n\n{3}\n", [0, 0, 0, 0]),  # no blank line before the heading
        ("# {0}\n\n- {1}\n\n  ## {2}\n\n{3}\n", [0, 0, 0, 0]),  # it is indented
        ("# {0}\n\n```\n\n# a comment\n\n```\n\n{1}\n\n## {2}\n\n{3}\n", [0, 0, 2, 2]),
        ("# {0}\n\n```\n\n{1}\n\n## {2}\n\n{3}\n", [0, 0, 0, 0]),  # the fence does not end
        ("# {0}\n\n<!-- \n\n{1}\n\n## {2}\n\n{3} -->\n", [0, 0, 0, 0]),
        ("# {0}\n\n{1}\n\n## {2}\n\n{3}\n\n[a]: b.md\n", [0, 0, 0, 0]),  # means something far away
    ],
)
def test_sections_begin_at_headings(text: str, expected: list[int]) -> None:
    assert firsts(text) == expected
