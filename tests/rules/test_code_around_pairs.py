"""What SP009 says of the code that a pair stands in: which fence is open, and what is missing."""

from __future__ import annotations

import pytest

from locdocs import Config, validate
from tests.validation.documents import document, pair

A, B, C = (pair(101 + number, f"Abra {number}.", f"Open {number}.") for number in range(3))


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        # The end of a block was lost, and the next fence has a language: it opens no block there.
        (
            ["```bash\nls", A, "```bash\nls\n```", B],
            ["which ```bash in line 4 opens: the ``` that closes it is missing"],
        ),
        # It has none, so it closes the block, and what is behind it is code as well.
        (
            ["```\nls", A, "```\nls\n```", B],
            [
                "which ``` in line 4 opens: the ``` that closes it is missing before the pair",
                "which ``` in line 11 opens; it would close a block, if that from line 4 were closed",
            ],
        ),
        (["~~~\nls", A, "`b`", B], ["which ~~~ in line 4 opens: the ~~~ that closes it is missing"]),
        # Nothing says that a fence is missing.
        ([f"```bash\n{A}\n{B}\n```", C], ["which ```bash in line 4 opens and ``` in line 7 closes"]),
        ([f"Use `{A}`."], ["the pair stands in a code span, which ` in line 4 begins"]),
        ([A, f"    {B}"], ["as line 6 is indented like code"]),
    ],
)
def test_the_code_is_named(blocks: list[str], expected: list[str]) -> None:
    found = [diagnostic.message for diagnostic in validate(document(*blocks), config=Config(select=("SP009",)))]
    assert len(found) == len(expected)
    assert all(part in message for part, message in zip(expected, found, strict=True))
