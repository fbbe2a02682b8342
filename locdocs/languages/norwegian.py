"""Norwegian Bokmål. Its length bounds are those of any language in Latin script: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN
from locdocs.languages.number_words import by_word, compounds, with_endings

__all__ = ["PROFILE"]

_ONES = {
    1: "en ett én ei et", 2: "to", 3: "tre", 4: "fire", 5: "fem", 6: "seks", 7: "sju syv", 8: "åtte", 9: "ni",
}  # fmt: skip
_TEENS = {
    10: "ti", 11: "elleve", 12: "tolv", 13: "tretten", 14: "fjorten", 15: "femten", 16: "seksten", 17: "sytten",
    18: "atten", 19: "nitten",
}  # fmt: skip
_TENS = {
    20: "tjue tyve", 30: "tretti tredve", 40: "førti", 50: "femti", 60: "seksti", 70: "sytti", 80: "åtti", 90: "nitti",
}  # fmt: skip
_BELOW_100 = {
    **by_word(_ONES), **by_word(_TEENS), **by_word(_TENS), **compounds(_TENS, _ONES),
    **compounds(_ONES, _TENS, "{0}og{1}"),
}  # fmt: skip
_FACTORS = {word: value for word, value in _BELOW_100.items() if value < 20}
_ORDINALS = {
    1: "første", 2: "andre annen annet", 3: "tredje", 4: "fjerde", 5: "femte", 6: "sjette", 7: "sjuende syvende",
    8: "åttende", 9: "niende",
}  # fmt: skip
_NUMBERS = {
    **_BELOW_100,
    **{f"{word}hundre": value * 100 for word, value in _FACTORS.items()},
    **{f"{word}tusen": value * 1000 for word, value in _BELOW_100.items()},
    **{f"hundreog{word}": 100 + value for word, value in _BELOW_100.items()},
    **by_word(_ORDINALS),
    **by_word({10: "tiende", 11: "ellevte", 12: "tolvte"}),
    **{f"{word}de": value for word, value in by_word(_TEENS).items() if value > 12},
    **{f"{word}nde": value for word, value in by_word(_TENS).items()},
    **{f"{word}ende": value for word, value in by_word(_TENS).items()},
    **compounds(_TENS, _ORDINALS),
    **by_word(
        {
            0: "null",
            1: "ene eneste enkel enkelt ettrinns",
            2: "annenhver annethvert begge dobbel dobbelt doble doblet dobles toer toveis todelt todelte tofold",
            3: "treer trippel tredobbel tredobbelt tredoble trefold tredelt",
            4: "firer firedobbel firedobbelt firedoble",
            5: "femmer femdobbel femdobbelt",
            10: "tier tidobbel tidobbelt titalls",
            12: "dusin",
            100: "hundre hundrede hundrevis hundretalls",
            1000: "tusen tusener tusenvis",
            10**6: "million millioner millionen mill",
            10**9: "milliard milliarder milliarden mrd",
            10**12: "billion billioner",
        }
    ),
}
# What compounds begin with after a number that other words begin with too: total, trend, seksjon, nivå, tid.
_COUNTED = (
    "trinn fas fakt dobb dobl fold part dimension kant sif spalt vei nivå års årig del måned uke tim dag døgn led "
    "kjern bit sid rad kolonn sekund minutt lag person språk gang prosent steg"
)

PROFILE = replace(
    LATIN,
    language="nb",
    function_words=frozenset(
        "og at i en det som på er av for med den til ikke om et har de fra kan du eller så ved når var skal "
        "nå deg din ditt dine her men alle under etter ut opp seg også mer uten bare denne dette disse må "
        "hvis vi være blir ble over inn dem ingen finnes å".split()
    ),
    accented="æøåéòô",
    decimal_marks=",.",
    group_marks=".,",
    spelled_numbers=_NUMBERS,
    number_joiners=frozenset({"og"}),
    number_prefixes={
        **{word: value for word, value in _BELOW_100.items() if value > 10},
        **with_endings({2: "to", 3: "tre", 4: "fire", 6: "seks", 7: "sju", 9: "ni", 10: "ti"}, _COUNTED),
        "halvår": 6, "halvtime": 30, "fem": 5, "syv": 7, "åtte": 8, "tolv": 12, "fjorten": 14, "seksten": 16,
        "tjue": 20,        "tjuefire": 24, "tretti": 30, "trettito": 32, "seksti": 60, "sekstifire": 64, "nitti": 90,
    },
    fractions={
        **dict.fromkeys("halv halvt halve halvdel halvdelen halvpart halvparten halvår halvåret halvtime".split(), 2),
        **with_endings({3: "tredel tredjedel", 4: "firedel fjerdedel", 5: "femdel", 10: "tidel"}, "- en er ene s"),
        "halvtimes": 2, "halvere": 2, "kvart": 4, "kvarter": 4, "kvarters": 4,
    },
    shares=dict.fromkeys(("halvannen", "halvannet", "en og en halv", "ett og et halvt", "én og en halv"), 150),
    loose_numbers={
        "en time": 60, "én time": 60, "en times": 60, "døgn": 24, "døgnet": 24, "en dag": 24, "én dag": 24,
        "en dags": 24, "en uke": 7, "én uke": 7, "ei uke": 7, "en ukes": 7, "uken": 7, "uka": 7, "kvartal": 1,
        "kvartalet": 1, "et år": 12, "ett år": 12, "ett års": 12, "ettårig": 12, "årlig": 12, "tiår": 10, "tiåret": 10,
        "århundre": 100, "hundreår": 100,
    },
    months=(
        "januar", "februar", "mars", "april", "mai", "juni",
        "juli", "august", "september", "oktober", "november", "desember",
    ),
)  # fmt: skip
