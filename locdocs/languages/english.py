"""English: the source language of the format."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

_ONES = "one two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()

PROFILE = Profile(
    language="en",
    script="LATIN",
    sentence_ends={".": ".", "?": "?", "!": "!", ":": ":"},
    function_words=frozenset(
        "the of and to is are was were be been that this these those with from for which when where will would "
        "should can could have has had not you your they their it its there then than into about".split()
    ),
    spelled_numbers={
        **{word: value for value, word in enumerate(_ONES, 1)},
        **{word: value for value, word in enumerate(_ORDINALS, 1)},
        "zero": 0,
        "once": 1,
        "single": 1,
        "twice": 2,
        "both": 2,
        "double": 2,
        "half": 2,
        "twenty": 20,
        "thirty": 30,
        "hundred": 100,
        "thousand": 1000,
        "million": 1_000_000,
    },
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    doubled_words=frozenset({"had", "that"}),
)  # fmt: skip
