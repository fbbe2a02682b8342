"""The title or the description is still in English.

## What it does

Compares `title` and `description` with those of the English file, and reports those that are the same. Runs where the
English side is at hand (`--source-repo`). A title that holds no prose, such as the name of a command, is left alone,
unless the body has it with a translation.

## Why

The title and the description are what search engines show. They are translated in the header, apart from the pairs, and
are easily forgotten.

## Example

```yaml
title: Reset a password for a user
ms.contentlocale: es-ES
```

## Use instead

```yaml
title: Restablecer la contraseña de un usuario
ms.contentlocale: es-ES
```

## Source

Only title, description and keywords of a header are translated (docs/format.md, "Front matter").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from locdocs.errors import FrontMatterError
from locdocs.front_matter import FrontMatter, find_header
from locdocs.rules import DocumentFacts, Finding, document_rule
from locdocs.text import decode

__all__ = ["check"]

_FIELDS = ("title", "description")
_WORD = re.compile(r"(?<![\w./\\-])[A-Za-z][a-z]{3,}(?![\w/\\-]|\.\w)")


@document_rule("FM007", "untranslated-metadata", severity="info", its="untranslated", default="src")
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield a finding for each value that is the English one."""
    header = facts.document.front_matter
    if not header.raw or header.localization_only or facts.original is None:
        return
    original = decode(facts.original)
    english, own = _values(find_header(original)), _values(header)
    for name, value in own.items():
        if value != english.get(name):
            continue
        if not _is_prose(value, original, facts.source_profile.function_words) and not _is_translated(facts, value):
            continue
        line = re.search(rf"^{name}[ \t]*:[^\r\n]*", header.body, re.MULTILINE)
        if line:
            start, end = (header.body_start + offset for offset in line.span())
            yield facts.finding(f"the {name} is the English one", start, end)


def _values(header: FrontMatter) -> dict[str, str]:
    try:
        return {name: str(header[name]).strip() for name in _FIELDS if header.get(name)}
    except FrontMatterError:  # another rule reports that
        return {}


def _is_translated(facts: DocumentFacts, text: str) -> bool:
    """Whether a segment, most often the first heading, has a text as its source, and says something else."""
    return any(segment.source.strip() == text != segment.target.strip() for segment in facts.document.segments)


def _is_prose(text: str, original: str, function_words: frozenset[str]) -> bool:
    """Whether somebody would translate it: it has a function word, is a sentence, or has words that are no names.

    In titles all words may have capitals. Those that the rest of the file has in small letters are words.
    """
    words = re.findall(r"[^\W\d_]+", text)
    if any(word.lower() in function_words for word in words) or len(words) > 6:
        return True
    plain = _WORD.findall(text)
    if any(word.islower() for word in plain):
        return True
    return any(re.search(rf"(?<![\w./-]){word.lower()}(?![\w/-])", original) for word in plain)
