"""All rules: found by the names of their files, imported when they are needed; and those of other packages."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from locdocs.errors import UnknownRuleError
from locdocs.rules.base import FAMILIES, Rule

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["ALL", "RuleName", "all_rules", "codes_of", "find_rule", "load_rule", "nearest", "rule_names"]

_CODE_OF_RULE = re.compile(r"([A-Z]{2,8})[0-9]{3}")

ALL = "ALL"
"""The selector of every rule."""

GROUP = "locdocs.rules"
"""The entry point group for rules of other packages."""

_FILE = re.compile(r"(?P<code>[a-z]+[0-9]{3})_(?P<slug>[a-z0-9_]+)\.py")

_LIKE_A_CODE = re.compile(r"(?P<family>[A-Z]{2,8})[-_ ]?(?P<number>[0-9]{1,6})")


class RuleName(NamedTuple):
    """A rule of this package that may not be imported yet."""

    code: str
    slug: str
    module: str


@cache
def _own() -> Mapping[str, RuleName]:
    """The rules of this package by code, in the order of the catalogue."""
    here = Path(__file__).parent
    found: dict[str, RuleName] = {}
    for family in FAMILIES.values():
        for path in sorted((here / family).glob("*.py")):
            named = _FILE.fullmatch(path.name)
            if named:
                code, slug = named["code"].upper(), named["slug"].replace("_", "-")
                found[code] = RuleName(code, slug, f"locdocs.rules.{family}.{path.stem}")
    return found


@cache
def _others() -> Mapping[str, Rule]:
    """The rules of other packages, by code, in the order of their codes.

    :raises UnknownRuleError: one cannot be loaded, or is none; the message names its entry point and package.
    """
    # Imported here: slow to load, and only needed once rules are asked for.
    from importlib.metadata import entry_points  # noqa: PLC0415

    found: dict[str, Rule] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        rule = _loaded(entry)
        others: list[Rule | RuleName] = [*_own().values(), *found.values()]
        if any(rule.code == other.code or rule.slug == other.slug for other in others):
            raise UnknownRuleError(f"{_called(entry)} has the code or slug of another rule: {rule.name}")
        found[rule.code] = rule
    return dict(sorted(found.items()))


def _loaded(entry: EntryPoint) -> Rule:
    try:
        rule = entry.load()
    except (Exception, SystemExit) as error:  # whatever the code of another package does
        raise UnknownRuleError(f"{_called(entry)} cannot be loaded: {type(error).__name__}: {error}") from error
    if not isinstance(rule, Rule):
        raise UnknownRuleError(
            f"{_called(entry)} leads to no rule but to an object of type {type(rule).__name__}; a rule is what "
            "segment_rule, document_rule or corpus_rule make of a function"
        )
    return rule


def _called(entry: EntryPoint) -> str:
    package = f" of the package {entry.dist.name}" if entry.dist else ""
    return f"the entry point {entry.name!r}{package} ({GROUP}: {entry.value})"


@cache
def rule_names() -> Mapping[str, str]:
    """Code and slug of every rule there is, in the order of the catalogue, then those of other packages."""
    names = {code: known.slug for code, known in _own().items()}
    names.update({code: rule.slug for code, rule in _others().items()})
    return names


@cache
def load_rule(code: str) -> Rule:
    """The rule of a code; its module is imported now."""
    if code in _own():
        known = _own()[code]
        rule: Rule = import_module(known.module).check
        if (rule.code, rule.slug) != (known.code, known.slug):
            raise UnknownRuleError(f"{known.module} declares {rule.name}, which is not what the file is called")
        return rule
    return _others()[code]


def all_rules() -> tuple[Rule, ...]:
    """Every rule there is."""
    return tuple(map(load_rule, rule_names()))


def find_rule(name: str) -> Rule:
    """The rule of a code or slug, in any case.

    :raises UnknownRuleError: there is none; the message names the nearest.
    """
    names = rule_names()
    wanted = name.strip()
    if wanted.upper() in names:
        return load_rule(wanted.upper())
    for code, slug in names.items():
        if slug == wanted.lower():
            return load_rule(code)
    raise UnknownRuleError(f"no rule is called {name!r}{nearest(wanted, [*names, *names.values()])}")


def codes_of(selector: str) -> frozenset[str]:
    """The codes that a code, a prefix of codes, a slug or ``ALL`` means.

    :raises UnknownRuleError: it means none; the message names the nearest.
    """
    names = rule_names()
    upper = selector.strip().upper()
    if upper == ALL:
        return frozenset(names)
    by_prefix = frozenset(code for code in names if upper and code.startswith(upper))
    found = by_prefix or frozenset(code for code, slug in names.items() if slug == selector.strip().lower())
    if not found:
        known = [*names, *names.values(), *_families(names)]
        hint = _of_family(upper, names) or _of_another_package(upper, names) or nearest(selector.strip(), known)
        raise UnknownRuleError(f"no rule is called {selector!r}{hint}")
    return found


def _of_another_package(code: str, names: Iterable[str]) -> str:
    """What may be wrong with a code of a family that there is not."""
    found = _CODE_OF_RULE.fullmatch(code)
    if not found or found[1] in _families(names):
        return ""
    return "; one of another package is there where that is installed beside locdocs"


def _families(codes: Iterable[str]) -> list[str]:
    return sorted({code.rstrip("0123456789") for code in codes})


def _of_family(name: str, codes: Iterable[str]) -> str:
    """What is meant by a code with another number of digits (``IC4``), or a number that its family does not have."""
    found = _LIKE_A_CODE.fullmatch(name)
    if not found:
        return ""
    family, number = found["family"], f"{int(found['number']):03d}"
    own = sorted(code for code in codes if code.rstrip("0123456789") == family)
    if family + number in own:
        return f"; did you mean {family + number!r}?"
    return f"; the rules of {family} go from {own[0]} to {own[-1]}" if own else ""


def nearest(name: str, known: list[str]) -> str:
    """``; did you mean ..?`` for a name that is not known, or nothing where none is near."""
    by_folded = {other.casefold(): other for other in known}
    found = difflib.get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.6)
    return f"; did you mean {by_folded[found[0]]!r}?" if found else ""
