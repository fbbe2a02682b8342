"""Finnish. Little is known of it but its frequent words: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN

__all__ = ["PROFILE"]

PROFILE = replace(
    LATIN,
    language="fi",
    function_words=frozenset(
        "ja on ei että se tai jos kun voi voit ovat myös sen tämä tämän jotka joka mutta kuin ole sekä niin "
        "kanssa jälkeen ennen vain sinun nämä kaikki ne hän me he mitä miten niiden olla voidaan".split()
    ),
    accented="äöå",
    decimal_marks=",.",
    group_marks=".,",
)
