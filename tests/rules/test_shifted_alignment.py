"""AL007: what it compares texts by, and that it holds for every text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import locdocs
from locdocs.config import Config
from locdocs.languages.everyday_words import everyday_words, translations
from locdocs.model import Document
from locdocs.rules.alignment.loan_words import sound_of_english, sound_of_katakana
from locdocs.validation import validate

LANGUAGES = ("es", "de", "ja", "zh", "ar")
SHIFTED = Config(select=("AL007",))

SENTENCES = [
    ("Open the cookbook, and select a recipe.", "Abra el libro de cocina y seleccione una receta."),
    ("Enter an amount for each of the 12 ingredients.", "Escriba una cantidad para cada uno de los 12 ingredientes."),
    ("Save the recipe before you close the window.", "Guarde la receta antes de cerrar la ventana."),
    ("Administrators can restore deleted recipes.", "Los administradores pueden restaurar recetas eliminadas."),
    ("The price of a licence has changed.", "El precio de una licencia ha cambiado."),
    ("Is your account active?", "¿Está activa su cuenta?"),
]


def document(pairs: list[tuple[str, str]], language: str = "es-ES") -> Document:
    lines = []
    for number, (source, target) in enumerate(pairs, 101):
        name = f"0a1b2-{number}"
        lines.append(
            f'<span data-ttu-id="{name}">{target}</span>'
            f'<span class="sxs-lookup"><span data-stu-id="{name}">{source}</span></span>\n'
        )
    return locdocs.parse("\n".join(lines), target_language=language)


def reported(pairs: list[tuple[str, str]], language: str = "es-ES") -> list[int]:
    return [int(found.segment_number or 0) - 101 for found in validate(document(pairs, language), config=SHIFTED)]


def test_targets_in_their_places_are_left_alone() -> None:
    assert reported(SENTENCES) == []


@pytest.mark.parametrize("place", range(len(SENTENCES) - 1))
def test_two_targets_that_were_swapped(place: int) -> None:
    pairs = list(SENTENCES)
    (one, first), (other, second) = pairs[place : place + 2]
    pairs[place : place + 2] = [(one, second), (other, first)]
    assert reported(pairs) == [place, place + 1]


@pytest.mark.parametrize("by", [1, 2, -1, -2, 3])
def test_all_targets_of_a_shifted_run(by: int) -> None:
    targets = [target for _, target in SENTENCES]
    moved = targets[-by:] + targets[:-by]
    pairs = [(source, target) for (source, _), target in zip(SENTENCES, moved, strict=True)]
    assert reported(pairs) == list(range(len(pairs)))


@pytest.mark.parametrize("place", range(len(SENTENCES) - 1))
def test_a_target_that_is_its_neighbours(place: int) -> None:
    pairs = list(SENTENCES)
    pairs[place] = (pairs[place][0], pairs[place + 1][1])
    assert reported(pairs) == [place]


def test_a_finding_says_where_the_other_is() -> None:
    pairs = list(SENTENCES)
    pairs[0] = (pairs[0][0], pairs[1][1])
    (found,) = validate(document(pairs), config=SHIFTED)
    assert "0a1b2-102" in found.message
    assert found.text == pairs[1][1]


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="<>\n\r"), max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), max_size=8), st.sampled_from([*LANGUAGES, "ko", "ru", "tlh"]))
def test_it_holds_for_every_text(pairs: list[tuple[str, str]], language: str) -> None:
    assert reported(pairs, language) == reported(pairs, language)


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXT, max_size=8), st.sampled_from(LANGUAGES))
def test_what_equals_its_source_is_where_it_belongs(texts: list[str], language: str) -> None:
    assert reported([(text, text) for text in texts], language) == []


@pytest.mark.parametrize(
    ("english", "katakana"),
    [
        ("package", "パッケージ"),
        ("server", "サーバー"),
        ("version", "バージョン"),
        ("project", "プロジェクト"),
        ("install", "インストール"),
        ("account", "アカウント"),
        ("command", "コマンド"),
    ],
)
def test_loan_words_sound_alike(english: str, katakana: str) -> None:
    assert sound_of_english(english) == sound_of_katakana(katakana) != ""


@pytest.mark.parametrize("word", ["change", "changes", "changed", "changing"])
def test_an_everyday_word_is_known_with_its_endings(word: str) -> None:
    assert translations(word, "es") == ("cambi", "modific")


def test_a_word_or_a_language_that_is_not_known() -> None:
    assert translations("gramophone", "es") == ()
    assert everyday_words("tlh") == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_of_everyday_words_are_whole(language: str) -> None:
    words = everyday_words(language)
    assert len(words) > 200
    assert all(stem and all(found) for stem, found in words.items())
