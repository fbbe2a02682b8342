"""Chinese, in simplified and in traditional characters."""

from dataclasses import replace

from locdocs.languages.profile import Profile

__all__ = ["PROFILE", "VARIANTS"]

# Frequent characters of the one that the other has not: the former are not in Big5, the latter not in GB 2312.
_ONLY_SIMPLIFIED = (
    "这们为对说时过该还进动应设备务单选择关开无发现项页码钮链资产类级组织询个会来国实数经执错误请删将显问"
    "题间认证录权络连标签编辑输环测试检图书转软验账维护规则创从让给运载计订费质终结专业态总键门闭启变击处"
    "边览阅读语译调许论识记话"
)
_ONLY_TRADITIONAL = (
    "這們為對說時過該還進動應設備務單選擇關開無發現項頁碼鈕鏈資產類級組織詢個會來國實數經執錯誤請刪將顯問"
    "題間認證錄權網絡連標籤編輯輸環測試檢圖書轉軟驗賬維護規則創復複從與讓給運載計訂費質終結構專業態總鍵門"
    "閉啟變擊處邊覽閱讀語譯調許論識記話據戶檔儲節點參"
)

PROFILE = Profile(
    language="zh",
    script="CJK",
    spaced=False,
    length_ratio=(0.15, 0.6),
    sentence_ends={".": "。.．", "?": "？?。", "!": "！!。", ":": "：:。"},
    quotes_for_emphasis=True,
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
    # Verbs that are doubled for "a little".
    doubled_words=frozenset(
        "研究 讨论 討論 考虑 考慮 休息 了解 瞭解 学习 學習 体验 體驗 打听 打聽 介绍 介紹 比较 比較 思考 尝试 嘗試 "
        "检查 檢查 整理 商量 试验 試驗 非常 谢谢 謝謝".split()
    ),
    # Not where another word ends or begins: 目的的, 为了了解, 在在线.
    never_doubled=(
        r"(?P<letter>[的是在了])(?P=letter)"
        r"(?:(?<=的的)(?<![目标標打有]的的)(?![确確士])"
        r"|(?<=是是)(?<![的但还還不于於或可只就总總若如要都算正也凡乃便即]是是)(?![否非])"
        r"|(?<=在在)(?<![存现現所实實内內潜潛外好]在在)(?![线線职職场場校])"
        r"|(?<=了了)(?<![为為除]了了)(?![解如然]))"
    ),
    number_units={"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12},
    rules=frozenset({"TX002", "TX007", "TX011", "AL006", "AL008"}),
)

_SIMPLIFIED = replace(PROFILE, foreign_letters={"traditional characters": _ONLY_TRADITIONAL})
_TRADITIONAL = replace(PROFILE, foreign_letters={"simplified characters": _ONLY_SIMPLIFIED})

VARIANTS = {
    "hans": _SIMPLIFIED,
    "cn": _SIMPLIFIED,
    "sg": _SIMPLIFIED,
    "hant": _TRADITIONAL,
    "tw": _TRADITIONAL,
    "hk": _TRADITIONAL,
    "mo": _TRADITIONAL,
}
"""By script or region."""
