"""Indonesian. Little is known of it but its frequent words: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN

__all__ = ["PROFILE"]

PROFILE = replace(
    LATIN,
    language="id",
    function_words=frozenset(
        "yang dan di untuk dengan dari ini itu pada adalah atau tidak dapat anda akan ke dalam oleh jika "
        "sebagai juga saat setelah lebih bisa harus telah tersebut hanya semua jangan".split()
    ),
    decimal_marks=",.",
    group_marks=".,",
)
