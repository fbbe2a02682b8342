"""Czech. Its length bounds are those of any language in Latin script: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN
from locdocs.languages.number_words import by_word, compounds, with_endings

__all__ = ["PROFILE"]

# Numerals in all cases and genders, with words for so many times or so many kinds, and names of the numbers.
_NUMBERS = {
    0: "nula nuly nule nulu nulou nul nulový nulová nulové",
    1: "jeden jedna jedno jednoho jedné jednu jednou jednomu jednom jedním jedny jediný jediná jediné jediného jedinou "
    "jednička jedničku jednofázové jednofázový jednorázově",
    2: "dva dvě dvou dvěma oba obě obou oběma dvoje dvojí dvakrát dvojka dvojku dvojice dvojici dvojitý dvojitá "
    "dvojité dvojitého dvojitým dvojmo dvojnásob dvojnásobek dvojnásobně dvojnásobná dvojnásobný dvojnásobné",
    3: "tři tří třech třem třemi troje trojí třikrát trojka trojku trojice trojici trojitý trojité trojnásobek "
    "trojnásobně trojnásobná trojnásobný",
    4: "čtyři čtyř čtyřech čtyřem čtyřmi čtvero čtyřikrát čtyřka čtveřice čtyřnásobek čtyřnásobně čtyřnásobný",
    5: "pět pěti patero pětkrát pětice pětinásobek pětinásobně",
    6: "šest šesti šestero šestkrát šestice",
    7: "sedm sedmi sedmero sedmkrát",
    8: "osm osmi osmero osmkrát",
    9: "devět devíti devatero devětkrát",
    10: "deset deseti desíti desatero desetkrát desítka desítky desítku desetinásobek desetinásobně",
    12: "tucet tuctu tucty dvanáctka",
    100: "sto sta stu stem stech stům stovka stovky stovku stovek stokrát stý stá sté stého",
    200: "dvě_stě dvěstě dvou_set dvěma_stům",
    1_000: "tisíc tisíce tisíci tisícem tisíců tisícům tisících tis tisící tisícího tisíckrát",
    10**6: "milion milionu milionem miliony milionů milionům milionech milión miliónu milióny miliónů mil mio milionů",
    10**9: "miliarda miliardy miliardu miliardou miliard miliardám miliardách mld",
    10**12: "bilion bilionu biliony bilionů",
}
_TEENS = {
    11: "jedenáct", 12: "dvanáct", 13: "třináct", 14: "čtrnáct", 15: "patnáct", 16: "šestnáct", 17: "sedmnáct",
    18: "osmnáct", 19: "devatenáct",
}  # fmt: skip
_TENS = {
    20: "dvacet", 30: "třicet", 40: "čtyřicet", 50: "padesát", 60: "šedesát", 70: "sedmdesát", 80: "osmdesát",
    90: "devadesát",
}  # fmt: skip
# One-and-twenty in one word, in the cases that numerals have.
_BEFORE_TENS = {
    1: "jeden jedn", 2: "dva", 3: "tři", 4: "čtyři", 5: "pět", 6: "šest", 7: "sedm", 8: "osm", 9: "devět",
}  # fmt: skip
_HARD_ORDINALS = {
    2: "druh", 4: "čtvrt", 5: "pát", 6: "šest", 7: "sedm", 8: "osm", 9: "devát", 10: "desát",
    **_TEENS, **{value: word[:-2] + ("át" if word.endswith("et") else word[-2:]) for value, word in _TENS.items()},
}  # fmt: skip
# What compounds begin with after a number that other words begin with too: třída, stojí.
_COUNTED = (
    "denn dílný fáz krok let měsíč míst stran sloup rozměr úrovň bod bit jádr jazyč hodin minut týden stupň procent"
)
_BEFORE_NOUNS = {
    2: "dvou dvoj obousměr oboustr", 3: "troj", 4: "čtyř", 5: "pěti", 6: "šesti", 7: "sedmi", 8: "osmi", 9: "devíti",
    10: "deseti", 11: "jedenácti", 12: "dvanácti", 14: "čtrnácti", 15: "patnácti", 16: "šestnácti", 20: "dvaceti",
    24: "čtyřiadvaceti dvacetičtyř", 30: "třiceti", 32: "dvaatřiceti třicetidvou", 40: "čtyřiceti", 50: "padesáti",
    60: "šedesáti", 64: "čtyřiašedesáti šedesátičtyř", 90: "devadesáti", 100: "stoprocent",
}  # fmt: skip

PROFILE = replace(
    LATIN,
    language="cs",
    function_words=frozenset(
        "a v na se z do je že nebo pro s o k i to jak po od za při jsou není který která které být bude tento "
        "tato toto lze pokud aby jen ale také více než ve ze ke by si u můžete může jako jeho jejich až už on".split()
    ),
    accented="áčďéěíňóřšťúůýž",
    decimal_marks=",.",
    group_marks=".,",
    spelled_numbers={
        **by_word(_NUMBERS),
        **by_word({value: f"{word} {word}i {word}krát" for value, word in _TEENS.items()}),
        **with_endings(_TENS, "- i krát"),
        **compounds(_BEFORE_TENS, _TENS, "{0}a{1}"),
        **compounds(_BEFORE_TENS, _TENS, "{0}a{1}i"),
        **compounds(_BEFORE_TENS, _TENS, "{0}a{1}krát"),
        **{
            f"{word}{space}{hundreds}": value * 100
            for value, word in _BEFORE_TENS.items()
            if value > 2
            for space in ("", " ")
            for hundreds in (("sta", "set") if value < 5 else ("set",))
        },
        **with_endings(_HARD_ORDINALS, "ý á é ého ému ém ým ou ých ými"),
        **compounds(
            _BEFORE_TENS,
            {ten: " ".join(_HARD_ORDINALS[ten] + ending for ending in ("ý", "á", "é", "ého", "ém")) for ten in _TENS},
            "{0}a{1}",
        ),
        **with_endings({1: "první", 3: "třetí"}, "- ho mu m ch mi"),
    },
    number_prefixes={
        **with_endings(_TEENS, "i"),
        **compounds(_BEFORE_TENS, _TENS, "{0}a{1}i"),
        **by_word(_BEFORE_NOUNS),
        **with_endings({3: "tří", 100: "sto"}, _COUNTED),
        "pololet": 6, "půlhod": 30, "čtvrthod": 15, "čtvrtlet": 3,
    },
    fractions={
        **by_word(
            {
                2: "půl půle půlka půlku poloviny polovina polovinu polovinou polovině polovin pololetí půlhodina "
                "půlhodiny půlhodinu půlhodinový půlrok půlroku",
                3: "třetina třetinu třetiny třetinou třetině třetin",
                4: "čtvrtina čtvrtinu čtvrtiny čtvrtinou čtvrtin čtvrt čtvrthodina čtvrthodinu čtvrthodiny",
                5: "pětina pětinu pětiny pětin",
                10: "desetina desetinu desetiny desetin",
            }
        )
    },
    shares=dict.fromkeys(
        (
            "půldruhé", "půldruhého", "jeden a půl", "jedna a půl", "jednu a půl", "jedné a půl", "hodina a půl",
            "hodinu a půl", "hodiny a půl", "rok a půl", "den a půl",
        ),
        150,
    ),
    loose_numbers=by_word(
        {
            60: "hodina hodinu hodiny",
            24: "jeden_den jednoho_dne jednodenní celodenní nepřetržitý nepřetržitá nepřetržitě",
            7: "týden týdne týdenní",
            1: "čtvrtletí kvartál",
            12: "rok jednoho_roku během_roku roční ročně",
            10: "desetiletí dekáda",
            100: "století",
        }
    ),
    months=(
        "ledna", "února", "března", "dubna", "května", "června",
        "července", "srpna", "září", "října", "listopadu", "prosince",
    ),
    month_forms=by_word(
        {
            1: "leden lednu lednem lednová", 2: "únor únoru únorem", 3: "březen březnu březnem",
            4: "duben dubnu dubnem", 5: "květen květnu květnem", 6: "červen červnu červnem",
            7: "červenec červenci červencem", 8: "srpen srpnu srpnem", 9: "zářím", 10: "říjen říjnu říjnem",
            11: "listopad listopadem", 12: "prosinec prosinci prosincem",
        }
    ),
)  # fmt: skip
