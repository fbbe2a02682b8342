"""Ukrainian. Its length bounds are those of Russian: no published tree was measured."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

PROFILE = Profile(
    language="uk",
    script="CYRILLIC",
    length_ratio=(0.6, 1.9),
    sentence_ends={".": ".", "?": "?", "!": "!", ":": ":.!"},
    function_words=frozenset(
        "і в у на з що не до та як за від для про або це ви при є якщо його її їх щоб також тільки можна може потрібно "
        "після під час який яка які але бо й із".split()
    ),
    foreign_letters={"Russian": "ыэёъ"},
    decimal_marks=",.",
    group_marks=".,",
    doubles_freely=True,
    rules=frozenset({"TX002", "TX007", "TX011", "AL006", "AL008"}),
)
