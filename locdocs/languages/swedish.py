"""Swedish. Little is known of it but its frequent words: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN

__all__ = ["PROFILE"]

PROFILE = replace(
    LATIN,
    language="sv",
    function_words=frozenset(
        "och att i en det som på är av för med den till inte om ett har de från kan du eller så vid när var "
        "ska nu dig din ditt dina här men alla under efter ut upp sig också mer utan bara denna detta dessa "
        "måste vi in över finns dem ingen".split()
    ),
    accented="åäöé",
    decimal_marks=",.",
    group_marks=".,",
)
