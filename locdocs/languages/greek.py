"""Greek. Little is known of it but its frequent words: no published tree was measured."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

PROFILE = Profile(
    language="el",
    script="GREEK",
    # A question ends with what looks like a semicolon.
    sentence_ends={".": ".", "?": ";\u037e?", "!": "!", ":": ":"},
    function_words=frozenset(
        "και το η ο τα να για από με στο στη στην στον του της των τον την δεν είναι ότι που ή αν θα σε ένα μια τις "
        "τους οι μπορείτε όταν πρέπει αυτό".split()
    ),
    decimal_marks=",.",
    group_marks=".,",
    doubles_freely=True,
    rules=frozenset({"TX002", "TX007", "TX011", "AL008"}),
)
