"""What messages quote of two long texts that differ: the part in which they do."""

from __future__ import annotations

import pytest

from locdocs import Config, validate
from locdocs.rules.inline_codes.comparing import quoted_apart
from tests.validation.documents import document, pair

PATH = "/azure/cost-management-billing/reservations/exchange-and-refund-azure-"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("a.md", "b.md"), ["'a.md'", "'b.md'"]),
        # It shows in the beginning.
        ((f"/a{PATH}x", f"/b{PATH}x"), [f"'{('/a' + PATH)[:58]}..'", f"'{('/b' + PATH)[:58]}..'"]),
        ((f"{PATH}plan", f"{PATH}pläne"), ["'..ange-and-refund-azure-plan'", "'..ange-and-refund-azure-pläne'"]),
        ((PATH, f"{PATH}plan"), ["'..change-and-refund-azure-'", "'..change-and-refund-azure-plan'"]),
        # Only white space differs.
        ((f"{PATH} x", f"{PATH}\n x"), [f"'{PATH[:58]}..'"] * 2),
        ((PATH,), [f"'{PATH[:58]}..'"]),
    ],
)
def test_the_difference_shows(texts: tuple[str, ...], expected: list[str]) -> None:
    assert quoted_apart(*texts) == expected


@pytest.mark.parametrize(
    ("code", "target", "source", "expected"),
    [
        (
            "IC002",
            f"Vea [esto]({PATH}a).",
            f"See [this]({PATH}b).",
            "the address '..change-and-refund-azure-a' is '..c",
        ),
        ("IC004", f"Vea `{PATH}a`.", f"See `{PATH}b`.", "the code '..change-and-refund-azure-a' is '..change-and-re"),
        (
            "IC010",
            f"Vea <xref:{PATH}a>.",
            f"See <xref:{PATH}b>.",
            "-refund-azure-a>' is '..change-and-refund-azure-b>'",
        ),
    ],
)
def test_the_difference_shows_in_messages(code: str, target: str, source: str, expected: str) -> None:
    (found,) = validate(document(pair(101, target, source)), config=Config(select=(code,)))
    assert expected in found.message


def test_other_blanks_in_long_code_are_called_so() -> None:
    text = document(pair(101, f"Vea `{PATH}  a`.", f"See `{PATH} a`."))
    (found,) = validate(text, config=Config(select=("IC004",)))
    assert found.message.endswith("has other blanks in it in the source")
