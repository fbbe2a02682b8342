"""The rules of the validator: one file each, ``locdocs/rules/<family>/<code>_<slug>.py``.

How to write a rule:

1. The file is called like ``inline_codes/ic003_broken_link_syntax.py``; its docstring, in Markdown, is the rule's page:
   a first line that says it all, then the sections ``## What it does``, ``## Why``, ``## Example``, ``## Use instead``
   and ``## Source`` (the figure or standard).
2. Decorate one generator called ``check`` with :func:`segment_rule` (it is handed a :class:`SegmentFacts` at a time),
   :func:`document_rule` (:class:`DocumentFacts`) or :func:`corpus_rule` (:class:`CorpusFacts`, once, when all documents
   have gone by). A corpus rule gives ``gather=``, a cheap function from :class:`DocumentFacts` to pairs of numbers, key
   and value (such as hashes), which is asked about each document as it goes by; ``facts.groups()`` has them back by
   key, with the numbers of the documents, and ``facts.some(numbers)`` reads the few documents that matter once more.
   ``facts.documents`` reads all of them again. Keep nothing that grows with the text.
3. Say when it runs: ``triggers=("](",)``, strings of which one must occur in the document (the source or target of the
   segment); ``differs="()[]"``, ASCII characters that must not stand alike on both sides; ``when=``, a cheap function
   of the bare segment; ``among=``, a function from :class:`GroupFacts`, a few documents in one language, to the places
   of the segments worth a look, for what can be asked of all of them at once (``group.targets.matching(pattern)``).
   Most should never reach ``check``, which costs more than reading a segment (2 microseconds). A document rule asks
   such a function with ``facts.among(function)``; its own ``among=`` gives the places of documents
   (``group.having(function)``, ``group.showing(function)``).
4. Read facts, never the text: ``facts.target.code_spans``, ``.links``, ``.tags``, ``.numbers``, ``.words``, ``.prose``.
   They are worked out once. These read lightly; before you report what they say about markup, ask the parser
   (``facts.codes``, ``facts.document.structure``), which is exact and slow.
5. What can be found by one pattern over the whole file is a document rule: ``finditer`` over ``facts.text`` or
   ``facts.target.text`` (the target text), then ``facts.finding(..)`` or ``facts.finding_in("target", ..)``.
6. ``yield facts.finding("message", target=(start, end), source=.., edits=[facts.target.edit(start, end, "new")])``.
   Messages are one sentence in lower case that quotes what is wrong. Edits are the fix: the decorator says ``fix=``.
7. What the parser already reports in ``Document.damage`` needs ``of_damage=True``, and one line:
   :func:`locdocs.rules.damage.from_damage`.
8. Options: ``options={"min-words": 4}`` in the decorator, ``facts.option("CO001", "min-words", 4)`` in the check.
9. Languages: ``facts.profile`` (target) and ``facts.document.source_profile``; a rule with ``default="lang"`` runs
   where ``Profile.rules`` has its code.
10. Write ``tests/rules/fixtures/CODE.md``; ``tests/rules/README.md`` says how expected findings are written into it.

Rules of other packages: an entry point of the group ``locdocs.rules`` whose value is the ``check`` of such a module.
A module may hold several, each with an entry point; a function whose docstring has sections has a page of its own.
"""

from locdocs.rules.base import (
    FAMILIES,
    SEVERITIES,
    Default,
    Finding,
    FixKind,
    IssueType,
    Rule,
    Scope,
    Severity,
    corpus_rule,
    document_rule,
    segment_rule,
)
from locdocs.rules.context import Context
from locdocs.rules.corpus_facts import CorpusFacts
from locdocs.rules.facts import DocumentFacts, SegmentFacts
from locdocs.rules.group_facts import GroupFacts
from locdocs.rules.registry import all_rules, find_rule, rule_names
from locdocs.rules.text_facts import TextFacts

__all__ = [
    "FAMILIES",
    "SEVERITIES",
    "Context",
    "CorpusFacts",
    "Default",
    "DocumentFacts",
    "Finding",
    "FixKind",
    "GroupFacts",
    "IssueType",
    "Rule",
    "Scope",
    "SegmentFacts",
    "Severity",
    "TextFacts",
    "all_rules",
    "corpus_rule",
    "document_rule",
    "find_rule",
    "rule_names",
    "segment_rule",
]
