"""Hebrew. Its frequent words and its numbers are known, its length is not: no published tree was measured."""

from locdocs.languages.number_words import by_word
from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

_BOTH_GENDERS = {
    1: "אחד אחת", 3: "שלושה שלוש", 4: "ארבעה ארבע", 5: "חמישה חמש", 6: "שישה שש", 7: "שבעה שבע", 8: "שמונה שמונה",
    9: "תשעה תשע",
}  # fmt: skip
# The words behind them make eleven to nineteen: of each gender one.
_TEENS = {
    f"{one}{space}{ten}": value + 10
    for value, words in (*_BOTH_GENDERS.items(), (2, "שנים שתים"), (2, "שניים שתיים"))
    for one, ten in zip(words.split(), ("עשר", "עשרה"), strict=True)
    for space in " -\u05be"
}
_NUMBERS = {
    0: "אפס אפסים",
    1: "ראשון ראשונה ראשונים ראשונות יחיד יחידה בודד בודדת חד",
    2: "שניים שתיים שני שתי שנייה שניה שניהם שתיהן כפול כפולה כפולים כפולות כפליים זוג דו פעמיים "
    "שעתיים יומיים שבועיים חודשיים שנתיים דקותיים",
    3: "שלושת שלושתם שלישי שלישית שלישיים משולש משולשת תלת",
    4: "ארבעת ארבעתם רביעי רביעית מרובע",
    5: "חמשת חמישי חמישית",
    6: "ששת שישי שישית ששי",
    7: "שבעת שביעי שביעית",
    8: "שמונת שמיני שמינית",
    9: "תשעת תשיעי תשיעית",
    10: "עשרה עשר עשרת עשירי עשירית עשרות",
    12: "תריסר",
    20: "עשרים",
    30: "שלושים",
    40: "ארבעים",
    50: "חמישים",
    60: "שישים",
    70: "שבעים",
    80: "שמונים",
    90: "תשעים",
    100: "מאה מאות",
    200: "מאתיים",
    1000: "אלף אלפים אלפי",
    2000: "אלפיים",
    10**6: "מיליון מיליונים מיליוני",
    10**9: "מיליארד מיליארדים מיליארדי",
    10**12: "טריליון טריליונים",
}
_MONTHS = "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר".split()

PROFILE = Profile(
    language="he",
    script="HEBREW",
    direction="rtl",
    sentence_ends={".": ".", "?": "?", "!": "!", ":": ":"},
    function_words=frozenset(
        "של את על לא זה או אם עם הוא היא כי גם כל יש אל אינו ניתן אתה כדי זו לפי בין אחר רק".split()
    ),
    doubles_freely=True,
    rules=frozenset({"TX002", "TX007", "TX011", "AL008"}),
    spelled_numbers={**by_word(_BOTH_GENDERS), **_TEENS, **by_word(_NUMBERS)},
    number_joiners=frozenset("ו וה".split()),
    attached_words=tuple("ו ה ב כ ל מ ש וה שה מה כש וב ול ומ וש וכ".split()),
    fractions=by_word({2: "חצי מחצית חצאי", 3: "שליש שלישים שלישי", 4: "רבע רבעים רבעי", 5: "חמישית", 10: "עשירית"}),
    shares=dict.fromkeys(("אחד וחצי", "אחת וחצי", "שעה וחצי", "יום וחצי", "שנה וחצי"), 150),
    loose_numbers=by_word(
        {
            60: "שעה לשעה",
            24: "יממה ליממה יום_אחד ליום",
            7: "שבוע לשבוע",
            1: "רבעון לרבעון",
            12: "שנה_אחת לשנה",
            10: "עשור",
        }
    ),
    months=tuple(_MONTHS),
    month_forms={
        attached + name: value for value, name in enumerate(_MONTHS, 1) for attached in ("ב", "ל", "מ", "ה", "ו")
    },
)  # fmt: skip
