"""CO003 in the layouts that trees of translations have."""

from __future__ import annotations

from pathlib import Path

import pytest

import locdocs
from locdocs.config import Config
from locdocs.markup import write_pair
from locdocs.validation import validate

PAIR = write_pair("0c05b-102", "Guarde la vista.", "Save the view.") + "\n"


def plant(folder: Path, *names: str, text: str = PAIR) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def found(
    english: Path, *paths: Path, root: Path | None = None, exclude: tuple[str, ...] | None = None
) -> list[tuple[str, str]]:
    rules = {} if exclude is None else {"CO003": {"exclude": [*exclude]}}
    config = Config(select=("CO003",), source_repo=english, rules=rules)
    run = validate(locdocs.read_tree(*paths, root=root), config=config)
    return [(str(each.path), each.message.partition(" English")[0]) for each in run]


ORPHAN = "there is no"
MISSING = "there is no translation of the"


@pytest.mark.parametrize("layout", ["docs.es-es", "es-es", "i18n/es", "i18n/es-es/docs"])
@pytest.mark.parametrize("whole", [True, False])
def test_folders_of_languages(tmp_path: Path, layout: str, whole: bool) -> None:
    plant(tmp_path / "docs", "a.md", "b/c.md", "b/d.md", text="Save the view.\n")
    plant(tmp_path / layout, "a.md", "b/c.md", "b/e.md")
    name = f"{layout}/" if whole else ""
    results = found(tmp_path / "docs", tmp_path / layout, root=tmp_path if whole else None)
    assert results == [(f"{name}b/e.md", ORPHAN), (f"{name}b/d.md", MISSING)]


def test_several_languages_in_one_folder_and_what_stands_above_them(tmp_path: Path) -> None:
    plant(tmp_path / "docs", "index.md", "a.md", "b.md", text="Save the view.\n")
    plant(tmp_path / "i18n", "index.md", "es-es/index.md", "es-es/a.md", "es-es/b.md", "de-de/a.md", "de-de/b.md")
    assert found(tmp_path / "docs", tmp_path / "i18n") == [("de-de/index.md", MISSING)]
    assert found(tmp_path / "docs", tmp_path / "i18n/es-es", root=tmp_path) == []


def test_a_part_of_a_tree_misses_what_belongs_there_only(tmp_path: Path) -> None:
    plant(tmp_path / "docs", "a/b.md", "a/c.md", "d/e.md", text="Save the view.\n")
    plant(tmp_path / "docs.es-es", "a/b.md")
    part = found(tmp_path / "docs", tmp_path / "docs.es-es/a", root=tmp_path)
    assert part == [("docs.es-es/a/c.md", MISSING)]


def test_single_files_miss_nothing(tmp_path: Path) -> None:
    plant(tmp_path / "docs", "a.md", "b.md", text="Save the view.\n")
    plant(tmp_path / "docs.es-es", "a.md", "c.md")
    files = tmp_path / "docs.es-es/a.md", tmp_path / "docs.es-es/c.md"
    assert found(tmp_path / "docs", *files, root=tmp_path) == [("docs.es-es/c.md", ORPHAN)]
    assert not list(validate(locdocs.parse(PAIR), config=Config(select=("CO003",), source_repo=tmp_path / "docs")))


def test_what_is_ignored_hidden_excluded_or_of_another_kind_is_not_missed(tmp_path: Path) -> None:
    plant(tmp_path / "docs", "a.md", "README.md", ".b/c.md", "d.txt", "build/e.md", "drafts/f.md", "LICENSE-2.md")
    plant(tmp_path / "docs", ".gitignore", text="build/\n")
    plant(tmp_path / "docs.es-es", "a.md")
    assert found(tmp_path / "docs", tmp_path / "docs.es-es") == [("drafts/f.md", MISSING)]
    assert found(tmp_path / "docs", tmp_path / "docs.es-es", exclude=("drafts/", "/*.md")) == []
    assert len(found(tmp_path / "docs", tmp_path / "docs.es-es", exclude=())) == 3


def test_files_that_say_nothing_of_a_translation_need_no_english(tmp_path: Path) -> None:
    plant(tmp_path / "docs", "a.md", text="Save the view.\n")
    plant(tmp_path / "docs.es-es", "a.md")
    plant(tmp_path / "docs.es-es", "TOC.md", "notes.md", text="# [Vista](a.md)\n")
    assert found(tmp_path / "docs", tmp_path / "docs.es-es") == []


def test_another_english_side_is_said_once(tmp_path: Path) -> None:
    plant(tmp_path / "docs", "a.md", "b.md", text="Save the view.\n")
    plant(tmp_path / "docs.es-es", "articles/a.md", "articles/b.md")
    [(path, message)] = found(tmp_path / "docs", tmp_path / "docs.es-es", root=tmp_path)
    assert (path, message) == ("docs.es-es", "none of the documents has an")


def test_an_orphan_can_be_silenced_by_a_comment_in_it(tmp_path: Path) -> None:
    plant(tmp_path / "docs", "a.md", text="Save the view.\n")
    plant(tmp_path / "docs.es-es", "a.md", "b.md")
    plant(tmp_path / "docs.es-es", "c.md", text=f"<!-- locdocs-disable-file CO003 -->\n\n{PAIR}")
    assert found(tmp_path / "docs", tmp_path / "docs.es-es") == [("b.md", ORPHAN)]
