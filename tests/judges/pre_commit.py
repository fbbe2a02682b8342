"""The program pre-commit installs the hooks of this repository, given by its path, and runs them on commits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.judges.judging import Places, Verdict
from tests.validation.documents import document, pair

__all__ = ["judge"]

REPOSITORY = Path(__file__).parents[2]
PARTS = ("locdocs", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
MENDED = document(pair(101, "Abra 6.", "Open 6."), pair(102, "Cierre.", "Close.")).text
BAD = document(pair(101, "Abra 5.", "Open 6."), pair(102, " Cierre.", "Close.")).text
PLAIN = "---\n\n# Notes\n\nA rule: written by hand {.\n"


def judge(places: Places) -> Verdict:
    """Commit what is right and what is wrong, and look at exit codes, messages and files."""
    offered, revision = _offered(places.work / "offered")
    desk = _Desk(places.work / "work", places.work / "cache")
    problems: list[str] = []

    def expect(what: str, ran: subprocess.CompletedProcess[str], code: int, *said: str) -> None:
        output = ran.stdout + ran.stderr
        if ran.returncode != code or not all(words in output for words in said):
            problems.append(f"{what}: exit {ran.returncode} instead of {code}, or not said {said}: {output[-800:]}")

    expect("manifest", desk.pre_commit("validate-manifest", str(offered / ".pre-commit-hooks.yaml")), 0)
    desk.write(
        ".pre-commit-config.yaml",
        f"repos:\n- repo: {offered.as_posix()}\n  rev: {revision}\n  hooks:\n"
        "  - id: locdocs-fix\n  - id: locdocs-validate\n    args: [--fail-on=error]\n",
    )
    expect("install", desk.pre_commit("install", "--install-hooks"), 0, "pre-commit installed")

    desk.write("code.py", "")
    expect("no Markdown", desk.commit(), 0, "(no files to check)Skipped")
    desk.write("README.md", PLAIN)
    expect("Markdown without a pair", desk.commit(), 0, "locdocs validate", "Passed")
    desk.write("docs.es-es/a b.md", BAD)
    expect("a fault", desk.commit(), 1, "files were modified by this hook", "docs.es-es/a b.md:4:36: error TX003")
    if desk.read("docs.es-es/a b.md") != BAD.replace("> Cierre", ">Cierre"):
        problems.append("the fix did not rewrite the file as it should")
    expect("the same again", desk.commit(), 1, "locdocs fix", "Passed", "exit code: 1", "TX003")
    desk.write("docs.es-es/a b.md", MENDED)
    expect("all mended", desk.commit(), 0, "Passed")
    expect("all files", desk.pre_commit("run", "--all-files"), 0, "Passed")
    desk.write(".locdocs.toml", 'selekt = ["TX"]\n')
    expect("a wrong configuration", desk.pre_commit("run", "--all-files"), 1, "exit code: 2", "did you mean 'select'?")
    desk.write(".locdocs.toml", 'fail-on = "warning"\n')
    tried = desk.pre_commit("try-repo", str(offered), "locdocs-validate", "--files", "README.md")
    expect("try-repo", tried, 0, "Passed")
    return Verdict("2 hooks, 10 runs", problems)


def _offered(folder: Path) -> tuple[Path, str]:
    """A repository of what is in this one now, committed or not; and its commit."""
    folder.mkdir()
    for part in PARTS:
        if (REPOSITORY / part).is_dir():
            shutil.copytree(REPOSITORY / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(REPOSITORY / part, folder / part)
    _git(folder, "init", "--quiet")
    _git(folder, "add", ".")
    _git(folder, "commit", "--quiet", "-m", "Offered")
    return folder, _git(folder, "rev-parse", "HEAD").stdout.strip()


class _Desk:
    """The repository of somebody who uses the hooks."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "PRE_COMMIT_HOME": str(cache), "PRE_COMMIT_COLOR": "never"}
        # What this repository's own checks set is not what people have.
        for name in ("PYTHONPATH", "SKIP", "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
            self.environment.pop(name, None)
        folder.mkdir()
        _git(folder, "init", "--quiet")

    def write(self, name: str, text: str) -> None:
        """Write a file and make it known to git."""
        (self.folder / name).parent.mkdir(exist_ok=True)
        (self.folder / name).write_bytes(text.encode())
        _git(self.folder, "add", ".")

    def read(self, name: str) -> str:
        """A file as it is."""
        return (self.folder / name).read_bytes().decode()

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the program."""
        command = [sys.executable, "-m", "pre_commit", *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )

    def commit(self) -> subprocess.CompletedProcess[str]:
        """Commit everything, which runs the hooks."""
        _git(self.folder, "add", ".")
        return _git(self.folder, "commit", "-m", "Change", env=self.environment, check=False)


def _git(
    folder: Path, *arguments: str, env: dict[str, str] | None = None, check: bool = True
) -> subprocess.CompletedProcess[str]:
    settings = ("user.name=N", "user.email=n@example.com", "commit.gpgsign=false", "core.autocrlf=false")
    options = [word for setting in settings for word in ("-c", setting)]
    return subprocess.run(
        ["git", *options, *arguments], cwd=folder, env=env, capture_output=True, text=True, check=check
    )
