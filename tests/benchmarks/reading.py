"""How fast documents are read, against what anybody would write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from bs4 import BeautifulSoup

import locdocs
from locdocs.markup import PAIR
from tests.benchmarks.measure import Corpus, Row, doubled, median_times

__all__ = ["rows", "tables"]

LAZY = re.compile(
    r'<span data-ttu-id="([^"]*)">(.*?)</span><span class="sxs-lookup"><span data-stu-id="\1">(.*?)</span></span>',
    re.DOTALL,
)
MOST_PARSE = 1.6
LEAST_SOUP = 40
SOUP_SHARE = 8
"""One file in so many goes to BeautifulSoup, which would take minutes for them all."""


def read_files(corpus: Corpus) -> None:
    for path in corpus.paths:
        path.read_bytes()


def decode(corpus: Corpus) -> None:
    for data in corpus.data:
        data.decode("utf-8", "surrogateescape")


def lazy_pattern(corpus: Corpus) -> None:
    for text in corpus.texts:
        LAZY.findall(text)


def strict_pattern(corpus: Corpus) -> None:
    for text in corpus.texts:
        PAIR.findall(text)


def parse(corpus: Corpus) -> None:
    for data in corpus.data:
        for segment in locdocs.parse(data):
            _ = segment.id, segment.source, segment.target


def parse_and_keep(corpus: Corpus) -> None:
    kept = [locdocs.parse(data) for data in corpus.data]
    for document in kept:
        for segment in document:
            _ = segment.id, segment.source, segment.target


def soup_pairs(text: str) -> Iterator[tuple[str, str, str]]:
    """The pairs of a text as BeautifulSoup on lxml gives them."""
    for target in BeautifulSoup(text, "lxml").find_all("span", attrs={"data-ttu-id": True}):
        lookup = target.find_next_sibling("span", class_="sxs-lookup")
        if source := lookup and lookup.find("span", attrs={"data-stu-id": True}):
            yield str(target["data-ttu-id"]), target.decode_contents(), source.decode_contents()


def soup(corpus: Corpus) -> None:
    for text in corpus.texts:
        for _ in soup_pairs(text):
            pass


CASES: dict[str, Callable[[Corpus], None]] = {
    "read the bytes": read_files,
    "decode": decode,
    "L: the lazy pattern, findall": lazy_pattern,
    "the strict pattern, findall": strict_pattern,
    "locdocs.parse, every string touched": parse,
    "the same, all documents kept": parse_and_keep,
}


def rows(corpus: Corpus, rounds: int) -> Iterator[Row]:
    """Times and their ratio to L."""
    times = median_times({name: lambda run=run: run(corpus) for name, run in CASES.items()}, rounds)  # type: ignore[misc]
    unit = times["L: the lazy pattern, findall"]
    for name, taken in times.items():
        limit = f"at most {MOST_PARSE} L" if name.startswith("locdocs.parse") else ""
        yield Row(name, taken, f"{taken / unit:.2f} L", limit)


def soup_rows(corpus: Corpus, rounds: int) -> Iterator[Row]:
    """BeautifulSoup and locdocs on the same files."""
    some = Corpus(*(each[::SOUP_SHARE] or each[:1] for each in corpus))
    times = median_times({"soup": lambda: soup(some), "parse": lambda: parse(some)}, rounds)
    yield Row("locdocs.parse", times["parse"], "1")
    yield Row("BeautifulSoup on lxml", times["soup"], f"{times['soup'] / times['parse']:.0f}", f"at least {LEAST_SOUP}")


def tables(paths: list[Path], corpus: Corpus, at_least: float, rounds: int) -> Iterator[tuple[str, list[Row]]]:
    """The tables of this module, each with its title."""
    large = doubled(corpus, lazy_pattern, at_least)
    megabytes = f"{corpus.megabytes:.1f} MB in {len(paths)} files, {len(large.data) // len(paths)} times"
    yield f"Reading: {megabytes}", list(rows(large, rounds))
    yield f"Reading: one file in {SOUP_SHARE} of these, once", list(soup_rows(corpus, rounds))
