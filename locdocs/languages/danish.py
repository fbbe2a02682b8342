"""Danish. Little is known of it but its frequent words: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN

__all__ = ["PROFILE"]

PROFILE = replace(
    LATIN,
    language="da",
    function_words=frozenset(
        "og at i en det som på er af for med den til ikke om et har de fra kan du eller så ved når var skal "
        "nu dig din dit dine her men alle under efter ud op sig også mere uden kun denne dette disse må hvis "
        "vi være bliver blev over ind dem ingen findes".split()
    ),
    accented="æøåé",
    decimal_marks=",.",
    group_marks=".,",
)
