"""The numbers of a text, each with the values it may stand for, and what of them another text has not.

Translators rightly change how numbers are written: ``1,000`` and ``1.000``, ``01/12/2019`` and ``1.12.2019``, ``3 PM``
and ``15``, ``FY20`` and ``2020``, ``two`` and ``2``, ``May`` and ``5``, ``10,000`` and ``1万``. That is no change.

Two readings see to that. The first one takes runs of digits (:mod:`digits`) and settles nearly all texts. What it
leaves open is read again as people read it, whole numbers at once (:mod:`quantities`): words (:mod:`words`), chains of
digits and units (:mod:`chains`), decimals in front of a million, and what may stand for a number (:mod:`loose`). A
number differs where both readings say so (:mod:`matching`).
"""

from locdocs.rules.numbers.digits import Number, is_year, read_numbers
from locdocs.rules.numbers.matching import unmatched_numbers, unmatched_words
from locdocs.rules.numbers.versions import other_version
from locdocs.rules.numbers.words import months_for, says_one, times, words_for

__all__ = [
    "Number",
    "is_year",
    "months_for",
    "other_version",
    "read_numbers",
    "says_one",
    "times",
    "unmatched_numbers",
    "unmatched_words",
    "words_for",
]
