"""German."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

_NUMBERS = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
_ORDINALS = "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte".split()

PROFILE = Profile(
    language="de",
    script="LATIN",
    length_ratio=(0.4, 3.5),
    sentence_ends={".": ".", "?": "?", "!": "!", ":": ":"},
    function_words=frozenset(
        "der die das den dem des ein eine einen einem einer eines und oder nicht mit für von vom zum zur auf aus "
        "bei durch ist sind wird werden wurde kann können sie ihre ihren wenn dass auch nach über unter".split()
    ),
    spelled_numbers={
        **{word: value for value, word in enumerate(_NUMBERS, 1)},
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
        "zweimal": 2,
        "doppelt": 2,
        "dreimal": 3,
        "zwanzig": 20,
        "dreißig": 30,
        "hundert": 100,
        "tausend": 1000,
        "million": 1_000_000,
    },
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni",
        "Juli", "August", "September", "Oktober", "November", "Dezember",
    ),
    decimal_marks=",.",
    group_marks=".,",
    doubled_words=frozenset({"sie", "die", "der", "das"}),
)  # fmt: skip
