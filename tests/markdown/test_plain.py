"""What a reader sees."""

from __future__ import annotations

import pytest

import locdocs
from tests.markdown import document

CASES: dict[str, tuple[str, str]] = {
    "no markup": ("設定を保存します。", "設定を保存します。"),
    "bold": ("Wählen Sie **Speichern**.", "Wählen Sie Speichern."),
    "link": ('Consulte [el *registro*](log.md "x").', "Consulte el registro."),
    "image": ("![Diagrama](a.png) abajo", "Diagrama abajo"),
    "code": ("Ejecute `a && b`.", "Ejecute a && b."),
    "code with a tick": ("`` ` ``", "`"),
    "pipe in code in a cell": ("`a\\|b` \\| c", "a|b | c"),
    "entities": ("&lt;T&gt;&nbsp;&amp; &#x2764;", "<T>\u00a0& ❤"),
    "escapes": (r"\*a\* \_b", "*a* _b"),
    "tags": ("<kbd>Strg</kbd> + <kbd>C</kbd>", "Strg + C"),
    "line break": ("أول<br/>ثان", "أول\nثان"),
    "comment": ("a<!-- b -->c", "ac"),
    "autolink": ("<https://example.com>", "https://example.com"),
    "xref": ("Véase <xref:Mire.Fold%2A?displayProperty=name>", "Véase Mire.Fold"),
    "xref with a text": ("<xref:a?text=Der%20Name&x=y>", "Der Name"),
    "token": ("[!INCLUDE [a](b.md)] nuevo", " nuevo"),
    "no-loc": ('Abra :::no-loc text="Mire &amp; Fold":::', "Abra Mire & Fold"),
}


@pytest.mark.parametrize(("target", "plain"), CASES.values(), ids=CASES)
def test_plain(target: str, plain: str) -> None:
    doc = document(f"| a |\n|---|\n| {{{{{target}||source}}}} |\n")
    assert locdocs.structure(doc).plain(doc.segments[0]) == ("source", plain)


def test_written_newlines_are_spaces_and_seen_ones_newlines() -> None:
    doc = document("> {{a\n> b  \n> c||a\n> b\\\n> c}}\n")
    assert locdocs.structure(doc).plain(doc.segments[0]) == ("a b\nc", "a b\nc")


def test_newlines_in_a_fence_are_seen() -> None:
    doc = document("```\n{{a\nb\n**c**||a\nb}}\n```\n")
    assert locdocs.structure(doc).plain(doc.segments[0]) == ("a\nb", "a\nb\n**c**")
