"""A suppression that suppresses nothing.

## What it does

Reports comments (`<!-- locdocs-disable.. -->`), entries of `per-file-ignores` and entries of a baseline that silence
nothing: the fault they were written for is gone, or the rule they name never found it. A comment that names no rule, or
a rule that there is not, silences nothing either; nor does one that enables what no comment before it has disabled, nor
one that is misspelled (`<!-- locdocs-ignore IC003 -->`, `<!-- locdocs: disable IC003 -->`), and the message says what
to write.

An entry is reported at its line in the baseline or the configuration.

Only what the run could know is reported: a comment about a rule that did not run is left alone, so is a baseline entry
about a file that was not looked at. An entry of `per-file-ignores`, and a comment or a baseline entry about a rule that
looks at all documents together, are reported only if the whole tree was looked at: the folder of the configuration.

## Why

A suppression that outlives its fault hides the next one.

## Example

```markdown
<!-- locdocs-disable-next-line IC003 -->
Nothing is wrong with this line.
```

## Use instead

Remove the comment (`locdocs validate --fix` does, but for a misspelled one), or write the baseline anew
(`--write-baseline`).

## Source

The practice of linters that are left switched on: ruff's `RUF100`, ESLint's `--report-unused-disable-directives`.
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.rules import DocumentFacts, Finding, document_rule

__all__ = ["check"]


@document_rule("CO005", "unused-suppression", severity="warning", its="other", fix="safe", among=lambda _: ())
def check(facts: DocumentFacts) -> Iterator[Finding]:  # noqa: ARG001 - the interface of rules
    """Yield nothing: what is left over is known when all other rules have run, so the engine reports it."""
    yield from ()
