"""``locdocs validate``: exit codes, selection, configuration, baseline, fixes, git."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import Run, run_process
from tests.validation.documents import document, pair

CLEAN = document(pair(101, "Abra.", "Open.")).text
BAD = document(pair(101, "Abra 5.", "Open 6."), pair(102, " Cierre.", "Close.")).text


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a clean and a bad document, and a configuration that runs three rules; the working folder."""
    (tmp_path / "docs/sub").mkdir(parents=True)
    (tmp_path / "docs/clean.md").write_bytes(CLEAN.encode())
    (tmp_path / "docs/sub/bad.md").write_bytes(BAD.encode())
    (tmp_path / ".locdocs.toml").write_text('select = ["TX003", "TX005", "CO005"]\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def concise(run: Run, *arguments: str) -> tuple[int, list[str]]:
    result = run("validate", *arguments, "--format", "concise")
    return result.code, [line.split(" ")[0] + line.split(" ")[2] for line in result.out.splitlines()]


BOTH = ["docs/sub/bad.md:4:36:TX003", "docs/sub/bad.md:6:31:TX005"]


@pytest.mark.usefixtures("tree")
def test_findings_are_exit_1_from_errors_on(run: Run) -> None:
    assert concise(run, "docs") == (1, BOTH)
    assert concise(run, "docs/clean.md") == (0, [])
    assert concise(run, "docs", "--select", "TX005") == (0, BOTH[1:])
    assert concise(run, "docs", "--select", "TX005", "--fail-on", "warning") == (1, BOTH[1:])
    assert concise(run, "docs", "--exit-zero") == (0, BOTH)


def test_selection_on_the_command_line(run: Run, tree: Path) -> None:
    assert concise(run, "docs", "--ignore", "number-changed")[1] == BOTH[1:]
    assert concise(run, "docs", "--ignore", "TX003,TX005")[1] == []
    assert concise(run, "docs", "--select", "edge-whitespace")[1] == BOTH[1:]
    (tree / ".locdocs.toml").write_text('ignore = ["ALL"]\n')
    assert concise(run, "docs", "--extend-select", "TX005")[1] == BOTH[1:]
    assert concise(run, "docs", "--select", "TX")[1] == BOTH


@pytest.mark.usefixtures("tree")
def test_severity_on_the_command_line(run: Run) -> None:
    assert concise(run, "docs", "--severity", "TX003=info")[0] == 0
    assert concise(run, "docs", "--severity", "TX=error", "--ignore", "TX003")[0] == 1
    assert concise(run, "docs", "--severity", "SP,number-changed=info,TX005=warning")[0] == 0
    assert concise(run, "docs", "--severity", " TX003 , TX005 = info ,IC=error", "--fail-on", "warning")[0] == 0
    for wrong in ("TX003=bad", "TX003", "TX003=info,TX005", "=info=", "TX003=INFO"):
        result = run("validate", "docs", "--severity", wrong)
        assert (result.code, "is not of the form RULES=error|warning|info" in result.err) == (2, True), result
    result = run("validate", "docs", "--severity", "TX003,TX777=info")
    assert (result.code, result.err) == (
        2,
        "error: no rule is called 'TX777'; the rules of TX go from TX001 to TX013\n",
    )


def test_a_severity_on_the_command_line_goes_before_those_of_the_configuration(run: Run, tree: Path) -> None:
    (tree / ".locdocs.toml").write_text('select = ["TX"]\n[severity]\nTX003 = "error"\nedge-whitespace = "error"\n')
    assert concise(run, "docs", "--severity", "TX=info")[0] == 0
    assert concise(run, "docs", "--severity", "TX003=info")[0] == 1
    assert concise(run, "docs", "--severity", "TX003=error,TX=info")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["no-such-folder"], "no such file or folder"),
        (["docs", "--select", "number-chnged"], "no rule is called 'number-chnged'; did you mean 'number-changed'?"),
        (["docs", "--baseline", "no.json"], "the baseline cannot be read"),
        (["docs", "--config", "no.toml"], "cannot be read"),
        (["docs", "--source-repo", "no"], "no such folder"),
        (["docs", "--select", "CO003"], "source-repo"),
        (["docs", "--locale", "xx-yyyyyyyyyyyyy"], "'--locale': 'xx-yyyyyyyyyyyyy' is no language tag such as es-ES"),
        (["empty"], "holds no Markdown file"),
    ],
)
def test_what_cannot_run_is_exit_2(run: Run, tree: Path, arguments: list[str], message: str) -> None:
    (tree / "empty").mkdir()
    if arguments[-1] == "CO003":
        pytest.importorskip("locdocs.rules.corpus.co003_missing_counterpart")
    result = run("validate", *arguments, "--exit-zero")
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_a_configuration_that_nothing_understands_is_exit_2(run: Run, tree: Path) -> None:
    (tree / ".locdocs.toml").write_text('selekt = ["TX"]\n')
    result = run("validate", "docs")
    assert result.code == 2
    assert ".locdocs.toml" in result.err
    assert "did you mean 'select'?" in result.err


