"""Trees: which files, in which order, called what, in which language."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePosixPath

import pytest

import locdocs
from locdocs.corpus import Tree, read_tree
from locdocs.errors import InputError
from locdocs.parser import MAX_BYTES
from tests.exchange.making import document

links = pytest.mark.skipif(sys.platform == "win32", reason="needs the right to make links")


def plant(folder: Path, *names: str, locale: str | None = "es-ES") -> None:
    """Write a small document at each name."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document(("One", "Uno"), locale=locale).to_bytes())


def names(tree: Tree) -> list[str]:
    found = [str(file.name) for file in tree.files()]
    assert [str(one.path) for one in tree] == found
    return found


def test_documents_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    plant(tmp_path, "b.md", "a/z.md", "a-b.md", "a/b/c.md", "a.md", "Z.md", "á.md", "a/b.md", "README.MD")
    tree = read_tree(tmp_path)
    assert names(tree) == sorted(names(tree))
    assert len(names(tree)) == 9
    assert all(one.path == PurePosixPath(one.path) for one in tree)


def test_a_tree_can_be_read_again_and_sees_what_has_changed(tmp_path: Path) -> None:
    plant(tmp_path, "a.md")
    tree = read_tree(tmp_path)
    assert [*tree] == [*tree]
    plant(tmp_path, "b.md")
    assert names(tree) == ["a.md", "b.md"]
    assert tree.root == tmp_path


def test_a_tree_reads_when_asked_and_not_before(tmp_path: Path) -> None:
    plant(tmp_path, "a.md", "b.md")
    documents = iter(read_tree(tmp_path))
    next(documents)
    (tmp_path / "b.md").write_bytes(document(("Two", "Dos")).to_bytes())
    assert next(documents).segments[0].source == "Two"


def test_some_documents_of_a_tree_and_the_folders_it_holds_whole(tmp_path: Path) -> None:
    plant(tmp_path, "docs.es-es/a.md", "docs.es-es/b.md", "other/a.md", "one.md")
    wanted = {PurePosixPath("docs.es-es/b.md"), PurePosixPath("one.md"), PurePosixPath("gone.md")}
    tree = read_tree(tmp_path / "docs.es-es", tmp_path / "other", tmp_path / "one.md", root=tmp_path)
    assert [str(each.path) for each in tree.only(wanted)] == ["docs.es-es/b.md", "one.md"]
    assert tree.folders == (PurePosixPath("docs.es-es"), PurePosixPath("other"))
    assert read_tree(tmp_path).folders == (PurePosixPath(),)
    assert [str(each.path) for each in read_tree(tmp_path / "other").only({PurePosixPath("a.md")})] == ["a.md"]


def test_other_files_and_hidden_ones_are_not_read(tmp_path: Path) -> None:
    plant(tmp_path, "a.md", "b.txt", "c.markdown", "md", ".git/d.md", ".hidden.md", "e/.f/g.md")
    assert names(read_tree(tmp_path)) == ["a.md"]


def test_gitignore_files_are_honoured_where_they_stand(tmp_path: Path) -> None:
    plant(tmp_path, "a.md", "out/b.md", "sub/out/c.md", "sub/d.md", "sub/e.md", "sub/deep/e.md", "keep/d.md")
    (tmp_path / ".gitignore").write_text("/out/\nd.md\n!keep/d.md\n")
    (tmp_path / "sub" / ".gitignore").write_text("/e.md\n!d.md\n")
    assert names(read_tree(tmp_path)) == ["a.md", "keep/d.md", "sub/d.md", "sub/deep/e.md", "sub/out/c.md"]
    assert len(names(read_tree(tmp_path, gitignore=False))) == 7


def test_gitignore_files_around_the_folder_count_up_to_the_top_of_the_repository(tmp_path: Path) -> None:
    plant(tmp_path, "repository/docs/a.md", "repository/docs/b.md", "repository/docs/c.md", "repository/build/d.md")
    (tmp_path / ".gitignore").write_text("a.md\n")
    (tmp_path / "repository" / ".gitignore").write_text("/docs/b.md\nbuild/\n")
    (tmp_path / "repository" / ".git").mkdir()
    assert names(read_tree(tmp_path / "repository" / "docs")) == ["a.md", "c.md"]
    # A folder that was named outright is read, whatever the files around it say.
    assert names(read_tree(tmp_path / "repository" / "build")) == ["d.md"]


def test_a_file_named_outright_is_always_read(tmp_path: Path) -> None:
    plant(tmp_path, ".hidden.md", "a.txt", "b.md")
    (tmp_path / ".gitignore").write_text("*\n")
    paths = [tmp_path / name for name in (".hidden.md", "a.txt", "b.md")]
    assert [one.path for one in read_tree(*paths)] == [PurePosixPath(path.as_posix()) for path in paths]


@links
def test_links_that_leave_the_folder_are_not_followed_and_others_are(tmp_path: Path) -> None:
    plant(tmp_path, "outside/a.md", "docs/b.md", "docs/sub/c.md")
    docs = tmp_path / "docs"
    (docs / "away").symlink_to(tmp_path / "outside")
    (docs / "away.md").symlink_to(tmp_path / "outside" / "a.md")
    (docs / "again").symlink_to(docs / "sub")
    (docs / "again.md").symlink_to(docs / "b.md")
    (docs / "nowhere.md").symlink_to(docs / "gone.md")
    (docs / "sub" / "circle").symlink_to(docs)
    (docs / "sub" / "self").symlink_to(docs / "sub" / "self")
    assert names(read_tree(docs)) == ["again.md", "again/c.md", "b.md", "sub/c.md"]
    # Where the folder that is given is a link itself, that is where it begins.
    (tmp_path / "link").symlink_to(docs)
    assert names(read_tree(tmp_path / "link")) == names(read_tree(docs))


