"""Documents that ``locdocs apply`` cannot read: the others get their translations, and it is told which did not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import locdocs
from locdocs.errors import LocdocsError
from locdocs.merge.finding import Destination
from locdocs.merge.trees import Stray, apply_units
from locdocs.parser import MAX_BYTES
from locdocs.units import InlineMode, Unit
from tests.cli.running import Run
from tests.cli.test_apply import PAGE, line, put, units

WHY = "is larger than 256 MiB, so it is no document"
NEW = PAGE.replace("Uno.", "Un.")


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three documents, of which the second cannot be read."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "c.md"):
        put(tmp_path / "docs" / name, PAGE)
    make_unreadable(tmp_path / "docs/b.md")
    return tmp_path / "docs"


def make_unreadable(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as huge:
        huge.truncate(MAX_BYTES + 1)


def edited(*paths: str) -> Path:
    return units(*(line(source, target, path) for path in paths for source, target in ONE_AND_TWO))


ONE_AND_TWO = (("One.", "Un."), ("See [two](two.md).", "Consulte [dos](two.md)."))


def contents(docs: Path) -> list[str]:
    return [(docs / name).read_text("utf-8") for name in ("a.md", "c.md")]


def test_the_other_documents_get_their_translations(run: Run, docs: Path) -> None:
    result = run("apply", edited("a.md", "b.md", "c.md"), "--to", "docs")
    assert result.code == 2
    assert result.err.splitlines() == [
        f"error: docs/b.md: {WHY}",
        "b.md: not applied: 2 units: docs/b.md could not be read [unreadable]",
        "2 targets applied to 2 documents; 2 for want of a readable document; 2 unchanged; 1 could not be read",
    ]
    assert contents(docs) == [NEW, NEW]
    assert (docs / "b.md").stat().st_size == MAX_BYTES + 1
    assert sorted(path.name for path in docs.iterdir()) == ["a.md", "b.md", "c.md"]


@pytest.mark.parametrize("option", ["--dry-run", "--diff"])
def test_a_look_at_it_says_so_too_and_writes_nothing(run: Run, docs: Path, option: str) -> None:
    result = run("apply", edited("a.md", "b.md"), "--to", "docs", option)
    assert (result.code, f"error: docs/b.md: {WHY}" in result.err) == (2, True)
    assert contents(docs) == [PAGE, PAGE]


def test_it_is_worse_than_something_that_was_not_taken(run: Run, docs: Path) -> None:
    wrong = units(line("No such sentence.", "Nada.", "a.md"), line("One.", "Un.", "b.md"))
    result = run("apply", wrong, "--to", "docs", "-q")
    assert result.code == 2
    assert "[unknown-unit]" in result.err
    assert contents(docs) == [PAGE, PAGE]


def test_a_memory_goes_to_the_documents_that_can_be_read(run: Run, docs: Path) -> None:
    result = run("apply", units(line("One.", "Un.", None)), "--match", "source", "--to", "docs")
    assert result.code == 2
    assert result.err == f"error: docs/b.md: {WHY}\n2 targets applied to 2 documents; 1 could not be read\n"
    assert contents(docs) == [NEW, NEW]


def test_a_document_that_units_do_not_name_is_no_matter(run: Run, docs: Path) -> None:
    assert run("apply", edited("a.md"), "--to", "docs").code == 0
    assert contents(docs) == [NEW, PAGE]


def test_whoever_looks_for_a_document_that_has_moved_has_to_read_all(run: Run, docs: Path) -> None:
    (docs / "c.md").unlink()
    result = run("apply", edited("before/moved.md"), "--to", "docs")
    assert (result.code, f"error: docs/b.md: {WHY}" in result.err) == (2, True)
    assert (docs / "a.md").read_text("utf-8") == NEW


def test_nothing_is_guessed_where_a_path_can_mean_a_document_that_cannot_be_read(run: Run, docs: Path) -> None:
    make_unreadable(docs.parent / "more/a.md")
    result = run("apply", edited("a.md"), "--to", "docs", "more")
    assert result.code == 2
    assert (
        "a.md: not applied: 2 units: the path a.md can mean 2 documents, of which more/a.md could not be read"
        in result.err
    )
    assert contents(docs) == [PAGE, PAGE]


def test_the_one_document_that_was_named_ends_the_run(run: Run, docs: Path) -> None:
    result = run("apply", edited("b.md"), "--to", docs / "b.md")
    assert (result.code, result.err) == (2, f"error: {docs / 'b.md'}: {WHY}\n")


def test_a_document_that_vanishes_in_the_meantime_is_told(docs: Path) -> None:
    class Vanishing:
        """Units whose document is gone when they are read again."""

        path = Path("edited.jsonl")
        inline: InlineMode | None = "markdown"
        roots: tuple[str, ...] = ()

        def __iter__(self) -> Iterator[Unit]:
            yield from locdocs.read_units(self.path)
            (docs / "a.md").unlink(missing_ok=True)

    edited("a.md", "c.md")
    errors: list[LocdocsError] = []
    destination = Destination([docs], on_error=errors.append)
    found = list(apply_units([Vanishing()], destination))
    assert [str(error) for error in errors] == [f"{docs / 'a.md'}: no such file"]
    assert [one.units if isinstance(one, Stray) else one.path.name for one in found] == [2, "c.md"]


def test_edited_pages(run: Run, docs: Path) -> None:
    (docs / "b.md").unlink()
    for name in ("b.md", "d.md"):
        shutil.copy(docs / "a.md", docs / name)
    assert run("render", "docs", "-o", "published").code == 0
    for page in Path("published").iterdir():
        page.write_bytes(page.read_bytes().replace(b"Uno.", b"Un."))
    make_unreadable(docs / "b.md")
    make_unreadable(Path("published/d.md"))
    result = run("apply", "published", "--to", "docs")
    assert result.code == 2
    assert result.err.splitlines() == [
        f"error: docs/b.md: {WHY}",
        "published/b.md: not applied: 1 unit: docs/b.md could not be read [unreadable]",
        f"error: published/d.md: {WHY}",
        "2 targets applied to 2 documents; 1 for want of a readable document; 2 could not be read",
    ]
    assert contents(docs) == [NEW, NEW]
    assert (docs / "d.md").read_text("utf-8") == PAGE