def test_a_baseline_silences_what_is_known(run: Run, tree: Path) -> None:
    result = run("validate", "docs", "--write-baseline", "known.json")
    assert (result.code, result.out) == (0, "")
    assert concise(run, "docs", "--baseline", "known.json") == (0, [])
    (tree / ".locdocs.toml").write_text('select = ["TX003", "TX005", "CO005"]\nbaseline = "known.json"\n')
    assert concise(run, "docs") == (0, [])
    bad = tree / "docs/sub/bad.md"
    bad.write_text(f"{BAD}\n{pair(103, '7', '8')}\n".replace("0c05b", "12345"), "utf-8")
    assert concise(run, "docs") == (1, ["docs/sub/bad.md:8:31:TX003"])
    run("validate", "docs", "--write-baseline", "known.json")
    assert len(json.loads((tree / "known.json").read_bytes())["diagnostics"]) == 3
    bad.write_text(CLEAN, "utf-8")
    code, lines = concise(run, "docs", "--fail-on", "warning")
    assert code == 1
    assert [line.rpartition(":")[2] for line in lines] == ["CO005"] * 3


def test_fix_writes_and_reports_what_is_left(run: Run, tree: Path) -> None:
    untouched = tree / "docs/clean.md"
    before = untouched.stat().st_mtime_ns
    result = run("validate", "docs", "--fix", "--format", "concise")
    assert result.code == 1
    assert [line.split()[2] for line in result.out.splitlines()] == ["TX003"]
    assert "1 finding fixed in 1 document" in result.err
    assert (tree / "docs/sub/bad.md").read_bytes() == BAD.replace("> Cierre", ">Cierre").encode()
    assert untouched.stat().st_mtime_ns == before
    again = run("validate", "docs", "--fix", "--format", "concise")
    assert "0 findings fixed" in again.err
    assert again.out == result.out


def test_what_can_be_fixed_is_counted_before_as_after(run: Run, tree: Path) -> None:
    """One edit mends two findings here."""
    (tree / "docs/sub/bad.md").write_bytes(document(pair(101, "**  Abra  **", "**Open**")).text.encode())
    rules = ("--select", "IC007,TX006")
    assert "; 2 can be fixed with --fix." in run("validate", "docs", *rules).out
    assert "would fix 2 findings in 1 document" in run("validate", "docs", *rules, "--diff").err
    fixed = run("validate", "docs", *rules, "--fix")
    assert ("2 findings fixed in 1 document" in fixed.err, fixed.out) == (True, "Nothing found in 2 documents.\n")


def test_fix_keeps_bytes_that_are_no_utf_8_and_line_breaks(run: Run, tree: Path) -> None:
    content = BAD.replace("\n", "\r\n").encode().replace(b"Abra 5", b"Abra \xff 6")
    (tree / "docs/sub/bad.md").write_bytes(b"\xef\xbb\xbf" + content)
    assert run("validate", "docs", "--fix").code == 0
    assert (tree / "docs/sub/bad.md").read_bytes() == b"\xef\xbb\xbf" + content.replace(b"> Cierre", b">Cierre")


def test_diff_shows_and_writes_nothing(run: Run, tree: Path) -> None:
    result = run("validate", "docs", "--diff")
    assert result.code == 1
    assert result.out.startswith("--- a/docs/sub/bad.md\n+++ b/docs/sub/bad.md\n")
    assert (tree / "docs/sub/bad.md").read_bytes() == BAD.encode()
    subprocess.run(["git", "apply", "-"], input=result.out.encode(), cwd=tree, check=True)
    assert (tree / "docs/sub/bad.md").read_bytes() == BAD.replace("> Cierre", ">Cierre").encode()
    assert "would fix 1 finding in 1 document; --diff writes nothing" in result.err
    assert run("validate", "docs", "--diff") == (0, "", "nothing to fix\n")


