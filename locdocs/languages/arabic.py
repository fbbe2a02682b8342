"""Arabic."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

# The tens, and numbers behind a preposition, end in two ways; words for eleven to nineteen are two.
_TENS = "عشر ثلاث أربع خمس ست سبع ثمان تسع".split()
_ONES = "واحد اثن ثلاث أربع خمس ست سبع ثماني تسع".split()
_FORMS = {
    **{word + ending: value for value, word in zip(range(20, 100, 10), _TENS, strict=True) for ending in ("ون", "ين")},
    **{
        f"{one}{end} {ten}": value
        for value, one in enumerate(_ONES[2:], 13)
        for end, ten in (("ة", "عشر"), ("", "عشرة"))
    },
    **{f"{word} عشر": 11 for word in ("أحد", "واحد")},
    **{f"{word} عشرة": 11 for word in ("إحدى", "احدى")},
    **{f"{word} {ten}": 12 for word in ("اثنا", "اثني") for ten in ("عشر", "العشر")},
    **{f"{word} {ten}": 12 for word in ("اثنتا", "اثنتي") for ten in ("عشرة", "العشرة")},
    **{f"{one}{hundred}": value * 100 for value, one in enumerate(_ONES[2:], 3) for hundred in ("مئة", "مائة")},
    **dict.fromkeys(("مئتان", "مئتين", "مئتا", "مئتي", "مائتان", "مائتين", "مائتا", "مائتي"), 200),
    **dict.fromkeys(("آلاف", "ألفًا", "ألفا", "ألاف"), 1000),
    **dict.fromkeys(("ألفان", "ألفين", "ألفي"), 2000),
    **dict.fromkeys(("ملايين", "مليونًا"), 10**6),
    **dict.fromkeys(("مليونان", "مليونين", "مليونا", "مليوني"), 2 * 10**6),
    **dict.fromkeys(("مليار", "مليارات"), 10**9),
    **dict.fromkeys(("سادس", "سادسة"), 6),
    **dict.fromkeys(("سابع", "سابعة"), 7),
    **dict.fromkeys(("ثامن", "ثامنة"), 8),
    **dict.fromkeys(("تاسع", "تاسعة"), 9),
    **dict.fromkeys(("عاشر", "عاشرة"), 10),
    **dict.fromkeys(("ثنائي", "ثنائية"), 2),
    **dict.fromkeys(("ثلاثي", "ثلاثية"), 3),
    **dict.fromkeys(("رباعي", "رباعية"), 4),
}

PROFILE = Profile(
    language="ar",
    script="ARABIC",
    direction="rtl",
    length_ratio=(0.55, 1.6),
    sentence_ends={".": ".۔", "?": "؟?", "!": "!", ":": ":"},
    function_words=frozenset("في من على إلى عن مع هذا هذه التي الذي أن إن لا ما كان هو هي أو ثم بعد قبل".split()),
    spelled_numbers={
        "واحد": 1, "واحدة": 1, "اثنان": 2, "اثنين": 2, "ثلاثة": 3, "ثلاث": 3, "أربعة": 4, "أربع": 4, "خمسة": 5,
        "خمس": 5, "ستة": 6, "ست": 6, "سبعة": 7, "سبع": 7, "ثمانية": 8, "ثماني": 8, "تسعة": 9, "تسع": 9, "عشرة": 10,
        "عشر": 10, "اثنتين": 2, "اثنتان": 2, "كلا": 2, "أول": 1, "أولى": 1, "ثاني": 2, "ثانية": 2, "ثالث": 3,
        "ثالثة": 3, "رابع": 4, "رابعة": 4, "خامس": 5, "خامسة": 5, "مئة": 100, "مائة": 100, "ألف": 1000,
        "مليون": 1_000_000,
        **_FORMS,
    },
    number_joiners=frozenset({"و", "وال"}),
    fractions={"نصف": 2, "ثلث": 3, "ربع": 4, "أرباع": 4},
    attached_words=("و", "ف", "ب", "ل", "ك", "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "وب", "ول", "وبال"),
    dual_endings=("ين", "ان"),
    months=(
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
        "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    decimal_marks=".,٫",
    group_marks=",.٬",
    # Adverbs: step by step, one by one.
    doubled_words=frozenset("خطوة واحدا واحدًا كلمة سطرا سطرًا صفحة قليلا قليلًا حرفا حرفًا".split()),
    foreign_letters={"Persian": "پچژگ"},
    rules=frozenset({"TX002", "TX007", "TX011", "AL006", "AL008"}),
)  # fmt: skip
