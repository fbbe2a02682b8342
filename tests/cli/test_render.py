"""``locdocs render``."""

from __future__ import annotations

from pathlib import Path

import pytest

import locdocs
from locdocs.text import encode
from locdocs.views import VIEWS
from tests.cli.running import Run, run_process


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("language", ["de-de", "es-es", "ja-jp"])
def test_published_files_come_out(run: Run, samples: Path, tmp_path: Path, language: str) -> None:
    result = run("render", samples / "bilingual" / language, "-o", tmp_path, "--original", samples / "source")
    assert result.code == 0
    published = files(samples / "target" / language)
    assert published
    assert {name: data for name, data in files(tmp_path).items() if name in published} == published
    assert "without an English file" in result.err


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_to_a_folder_and_to_standard_output(run: Run, samples: Path, tmp_path: Path, view: str) -> None:
    folder = samples / "bilingual" / "de-de"
    assert run("render", folder, "--view", view, "-o", tmp_path / "out").code == 0
    written = files(tmp_path / "out")
    for name, data in files(folder).items():
        rendered = encode(locdocs.render(locdocs.read(folder / name, name=name), view))
        assert written[name.replace(".md", ".html") if view == "html" else name] == rendered
        assert (rendered == data) is (view == "bilingual")
    name = "articles/command-line.md"
    result = run_process("render", name, "--view", view, cwd=folder)
    assert encode(result.out) == encode(locdocs.render(locdocs.read(folder / name, name=name), view))


def test_verbatim(run: Run, samples: Path) -> None:
    path = samples / "bilingual/es-es/articles/pattern-rules.md"
    plain, verbatim = run("render", path).out, run("render", path, "--verbatim").out
    assert verbatim.count("\\*") > plain.count("\\*")


def test_files_that_would_not_change_are_not_touched(run: Run, samples: Path, tmp_path: Path) -> None:
    folder = samples / "bilingual" / "es-es"
    assert "5 files written" in run("render", folder, "-o", tmp_path).err
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    (tmp_path / "TOC.md").write_bytes(b"changed")
    assert "1 file written" in run("render", folder, "-o", tmp_path).err
    assert all(path.stat().st_mtime_ns == time for path, time in times.items() if path.name != "TOC.md")


def test_check(run: Run, samples: Path) -> None:
    result = run("render", samples / "bilingual", "--check")
    assert result == (0, "", "16 documents checked, 0 would not come back byte for byte\n")


def test_check_lists_what_does_not_come_back(run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Nothing is known that fails it, so a view that loses line ends has to stand in.
    monkeypatch.setattr("locdocs.cli.render.render", lambda document, _: document.text.replace("\r\n", "\n"))
    result = run("render", samples / "bilingual", "--check")
    assert result.code == 1
    assert result.out.splitlines()
    assert all(b"\r\n" in (samples / "bilingual" / name).read_bytes() for name in result.out.splitlines())


def test_standard_output_takes_one_document(run: Run, samples: Path) -> None:
    result = run("render", samples / "bilingual" / "es-es")
    assert (result.code, result.out) == (2, "")
    assert "standard output takes one document" in result.err


def test_originals_must_be_a_folder(run: Run, samples: Path, tmp_path: Path) -> None:
    result = run("render", samples / "bilingual" / "es-es", "-o", tmp_path / "out", "--original", tmp_path / "missing")
    assert result.code == 2
    assert "missing: no such folder; name the one with the English files" in result.err
    assert not (tmp_path / "out").exists()


def test_a_document_never_lands_outside_of_the_folder(
    run: Run, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = samples / "bilingual/es-es/TOC.md"
    (tmp_path / "a").mkdir()
    (tmp_path / "page.md").write_bytes(path.read_bytes())
    monkeypatch.chdir(tmp_path / "a")
    run("render", "../page.md", path, "-o", "out")
    assert sorted(files(tmp_path)) == ["a/out/TOC.md", "a/out/page.md", "page.md"]


@pytest.mark.parametrize("given", ["page", "folder", "around", "absolute"])
def test_originals_are_found_however_the_documents_are_named(
    run: Run, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    name = "articles/get-started.md"
    folder = tmp_path / "docs"
    (folder / "articles").mkdir(parents=True)
    (folder / name).write_bytes((samples / "bilingual/es-es" / name).read_bytes())
    monkeypatch.chdir(folder / "articles")
    paths = {"page": "get-started.md", "folder": ".", "around": f"../{name}", "absolute": folder / name}
    result = run("render", paths[given], "-o", tmp_path / "out", "--original", samples / "source")
    assert (result.code, "without an English file" in result.err) == (0, False)


def test_an_english_file_of_another_version_is_told(run: Run, samples: Path, tmp_path: Path) -> None:
    english = tmp_path / "english"
    (english / "articles").mkdir(parents=True)
    original = (samples / "source/articles/get-started.md").read_bytes()
    page = samples / "bilingual/es-es/articles/get-started.md"
    (english / "articles/get-started.md").write_bytes(original)
    assert run("render", page, "--original", english).err == ""
    (english / "articles/get-started.md").write_bytes(original + b"\nMore.\n")
    result = run("render", page, "--original", english)
    assert result.code == 0
    assert "1 document with an English file of another version" in result.err


@pytest.mark.parametrize("name", ["LICENSE.txt", "new.md", "page.html"])
def test_a_file_is_no_folder_to_write_to(run: Run, samples: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "LICENSE.txt").write_text("free", "utf-8")
    for given in ("es-es", "es-es/articles/get-started.md"):
        result = run("render", samples / "bilingual" / given, "-o", tmp_path / name)
        assert (result.code, "redirect standard output" in result.err) == (2, True)
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {"LICENSE.txt": "free"}


@pytest.mark.parametrize(
    "options",
    [
        ["--view", "html", "--verbatim"],
        ["--view", "bilingual", "--original", "{samples}/source"],
        ["--check", "--verbatim"],
        ["--check", "-o", "out"],
    ],
)
def test_options_that_would_do_nothing_are_refused(run: Run, samples: Path, options: list[str]) -> None:
    page = samples / "bilingual/es-es/articles/get-started.md"
    result = run("render", page, *(option.format(samples=samples) for option in options))
    assert (result.code, result.out, "has no meaning with" in result.err) == (2, "", True)
