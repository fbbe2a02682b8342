"""Dutch. Little is known of it but its frequent words: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN

__all__ = ["PROFILE"]

PROFILE = replace(
    LATIN,
    language="nl",
    function_words=frozenset(
        "de het een van en in is dat die op te aan voor met niet zijn er om ook als bij door naar uit wordt "
        "worden deze dit kan kunt moet u uw hebt heeft of maar over nog wel wanneer tot onder meer alle geen "
        "wat hoe je we was na al".split()
    ),
    accented="éèëïöü",
    decimal_marks=",.",
    group_marks=".,",
)
