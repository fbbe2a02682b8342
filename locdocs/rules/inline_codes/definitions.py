"""Definitions of link labels outside of the pairs: those that count for nothing, and those that lost their label.

A definition shows nothing of itself. So one that is read as plain text is none, and its references are not links.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from locdocs.rules import DocumentFacts, GroupFacts
from locdocs.rules.inline_codes.links import fold_label, labels_in
from locdocs.rules.inline_codes.places import Candidate
from locdocs.rules.inline_codes.tails import is_address, read_inside
from locdocs.rules.outside import Outside

__all__ = ["broken_definitions"]

_LIKE = re.compile(
    r"""
    ^ [ \t>]*+
    (?P<open> [\[［【] ) (?P<label> [^\[\]［］【】\n\0^!] [^\[\]［］【】\n\0]*+ ) (?P<close> [\]］】] )
    (?P<colon> [^\S\n]*+ [:：;；]?+ )
    (?P<rest> [^\n\0]*+ ) (?=\n|\Z)
    """,
    re.VERBOSE | re.MULTILINE,
)
_SIGNS = ("]:", "] :", "]\u00a0:", "][", "：", "］", "】")
_REFERENCE = re.compile(r"(?<!\w)\[[^\[\]]*+\]\[(?P<label>[^\[\]\n\0]++)\]")
_NAMED = re.compile(r"\[(?P<label>[^\[\]]++)\]")
_NEXT_LINE_IS_BLANK = re.compile(r"\n[^\S\n]*+(?:\n|\Z)|\Z")
_COMMENT = ("# ", "#(", "<>")
"""How destinations begin of definitions that are comments: ``[//]: # (nobody sees this)``."""


def broken_definitions(facts: DocumentFacts, outside: Outside) -> Iterator[Candidate]:
    """What was a definition, and the one whose label is another than that of the references."""
    skeleton = outside.skeleton
    if not any(map(skeleton.__contains__, _SIGNS)):
        return
    whole: list[re.Match[str]] = []
    broken: set[str] = set()
    for found in _LIKE.finditer(skeleton):
        if found["open"] + found["close"] + found["colon"] == "[]:" and not _trouble(found):
            whole.append(found)
        elif not outside.is_code(found.start("open")):
            for candidate in _no_definition(found, _named(facts), labels_in(facts)):
                broken.add(fold_label(found["label"]))
                yield candidate
    if whole:
        yield from _renamed(facts, outside, whole, labels_in(facts) | broken)


def _named(facts: DocumentFacts) -> Counter[str]:
    """How often each label stands in brackets in the target text and in the source text, definitions counted."""
    cache = facts.document.cache
    if "named labels" not in cache:
        texts = facts.target.text, facts.source.text
        cache["named labels"] = Counter(fold_label(found["label"]) for text in texts for found in _NAMED.finditer(text))
    named: Counter[str] = cache["named labels"]
    return named


def _trouble(found: re.Match[str]) -> str | None:
    """What is wrong behind the colon; nothing where destination and title are whole."""
    rest = found["rest"].strip()
    if not rest:
        return "it has no destination" if _NEXT_LINE_IS_BLANK.match(found.string, found.end()) else None
    inside = read_inside(rest + ")", 0)
    if inside is None or inside.end <= len(rest):
        return None
    return inside.trouble or None


def _no_definition(found: re.Match[str], named: Counter[str], labels: frozenset[str]) -> Iterator[Candidate]:
    label, rest = found["label"].strip(), found["rest"].strip()
    used = named[fold_label(label)] > 2 * (found["open"] + found["close"] == "[]")
    inside = read_inside(rest + ")", 0) if rest else None
    trouble = _trouble(found)
    if not rest:
        if trouble and used and found["colon"] == ":":
            yield _candidate(found, f"the definition [{label}] has no destination", "")
        return
    if inside is None or not (is_address(inside.to) or (used and found["colon"] == ":")):
        return
    a_colon = found["colon"].strip() in (":", "：")
    if not a_colon and (not used or fold_label(label) in labels or trouble or inside.title):
        return  # something in brackets, and words behind it
    whole = f"[{label}]: {inside.to} {inside.title}".rstrip()
    if trouble is None:
        trouble = "no blank stands before a colon, and colon and brackets are of half width"
    yield _candidate(found, f"the definition [{label}] counts for nothing: {trouble}", whole if inside.certain else "")


def _candidate(found: re.Match[str], message: str, whole: str) -> Candidate:
    start = found.start("open")
    end = found.start() + len(found[0].rstrip())
    said = f"; write {whole}" if whole else ""
    return Candidate(start, start, end, message + said, ((start, end, whole),) if whole else ())


def _renamed(
    facts: DocumentFacts, outside: Outside, definitions: list[re.Match[str]], labels: frozenset[str]
) -> Iterator[Candidate]:
    """The only definition that nothing refers to, where the only label that is not defined is referred to."""
    here = [found for found in _REFERENCE.finditer(outside.skeleton) if fold_label(found["label"]) not in labels]
    there = [*_in_pairs(facts, outside, labels)]
    wanted = {fold_label(label): label for label in [*(found["label"] for found in here), *there]}
    unused = _unused(facts, definitions) if len(wanted) == 1 else ()
    if len(unused) != 1:
        return
    definition = unused[0]
    if outside.is_plain(definition.start("open")) or outside.is_code(definition.start("open")):
        return
    written = next(iter(wanted.values()))
    message = f"no reference names the definition [{definition['label']}], and nothing defines [{written}]"
    said = partial("{}; write {}".format, message)
    translated = definition["label"].isascii() and not written.isascii()
    if translated and len(here) == 1 and not there:
        label, key = here[0].span("label"), here[0].start("label") - 2
        yield Candidate(key, *label, said(f"[{definition['label']}]"), ((*label, definition["label"]),))
    elif there or all(outside.is_plain(found.start("label") - 2) for found in here):
        label = definition.span("label")
        yield Candidate(None, *label, said(f"[{written}]:"), ((*label, written),), safe=None if here else False)


def _unused(facts: DocumentFacts, definitions: list[re.Match[str]]) -> list[re.Match[str]]:
    """The definitions whose labels stand nowhere else; comments that are written as definitions are none."""
    own = Counter(fold_label(found["label"]) for found in definitions)
    named = _named(facts)
    return [
        found
        for found in definitions
        if named[fold_label(found["label"])] <= 2 * own[fold_label(found["label"])]
        and not found["rest"].strip().startswith(_COMMENT)
    ]


def _with_references(group: GroupFacts) -> Iterable[int]:
    return group.triggered(("][",))


def _in_pairs(facts: DocumentFacts, outside: Outside, labels: frozenset[str]) -> Iterator[str]:
    """The labels that both sides of a pair refer to and nothing defines."""
    for index in facts.among(_with_references):
        segment = facts.document.segments[index]
        wanted = {fold_label(found["label"]): found["label"] for found in _REFERENCE.finditer(segment.source)}
        for found in _NAMED.finditer(segment.target) if wanted.keys() - labels else ():
            label = fold_label(found["label"])
            if (
                label in wanted
                and label not in labels
                and outside.is_plain_in_file(segment.target_start + found.start())
            ):
                yield wanted[label]
