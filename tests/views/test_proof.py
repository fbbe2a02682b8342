"""Proof that the sources are the English file the document was made from."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import locdocs

SAMPLES = Path(__file__).parents[2] / "samples"


def made_from(english: str, source: str, *, title: str = "") -> locdocs.Document:
    """A document of one pair that names the hash of an English file."""
    digest = hashlib.sha1(english.encode(), usedforsecurity=False).hexdigest()
    return locdocs.parse(
        f"---\n{title}ms.openlocfilehash: {digest}\nms.contentlocale: de-DE\n---\n"
        f'<span data-ttu-id="0a1b2-101">Text</span>'
        f'<span class="sxs-lookup"><span data-stu-id="0a1b2-101">{source}</span></span>\n'
    )


def test_sample_of_localization_keys_only_proves_itself() -> None:
    for relative in ("es-es/includes/retention-limits.md", "de-de/includes/snapshot-consistency.md"):
        proof = locdocs.prove(locdocs.read(SAMPLES / "bilingual" / relative))
        assert proof.verdict == "proved"
        assert proof


def test_one_changed_word_disproves() -> None:
    proof = locdocs.prove(made_from("One word.\n", "One sword."))
    assert proof.verdict == "disproved"
    assert not proof


def test_asterisks_are_proved_whichever_way_the_author_wrote_them() -> None:
    for english in ("5 * 3\n", "5 \\* 3\n"):
        assert locdocs.prove(made_from(english, r"5 \* 3")).verdict == "proved"


def test_header_with_a_title_is_not_provable_without_the_original() -> None:
    english = "---\ntitle: Home\n---\nText\n"
    doc = made_from(english, "Text", title="title: Start\n")
    assert locdocs.prove(doc).verdict == "not provable"
    assert locdocs.prove(doc, original=english).verdict == "proved"


def test_document_without_a_hash_is_not_provable() -> None:
    assert "ms.openlocfilehash" in locdocs.prove(locdocs.parse("Hallo\n")).reason


def test_original_of_another_version_proves_nothing() -> None:
    proof = locdocs.prove(made_from("One.\n", "One."), original="Two.\n")
    assert proof.verdict == "not provable"
    assert "another version" in proof.reason


@pytest.mark.parametrize(
    ("english", "source", "exceptions"),
    [
        ("One\ttwo\nthree.\n", "One two three.", ("white space",)),
        ("See [it](/en-us/a/).\n", "See [it](/a/).", ("the locale in links",)),
        ("![Alt](a.png)\none two\n", "![Bild](a.png) one two", ("alternative texts", "white space")),
    ],
)
def test_what_the_format_does_not_keep_is_named(english: str, source: str, exceptions: tuple[str, ...]) -> None:
    proof = locdocs.prove(made_from(english, source), original=english)
    assert proof.verdict == "proved but for"
    assert proof.exceptions == exceptions
    assert all(name in proof.reason for name in exceptions)


def test_a_real_difference_is_shown_with_its_place() -> None:
    english = "Press the red button.\n"
    proof = locdocs.prove(made_from(english, "Press the green button."), original=english)
    assert proof.verdict == "disproved"
    assert "green" in proof.reason
