"""Injecting faults and counting what is found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from random import Random

import locdocs
from locdocs.config import Config
from locdocs.model import Document
from locdocs.rules import find_rule, rule_names
from locdocs.validation import Diagnostic, validate
from tests.faults import (  # noqa: F401 - they register
    alignment,
    corpus,
    front_matter,
    ids,
    inline_codes,
    spans,
)
from tests.faults import text as words  # noqa: F401
from tests.faults.case import FAULTS, Case, Fault, Mutant

__all__ = ["FAULTS", "Result", "cases", "documents", "measure", "table"]

LARGEST = 60_000
"""Characters of the largest document that is used."""
_LOCALE = re.compile(r"[./]([a-z]{2}-[a-z]{2})(?=/|\Z)")
OTHER_RULES = 20
"""So many mutants of each rule are shown to all other rules as well."""


@dataclass
class Result:
    """What came of one rule's faults."""

    code: str
    exists: bool = True
    injected: int = 0
    found: int = 0
    variants: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[Document, Mutant]] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    shown: int = 0
    """How many mutants the other rules saw."""

    @property
    def recall(self) -> float:
        return self.found / self.injected if self.injected else 0.0


def documents(folder: Path) -> list[tuple[Path, Path]]:
    """Bilingual files below a folder, each with the folder its path counts from."""
    roots = sorted(path for path in folder.rglob("bilingual") if path.is_dir()) or [folder]
    found = [(path, root) for root in roots for path in sorted(root.rglob("*.md"))]
    return [(path, root) for path, root in found if path.stat().st_size < LARGEST]


@lru_cache(maxsize=4_000)
def _read(path: Path, root: Path) -> Document:
    document = locdocs.read(path)
    # Trees have a folder a language in the samples: the English side counts from below it.
    relative = path.relative_to(root)
    if not (root.parent / "source" / relative).is_file() and len(relative.parts) > 1:
        below = Path(*relative.parts[1:])
        relative = below if (root.parent / "source" / below).is_file() else relative
    folder = _LOCALE.findall(path.parent.as_posix())
    language = document.target_language or (folder[-1] if folder else None)
    return locdocs.parse(document.text, path=relative.as_posix(), target_language=language)


def cases(files: Sequence[tuple[Path, Path]]) -> Iterator[Case]:
    """A case for each file, in the order given."""
    foreign = list(_sentences(files))
    for path, root in files:
        document = _read(path, root)
        english = root.parent / "source"
        language = (document.target_language or "")[:2]
        others = [sentence for other, sentence in foreign if other != language]
        yield Case(document, english if english.is_dir() else None, others)


def _sentences(files: Sequence[tuple[Path, Path]]) -> Iterator[tuple[str, str]]:
    """Long sentences of some documents of each language."""
    left: Counter[str] = Counter()
    for path, root in files:
        document = _read(path, root)
        language = (document.target_language or "")[:2]
        if left[language] < 20:
            left[language] += 1
            for segment in document.segments:
                if (
                    len(segment.source) > 60
                    and not set("`[<*") & set(segment.target)
                    and segment.target != segment.source
                ):
                    yield language, segment.target


def measure(code: str, files: Sequence[tuple[Path, Path]], *, count: int, seed: int = 1) -> Result:
    """Inject a fault so many times, and see how often its rule finds it."""
    result, injected = Result(code, exists=code in rule_names()), FAULTS[code]
    if not result.exists:
        return result
    random = Random(f"{code} {seed}")
    shuffled = random.sample(list(files), len(files))
    known: dict[tuple[object, ...], list[Diagnostic]] = {}
    fruitless = 0
    while result.injected < count and fruitless < 12:
        before = result.injected
        for case in cases(shuffled):
            mutant = injected.mutate(case, random)
            if mutant is not None and not _was_there(injected, case, mutant, known):
                _count(result, injected, case, mutant)
            if result.injected >= count:
                break
        fruitless = fruitless + 1 if result.injected == before else 0
    return result


def _count(result: Result, injected: Fault, case: Case, mutant: Mutant) -> None:
    document = _document(mutant.text, case, mutant)
    diagnostics = _diagnostics(injected, document, mutant)
    result.injected += 1
    result.variants[mutant.variant] += 1
    if any(_touches(diagnostic, mutant.start, mutant.end) for diagnostic in diagnostics):
        result.found += 1
    else:
        result.missed[mutant.variant] += 1
        result.misses.append((case.document, mutant))
    if result.shown < OTHER_RULES and not mutant.config and not mutant.others:
        result.shown += 1
        config = Config(ignore=(injected.code,))
        old = Counter(diagnostic.code for diagnostic in validate(case.document, config=config))
        new = Counter(diagnostic.code for diagnostic in validate(document, config=config))
        result.others.update((new - old).keys())


def _document(text: str, case: Case, mutant: Mutant) -> Document:
    path = mutant.path or str(case.document.path)
    # Its language stays what it was, also where the header that names it is gone.
    return locdocs.parse(text, path=path, target_language=case.document.target_language)


def _diagnostics(injected: Fault, document: Document, mutant: Mutant) -> list[Diagnostic]:
    codes = [code for code in (injected.code, *injected.also) if code in rule_names()]
    config = Config(**{"select": tuple(codes), **mutant.config})
    content = [*mutant.others, document] if mutant.others else [document]
    found = validate(content, config=config)
    return [one for one in found if one.code in codes and one.path in (document.path, None)]


def _was_there(injected: Fault, case: Case, mutant: Mutant, known: dict[tuple[object, ...], list[Diagnostic]]) -> bool:
    """Whether the rule has something to say about the place as it was: then a mutant proves nothing."""
    key = (case.document.path, len(case.text), str(mutant.config), bool(mutant.others))
    if key not in known:
        known[key] = _diagnostics(injected, _document(case.text, case, mutant._replace(path=None)), mutant)
    end = mutant.end - len(mutant.text) + len(case.text)
    return any(_touches(diagnostic, mutant.start, max(mutant.start, end)) for diagnostic in known[key])


def _touches(diagnostic: Diagnostic, start: int, end: int) -> bool:
    return diagnostic.offset <= end and start <= diagnostic.end_offset


def table(results: Iterable[Result]) -> Iterator[str]:
    """The lines of the table."""
    yield f"{'rule':38} {'injected':>8} {'found':>6} {'recall':>7} {'wanted':>7}  other rules that spoke"
    for result in results:
        if not result.exists:
            yield f"{result.code:38} no such rule yet"
            continue
        wanted = FAULTS[result.code].required
        others = ", ".join(f"{code} {number}/{result.shown}" for code, number in result.others.most_common(4))
        sign = " " if result.recall >= wanted else "!"
        name, recall = find_rule(result.code).name, f"{result.recall:7.1%} {wanted:7.0%}{sign}"
        yield f"{name:38} {result.injected:8} {result.found:6} {recall} {others}"
