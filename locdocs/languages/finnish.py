"""Finnish. Its length bounds are those of any language in Latin script: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN
from locdocs.languages.number_words import by_word, in_months, with_endings

__all__ = ["PROFILE"]

# One to ten in the cases that numerals have in documentation, in the same order for each: compounds take one of each.
_ONES = {
    1: "yksi yhden yhtä yhdessä yhdestä yhteen yhdellä yhdeltä yhdelle yhtenä yhdeksi",
    2: "kaksi kahden kahta kahdessa kahdesta kahteen kahdella kahdelta kahdelle kahtena kahdeksi",
    3: "kolme kolmen kolmea kolmessa kolmesta kolmeen kolmella kolmelta kolmelle kolmena kolmeksi",
    4: "neljä neljän neljää neljässä neljästä neljään neljällä neljältä neljälle neljänä neljäksi",
    5: "viisi viiden viittä viidessä viidestä viiteen viidellä viideltä viidelle viitenä viideksi",
    6: "kuusi kuuden kuutta kuudessa kuudesta kuuteen kuudella kuudelta kuudelle kuutena kuudeksi",
    7: "seitsemän seitsemän seitsemää seitsemässä seitsemästä seitsemään seitsemällä seitsemältä seitsemälle "
    "seitsemänä seitsemäksi",
    8: "kahdeksan kahdeksan kahdeksaa kahdeksassa kahdeksasta kahdeksaan kahdeksalla kahdeksalta kahdeksalle "
    "kahdeksana kahdeksaksi",
    9: "yhdeksän yhdeksän yhdeksää yhdeksässä yhdeksästä yhdeksään yhdeksällä yhdeksältä yhdeksälle yhdeksänä "
    "yhdeksäksi",
}
_TEN = (
    "kymmentä kymmenen kymmentä kymmenessä kymmenestä kymmeneen kymmenellä kymmeneltä kymmenelle kymmenenä kymmeneksi"
)
_HUNDRED = "sataa sadan sataa sadassa sadasta sataan sadalla sadalta sadalle satana sadaksi"
_THOUSAND = (
    "tuhatta tuhannen tuhatta tuhannessa tuhannesta tuhanteen tuhannella tuhannelta tuhannelle tuhantena tuhanneksi"
)


def _many(multiplied: str, size: int) -> dict[str, int]:
    """Twenty to ninety, or the like, with both parts in the same case."""
    return {
        "".join(pair): value * size
        for value, words in _ONES.items()
        if value > 1
        for pair in zip(words.split(), multiplied.split(), strict=True)
    }


_TEENS = {word + "toista": value + 10 for word, value in by_word(_ONES).items()}
_TENS = _many(_TEN, 10)
_COMPOUNDS = {
    f"{ten}{multiplied}{one}": value * 10 + more
    for value, words in _ONES.items()
    if value > 1
    for more, ones in _ONES.items()
    for ten, multiplied, one in list(zip(words.split(), _TEN.split(), ones.split(), strict=True))[:3]
}
_ORDINALS = {
    1: "yhde", 2: "kahde", 3: "kolma", 4: "neljä", 5: "viide", 6: "kuude", 7: "seitsemä", 8: "kahdeksa", 9: "yhdeksä",
    10: "kymmene",
}  # fmt: skip
_BACK_ORDINALS = "s nnen tta nnessa nnesta nteen nnella nnelta nnelle ntena nneksi nnet nsia nsien"
_FRONT_ORDINALS = _BACK_ORDINALS.replace("a", "ä")
_MONTHS = "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu".split()
_NUMBERS = {
    **by_word(_ONES),
    **by_word({10: f"kymmenen {_TEN}", 100: f"sata {_HUNDRED}", 1000: f"tuhat {_THOUSAND}"}),
    **_TEENS,
    **_TENS,
    **_COMPOUNDS,
    **_many(_HUNDRED, 100),
    **_many(_THOUSAND, 1000),
    **{
        f"{word}{ending}": value * 1000
        for word, value in {**_TEENS, **_TENS, "kymmenen": 10, "sata": 100}.items()
        for ending in ("tuhatta", "tuhannen")
    },
    **{f"sata{word}": 100 + value for word, value in {**_TEENS, **_TENS, **_COMPOUNDS, "kymmenen": 10}.items()},
    **{f"sata{word}": 100 + value for value, words in _ONES.items() for word in words.split()[:1]},
    **with_endings({value: _ORDINALS[value] for value in (3, 6, 8)}, _BACK_ORDINALS),
    **with_endings({value: _ORDINALS[value] for value in (4, 5, 7, 9, 10)}, _FRONT_ORDINALS),
    **with_endings(
        {10 + value: _ORDINALS[value] for value in range(1, 10)},
        "stoista nnentoista ttatoista ttätoista nnessatoista nnessätoista",
    ),
    **{f"{_ORDINALS[value]}{ending}kymmene{ending}": value * 10 for value in range(2, 10) for ending in ("s", "nnen")},
    **{
        f"{_ORDINALS[ten]}skymmenes{one}": ten * 10 + value
        for ten in range(2, 10)
        for value, one in {1: "ensimmäinen", 2: "toinen", **{low: _ORDINALS[low] + "s" for low in range(3, 10)}}.items()
    },
    **with_endings(
        {1: "ensimmäi", 2: "toi"},
        "nen sen stä sta sessä sessa sestä sesta seen sellä sella seltä selta selle senä sena seksi",
    ),
    **with_endings(
        {10**6: "miljoon miljoona", 10**9: "miljardi miljard", 10**12: "biljoona biljoon"},
        "- a n aa ia ien in issa assa iin ssa lla",
    ),
    **by_word(
        {
            0: "nolla nollan nollaa nollasta nollaan nollas",
            1: "ainoa ainoan ainoastaan yksittäinen yksittäisen kerran yhdet kertaalleen yksivaiheinen",
            2: "molemmat molempien molempia molemmissa molemmista molempiin kumpikin kummankin kahdesti kahdet kaksin "
            "kaksittain kaksinkertainen tuplana tupla kaksoset kaksikko",
            3: "kolmesti kolmet kolmikko kolmittain",
            4: "neljästi neljät nelikko",
            5: "viidesti viidet",
            6: "kuudesti kuudet",
            7: "seitsemästi",
            8: "kahdeksasti",
            9: "yhdeksästi",
            10: "kymmenkunta kymmeniä",
            12: "tusina tusinan tusinaa",
            100: "satoja sadas sadannen",
            1000: "tuhansia tuhannes tuhannennen",
            10**6: "milj",
            10**9: "mrd",
        }
    ),
}

PROFILE = replace(
    LATIN,
    language="fi",
    function_words=frozenset(
        "ja on ei että se tai jos kun voi voit ovat myös sen tämä tämän jotka joka mutta kuin ole sekä niin "
        "kanssa jälkeen ennen vain sinun nämä kaikki ne hän me he mitä miten niiden olla voidaan".split()
    ),
    accented="äöå",
    decimal_marks=",.",
    group_marks=".,",
    spelled_numbers=_NUMBERS,
    number_joiners=frozenset({"ja"}),
    number_prefixes={
        **_TEENS, **_COMPOUNDS,
        "puolivuo": 6, "puolitun": 30, "kaksi": 2, "kaksoi": 2, "kahden": 2,
        "kolmi": 3, "kolme": 3, "neli": 4, "neljä": 4, "viisi": 5, "viiden": 5,
        "kuusi": 6, "kuuden": 6, "seitsen": 7, "seitsemä": 7, "kahdeksan": 8, "yhdeksän": 9, "kymmen": 10,
        "yksitoista": 11, "kaksitoista": 12, "neljätoista": 14, "viisitoista": 15, "kuusitoista": 16,
        "kaksikymmentä": 20, "kaksikymmentäneljä": 24, "kolmekymmentä": 30, "kolmekymmentäkaksi": 32,
        "kuusikymmentä": 60, "kuusikymmentäneljä": 64, "yhdeksänkymmentä": 90, "sataprosent": 100,
    },
    fractions={
        **by_word(
            {
                2: "puoli puolet puolen puolta puolikas puolikkaan puolikasta puolivuosi "
                "puolituntinen",
                4: "vartti vartin varttia",
            }
        ),
        **with_endings(
            {3: "kolmanne kolmasosa kolmasosi", 4: "neljänne neljäsosa neljäsosi", 5: "viidenne viidesosa viidesosi",
             10: "kymmenenne kymmenesosa kymmenesosi"},
            "s ksen sta stä kset ksia ksiä ksesta ksestä ksen kseen - n a an ssa sta ksi en",
        ),
    },
    shares=dict.fromkeys(("puolitoista", "puolentoista", "puoltatoista", "puolitoistakertainen"), 150),
    loose_numbers=by_word(
        {
            60: "tunti tunnin tunnissa",
            24: "vuorokausi vuorokauden vuorokaudessa vuorokautta yhden_päivän päivän_ajan päivän_kuluessa "
            "ympärivuorokautinen",
            7: "viikko viikon viikossa",
            1: "neljännesvuosi neljännesvuoden",
            12: "vuosi vuoden vuodessa vuotinen vuosittain",
            10: "vuosikymmen vuosikymmenen",
            100: "vuosisata vuosisadan",
        }
    ),
    months=tuple(month + "kuuta" for month in _MONTHS),
    month_forms=in_months((month + "kuu" for month in _MONTHS), "- n ssa sta hun na lla lle lta inen isen"),
)  # fmt: skip
