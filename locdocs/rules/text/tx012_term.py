"""A term is not what the glossary says, or a name was changed.

## What it does

With a glossary (`--glossary FILE`, or `glossary = "terms.csv"` in the configuration; columns source, target, status
and, if it is for several languages, language) it reports

- a source with a *preferred* term whose target has none of the terms that the glossary prefers for it;
- a target with a *forbidden* term, if the source has the term that it is forbidden for;
- a source with a *do-not-translate* term that its target does not have as often, letter by letter.

With or without a glossary it reports names in CamelCase that the source has and the target has not, unless the option
`names` is false. Code and other markup is not looked at; a name may have gone into code. On where a glossary is given,
else off.

In the source a term or name counts as a whole word, not as a part of an address or of a longer identifier
(`Mirefold.Go`, `mirefold-go`). A name counts in exactly the spelling of the glossary; a term may also be in the plural
and, where a sentence begins, have a capital letter in front; elsewhere such a word may be a part of a name, and what is
forbidden for it is looked for alone. In the target, terms are found in any case and with other endings, and names
outside of addresses.

## Why

One thing with two names is two things for the reader, and a name that was translated cannot be found.

## Example

```text
source: Open the MirefoldView dashboard.
target: Abra el panel de control MirefoldVista.
```

## Use instead

```text
source: Open the MirefoldView dashboard.
target: Abra el panel MirefoldView.
```

## Source

ISO 12616-1 (terminology work for translation); the categories are those of the issue type "terminology" of ITS 2.0. On
five trees (99,797 pairs), without a glossary, it finds 332; 36 were looked at, 26 are true: the others are
names with a name of their own in the language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from locdocs.languages import Profile
from locdocs.rules import DocumentFacts, Finding, SegmentFacts, segment_rule
from locdocs.rules.glossary import FoundTerm, Term, loosely, read_glossary, term_finder
from locdocs.rules.light_markup import blanked

__all__ = ["check"]

_NAMES = True
_SHORT = 3
_ADDRESSES = ("link", "image", "reference", "url")
_SPACE = r"\s+"
_ARTICLE = r"\w{0,4}"  # in Arabic, the article and short prepositions are written as one word with what follows
_ENDING = r"\w{0,3}"
_CAMEL_CASE = re.compile(r"(?<![\w.@/\\-])[A-Z]*[a-z]+[A-Z][A-Za-z]*[a-z][A-Za-z]*(?![\w@/\\-]|\.\w)")


class _Terms(NamedTuple):
    """A glossary, for documents of one language."""

    find: Callable[[str], list[FoundTerm]]
    """Finds the terms of the source language, and the names."""
    preferred: Mapping[str, list[str]]
    forbidden: Mapping[str, list[str]]
    """By term of the source language; an empty one for what is forbidden everywhere."""
    kept: Mapping[str, str]
    """Terms that are not translated."""


@segment_rule(
    "TX012", "term", severity="warning", its="terminology", default="off", options={"names": _NAMES},
    when=lambda segment: bool(segment[1] and segment[2]),
)  # fmt: skip
def check(facts: SegmentFacts) -> Iterator[Finding]:
    """Yield findings by the glossary, then those about names."""
    terms = _terms(facts.document)
    kept: list[str] = []
    if terms:
        yield from _by_glossary(facts, terms, kept)
    if facts.document.option("TX012", "names", _NAMES):
        yield from _names(facts, kept)


def _terms(facts: DocumentFacts) -> _Terms | None:
    path, language = facts.context.glossary, facts.document.target_language
    if path is None:
        return None
    everything = facts.context.once("glossary", lambda: read_glossary(path))
    return facts.context.once(f"glossary:{language}", lambda: _for_language(everything, language))


def _for_language(everything: Iterable[Term], language: str | None) -> _Terms:
    by_status: dict[str, defaultdict[str, list[str]]] = {"preferred": defaultdict(list), "forbidden": defaultdict(list)}
    kept = {}
    for term in everything:
        source = " ".join(term.source.split())
        if not term.is_for(language):
            continue
        if term.status == "do-not-translate":
            kept[source] = term.target
        else:
            by_status[term.status][source].append(term.target)
    preferred, forbidden = by_status["preferred"], by_status["forbidden"]
    return _Terms(term_finder(filter(None, [*preferred, *forbidden]), kept), preferred, forbidden, kept)


def _by_glossary(facts: SegmentFacts, terms: _Terms, kept: list[str]) -> Iterator[Finding]:
    source, target = facts.source, facts.target
    everything = terms.find(source.prose)
    found = [each for each in everything if not each.may_be_name]
    by_term = {each.term: each for each in reversed(found)}
    for term, (_, start, end, _) in by_term.items():
        if term in terms.kept:
            name = terms.kept[term]
            kept.append(name)
            wanted = sum(other.term == term for other in found)
            given = len(re.findall(loosely(name), blanked(target.text, tuple(target.of_kind(*_ADDRESSES)))))
            if given < wanted:
                lacking = f"has it {given} of {wanted} times" if given else "lacks it"
                yield facts.finding(f"{name!r} is not to be translated, and the target {lacking}", source=(start, end))
        preferred = terms.preferred.get(term, [])
        if preferred and not any(_has(target.prose, other, facts.profile) for other in preferred):
            wanted_terms = " or ".join(map(repr, preferred))
            yield facts.finding(f"the glossary has {wanted_terms} for {term!r}", source=(start, end))
    # Nor does a forbidden term stand for a word with a capital letter, as labels have it: "Select **Package**".
    for term in dict.fromkeys(("", *(each.term for each in everything))):
        for forbidden in terms.forbidden.get(term, []):
            used = _place(target.prose, forbidden, facts.profile)
            if used:
                yield facts.finding(f"the glossary forbids {forbidden!r}", target=used.span())


def _names(facts: SegmentFacts, kept: list[str]) -> Iterator[Finding]:
    """Names in CamelCase that the target lacks altogether."""
    for name in dict.fromkeys(match[0] for match in _CAMEL_CASE.finditer(facts.source.prose)):
        if name.removesuffix("s") not in facts.target.text and name not in kept and len(name) > _SHORT:
            place = facts.source.prose.index(name)
            yield facts.finding(f"the target lacks the name {name!r}", source=(place, place + len(name)))


def _has(prose: str, term: str, language: Profile) -> bool:
    return _place(prose, term, language) is not None


def _place(prose: str, term: str, language: Profile) -> re.Match[str] | None:
    """Where a text has a term of its own language; endings may differ, as they do in most languages."""
    words = [re.escape(word) for word in term.split()]
    if language.spaced:
        before = _ARTICLE if language.script == "ARABIC" else ""
        words = [f"{before}{word}{_ENDING}" for word in words]
        return re.search(rf"(?<!\w){_SPACE.join(words)}(?!\w)", prose, re.IGNORECASE)
    return re.search(r"\s*".join(words), prose, re.IGNORECASE)
