"""Indonesian. Its length bounds are those of any language in Latin script: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN
from locdocs.languages.number_words import by_word

__all__ = ["PROFILE"]

_ONES = {
    1: "satu", 2: "dua", 3: "tiga", 4: "empat", 5: "lima", 6: "enam", 7: "tujuh", 8: "delapan", 9: "sembilan",
}  # fmt: skip
# Words for ten and a dozen more are two, so that they are no numbers of their own.
_TENS = {value * 10: f"{word}_puluh {word}puluh" for value, word in _ONES.items() if value > 1}
_BELOW_100 = {
    **by_word(_ONES),
    **{f"{word} belas": 10 + value for word, value in by_word(_ONES).items() if value > 1},
    **by_word({10: "sepuluh", 11: "sebelas"}),
    **by_word(_TENS),
}
_NUMBERS = {
    **_BELOW_100,
    **{"ke" + word: value for word, value in _BELOW_100.items()},
    **{"ke-" + word: value for word, value in _BELOW_100.items()},
    **{"ber" + word: value for word, value in by_word(_ONES).items() if value > 1},
    **by_word(
        {
            0: "nol",
            1: "pertama sekali tunggal sebuah seorang seekor salah_satu kesatu suatu selembar sepotong satu-satunya",
            2: "kedua keduanya ganda dwi sepasang pasangan dobel",
            3: "ketiganya tripel rangkap_tiga",
            4: "keempatnya",
            10: "puluhan",
            12: "lusin selusin",
            100: "seratus ratus ratusan keseratus",
            1000: "seribu ribu ribuan rb keseribu",
            10**6: "juta sejuta jutaan jt",
            10**9: "miliar semiliar milyar miliaran",
            10**12: "triliun setriliun triliunan",
        }
    ),
}

PROFILE = replace(
    LATIN,
    language="id",
    function_words=frozenset(
        "yang dan di untuk dengan dari ini itu pada adalah atau tidak dapat anda akan ke dalam oleh jika "
        "sebagai juga saat setelah lebih bisa harus telah tersebut hanya semua jangan".split()
    ),
    decimal_marks=",.",
    group_marks=".,",
    spelled_numbers=_NUMBERS,
    number_prefixes={"dwi": 2, "dwimingg": 2, "tridimens": 3, "triwulan": 3, "caturwulan": 4},
    fractions=by_word(
        {
            2: "setengah separuh separo paruh",
            3: "sepertiga pertiga",
            4: "seperempat perempat",
            5: "seperlima perlima",
            10: "sepersepuluh persepuluh",
        }
    ),
    shares={"satu setengah": 150, "dua setengah": 250, "tiga perempat": 75, "dua pertiga": 67},
    loose_numbers=by_word(
        {
            60: "satu_jam sejam",
            24: "satu_hari sehari seharian",
            7: "satu_minggu seminggu sepekan satu_pekan",
            1: "satu_triwulan satu_kuartal kuartal",
            12: "satu_tahun setahun tahunan",
            10: "dekade dasawarsa satu_dekade",
            100: "abad",
        }
    ),
    months=(
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ),
)  # fmt: skip
