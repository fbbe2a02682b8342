"""Hungarian. Little is known of it but its frequent words: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN

__all__ = ["PROFILE"]

PROFILE = replace(
    LATIN,
    language="hu",
    function_words=frozenset(
        "a az egy és nem hogy is van vagy ha meg el be ki de csak ez ezt azt akkor kell lehet után mint már "
        "még minden nincs vannak amely amelyek ezek való által pedig között fel le ahol mert sem".split()
    ),
    accented="áéíóöőúüű",
    decimal_marks=",.",
    group_marks=".,",
)
