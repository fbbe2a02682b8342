"""Spanish."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

_NUMBERS = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve"
).split()
_TWENTIES = "uno dós trés cuatro cinco séis siete ocho nueve".split()
_HUNDREDS = "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split()
_TENS = "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_ORDINALS = "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo".split()
_FEMININE = "primera segunda tercera cuarta quinta sexta séptima octava novena décima".split()

PROFILE = Profile(
    language="es",
    script="LATIN",
    accented="áéíóúüñ",
    length_ratio=(0.8, 1.8),
    sentence_ends={".": ".", "?": "?", "!": "!", ":": ":"},
    function_words=frozenset(
        "el los las una unos unas del al que para por con sin sobre está están esto esta este estos estas "
        "puede pueden como cuando donde desde hasta también pero más sus su se de en la lo y o u e es son no si "
        "ha han has fue ser a un le les ya dos nos te ve van da".split()
    ),
    spelled_numbers={
        **{word: value for value, word in enumerate(_NUMBERS, 1)},
        **{word: value for value, word in enumerate(_ORDINALS, 1)},
        **{word: value for value, word in enumerate(_FEMININE, 1)},
        **{word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)},
        **{"veinti" + word: value for value, word in enumerate(_TWENTIES, 21)},
        **{word: value for value, word in zip(range(200, 1000, 100), _HUNDREDS, strict=True)},
        **{word[:-2] + "as": value for value, word in zip(range(200, 1000, 100), _HUNDREDS, strict=True)},
        "veintiún": 21,
        "veintiuna": 21,
        "cero": 0,
        "ceros": 0,
        "un": 1,
        "una": 1,
        "primer": 1,
        "tercer": 3,
        "ambos": 2,
        "ambas": 2,
        "doble": 2,
        "segundos": 2,
        "terceros": 3,
        "triple": 3,
        "cien": 100,
        "mil": 1000,
        "millón": 1_000_000,
    },
    number_joiners=frozenset({"y"}),
    fractions={"medio": 2, "media": 2, "mitad": 2, "tercio": 3, "tercios": 3, "cuartos": 4},
    months=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
    decimal_marks=",.",
    group_marks=".,",
    doubled_words=frozenset({"nos"}),
    rules=frozenset({"TX002", "TX007", "TX011", "AL006", "AL008"}),
)  # fmt: skip
