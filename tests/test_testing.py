"""``assert_valid``: what it finds, what it says, and that it does as the command line does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from locdocs import Config
from locdocs.errors import ConfigError, InputError
from locdocs.testing import assert_valid
from tests.cli.conftest import run  # noqa: F401 - a fixture
from tests.cli.running import Run
from tests.validation.documents import document, pair

BAD = document(pair(101, "Abra 5.", "Open 6."), pair(102, " Cierre.", "Close.")).text
FEW = Config(select=("TX003", "TX005"))
REPORT = """
docs/es/bad.md:4:36: error TX003 the source says 6, the target 5 [number-changed]
  source | Open 6.
         |      ^
  target | Abra 5.
         |      ^

1 error in 2 documents.
"""


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a bad and a good document; its grandfather is the working folder."""
    folder = tmp_path / "docs/es"
    folder.mkdir(parents=True)
    (folder / "bad.md").write_bytes(BAD.encode())
    (folder / "good.md").write_bytes(document(pair(101, "Abra.", "Open.")).text.encode())
    monkeypatch.chdir(tmp_path)
    return folder


def told(path: Path | str, **settings: object) -> str:
    with pytest.raises(AssertionError) as caught:
        assert_valid(path, **settings)  # type: ignore[arg-type]
    return str(caught.value)


def test_findings_are_told_as_the_text_report_does(docs: Path) -> None:
    for path in ("docs/es", docs, str(docs)):
        assert told(path, config=FEW) == REPORT
    assert told("docs/es/bad.md", config=FEW) == REPORT.replace("2 documents", "1 document")


@pytest.mark.usefixtures("docs")
def test_a_document_or_folder_without_findings_passes() -> None:
    assert_valid("docs/es/good.md")
    assert_valid("docs/es", config=Config(select=("SP", "ID")))


@pytest.mark.usefixtures("docs")
def test_the_severity_that_counts() -> None:
    assert_valid("docs/es", config=Config(select=("TX005",)))
    assert "warning TX005" in told("docs/es", config=Config(select=("TX005",)), fail_on="warning")
    assert "warning TX005" in told("docs/es", config=Config(select=("TX005",), fail_on="warning"))
    assert_valid("docs/es", config=Config(select=("TX005",), fail_on="info"), fail_on="error")
    with pytest.raises(ConfigError, match="fail_on must be one of error, warning, info, not 'warn'; did you mean"):
        assert_valid("docs/es", fail_on="warn")  # type: ignore[arg-type]


def test_the_configuration_is_found_as_on_the_command_line(docs: Path) -> None:
    (docs.parent / ".locdocs.toml").write_text('select = ["TX005"]\nfail-on = "warning"\n')
    assert told("docs/es").startswith("\ndocs/es/bad.md:6:31: warning TX005")
    other = docs.parents[1] / "other.toml"
    other.write_text('select = ["TX003"]\n')
    assert told("docs/es", config="other.toml") == told("docs/es", config=other) == REPORT
    other.write_text('selekt = ["TX003"]\n')
    with pytest.raises(ConfigError, match="did you mean 'select'"):
        assert_valid("docs/es", config=other)


def test_what_the_command_line_calls_known_is_known(docs: Path, run: Run) -> None:  # noqa: F811
    (docs.parent / "pyproject.toml").write_text('[tool.locdocs]\nbaseline = "known.json"\nselect = ["TX", "CO005"]\n')
    (docs.parent / "known.json").write_text('{"version": 1, "diagnostics": []}')
    assert "TX003" in told(docs)
    assert run("validate", "docs", "--write-baseline", "docs/known.json").code == 0
    assert_valid("docs", fail_on="info")
    assert_valid(docs / "bad.md", fail_on="info")


def test_no_document_is_an_error_of_its_own(docs: Path) -> None:
    (docs / "empty").mkdir()
    for path, message in ((docs / "empty", "no Markdown file"), ("no-such", "no such file or folder")):
        with pytest.raises(InputError, match=message):
            assert_valid(path)


def test_a_test_of_pytest_fails_at_its_own_line(docs: Path) -> None:
    test = docs.parents[1] / "test_docs.py"
    test.write_text(
        "from locdocs import Config\nfrom locdocs.testing import assert_valid\n\n\n"
        'def test_docs() -> None:\n    assert_valid("docs/es", config=Config(select=("TX003",)))\n'
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_docs.py"]
    ran = subprocess.run(command, cwd=docs.parents[1], capture_output=True, check=False)
    printed = ran.stdout.decode()
    assert ran.returncode == 1, printed
    assert "test_docs.py:6: AssertionError" in printed
    assert "docs/es/bad.md:4:36: error TX003 the source says 6, the target 5 [number-changed]" in printed


def test_a_wrong_path_is_a_short_error_at_the_line_of_the_test(docs: Path) -> None:
    (docs / "empty").mkdir()
    test = docs.parents[1] / "test_docs.py"
    test.write_text(
        "import pytest\n\nfrom locdocs.testing import assert_valid\n\n\n"
        '@pytest.mark.parametrize("path", ["docs/nowhere", "docs/es/empty"])\n'
        "def test_docs(path: str) -> None:\n    assert_valid(path)\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_docs.py"]
    printed = subprocess.run(command, cwd=docs.parents[1], capture_output=True, check=False).stdout.decode()
    assert printed.count("test_docs.py:8: InputError") == 2, printed
    assert "docs/nowhere: no such file or folder" in printed
    assert "locdocs/corpus.py" not in printed
    assert len(printed.splitlines()) < 40
