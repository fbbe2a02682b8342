"""Hungarian. Its length bounds are those of any language in Latin script: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN
from locdocs.languages.number_words import by_word, compounds, in_months, with_endings

__all__ = ["PROFILE"]

# The endings of cases, of so many times, so many of a kind, by the vowels of the number.
_CASES = "ig ért ként féle"
_BACK = f"- at ot an as os ban ból ba nak ra ról tól nál hoz szor szori szoros szorosa szorosára szorozza {_CASES}"
_FRONT = f"- et en es ben ből be nek re ről től nél hez szer szeri szeres szerese szeresére {_CASES}"
_ROUND = f"- t öt en ös s ben ből be nek re ről től nél höz ször szöri szörös szöröse szörösére {_CASES}"
_FORMS = {
    **with_endings(
        {
            0: "nulla nullá", 3: "három hárm", 6: "hat", 8: "nyolc", 20: "húsz husz", 30: "harminc", 60: "hatvan",
            80: "nyolcvan", 100: "száz", 10**6: "millió", 10**9: "milliárd",
        },
        f"t s {_BACK}",
    ),
    **with_endings(
        {
            1: "egy", 2: "két", 4: "négy", 7: "hét het", 9: "kilenc", 10: "tíz tiz", 40: "negyven", 50: "ötven",
            70: "hetven", 90: "kilencven", 1000: "ezer ezr",
        },
        _FRONT,
    ),
    **with_endings({2: "kettő", 5: "öt"}, _ROUND),
    **with_endings({12: "tizenkét", 14: "tizennégy", 24: "huszonnégy"}, _FRONT),
    **with_endings({12: "tizenkettő", 15: "tizenöt"}, _ROUND),
    **with_endings({16: "tizenhat", 18: "tizennyolc"}, _BACK),
}  # fmt: skip
_ONES = {
    1: "egy", 2: "kettő két", 3: "három", 4: "négy", 5: "öt", 6: "hat", 7: "hét", 8: "nyolc", 9: "kilenc",
}  # fmt: skip
_TENS = {
    30: "harminc", 40: "negyven", 50: "ötven", 60: "hatvan", 70: "hetven", 80: "nyolcvan", 90: "kilencven",
}  # fmt: skip
_BEFORE_ONES = {10: "tizen", 20: "huszon", **_TENS}
_BELOW_100 = {
    **by_word(_ONES), **by_word({10: "tíz", 20: "húsz"}), **by_word(_TENS), **compounds(_BEFORE_ONES, _ONES),
}  # fmt: skip
_HUNDREDS = {"száz": 100, **{word + "száz": value * 100 for word, value in by_word(_ONES).items()}}
_ORDINALS = {
    1: "egyedik", 2: "kettedik", 3: "harmadik", 4: "negyedik", 5: "ötödik", 6: "hatodik", 7: "hetedik", 8: "nyolcadik",
    9: "kilencedik",
}  # fmt: skip
_BACK_ORDINALS = "- at on ba ban ból nak ra ról tól nál hoz ig ként ak i"
_FRONT_ORDINALS = "- et en be ben ből nek re ről től nél hez ig ként ek i"
_TENTHS = {
    10: "tizedik", 20: "huszadik", 30: "harmincadik", 40: "negyvenedik", 50: "ötvenedik", 60: "hatvanadik",
    70: "hetvenedik", 80: "nyolcvanadik", 90: "kilencvenedik", 100: "századik", 1000: "ezredik",
}  # fmt: skip
_NUMBERS = {
    **_FORMS,
    **_BELOW_100,
    **_HUNDREDS,
    **{hundred + word: value + more for hundred, value in _HUNDREDS.items() for word, more in _BELOW_100.items()},
    **{word + "ezer": value * 1000 for word, value in {**_BELOW_100, **_HUNDREDS}.items()},
    **{
        thousand + hundred: value + more
        for thousand, value in {"ezer": 1000, "kétezer": 2000, "háromezer": 3000}.items()
        for hundred, more in _HUNDREDS.items()
    },
    **{
        word + scale: value * size
        for word, value in {**_BELOW_100, **_HUNDREDS}.items()
        for scale, size in (("millió", 10**6), ("milliárd", 10**9))
    },
    **with_endings({3: "harmadik", 6: "hatodik", 8: "nyolcadik", 2: "második"}, _BACK_ORDINALS),
    **with_endings({**_ORDINALS, 10: "tizedik"}, _FRONT_ORDINALS),
    **with_endings({1: "első"}, "- t n be ben ből nek re ről től nél höz ig ként ek"),
    **with_endings(_TENTHS, "- at et ban ben ra re i"),
    **{word + times: value for word, value in _BELOW_100.items() for times in ("szor", "szer", "ször")},
    **{word + ending: value for word, value in compounds(_BEFORE_ONES, _ORDINALS).items() for ending in ("", "i")},
    **by_word(
        {
            0: "nulladik zéró",
            1: "először elsődleges egyetlen egylépéses egyik egyiket egyikét egyike",
            2: "kettővel kettesével mindkét mindkettő mindkettőt dupla duplán duplája duplájára másodszor kettes páros "
            "kettőzött megkettőzi duplázza",
            3: "hárommal harmadszor hármasával tripla triplája",
            4: "néggyel négyesével negyedszer",
            5: "öttel ötösével",
            6: "hattal hatosával",
            7: "héttel",
            8: "nyolccal",
            9: "kilenccel",
            10: "tízzel tízesével",
            12: "tucat tucatot tucatnyi tizenkettővel",
            20: "hússzal",
            30: "harminccal",
            50: "ötvennel",
            60: "hatvannal",
            100: "százzal",
            1000: "ezerrel ezrek ezreket ezrével",
            500_000: "félmillió",
            10**6: "millióval milliók",
            5 * 10**8: "félmilliárd",
            10**9: "mrd milliárddal",
            10**12: "billió billiót",
        }
    ),
}
# What compounds begin with after a number that other words begin with too: ötlet, hatás, hétvége, százalék.
_COUNTED = (
    "lépés fázis szint jegy nap hónap év óra órá perc hét hetes tényez oldal rész irány dimenz mag bit fős szor ször "
    "szer példány karakter százalék oszlop sor szög másodperc szeres szörös ezer pont tag elem"
)

PROFILE = replace(
    LATIN,
    language="hu",
    function_words=frozenset(
        "a az egy és nem hogy is van vagy ha meg el be ki de csak ez ezt azt akkor kell lehet után mint már "
        "még minden nincs vannak amely amelyek ezek való által pedig között fel le ahol mert sem".split()
    ),
    accented="áéíóöőúüű",
    decimal_marks=",.",
    group_marks=".,",
    spelled_numbers=_NUMBERS,
    number_prefixes={
        **{word: value for word, value in _BELOW_100.items() if value > 10},
        **with_endings({5: "öt", 6: "hat", 7: "hét", 10: "tíz", 100: "száz", 1000: "ezer"}, _COUNTED),
        "két": 2, "kettő": 2, "félév": 6, "félór": 30, "negyedév": 3, "negyedór": 15,
        "három": 3, "négy": 4, "nyolc": 8, "kilenc": 9, "tizenkét": 12,
        "tizennégy": 14, "tizenöt": 15, "tizenhat": 16, "huszonnégy": 24, "húsz": 20, "harminc": 30, "harminckét": 32,
        "negyven": 40, "ötven": 50, "hatvan": 60, "hatvannégy": 64, "kilencven": 90,
    },
    fractions={
        **with_endings(
            {3: "harmad", 4: "negyed", 5: "ötöd", 10: "tized"},
            "- a át e ét ára ére ának ének ában ében ából éből ával ével ot et t év évente óra órás órán óránként",
        ),
        **by_word(
            {
                2: "fél félt félév félévet félévente félóra félórás félórát fele felét felére felének feléből felével "
                "felében feles félig",
                4: "negyedóra negyedóránként",
            }
        ),
    },
    shares={
        "háromnegyed": 75, "háromnegyede": 75, "háromnegyedét": 75,
        **dict.fromkeys(("másfél", "másfélszer", "másfélszeres", "másfélszeresére", "másfeles", "másfélszerese"), 150),
    },
    loose_numbers=by_word(
        {
            60: "egy_óra egy_órát egy_óráig egy_órán egyórás óránként",
            24: "egy_nap egy_napig egy_napon egynapos éjjel-nappal",
            7: "egy_hét egy_hétig egy_héten egyhetes hetente",
            1: "negyedév negyedévig negyedévente",
            12: "egy_év egy_évig egy_éven egyéves évente",
            10: "évtized évtizedig",
            100: "évszázad század",
        }
    ),
    months=(
        "január", "február", "március", "április", "május", "június",
        "július", "augusztus", "szeptember", "október", "november", "december",
    ),
    month_forms=in_months(
        ("január", "február", "március", "április", "május", "június",
         "július", "augusztus", "szeptember", "október", "november", "december"),
        "i ban ben tól től ig ra re ról ről ától étől a e ának ében ában hoz hez án én",
    ),
)  # fmt: skip
