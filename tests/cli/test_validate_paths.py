"""Paths in the reports of ``locdocs validate``: they open where the report is read, and names stay what they are."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from lxml import etree

from tests.cli.running import Run, run_process
from tests.validation.documents import document, pair

BAD = document(pair(101, "Abra 5.", "Open 6."), pair(102, " Cierre.", "Close.")).text
PLACE = re.compile(r"^(.+?):\d+:\d+: ", re.MULTILINE)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two documents in ``docs/es``; nobody is in it yet."""
    top = tmp_path / "repository"
    (top / ".git").mkdir(parents=True)
    (top / "docs/es/sub").mkdir(parents=True)
    (top / "docs/es/a.md").write_bytes(BAD.encode())
    (top / "docs/es/sub/b ñ.md").write_bytes(BAD.encode())
    return top


def configure(repository: Path) -> None:
    (repository / ".locdocs.toml").write_text('select = ["TX003", "TX005", "CO005"]\n', "utf-8")


def opened(folder: str | Path, names: list[str]) -> list[Path]:
    """The files that paths lead to from a folder."""
    return [Path(os.path.realpath(Path(folder, name))) for name in names]


def files(repository: Path) -> list[Path]:
    return [Path(os.path.realpath(path)) for path in (repository / "docs/es/a.md", repository / "docs/es/sub/b ñ.md")]


# Where the command runs, and the path it is given.
CALLS = [
    (".", "docs/es"),
    (".", "."),
    ("docs", "es"),
    ("docs/es/sub", ".."),
    ("docs/es", "."),
    ("..", "repository/docs/es"),
    ("../elsewhere", "../repository/docs/es"),
    ("docs", "ABSOLUTE"),
    ("../elsewhere", "ABSOLUTE"),
]


