"""Arguments of the wrong type are named, and never an error from somewhere inside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import locdocs
from locdocs.merge import apply_target
from tests.exchange.making import document

ANY: Any = locdocs
PAGE = document(("One", "Uno"), path="docs/page.md")
ID = PAGE.segments[0].id


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (lambda: ANY.parse(None), "NoneType"),
        (lambda: ANY.read_tree([Path("a"), Path("b")]), "list"),
        (lambda: ANY.apply(PAGE, "text"), "str"),
        (lambda: ANY.apply(PAGE, ""), "str"),
        (lambda: ANY.apply(PAGE, [PAGE]), "Document"),
        (lambda: ANY.apply("page.md", []), "str"),
        (lambda: apply_target(PAGE, ANY), "module"),
        (lambda: apply_target(ANY, ""), "module"),
        (lambda: ANY.replace(PAGE, {ID: None}), "NoneType"),
        (lambda: ANY.replace(PAGE, {5: "x"}), "int"),
        (lambda: ANY.replace(PAGE, "x"), "str"),
        (lambda: ANY.replace("x", {}), "str"),
        (lambda: PAGE.location(ANY), "module"),
        (lambda: PAGE.location("x"), "str"),  # type: ignore[arg-type]
        (lambda: ANY.render("page.md"), "str"),
        (lambda: ANY.render(PAGE, original=5), "int"),
        (lambda: ANY.structure("page.md"), "str"),
        (lambda: ANY.prove("page.md"), "str"),
        (lambda: ANY.write("pairs.jsonl", "page.md"), "str"),
        (lambda: ANY.validate("docs"), "str"),
        (lambda: ANY.validate(Path("docs")), type(Path()).__name__),
        (lambda: ANY.validate(None), "NoneType"),
        (lambda: list(ANY.validate(["page.md"])), "str"),
        (lambda: ANY.validate(PAGE, baseline="known.json"), "str"),
        (lambda: ANY.validate(PAGE, baseline=Path("known.json")), type(Path()).__name__),
    ],
)
def test_a_wrong_type_is_named(call: Callable[[], object], named: str) -> None:
    with pytest.raises(TypeError, match=f"not {named}$"):
        call()


def test_who_validates_a_path_is_told_what_reads_it() -> None:
    with pytest.raises(TypeError, match=r"locdocs\.read_tree"):
        ANY.validate("docs")


def test_who_gives_a_path_for_a_baseline_is_told_what_reads_it() -> None:
    with pytest.raises(TypeError, match=r"locdocs\.validation\.read_baseline"):
        ANY.validate(PAGE, baseline="known.json")


@pytest.mark.parametrize("offset", [-1, len(PAGE.text) + 1, 10**9])
def test_an_offset_outside_of_the_text_has_no_location(offset: int) -> None:
    with pytest.raises(ValueError, match="is not in the text"):
        PAGE.location(offset)
    assert PAGE.location(len(PAGE.text)).offset == len(PAGE.text)


def test_a_document_shows_itself_in_one_line() -> None:
    assert repr(PAGE) == "<Document docs/page.md: 1 segment, en-US to es-ES>"
    assert repr(locdocs.parse("")) == "<Document <text>: 0 segments, en-US to unknown>"
    damaged = locdocs.parse('<span data-ttu-id="0c05b-103">Uno')
    assert repr(damaged).endswith(f"damage: {len(damaged.damage)}>")
    assert len(repr([PAGE] * 3)) < 300
