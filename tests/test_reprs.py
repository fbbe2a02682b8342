"""What values look like in a debugger, a log or a test that fails: short, and telling what they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import locdocs
from locdocs.markup import write_pair
from locdocs.units import units_of
from locdocs.validation import read_baseline, write_baseline

HEADER = "---\ntitle: x\nms.translationtype: HT\nms.contentlocale: es-ES\n---\n\n"
LONG = "[a] (b.md) 12 " * 100_000


def shown(text: str, path: Path) -> Iterator[object]:
    """Every kind of value that the library gives for a document."""
    file = path / "docs" / "a.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(HEADER + text, "utf-8")
    tree = locdocs.read_tree(file.parent)
    [document] = tree
    structure = locdocs.structure(document)
    run = locdocs.validate(document, config=locdocs.Config(select=("IC003", "TX003", "TX005", "SP")))
    found = list(run)
    units = list(units_of(document, inline="codes"))
    new = [unit._replace(target=unit.target + "\n\n" + LONG) for unit in units] or []
    result = locdocs.apply(document, new)
    locdocs.write(path / "memory.tmx", document)
    write_baseline(path / "known.json", found)
    yield from (tree, next(tree.files()), document, document.segments, document.front_matter, document.localization)
    yield from (*document, *document.damage, structure, locdocs.prove(document), run, *found, locdocs.Report(found))
    yield from (diagnostic.fix for diagnostic in found if diagnostic.fix)
    yield from (edit for diagnostic in found if diagnostic.fix for edit in diagnostic.fix.edits)
    yield from (locdocs.fix(document, config=locdocs.Config(select=("TX",))), locdocs.read_units(path / "memory.tmx"))
    yield from (read_baseline(path / "known.json"), units_of(document), *units, result, *result.refused)
    for segment in document:
        yield from (structure.block(segment), structure.plain(segment), *structure.inline_codes(segment).target[:9])


def test_no_repr_holds_a_document(tmp_path: Path) -> None:
    long = write_pair("0c05b-103", f" {LONG}", "x " + LONG) + f'\n<span data-ttu-id="{"0" * 100_000}">'
    values = list(shown(long, tmp_path))
    assert len(values) > 20
    # A block of one segment and a record of six short values are the longest.
    assert [repr(value)[:200] for value in values if len(repr(value)) > 400 + len(str(tmp_path))] == []
    assert [value for value in values if " object at 0x" in repr(value)] == []
    assert all("\n" not in repr(value) for value in values)


def test_a_repr_tells_what_it_is(tmp_path: Path) -> None:
    text = write_pair("0c05b-103", "[Guía] (a.md)", "[Guide](a.md)") + "\n\n" + write_pair("0c05b-104", "Uno ", "One")
    (tmp_path / "a.md").write_text(HEADER + text, "utf-8")
    tree = locdocs.read_tree(tmp_path)
    [document] = tree
    assert repr(tree) == f"<Tree {tmp_path}>"
    assert repr(locdocs.read_tree(*[tmp_path] * 5)).endswith(" and 2 more>")
    assert repr(document) == "<Document a.md: 2 segments, en-US to es-ES>"
    assert repr(document.segments) == "<2 segments: 0c05b-103 .. 0c05b-104>"
    assert repr(document.segments[1]) == "<Segment 0c05b-104: 'One' -> 'Uno '>"
    assert repr(units_of(document)[1]) == "<Unit a.md#0c05b-104: 'One' -> 'Uno '>"
    assert repr(locdocs.Report()) == "<Report: nothing found>"
    result = locdocs.apply(document, [units_of(document)[1]._replace(target="Un ")])
    assert repr(result) == "<Result a.md: 1 applied>"
    assert repr(result.applied) == "(<Applied 'Un ' of <Unit a.md#0c05b-104: 'One' -> 'Un '>>,)"


def test_changes_tell_what_they_are() -> None:
    old = HEADER + write_pair("0c05b-103", "Uno.", "One.") + "\n\n```\nmirefold list\n```\n"
    new = old.replace("Uno", "Un").replace("HT", "MT").replace("list", "snap")
    found = locdocs.diff(locdocs.parse(old, path="a.md"), locdocs.parse(new, path="a.md"))
    assert repr(found) == "<Difference a.md: segments 1 target; header 1 changed; text 1 changed>"
    assert repr(found.segments) == "(<SegmentChange target 0c05b-103: 'Uno.' became 'Un.'>,)"
    assert repr(found.header) == "(<HeaderChange changed ms.translationtype: 'HT' became 'MT'>,)"
    assert repr(found.text) == "(<TextChange changed code line 10: 'mirefold list' became 'mirefold snap'>,)"
    assert repr(found.text[0].new) == "<Stretch line 10: 'mirefold snap'>"
    assert repr(locdocs.diff(found.old, found.old)) == "<Difference a.md: nothing>"
    more = locdocs.diff(found.old, locdocs.parse(old + write_pair("0c05b-104", "Dos.", "Two.") + "\n", path="a.md"))
    assert repr(more.segments) == "(<SegmentChange added 0c05b-104: 'Two.' -> 'Dos.'>,)"
    spaced = locdocs.diff(found.old, locdocs.parse(old + "\n", path="a.md"))
    assert repr(spaced) == "<Difference a.md: nothing but white space or markup of the pairs>"


def test_no_repr_of_a_change_holds_a_document() -> None:
    old = f"---\ntitle: {LONG}\n---\n" + write_pair("0c05b-103", LONG, LONG) + f"\n\n{LONG}\n"
    new = old.replace("12", "13")
    for one, other in ((old, new), (old, ""), ("", new)):
        found = locdocs.diff(locdocs.parse(one, path=LONG), locdocs.parse(other, path=LONG))
        stretches = [stretch for change in found.text for stretch in (change.old, change.new)]
        values = [found, *found.segments, *found.header, *found.text, *stretches]
        assert len(values) == 6
        assert [repr(value)[:200] for value in values if len(repr(value)) > 400 or "\n" in repr(value)] == []


def test_a_diagnostic_prints_as_linters_print() -> None:
    text = write_pair("0c05b-103", "[Guía] (a.md)", "[Guide](a.md)")
    [found] = locdocs.validate(locdocs.parse(HEADER + text, path="docs/a.md"), config=locdocs.Config(select=("IC003",)))
    assert str(found) == f"docs/a.md:7:36: IC003 {found.message}"
    assert repr(found).startswith('<Diagnostic IC003 error docs/a.md:7:36 "the text of the link')
    assert found.fix is not None
    assert repr(found.fix).startswith("<Fix ")


@pytest.mark.parametrize("path", [None, "docs/\x1b[2J\n.md"])
def test_a_document_does_not_drive_the_terminal(path: str | None) -> None:
    text = write_pair("0c05b-103", "\x1b[2J\r\x9b 5", "6")
    for found in locdocs.validate(locdocs.parse(HEADER + text, path=path)):
        assert not set(str(found) + repr(found)) & {"\x1b", "\r", "\n", "\x9b"}
