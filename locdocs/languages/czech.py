"""Czech. Little is known of it but its frequent words: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN

__all__ = ["PROFILE"]

PROFILE = replace(
    LATIN,
    language="cs",
    function_words=frozenset(
        "a v na se z do je že nebo pro s o k i to jak po od za při jsou není který která které být bude tento "
        "tato toto lze pokud aby jen ale také více než ve ze ke by si u můžete může jako jeho jejich až už on".split()
    ),
    accented="áčďéěíňóřšťúůýž",
    decimal_marks=",.",
    group_marks=".,",
)
