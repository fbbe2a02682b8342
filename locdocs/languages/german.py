"""German."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

_NUMBERS = (
    "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn"
).split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_ONES = ["ein", *_NUMBERS[1:9]]
_ORDINALS = "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte".split()

PROFILE = Profile(
    language="de",
    script="LATIN",
    accented="äöüß",
    length_ratio=(0.75, 1.85),
    sentence_ends={".": ".", "?": "?", "!": "!", ":": ":"},
    function_words=frozenset(
        "der die das den dem des ein eine einen einem einer eines und oder nicht mit für von vom zum zur auf aus "
        "bei durch ist sind wird werden wurde kann können sie ihre ihren wenn dass auch nach über unter im zu an am "
        "was will haben hat sein es als noch nur um aus in also so war man all alle "
        "er da je ja ich du pro per nie worden".split()
    ),
    spelled_numbers={
        **{word: value for value, word in enumerate(_NUMBERS, 1)},
        **{word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)},
        **{
            f"{one}und{word}": value + ten
            for ten, word in zip(range(20, 100, 10), _TENS, strict=True)
            for value, one in enumerate(_ONES, 1)
        },
        **{one + "hundert": value * 100 for value, one in enumerate(_ONES, 1)},
        **{one + "tausend": value * 1000 for value, one in enumerate(_ONES, 1)},
        **{word + "mal": value for value, word in enumerate(_NUMBERS, 1) if value > 1},
        **{
            ordinal + ending: value
            for value, ordinal in enumerate(_ORDINALS, 1)
            for ending in ("", "n", "r", "s", "m")
        },
        "null": 0,
        "ein": 1,
        "eine": 1,
        "einen": 1,
        "einem": 1,
        "einer": 1,
        "eines": 1,
        "einmal": 1,
        "beide": 2,
        "beiden": 2,
        "doppelt": 2,
        "doppelte": 2,
        "doppelten": 2,
        "zweiter": 2,
        "hundert": 100,
        "tausend": 1000,
        "million": 10**6,
        "millionen": 10**6,
        "mio": 10**6,
        "milliarde": 10**9,
        "milliarden": 10**9,
        "mrd": 10**9,
    },
    number_prefixes={word: value for value, word in enumerate(_NUMBERS[:12], 1) if value > 1},
    fractions={"halb": 2, "halbe": 2, "halben": 2, "hälfte": 2, "drittel": 3, "viertel": 4},
    shares={
        **dict.fromkeys("anderthalb anderthalbe anderthalben eineinhalb eineinhalbe einundeinhalb".split(), 150),
        **dict.fromkeys(("dreiviertel", "dreiviertels"), 75),
    },
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni",
        "Juli", "August", "September", "Oktober", "November", "Dezember",
    ),
    decimal_marks=",.",
    group_marks=".,",
    doubled_words=frozenset({"sie", "ihnen"}),
    doubled_after_comma=frozenset({"die", "der", "das", "den", "dem"}),
    rules=frozenset({"TX002", "TX007", "TX011", "AL006", "AL008"}),
)  # fmt: skip
