"""Which document became which under another name."""

from __future__ import annotations

import time
from pathlib import PurePosixPath

import locdocs
from locdocs.comparison.renames import content, renamed
from locdocs.markup import write_pair


def page(*words: str, title: str = "x") -> locdocs.Document:
    pairs = "\n\n".join(write_pair(f"0c05b-{103 + n}", f"{word} es", f"{word} en") for n, word in enumerate(words))
    return locdocs.parse(f"---\ntitle: {title}\n---\n{pairs}\n")


def told(old: dict[str, locdocs.Document], new: dict[str, locdocs.Document]) -> dict[str, str]:
    before, after = ({PurePosixPath(name): content(document) for name, document in side.items()} for side in (old, new))
    return {str(name): str(was) for name, was in renamed(before, after).items()}


def test_the_same_text() -> None:
    assert told({"a": page("uno")}, {"b": page("uno")}) == {"b": "a"}
    stub = locdocs.parse("---\nredirect_url: x\n---\n")
    assert told({"a": stub}, {"b": stub}) == {"b": "a"}
    assert told({"a": locdocs.parse("")}, {"b": locdocs.parse("\n")}) == {}


def test_several_of_the_same_text_have_one_each() -> None:
    assert told({"a": page("uno"), "b": page("uno")}, {"c": page("uno"), "d": page("uno"), "e": page("uno")}) == {
        "c": "a",
        "d": "b",
    }


def test_most_of_the_segments() -> None:
    old = {"a": page("uno", "dos", "tres"), "b": page("cuatro", "cinco", "seis")}
    new = {"c": page("cuatro", "cinco", "ocho"), "d": page("uno", "dos", "tres", title="y")}
    assert told(old, new) == {"c": "b", "d": "a"}


def test_half_of_the_segments_are_too_few_and_so_is_one() -> None:
    assert told({"a": page("uno", "dos")}, {"b": page("uno", "tres")}) == {}
    assert told({"a": page("uno", "dos", "tres")}, {"b": page("uno", "dos", "tres", *"abcd")}) == {}
    assert told({"a": page("uno")}, {"b": page("uno", title="y")}) == {}


def test_of_two_that_are_as_much_alike_none() -> None:
    old = {"a": page("uno", "dos", "tres"), "b": page("uno", "dos", "cuatro")}
    assert told(old, {"c": page("uno", "dos", "cinco")}) == {}
    assert told({"c": page("uno", "dos", "cinco")}, old) == {}


def test_many_documents_take_no_time() -> None:
    common = [f"todas {n}" for n in range(10)]
    old = {f"a{n}": page(*common, *(f"{n} {m}" for m in range(12))) for n in range(1_000)}
    new = {f"b{n}": page(*common, *(f"{n} {m}" for m in range(12)), title="y") for n in range(1_000)}
    begin = time.process_time()
    assert told(old, new) == {f"b{n}": f"a{n}" for n in range(1_000)}
    assert time.process_time() - begin < 10
