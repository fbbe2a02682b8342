"""Korean. Its length bounds are estimates: no published tree was measured."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

PROFILE = Profile(
    language="ko",
    script="HANGUL",
    length_ratio=(0.25, 1.1),
    sentence_ends={".": ".。", "?": "?？", "!": "!！", ":": ":：."},
    spelled_numbers={
        "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7,
        "여덟": 8, "아홉": 9, "열": 10, "첫": 1, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60,
        "일흔": 70, "여든": 80, "아흔": 90,
    },
    fractions={"반": 2, "절반": 2},
    numerals={character: value for value, character in enumerate("영일이삼사오육칠팔구")},
    number_units={"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12},
    # Words are doubled at will: 하나 하나, 조금 조금.
    doubles_freely=True,
    # Sentences end with a verb; what ends with a noun is a heading or an item of a list.
    final_letters="다요오까",
    rules=frozenset({"TX002", "TX007", "TX011", "AL006", "AL008"}),
)  # fmt: skip
