"""Polish. Its length bounds are those of any language in Latin script: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN
from locdocs.languages.number_words import by_word, compounds, with_endings

__all__ = ["PROFILE"]

# Numerals in all cases and genders, with collective ones, words for so many times, and names of the numbers.
_NUMBERS = {
    0: "zero zera zerem zeru zerowy zerowa zerowe zerowego zerowej",
    1: "jeden jedna jedno jednego jednej jedną jednemu jednym raz jednokrotnie pojedynczy pojedyncza pojedyncze "
    "pojedynczego pojedynczej pojedynczą pojedynczym jedynka jednorazowy jednorazowe jednorazowo jednoetapowy",
    2: "dwa dwie dwaj dwóch dwu dwom dwóm dwoma dwiema oba obie obaj obu oboma obydwa obydwie obydwu dwoje dwojga "
    "para parę pary dwukrotnie dwukrotny podwójny podwójna podwójne podwójnego podwójnej podwójną podwójnym podwójnie "
    "dwójka dwójki podwoić dwójkowy dwójkowa",
    3: "trzy trzej trzech trzem trzema troje trojga trzykrotnie potrójny potrójna potrójne potrójnie trójka trójki",
    4: "cztery czterej czterech czterem czterema czworo czworga czterokrotnie czwórka poczwórny poczwórna poczwórne",
    5: "pięć pięciu pięcioma pięcioro pięciokrotnie piątka",
    6: "sześć sześciu sześcioma sześcioro sześciokrotnie szóstka",
    7: "siedem siedmiu siedmioma siedmioro siedmiokrotnie",
    8: "osiem ośmiu ośmioma ośmioro ośmiokrotnie",
    9: "dziewięć dziewięciu dziewięcioma dziewięcioro dziewięciokrotnie",
    10: "dziesięć dziesięciu dziesięcioma dziesięcioro dziesięciokrotnie dziesiątka dziesiątki",
    12: "dwanaście tuzin tuzina tuziny dwunastka",
    100: "sto stu stoma setka setki setkę setek stukrotnie setny setna setne",
    200: "dwieście dwustu dwustoma dwusetny",
    300: "trzysta trzystu trzystoma",
    400: "czterysta czterystu czterystoma",
    500: "pięćset pięciuset pięciusetny",
    600: "sześćset sześciuset",
    700: "siedemset siedmiuset",
    800: "osiemset ośmiuset",
    900: "dziewięćset dziewięciuset",
    1_000: "tysiąc tysiąca tysiącowi tysiącem tysiące tysięcy tysiącom tysiącami tysiącach tys tysięczny tysięczna",
    10**6: "milion miliona milionowi milionem milionie miliony milionów milionom milionami milionach mln milionowy",
    10**9: "miliard miliarda miliardem miliardzie miliardy miliardów miliardom miliardami miliardach mld",
    10**12: "bilion biliona biliony bilionów bln",
}
_TEENS = {
    11: "jedenast", 12: "dwunast", 13: "trzynast", 14: "czternast", 15: "piętnast", 16: "szesnast", 17: "siedemnast",
    18: "osiemnast", 19: "dziewiętnast",
}  # fmt: skip
_TENS = {20: "dwudziest", 30: "trzydziest", 40: "czterdziest"}
_FROM_50 = {50: "pięćdziesiąt", 60: "sześćdziesiąt", 70: "siedemdziesiąt", 80: "osiemdziesiąt", 90: "dziewięćdziesiąt"}
# What compounds begin with after a number that other words begin with too: trzymać, student.
_COUNTED = (
    "etap osob dni mies krot cyfr poziom faz skład wymiar rdzeni godzin tyg let lat stron minut sekund bit kolumn "
    "wiersz znak część częś kąt procent kierunk stopni"
)
_ONES_BEFORE_NOUNS = {
    1: "jedno", 2: "dwu", 3: "trzy trój", 4: "cztero", 5: "pięcio", 6: "sześcio", 7: "siedmio", 8: "ośmio",
    9: "dziewięcio",
}  # fmt: skip
_TENS_BEFORE_NOUNS = {
    20: "dwudziesto", 30: "trzydziesto", 40: "czterdziesto", 50: "pięćdziesięcio", 60: "sześćdziesięcio",
    70: "siedemdziesięcio", 80: "osiemdziesięcio", 90: "dziewięćdziesięcio",
}  # fmt: skip
_ORDINALS = {
    1: "pierwsz", 4: "czwart", 5: "piąt", 6: "szóst", 7: "siódm", 8: "ósm", 9: "dziewiąt", 10: "dziesiąt",
    **_TEENS, **_TENS, **_FROM_50,
}  # fmt: skip

PROFILE = replace(
    LATIN,
    language="pl",
    function_words=frozenset(
        "i w na z do nie się jest to że jak po od dla przez lub oraz który która które są może można tego tym "
        "tej te ten ta być został zostanie jeśli aby przy tylko gdy ze za co o a u już należy on ale czy jej "
        "jego ich".split()
    ),
    accented="ąćęłńóśźż",
    decimal_marks=",.",
    group_marks=".,",
    spelled_numbers={
        **by_word(_NUMBERS),
        **with_endings({value: stem[:-2] for value, stem in _TEENS.items()}, "ście"),
        **with_endings({**_TEENS, **_TENS}, "u oma"),
        **by_word({20: "dwadzieścia", 30: "trzydzieści", 40: "czterdzieści"}),
        **with_endings(_FROM_50, "-"),
        **with_endings({value: stem[:-2] + "ęci" for value, stem in _FROM_50.items()}, "u oma"),
        **with_endings(_ORDINALS, "y a e ego ej ą emu ym ych ymi"),
        **with_endings({2: "drug"}, "i a ie iego iej ą iemu im ich imi"),
        **with_endings({3: "trzeci"}, "- a e ego ej ą emu m ch mi"),
    },
    number_prefixes={
        **with_endings(_TEENS, "o"),
        **compounds(_TENS_BEFORE_NOUNS, _ONES_BEFORE_NOUNS),
        **by_word(_TENS_BEFORE_NOUNS),
        **with_endings({3: "trzy", 100: "stu"}, _COUNTED),
        "półrocz": 6, "półgodz": 30, "kwartaln": 3,
        "dwu": 2, "dwój": 2, "obustr": 2, "trój": 3, "cztero": 4, "pięcio": 5, "sześcio": 6, "siedmio": 7, "ośmio": 8,
        "dziewięcio": 9, "dziesięcio": 10,
    },
    fractions={
        **by_word(
            {
                2: "pół połowa połowy połowę połową połowie połówka półrocze półrocza półgodzinny półgodzinna pół_roku "
                "półroczny półroczna",
                4: "ćwierć kwadrans kwadransa",
            }
        ),
        **with_endings({4: "czwart", 5: "piąt", 10: "dziesiąt"}, "a ą e ej ych"),
        **with_endings({3: "trzeci"}, "a ą e ej ch"),
    },
    shares={
        **dict.fromkeys(("półtora", "półtorej", "półtoragodzinny", "półtorakrotnie"), 150),
        "trzy czwarte": 75, "dwie trzecie": 67,
    },
    loose_numbers=by_word(
        {
            60: "godzina godzinę godziny",
            24: "doba dobę doby dobowy jeden_dzień jednego_dnia cały_dzień całodobowy całodobowe całodobowa",
            7: "tydzień tygodnia tygodniowy tygodniowa tygodniowe",
            1: "kwartał kwartału",
            12: "rok jednego_roku w_ciągu_roku roczny roczna roczne rocznej rocznego",
            10: "dekada dekady dekadę",
            100: "stulecie stulecia",
        }
    ),
    months=(
        "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca",
        "lipca", "sierpnia", "września", "października", "listopada", "grudnia",
    ),
    month_forms=by_word(
        {
            1: "styczeń styczniu styczniem styczniowa styczniowy", 2: "luty lutym lutemu",
            3: "marzec marcu marcem marcowa marcowy", 4: "kwiecień kwietniu kwietniem", 5: "maj maju majem majowa",
            6: "czerwiec czerwcu czerwcem", 7: "lipiec lipcu lipcem", 8: "sierpień sierpniu sierpniem",
            9: "wrzesień wrześniu wrześniem", 10: "październik październiku październikiem",
            11: "listopad listopadzie listopadem", 12: "grudzień grudniu grudniem",
        }
    ),
)  # fmt: skip
