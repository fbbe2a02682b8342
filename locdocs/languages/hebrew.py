"""Hebrew. Little is known of it but its frequent words: no published tree was measured."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

PROFILE = Profile(
    language="he",
    script="HEBREW",
    direction="rtl",
    sentence_ends={".": ".", "?": "?", "!": "!", ":": ":"},
    function_words=frozenset(
        "של את על לא זה או אם עם הוא היא כי גם כל יש אל אינו ניתן אתה כדי זו לפי בין אחר רק".split()
    ),
    doubles_freely=True,
    rules=frozenset({"TX002", "TX007", "TX011", "AL008"}),
)
