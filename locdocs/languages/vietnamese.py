"""Vietnamese. Little is known of it but its frequent words: no published tree was measured."""

from dataclasses import replace

from locdocs.languages.neutral import LATIN

__all__ = ["PROFILE"]

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
)
