"""Portuguese. Its length bounds are estimates: no published tree was measured."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

_NUMBERS = "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis".split()

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
        "uma": 1,
        "duas": 2,
        "zero": 0,
        "primeiro": 1,
        "primeira": 1,
        "segundo": 2,
        "segunda": 2,
        "terceiro": 3,
        "terceira": 3,
        "terceiros": 3,
        "quarto": 4,
        "quarta": 4,
        "quinto": 5,
        "quinta": 5,
        "ambos": 2,
        "ambas": 2,
        "duplo": 2,
        "vinte": 20,
        "trinta": 30,
        "quarenta": 40,
        "cinquenta": 50,
        "sessenta": 60,
        "cem": 100,
        "mil": 1_000,
        "milhão": 1_000_000,
        "milhões": 1_000_000,
    },
    months=(
        "janeiro", "fevereiro", "março", "abril", "maio", "junho",
        "julho", "agosto", "setembro", "outubro", "novembro", "dezembro",
    ),
    decimal_marks=",.",
    group_marks=".,",
    doubled_words=frozenset({"nos", "se", "para", "a"}),
    rules=frozenset({"TX002", "TX007", "TX011", "AL006", "AL008"}),
)  # fmt: skip
