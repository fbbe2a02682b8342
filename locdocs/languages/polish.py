"""Polish. Little is known of it but its frequent words: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN

__all__ = ["PROFILE"]

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
)
