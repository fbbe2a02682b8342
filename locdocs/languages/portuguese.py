"""Portuguese. Its length bounds are estimates: no published tree was measured."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

_NUMBERS = (
    "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete "
    "dezoito dezenove"
).split()
_TENS = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa".split()
_HUNDREDS = "duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos".split()
_ORDINALS = "primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo".split()

PROFILE = Profile(
    language="pt",
    script="LATIN",
    accented="áâãàçéêíóôõú",
    length_ratio=(0.75, 1.8),
    sentence_ends={".": ".", "?": "?", "!": "!", ":": ":"},
    function_words=frozenset(
        "o a os as um uma de do da dos das em no na nos nas para por com sem sobre e ou que não é são este esta "
        "isso como quando se ao à mais pode você seu sua ser".split()
    ),
    spelled_numbers={
        **{word: value for value, word in enumerate(_NUMBERS, 1)},
        **{word: value for value, word in enumerate(_ORDINALS, 1)},
        **{word[:-1] + "a": value for value, word in enumerate(_ORDINALS, 1)},
        **{word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)},
        **{word: value for value, word in zip(range(200, 1000, 100), _HUNDREDS, strict=True)},
        **{word[:-2] + "as": value for value, word in zip(range(200, 1000, 100), _HUNDREDS, strict=True)},
        "uma": 1,
        "duas": 2,
        "zero": 0,
        "terceiros": 3,
        "ambos": 2,
        "ambas": 2,
        "duplo": 2,
        "dezasseis": 16,
        "dezassete": 17,
        "dezanove": 19,
        "cem": 100,
        "mil": 1_000,
        "milhão": 1_000_000,
        "milhões": 1_000_000,
        "bilhão": 10**9,
        "bilhões": 10**9,
    },
    number_joiners=frozenset({"e"}),
    fractions={"meio": 2, "meia": 2, "metade": 2, "terço": 3, "terços": 3, "quartos": 4},
    months=(
        "janeiro", "fevereiro", "março", "abril", "maio", "junho",
        "julho", "agosto", "setembro", "outubro", "novembro", "dezembro",
    ),
    decimal_marks=",.",
    group_marks=".,",
    doubled_words=frozenset({"nos", "se", "para", "a"}),
    rules=frozenset({"TX002", "TX007", "TX011", "AL006", "AL008"}),
)  # fmt: skip
