"""Languages in the names of folders."""

from __future__ import annotations

import pytest

from locdocs.folder_language import folder_language


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("es-es", "es-ES"),
        ("docs.es-es", "es-ES"),
        ("my-docs.zh-cn", "zh-CN"),
        ("docs_zh-Hans", "zh-Hans"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("azure-docs.es-419", "es-419"),
        ("fil-ph", "fil-PH"),
        ("how-to", None),
        ("add-on", None),
        ("set-up", None),
        ("es", None),
        ("docs", None),
        ("", None),
    ],
)
def test_a_name_says_a_language_or_not(name: str, language: str | None) -> None:
    assert folder_language([name]) == language


def test_the_first_name_that_says_one_counts() -> None:
    assert folder_language(["articles", "de-de", "docs.es-es"]) == "de-DE"
