"""Italian. Its length bounds are estimates: no published tree was measured."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

_NUMBERS = (
    "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove"
).split()
_TENS = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split()
_ORDINALS = "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo".split()

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
        **{word: value for value, word in enumerate(_ORDINALS, 1)},
        **{word[:-1] + "a": value for value, word in enumerate(_ORDINALS, 1)},
        **{word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)},
        # The tens lose their last letter before a vowel: ventuno, ventotto.
        **{
            (word[:-1] if one[0] in "uo" else word) + one: ten + value
            for ten, word in zip(range(20, 100, 10), _TENS, strict=True)
            for value, one in enumerate([*_NUMBERS[:2], "tré", *_NUMBERS[3:9]], 1)
        },
        **{word[:-1] + "un": ten + 1 for ten, word in zip(range(20, 100, 10), _TENS, strict=True)},
        **{word + "cento": value * 100 for value, word in enumerate(_NUMBERS[:9], 1) if value > 1},
        "un": 1,
        "una": 1,
        "un'": 1,
        "zero": 0,
        "entrambi": 2,
        "entrambe": 2,
        "doppio": 2,
        "cento": 100,
        "mille": 1_000,
        "mila": 1_000,
        "milione": 1_000_000,
        "milioni": 1_000_000,
        "miliardo": 1_000_000_000,
        "miliardi": 1_000_000_000,
    },
    fractions={"mezzo": 2, "mezza": 2, "mezz": 2, "metà": 2, "terzi": 3, "quarti": 4},
    months=(
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
        "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
    ),
    decimal_marks=",.",
    group_marks=".,",
    doubled_words=frozenset({"via", "così", "piano", "passo", "poco", "quasi", "sotto"}),
    rules=frozenset({"TX002", "TX007", "TX011", "AL006", "AL008"}),
)  # fmt: skip
