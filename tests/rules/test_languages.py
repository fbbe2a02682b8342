"""What the languages package knows of a language, by its tag."""

from __future__ import annotations

import pytest

from locdocs.languages import LANGUAGES, function_words, profile


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_profile_says_what_its_rules_need(language: str) -> None:
    found = profile(language)
    assert language in (found.language, "no")
    assert found.script
    assert found.rules or language == "en"
    assert found.sentence_ends or "TX011" not in found.rules
    assert found.length_ratio or "AL006" not in found.rules
    assert all(word == word.lower() for word in found.function_words)
    assert found.accented == found.accented.lower()


def test_all_languages_but_english_look_for_english() -> None:
    for tag in ("es", "nl-NL", "ro-RO", "fa-IR", "ka-GE", "tlh"):
        assert "TX002" in profile(tag).rules
    assert not profile("en-GB").rules
    assert not profile(None).rules


@pytest.mark.parametrize(
    ("tag", "script", "direction"),
    [
        ("ro-RO", "LATIN", "ltr"),
        ("sr-Cyrl-RS", "CYRILLIC", "ltr"),
        ("sr-Latn-RS", "LATIN", "ltr"),
        ("az_Arab", "ARABIC", "rtl"),
        ("fa-IR", "ARABIC", "rtl"),
        ("sr", None, "ltr"),
        ("am-ET", None, "ltr"),
    ],
)
def test_a_language_without_profile_is_known_by_its_script(tag: str, script: str | None, direction: str) -> None:
    found = profile(tag)
    assert (found.script, found.direction) == (script, direction)
    assert not found.function_words
    assert ("TX011" in found.rules, "AL006" in found.rules) == (script == "LATIN", script == "LATIN")
    assert ("AL008" in found.rules) == (script is not None)
    assert "TX007" not in found.rules


def test_chinese_is_told_apart_by_script_then_region() -> None:
    def foreign(tag: str) -> str:
        return next(iter(profile(tag).foreign_letters), "")

    assert {foreign(tag) for tag in ("zh-CN", "zh-sg", "zh-Hans-HK", "zh-Hans")} == {"traditional characters"}
    assert {foreign(tag) for tag in ("zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-CN")} == {"simplified characters"}
    assert foreign("zh") == ""


def test_no_word_of_a_language_without_spaces_is_a_function_word() -> None:
    assert "の" not in function_words()
    assert {"the", "het", "nie", "och", "και"} <= function_words()
