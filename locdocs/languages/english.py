"""English: the source language of the format."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
).split()
_PARTS = "half third quarter fifth sixth seventh eighth ninth tenth".split()

PROFILE = Profile(
    language="en",
    script="LATIN",
    sentence_ends={".": ".", "?": "?", "!": "!", ":": ":"},
    function_words=frozenset(
        "the of and to is are was were be been that this these those with from for which when where will would "
        "should can could have has had not you your they their it its there then than into about a an in on at by as "
        "or if may must any all each only also after before how what who such don't doesn't isn't do does".split()
    ),
    spelled_numbers={
        **{word: value for value, word in enumerate(_ONES, 1)},
        **{word: value for value, word in enumerate(_ORDINALS, 1)},
        **{word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)},
        **{word.replace("y", "ieth"): value for value, word in zip(range(20, 100, 10), _TENS, strict=True)},
        "zero": 0,
        "once": 1,
        "single": 1,
        "twice": 2,
        "both": 2,
        "double": 2,
        "dual": 2,
        "pair": 2,
        "triple": 3,
        "dozen": 12,
        "binary": 2,
        "octal": 8,
        "decimal": 10,
        "hexadecimal": 16,
        "hundred": 100,
        "thousand": 1000,
        "million": 1_000_000,
        "billion": 10**9,
        "trillion": 10**12,
    },
    number_joiners=frozenset({"and", "a"}),
    fractions={
        **{word: value for value, word in enumerate(_PARTS, 2)},
        **{word + "s": value for value, word in enumerate(_PARTS, 2)},
        "halves": 2,
        "fourth": 4,
        "fourths": 4,
    },
    loose_numbers={"noon": 12, "midday": 12, "midnight": 24, "couple": 2, "fortnight": 14},
    durations=(
        {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800},
        {"month": 1, "quarter": 3, "year": 12, "decade": 120},
    ),
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    doubled_words=frozenset({"had", "that"}),
)  # fmt: skip
