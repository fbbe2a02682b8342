"""The tokens that docfx adds to Markdown, and what of them a translation must keep."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

__all__ = ["ALERTS", "is_known", "nearest_name", "token_key", "xref_key"]

ALERTS = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")
"""The names of alerts."""

# What translators make of them.
_TRANSLATED = {
    word: name
    for name, words in {
        "NOTE": "nota notas hinweis anmerkung remarque uwaga poznámka opmerking obs примечание 注 メモ 注記 참고",
        "TIP": "sugerencia consejo tipp conseil astuce suggerimento dica wskazówka совет 提示 ヒント 팁",
        "IMPORTANT": "importante wichtig ważne důležité belangrijk viktigt önemli важно 重要 중요",
        "WARNING": "advertencia aviso warnung avertissement avviso ostrzeżenie upozornění waarschuwing varning uyarı "
        "предупреждение 警告 경고",
        "CAUTION": "precaución atención vorsicht achtung attention attenzione cuidado przestroga försiktighet dikkat "
        "внимание 注意 주의",
    }.items()
    for word in words.split()
}
_IN_BRACKETS = (*ALERTS, "INCLUDE", "VIDEO", "div", "code")
_AFTER_COLONS = (
    "image", "image-end", "code", "code-end", "row", "row-end", "column", "column-end", "zone", "zone-end", "moniker",
    "moniker-end", "no-loc", "video", "video-end", "form", "quote", "quote-end",
)  # fmt: skip

_LINK = re.compile(r"\[[^\[\]]*\]")
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')(?=\s*\))""")
_TEXT_ATTRIBUTE = re.compile(r"""\b(?:alt-text|title|aria-label)\s*=\s*(?:"[^"]*"|'[^']*')""", re.IGNORECASE)
_TEXT_PARAMETER = re.compile(r"[?&](?:text|title|alt)=[^&]*")
_BLANKS = re.compile(r"\s+")


@lru_cache(maxsize=1024)
def is_known(name: str, *, colons: bool = False) -> bool:
    """Whether docfx has a token of that name; case does not count, and ``code-csharp`` is ``code``.

    :param colons: a token of three colons, not one of brackets.
    """
    known = _AFTER_COLONS if colons else _IN_BRACKETS
    plain = name.casefold()
    return plain in map(str.casefold, known) or (not colons and plain.startswith("code-"))


@lru_cache(maxsize=1024)
def nearest_name(name: str, *, colons: bool = False) -> str | None:
    """The known name that a wrong one was most likely made from, or ``None``."""
    known = {other.casefold(): other for other in (_AFTER_COLONS if colons else _IN_BRACKETS)}
    if not colons and (alert := _TRANSLATED.get(name.casefold())):
        return alert
    found = get_close_matches(name.casefold(), known, n=1, cutoff=0.6)
    return known[found[0]] if found else None


def token_key(token: str) -> str:
    """A token without what is translated in it (the text of a link, a title, an alternative text), case and blanks."""
    if token.startswith(":"):
        return _BLANKS.sub("", _TEXT_ATTRIBUTE.sub("", token)).rstrip(":")
    inside = token[2:-1]
    name = re.match(r"[\w+#-]*", inside)
    rest = inside[name.end() :] if name else inside
    kept = _BLANKS.sub("", _LINK.sub("[]", _TITLE.sub("", rest)))
    return f"[!{name[0].casefold() if name else ''}{kept}]"


def xref_key(uid: str) -> str:
    """The uid of a cross reference with its options: escapes resolved, without the text that it asks to be shown."""
    return unquote(_TEXT_PARAMETER.sub("", unescape(uid))).replace("\\*", "*")
