"""Japanese."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

PROFILE = Profile(
    language="ja",
    script="CJK",
    spaced=False,
    length_ratio=(0.28, 0.8),
    sentence_ends={".": "。.．", "?": "？?。", "!": "！!。", ":": "：:。"},
    spelled_numbers={character: value for value, character in enumerate("一二三四五六七八九十", 1)},
    function_words=frozenset("の は を に が と で も から まで です ます".split()),
    fractions={"半": 2},
    numerals={character: value for value, character in enumerate("〇一二三四五六七八九")},
    # Places of this and that kind.
    doubled_words=frozenset("要所 節目 場面 部分 場所 時代 個別 次第".split()),
    # Particles, between what is no hiragana: "ものの" and "ことと" are right, and verbs may begin so ("できる").
    never_doubled=(
        r"(?P<letter>[をがにはのでと])(?P=letter)"
        r"(?:(?<=をを)|(?<=[^ぁ-ゖ\0]..)(?![ぁ-ゖ])|(?<=[^ぁ-ゖ\0]がが)(?=[あな])|(?:(?<=またはは)|(?<=でのの))(?![ぁ-ゖ]))"
    ),
    number_units={"十": 10, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12},
    rules=frozenset({"TX002", "TX007", "TX011", "AL006", "AL008"}),
)
