"""Turkish. Its length bounds are those of any language in Latin script: no published tree was measured."""

from collections.abc import Mapping
from dataclasses import replace

from locdocs.languages.neutral import LATIN
from locdocs.languages.number_words import by_word, compounds, with_endings

__all__ = ["PROFILE"]

# What ends with a vowel, and what with a consonant, by the vowel that endings have.
_AFTER_VOWEL = {"i": {2: "iki", 7: "yedi", 20: "yirmi", 50: "elli"}, "ı": {6: "altı"}}
_AFTER_CONSONANT = {
    "i": {1: "bir", 5: "beş", 8: "sekiz", 70: "yetmiş", 80: "seksen", 1000: "bin"},
    "ı": {40: "kırk", 60: "altmış", 90: "doksan", 10**9: "milyar"},
    "u": {9: "dokuz", 10: "on", 30: "otuz", 10**6: "milyon", 10**12: "trilyon"},
    "ü": {3: "üç", 4: "dörd", 100: "yüz"},
}
_OPEN = {"i": "e", "ı": "a", "u": "a", "ü": "e"}
# Endings with a vowel that changes (I), and one that is open (E).
_ORDINAL_ENDINGS = "ncI ncIsI ncIsInI ncIsIndE ncIsIndEn ncIsInIn ncIlEr ncIyE ncIyI ncIdE ncIdEn ncInIn ncIl ncIlIk"
_VOWEL_ENDINGS = f"- sI sInI sIndE sIndEn sInE sInIn yE yI dE dEn nIn lI lIk şEr {_ORDINAL_ENDINGS}"
_CONSONANT_ENDINGS = " ".join(
    ["I", "InI", "InIn", "IndE", "IndEn", "InE", "E", "Er", "lI", "lIk", "dE", "dEn", "tE", "tEn"]
    + ["I" + ending for ending in _ORDINAL_ENDINGS.split()]
)
# What reads like a number and is another word: it, its, at it, with it; face, percent, because of, float; ride, floor.
_OTHER_WORDS = frozenset(
    "ona onda ondan onu onun onunu onunun onlu yüzü yüzünü yüzünün yüzünde yüzünden yüzüne yüze yüzde yüzden yüzer "
    "yüzlü bini binini binine bine biner".split()
)
_ONES = {1: "bir", 2: "iki", 3: "üç", 4: "dört", 5: "beş", 6: "altı", 7: "yedi", 8: "sekiz", 9: "dokuz"}
_TENS = {
    10: "on", 20: "yirmi", 30: "otuz", 40: "kırk", 50: "elli", 60: "altmış", 70: "yetmiş", 80: "seksen", 90: "doksan",
}  # fmt: skip
_ORDINALS = {
    1: "birinci", 2: "ikinci", 3: "üçüncü", 4: "dördüncü", 5: "beşinci", 6: "altıncı", 7: "yedinci", 8: "sekizinci",
    9: "dokuzuncu",
}  # fmt: skip


def _inflected() -> dict[str, int]:
    forms: dict[str, int] = {}
    for groups, endings in ((_AFTER_VOWEL, _VOWEL_ENDINGS), (_AFTER_CONSONANT, _CONSONANT_ENDINGS)):
        for vowel, stems in groups.items():
            forms |= with_endings(stems, endings.replace("I", vowel).replace("E", _OPEN[vowel]))
    return {word: value for word, value in forms.items() if word not in _OTHER_WORDS}


def _with_dot(words: Mapping[str, int]) -> dict[str, int]:
    """Words, and how those with an i begin a sentence: in lower case its capital letter is two characters."""
    return {**words, **{"i\u0307" + word[1:]: value for word, value in words.items() if word.startswith("i")}}


PROFILE = replace(
    LATIN,
    language="tr",
    function_words=frozenset(
        "ve bir bu için ile de da olarak veya daha olan çok gibi kadar sonra ise değil her ancak ya ne en var "
        "yok o tüm olabilir eğer tarafından üzerinde birlikte önce şu on".split()
    ),
    accented="çğıöşü",
    decimal_marks=",.",
    group_marks=".,",
    spelled_numbers=_with_dot(
        {
            **_inflected(),
            **by_word({**_ONES, **_TENS}),
            **compounds(_TENS, _ONES),
            **compounds(_TENS, _ORDINALS),
            **compounds({10: "on"}, _ONES, "{0} {1}"),
            **{f"on {word}": 10 + value for word, value in _inflected().items() if value < 10},
            **{word + "yüz": value * 100 for value, word in _ONES.items() if value > 1},
            **{word + "bin": value * 1000 for value, word in {**_ONES, **_TENS}.items() if value > 1},
            **by_word(
                {
                    0: "sıfır sıfırıncı sıfıra",
                    1: "ilk tek tekli tekil",
                    2: "çift çifte çiftli çiftler ikişer ikiz",
                    4: "dörtlü dörtte dörtten dörtlük",
                    6: "altışar",
                    10: "onlarca ondan_fazla onu_aşkın ona_kadar",
                    12: "düzine",
                    100: "yüz yüzlerce yüzden_fazla yüzü_aşkın yüze_kadar",
                    1000: "bin binlerce bini_aşkın bine_kadar",
                    10**6: "milyon mn milyonlarca",
                    10**9: "milyar milyarlarca mlr",
                    10**12: "trilyon",
                }
            ),
        }
    ),
    number_prefixes=_with_dot(
        {
            "iki": 2, "çift": 2, "üç": 3, "dört": 4, "dörd": 4, "beş": 5, "yedi": 7, "sekiz": 8, "dokuz": 9,
            "yirmi": 20, "otuz": 30, "altmış": 60, "yetmiş": 70, "seksen": 80, "doksan": 90,
        }
    ),
    fractions=by_word(
        {2: "yarı yarım yarısı yarısını yarısına yarısında yarısından yarıya buçuk yarıyıl", 4: "çeyrek çeyreği"}
    ),
    shares={
        **dict.fromkeys(("bir buçuk", "birbuçuk"), 150),
        **{
            f"{parts} {count}{ending}": share
            for parts, count, share in (
                ("üçte", "bir", 33), ("üçte", "iki", 67), ("dörtte", "bir", 25), ("dörtte", "üç", 75),
                ("beşte", "bir", 20), ("onda", "bir", 10),
            )
            for ending in ("", "i", "ini", "si", "sini", "ü", "ünü", "sine", "ine")
        },
    },
    loose_numbers=by_word(
        {
            60: "bir_saat bir_saatlik saatlik",
            24: "bir_gün bir_günlük tam_gün gün_boyu",
            7: "bir_hafta bir_haftalık haftalık",
            1: "çeyrek",
            12: "bir_yıl bir_yıllık yıllık bir_sene",
            100: "yüzyıl yüzyılda",
        }
    ),
    months=(
        "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran",
        "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
    ),
)  # fmt: skip
