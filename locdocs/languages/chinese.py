"""Chinese, in simplified and traditional characters."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

PROFILE = Profile(
    language="zh",
    script="CJK",
    spaced=False,
    length_ratio=(0.15, 0.6),
    sentence_ends={".": "。.．", "?": "？?。", "!": "！!。", ":": "：:。"},
    function_words=frozenset("的 是 在 和 了 有 将 可 此 以 这 為 將 與".split()),
    spelled_numbers={
        **{character: value for value, character in enumerate("一二三四五六七八九十", 1)},
        "两": 2,
        "兩": 2,
    },
    fractions={"半": 2},
    numerals={
        **{character: value for value, character in enumerate("〇一二三四五六七八九")},
        "零": 0,
        "两": 2,
        "兩": 2,
    },
    number_units={"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12},
    rules=frozenset({"TX002", "TX007", "TX011", "AL006", "AL008"}),
)
