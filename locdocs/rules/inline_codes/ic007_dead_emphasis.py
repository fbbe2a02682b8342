r"""Asterisks or underscores that should emphasise and do not.

## What it does

Reports delimiters of bold or italic text in the target that Markdown does not read as such, so that readers see them,
where the source has more emphasis and fewer of these: `** text**` with a blank inside, a closing `**` between a bracket
and a letter, `* *text**` with a blank between two asterisks. An escaped `\*\* text\*\*` is the same: the format
escapes every asterisk that is literal in the published file. The fix moves the blanks out; behind a bracket
it drops them.

## Why

The reader sees asterisks, and the name of the button is not bold.

## Example

```text
source: Select **Save**, then close the panel.
target: Seleccione ** Guardar** y cierre el panel.
```

## Use instead

```text
source: Select **Save**, then close the panel.
target: Seleccione **Guardar** y cierre el panel.
```

## Source

102 in 13 published trees; the CommonMark specification, section "Emphasis and strong emphasis". On five trees (99,797
pairs) this rule finds 2; all were looked at, all are true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from locdocs.model import Segment
from locdocs.rules import Finding, SegmentFacts, TextFacts, segment_rule
from locdocs.rules.inline_codes.comparing import comparable, quoted
from locdocs.rules.inline_codes.emphasis import dead_runs, emphasised
from locdocs.text import TextEdit

__all__ = ["check"]

_AT_EDGE = re.compile(r"_(?:(?!\w)|(?<!\w_))")
# Words, links and code in delimiters that have white space or a bracket before and white space or a mark behind them;
# underscores inside of words or behind a backslash; code. Each alternative begins with a character of its own: that is
# searched several times as fast.
_BEFORE, _BEHIND = r"""[^\s(\[{"'¿¡]""", r"""(?![^\s.,;:!?)\]}"'])"""
_INSIDE = r"""(?:[^*_`<\\\[\]]++|`(?<!``)[^`]++`(?!`)|\[[^*_`<\\\[\]]*+\](?:\([^*_`<\\()\s]*+\))?+)++(?<=\S)"""
_LIVING = re.compile(
    rf"""\*(?<!{_BEFORE}\*)(?P<second>\*?)(?=[^\s*]){_INSIDE}\*(?P=second){_BEHIND}"""
    rf"""|_(?<!{_BEFORE}_)(?=[^\s_]){_INSIDE}_{_BEHIND}"""
    r"""|_(?<=\w_)_*(?=\w)|\\(?<!\\\\)_|`(?<![`\\]`)[^`]+`(?!`)"""
)
_PARTED = re.compile(r"(?<![*\\])\*[^\S\r\n]\*(?!\*)")
_BEFORE_BOLD = frozenset(("", *" \t\n([{\"'¿¡"))
_OPENING = "[({«“„‘‚¿¡（［「『【"
"""Behind these no blank stands."""
_BEHIND_BOLD = frozenset(("", *" \t\n.,;:!?)]}\"'"))


def _may_be_dead(segment: Segment) -> bool:
    """Whether the target has delimiters that are not those of plain bold words."""
    target = segment[2]
    if not comparable(segment) or ("*" not in target and "_" not in target):
        return False
    source = segment[1]
    if "*" not in source and "_" not in source and "<" not in source:  # nothing that could have been lost
        return False
    if "*" not in target and not _AT_EDGE.search(target):
        return False
    if _is_plainly_bold(target):
        return False
    left = _LIVING.sub("", target)
    return "*" in left or "_" in left


def _is_plainly_bold(text: str) -> bool:
    """Whether all asterisks of a text are those of bold words beyond doubt, as in most; it is quickly seen."""
    if "_" in text or "`" in text or "\\" in text:
        return False
    parts = text.split("**")
    if len(parts) % 2 == 0 or text.count("*") != 2 * (len(parts) - 1):
        return False
    for before, bold, after in zip(parts[::2], parts[1::2], parts[2::2], strict=False):
        if before[-1:] not in _BEFORE_BOLD or not bold or bold[0].isspace() or bold[-1].isspace():
            return False
        if after[:1] not in _BEHIND_BOLD:
            return False
    return True


@segment_rule(
    "IC007",
    "dead-emphasis",
    severity="warning",
    its="markup",
    fix="safe",
    triggers=("*", "_"),
    when=_may_be_dead,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield each two dead runs that belong together; all of them at once where they do not pair."""
    if not facts.target.emphasis.left and "\\*" not in facts.target.text:
        return
    if not _is_less(facts.target.emphasis[:2], facts.source.emphasis[:2]) and not facts.source.tags:
        return
    source, target = facts.codes
    if not _is_less(emphasised(target), emphasised(source)):
        return
    dead = dead_runs(facts.target, target)
    if len(dead) <= len(dead_runs(facts.source, source)):
        return
    text = facts.target
    parted = list(_PARTED.finditer(text.text))
    if len(parted) > len(_PARTED.findall(facts.source.text)):
        start, end = min(parted[0].start(), dead[0][0]), max(parted[-1].end(), dead[-1][1])
        edits = [text.edit(*found.span(), "**") for found in parted]
        yield facts.finding("'* *' emphasises nothing: a blank parts the asterisks", target=(start, end), edits=edits)
        return
    pairs = list(zip(dead[::2], dead[1::2], strict=False))
    if len(dead) % 2 or any(_delimiter(text, first) != _delimiter(text, last) for first, last in pairs):
        names = " and ".join(dict.fromkeys(_delimiter(text, run) for run in dead))
        yield facts.finding(f"{names} emphasises nothing and is read as text", target=(dead[0][0], dead[-1][1]))
        return
    for first, last in pairs:
        yield facts.finding(
            f"{quoted(text.text[first[0] : last[1]])} is not emphasised: the {_delimiter(text, first)} are text",
            target=(first[0], last[1]),
            edits=_fix(text, first, last),
        )


def _is_less(these: Sequence[int], others: Sequence[int]) -> bool:
    """Whether less is bold or italic; italic text in place of bold is what `* *text**` makes."""
    return these[0] < others[0] or sum(these) < sum(others)


def _delimiter(text: TextFacts, run: tuple[int, int]) -> str:
    return text.text[slice(*run)].replace("\\", "")


def _fix(text: TextFacts, first: tuple[int, int], last: tuple[int, int]) -> list[TextEdit]:
    """The edit that moves blanks out of the delimiters; none where blanks are not what is wrong."""
    inside = text.text[first[1] : last[0]]
    words = inside.strip()
    delimiter = _delimiter(text, first)
    if not words or words == inside:
        return []
    before, after = text.text[: first[0]][-1:], text.text[last[1] :][:1]
    at_edge = not before or before.isspace() or before in _OPENING
    lead = " " if inside[0].isspace() and not at_edge else ""
    trail = " " if inside[-1].isspace() and after.isalnum() else ""
    return [text.edit(first[0], last[1], f"{lead}{delimiter}{words}{delimiter}{trail}")]
