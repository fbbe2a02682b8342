"""Japanese."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

PROFILE = Profile(
    language="ja",
    script="CJK",
    spaced=False,
    length_ratio=(0.15, 2.0),
    sentence_ends={".": "。.．", "?": "？?。", "!": "！!。", ":": "：:。"},
    spelled_numbers={character: value for value, character in enumerate("一二三四五六七八九十", 1)},
    number_units={"十": 10, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12},
)