@pytest.mark.parametrize("more", [["--fix"], ["--unsafe-fixes"]])
def test_diff_beside_fix_shows_and_writes_nothing(run: Run, tree: Path, more: list[str]) -> None:
    result = run("validate", "docs", "--diff", *more)
    assert (result.code, result.out) == (1, run("validate", "docs", "--diff").out)
    assert "--diff writes nothing" in result.err
    assert (tree / "docs/sub/bad.md").read_bytes() == BAD.encode()
    assert run("validate", "docs", "--diff", "--quiet", "--exit-zero", *more) == (0, result.out, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--write-baseline", "known.json", "--fix"],
        ["--write-baseline", "known.json", "--diff"],
        ["--write-baseline", "known.json", "--unsafe-fixes"],
        ["--diff", "-o", "changes.diff"],
    ],
)
def test_options_that_contradict_each_other_are_exit_2_and_nothing_is_written(
    run: Run, tree: Path, arguments: list[str]
) -> None:
    result = run("validate", "docs", *arguments)
    assert (result.code, result.out) == (2, "")
    assert (tree / "docs/sub/bad.md").read_bytes() == BAD.encode()
    assert not (tree / "known.json").exists()
    assert not (tree / "changes.diff").exists()


@pytest.mark.parametrize(
    ("paths", "file", "message"),
    [
        (["docs"], "docs/sub/bad.md", "would be read as a document of docs"),
        (["."], "report.md", "would be read as a document of ."),
        (["docs/clean.md", "docs/sub/bad.md"], "docs/sub/../clean.md", "is read as input"),
        (["docs"], ".locdocs.toml", "is read as input"),
        (["docs", "--glossary", "terms.csv"], "terms.csv", "is read as input"),
        (["docs", "--memory", "terms.csv"], "terms.csv", "is read as input"),
    ],
)
def test_nothing_is_written_over_what_is_read(run: Run, tree: Path, paths: list[str], file: str, message: str) -> None:
    (tree / "terms.csv").write_text("source,target\nclose,cerrar\n", "utf-8")
    before = {path: path.read_bytes() for path in tree.rglob("*") if path.is_file()}
    for option in ("-o", "--write-baseline"):
        result = run("validate", *paths, option, file)
        assert (result.code, result.out) == (2, "")
        assert message in result.err
    assert {path: path.read_bytes() for path in tree.rglob("*") if path.is_file()} == before


def test_a_report_is_not_written_over_the_baseline(run: Run, tree: Path) -> None:
    run("validate", "docs", "--write-baseline", "known.json")
    before = (tree / "known.json").read_bytes()
    assert run("validate", "docs", "--baseline", "known.json", "-o", "known.json").code == 2
    assert (tree / "known.json").read_bytes() == before
    assert run("validate", "docs", "--baseline", "known.json", "--write-baseline", "known.json").code == 0
    assert (tree / "known.json").read_bytes() == before


def test_standard_input(tree: Path) -> None:
    result = run_process(
        "validate", "-", "--stdin-filename", "a.md", "--format", "concise", stdin=BAD.encode(), cwd=tree
    )
    assert (result.code, result.out.splitlines()[0].split(" ")[0]) == (1, "a.md:4:36:")
    refused = run_process("validate", "-", "--fix", stdin=BAD.encode(), cwd=tree)
    assert refused.code == 2
    for arguments, name in (((), "stdin"), (("--stdin-filename", "docs/new.md"), "docs/new.md")):
        patch = run_process("validate", "-", "--diff", *arguments, stdin=BAD.encode(), cwd=tree).out
        assert patch.startswith(f"--- a/{name}\n+++ b/{name}\n@@ "), patch


def test_the_report_goes_to_a_file(run: Run, tree: Path) -> None:
    result = run("validate", "docs", "--format", "json", "-o", "report.json")
    assert (result.code, result.out) == (1, "")
    assert json.loads((tree / "report.json").read_bytes())["summary"]["rules"] == {"TX003": 1, "TX005": 1}


