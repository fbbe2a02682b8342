"""Running rules: documents in, diagnostics out, one document after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from pathlib import PurePath, PurePosixPath
from typing import Self

from locdocs.config import Config
from locdocs.model import Document, expect_document
from locdocs.rules import Context, CorpusFacts, DocumentFacts, Finding, Rule
from locdocs.rules.records import Records
from locdocs.validation.baseline import Baseline, read_baseline
from locdocs.validation.checking import Checks, check_of, expect_finding, naming
from locdocs.validation.diagnostic import Diagnostic, Occurrences, diagnose
from locdocs.validation.entries import findings_about
from locdocs.validation.file_ignores import FileIgnores
from locdocs.validation.memory import memory_opener
from locdocs.validation.rereading import Folders, Rereading, rereading
from locdocs.validation.selection import select_rules, severities_of
from locdocs.validation.suppression import Suppressions, read_suppressions

__all__ = ["Validation", "validate"]

_LEFTOVERS = "CO005"
"""The rule about suppressions that suppress nothing; it runs when all others have."""

_COMPARED_WITH_MEMORY = "CO004"
"""The rule for which memories are opened."""

_Found = tuple[Rule, Finding]

_GROUP = 16
_CHARACTERS = 1 << 18
"""So many documents, or of so many characters, are checked together."""


def validate(
    content: Document | Iterable[Document],
    *,
    config: Config | None = None,
    baseline: Baseline | None = None,
    whole: bool = False,
) -> Validation:
    """The diagnostics of a document, a tree, or any documents: found when they are asked for.

    :param content: gone through once for the rules that look at one document, and again for those that look at all
        together. A one-time iterator is written to a temporary file for these.
    :param config: which rules run and how they count; no file is looked for.
    :param baseline: diagnostics that are known and not given; else the one that the configuration names.
    :param whole: the documents are all that the configuration is about, so that an entry of ``per-file-ignores``
        without effect is worth a diagnostic, and a comment or an entry of the baseline about a rule that looks at all
        documents together.
    :return: an iterator over diagnostics, those of one document in the order of its text.
    :raises UnknownRuleError: the configuration names a rule that there is not.
    :raises ConfigError: a rule that needs the English side or a memory is named and it is not there; a baseline that is
        none.
    :raises InputError: a translation memory is not there.
    :raises TypeError: a path in place of documents, or of a baseline.
    """
    return Validation(content, config or Config(), baseline=baseline, whole=whole)


class Validation:
    """A run: an iterator over diagnostics that says how far it is. :func:`validate` makes one."""

    def __init__(
        self,
        content: Document | Iterable[Document],
        config: Config,
        *,
        baseline: Baseline | None = None,
        whole: bool = False,
        document_only: bool = False,
    ) -> None:
        self.documents = 0
        """How many documents have been looked at so far."""
        self.segments = 0
        """How many segments there are in them."""
        self.paths: list[PurePosixPath] = []
        """Their paths, in order."""
        self.idle_memory: str | None = None
        """At the end of the run: one sentence where a memory has nothing for the languages of the documents."""
        _expect_documents(content)
        _expect_baseline(baseline)
        self._content: Iterable[Document] = (content,) if isinstance(content, Document) else content
        self._selected = tuple(
            selected
            for selected in select_rules(
                select=config.select,
                extend_select=config.extend_select,
                ignore=config.ignore,
                source_at_hand=config.source_repo is not None,
                memory_at_hand=bool(config.memory),
                glossary_at_hand=config.glossary is not None,
            )
            if not document_only or selected.rule.scope != "corpus"
        )
        self._checks = Checks(self._selected)
        self._severities = severities_of(config.severity)
        memory = config.memory if any(rule.code == _COMPARED_WITH_MEMORY for rule in self.rules) else ()
        self._context = Context(
            source_repo=config.source_repo,
            locale=config.locale,
            glossary=config.glossary,
            folders=content.folders if isinstance(content, Folders) else (),
            memory=memory_opener(memory),
            options=config.rules,
        )
        self._ignores = FileIgnores(config.per_file_ignores, config.path)
        self._baseline = baseline
        if baseline is None and config.baseline is not None:
            self._baseline = read_baseline(config.baseline)
        self._whole = whole
        self._waiting: dict[PurePosixPath | None, Suppressions] = {}
        self._diagnostics = self._run()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of the run, in the order of the catalogue."""
        return tuple(selected.rule for selected in self._selected)

    def __repr__(self) -> str:
        return f"<Validation by {len(self._selected)} rules: {self.documents} documents so far>"

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Diagnostic:
        return next(self._diagnostics)

    def _run(self) -> Iterator[Diagnostic]:
        try:
            yield from self._check_all()
        finally:
            self.idle_memory = self._context.idle_memory
            self._context.close()

    def _check_all(self) -> Iterator[Diagnostic]:
        with ExitStack() as stack:
            corpus_rules = [
                (rule, stack.enter_context(closing(Records()))) for rule in self.rules if rule.scope == "corpus"
            ]
            documents = stack.enter_context(rereading(self._content, self.paths, needed=bool(corpus_rules)))
            for group in _groups(documents.first()):
                every = [DocumentFacts(document, self._context) for document in group]
                group.clear()
                for found in self._checks.findings(every):
                    facts = every.pop(0)
                    self.documents += 1
                    self.segments += len(facts.document)
                    self.paths.append(facts.document.path or PurePosixPath("<text>"))
                    yield from self._check(facts, sorted(found, key=_order), corpus_rules)
            for rule, records in corpus_rules:
                yield from self._check_corpus(rule, records, documents)
        yield from self._unused_at_the_end()

    def _check(
        self, facts: DocumentFacts, found: Iterable[_Found], corpus_rules: Iterable[tuple[Rule, Records]]
    ) -> Iterator[Diagnostic]:
        """The diagnostics of the rules that look at one document; the other rules gather what they need of it."""
        document = facts.document
        for rule, records in corpus_rules:
            if rule.gather is not None:
                with naming(rule, document):
                    records.add(self.documents - 1, rule.gather(facts))
        suppressions = read_suppressions(document, facts.skeleton)
        occurrences = Occurrences()
        diagnostics = self._reported(found, suppressions, occurrences)
        facts.release()
        if suppressions:
            diagnostics += self._unused_comments(suppressions, occurrences)
            diagnostics.sort(key=lambda diagnostic: (diagnostic.offset, diagnostic.end_offset, diagnostic.code))
            if suppressions.codes() & self._ran("corpus"):
                # The rules that look at all documents come when the last has gone by.
                self._waiting[document.path] = suppressions
        if self._baseline is not None:
            diagnostics += self._unused_entries(self._baseline, document.path, self._ran("segment", "document"))
        yield from diagnostics

    def _check_corpus(self, rule: Rule, records: Records, documents: Rereading) -> Iterator[Diagnostic]:
        """The diagnostics of a rule that looks at all documents together."""
        occurrences = Occurrences()
        facts = CorpusFacts(self.paths, documents.again, records, self._context)
        for finding in _guarded(rule, facts):
            document = finding.document
            suppressions = None if document is None else self._waiting.get(document.path)
            yield from self._reported([(rule, finding)], suppressions, occurrences)

    def _reported(
        self, found: Iterable[_Found], suppressions: Suppressions | None, occurrences: Occurrences
    ) -> list[Diagnostic]:
        """The diagnostics of findings, without those that comments, configuration or baseline silence."""
        return [
            diagnostic
            for diagnostic in diagnose(found, self._severities, occurrences)
            if not (
                (suppressions and suppressions.silences(diagnostic.code, diagnostic.offset))
                or self._ignores.silence(diagnostic)
                or (self._baseline is not None and self._baseline.holds(diagnostic))
            )
        ]

    def _unused_comments(
        self, suppressions: Suppressions, occurrences: Occurrences, *, last: bool = False
    ) -> list[Diagnostic]:
        rule = self._leftovers
        if rule is None:
            return []
        ran, later = self._ran("segment", "document", "corpus"), self._ran("corpus")
        found = suppressions.unused(ran, later, last=last, known=self._whole)
        return self._reported([(rule, finding) for finding in found], None, occurrences)

    def _unused_entries(
        self, baseline: Baseline, path: PurePosixPath | None, codes: frozenset[str]
    ) -> list[Diagnostic]:
        rule = self._leftovers
        if rule is None:
            return []
        found = findings_about(baseline, baseline.unused(path, codes))
        return self._reported([(rule, finding) for finding in found], None, Occurrences())

    def _unused_at_the_end(self) -> Iterator[Diagnostic]:
        rule = self._leftovers
        if rule is None:
            return
        for suppressions in self._waiting.values():
            yield from self._unused_comments(suppressions, Occurrences(), last=True)
        if not self._whole:  # what a rule finds in all documents, nobody knows who has seen some
            return
        if self._baseline is not None:
            for path in dict.fromkeys(self.paths):
                yield from self._unused_entries(self._baseline, path, self._ran("corpus"))
        if self._ignores:
            ran = self._ran("segment", "document", "corpus")
            found = [(rule, finding) for finding in self._ignores.unused(ran, self.paths)]
            yield from self._reported(found, None, Occurrences())

    @property
    def _leftovers(self) -> Rule | None:
        return next((rule for rule in self.rules if rule.code == _LEFTOVERS), None)

    def _ran(self, *scopes: str) -> frozenset[str]:
        return frozenset(rule.code for rule in self.rules if rule.scope in scopes)


