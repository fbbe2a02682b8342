"""The page: both languages side by side, nothing of the document runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import locdocs

SAMPLES = Path(__file__).parents[2] / "samples" / "bilingual"


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.md")), ids=lambda path: path.stem)
def test_page_shows_both_sides_of_every_segment_on_one_line(path: Path) -> None:
    document = locdocs.read(path)
    page = BeautifulSoup(locdocs.render(document, "html"), "lxml")
    wanted = {
        str(index)
        for index, segment in enumerate(document.segments)
        if segment.start >= document.front_matter.end
        and all(text.strip() and "\n" not in text for text in (segment.source, segment.target))
    }
    for column in (0, 1):
        cells = [row.find_all("div", recursive=False)[column] for row in page.select("main > .row:not(.languages)")]
        shown = {str(tag["data-s"]) for cell in cells for tag in cell.select(".segment")}
        assert wanted <= shown


def test_sides_of_a_segment_stand_in_one_row_and_carry_their_text() -> None:
    document = locdocs.read(SAMPLES / "es-es" / "articles" / "get-started.md")
    page = BeautifulSoup(locdocs.render(document, "html"), "lxml")
    for row in page.select("main > .row:not(.languages)"):
        cells = row.find_all("div", recursive=False)
        left, right = ({tag["data-s"] for tag in cell.select(".segment")} for cell in cells)
        assert left == right
    heading = page.select_one("main h1 .segment")
    assert heading is not None
    assert heading.get_text() == document.segments[0].source


def test_right_to_left_targets_are_set_right_to_left() -> None:
    document = locdocs.read(SAMPLES / "ar-sa/articles/alerts-and-thresholds.md")
    page = BeautifulSoup(locdocs.render(document, "html"), "lxml")
    assert {cell["dir"] for cell in page.select("main > .row > div[dir]")} == {"rtl"}
    assert page.select_one('main > .row > div[lang="ar-SA"]')


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        '<a href="javascript:alert(1)">hier</a>',
        '<a href=" &#106;avascript:alert(1)">hier</a>',
        '<iframe src="https://example.org"></iframe>',
        '<p style="background:url(https://example.org/x)" onclick="alert(1)">hier</p>',
        "<svg onload=alert(1)>",
        "[hier](javascript:alert(1))",
        "<style>@import 'https://example.org'</style>",
        "</div></main><form action=https://example.org>",
    ],
)
def test_nothing_of_the_document_runs_or_is_fetched(markup: str) -> None:
    pair = (
        f'<span data-ttu-id="0a1b2-101">Hallo {markup}</span>'
        f'<span class="sxs-lookup"><span data-stu-id="0a1b2-101">Hello</span></span>'
    )
    page = BeautifulSoup(locdocs.render(locdocs.parse(f"{markup}\n\n{pair}\n"), "html"), "lxml")
    assert len(page.select("script")) == 1
    assert not page.select("img, iframe, object, form, svg, link")
    assert len(page.select("style")) == 1
    for tag in page.select("main *"):
        assert not any(name.startswith("on") or name == "style" for name in tag.attrs)
        assert "script:" not in str(tag.get("href", ""))


def test_damage_is_listed_with_its_line() -> None:
    page = locdocs.render(locdocs.parse('Hallo\n\n<span data-ttu-id="0a1b2-101">halb</span>\n'), "html")
    assert "line 3" in page
    assert "target-without-source" in page
