"""Swedish. Its length bounds are those of any language in Latin script: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN
from locdocs.languages.number_words import by_word, compounds, with_endings

__all__ = ["PROFILE"]

_ONES = {1: "en ett", 2: "två", 3: "tre", 4: "fyra", 5: "fem", 6: "sex", 7: "sju", 8: "åtta", 9: "nio"}
_TEENS = {
    10: "tio", 11: "elva", 12: "tolv", 13: "tretton", 14: "fjorton", 15: "femton", 16: "sexton", 17: "sjutton",
    18: "arton aderton", 19: "nitton",
}  # fmt: skip
_TENS = {
    20: "tjugo", 30: "trettio", 40: "fyrtio", 50: "femtio", 60: "sextio", 70: "sjuttio", 80: "åttio", 90: "nittio",
}  # fmt: skip
_BELOW_100 = {**by_word(_ONES), **by_word(_TEENS), **by_word(_TENS), **compounds(_TENS, _ONES)}
_HUNDREDS = {f"{word}hundra": value * 100 for word, value in by_word(_ONES).items()} | {"hundra": 100}
_ORDINALS = {
    1: "första förste", 2: "andra andre", 3: "tredje", 4: "fjärde", 5: "femte", 6: "sjätte", 7: "sjunde", 8: "åttonde",
    9: "nionde",
}  # fmt: skip
_NUMBERS = {
    **_BELOW_100,
    **_HUNDREDS,
    **{f"{word}{thousand}": value * 1000 for word, value in _BELOW_100.items() for thousand in ("tusen", "-tusen")},
    **{f"{word}tusen": value * 1000 for word, value in _HUNDREDS.items()},
    **{f"{hundred}{word}": value + more for hundred, value in _HUNDREDS.items() for word, more in _BELOW_100.items()},
    **by_word(_ORDINALS),
    **by_word({10: "tionde", 11: "elfte", 12: "tolfte"}),
    **{f"{word}de": value for word, value in by_word(_TEENS).items() if value > 12},
    **{f"{word}nde": value for word, value in by_word(_TENS).items()},
    **compounds(_TENS, _ORDINALS),
    **{f"{word}falt": value for word, value in _BELOW_100.items() if value > 1},
    **by_word(
        {
            0: "noll nollan",
            1: "ettan ena enda enkel enkelt enstegs enfaktors",
            2: "varannan vartannat båda bägge bådadera tvåan dubbel dubbelt dubbla dubblar dubblas dubblerar tvenne "
            "dubbelriktad dubbelriktat dubbelriktade dubbelsidig dubbelsidiga",
            3: "trean trippel trefaldig tredubbel",
            4: "fyran fyrdubbel fyrdubbla fyrdubbelt fyrfaldig",
            5: "femman",
            6: "sexan",
            10: "tian tiotal tiotals",
            12: "dussin",
            100: "hundratal hundratals hundrade etthundrade",
            1000: "tusen tusentals tusende",
            10**6: "miljon miljoner miljonen miljonte milj mn mkr",
            10**9: "miljard miljarder miljarden md mdr mdkr",
            10**12: "biljon biljoner",
        }
    ),
}
# What compounds begin with after a number that other words begin with too: trend, sjuk.
_COUNTED = (
    "steg fas fakt dubb fald falt part dimension kant siffr spalt väg nivå år del månad veck tim dag dygn led kärn bit "
    "sid rad kolumn sekund minut lag tum person språ ställ gång procent miljon"
)

PROFILE = replace(
    LATIN,
    language="sv",
    function_words=frozenset(
        "och att i en det som på är av för med den till inte om ett har de från kan du eller så vid när var "
        "ska nu dig din ditt dina här men alla under efter ut upp sig också mer utan bara denna detta dessa "
        "måste vi in över finns dem ingen".split()
    ),
    accented="åäöé",
    decimal_marks=",.",
    group_marks=".,",
    spelled_numbers=_NUMBERS,
    number_joiners=frozenset({"och"}),
    number_prefixes={
        **{word: value for word, value in _BELOW_100.items() if value > 10},
        **with_endings({3: "tre", 7: "sju"}, _COUNTED),
        "halvår": 6, "halvtim": 30, "två": 2, "fyr": 4, "fem": 5, "sex": 6, "åtta": 8, "nio": 9, "tio": 10, "tolv": 12,
        "sexton": 16, "tjugo": 20, "tjugofyra": 24, "trettio": 30, "trettiotvå": 32, "fyrtio": 40, "femtio": 50,
        "sextio": 60, "sextiofyra": 64, "sjuttio": 70, "åttio": 80, "nittio": 90, "hundra": 100,
    },
    fractions={
        **dict.fromkeys(
            "halv halva halvt halvan hälft hälften halvår halvåret halvtimme halvtimmes halvtimmen halvera".split(), 2
        ),
        **with_endings({3: "tredjedel", 4: "fjärdedel", 5: "femtedel", 10: "tiondel tiondedel"}, "- en ar arna s"),
        "kvart": 4, "kvarts": 4, "kvarten": 4,
    },
    shares=dict.fromkeys(
        ("halvannan", "halvannat", "anderthalv", "en och en halv", "ett och ett halvt", "en och en halvtimmes"), 150
    ),
    loose_numbers={
        "en timme": 60, "en timma": 60, "en timmes": 60, "timslång": 60, "dygn": 24, "dygnet": 24, "en dag": 24,
        "en dags": 24, "en vecka": 7, "en veckas": 7, "veckan": 7, "kvartal": 1, "kvartalet": 1, "ett år": 12,
        "ett års": 12, "ettårig": 12, "ettårigt": 12, "årligt": 12, "decennium": 10, "årtionde": 10, "sekel": 100,
        "århundrade": 100,
    },
    months=(
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ),
)  # fmt: skip