def test_several_paths_are_read_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tmp_path, "de/a.md", "de/b/c.md", "es/a.md", "x.md")
    monkeypatch.chdir(tmp_path)
    assert names(read_tree("es", "de", "x.md")) == ["a.md", "a.md", "b/c.md", "x.md"]
    assert names(read_tree("es", "de", "x.md", root=".")) == ["es/a.md", "de/a.md", "de/b/c.md", "x.md"]
    assert names(read_tree("de/b", root="de")) == ["b/c.md"]
    with pytest.raises(InputError, match="outside of the root"):
        names(read_tree("es", root="de"))


def test_a_missing_path_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        read_tree(tmp_path, tmp_path / "missing")
    with pytest.raises(TypeError):
        read_tree()


def test_a_folder_without_markdown_is_an_error(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt", "b/c.md")
    (tmp_path / ".gitignore").write_text("c.md\n")
    with pytest.raises(InputError, match=r"no Markdown file .*gitignore"):
        list(read_tree(tmp_path))
    assert names(read_tree(tmp_path, gitignore=False)) == ["b/c.md"]


def test_what_cannot_be_read_is_raised_or_handed_over(tmp_path: Path) -> None:
    plant(tmp_path, "a.md", "b.md", "c.md")
    with (tmp_path / "b.md").open("wb") as huge:
        huge.truncate(MAX_BYTES + 1)
    with pytest.raises(InputError, match=r"b\.md: is larger than"):
        list(read_tree(tmp_path))
    errors: list[locdocs.LocdocsError] = []
    tree = read_tree(tmp_path, on_error=errors.append)
    documents = iter(tree)
    assert str(next(documents).path) == "a.md"
    (tmp_path / "c.md").unlink()  # it vanishes while the tree is read
    assert list(documents) == []
    assert [Path(str(error.path)).name for error in errors] == ["b.md", "c.md"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_folder_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    plant(tmp_path, "a.md", "locked/b.md")
    (tmp_path / "locked").chmod(0)
    errors: list[locdocs.LocdocsError] = []
    try:
        with pytest.raises(InputError, match="folder cannot be read"):
            list(read_tree(tmp_path))
        assert [str(one.path) for one in read_tree(tmp_path, on_error=errors.append)] == ["a.md"]
    finally:
        (tmp_path / "locked").chmod(0o700)
    assert len(errors) == 1


def languages(tree: Tree) -> dict[str, str | None]:
    return {str(one.path): one.target_language for one in tree}


def test_the_file_says_its_language_before_anything_else(tmp_path: Path) -> None:
    plant(tmp_path, "docs.ja-jp/de-de/a.md", locale="es-ES")
    assert languages(read_tree(tmp_path, target_language="fr-FR")) == {"docs.ja-jp/de-de/a.md": "es-ES"}


def test_then_what_was_given(tmp_path: Path) -> None:
    plant(tmp_path, "es-es/a.md", locale=None)
    assert languages(read_tree(tmp_path, target_language="fr-FR")) == {"es-es/a.md": "fr-FR"}


def test_then_what_most_of_the_tree_says(tmp_path: Path) -> None:
    plant(tmp_path / "docs.ja-jp", "TOC.md", locale=None)
    plant(tmp_path / "docs.ja-jp", "a.md", "b.md", locale="es-ES")
    plant(tmp_path / "docs.ja-jp", "c.md", locale="de-DE")
    assert languages(read_tree(tmp_path / "docs.ja-jp"))["TOC.md"] == "es-ES"


def test_a_folder_in_a_tree_of_several_languages_says_it(tmp_path: Path) -> None:
    plant(tmp_path, "es-es/TOC.md", "zh-hans/TOC.md", "TOC.md", locale=None)
    plant(tmp_path, "de-de/a.md", "de-de/b.md", locale="de-DE")
    assert languages(read_tree(tmp_path)) == {
        "TOC.md": "de-DE",
        "de-de/a.md": "de-DE",
        "de-de/b.md": "de-DE",
        "es-es/TOC.md": "es-ES",
        "zh-hans/TOC.md": "zh-Hans",
    }


def test_then_the_name_of_the_given_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tmp_path, "docs.pt-br/articles/how-to/a.md", locale=None)
    found = {"articles/how-to/a.md": "pt-BR"}
    assert languages(read_tree(tmp_path / "docs.pt-br")) == found
    monkeypatch.chdir(tmp_path / "docs.pt-br")
    assert languages(read_tree(".")) == found
    assert languages(read_tree("articles/how-to/a.md")) == found


def test_else_there_is_none(tmp_path: Path) -> None:
    plant(tmp_path, "how-to/add-on/a.md", locale=None)
    assert languages(read_tree(tmp_path / "how-to")) == {"add-on/a.md": None}


def test_every_sample_has_a_language(samples: Path) -> None:
    found = languages(read_tree(samples / "bilingual"))
    assert found["es-es/TOC.md"] == "es-ES"
    assert {language for language in found.values() if language} == {"ar-SA", "de-DE", "es-ES", "ja-JP", "zh-CN"}
    assert None not in found.values()
