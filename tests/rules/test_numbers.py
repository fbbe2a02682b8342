"""Numbers are the same however they are written, whole numbers in words and in units of ten thousand too."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import locdocs
from locdocs.config import Config
from locdocs.validation import validate

PAIR = (
    '<span data-ttu-id="0c05b-102">{1}</span><span class="sxs-lookup"><span data-stu-id="0c05b-102">{0}</span></span>\n'
)
ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMERALS = "〇一二三四五六七八九"
LANGUAGES = (
    *("es", "de", "fr", "it", "pt", "ru", "ar", "ja", "zh", "ko", "nl", "pl", "cs", "sv", "da", "nb", "tr", "hu", "fi"),
    *("el", "uk", "id", "vi", "th", "he", "hi", "ro", "fa"),
)
WITHOUT_WORDS = ("ro", "fa")

numbers = st.integers(2, 999_999_999)


def found(source: str, target: str, language: str) -> list[str]:
    document = locdocs.parse(PAIR.format(source, target), target_language=language)
    return [diagnostic.code for diagnostic in validate(document, config=Config(select=("TX003", "TX004")))]


def in_english(number: int, *, joiner: str = " and ") -> str:
    """A number in words: one hundred and twenty-five."""
    for size, word in ((10**6, "million"), (1000, "thousand")):
        if number >= size:
            rest = number % size
            glue = joiner if rest < 100 else " "
            return f"{in_english(number // size)} {word}" + (glue + in_english(rest) if rest else "")
    if number >= 100:
        return f"{ONES[number // 100 - 1]} hundred" + (joiner + in_english(number % 100) if number % 100 else "")
    if number < 20:
        return ONES[number - 1]
    return TENS[number // 10 - 2] + (f"-{ONES[number % 10 - 1]}" if number % 10 else "")


def in_myriads(number: int, *, space: str = "") -> str:
    """A number in digits with units of ten thousand: 1亿2345万6789."""
    units = ((10**8, "亿"), (10**4, "万"), (1, ""))
    parts = [(number // size % 10_000, unit) for size, unit in units]
    return space.join(f"{part}{space}{unit}" for part, unit in parts if part).strip()


def in_numerals(number: int) -> str:
    """A number in Chinese characters: 一万二千."""
    for size, unit in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            rest = number % size
            return (
                in_numerals(number // size)
                + unit
                + ("零" * (0 < rest < size // 10) + in_numerals(rest) if rest else "")
            )
    return NUMERALS[number]


@given(numbers, st.sampled_from(LANGUAGES), st.sampled_from((" and ", " ")))
def test_words_of_the_source_are_digits_of_the_target(number: int, language: str, joiner: str) -> None:
    assert found(f"There are {in_english(number, joiner=joiner)} trees.", f"{number} x.", language) == []


@given(numbers, st.sampled_from(LANGUAGES), st.sampled_from((1, 10, 100, 1000)))
def test_words_that_became_other_digits_are_found(number: int, language: str, change: int) -> None:
    # Not so near that they might be the time of a day, and no year: translators add those.
    other = number * 10 + change + 13
    assume(other not in range(1900, 2100))
    assert found(f"There are {in_english(number)} trees.", f"{other} x.", language) == ["TX003"]


@given(numbers, st.sampled_from(("", " ")))
def test_units_of_ten_thousand_are_one_number(number: int, space: str) -> None:
    for source in (f"{number}", f"{number:,}", in_english(number)):
        assert found(f"There are {source} trees.", f"有{in_myriads(number, space=space)}棵树。", "zh") == []
    assert found(f"There are {number:,} trees.", f"有{in_numerals(number)}棵树。", "zh") == []


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from(((10**6, "million"), (10**9, "billion"))))
def test_decimals_of_a_million_are_one_number(whole: int, decimals: int, scale: tuple[int, str]) -> None:
    number = (whole * 100 + decimals) * scale[0] // 100
    source = f"It costs ${whole}.{decimals:02} {scale[1]}."
    for language, target in (("zh", in_myriads(number)), ("es", f"{number:,}".replace(",", ".")), ("nl", f"{number}")):
        assert found(source, target, language) == []


@given(st.integers(2, 10**6), st.sampled_from(LANGUAGES))
def test_a_number_that_is_lost_is_seen_unless_it_may_be_spelled_out(number: int, language: str) -> None:
    expected = language not in WITHOUT_WORDS or (number > 100 and number % 1000) or 1900 <= number < 2100
    assert found(f"There are {number} trees.", "…", language) == (["TX004"] if expected else [])


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_every_text_can_be_compared(source: str, target: str, language: str) -> None:
    clean = [text.translate(dict.fromkeys(map(ord, "<>\r\n"))) for text in (source, target)]
    found(f"7 {clean[0]}", f"8 {clean[1]} 9", language)


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("In two weeks", "In 14 Tagen", "de"),
        ("For 24 hours", "Pendant 1 jour", "fr"),
        ("Half of it", "50 %", "fr"),
        ("Half a million", "500.000", "de"),
        ("A half-hour session", "Uma sessão de 30 minutos", "pt"),
        ("A third of it", "33 %", "es"),
        ("In the 1960s", "Negli anni Sessanta", "it"),
        ("The 19th century", "Il XIX secolo", "it"),
        ("Between one and two", "Entre 1 y 2", "es"),
        ("24/7 phone support", "24 Stunden am Telefon", "de"),
        ("1/2 of it", "Die Hälfte davon", "de"),
        ("1/3 of it", "Ein Drittel davon", "de"),
        ("It lasts 0.5 hours", "Es dauert eine halbe Stunde", "de"),
        ("It lasts 1.5 hours", "Es dauert anderthalb Stunden", "de"),
        ("It is 1.5 times as long", "Он в полтора раза длиннее", "ru"),
        ("It is 2.5 times as long", "Den är två och en halv gång så lång", "sv"),
        ("3/4 of it", "Driekwart ervan", "nl"),
        ("3/4 of it", "Dörtte üçü", "tr"),
        ("12 months", "en yıl, bir yıl", "tr"),
        ("7 days", "przez tydzień", "pl"),
        ("24 hours", "ett dygn", "sv"),
        ("60 minutes", "hodinu", "cs"),
        ("500,000 users", "félmillió felhasználó", "hu"),
        ("1,000,000 rows", "1 ล้านแถว", "th"),
        ("100,000 rows", "एक लाख पंक्तियाँ", "hi"),
        ("2,500 rows", "สองพันห้าร้อยแถว", "th"),
        ("March 2021", "3/2021, maaliskuussa", "fi"),
    ],
)
def test_what_translators_may_write(source: str, target: str, language: str) -> None:
    assert found(source, target, language) == []


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        # What reads like a number, or is one of another text's.
        ("Two of five", "2 på bordet af fem", "da"),
        ("Two or three", "2 eller 3, en gang til", "nb"),
        ("Four walls", "4 vegger, brannmur fire", "nb"),
        ("Six years", "6 năm", "vi"),
        ("Five years", "5 năm, năm năm", "vi"),
        ("Ten pages", "On sayfa, onun 10 sayfası", "tr"),
        ("One hundred faces", "100 yüz", "tr"),
        ("Six weeks act", "6 hét hat", "hu"),
        ("Twice the second time", "2 kertaa toisen kerran", "fi"),
        ("A hundred times", "100 razy, sto", "pl"),
        ("One of two", "1 z 2, jeden ze dvou", "cs"),
        ("An article and one more", "Een artikel en nog 1", "nl"),
    ],
)
def test_words_that_read_like_numbers_are_no_change(source: str, target: str, language: str) -> None:
    assert found(source, target, language) == []


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Row 7 is hidden", "Raden är 8", "sv"),
        ("Wait 5 years", "Chờ 6 năm", "vi"),
        ("It has 10 pages", "Onun 12 sayfası var", "tr"),
        ("0.5 of it", "5 van de", "nl"),
        ("1.5 of it", "15 van de", "nl"),
        ("2.5 times and 2.5 pages", "2,5 gånger och 3,5 sidor", "sv"),
        ("4.6 and 4.7", "4,6 y 5,7", "es"),
        ("3 users can sign in", "ผู้ใช้ 4 คนสามารถลงชื่อเข้าใช้ได้", "th"),
    ],
)
def test_changed_numbers_are_found_beside_words(source: str, target: str, language: str) -> None:
    assert set(found(source, target, language)) & {"TX003", "TX004"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "part", ["million ", "12", "1,00,", "1.5 ", "万", "1万", "twenty-", "mil ", "VI", "half a ", "만"]
)
def test_long_texts_are_compared_too(part: str, language: str) -> None:
    found(f"7 {part * 2000}", f"8 {part * 1999}", language)
