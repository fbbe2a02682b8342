"""Dutch. Its length bounds are those of any language in Latin script: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN
from locdocs.languages.number_words import by_word, compounds, with_endings

__all__ = ["PROFILE"]

_ONES = {1: "een", 2: "twee", 3: "drie", 4: "vier", 5: "vijf", 6: "zes", 7: "zeven", 8: "acht", 9: "negen"}
_TEENS = {
    10: "tien", 11: "elf", 12: "twaalf", 13: "dertien", 14: "veertien", 15: "vijftien", 16: "zestien", 17: "zeventien",
    18: "achttien", 19: "negentien",
}  # fmt: skip
_TENS = {
    20: "twintig", 30: "dertig", 40: "veertig", 50: "vijftig", 60: "zestig", 70: "zeventig", 80: "tachtig",
    90: "negentig",
}  # fmt: skip
# Twee and drie end with the vowel that follows: tweeëntwintig.
_JOINED = {**{value: word + "en" for value, word in _ONES.items()}, 2: "tweeën tweeen", 3: "drieën drieen"}
_BELOW_100 = {**by_word(_ONES), **by_word(_TEENS), **by_word(_TENS), **compounds(_JOINED, _TENS)}
_FACTORS = {word: value for word, value in _BELOW_100.items() if value > 1}
_HUNDREDS = {f"{word}honderd": value * 100 for word, value in _FACTORS.items() if value < 20} | {"honderd": 100}
_THOUSANDS = {f"{word}duizend": value * 1000 for word, value in {**_FACTORS, **_HUNDREDS}.items()} | {"duizend": 1000}
_ORDINALS = {
    1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", 6: "zesde", 7: "zevende", 8: "achtste",
    9: "negende", 10: "tiende", 11: "elfde", 12: "twaalfde",
}  # fmt: skip
_NUMBERS = {
    **_BELOW_100,
    **_HUNDREDS,
    **_THOUSANDS,
    **{
        f"{hundred}{word}": value + more
        for hundred, value in _HUNDREDS.items()
        if value < 1000
        for word, more in {**_BELOW_100, "één": 1}.items()
    },
    **{
        f"{thousand}{hundred}": value + more
        for thousand, value in _THOUSANDS.items()
        if value < 10_000
        for hundred, more in _HUNDREDS.items()
        if more < 1000
    },
    **{
        f"{hundred}{ten}duizend": (value + more) * 1000
        for hundred, value in _HUNDREDS.items()
        if value < 1000
        for ten, more in by_word(_TENS).items()
    },
    **by_word(_ORDINALS),
    **{f"{word}de": value for word, value in by_word(_TEENS).items() if value > 12},
    **{f"{word}ste": value for word, value in _BELOW_100.items() if value >= 20},
    **{
        f"{word}{ending}": value for word, value in _FACTORS.items() for ending in ("maal", "voud", "voudig", "voudige")
    },
    **by_word(
        {
            0: "nul",
            1: "één ene enkel eenmaal eenmalig eenmalige",
            2: "beide beiden allebei tweeën dubbel dubbele dubbelen tweetal",
            3: "drieën drietal driedubbel driedubbele",
            4: "viertal",
            5: "vijven vijftal",
            6: "zessen",
            10: "tiental",
            12: "dozijn twaalven",
            100: "honderdste honderdtal",
            1000: "duizendste duizendtal",
            10**6: "miljoen miljoenen mln",
            10**9: "miljard miljarden mld mrd",
            10**12: "biljoen biljoenen",
        }
    ),
}

PROFILE = replace(
    LATIN,
    language="nl",
    function_words=frozenset(
        "de het een van en in is dat die op te aan voor met niet zijn er om ook als bij door naar uit wordt "
        "worden deze dit kan kunt moet u uw hebt heeft of maar over nog wel wanneer tot onder meer alle geen "
        "wat hoe je we was na al".split()
    ),
    accented="éèëïöü",
    decimal_marks=",.",
    group_marks=".,",
    spelled_numbers=_NUMBERS,
    number_joiners=frozenset({"en"}),
    number_prefixes={
        **{word: value for word, value in _BELOW_100.items() if value > 10},
        **with_endings({8: "acht"}, "uur uurs uren urig voud kern bits stap weg jarig dag daag delig"),
        "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "negen": 9, "tien": 10, "twaalf": 12,
        "zestien": 16, "twintig": 20, "vierentwintig": 24, "dertig": 30, "tweeëndertig": 32, "zestig": 60,
        "vierenzestig": 64, "negentig": 90, "honderd": 100,
    },
    fractions={
        **dict.fromkeys("half halve halfs helft halfuur halfjaar halfjaarlijks halfjaarlijkse".split(), 2),
        "derde": 3, "kwart": 4, "kwartier": 4, "vierde": 4, "vijfde": 5, "tiende": 10,
    },
    shares={"driekwart": 75, "anderhalf": 150, "anderhalve": 150, "een en een half": 150, "één en een half": 150},
    loose_numbers={
        "een uur": 60, "één uur": 60, "uurtje": 60, "etmaal": 24, "een dag": 24, "één dag": 24,
        "een week": 7, "één week": 7, "kwartaal": 1, "een jaar": 12, "één jaar": 12, "jaarlijks": 12, "jaarlijkse": 12,
        "decennium": 10, "eeuw": 100, "veertiendaags": 14, "veertiendaagse": 14,
    },
    months=(
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ),
)  # fmt: skip