def _groups(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in small groups, so that memory stays flat; the first alone, so that there is something to see."""
    group: list[Document] = []
    characters, most = 0, 1
    try:
        for document in documents:
            expect_document(document)
            group.append(document)
            characters += len(document.text)
            if len(group) == most or characters > _CHARACTERS:
                yield group
                group, characters, most = [], 0, _GROUP
    except Exception:  # one that cannot be read: what was read before it is told first
        if group:
            yield group
        raise
    if group:
        yield group


def _expect_documents(content: object) -> None:
    if isinstance(content, str | bytes | PurePath) or not isinstance(content, Iterable):
        raise TypeError(
            "documents are needed, as locdocs.read_tree gives them for a folder and locdocs.read for a file, not "
            f"{type(content).__name__}"
        )


def _expect_baseline(baseline: object) -> None:
    if baseline is not None and not isinstance(baseline, Baseline):
        raise TypeError(
            "a baseline is needed, as locdocs.validation.read_baseline gives it for a file, not "
            f"{type(baseline).__name__}"
        )


def _guarded(rule: Rule, facts: CorpusFacts) -> Iterator[Finding]:
    """The findings of a rule about all documents."""
    with naming(rule, None):
        yield from (expect_finding(rule, finding) for finding in check_of(rule)(facts))


def _order(found: _Found) -> tuple[int, int, str]:
    rule, finding = found
    return finding.start, finding.end, rule.code
