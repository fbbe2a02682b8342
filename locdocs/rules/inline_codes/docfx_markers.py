"""The tokens of docfx outside of segments: those it does not recognise, and containers that are left open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from locdocs.rules.inline_codes.docfx_tokens import ALERTS, is_known, nearest_name

__all__ = ["containers", "markers", "unbalanced", "unpaired"]

_NAMES = "|".join(ALERTS)
_BRACKET = re.compile(r"\[[ \t]*+![ \t]*+(?P<name>[^\W\d_][\w.+#-]*+)(?P<closed>\]|[ \t]*+\\?[\])}］】）])?+(?!\()")
_ALERT = re.compile(
    rf"\n[ \t>]*?>[ \t]*+(?P<marker>\[[ \t]*+!?+[ \t]*+(?P<name>(?i:{_NAMES}))[ \t]*+\]|!(?P<bare>(?i:{_NAMES}))\])"
    r"(?![\[(:])"
)
# What all of these hold, for a first look.
_NEARLY_ALERT = re.compile(rf"[\[!][ \t]*+!?+[ \t]*+(?i:{_NAMES})")
# Escaped and full-width brackets need their exclamation mark: without it they are what they look like.
_ODD_ALERT = re.compile(
    rf"""\n [ \t>]*? > [ \t]*+
    (?P<marker>
        (?: \[ [ \t]*+ [！¡] | (?: \\\[ | [［【] ) [ \t]*+ [!！¡] ) [ \t]*+
        (?P<name> (?i:{_NAMES}) ) [ \t]*+ (?: \\?+ \] | [］】] )
      | [！¡] (?P<bare> (?i:{_NAMES}) ) \]
    ) (?! [\[(:] )""",
    re.VERBOSE,
)
_ODD = ("\\[!", "！", "¡", "［", "【")
_COLONS = re.compile(r":::[ \t]*+(?P<name>[^\W\d_][\w-]*+)")
_BEFORE_NO_TOKEN = re.compile(r"[\w:`\\]")
_FEW_COLONS = re.compile(r"(?P<colons>[:：](?:[ \t]*+[:：])++)[ \t]*+(?P<name>[a-z][a-z-]*+)(?=[ \t:\r\n]|\Z)")
_TWO_COLONS = re.compile(r":[ \t]*+:")
_ENOUGH_COLONS = re.compile(r":{3,}")
_DIV = re.compile(r"\[!div[ \t]++(?P<name>[^\W\d_][\w-]*+)[ \t]*+=", re.IGNORECASE)
_DIV_ATTRIBUTES = ("class", "id", "data-", "role", "style")
_CONTAINER = re.compile(r":::[ \t]*+(?P<name>row|column|zone|moniker)(?P<end>-end)?+(?![\w-])", re.IGNORECASE)


def markers(text: str, begin: int) -> Iterator[tuple[int, int, str]]:
    """Start and end of what looks like a token, and how docfx would have it; nothing where that is not clear."""
    seen: set[int] = set()
    for found in _BRACKET.finditer(text, begin):
        if text[found.start() - 1 : found.start()] == "\\":
            continue
        known = found["name"] if is_known(found["name"]) else nearest_name(found["name"])
        is_alert = (known or "").upper() in ALERTS
        closed = "]" if found["closed"] == "]" or is_alert else ""
        end = found.end() if closed else found.end("name")  # other brackets close alerts alone
        seen.add(found.start())
        yield found.start(), end, f"[!{known}{closed}" if known else ""
    # A marker stands at the start of a line: the line break before it is part of the pattern.
    shift = 0 if begin else 1
    patterns = [_ALERT] if _NEARLY_ALERT.search(text) else []
    if any(map(text.__contains__, _ODD)):
        patterns.append(_ODD_ALERT)
    for pattern in patterns:
        for found in pattern.finditer("\n" + text if shift else text, max(begin - 1, 0)):
            start, end = found.span("marker")
            if start - shift not in seen:
                yield start - shift, end - shift, f"[!{found['name'] or found['bare']}]"
    for found in _DIV.finditer(text, begin) if "[!div" in text else ():
        known = found["name"].lower().startswith(_DIV_ATTRIBUTES)
        yield *found.span("name"), found["name"] if known else "class"
    yield from _with_colons(text, begin)


def _with_colons(text: str, begin: int) -> Iterator[tuple[int, int, str]]:
    for found in _COLONS.finditer(text, begin):
        if _BEFORE_NO_TOKEN.match(text[found.start() - 1 : found.start()]):
            continue
        known = found["name"] if is_known(found["name"], colons=True) else nearest_name(found["name"], colons=True)
        yield *found.span("name"), known or ""
    for found in _FEW_COLONS.finditer(text, begin) if "：" in text or _TWO_COLONS.search(text) else ():
        begins_line = not text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip(" \t>")
        if begins_line and not _ENOUGH_COLONS.fullmatch(found["colons"]) and is_known(found["name"], colons=True):
            yield *found.span("colons"), ":::"


def unbalanced(text: str) -> bool:
    """Whether a kind of container begins and ends not as often in a text. A first look that costs little."""
    if ":::" not in text:
        return False
    found = Counter((name.lower(), end != "") for name, end in _CONTAINER.findall(text))
    return any(found[name, True] != found[name, False] for name, _ in found)


def containers(text: str, begin: int) -> Iterator[re.Match[str]]:
    """The tokens that begin and end containers, in order."""
    return _CONTAINER.finditer(text, begin)


def unpaired(tokens: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those that begin a container that does not end, or end one that did not begin."""
    opened: list[re.Match[str]] = []
    for token in tokens:
        name = token["name"].lower()
        if not token["end"]:
            opened.append(token)
            continue
        if not any(other["name"].lower() == name for other in opened):
            yield token
            continue
        while (inner := opened.pop())["name"].lower() != name:
            yield inner
    yield from opened
