"""What is asked of all texts of a document at once is what one would find by asking each of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locdocs.rules.together import Together

TEXTS = st.lists(st.text(st.sampled_from("aAé ñ。こ(\0\1\n`12*"), max_size=8) | st.text(max_size=4), max_size=6)


@given(TEXTS, st.sampled_from(["a", "é", "\0", "\1", "", " ", "。", "12"]))
def test_the_texts_that_hold_a_string(parts: list[str], wanted: str) -> None:
    assert Together(parts).holding(wanted) == {index for index, text in enumerate(parts) if wanted in text}


@given(TEXTS, st.sampled_from(["[aé]", "こ", "1+2", r"\(|\*"]))
def test_the_texts_that_match_a_pattern(parts: list[str], pattern: str) -> None:
    found = list(Together(parts).matching(re.compile(pattern)))
    assert found == [index for index, text in enumerate(parts) if re.search(pattern, text)]


@given(TEXTS)
def test_the_texts_with_white_space_at_their_ends_and_those_with_nothing_else(parts: list[str]) -> None:
    together = Together(parts)
    assert together.padded() == [index for index, text in enumerate(parts) if text != text.strip()]
    assert together.blank() == [index for index, text in enumerate(parts) if not text.strip()]


@given(TEXTS)
def test_nothing_but_some_characters(parts: list[str]) -> None:
    kept = ["".join(char for char in text if char in "()*12").encode() for text in parts]
    assert Together(parts).only("()*12") == kept


def test_words_are_found_whatever_their_case_and_the_signs_around_them() -> None:
    together = Together(["Abra (the) panel.", "Das Theater", "", "THE, the", "打开、the 面板"])
    assert dict(together.words.counted(frozenset({"the"}))) == {0: 1, 3: 2, 4: 1}


@pytest.mark.parametrize("another", ["", "…", "ż", "面板"])
def test_words_are_found_beside_letters_of_whatever_script(another: str) -> None:
    together = Together(["Él y él", "ÉL el el", f"él\u00a0él {another}", "dél"])
    assert dict(together.words.counted(frozenset({"él"}))) == {0: 2, 1: 1, 2: 2}
    assert dict(together.words.counted(frozenset({"él", "el", "ż"}))) == {0: 2, 1: 3, 2: 2 + (another == "ż")}
    assert together.words.doubled() == [1, 2]


def test_words_of_other_scripts_are_found_whatever_their_case() -> None:
    together = Together(["И окно", "и и", "Окно окно", "Œuvre œuvre"])
    assert dict(together.words.counted(frozenset({"и"}))) == {0: 1, 1: 2}
    assert together.words.doubled() == [1, 2, 3]


@given(TEXTS)
def test_the_characters_beyond_ascii(parts: list[str]) -> None:
    assert [*Together(parts).beyond_ascii] == sorted({char for text in parts for char in text if char > "\x7f"})


def test_doubled_words_are_found_inside_of_one_text_only() -> None:
    together = Together(["el panel", "panel de de control", "control", "Él él", "", "", "2 2", "a, a b b"])
    assert together.words.doubled() == [1, 3, 7]


@pytest.mark.parametrize("pattern", [r"^Tú", r"\ATú", r"(?i)tú$", r"(?i)tú\Z", r"(?m)^Tú", r"T[^a]", r"[$^]"])
def test_anchors_are_those_of_each_text(pattern: str) -> None:
    texts = ["Tú eliges.", "Eliges tú", "Usted elige.", "Cuesta 3 $", ""]
    compiled = re.compile(pattern)
    assert list(Together(texts).matching(compiled)) == [
        place for place, one in enumerate(texts) if compiled.search(one)
    ]
