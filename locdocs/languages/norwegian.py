"""Norwegian Bokmål. Little is known of it but its frequent words: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN

__all__ = ["PROFILE"]

PROFILE = replace(
    LATIN,
    language="nb",
    function_words=frozenset(
        "og at i en det som på er av for med den til ikke om et har de fra kan du eller så ved når var skal "
        "nå deg din ditt dine her men alle under etter ut opp seg også mer uten bare denne dette disse må "
        "hvis vi være blir ble over inn dem ingen finnes å".split()
    ),
    accented="æøåéòô",
    decimal_marks=",.",
    group_marks=".,",
)
