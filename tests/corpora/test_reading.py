"""Reading, held against published documents (the folder that LOCDOCS_CORPUS names)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import locdocs
from locdocs.damaged_markup import scan_with_care
from locdocs.markup import scan
from locdocs.text import decode

# What anybody would write: right for plain files, and a witness that knows nothing of this project.
PATTERN = re.compile(
    r'<span data-ttu-id="([^"]*)">(.*?)</span><span class="sxs-lookup"><span data-stu-id="\1">(.*?)</span></span>',
    re.DOTALL,
)
MARK = "\u2042"


class Expected(NamedTuple):
    """What is odd about a tree; everything else in it is plain."""

    damage: dict[str, int]
    """What reading had to forgive, by kind."""
    missed: int = 0
    """Pairs that the pattern does not see, because of their damage."""
    cut_short: int = 0
    """Pairs that the pattern ends too early, because their source holds author spans."""
    with_spans: int = 0
    """Pairs that hold author spans."""


TREES = {
    "console-docs.es-es": Expected({}, with_spans=26),
    "mixed": Expected(
        {"encoded-span-markup": 51, "spans-in-front-matter": 1, "front-matter-as-body": 3},
        missed=51,
        cut_short=3,
        with_spans=10,
    ),
    "nuget-docs.es-es": Expected({}),
    "nuget-docs.ja-jp": Expected({}),
    "partner-center.de-de": Expected({}),
    "partner-center.es-es": Expected({}),
}


def files(corpus: Path, tree: str = "*") -> Iterator[tuple[str, bytes]]:
    for path in sorted(corpus.glob(f"{tree}/bilingual/**/*.md")):
        yield path.relative_to(corpus).as_posix(), path.read_bytes()


def is_plain(text: str, by_pattern: list[tuple[str, str, str]]) -> bool:
    """Whether the pattern can be trusted: it took every opening tag, and no pair holds a span of its author."""
    holds_spans = any("<span" in target or "<span" in source for _, target, source in by_pattern)
    return text.count("data-ttu-id") == len(by_pattern) and not holds_spans


def test_no_file_raises_and_every_byte_comes_back(corpus: Path) -> None:
    read = 0
    for name, data in files(corpus):
        document = locdocs.parse(data)
        assert document.to_bytes() == data, name
        parts, done = [], 0
        for segment in document:
            parts += [document.text[done : segment.target_start], segment.target]
            parts += [document.text[segment.target_end : segment.source_start], segment.source]
            done = segment.source_end
        assert "".join(parts) + document.text[done:] == decode(data), name
        read += 1
    assert read


def test_pairs_of_plain_files_are_those_of_the_pattern(corpus: Path) -> None:
    plain = 0
    for name, data in files(corpus):
        by_pattern = PATTERN.findall(decode(data))
        if is_plain(decode(data), by_pattern):
            document = locdocs.parse(data)
            assert [(segment.id, segment.target, segment.source) for segment in document] == by_pattern, name
            plain += 1
    assert plain


def test_every_target_tag_is_a_segment_or_damage(corpus: Path) -> None:
    for name, data in files(corpus):
        document = locdocs.parse(data)
        halves = [damage for damage in document.damage if damage.kind in {"target-without-source", "nested-pair"}]
        assert document.text.count("data-ttu-id") <= len(document) + len(halves), name


def test_both_paths_of_reading_agree(corpus: Path) -> None:
    for name, data in files(corpus):
        assert scan(decode(data)) == scan_with_care(decode(data)), name


@pytest.mark.parametrize("tree", TREES)
def test_damaged_and_nested_pairs_are_all_accounted_for(corpus: Path, tree: str) -> None:
    if not (corpus / tree).is_dir():
        pytest.skip(f"there is no tree {tree}")
    missed = cut_short = with_spans = 0
    damage: Counter[str] = Counter()
    for name, data in files(corpus, tree):
        document = locdocs.parse(data)
        by_pattern = {segment_id: (target, source) for segment_id, target, source in PATTERN.findall(document.text)}
        damage.update(found.kind for found in document.damage)
        for segment in document:
            seen = by_pattern.pop(segment.id, None)
            missed += seen is None
            with_spans += "<span" in segment.target + segment.source
            if seen and seen != (segment.target, segment.source):
                assert seen[0] == segment.target, name
                assert segment.source.startswith(seen[1]), name
                cut_short += 1
        assert not by_pattern, name
    assert Expected(dict(damage), missed, cut_short, with_spans) == TREES[tree]


def test_targets_are_replaced_and_nothing_else(corpus: Path) -> None:
    for name, data in files(corpus):
        document = locdocs.parse(data)
        marked = locdocs.replace(document, {segment.id: segment.target + MARK for segment in document})
        assert marked.text.count(MARK) == document.text.count(MARK) + len(document), name
        parts, done = [], 0
        for segment in document:
            parts += [document.text[done : segment.target_end], MARK]
            done = segment.target_end
        assert marked.text == "".join(parts) + document.text[done:], name
        by_pattern = PATTERN.findall(document.text)
        if is_plain(document.text, by_pattern):
            wanted = [(segment_id, target + MARK, source) for segment_id, target, source in by_pattern]
            assert PATTERN.findall(marked.text) == wanted, name
