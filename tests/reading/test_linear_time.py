"""No text makes reading slower than linear: four times the text takes about four times the time.

Each case makes a text of a given size that is as bad as it can be for one part of reading. The time for four times the
size is divided by the time for the size: about 4 where reading is linear, 16 where it is quadratic. Sizes grow until a
run takes long enough to be measured or the text is large, only the time of this process is counted, and the best of
several ratios counts, so that a busy machine does no harm.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from itertools import count

import pytest

import locdocs
from locdocs.damaged_markup import scan_with_care
from locdocs.markup import write_pair
from locdocs.projection import project

LONG_ENOUGH = 0.02
LARGE_ENOUGH = 1 << 20
TIMES = 4
TOO_MUCH = 10.0
TRIES = 10

TARGET = '<span data-ttu-id="0c05b-101">'
SOURCE = '</span><span class="sxs-lookup"><span data-stu-id="0c05b-101">'


def numbered(template: str, size: int) -> str:
    return "".join(template.replace("#", str(number)) for number in range(101, 101 + size))


def ticks(size: int) -> str:
    """Runs of backticks of ever new lengths, none closed, in as many characters."""
    runs, length = [], 0
    for run in count(1):
        if length > size:
            return " ".join(runs)
        runs.append("`" * run)
        length += run + 1
    raise AssertionError


CASES: dict[str, Callable[[int], str]] = {
    "span openings": lambda n: "<span " * n,
    "target tags": lambda n: TARGET * n,
    "target tags with text": lambda n: (TARGET + "texto ") * n,
    "target tags, each with its id": lambda n: numbered('<span data-ttu-id="0c05b-#">a</span>', n),
    "source tags": lambda n: '<span class="sxs-lookup"><span data-stu-id="0c05b-101">' * n,
    "lookup tags": lambda n: '<span class="sxs-lookup">' * n,
    "lookup tags and white space": lambda n: ('<span class="sxs-lookup">' + " " * 50) * n,
    "lookup tags between pairs": lambda n: numbered(f'{write_pair("0c05b-#", "a", "b")}<span class="sxs-lookup">', n),
    "names of attributes": lambda n: "data-ttu-id=" * n,
    "names of attributes on a line with code": lambda n: "`data-ttu-id` data-stu-id= " * n,
    "blanks in tags": lambda n: numbered('< span data - ttu - id = "0c05b-#">a</ span>', n),
    "encoded tags": lambda n: numbered('&amp;lt;span data-ttu-id="0c05b-#"&amp;gt;a&amp;lt;/span&amp;gt;', n),
    "encoded again and again": lambda n: "&amp;" + "amp;" * n + "lt;span data-ttu-id=",
    "closing tags": lambda n: TARGET + "</span>" * n,
    "closing tags behind a pair": lambda n: write_pair("0c05b-101", "a", "<b>") + "</span></span>" * n + TARGET,
    "pairs without an end": lambda n: numbered(f"{TARGET}a{SOURCE}b ", n),
    "one pair, no end, many closings": lambda n: f"{TARGET}a{SOURCE}" + "</span> " * n,
    "targets first, then their sources": lambda n: (
        numbered('<span data-ttu-id="0c05b-#">a', n) + numbered('<span data-stu-id="0c05b-#">a</span></span>', n)
    ),
    "targets first, then sources without an end": lambda n: (
        numbered('<span data-ttu-id="0c05b-#">a', n) + numbered('<span data-stu-id="0c05b-#">a', n)
    ),
    "sources within sources": lambda n: (
        numbered('<span data-ttu-id="0c05b-#">a</span><span class="sxs-lookup"><span data-stu-id="0c05b-#">', n)
        + "</span></span>" * n
    ),
    "sources of another id": lambda n: TARGET + "a</span>" + '<span data-stu-id="0c05b-102">' * n + "</span></span>",
    "author spans deep in a source": lambda n: f"{TARGET}a{SOURCE}" + "<span>" * n + "</span>" * n + "</span></span>",
    "author spans deep, half closed": lambda n: f"{TARGET}a{SOURCE}" + "<span>" * n + "</span>" * (n // 2),
    "author spans in a target": lambda n: f"{TARGET}" + "<span>x</span>" * n + f"{SOURCE}b</span></span>",
    "backticks of many lengths": lambda n: f"{TARGET}a{SOURCE}<span>{ticks(30 * n)}</span></span></span>",
    "backticks": lambda n: f"{TARGET}a{SOURCE}<span>" + "` `` " * n + "</span></span></span>",
    "backslashes": lambda n: f"{TARGET}a{SOURCE}<span>" + "\\" * (20 * n) + "`</span></span></span>",
    "backslashes and backticks": lambda n: f"{TARGET}a{SOURCE}<span>" + "\\`" * n + "</span></span></span>",
    "one long line": lambda n: TARGET + "palabra " * (5 * n) + SOURCE + "word " * (5 * n) + "</span></span>",
    "one long attribute": lambda n: '<span data-ttu-id="' + "a" * (50 * n),
    "attribute after attribute": lambda n: "<span " + "data-ttu-id= " * n,
    "ids without a quote": lambda n: "<span " + 'data-ttu-id=" ' * n + ">",
    "ids that never end": lambda n: "<span data-ttu-id=" + "'" * (10 * n),
    "white space in a tag": lambda n: "<span data-ttu-id" + " " * (50 * n),
    "white space in a closing tag": lambda n: TARGET + "a</span" + " " * (50 * n),
    "white space between halves": lambda n: TARGET + "a</span>" + "\n" * (20 * n) + SOURCE[7:] + "b</span></span>",
    "encoded quotes": lambda n: '<span data-ttu-id="&quot;' * n + "&quot;" * n,
    "escaped quotes": lambda n: '<span data-ttu-id=\\"' * n + '\\"' * n + ">",
    "encoded brackets": lambda n: "&lt;span " * n + "data-ttu-id",
    "encoded brackets among pairs": lambda n: numbered("&lt;span data-ttu-id=" + write_pair("0c05b-#", "a", "b"), n),
    "duplicate ids": lambda n: write_pair("0c05b-101", "a", "b") * n,
    "less-than signs in a target": lambda n: TARGET + "<" * (20 * n) + SOURCE,
    "less-than signs in a source": lambda n: TARGET + "a" + SOURCE + "< " * (20 * n),
    "header without an end": lambda n: "---\n" + "title: a\n" * (2 * n),
    "header of many lines": lambda n: "---\n" + "title: a\n" * (2 * n) + "---\n",
    "header of many keys": lambda n: "---\n" + "ms.contentlocale: es-ES\n" * n + "---\n",
    "header with a wide value": lambda n: (
        "---\nms.contentlocale:" + " " * (100 * n) + "x" + " " * (100 * n) + "\r\r---\n"
    ),
    "header of one line": lambda n: "---\n" + "-" * (100 * n),
    "header of pairs": lambda n: "---\n" + numbered("- a: " + write_pair("0c05b-#", "a", "b") + "\n", n) + "---\n",
    "header of pairs on one line": lambda n: "---\n" + numbered(write_pair("0c05b-#", "a", "b"), n) + "\n---\n",
    "dots and dashes": lambda n: "---\n" + "--- -\n... .\n" * n,
    "carriage returns": lambda n: "---\r" + "\r" * (20 * n) + TARGET,
}


def seconds(read: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    read(text)
    return time.process_time() - started


def growth(read: Callable[[str], object], make: Callable[[int], str]) -> float:
    """The smallest growth that was measured between a text and one four times its size.

    Four times as long is linear, 16 times quadratic. What lies between is left to the memory of the machine, of which
    a larger text may need a slower kind.
    """
    size = 500
    # What is read at the speed of memory would only show, with ever longer texts, how fast the system finds memory.
    while len(make(size)) < LARGE_ENOUGH and seconds(read, make(size)) < LONG_ENOUGH:
        size *= 2
    text, larger = make(size), make(TIMES * size)
    best = float("inf")
    gc.disable()
    try:
        for _ in range(TRIES):
            once = min(seconds(read, text) for _ in range(3))
            best = min(best, seconds(read, larger) / once)
            if best < TOO_MUCH:
                break
    finally:
        gc.enable()
    return best


@pytest.mark.parametrize("case", CASES)
def test_reading_is_linear(case: str) -> None:
    assert growth(locdocs.parse, CASES[case]) < TOO_MUCH


@pytest.mark.parametrize("case", [case for case in CASES if "header" not in case])
def test_reading_with_care_is_linear(case: str) -> None:
    assert growth(scan_with_care, CASES[case]) < TOO_MUCH


def look_at_everything(text: str) -> None:
    document = locdocs.parse(text)
    _ = document.front_matter.localization_only, document.front_matter.localization_lines()
    for place in (*document, *document.damage):
        document.location(place)
    for segment in document:
        assert document.segments[segment.id]
    project(document, "target")
    project(document, "source")


@pytest.mark.parametrize("case", CASES)
def test_looking_at_everything_is_linear(case: str) -> None:
    assert growth(look_at_everything, CASES[case]) < TOO_MUCH


def test_the_measure_tells_quadratic_from_linear() -> None:
    def quadratic(text: str) -> None:
        for start in range(0, len(text), 50):
            text.find("z", start)

    assert growth(quadratic, lambda size: "a" * 20 * size) > TOO_MUCH
