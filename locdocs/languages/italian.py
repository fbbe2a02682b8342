"""Italian. Its length bounds are estimates: no published tree was measured."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

_NUMBERS = (
    "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici".split()
)

PROFILE = Profile(
    language="it",
    script="LATIN",
    accented="àèéìòù",
    length_ratio=(0.8, 1.8),
    sentence_ends={".": ".", "?": "?", "!": "!", ":": ":"},
    function_words=frozenset(
        "il lo la i gli le un una di del della dei delle a al alla da dal in nel nella con su per tra e o che non "
        "è sono questo questa come quando se anche più può si".split()
    ),
    spelled_numbers={
        **{word: value for value, word in enumerate(_NUMBERS, 1)},
        "un": 1,
        "una": 1,
        "un'": 1,
        "zero": 0,
        "primo": 1,
        "prima": 1,
        "secondo": 2,
        "seconda": 2,
        "terzo": 3,
        "terza": 3,
        "quarto": 4,
        "quarta": 4,
        "quinto": 5,
        "quinta": 5,
        "entrambi": 2,
        "entrambe": 2,
        "doppio": 2,
        "venti": 20,
        "trenta": 30,
        "quaranta": 40,
        "cinquanta": 50,
        "sessanta": 60,
        "cento": 100,
        "mille": 1_000,
        "mila": 1_000,
        "milione": 1_000_000,
        "milioni": 1_000_000,
        "miliardo": 1_000_000_000,
    },
    months=(
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
        "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
    ),
    decimal_marks=",.",
    group_marks=".,",
    doubled_words=frozenset({"via", "così", "piano", "passo", "poco", "quasi", "sotto"}),
    rules=frozenset({"TX002", "TX007", "TX011", "AL006", "AL008"}),
)  # fmt: skip
