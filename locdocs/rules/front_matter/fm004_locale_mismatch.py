"""The front matter names another language than the place of the file.

## What it does

Reports a `ms.contentlocale` that is not the locale that was asked for (`--locale`, or `locale` in the configuration),
and, where none was asked for, not the one that a folder of its path is called after (`es-es/articles/panel.md`).

## Why

The file is published in the wrong language, or its pairs go into the memory of the wrong language.

## Example

```yaml
ms.contentlocale: pt-BR
```

in the file `es-es/articles/panel.md`.

## Use instead

```yaml
ms.contentlocale: es-ES
```

## Source

None in 32,457 published files (docs/format.md, "Front matter").
"""

from __future__ import annotations

from collections.abc import Iterator

from locdocs.folder_language import folder_language
from locdocs.rules import DocumentFacts, Finding, document_rule

__all__ = ["check"]

_KEY = "ms.contentlocale:"


@document_rule("FM004", "locale-mismatch", severity="error", its="locale-violation", triggers=(_KEY,))
def check(facts: DocumentFacts) -> Iterator[Finding]:
    """Yield one finding at the locale."""
    document = facts.document
    locale = document.front_matter.localization.content_locale
    wanted = facts.context.locale
    if wanted is None and document.path is not None:
        wanted = folder_language(reversed(document.path.parts[:-1]))
    if locale and wanted and locale.casefold() != wanted.casefold():
        start = facts.text.index(locale, document.front_matter.raw.index(_KEY) + len(_KEY))
        yield facts.finding(f"the locale is {locale}, and should be {wanted}", start, start + len(locale))
