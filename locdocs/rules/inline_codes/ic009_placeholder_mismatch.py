r"""A placeholder of the source is not in the target, or the other way round.

## What it does

Compares, by exact content and in any order, what stands for something else and must be kept: `{name}` and `{{name}}`,
`%s` and `%1$d`, `%NAME%`, `$(NAME)`, `${name}` and `$name$`, also in code, and `<NAME>` in capitals. Braces of
mathematics are none, and a placeholder that only moved into code is not lost.

A name in angle brackets that is not in capitals, such as `<file name>` (`\<..\>` and `&lt;..&gt;` are the same), may
be translated: here only their number counts. `<shop@example.com>` is an address, of which IC001 knows.

## Why

Readers copy these, and programs look for them.

## Example

```text
source: Replace {tenant_id} in %AppData%.
target: Reemplace {id_inquilino} en % AppData%.
```

## Use instead

```text
source: Replace {tenant_id} in %AppData%.
target: Reemplace {tenant_id} en %AppData%.
```

## Source

558 in 1.58 million published pairs by a rough counter, most of them mathematics and translated names, which are left
alone here. On five trees (99,797 pairs) this rule finds 36; all were looked at, 35 are true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from locdocs.model import Segment
from locdocs.rules import Finding, SegmentFacts, TextFacts, segment_rule
from locdocs.rules.inline_codes.comparing import beyond, comparable, differ
from locdocs.rules.inline_codes.html_elements import HTML_ELEMENTS
from locdocs.rules.light_emphasis import filled

__all__ = ["check"]

_NAME = r"[A-Za-z_][\w.:-]*+"
# Each alternative begins with a character of its own, and looks behind from there: that is searched several times as
# fast.
_EXACT = re.compile(
    rf"""
      \$ (?: \( {_NAME} \) | \{{ {_NAME} \}} | {_NAME} \$ )
    | \{{ (?:
          \{{ \s? {_NAME} \s? \}}\}}
        | (?: (?<! [\\}}^_\w] \{{ ) (?<! \\[A-Za-z] \{{ ) | (?<= [/\\] \{{ ) ) (?: {_NAME} | [0-9]+ ) \}}
      )
    | % (?<! [\w%] % ) (?:
          [A-Za-z_][\w()]*+ %
        | (?: [0-9]+ \$ )? [-+0\#]? [0-9]* (?: \. [0-9]+ )? [sdifuxX@] (?! \w )
      )
    """,
    re.VERBOSE | re.ASCII,
)
_BRACED = re.compile(rf"\{{(?:{_NAME}|[0-9]+)\}}", re.ASCII)
_ANGLE = re.compile(r"(?:\\?<|&lt;)(?P<name>[^<>&=\"\\]*?[^\W\d_][^<>&=\"\\]*?)(?:\\?>|&gt;)")
_MAIL = re.compile(r"(?:mailto:)?[\w.+-]+@[\w.-]+")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9_-]+")
_ADDRESSES = ("link", "image", "reference", "autolink", "xref", "url")
_NOT_HERE = ("code", "comment", "docfx", *_ADDRESSES)
_MATHEMATICS = re.compile(r"\$\$|\\(?:frac|sqrt|text|mathrm|left|sum|begin)\b")


# Whatever may be one.
_ROUGH = re.compile(
    r"\{(?<!\{\{)\{*+\s?[^{}\s]*+\s?\}++|%\w*%?|\$[({]?[\w.:-]*+[)}$]?|<[^<>&]*(?:>|&gt;)?|&lt;[^<>&]*(?:>|&gt;)?"
)


class _Placeholder(NamedTuple):
    text: str
    start: int
    end: int


def _may_differ(segment: Segment) -> bool:
    """Whether what may be a placeholder differs."""
    return comparable(segment) and differ(_ROUGH.findall(segment[1]), _ROUGH.findall(segment[2]))


@segment_rule(
    "IC009",
    "placeholder-mismatch",
    severity="error",
    its="markup",
    triggers=("{", "%", "$", "<", "&lt;"),
    when=_may_differ,
)
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Compare those that must stay as they are, then the number of the others."""
    if _MATHEMATICS.search(facts.source.text):
        return
    ours, theirs = (list(_exact(side)) for side in (facts.source, facts.target))
    ours += [*_halved(ours, facts.source, facts.target)]
    missing = [each for each in beyond(ours, theirs, _text) if _is_lost(each, facts.source, facts.target)]
    added = [each for each in beyond(theirs, ours, _text) if _is_lost(each, facts.target, facts.source)]
    lost: list[_Placeholder] = []
    for before in missing:
        after = next((each for each in added if each.text[0] == before.text[0]), None)
        if after is None:
            lost.append(before)
            continue
        added.remove(after)
        yield facts.finding(
            f"the placeholder {before.text} is {after.text} in the target",
            target=(after.start, after.end),
            source=(before.start, before.end),
        )
    for after in added:
        yield facts.finding(f"the placeholder {after.text} is not in the source", target=(after.start, after.end))
    if lost:
        names = ", ".join(each.text for each in lost)
        yield facts.finding(f"not in the target: {names}", source=(lost[0].start, lost[-1].end))
    if not missing:
        yield from _angles(facts)


def _angles(facts: SegmentFacts) -> Iterator[Finding]:
    ours = list(_in_angles(facts.source))
    theirs = list(_in_angles(facts.target)) if ours else ()
    if len(theirs) >= len(ours):
        return
    for lost in beyond(ours, theirs, _text)[: len(ours) - len(theirs)]:
        yield facts.finding(f"the placeholder {lost.text} is lost", source=(lost.start, lost.end))


def _text(placeholder: _Placeholder) -> str:
    return placeholder.text


def _is_lost(placeholder: _Placeholder, here: TextFacts, there: TextFacts) -> bool:
    """Whether the other side has it less often, wherever it stands."""
    return there.text.count(placeholder.text) < here.text.count(placeholder.text)


def _exact(text: TextFacts) -> Iterator[_Placeholder]:
    """The placeholders that must stay as they are."""
    for found in _EXACT.finditer(_without_percent_signs(text)):
        yield _Placeholder(found[0], *found.span())
    seen = _without_other_markup(text)
    for found in _ANGLE.finditer(seen) if "<" in seen or "&lt;" in seen else ():
        if _CAPITALS.fullmatch(found["name"]) and found["name"].lower() not in HTML_ELEMENTS:
            yield _Placeholder(found["name"], *found.span())


def _halved(known: Iterable[_Placeholder], source: TextFacts, target: TextFacts) -> Iterator[_Placeholder]:
    """What stands in braces behind a letter, as in mathematics, and has lost one of them in the target."""
    if source.text.count("{") != source.text.count("}") or target.text.count("{") == target.text.count("}"):
        return
    starts = {each.start for each in known}
    for found in _BRACED.finditer(source.text):
        halves = found[0][1:], found[0][:-1]
        if found.start() in starts or found[0] in target.text:
            continue
        if any(half in target.text for half in halves):
            yield _Placeholder(found[0], *found.span())


def _in_angles(text: TextFacts) -> Iterator[_Placeholder]:
    """The names in angle brackets that may be translated."""
    seen = _without_other_markup(text)
    for found in _ANGLE.finditer(seen) if "<" in seen or "&lt;" in seen else ():
        if not _MAIL.fullmatch(found["name"]) and not (
            found[0][0] == "<" and found["name"].lstrip("/").partition(" ")[0].lower() in HTML_ELEMENTS
        ):
            yield _Placeholder(found[0], *found.span())


def _without_percent_signs(text: TextFacts) -> str:
    """The text without the percent signs of addresses, which escape."""
    seen = text.text
    if "%" in seen:
        for mark in text.of_kind(*_ADDRESSES):
            seen = seen[: mark.start] + seen[mark.start : mark.end].replace("%", ".") + seen[mark.end :]
    return seen


def _without_other_markup(text: TextFacts) -> str:
    return filled(text.text, tuple(text.of_kind(*_NOT_HERE)))
