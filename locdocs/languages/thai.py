"""Thai. It has no marks at the end of sentences, and spaces stand between these. No published tree was measured.

Words are found wherever their letters stand, so that those that other words hold (one thousand) need one in front.
"""

from locdocs.languages.number_words import by_word, compounds
from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

_ONES = {
    1: "หนึ่ง", 2: "สอง", 3: "สาม", 4: "สี่", 5: "ห้า", 6: "หก", 7: "เจ็ด", 8: "แปด", 9: "เก้า",
}  # fmt: skip
_TENS = {10: "สิบ", 20: "ยี่สิบ", **{value * 10: word + "สิบ" for value, word in _ONES.items() if value > 2}}
_BELOW_100 = {**by_word(_ONES), **by_word(_TENS), **compounds(_TENS, {**_ONES, 1: "เอ็ด"})}
_SIZES = {"ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000, "ล้าน": 10**6, "พันล้าน": 10**9, "ล้านล้าน": 10**12}

PROFILE = Profile(
    language="th",
    script="THAI",
    spaced=False,
    doubles_freely=True,
    rules=frozenset({"TX002", "TX007", "AL008"}),
    spelled_numbers={
        **_BELOW_100,
        **{word + size: value * factor for word, value in by_word(_ONES).items() for size, factor in _SIZES.items()},
        **{
            f"{hundred}ร้อย{word}": more * 100 + value
            for hundred, more in by_word(_ONES).items()
            for word, value in _BELOW_100.items()
        },
        **{word + size: value * _SIZES[size] for word, value in _BELOW_100.items() for size in ("ล้าน", "พันล้าน")},
        **{size: factor for size, factor in _SIZES.items() if size not in ("พัน", "แสน")},
        **by_word(
            {
                0: "ศูนย์",
                1: "แรก เดียว เดี่ยว",
                2: "ทั้งคู่ คู่ ทวิ เท่าตัว",
                3: "ไตร",
                500_000: "ครึ่งล้าน",
                12: "โหล",
                1000: "กว่าพัน หลายพัน นับพัน พันรายการ พันคน พันไฟล์",
            }
        ),
    },
    no_numbers=frozenset({"สามารถ", "ห้าม", "ห้าง", "คู่มือ", "สิบเอก", "สามัญ", "สามี", "ร้อยละ"}),
    fractions=by_word({2: "ครึ่ง", 3: "หนึ่งในสาม", 4: "หนึ่งในสี่", 5: "หนึ่งในห้า", 10: "หนึ่งในสิบ"}),
    shares={
        "สามในสี่": 75, "เศษสามส่วนสี่": 75, "สองในสาม": 67, "เศษสองส่วนสาม": 67, "เศษหนึ่งส่วนสาม": 33,
        **dict.fromkeys(("หนึ่งชั่วโมงครึ่ง", "ชั่วโมงครึ่ง", "หนึ่งเท่าครึ่ง", "หนึ่งวันครึ่ง", "หนึ่งปีครึ่ง", "หนึ่งครึ่ง"), 150),
    },
    loose_numbers=by_word(
        {
            60: "หนึ่งชั่วโมง",
            24: "หนึ่งวัน ตลอดวัน",
            7: "หนึ่งสัปดาห์",
            1: "ไตรมาส",
            12: "หนึ่งปี",
            10: "ทศวรรษ",
            100: "ศตวรรษ",
        }
    ),
    months=(
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ),
)  # fmt: skip
