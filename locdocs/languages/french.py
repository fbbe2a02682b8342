"""French. Its length bounds are estimates: no published tree was measured."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

_NUMBERS = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf"
).split()
_ORDINALS = "deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième".split()

PROFILE = Profile(
    language="fr",
    script="LATIN",
    accented="àâæçéèêëîïôœùûü",
    length_ratio=(0.8, 1.85),
    sentence_ends={".": ".", "?": "?", "!": "!", ":": ":"},
    function_words=frozenset(
        "le la les un une des du de et à au aux en dans pour par sur avec sans est sont ce cette ces que qui vous "
        "votre vos ou si ne pas plus être peut on a il elle se son sa ses".split()
    ),
    spelled_numbers={
        **{word: value for value, word in enumerate(_NUMBERS, 1)},
        "une": 1,
        "zéro": 0,
        "premier": 1,
        "première": 1,
        **{word: value for value, word in enumerate(_ORDINALS, 2)},
        "second": 2,
        "seconde": 2,
        "double": 2,
        "vingt": 20,
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
        "quatre-vingt": 80,
        "quatre-vingts": 80,
        "cent": 100,
        "cents": 100,
        "mille": 1_000,
        "million": 1_000_000,
        "millions": 1_000_000,
        "milliard": 1_000_000_000,
        "milliards": 1_000_000_000,
    },
    number_joiners=frozenset({"et"}),
    fractions={"demi": 2, "demie": 2, "moitié": 2, "tiers": 3, "quart": 4, "quarts": 4},
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    decimal_marks=",.",
    group_marks=".,",
    doubled_words=frozenset({"nous", "vous", "en", "faire"}),
    rules=frozenset({"TX002", "TX007", "TX011", "AL006", "AL008"}),
)  # fmt: skip
