"""What the Markdown parser says about a segment in its section is what it says in the whole document."""

from __future__ import annotations

from pathlib import Path

import locdocs
from locdocs.rules import Context, DocumentFacts


def test_a_section_alone_is_read_as_in_its_document(corpus: Path) -> None:
    several = 0
    for path in sorted(corpus.glob("*/bilingual/**/*.md"))[::6]:
        document = locdocs.read(path)
        facts = DocumentFacts(document, Context())
        sections = [facts.section(index) for index in range(len(document))]
        whole = locdocs.structure(locdocs.parse(document.text))
        several += len({section.first for section in sections}) > 1
        for index, (segment, section) in enumerate(zip(document, sections, strict=True)):
            there = section.document.segments[index - section.first]
            assert section.structure.inline_codes(there) == whole.inline_codes(segment), (path, segment.id)
            for side in ("source", "target"):
                assert section.block(index, side) == whole.block(segment, side), (path, segment.id)
    assert several
