"""Danish. Its length bounds are those of any language in Latin script: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN
from locdocs.languages.number_words import by_word, compounds, with_endings

__all__ = ["PROFILE"]

_ONES = {
    1: "en et én ét", 2: "to", 3: "tre", 4: "fire", 5: "fem", 6: "seks", 7: "syv", 8: "otte", 9: "ni",
}  # fmt: skip
_TEENS = {
    10: "ti", 11: "elleve", 12: "tolv", 13: "tretten", 14: "fjorten", 15: "femten", 16: "seksten", 17: "sytten",
    18: "atten", 19: "nitten",
}  # fmt: skip
_TENS = {
    20: "tyve", 30: "tredive", 40: "fyrre fyrretyve", 50: "halvtreds halvtredsindstyve", 60: "tres", 70: "halvfjerds",
    80: "firs", 90: "halvfems",
}  # fmt: skip
_BELOW_100 = {**by_word(_ONES), **by_word(_TEENS), **by_word(_TENS), **compounds(_ONES, _TENS, "{0}og{1}")}
_FACTORS = {word: value for word, value in _BELOW_100.items() if value < 20}
_ORDINALS = {
    1: "første", 2: "anden andet andre", 3: "tredje", 4: "fjerde", 5: "femte", 6: "sjette", 7: "syvende", 8: "ottende",
    9: "niende", 10: "tiende", 11: "ellevte", 12: "tolvte",
}  # fmt: skip
_NUMBERS = {
    **_BELOW_100,
    **{f"{word}{end}": value * 100 for word, value in _FACTORS.items() for end in ("hundrede", "hundred")},
    **{f"{word}{end}": value * 1000 for word, value in _BELOW_100.items() for end in ("tusinde", "tusind")},
    **{f"{word}hundredetusinde": value * 10**5 for word, value in _FACTORS.items()},
    **{f"{hundred}og{word}": 100 + value for hundred in ("hundrede", "ethundrede") for word, value in _FACTORS.items()},
    **by_word(_ORDINALS),
    **{f"{word}de": value for word, value in by_word(_TEENS).items() if value > 12},
    **{f"{word}nde": value for word, value in compounds(_ONES, {20: "tyve"}, "{0}og{1}").items()},
    **{f"{word}te": value for word, value in compounds(_ONES, {30: "tredive"}, "{0}og{1}").items()},
    **by_word(
        {
            0: "nul",
            1: "ene enkelt enkelte ettrins",
            2: "hveranden hvertandet begge dobbelt dobbelte toer tovejs todelt todelte fordoble fordobler fordobles "
            "tofold",
            3: "treer tredobbelt tredobbelte trefold tredelt",
            4: "firer firdobbelt firedobbelt firdobbelte",
            5: "femmer femdobbelt femdobbelte",
            10: "tier tidobbelt tidobbelte",
            12: "dusin",
            20: "tyvende",
            30: "tredivte",
            40: "fyrretyvende",
            50: "halvtredsindstyvende",
            60: "tresindstyvende",
            80: "firsindstyvende",
            100: "hundrede hundred hundreder hundredvis",
            1000: "tusind tusinde tusinder tusindvis",
            10**6: "million millioner millionen mio",
            10**9: "milliard milliarder milliarden mia mrd",
            10**12: "billion billioner",
        }
    ),
}
# What compounds begin with after a number that other words begin with too: total, trend, firewall, niveau, tid.
_COUNTED = (
    "trin fas fakt dobb fold part dimension kant cif spalt vej nivea års årig del måned uge tim dag døgn led kern bit "
    "sid række kolonn sekund minut lag person sprog gang procent"
)

PROFILE = replace(
    LATIN,
    language="da",
    function_words=frozenset(
        "og at i en det som på er af for med den til ikke om et har de fra kan du eller så ved når var skal "
        "nu dig din dit dine her men alle under efter ud op sig også mere uden kun denne dette disse må hvis "
        "vi være bliver blev over ind dem ingen findes".split()
    ),
    accented="æøåé",
    decimal_marks=",.",
    group_marks=".,",
    spelled_numbers=_NUMBERS,
    number_joiners=frozenset({"og"}),
    number_prefixes={
        **{word: value for word, value in _BELOW_100.items() if value > 10},
        **with_endings({2: "to", 3: "tre", 4: "fire fir", 9: "ni", 10: "ti"}, _COUNTED),
        "halvår": 6, "halvtime": 30, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "tolv": 12, "fjorten": 14, "seksten": 16,
        "tyve": 20, "fireogtyve": 24, "tredive": 30, "toogtredive": 32, "tres": 60, "fireogtres": 64, "halvfems": 90,
    },
    fractions={
        **dict.fromkeys("halv halvt halve halvdel halvdelen halvår halvåret halvtime halvtimes halvere".split(), 2),
        **with_endings({3: "tredjedel trediedel", 4: "fjerdedel", 5: "femtedel", 10: "tiendedel"}, "- en e ene s"),
        "kvart": 4, "kvarter": 4, "kvarters": 4,
    },
    shares=dict.fromkeys(("halvanden", "halvandet", "en og en halv", "et og et halvt", "én og en halv"), 150),
    loose_numbers={
        "en time": 60, "én time": 60, "en times": 60, "døgn": 24, "døgnet": 24, "en dag": 24, "én dag": 24,
        "en dags": 24, "en uge": 7, "én uge": 7, "en uges": 7, "ugen": 7, "kvartal": 1, "kvartalet": 1, "et år": 12,
        "ét år": 12, "et års": 12, "etårig": 12, "etårigt": 12, "årlig": 12, "årligt": 12, "årti": 10, "tiår": 10,
        "århundrede": 100,
    },
    months=(
        "januar", "februar", "marts", "april", "maj", "juni",
        "juli", "august", "september", "oktober", "november", "december",
    ),
)  # fmt: skip
