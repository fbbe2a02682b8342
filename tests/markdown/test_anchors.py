"""Heading anchors and the slugs they should have."""

from __future__ import annotations

import pytest

import locdocs
from locdocs.markdown import Heading
from locdocs.markdown.anchors import slug_of
from tests.markdown import document

MODERN = '---\nms.locfileid: "12"\n---\n'


def headings(text: str) -> tuple[Heading, ...]:
    return locdocs.structure(document(text)).headings


SLUGS: dict[str, tuple[str, str, str]] = {
    # The heading's source, its slug since 2018, its slug of 2017.
    "words": ("Start an export", "start-an-export", "start-an-export"),
    "punctuation": ("What's new? (2.0)", "whats-new-20", "whats-new-20"),
    "no collapsing": ("Keys & values", "keys--values", "keys--values"),
    "underscore": ("The my_key option", "the-my_key-option", "the-mykey-option"),
    "not ASCII": ("Café prices", "caf-prices", "caf-prices"),
    "markup": ("**Bold** and `code`", "bold-and-code", "bold-and-code"),
    "entity": ("A &lt; B", "a-lt-b", "a-lt-b"),
    "link": ("See [the log](log.md)", "see-the-log", "see-the-loglogmd"),
    "image": ("![Icon](i.png) Save", "icon-save", "iconipng-save"),
    "own anchor behind": ('Save<a id="x"></a>', "save", "savea-idxa"),
    "closing marks": ("Save ##", "save", "save"),
    "sharp": ("Use C#", "use-c", "use-c"),
}


@pytest.mark.parametrize(("source", "modern", "early"), SLUGS.values(), ids=SLUGS)
def test_slugs(source: str, modern: str, early: str) -> None:
    [heading] = headings(f"## {{{{Título||{source}}}}}\n")
    assert heading.slugs == (modern, early)


def test_a_heading_says_where_it_and_its_anchor_are() -> None:
    doc = document(MODERN + '\n> ## <a name="save-all"></a>{{Alles||Save}} {{speichern||all}}\n\n{{Text||Text}}\n')
    [heading] = locdocs.structure(doc).headings
    assert (heading.level, heading.source, heading.segments) == (2, "Save all", (0, 1))
    assert doc.text[heading.start :].startswith('## <a name="save-all">')
    assert heading.anchor is not None
    assert doc.text[heading.anchor.start : heading.anchor.end] == '<a name="save-all"></a>'
    assert (heading.anchor.name, heading.slug, heading.anchor_fits) == ("save-all", "save-all", True)
    assert doc.text[heading.end :].startswith(("</span>", "\n"))


def test_the_generation_is_what_most_headings_fit() -> None:
    link = '## <a name="{}"></a>{{{{x||[A b](c)}}}}\n\n'
    plain = '## <a name="same"></a>{{x||Same}}\n\n'
    assert [heading.slug for heading in headings(link.format("a-b") + plain)] == ["a-b", "same"]
    assert [heading.slug for heading in headings(MODERN + link.format("a-bc") + plain)] == ["a-bc", "same"]
    assert [heading.slug for heading in headings(MODERN + "## {{x||[A b](c)}}\n" + plain)] == ["a-b", "same"]
    assert [heading.slug for heading in headings("## {{x||[A b](c)}}\n" + plain)] == ["a-bc", "same"]


def test_an_anchor_that_no_longer_fits() -> None:
    [heading] = headings(MODERN + '# <a name="save-everything"></a>{{Alles||Save all}}\n')
    assert (heading.anchor_fits, heading.anchor_is_own) == (False, False)


@pytest.mark.parametrize("name", ["BKMK_Save", "8f2a11c0-55de", "section.2"])
def test_an_anchor_of_the_author_is_never_wrong(name: str) -> None:
    [heading] = headings(MODERN + f'# <a name="{name}"></a>{{{{Alles||Save all}}}}\n')
    assert (heading.anchor_fits, heading.anchor_is_own) == (True, True)


def test_encoded_quotes_are_read() -> None:
    [heading] = headings(MODERN + '# <a name="save&quot;></a>{{Guardar||Save}}\n')
    assert heading.anchor is not None
    assert heading.anchor.name == "save"


def test_marks_without_a_blank_count_where_an_anchor_follows() -> None:
    assert [heading.level for heading in headings('###<a name="a"></a>{{a||a}}\n\n#b\n')] == [3]


def test_what_is_no_heading_for_an_anchor() -> None:
    assert not headings('{{a||a}}\n===\n\n```\n# b\n###<a name="c"></a>c\n```\n\n    # d\n')


def test_only_the_source_makes_the_slug() -> None:
    [heading] = headings('# <a name="a"></a>{{Größe `x`||}}\n')
    assert heading.slug == ""


def test_slug_of_white_space() -> None:
    assert slug_of("  A  b ") == "a--b"