def test_per_file_ignores_without_effect_are_reported_for_the_whole_tree_only(run: Run, tree: Path) -> None:
    text = 'select = ["TX003", "CO005"]\n[per-file-ignores]\n"docs/sub/*" = ["TX003"]\n"docs/clean.md" = ["TX003"]\n'
    (tree / ".locdocs.toml").write_text(text)
    assert concise(run, "docs") == (0, [])
    code, lines = concise(run, ".")
    assert code == 0
    assert [line.rpartition(":")[2] for line in lines] == ["CO005"]


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=n", "-c", "user.email=e@example.com", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def test_changed_and_since_look_at_what_git_says(run: Run, tree: Path) -> None:
    git(tree, "init")
    git(tree, "add", ".")
    git(tree, "commit", "-m", "a")
    result = run("validate", "docs", "--changed", "--format", "concise")
    assert (result.code, result.out) == (0, "")
    assert "no document has changed" in result.err
    assert run("validate", "docs", "--changed", "--format", "gitlab", "-o", "report.json").code == 0
    assert json.loads((tree / "report.json").read_bytes()) == []
    (tree / "docs/new ñ.md").write_text(BAD, "utf-8")
    (tree / "docs/notes.txt").write_text(BAD, "utf-8")
    new = [line.replace("sub/bad.md", "new ñ.md") for line in BOTH]
    out = run("validate", "docs", "--changed", "--format", "concise").out
    assert [line.split(": ")[0] for line in out.splitlines()] == [line.rpartition(":")[0] for line in new]
    git(tree, "checkout", "-b", "topic")
    git(tree, "add", ".")
    git(tree, "commit", "-m", "b")
    assert run("validate", "docs", "--changed", "--format", "concise").out == ""
    assert run("validate", "docs", "--since", "main", "--format", "concise").out == out
    assert run("validate", "docs/sub", "--since", "main", "--format", "concise").out == ""
    (tree / "docs/new ñ.md").unlink()
    assert run("validate", "docs", "--since", "main", "--format", "concise").out == ""


def test_a_commit_that_is_not_there_or_no_repository_is_exit_2(run: Run, tree: Path) -> None:
    result = run("validate", "docs", "--changed")
    assert (result.code, "git says" in result.err) == (2, True)
    git(tree, "init")
    assert run("validate", "docs", "--since", "no-such").code == 2
    assert run("validate", "docs", "--since", "--help").code == 2


@pytest.mark.usefixtures("tree")
def test_nothing_is_coloured_in_a_pipe(run: Run) -> None:
    result = run("validate", "docs")
    assert "\x1b" not in result.out
    assert "docs/sub/bad.md:4:36: error TX003" in result.out


@pytest.mark.usefixtures("tree")
def test_a_terminal_gets_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    from locdocs.cli import main

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for no_color, expected in (("", True), ("1", False)):
        monkeypatch.setenv("NO_COLOR", no_color)
        terminal = Terminal()
        monkeypatch.setattr("sys.stdout", terminal)
        assert main(["validate", "docs"]) == 1
        assert ("\x1b[31merror TX003\x1b[0m" in terminal.getvalue()) is expected


def test_a_memory_and_a_glossary_turn_their_rules_on(run: Run, tree: Path) -> None:
    (tree / "approved.csv").write_text("source,target\nOpen 6.,Abra los 6.\n", "utf-8")
    (tree / "other.csv").write_text("source,target\nClose.,Cierre todo.\n", "utf-8")
    (tree / "terms.csv").write_text("source,target\nclose,cerrar\n", "utf-8")
    quiet = ("docs", "--ignore", "TX003,TX005,TX004")
    assert concise(run, *quiet)[1] == []
    memory = concise(run, *quiet, "--memory", "approved.csv", "--memory", "other.csv")
    assert [line.rpartition(":")[2] for line in memory[1]] == ["CO004", "CO004"], memory
    assert memory[0] == 0
    glossary = concise(run, *quiet, "--glossary", "terms.csv")
    assert [line.rpartition(":")[2] for line in glossary[1]] == ["TX012"]
    (tree / ".locdocs.toml").write_text('select = ["SP"]\nignore = ["CO"]\nmemory = ["approved.csv"]\n')
    assert concise(run, "docs")[1] == []
    assert [line.rpartition(":")[2] for line in concise(run, "docs", "--memory", "other.csv")[1]] == ["CO004"]
    for option in ("--memory", "--glossary"):
        result = run("validate", "docs", option, "none.csv")
        assert (result.code, result.out) == (2, ""), result
