r"""What follows the text of a link or an image, read loosely: ``](destination "title")`` and what breaks it.

As it is read where nothing is to be compared with, a repair is given only where there is no other.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["APART", "CLOSING_QUOTES", "OPENING_QUOTES", "Tail", "is_address", "read_inside", "read_tail"]

APART = "a blank, a backslash or another bracket parts its text from its destination"
"""What is wrong where only the brackets are: the tokens of docfx break of it as well."""
_OPEN = "it has no closing bracket"
_BLANKS = "its destination has blanks in it"
_QUOTES = r"the quotation marks of its title are not one pair, and those within it are written \""
_ODD_QUOTES = "its title stands in quotation marks that are none in Markdown"
_UNKNOWN_BLANKS = "its destination has blanks in it, which are written %20"
_ENDLESS = "its title has no closing quotation mark"

# A pair (a null) may stand in the text of a link, never behind it.
_OPENING = re.compile(r"(?P<bracket>[\]］】])(?P<gap>[^\S\n]*+\n?+[^\S\n]*+)(?P<paren>\\?+[(（])[^\S\n]*+")
_TO = re.compile(r"<[^<>\n\0]*+>|[^\s()（）\0]++(?:\([^\s()\0]*+\)[^\s()（）\0]*+)*+")
_END = re.compile(r"(?:[^\S\n]++\([^()\n\0]*+\))?+[^\S\n]*+(?P<close>\\?+[)）])")
_CLOSE = re.compile(r"\\?[)）]")
_LIMIT = re.compile(r"\n|\0|[ \t]\||\]\(|\Z")
_LONGEST = 1_000
"""So many characters behind a destination are looked at."""
OPENING_QUOTES = "\"'“„«»‘‚‹›「『＂"
"""What a title may begin with, in whatever language."""
CLOSING_QUOTES = "\"'”“»«’‘›‹」』＂"
"""What it may end with."""
_QUOTE_AND_CLOSE = re.compile(rf"(?P<quote>[{CLOSING_QUOTES}])[^\S\n]*+(?P<close>\\?+[)）])")
_NEEDLESS_BLANK = re.compile(r"(?<=[/#.:?=&])[^\S\n]++|[^\S\n]++(?=[/#.:?=&])")
_SIZE = re.compile(r"=[0-9]*x[0-9]*\s*\)")
_BLANK = re.compile(r"[^\S\n]+")
_STOPS = ".,;:!?*_、。，"
_ADDRESS = re.compile(
    r"""
      [a-z][a-z0-9+.-]+: [^\s:]   # with a scheme
    | (?: \.{0,2} | ~ ) /+ [\w.]  # a path
    | [\#＃] \w
    | www\.
    | [^\s?\#]* \. [a-z] [a-z0-9]{1,4} (?: [?\#] \S* )? \Z   # the name of a file
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Tail(NamedTuple):
    """What follows the text of a link or image."""

    start: int
    end: int
    to: str
    """Its destination, as far as it can be read."""
    titled: bool
    """Whether it has a title."""
    trouble: str
    """What is wrong with it; nothing where it is whole."""
    repaired: str | None
    """How it should be written, where that is certain."""


class _Inside(NamedTuple):
    """What stands between the parentheses, and that which closes them."""

    end: int
    to: str
    title: str
    """With its quotation marks."""
    close: str
    trouble: str
    certain: bool
    """Whether destination and title are what they were."""


def is_address(destination: str) -> bool:
    """Whether something is a destination by how it looks: prose in brackets is none."""
    return _ADDRESS.match(destination.strip("<>")) is not None


def read_tail(text: str, start: int) -> Tail | None:
    """The rest of a link or image whose text ends at an offset; ``None`` where none follows."""
    found = _OPENING.match(text, start)
    inside = read_inside(text, found.end()) if found else None
    if not found or not inside:
        return None
    parted = found["bracket"] + found["gap"] + found["paren"] != "](" or inside.close not in (")", "")
    trouble = inside.trouble or (APART if parted else "")
    written = f"{inside.to} {inside.title}".rstrip()
    return Tail(
        start,
        inside.end,
        inside.to,
        inside.title != "",
        trouble,
        f"]({written})" if inside.certain else None,
    )


def read_inside(text: str, at: int) -> _Inside | None:
    """Destination, title and closing parenthesis from an offset on."""
    found = _TO.match(text, at)
    if not found:
        return None
    to, end = found[0], found.end()
    closed = _END.match(text, end)
    if closed:
        title = text[end : closed.start("close")].strip()
        escape = to.endswith("\\") and closed.start("close") == end
        return _Inside(closed.end(), to[:-1] if escape else to, title, "\\)" if escape else closed["close"], "", True)
    limit = _LIMIT.search(text, end, end + _LONGEST)
    rest = text[end : limit.start() if limit else end + _LONGEST]
    behind = rest.lstrip()
    if behind[:1] and behind[0] in OPENING_QUOTES and behind != rest:
        return _with_title(to, behind.rstrip(), end + len(rest) - len(behind))
    close = _CLOSE.search(rest)
    if close is None or "[" in rest[: close.start()] or behind[:1] in "(（":
        return _unclosed(to, end, behind)
    if _SIZE.match(behind):  # which some publishers know
        return None
    return _with_blanks(to, rest[: close.start()], end + close.end(), close[0])


def _unclosed(to: str, end: int, behind: str) -> _Inside:
    """``](destination`` and whatever comes next."""
    whole = to.rstrip(_STOPS)
    certain = whole != "" and (not re.search(r"\w", behind) or behind[0] in "[!<") and behind[:1] not in ("(", "（")
    return _Inside(end - len(to) + len(whole), whole, "", "", _OPEN, certain)


def _with_blanks(to: str, rest: str, end: int, close: str) -> _Inside:
    """``](my picture.png)``, ``](picture.png the "title")`` and ``](https: //host)``."""
    title = rest.strip()
    if title[-1:] and title[-1] in CLOSING_QUOTES:
        bare = title[:-1]
        return _Inside(end, to, f'"{bare}"', close, _QUOTES, is_address(to) and '"' not in bare)
    whole = _NEEDLESS_BLANK.sub("", to + rest).strip()
    if _BLANK.search(whole):
        return _Inside(end, whole, "", close, _UNKNOWN_BLANKS, False)
    return _Inside(end, whole, "", close, _BLANKS, True)


def _with_title(to: str, written: str, start: int) -> _Inside:
    """What follows a destination and begins with a quotation mark of some kind."""
    ends = list(_QUOTE_AND_CLOSE.finditer(written, 1))
    if ends:
        end = ends[-1]
        title, odd = _mended(written[0], written[1 : end.start()], end["quote"])
        certain = len(ends) == 1 and title is not None
        whole = title == written[: end.start() + 1] and certain
        trouble = "" if whole else _ODD_QUOTES if odd else _QUOTES
        return _Inside(start + end.end(), to, title or '""', end["close"], trouble, certain)
    closes = list(_CLOSE.finditer(written))
    if not closes:  # only the bracket is lost, or all that tells where it ends
        title, _ = _mended(written[0], written[1:-1], written[-1])
        certain = title is not None and len(written) > 1 and written[-1] in CLOSING_QUOTES
        return _Inside(start + len(written), to, title or '""', "", _OPEN, certain)
    last = closes[-1]
    bare = written[1 : last.start()].rstrip()
    certain = len(closes) == 1 and not set(bare) & set('"\\') and not re.match(r"\s*\w", written[last.end() :])
    return _Inside(start + last.end(), to, f'"{bare}"', last[0], _ENDLESS, certain)


def _mended(opening: str, bare: str, closing: str) -> tuple[str | None, bool]:
    """A title as Markdown has it, and whether its marks were not those of Markdown.

    Nothing where a mark within it has no other: it may be that, or the one at the end, which was lost.
    """
    odd = opening not in "\"'" and closing not in "\"'"
    quote = opening if opening in "\"'" else '"'
    bare = bare.strip() if odd else bare  # in French a blank stands within them
    plain = bare.replace(f"\\{quote}", "")
    if (quote == '"' and plain.count(quote) % 2) or bare.endswith("\\"):
        return None, odd
    return quote + bare.replace(f"\\{quote}", quote).replace(quote, f"\\{quote}") + quote, odd
