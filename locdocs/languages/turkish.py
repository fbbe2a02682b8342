"""Turkish. Little is known of it but its frequent words: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN

__all__ = ["PROFILE"]

PROFILE = replace(
    LATIN,
    language="tr",
    function_words=frozenset(
        "ve bir bu için ile de da olarak veya daha olan çok gibi kadar sonra ise değil her ancak ya ne en var "
        "yok o tüm olabilir eğer tarafından üzerinde birlikte önce şu on".split()
    ),
    accented="çğıöşü",
    decimal_marks=",.",
    group_marks=".,",
)