@pytest.fixture(params=CALLS, ids=" < ".join)
def call(request: pytest.FixtureRequest, repository: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The path to give, in a working folder that is set."""
    folder, path = request.param
    (repository.parent / "elsewhere").mkdir()
    monkeypatch.chdir(repository / folder)
    return str(repository / "docs/es") if path == "ABSOLUTE" else path


@pytest.mark.parametrize("configured", [True, False])
@pytest.mark.parametrize("name", ["concise", "text"])
def test_people_can_open_the_paths_from_where_they_are(
    run: Run, repository: Path, call: str, name: str, configured: bool
) -> None:
    if configured:
        configure(repository)
    printed = run("validate", call, "--select", "TX003", "--format", name).out
    assert opened(Path.cwd(), PLACE.findall(printed)) == files(repository)


@pytest.mark.parametrize("configured", [True, False])
def test_a_diff_names_files_from_the_working_folder(run: Run, repository: Path, call: str, configured: bool) -> None:
    if configured:
        configure(repository)
    printed = run("validate", call, "--select", "TX005", "--diff").out
    names = re.findall(r"^\+\+\+ b/(.*?)\t?$", printed, re.MULTILINE)
    # What lies outside of it is named from the top of the file system, as git does.
    for name, file in zip(names, files(repository), strict=True):
        assert file in opened(Path.cwd(), [name]) + opened(Path.cwd().anchor, [name])


def test_a_diff_made_in_a_folder_of_the_repository_applies_there(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(repository)
    (repository / ".git").rmdir()
    subprocess.run(["git", "init", "--quiet"], cwd=repository, check=True)
    monkeypatch.chdir(repository / "docs")
    printed = run("validate", "es", "--diff").out
    subprocess.run(["git", "apply", "-"], input=printed.encode(), cwd=repository / "docs", check=True)
    assert (repository / "docs/es/a.md").read_bytes() == BAD.replace("> Cierre", ">Cierre").encode()


def sarif_paths(text: str) -> list[str]:
    places = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]
        for result in json.loads(text)["runs"][0]["results"]
    ]
    assert all(place["uriBaseId"] == "%SRCROOT%" for place in places)
    return [unquote(place["uri"]) for place in places]


READERS = {
    "sarif": sarif_paths,
    "gitlab": lambda text: [issue["location"]["path"] for issue in json.loads(text)],
    "github": lambda text: re.findall(r"^::\w+ file=([^,]*),", text, re.MULTILINE),
    "junit": lambda text: [case.get("name") for case in etree.fromstring(text.encode()).iter("testcase")],
    "html": lambda text: re.findall("<h2>(.*?\\.md)</h2>", text),
}


@pytest.mark.parametrize("configured", [True, False])
@pytest.mark.parametrize("name", READERS)
def test_services_get_paths_from_the_top_of_the_repository(
    run: Run, repository: Path, call: str, name: str, configured: bool
) -> None:
    if configured:
        (repository / "docs/.locdocs.toml").write_text('select = ["TX003", "TX005", "CO005"]\n', "utf-8")
    printed = run("validate", call, "--select", "TX003", "--format", name).out
    assert READERS[name](printed) == ["docs/es/a.md", "docs/es/sub/b ñ.md"]


@pytest.mark.parametrize("name", READERS)
def test_services_get_the_names_where_a_root_is_given(
    run: Run, repository: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "docs/es/sub")
    printed = run("validate", "..", "--root", "../..", "--select", "TX003", "--format", name).out
    assert READERS[name](printed) == ["es/a.md", "es/sub/b ñ.md"]


def test_people_can_open_the_paths_where_a_root_is_given(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "docs/es/sub")
    printed = run("validate", "..", "--root", "../..", "--select", "TX003", "--format", "concise").out
    assert opened(Path.cwd(), PLACE.findall(printed)) == files(repository)


def test_names_and_identities_do_not_depend_on_the_working_folder(run: Run, repository: Path, call: str) -> None:
    configure(repository)
    found = json.loads(run("validate", call, "--format", "json").out)["diagnostics"]
    assert {diagnostic["path"] for diagnostic in found} == {"docs/es/a.md", "docs/es/sub/b ñ.md"}
    known = repository / "known.json"
    assert run("validate", call, "--write-baseline", known).code == 0
    os.chdir(repository)
    assert run("validate", "docs", "--baseline", known, "--format", "concise")[:2] == (0, "")
    with (repository / ".locdocs.toml").open("a") as file:
        file.write('[per-file-ignores]\n"/docs/es/sub/" = ["ALL"]\n')
    assert "sub" not in run("validate", "docs/es", "--format", "concise").out


def test_several_folders_elsewhere_keep_their_documents_apart(
    run: Run, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    (repository / "docs/ja").mkdir()
    (repository / "docs/ja/a.md").write_bytes(BAD.encode())
    folders = (repository / "docs/es", repository / "docs/ja")
    printed = run("validate", *folders, "--select", "TX003", "--format", "concise").out
    assert opened(Path.cwd(), PLACE.findall(printed)) == [
        *files(repository),
        Path(os.path.realpath(folders[1] / "a.md")),
    ]
    found = json.loads(run("validate", *folders, "--select", "TX003", "--format", "json").out)["diagnostics"]
    assert len({diagnostic["identity"] for diagnostic in found}) == 3


def test_a_file_elsewhere_is_called_as_it_was_given(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "docs/es/sub")
    found = json.loads(run("validate", "../a.md", "--select", "TX003", "--format", "json").out)["diagnostics"]
    assert [diagnostic["path"] for diagnostic in found] == ["../a.md"]
    printed = run("validate", "../a.md", "--select", "TX003", "--format", "gitlab").out
    assert READERS["gitlab"](printed) == ["docs/es/a.md"]
    printed = run("validate", "../a.md", "--select", "TX003", "--format", "concise").out
    assert opened(Path.cwd(), PLACE.findall(printed)) == files(repository)[:1]


def test_a_baseline_that_is_out_of_date_is_found_from_where_one_is(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(repository)
    monkeypatch.chdir(repository / "docs")
    run("validate", "es", "--write-baseline", "../known.json")
    (repository / "docs/es/a.md").unlink()
    (repository / "docs/es/a.md").write_bytes(document(pair(101, "Abra.", "Open.")).text.encode())
    arguments = ("validate", "es", "--baseline", "../known.json", "--select", "TX003,TX005,CO005", "--format")
    shown = PLACE.findall(run(*arguments, "concise").out)
    assert shown
    assert set(opened(Path.cwd(), shown)) == {Path(os.path.realpath(repository / "known.json"))}
    assert set(READERS["gitlab"](run(*arguments, "gitlab").out)) == {"known.json"}


def test_a_baseline_goes_with_a_repository_that_moves(
    run: Run, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(repository)
    with (repository / ".locdocs.toml").open("a") as file:
        file.write('[per-file-ignores]\n"/nowhere/" = ["TX003"]\n')
    monkeypatch.chdir(repository)
    found = json.loads(run("validate", ".", "--format", "json").out)["diagnostics"]
    assert {diagnostic["code"] for diagnostic in found} == {"TX003", "TX005", "CO005"}
    assert "\n.locdocs.toml:3:1: warning CO005 " in run("validate", ".", "--format", "concise").out
    run("validate", ".", "--write-baseline", "known.json")
    moved = repository.rename(tmp_path / "moved")
    monkeypatch.chdir(moved / "docs")
    assert run("validate", "..", "--baseline", "../known.json", "--format", "concise")[:2] == (0, "")


def test_sarif_names_what_lies_outside_of_the_repository_by_a_full_address(
    run: Run, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(repository)
    monkeypatch.chdir(repository)
    known = tmp_path / "known.json"
    run("validate", "docs", "--write-baseline", known)
    (repository / "docs/es/a.md").write_bytes(document(pair(101, "Abra.", "Open.")).text.encode())
    log = json.loads(run("validate", "docs", "--baseline", known, "--format", "sarif").out)
    [place, *_] = [
        result["locations"][0]["physicalLocation"]["artifactLocation"] for result in log["runs"][0]["results"]
    ]
    assert "uriBaseId" not in place
    assert Path(unquote(urlparse(place["uri"]).path)) == known


def test_without_a_repository_services_get_paths_from_the_working_folder(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / ".git").rmdir()
    monkeypatch.chdir(repository / "docs")
    printed = run("validate", "es", "--select", "TX003", "--format", "gitlab").out
    assert READERS["gitlab"](printed) == ["es/a.md", "es/sub/b ñ.md"]


def test_standard_input_is_known_by_the_name_it_is_given(repository: Path) -> None:
    configure(repository)
    with (repository / ".locdocs.toml").open("a") as file:
        file.write('[per-file-ignores]\n"/docs/es/sub/" = ["TX003"]\n')
    for name, codes in (("es/a.md", {"TX003", "TX005"}), ("es/sub/a.md", {"TX005"}), (None, {"TX003", "TX005"})):
        arguments = [] if name is None else ["--stdin-filename", name]
        for report, path in (("concise", name or "<text>"), ("gitlab", f"docs/{name}" if name else "")):
            ran = run_process(
                "validate", "-", *arguments, "--format", report, stdin=BAD.encode(), cwd=repository / "docs"
            )
            if report == "concise":
                assert set(PLACE.findall(ran.out)) == {path}
                assert {line.split(": ")[1].split()[1] for line in ran.out.splitlines()} == codes
            else:
                assert set(READERS["gitlab"](ran.out)) == {path}
