"""What rules need to know about a language. A module of this package holds one profile, called ``PROFILE``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Profile"]


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """A language. What is empty or ``None`` is not known, and no rule may conclude anything from it."""

    language: str
    """The primary language subtag, such as ``es``; ``und`` for the neutral profile."""
    script: str | None = None
    """The script of ordinary text, by its Unicode name: LATIN, ARABIC, CJK (with HIRAGANA and KATAKANA for ja)."""
    accented: str = ""
    """The letters beyond a to z that it has, in lower case; for languages in Latin script."""
    foreign_letters: Mapping[str, str] = field(default_factory=dict)
    """Letters of its script that it never has, by the name of the language or the characters that have them."""
    direction: Literal["ltr", "rtl"] = "ltr"
    """The direction of writing."""
    spaced: bool = True
    """Whether words have spaces between them."""
    length_ratio: tuple[float, float] | None = None
    """Bounds for the length of a long target, divided by that of its English source, both in characters that a reader
    sees; for another script than the Latin one without the names that both sides write alike. See
    :meth:`length_bounds`."""
    sentence_ends: Mapping[str, str] = field(default_factory=dict)
    """For each English mark at the end of a sentence (``.?!:``) the marks that may stand for it, English ones too."""
    final_letters: str = ""
    """The letters with which sentences end, where these tell them from phrases."""
    quotes_for_emphasis: bool = False
    """Whether quotation marks and brackets stand where English has bold and italic."""
    function_words: frozenset[str] = frozenset()
    """Frequent words in lower case: articles, prepositions, conjunctions. Languages that are close share some."""
    spelled_numbers: Mapping[str, int] = field(default_factory=dict)
    """Numbers as words, in lower case; of compounds (twenty-one) the parts are enough where they are words."""
    no_numbers: frozenset[str] = frozenset()
    """Words that begin like a number and say none; for languages that set no spaces."""
    number_joiners: frozenset[str] = frozenset()
    """Words that may stand between the parts of a number: and."""
    number_prefixes: Mapping[str, int] = field(default_factory=dict)
    """How longer words begin that say a number, in lower case: ``zwei`` in ``zweistündig``."""
    fractions: Mapping[str, int] = field(default_factory=dict)
    """Words for parts of a whole, each with how many of them there are: 2 for half."""
    shares: Mapping[str, int] = field(default_factory=dict)
    """Words for other parts or multiples of a whole, each with its percent: 75 for ``driekwart``, 150 for
    ``anderhalf``."""
    loose_numbers: Mapping[str, int] = field(default_factory=dict)
    """Words behind which there is a number that need not be said: 12 for noon, 7 for a week."""
    attached_words: tuple[str, ...] = ()
    """Short words that are written together with the one behind them: the article and conjunctions of Arabic."""
    dual_endings: tuple[str, ...] = ()
    """Endings of nouns that mean two of them."""
    months: tuple[str, ...] = ()
    """The names of the twelve months as they are written inside a sentence; empty where months are numbers."""
    month_forms: Mapping[str, int] = field(default_factory=dict)
    """Other forms of these names, such as those of other cases, each with the number of its month."""
    number_units: Mapping[str, int] = field(default_factory=dict)
    """Characters behind a number that multiply it."""
    numerals: Mapping[str, int] = field(default_factory=dict)
    """Characters for 0 to 9 that stand in front of such units."""
    durations: tuple[Mapping[str, int], ...] = ()
    """Units of time, those together that are whole multiples of each other: 60 for hour where minute is 1."""
    decimal_marks: str = "."
    """The characters that may stand before decimals."""
    group_marks: str = ","
    """The characters that may stand between groups of three digits; spaces may everywhere."""
    doubled_words: frozenset[str] = frozenset()
    """Words in lower case that correct text has twice in a row."""
    doubles_freely: bool = False
    """Whether any word may rightly stand twice in a row, or it is not known which: then only those in Latin letters are
    no words of it. For languages in another script."""
    doubled_after_comma: frozenset[str] = frozenset()
    """Words that it has twice in a row only behind a comma, or behind a comma and one word: relative pronouns."""
    never_doubled: str = ""
    """A regular expression of two equal letters that correct text does not have in a row, with what may stand around
    them: for languages that set no spaces. It begins with the letters, a null parts texts, and only the two are found.
    """
    rules: frozenset[str] = frozenset()
    """The codes of the rules with default ``lang`` that this language turns on."""

    def length_bounds(self, characters: int) -> tuple[float, float] | None:
        """Bounds for the length of a target divided by that of its source, or ``None`` where they are not known.

        The shorter a text, the more its length may change: of 94,000 targets in es, de and ja that were published, 12
        lie outside.

        :param characters: the length of the source, in characters that a reader sees, runs of white space as one.
        """
        if self.length_ratio is None or characters < 1:
            return None
        slack = 1 + (30 if self.spaced else 20) / characters
        return self.length_ratio[0] / slack, self.length_ratio[1] * slack
