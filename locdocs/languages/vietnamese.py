"""Vietnamese. Its length bounds are those of any language in Latin script: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN
from locdocs.languages.number_words import by_word

__all__ = ["PROFILE"]

_ONES = {
    1: "một", 2: "hai", 3: "ba", 4: "bốn", 5: "năm", 6: "sáu", 7: "bảy bẩy", 8: "tám", 9: "chín",
}  # fmt: skip
# Five is the word for a year too; four has a second word that is a part of many others, so that it stands here only
# behind what makes it a number.
_AFTER_TENS = {**_ONES, 1: "một mốt", 4: "bốn tư", 5: "năm lăm nhăm"}
_TENS = {value * 10: " ".join(f"{word}_mươi" for word in words.split()) for value, words in _ONES.items() if value > 1}
_NUMBERS = {
    **by_word(_ONES),
    **{f"mười {word}": 10 + value for word, value in by_word(_AFTER_TENS).items()},
    **by_word(_TENS),
    **{
        f"{ten} {one}": value + more
        for ten, value in by_word(_TENS).items()
        for one, more in by_word(_AFTER_TENS).items()
    },
    **by_word(
        {
            0: "số_không không_có",
            1: "thứ_nhất đầu_tiên đơn duy_nhất một_lần",
            2: "đôi gấp_đôi kép cặp nhì",
            3: "gấp_ba bộ_ba",
            4: "thứ_tư bộ_tư",
            10: "mười chục",
            12: "một_tá",
            100: "trăm",
            1000: "nghìn ngàn",
            10_000: "vạn",
            10**6: "triệu",
            10**9: "tỷ tỉ",
            10**12: "nghìn_tỷ nghìn_tỉ ngàn_tỷ",
        }
    ),
}

PROFILE = replace(
    LATIN,
    language="vi",
    function_words=frozenset(
        "và của là có không được các trong một với để này khi từ đến hoặc bạn những trên nếu đã sẽ cần phải "
        "thể cũng về như do in sau".split()
    ),
    accented="ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ",
    decimal_marks=",.",
    group_marks=".,",
    spelled_numbers=_NUMBERS,
    number_joiners=frozenset({"linh", "lẻ"}),
    durations=(
        {"giây": 1, "phút": 60, "giờ": 3600, "ngày": 86_400, "tuần": 604_800},
        {"tháng": 1, "quý": 3, "năm": 12},
    ),
    fractions=by_word({2: "nửa một_nửa rưỡi phần_hai", 3: "phần_ba", 4: "phần_tư", 5: "phần_năm", 10: "phần_mười"}),
    shares={"một rưỡi": 150, "một tiếng rưỡi": 150, "một giờ rưỡi": 150, "một năm rưỡi": 150},
    loose_numbers=by_word(
        {
            60: "một_giờ một_tiếng",
            24: "một_ngày suốt_ngày_đêm cả_ngày",
            7: "một_tuần",
            1: "một_quý",
            12: "một_năm",
            10: "thập_kỷ thập_niên",
            100: "thế_kỷ",
        }
    ),
)  # fmt: skip
